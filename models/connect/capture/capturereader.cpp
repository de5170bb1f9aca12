// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/capture/capturereader.h"

#include "models/connect/capture/connection.h"
#include "models/connect/capture/words.h"
#include "models/interchange/notices.h"
#include "models/interchange/textsource.h"

#include <QFileInfo>

#include <algorithm>
#include <deque>

namespace connect::capture {

namespace {

using interchange::MessageReader;

constexpr std::size_t maxConnections = 50'000;
constexpr std::size_t maxHeld = 64u << 20; ///< of all connections together
constexpr std::size_t maxOrigins = 60'000;

enum Event {
    FirstStreamEvent = 0, // StreamEvent
    CutFile = 16,
    NoTimes,
    UnknownLink,
    Fragments,
    Damaged,
    Encrypted,
    Inferred,
    LostWebSocket,
    ManyOrigins,
    TooMuchHeld,
};

QString sentence(int event, std::uint64_t count)
{
    const int n = static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000));
    switch (event) {
    case static_cast<int>(StreamEvent::LostPacket):
        return Words::tr("%n MQTT packets are not whole in the capture and were skipped.", nullptr,
                         n);
    case static_cast<int>(StreamEvent::LostBytes):
        return Words::tr("%n times bytes between MQTT packets are missing in the capture; reading "
                         "went on at the next packet that could be recognised.",
                         nullptr, n);
    case static_cast<int>(StreamEvent::Malformed):
        return Words::tr("%n MQTT packets break the rules of MQTT and were skipped.", nullptr, n);
    case static_cast<int>(StreamEvent::TooLarge):
        return Words::tr("%n MQTT packets are larger than %1 MiB and were skipped.", nullptr, n)
            .arg(MqttStream::maxPacket >> 20);
    case static_cast<int>(StreamEvent::UnknownAlias):
        return Words::tr("%n messages name their topic by an alias that was agreed before the "
                         "capture began, and were skipped.",
                         nullptr, n);
    case static_cast<int>(StreamEvent::OddProperty):
        return Words::tr("%n messages give a payload format that MQTT does not know; the messages "
                         "were kept without it.",
                         nullptr, n);
    case CutFile:
        return Words::tr("The file ends in the middle of a packet; it was probably copied while "
                         "it was being written.");
    case NoTimes:
        return Words::tr("Some packets have no time; they got that of the packet before them.");
    case UnknownLink:
        return Words::tr("%n packets come from a kind of network that is not known here.", nullptr,
                         n);
    case Fragments:
        return Words::tr("%n IP packets are fragments and were not put together.", nullptr, n);
    case Damaged:
        return Words::tr("%n packets have broken headers.", nullptr, n);
    case Encrypted:
        return Words::tr("%n connections are encrypted (TLS) and cannot be read.", nullptr, n);
    case Inferred:
        return Words::tr("%n sessions were under way when the capture began; their version of MQTT "
                         "was inferred from their packets, and their client ids are not known.",
                         nullptr, n);
    case LostWebSocket:
        return Words::tr("%n WebSocket connections could not be followed to their end (compressed, "
                         "or bytes are missing).",
                         nullptr, n);
    case ManyOrigins:
        return Words::tr("%n messages are of sessions beyond the first %1 and are listed under the "
                         "last of those.",
                         nullptr, n)
            .arg(maxOrigins);
    default:
        return Words::tr("%n times more was incomplete at once than is kept; the incomplete "
                         "packets were skipped.",
                         nullptr, n);
    }
}

struct Held
{
    std::string topic;
    std::string payload; ///< with padding
    std::size_t size = 0;
    base::TimeNs time = 0;
    telemetry::SourceId source = 0;
    std::uint8_t qos = 0;
    bool retain = false;
    bool duplicate = false;
    bool retainAsPublished = false;
    bool hasProperties = false;
    telemetry::MessageProperties properties;
};

class CaptureReader final : public MessageReader
{
public:
    CaptureReader(std::unique_ptr<QIODevice> device, const QString &name,
                  const CaptureOptions &options)
        : m_name(name)
        , m_options(options)
        , m_file(std::move(device))
    {
        m_events.ports = m_options.ports;
        m_events.publish = [this](Connection &connection, bool toServer,
                                  const mqtt::PublishPacket &packet, std::string_view topic) {
            take(connection, toServer, packet, topic);
        };
        m_events.report = [this](StreamEvent event) { count(static_cast<int>(event)); };
    }

    base::Result<bool> next(telemetry::MessageView &out) override;
    std::vector<Origin> origins() const override { return m_origins; }
    std::uint64_t bytesRead() const override { return m_file.bytesRead(); }
    std::uint64_t bytesTotal() const override { return m_file.bytesTotal(); }
    QStringList notices() const override;

private:
    using Key = std::pair<Endpoint, Endpoint>;

    void add(const Packet &packet);
    void end();
    void closeConnection(std::map<Key, std::unique_ptr<Connection>>::iterator at);
    void forgetOldest();
    void take(Connection &connection, bool toServer, const mqtt::PublishPacket &packet,
              std::string_view topic);
    int addOrigin(const Connection &connection, bool toServer);
    base::Result<bool> nothing() const;
    void count(int event)
    {
        m_notices.count(event, [this] { return Words::tr("packet %1").arg(m_file.count()); });
    }

    QString m_name;
    CaptureOptions m_options;
    PacketFile m_file;
    Connection::Events m_events;
    std::map<Key, std::unique_ptr<Connection>> m_connections;
    std::deque<Held> m_ready;
    Held m_current;
    std::vector<Origin> m_origins;
    std::size_t m_heldBytes = 0;
    base::TimeNs m_now = 0;
    std::uint64_t m_tcpPackets = 0;
    std::uint64_t m_tcpConnections = 0;
    std::uint64_t m_sessions = 0;
    std::uint64_t m_messages[2] = {};
    interchange::Notices m_notices;
    bool m_ended = false;
};

base::Result<bool> CaptureReader::next(telemetry::MessageView &out)
{
    while (m_ready.empty()) {
        if (m_ended)
            return m_sessions > 0 ? base::Result<bool>(false) : nothing();
        Packet packet;
        const auto more = m_file.next(packet);
        if (!more)
            return base::failure(Words::tr("%1: %2").arg(m_name, more.error().text),
                                 more.error().code);
        if (*more)
            add(packet);
        else
            end();
    }
    m_current = std::move(m_ready.front());
    m_ready.pop_front();
    out = {.topic = m_current.topic,
           .payload = {m_current.payload.data(), m_current.size},
           .received = m_current.time,
           .source = m_current.source,
           .qos = m_current.qos,
           .retain = m_current.retain,
           .duplicate = m_current.duplicate,
           .properties = m_current.hasProperties ? &m_current.properties : nullptr,
           .retainAsPublished = m_current.retainAsPublished};
    return true;
}

/// What the file holds instead of MQTT.
base::Result<bool> CaptureReader::nothing() const
{
    const std::uint64_t encrypted = m_notices.counted(Encrypted);
    const std::uint64_t unknown = m_notices.counted(UnknownLink);
    if (encrypted > 0)
        return base::failure(
            Words::tr("%1 holds no MQTT that can be read: %2 connections are encrypted (TLS).")
                .arg(m_name)
                .arg(encrypted),
            base::ErrorCode::Unsupported);
    if (unknown > 0 && unknown == m_file.count())
        return base::failure(
            Words::tr("%1 was captured on a kind of network that is not known here; capture on "
                      "Ethernet, on the loopback or on \"any\".")
                .arg(m_name),
            base::ErrorCode::Unsupported);
    return base::failure(
        Words::tr("%1 holds no MQTT over TCP or WebSocket (packets: %2, of these TCP: %3, "
                  "connections: %4).")
            .arg(m_name)
            .arg(m_file.count())
            .arg(m_tcpPackets)
            .arg(m_tcpConnections),
        base::ErrorCode::NotFound);
}

void CaptureReader::add(const Packet &packet)
{
    Segment segment;
    m_now = packet.time;
    switch (findSegment(packet, segment)) {
    case Found::Segment:
        break;
    case Found::OtherProtocol:
        return;
    case Found::Fragment:
        return count(Fragments);
    case Found::Damaged:
        return count(Damaged);
    case Found::UnknownLink:
        return count(UnknownLink);
    }
    ++m_tcpPackets;
    const bool fromFirst = segment.from < segment.to;
    const Key key = fromFirst ? Key{segment.from, segment.to} : Key{segment.to, segment.from};
    auto at = m_connections.find(key);
    if (at != m_connections.end() && at->second->startsAnew(segment, fromFirst)) {
        closeConnection(at);
        at = m_connections.end();
    }
    if (at == m_connections.end()) {
        if (segment.payload.empty() && !segment.syn)
            return; // the end of one that was closed already
        if (m_connections.size() >= maxConnections)
            forgetOldest();
        at = m_connections.emplace(key, std::make_unique<Connection>(m_events, segment, fromFirst))
                 .first;
        ++m_tcpConnections;
    }
    Connection &connection = *at->second;
    const std::size_t before = connection.heldBytes();
    connection.add(segment, fromFirst, packet.time);
    m_heldBytes += connection.heldBytes();
    m_heldBytes -= before;
    if (m_heldBytes > maxHeld) {
        const std::size_t held = connection.heldBytes();
        connection.dropHeld();
        m_heldBytes -= held - connection.heldBytes();
        count(TooMuchHeld);
    }
    if (connection.closed())
        closeConnection(at);
}

void CaptureReader::closeConnection(std::map<Key, std::unique_ptr<Connection>>::iterator at)
{
    Connection &connection = *at->second;
    m_heldBytes -= connection.heldBytes();
    connection.finish();
    switch (connection.kind()) {
    case Connection::Kind::Encrypted:
        count(Encrypted);
        break;
    case Connection::Kind::Mqtt:
    case Connection::Kind::WebSocket: {
        const MqttSession &session = connection.session();
        if (!session.connectSeen && session.version == 0)
            break; // nothing in it was MQTT
        ++m_sessions;
        if (!session.connectSeen)
            count(Inferred);
        if (connection.lostWebSocket())
            count(LostWebSocket);
        break;
    }
    case Connection::Kind::Undecided:
    case Connection::Kind::Other:
        break;
    }
    m_connections.erase(at);
}

/// A tenth of the connections, those that were silent for longest.
void CaptureReader::forgetOldest()
{
    std::vector<base::TimeNs> times;
    times.reserve(m_connections.size());
    for (const auto &[key, connection] : m_connections)
        times.push_back(connection->lastTime());
    const auto tenth = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 10);
    std::nth_element(times.begin(), tenth, times.end());
    const base::TimeNs limit = *tenth;
    for (auto at = m_connections.begin(); at != m_connections.end();) {
        const auto following = std::next(at);
        if (at->second->lastTime() <= limit)
            closeConnection(at);
        at = following;
    }
}

void CaptureReader::end()
{
    m_ended = true;
    while (!m_connections.empty())
        closeConnection(m_connections.begin());
    if (m_file.cut())
        count(CutFile);
    if (m_file.timeless())
        count(NoTimes);
}

int CaptureReader::addOrigin(const Connection &connection, bool toServer)
{
    if (m_origins.size() >= maxOrigins) {
        count(ManyOrigins);
        return static_cast<int>(m_origins.size()) - 1;
    }
    const MqttSession &session = connection.session();
    const QString client = connection.client().text();
    const QString server = connection.server().text();
    const QString who = session.clientId.empty()
        ? client
        : QString::fromUtf8(session.clientId.data(), qsizetype(session.clientId.size()));
    Origin origin;
    origin.key = QStringLiteral("%1 %2 %3 #%4")
                     .arg(client, QLatin1StringView(toServer ? ">" : "<"), server)
                     .arg(m_origins.size() + 1)
                     .toStdString();
    origin.name =
        (toServer ? Words::tr("%1 to %2") : Words::tr("%2 to %1")).arg(who, server).toStdString();
    m_origins.push_back(std::move(origin));
    return static_cast<int>(m_origins.size()) - 1;
}

void CaptureReader::take(Connection &connection, bool toServer, const mqtt::PublishPacket &packet,
                         std::string_view topic)
{
    if (toServer ? !m_options.sent : !m_options.received)
        return;
    int &origin = connection.origins[toServer ? 0 : 1];
    if (origin < 0)
        origin = addOrigin(connection, toServer);
    ++m_messages[toServer ? 0 : 1];
    Held &held = m_ready.emplace_back();
    held.topic = topic;
    held.payload.reserve(packet.payload.size() + telemetry::MessageBatch::padding);
    held.payload = packet.payload;
    held.payload.append(telemetry::MessageBatch::padding, '\0');
    held.size = packet.payload.size();
    held.time = m_now;
    held.source = static_cast<telemetry::SourceId>(origin);
    held.qos = packet.qos;
    held.retain = packet.retain && !toServer; // to the server it asks to keep a new message
    held.retainAsPublished = packet.retain && toServer;
    held.duplicate = packet.duplicate;
    held.hasProperties = packet.hasProperties;
    if (packet.hasProperties)
        held.properties = packet.properties;
}

QStringList CaptureReader::notices() const
{
    QStringList all = m_notices.sentences(sentence);
    if (m_messages[0] > 0 && m_messages[1] > 0)
        all.append(Words::tr("What clients sent and what the server passed on are both there, so a "
                             "message can occur once for each captured session it went through."));
    if (m_ended && m_sessions > 0 && m_messages[0] + m_messages[1] == 0)
        all.append(
            Words::tr("The MQTT sessions in the capture (%1) carry no message.").arg(m_sessions));
    return all;
}

} // namespace

base::Result<std::unique_ptr<MessageReader>>
openCapture(std::unique_ptr<QIODevice> device, const QString &name, const CaptureOptions &options)
{
    return std::make_unique<CaptureReader>(std::move(device), name, options);
}

base::Result<std::unique_ptr<MessageReader>> openCapture(const QString &path,
                                                         const CaptureOptions &options)
{
    auto file = interchange::openFile(path);
    if (!file)
        return tl::unexpected(file.error());
    return openCapture(std::move(*file), QFileInfo(path).fileName(), options);
}

} // namespace connect::capture
