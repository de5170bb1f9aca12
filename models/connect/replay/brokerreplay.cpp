// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/replay/brokerreplay.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <pthread.h>

namespace connect {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(connect::BrokerReplay)
};

constexpr std::size_t mostUnderWay = 2'000; ///< handed over and not answered

bool isBirth(std::string_view topic)
{
    return topic.starts_with("spBv1.0/")
        && (topic.find("/NBIRTH/") != std::string_view::npos
            || topic.find("/DBIRTH/") != std::string_view::npos);
}

} // namespace

struct BrokerReplay::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    std::size_t underWay = 0;
    std::unordered_map<recording::TopicId, int> confirming; ///< QoS 1 and 2, by topic
    BrokerReplayStatus status;
};

BrokerReplay::BrokerReplay(std::shared_ptr<const recording::Recording> recording, Source &broker,
                           const BrokerReplayOptions &options)
    : m_recording(std::move(recording))
    , m_broker(broker)
    , m_options(options)
    , m_shared(std::make_shared<Shared>())
{
}

BrokerReplay::~BrokerReplay()
{
    stop();
}

void BrokerReplay::start()
{
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

void BrokerReplay::stop()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stopping = true;
    }
    m_shared->changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool BrokerReplay::wait(int ms)
{
    std::unique_lock lock(m_shared->mutex);
    return m_shared->changed.wait_for(lock, std::chrono::milliseconds(ms),
                                      [this] { return m_shared->status.done; });
}

BrokerReplayStatus BrokerReplay::status() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->status;
}

QString BrokerReplay::sameBroker(const recording::Recording &recording, const QString &host,
                                 quint16 port)
{
    for (const recording::RecordedConnection &connection : recording.connections()) {
        const QJsonObject details = QJsonDocument::fromJson(connection.details.toUtf8()).object();
        if (details.value(QLatin1StringView("host")).toString() == host
            && details.value(QLatin1StringView("port")).toInt() == port)
            return Words::tr("The recording came from %1:%2 itself: its devices and programs would "
                             "take the replay for real.")
                .arg(host)
                .arg(port);
    }
    return {};
}

bool BrokerReplay::sleepUntil(Steady::time_point due)
{
    std::unique_lock lock(m_shared->mutex);
    return !m_shared->changed.wait_until(lock, due, [this] { return m_shared->stopping; });
}

bool BrokerReplay::publish(recording::TopicId topic, const telemetry::MessageView &message,
                           bool retain)
{
    {
        std::unique_lock lock(m_shared->mutex);
        // QoS 0 would overtake what waits for a confirmation.
        m_shared->changed.wait(lock, [&] {
            return m_shared->stopping
                || (m_shared->underWay < mostUnderWay
                    && (message.qos > 0 || !m_shared->confirming.contains(topic)));
        });
        if (m_shared->stopping)
            return false;
        ++m_shared->underWay;
        if (message.qos > 0)
            ++m_shared->confirming[topic];
    }
    PublishRequest request;
    request.topic = m_options.topicPrefix
        + QString::fromUtf8(message.topic.data(), static_cast<qsizetype>(message.topic.size()));
    request.payload =
        QByteArray(message.payload.data(), static_cast<qsizetype>(message.payload.size()));
    request.qos = message.qos;
    request.retain = retain;
    if (message.properties) {
        request.properties = *message.properties;
        request.properties.subscriptionIds.clear(); // of the recorder's own subscription
    }
    const bool confirmed = message.qos > 0;
    const auto answered = [shared = m_shared, topic, confirmed](const base::Result<> &result) {
        {
            const std::lock_guard lock(shared->mutex);
            --shared->underWay;
            if (confirmed && --shared->confirming[topic] == 0)
                shared->confirming.erase(topic);
            if (result) {
                ++shared->status.published;
            } else {
                ++shared->status.failed;
                if (shared->status.problem.isEmpty())
                    shared->status.problem = result.error().text;
            }
        }
        shared->changed.notify_all();
    };
    request.done = answered;
    if (const auto given = m_broker.publish(request); !given)
        answered(given);
    return true;
}

/// Retained messages and births of the instant where it begins, so that who listens knows what
/// somebody knew who had listened all the time.
bool BrokerReplay::publishState()
{
    const std::uint64_t goal = m_recording->sequenceAt(m_options.from);
    recording::State state;
    std::uint64_t from = m_recording->info().firstSequence;
    m_recording->snapshotBefore(goal, state, from);
    recording::Cursor cursor(m_recording);
    cursor.seek(from);
    recording::RecordedMessage message;
    while (cursor.sequence() < goal && cursor.next(message))
        state.take(message.topic, message.view);
    for (const recording::TopicState &topic : state.topics()) {
        if (!topic.seen || topic.topic >= m_recording->topics().size())
            continue;
        const std::string &name = m_recording->topics()[topic.topic].second;
        const recording::KeptMessage *kept = !topic.retains ? nullptr
            : topic.retained                                ? &*topic.retained
                                                            : &topic.last;
        const bool birth = isBirth(name);
        if (!kept && !birth)
            continue;
        telemetry::MessageView view;
        const recording::KeptMessage &source = kept ? *kept : topic.last;
        recording::applyFlags(source.flags, view);
        view.topic = name;
        view.payload = source.payload;
        view.properties = source.properties.get();
        if (!publish(topic.topic, view, kept != nullptr))
            return false;
        const std::lock_guard lock(m_shared->mutex);
        ++m_shared->status.stateMessages;
    }
    return true;
}

void BrokerReplay::run()
{
    pthread_setname_np(pthread_self(), "broker-replay");
    recording::Cursor cursor(m_recording);
    bool going = true;
    if (m_options.from != base::noTime) {
        going = publishState();
        cursor.seek(m_recording->sequenceAt(m_options.from));
    }
    const auto began = Steady::now();
    TimeNs first = m_options.from;
    recording::RecordedMessage message;
    while (going && cursor.next(message)) {
        const TimeNs time = message.view.received;
        if (m_options.to != base::noTime && time >= m_options.to)
            break;
        if (first == base::noTime)
            first = time;
        double late = 0;
        if (m_options.speed > 0) {
            const auto due = began
                + std::chrono::nanoseconds(static_cast<TimeNs>(static_cast<double>(time - first)
                                                               / m_options.speed));
            if (due > Steady::now() && !sleepUntil(due))
                break;
            late = std::chrono::duration<double, std::milli>(Steady::now() - due).count();
        }
        going = publish(message.topic, message.view,
                        message.view.retain || message.view.retainAsPublished);
        const std::lock_guard lock(m_shared->mutex);
        m_shared->status.time = time;
        m_shared->status.worstLateMs = std::max(m_shared->status.worstLateMs, late);
        if (m_shared->status.failed > 100 && m_shared->status.published == 0)
            break; // nothing goes through: the sentence is there
    }
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait_for(lock, 30s,
                               [this] { return m_shared->stopping || m_shared->underWay == 0; });
    m_shared->status.damages = cursor.damages();
    m_shared->status.done = true;
    lock.unlock();
    m_shared->changed.notify_all();
}

} // namespace connect
