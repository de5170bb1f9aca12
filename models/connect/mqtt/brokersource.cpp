// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/brokersource.h"

#include "models/base/clock.h"
#include "models/connect/mqtt/topics.h"
#include "models/decode/sparkplughost.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace connect::mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BrokerSource)
};

} // namespace

BrokerSource::BrokerSource(LinkSetup setup)
    : m_setup(std::move(setup))
    , m_board(std::make_shared<LinkBoard>())
{
    const auto subscriptions = m_setup.profile.subscriptions.empty()
        ? Profile::defaultSubscriptions()
        : m_setup.profile.subscriptions;
    for (const Subscription &subscription : subscriptions)
        m_board->status.subscriptions.push_back({.filter = subscription.filter,
                                                 .requestedQos = subscription.qos,
                                                 .answer = Words::tr("not asked yet")});
    m_board->status.sentence = Words::tr("Not started.");
}

BrokerSource::~BrokerSource()
{
    stop();
}

void BrokerSource::start()
{
    if (m_thread)
        return;
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(u"mqtt-io"_s);
    m_link = new Link(m_setup, m_board);
    m_link->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::started, m_link, &Link::start);
    QObject::connect(m_thread.get(), &QThread::finished, m_link, &QObject::deleteLater);
    m_thread->start();
}

void BrokerSource::stop()
{
    if (!m_thread)
        return;
    QMetaObject::invokeMethod(m_link, [link = m_link, thread = m_thread.get()] {
        link->shutdown();
        thread->quit();
    });
    m_thread->wait();
    m_thread.reset();
    m_link = nullptr;
}

SourceStatus BrokerSource::status() const
{
    SourceStatus status;
    {
        const std::lock_guard lock(m_board->mutex);
        status = m_board->status;
    }
    status.messages = m_board->messages;
    status.bytes = m_board->bytes;
    status.published = m_board->published;
    status.droppedHere = m_board->dropped;
    status.blockedFor = m_board->blockedFor;
    return status;
}

Result<> BrokerSource::readOnlyProblem() const
{
    if (m_setup.profile.readOnly)
        return failure(
            Words::tr("The connection \"%1\" is read-only: allow publishing in its settings first.")
                .arg(m_setup.profile.name),
            ErrorCode::Denied);
    return {};
}

Result<> BrokerSource::publishProblem(const PublishRequest &request) const
{
    if (const QString problem = topicProblem(request.topic); !problem.isEmpty())
        return failure(problem);
    if (request.qos < 0 || request.qos > 2)
        return failure(Words::tr("QoS must be 0, 1 or 2."));
    constexpr qsizetype protocolLimit = 268'435'455; // MQTT 5.0, 1.5.5
    const std::uint32_t server = m_board->maximumPacket;
    const qsizetype most = server > 0 ? std::min<qsizetype>(server, protocolLimit) : protocolLimit;
    if (request.payload.size() + request.topic.toUtf8().size() + 16 > most)
        return failure(
            Words::tr("The message of %1 bytes is larger than the %2 bytes that \"%3\" takes.")
                .arg(request.payload.size())
                .arg(most)
                .arg(m_setup.profile.name),
            ErrorCode::Limit);
    if (!m_thread || !m_board->connected)
        return failure(
            Words::tr("\"%1\" is not connected; nothing was published.").arg(m_setup.profile.name),
            ErrorCode::Io);
    return {};
}

Result<> BrokerSource::publish(const PublishRequest &request)
{
    if (const Result<> allowed = readOnlyProblem(); !allowed)
        return allowed;
    if (const Result<> possible = publishProblem(request); !possible)
        return possible;
    QMetaObject::invokeMethod(m_link, [link = m_link, request] { link->publish(request); });
    return {};
}

Result<> BrokerSource::askRebirth(const QString &node)
{
    const std::string topic = decode::sparkplugCommandTopic(node.toStdString());
    if (topic.empty())
        return failure(Words::tr("\"%1\" is no name of a Sparkplug edge node.").arg(node));
    PublishRequest request;
    request.topic = QString::fromStdString(topic);
    request.payload =
        QByteArray::fromStdString(decode::sparkplugRebirth(base::SystemClock::instance().now()));
    if (const Result<> possible = publishProblem(request); !possible)
        return possible;
    QMetaObject::invokeMethod(m_link, [link = m_link, request] { link->publish(request); });
    return {};
}

} // namespace connect::mqtt
