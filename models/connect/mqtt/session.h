// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/engine.h"
#include "models/connect/mqtt/wire.h"

#include <QTimer>

#include <bitset>
#include <chrono>
#include <deque>
#include <map>

namespace connect::mqtt {

/// QoS 2 messages that were delivered and not yet released by the server (MQTT 5.0, 4.3.3 method
/// B). Outlives a connection when the server keeps the session.
using UnreleasedIds = std::bitset<65536>;

struct SessionOptions
{
    int connectTimeoutMs = 10'000; ///< name, TCP and TLS; again for CONNACK
    std::size_t maximumPacket = 32u << 20;
};

/// One connection to a broker from the first byte to the last: wire, engine, keep-alive, checks of
/// every packet. Does not try again; that is the Link's part. One thread.
class Session final : public QObject
{
    Q_OBJECT

public:
    struct Events
    {
        std::function<void()> reached; ///< TCP is there
        std::function<void()> encrypted; ///< TLS is there (not called without TLS)
        std::function<void(const ControlPacket &connack)> connected;
        /// The answer to subscribe(), in the order of the calls.
        std::function<void(const QString &filter, const ControlPacket &suback)> subscribed;
        std::function<void(const telemetry::MessageView &)> message;
        /// The server's word on a publish() with QoS 1 or 2.
        std::function<void(std::uint16_t id, int code, const QString &reason)> published;
        std::function<void(double ms)> roundTrip;
        std::function<bool()> mayRead; ///< false: leave it in the socket for now
        std::function<void(const Loss &)> lost; ///< once; nothing follows
    };

    Session(const Profile &profile, const QString &password, const QString &passPhrase,
            const QString &clientId, const SessionOptions &options, UnreleasedIds *unreleased,
            Events events, QObject *parent = nullptr);
    ~Session() override;

    void open();
    void subscribe(const QString &filter, int qos, int options = 0);
    base::Result<std::uint16_t> publish(const PublishRequest &request);
    /// Sends DISCONNECT and closes; no event follows. Waits at most `ms` for the bytes to leave.
    void close(int ms);

    const Wire &wire() const { return m_wire; }
    /// When something last came from the server, monotonic.
    std::uint64_t packets() const { return m_packets; }

private:
    using Steady = std::chrono::steady_clock;

    void onOpened();
    void pump();
    bool pumpChunk(std::size_t &budget);
    void gatherWhenBusy(std::size_t bytes);
    bool onFrame(const Frame &frame);
    bool onPublish(const Frame &frame);
    bool onControl(const Frame &frame);
    bool onConnack(const Frame &frame, const ControlPacket &packet);
    void onAck(const ControlPacket &packet);
    void deliver(const PublishPacket &publish);
    void onEngineMessage(std::string_view topic, std::string_view payload);
    void flushRun();
    void send(std::string_view bytes);
    void noteSent(std::string_view bytes);
    void tick();
    void ping();
    void fail(Loss::Kind kind, const QString &sentence);
    void failFault(const Frame &frame, Fault fault);
    void failScan(std::string_view bytes, Scan scan);
    bool failForeign(std::string_view bytes);
    void onWireLost(const Loss &loss);

    const Profile m_profile;
    const QString m_password;
    const QString m_clientId;
    const SessionOptions m_options;
    UnreleasedIds *m_unreleased;
    Events m_events;
    Wire m_wire;
    std::unique_ptr<Engine> m_engine;
    QTimer m_tick;
    QTimer m_retryRead;
    std::string_view m_run; ///< PUBLISH packets in the wire's buffer that wait for the engine
    int m_runCount = 0;
    struct Head
    {
        std::uint8_t qos;
        bool retain;
        bool duplicate;
        std::unique_ptr<telemetry::MessageProperties> properties;
    };
    std::deque<Head> m_heads; ///< of the packets in m_run, for an engine that reads messages
    PublishPacket m_publish;
    std::string m_outgoing; ///< rest of a packet that the engine has not written fully
    std::deque<QString> m_asked;
    std::map<std::uint16_t, QString> m_subscribing; ///< packet id -> filter
    int m_keepAliveMs = 0;
    Steady::time_point m_openedAt{};
    Steady::time_point m_lastReceived{};
    Steady::time_point m_lastSent{};
    Steady::time_point m_pingedAt{};
    bool m_pinging = false;
    bool m_connected = false;
    bool m_done = false;
    std::uint64_t m_packets = 0;
    std::uint64_t m_packetsCounted = 0; ///< of them, at m_countedAt
    Steady::time_point m_countedAt{};
};

} // namespace connect::mqtt
