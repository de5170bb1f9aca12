// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/link.h"

#include "models/base/log.h"
#include "models/base/visibletext.h"
#include "models/connect/mqtt/reasons.h"
#include "models/connect/mqtt/topics.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace connect::mqtt {

namespace {

constexpr auto keptWindow = std::chrono::milliseconds(2'000); ///< for the first kept message
constexpr auto keptPause = std::chrono::milliseconds(500); ///< between two of them
constexpr std::size_t mostKeptTopics = 2'000'000;

} // namespace

namespace {

base::TimeNs wallNow()
{
    return base::SystemClock::instance().now();
}

QString makeClientId(const Profile &profile)
{
    if (!profile.clientId.isEmpty())
        return profile.clientId;
    const quint64 random = QRandomGenerator::system()->generate64();
    return u"pilothouse-%1"_s.arg(random, 16, 16, '0'_L1).left(23); // 3.1.1 servers may stop at 23
}

} // namespace

Link::Link(LinkSetup setup, std::shared_ptr<LinkBoard> board)
    : m_setup(std::move(setup))
    , m_board(std::move(board))
    , m_clientId(makeClientId(m_setup.profile))
    , m_unreleased(std::make_unique<UnreleasedIds>())
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, this, &Link::attempt);
    for (const SubscriptionStatus &subscription : m_board->status.subscriptions) {
        const QByteArray filter = subscription.filter.toUtf8();
        m_filters.emplace_back(
            plainFilter({filter.constData(), static_cast<std::size_t>(filter.size())}));
    }
    m_counts.resize(m_filters.size());
}

Link::~Link() = default;

template <class Change>
void Link::change(Change &&change)
{
    const std::lock_guard lock(m_board->mutex);
    change(m_board->status);
}

void Link::setState(SourceState state, const QString &sentence)
{
    change([&](SourceStatus &status) {
        if (status.state != state)
            status.since = wallNow();
        status.state = state;
        status.sentence = sentence;
        status.attempt = m_attempt;
        if (!m_retry.isActive())
            status.nextTry = base::noTime;
    });
    m_board->connected = state == SourceState::Connected;
    qCInfo(base::lcConnect) << m_setup.profile.name << sentence;
    if (m_setup.stateChanged)
        m_setup.stateChanged();
}

void Link::start()
{
    attempt();
}

void Link::attempt()
{
    const QString where = u"%1:%2"_s.arg(m_setup.profile.host).arg(m_setup.profile.port);
    if (m_attempt == 0 || !m_wasConnected)
        setState(SourceState::Connecting, tr("Connecting to %1.").arg(where));
    else
        setState(SourceState::Reconnecting,
                 tr("Connecting to %1 again (try %2). %3")
                     .arg(where)
                     .arg(m_attempt)
                     .arg(m_lastSentence));
    if (m_session)
        m_session.release()->deleteLater();
    m_session =
        std::make_unique<Session>(m_setup.profile, m_setup.password, m_setup.passPhrase, m_clientId,
                                  m_setup.session, m_unreleased.get(), events());
    m_session->open();
}

Session::Events Link::events()
{
    return {
        .reached = {},
        .encrypted =
            [this] {
                change([this](SourceStatus &status) {
                    status.tlsText = m_session->wire().tlsText();
                    status.chain = m_session->wire().chain();
                });
            },
        .connected = [this](const ControlPacket &connack) { onConnected(connack); },
        .subscribed = [this](const QString &filter,
                             const ControlPacket &suback) { onSubscribed(filter, suback); },
        .message = [this](const telemetry::MessageView &message) { onMessage(message); },
        .published = [this](std::uint16_t id, int code,
                            const QString &reason) { onPublished(id, code, reason); },
        .roundTrip =
            [this](double ms) { change([ms](SourceStatus &status) { status.roundTripMs = ms; }); },
        .mayRead = [this] { return mayRead(); },
        .lost = [this](const Loss &loss) { onLost(loss); }};
}

QString Link::serverText(const ControlPacket &connack) const
{
    const Properties &from = connack.properties;
    QStringList parts;
    if (!m_sys.version().isEmpty())
        parts.append(m_sys.version());
    parts.append(m_setup.profile.version >= 5 ? u"MQTT 5.0"_s : u"MQTT 3.1.1"_s);
    if (connack.sessionPresent)
        parts.append(tr("session resumed"));
    if (!from.assignedClientId.empty())
        parts.append(tr("client id %1").arg(base::visibleText(from.assignedClientId)));
    if (from.maximumQos)
        parts.append(tr("QoS up to %1").arg(*from.maximumQos));
    if (from.retainAvailable == false)
        parts.append(tr("no retained messages"));
    if (from.wildcards == false)
        parts.append(tr("no wildcard subscriptions"));
    if (from.shared == false)
        parts.append(tr("no shared subscriptions"));
    if (from.maximumPacket)
        parts.append(tr("packets up to %1 bytes").arg(*from.maximumPacket));
    if (from.serverKeepAlive)
        parts.append(tr("keep-alive %1 s").arg(*from.serverKeepAlive));
    return parts.join(", "_L1);
}

void Link::onConnected(const ControlPacket &connack)
{
    m_connectedAt = Steady::now();
    m_sys.connected();
    m_board->maximumPacket = connack.properties.maximumPacket.value_or(0);
    m_receiveMaximum = connack.properties.receiveMaximum.value_or(65'535);
    const bool again = m_wasConnected;
    m_wasConnected = true;
    change([&](SourceStatus &status) {
        status.serverText = serverText(connack);
        status.chain = m_session->wire().chain();
        status.tlsText = m_session->wire().tlsText();
        status.reconnects += again ? 1 : 0;
        for (SubscriptionStatus &subscription : status.subscriptions) {
            subscription.grantedQos = -1;
            subscription.refused = false;
            subscription.answer = tr("asked");
        }
    });
    refreshDetails();
    pushEvent(telemetry::SourceEvent::Kind::Connected,
              again ? tr("Connected again to %1.").arg(m_setup.profile.host)
                    : tr("Connected to %1.").arg(m_setup.profile.host));
    setState(SourceState::Connected,
             tr("Connected to %1:%2.").arg(m_setup.profile.host).arg(m_setup.profile.port));
    subscribeAll();
}

void Link::subscribeAll()
{
    std::vector<std::pair<QString, int>> all;
    change([&all](SourceStatus &status) {
        for (const SubscriptionStatus &subscription : status.subscriptions)
            all.emplace_back(subscription.filter, subscription.requestedQos);
    });
    if (m_setup.profile.watchSys)
        for (const QString &filter : SysWatch::filters(m_filters))
            all.emplace_back(filter, 0);
    m_keptTopics.clear();
    m_keptUntil = Steady::now() + keptWindow;
    m_keptComes = true;
    // Without it the flag of a message that is published now would be taken away: what the server
    // retains could not be known. Asking again later would not do: mosquitto 2.0.11 keeps the
    // options of the first time.
    const int options = m_setup.profile.version >= 5 ? Engine::retainAsPublished : 0;
    for (const auto &[filter, qos] : all)
        m_session->subscribe(filter, qos, options);
}

/// With retain as published (MQTT 5.0, 3.8.3.1) the flag is on what the server kept and on what is
/// published now. What was kept comes once a topic, soon after the subscription: the second
/// message of a topic, and all that follow half a second without a new one, are of now.
bool Link::isKept(std::string_view topic)
{
    if (m_setup.profile.version < 5)
        return true;
    if (!m_keptComes)
        return false;
    const auto now = Steady::now();
    if (now < m_keptUntil && m_keptTopics.size() < mostKeptTopics
        && m_keptTopics.insert(std::hash<std::string_view>()(topic)).second) {
        m_keptUntil = std::max(m_keptUntil, now + keptPause);
        return true;
    }
    if (now >= m_keptUntil) {
        m_keptComes = false;
        m_keptTopics = {};
    }
    return false;
}

void Link::onSubscribed(const QString &filter, const ControlPacket &suback)
{
    const int code = suback.codes.empty() ? 0x80 : suback.codes.front();
    const QString words = reasonTextWithCode(ReasonOf::Suback, code, m_setup.profile.version);
    bool refused = false;
    change([&](SourceStatus &status) {
        for (SubscriptionStatus &subscription : status.subscriptions) {
            if (subscription.filter != filter)
                continue;
            subscription.refused = refused = code >= 0x80;
            subscription.grantedQos = code < 0x80 ? code : -1;
            subscription.answer = code < 0x80 ? reasonText(ReasonOf::Suback, code, 5)
                : suback.properties.reason.empty()
                ? tr("refused: %1").arg(words)
                : tr("refused: %1, %2").arg(words, base::visibleText(suback.properties.reason));
        }
    });
    if (refused)
        pushEvent(
            telemetry::SourceEvent::Kind::Note,
            tr("The subscription to %1 was refused: %2.").arg(base::visibleText(filter), words));
    if (m_setup.stateChanged)
        m_setup.stateChanged();
}

bool Link::forUser(std::string_view topic) const
{
    return std::any_of(m_filters.begin(), m_filters.end(),
                       [topic](const std::string &filter) { return topicMatches(filter, topic); });
}

void Link::countFilters(std::string_view topic)
{
    bool changed = false;
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        if (m_filters.size() > 1 && !topicMatches(m_filters[i], topic))
            continue;
        // The board is touched now and then only: a lock per message would cost more than the
        // message.
        changed |= (++m_counts[i] & 0xFF) == 1;
    }
    if (changed)
        change([this](SourceStatus &status) {
            for (std::size_t i = 0; i < m_counts.size(); ++i)
                status.subscriptions[i].messages = m_counts[i];
        });
}

void Link::onMessage(const telemetry::MessageView &message)
{
    if (message.topic.starts_with("$SYS/")) {
        bool changed = false;
        const bool watched =
            m_setup.profile.watchSys && m_sys.take(message.topic, message.payload, changed);
        if (watched)
            refreshDetails();
        if (changed && m_setup.brokerDropped)
            m_setup.brokerDropped(m_sys.dropped());
        if (watched && !forUser(message.topic))
            return;
    }
    m_board->messages.fetch_add(1, std::memory_order_relaxed);
    m_board->bytes.fetch_add(message.topic.size() + message.payload.size(),
                             std::memory_order_relaxed);
    countFilters(message.topic);
    telemetry::MessageView mine = message;
    mine.source = m_setup.source;
    if (mine.retain && !isKept(mine.topic)) {
        mine.retain = false;
        mine.retainAsPublished = true;
    }
    if (!m_setup.inlet->push(mine, false))
        m_board->dropped.fetch_add(1, std::memory_order_relaxed);
}

/// Stops reading while the pipeline is behind: TCP then slows the broker. After maxPause messages
/// are read and dropped, counted, so that the connection stays alive.
bool Link::mayRead()
{
    if (!m_setup.inlet->nearlyFull()) {
        if (m_paused)
            m_board->blockedFor += std::chrono::nanoseconds(Steady::now() - m_pausedAt).count();
        m_paused = m_dropping = false;
        return true;
    }
    if (m_dropping)
        return true;
    if (!m_paused) {
        m_paused = true;
        m_pausedAt = Steady::now();
    }
    if (std::chrono::nanoseconds(Steady::now() - m_pausedAt).count() < m_setup.maxPause)
        return false;
    m_dropping = true;
    m_paused = false;
    m_board->blockedFor += m_setup.maxPause;
    pushEvent(telemetry::SourceEvent::Kind::Note,
              tr("The pipeline stood still for too long; messages are dropped and counted."));
    return true;
}

void Link::onLost(const Loss &loss)
{
    const bool wasConnected = m_board->connected;
    const bool stable = wasConnected
        && Steady::now() - m_connectedAt >= std::chrono::milliseconds(m_setup.retry.stable);
    if (stable || loss.kind != m_lastKind)
        m_attempt = 0;
    m_lastKind = loss.kind;
    m_lastSentence = loss.sentence;
    dropPending(tr("The connection was lost before the broker confirmed it."));
    change([this](SourceStatus &status) {
        if (m_session && !m_session->wire().chain().empty())
            status.chain = m_session->wire().chain(); // a refused one too: it can be pinned
        for (SubscriptionStatus &subscription : status.subscriptions) {
            subscription.grantedQos = -1;
            subscription.answer = tr("not connected");
        }
    });
    if (wasConnected)
        pushEvent(telemetry::SourceEvent::Kind::Disconnected, loss.sentence);
    ++m_attempt;
    if (loss.kind == Loss::Kind::Profile) {
        setState(SourceState::Failed, loss.sentence);
    } else {
        const int wait = retryWait(m_setup.retry, loss.kind, m_attempt,
                                   QRandomGenerator::global()->generateDouble());
        m_retry.start(wait);
        change([wait](SourceStatus &status) { status.nextTry = wallNow() + wait * base::nsPerMs; });
        setState(loss.kind == Loss::Kind::NeedsPerson ? SourceState::Failed
                                                      : SourceState::Reconnecting,
                 loss.sentence);
    }
    if (m_session) {
        m_session->close(0);
        m_session.release()->deleteLater(); // it is on the call stack
    }
}

void Link::shutdown()
{
    m_retry.stop();
    dropPending(tr("The connection was stopped before the broker confirmed it."));
    const bool wasConnected = m_board->connected;
    if (m_session)
        m_session->close(200);
    m_session.reset();
    if (wasConnected)
        pushEvent(telemetry::SourceEvent::Kind::Disconnected,
                  tr("Disconnected from %1.").arg(m_setup.profile.host));
    setState(SourceState::Stopped, tr("Stopped."));
}

void Link::publish(const PublishRequest &request)
{
    constexpr std::size_t mostWaiting = 10'000;
    if (request.qos == 0 || !m_board->connected
        || (m_queue.empty() && m_pending.size() < m_receiveMaximum))
        return publishNow(request);
    if (m_queue.size() < mostWaiting)
        m_queue.push_back(request);
    else if (request.done)
        request.done(base::failure(tr("%1 messages wait for the broker's confirmation already; "
                                      "this one was not published.")
                                       .arg(mostWaiting),
                                   base::ErrorCode::Limit));
}

void Link::publishNow(const PublishRequest &request)
{
    const auto answer = [&request](const base::Result<> &result) {
        if (request.done)
            request.done(result);
    };
    if (!m_session || !m_board->connected)
        return answer(
            base::failure(tr("The connection is not there any more; nothing was published."),
                          base::ErrorCode::Io));
    const auto id = m_session->publish(request);
    if (!id) {
        pushEvent(telemetry::SourceEvent::Kind::Note, id.error().text);
        return answer(tl::unexpected(id.error()));
    }
    if (*id != 0) {
        m_pending[*id] = {request.topic, request.done};
        return;
    }
    ++m_board->published;
    answer({});
}

void Link::onPublished(std::uint16_t id, int code, const QString &reason)
{
    auto node = m_pending.extract(id);
    if (node.empty())
        return;
    while (!m_queue.empty() && m_pending.size() < m_receiveMaximum) {
        const PublishRequest next = std::move(m_queue.front());
        m_queue.pop_front();
        publishNow(next);
    }
    const auto &[topic, done] = node.mapped();
    if (code < 0x80) {
        ++m_board->published;
        if (done)
            done({});
        return;
    }
    QString sentence =
        tr("Publishing to %1 was refused: %2")
            .arg(base::visibleText(topic), reasonTextWithCode(ReasonOf::Publish, code, 5));
    if (!reason.isEmpty())
        sentence += u" - "_s + reason;
    sentence += u'.';
    pushEvent(telemetry::SourceEvent::Kind::Note, sentence);
    if (done)
        done(base::failure(sentence, base::ErrorCode::Denied));
}

void Link::dropPending(const QString &why)
{
    const auto pending = std::move(m_pending);
    m_pending.clear();
    for (const auto &[id, entry] : pending)
        if (entry.second)
            entry.second(base::failure(why, base::ErrorCode::Io));
    const auto queue = std::move(m_queue);
    m_queue.clear();
    for (const PublishRequest &request : queue)
        if (request.done)
            request.done(base::failure(why, base::ErrorCode::Io));
}

void Link::pushEvent(telemetry::SourceEvent::Kind kind, const QString &text)
{
    m_setup.inlet->push(
        telemetry::SourceEvent{.kind = kind, .time = wallNow(), .text = text.toStdString()});
}

void Link::refreshDetails()
{
    change([this](SourceStatus &status) {
        status.brokerDropped = m_sys.dropped();
        status.details = m_sys.details();
        status.details.emplace_back(tr("Client id"), m_clientId);
        status.details.emplace_back(tr("Library"), engineText());
        if (!m_sys.version().isEmpty() && !status.serverText.startsWith(m_sys.version()))
            status.serverText = m_sys.version() + u", "_s + status.serverText;
    });
}

} // namespace connect::mqtt
