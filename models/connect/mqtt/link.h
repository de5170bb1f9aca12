// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/backoff.h"
#include "models/connect/mqtt/session.h"
#include "models/connect/mqtt/syswatch.h"

#include <atomic>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace connect::mqtt {

/// What a link needs besides the profile.
struct LinkSetup
{
    Profile profile;
    QString password;
    QString passPhrase; ///< of the client key
    telemetry::SourceId source = 0;
    std::shared_ptr<telemetry::Inlet> inlet;
    std::function<void(std::int64_t)> brokerDropped; ///< io thread; may be empty
    std::function<void()> stateChanged; ///< io thread; may be empty
    RetryTimes retry;
    SessionOptions session;
    base::TimeNs maxPause =
        10 * base::nsPerSecond; ///< reading waits for the pipeline at most this long
};

/// The status as other threads see it.
struct LinkBoard
{
    mutable std::mutex mutex;
    SourceStatus status; ///< without the counters below
    std::vector<std::string> filters; ///< plain, in the order of status.subscriptions
    std::atomic<std::uint64_t> messages = 0;
    std::atomic<std::uint64_t> bytes = 0;
    std::atomic<std::uint64_t> published = 0;
    std::atomic<std::uint64_t> dropped = 0;
    std::atomic<base::TimeNs> blockedFor = 0;
    std::atomic<bool> connected = false;
    std::atomic<std::uint32_t> maximumPacket = 0; ///< of the server; 0: not told
};

/// Keeps one broker connected: tries again, subscribes again, watches $SYS, counts, and pushes
/// messages and events into the inlet in their order. Lives on its own io thread.
class Link final : public QObject
{
    Q_OBJECT

public:
    Link(LinkSetup setup, std::shared_ptr<LinkBoard> board);
    ~Link() override;

    void start();
    void shutdown(); ///< says goodbye to the broker; nothing is pushed afterwards
    /// Never more QoS 1 and 2 messages in flight than the server receives at once (MQTT 5.0, 4.9):
    /// libmosquitto keeps to it, Qt MQTT does not.
    void publish(const PublishRequest &request);

private:
    using Steady = std::chrono::steady_clock;
    using Done = std::function<void(const base::Result<> &)>;

    void attempt();
    void publishNow(const PublishRequest &request);
    Session::Events events();
    void onConnected(const ControlPacket &connack);
    void subscribeAll();
    bool isKept(std::string_view topic);
    void onSubscribed(const QString &filter, const ControlPacket &suback);
    void onMessage(const telemetry::MessageView &message);
    void countFilters(std::string_view topic);
    bool forUser(std::string_view topic) const;
    bool mayRead();
    void onPublished(std::uint16_t id, int code, const QString &reason);
    void onLost(const Loss &loss);
    void dropPending(const QString &why);
    void pushEvent(telemetry::SourceEvent::Kind kind, const QString &text);
    void setState(SourceState state, const QString &sentence);
    QString serverText(const ControlPacket &connack) const;
    void refreshDetails();
    template <class Change>
    void change(Change &&change);

    const LinkSetup m_setup;
    const std::shared_ptr<LinkBoard> m_board;
    const QString m_clientId;
    std::unique_ptr<UnreleasedIds> m_unreleased;
    std::unique_ptr<Session> m_session;
    SysWatch m_sys;
    QTimer m_retry;
    std::unordered_set<std::size_t> m_keptTopics; ///< hashes; that gave a kept message
    Steady::time_point m_keptUntil{};
    bool m_keptComes = false;
    int m_attempt = 0;
    bool m_wasConnected = false; ///< ever
    Loss::Kind m_lastKind = Loss::Kind::Network;
    QString m_lastSentence;
    Steady::time_point m_connectedAt{};
    Steady::time_point m_pausedAt{};
    bool m_paused = false;
    bool m_dropping = false;
    std::vector<std::string> m_filters;
    std::vector<std::uint64_t> m_counts;
    std::unordered_map<std::uint16_t, std::pair<QString, Done>>
        m_pending; ///< packet id -> topic, callback
    std::deque<PublishRequest> m_queue; ///< waits for acknowledgements, see mayPublish()
    std::size_t m_receiveMaximum = 65'535; ///< of the server
};

} // namespace connect::mqtt
