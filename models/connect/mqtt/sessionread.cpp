// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "models/connect/mqtt/reasons.h"
#include "models/connect/mqtt/session.h"

#include <thread>

using namespace Qt::StringLiterals;

// The reading half of Session: every packet is framed, checked and only then given to the engine.
namespace connect::mqtt {

namespace {

constexpr std::size_t turnBytes = 256u << 10; ///< read per turn of the event loop
constexpr int retryReadMs = 2;
constexpr std::uint64_t busyPackets = 20; ///< a millisecond
constexpr std::size_t manyBytes = 48u << 10; ///< at once: worth the wake-up
constexpr auto gather = std::chrono::microseconds(1'000);

QString shown(const std::string &text)
{
    return base::visibleText(std::string_view(text).substr(0, 512));
}

} // namespace

void Session::pump()
{
    std::size_t budget = turnBytes;
    while (!m_done) {
        if (m_events.mayRead && m_connected && !m_events.mayRead()) {
            m_retryRead.start(retryReadMs);
            return;
        }
        if (!pumpChunk(budget))
            return gatherWhenBusy(turnBytes - budget);
        if (budget == 0) {
            m_retryRead.start(0); // let timers and writes have their turn
            return;
        }
    }
}

/// A broker sends each message alone, and waking up for each costs five times what reading it does.
/// When they come thick but few at a time, the next ones gather in the kernel for a millisecond.
void Session::gatherWhenBusy(std::size_t bytes)
{
    const auto now = Steady::now();
    const auto ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(now - m_countedAt).count() + 1;
    const std::uint64_t since = m_packets - m_packetsCounted;
    const bool busy = since >= busyPackets * static_cast<std::uint64_t>(ms);
    if (ms > 4) {
        m_countedAt = now;
        m_packetsCounted = m_packets;
    }
    if (busy && bytes < manyBytes && !m_done)
        std::this_thread::sleep_for(gather);
}

/// What is buffered, then one more read. False when there is nothing more for now.
bool Session::pumpChunk(std::size_t &budget)
{
    Frame frame;
    std::string_view bytes = m_wire.pending();
    std::size_t used = 0;
    Scan scan = Scan::Incomplete;
    while (!m_done
           && (scan = scanFrame(bytes.substr(used), m_options.maximumPacket, frame))
               == Scan::Complete) {
        used += frame.whole.size();
        ++m_packets;
        if (!onFrame(frame))
            break;
    }
    flushRun();
    m_wire.consume(used);
    if (m_done)
        return false;
    if (!m_connected && scan == Scan::Incomplete && used < bytes.size()
        && failForeign(bytes.substr(used)))
        return false;
    if (scan == Scan::Malformed || scan == Scan::TooLarge) {
        failScan(bytes.substr(used), scan);
        return false;
    }
    const std::size_t before = m_wire.pending().size();
    if (!m_wire.fill())
        return false;
    m_lastReceived = Steady::now();
    budget -= std::min(budget, m_wire.pending().size() - before);
    return true;
}

/// Before the login only CONNACK or AUTH can come; anything else is no MQTT server. False when
/// these bytes may be one.
bool Session::failForeign(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const auto type = static_cast<PacketType>(first >> 4);
    if (m_connected || type == PacketType::Connack || type == PacketType::Auth)
        return false;
    const QString where = u"%1:%2"_s.arg(m_profile.host).arg(m_profile.port);
    if (!m_wire.encrypted() && first >= 0x14 && first <= 0x17 && bytes.size() > 1
        && bytes[1] == '\x03')
        fail(Loss::Kind::NeedsPerson,
             tr("%1 answers with TLS: switch on TLS in the connection.").arg(where));
    else if (bytes.starts_with("HTTP/"))
        fail(Loss::Kind::NeedsPerson,
             tr("%1 answers in HTTP: it is a web server, not an MQTT port.").arg(where));
    else
        fail(Loss::Kind::BadServer,
             tr("%1 answered the login with something else than CONNACK: is it an MQTT broker?")
                 .arg(where));
    return true;
}

void Session::failScan(std::string_view bytes, Scan scan)
{
    if (failForeign(bytes))
        return;
    const QString name =
        packetName(static_cast<PacketType>(static_cast<unsigned char>(bytes.front()) >> 4));
    if (scan == Scan::TooLarge)
        return fail(Loss::Kind::BadServer,
                    tr("%1 sent a %2 packet of more than %3 MiB, which is the limit here.")
                        .arg(m_profile.host, name)
                        .arg(m_options.maximumPacket >> 20));
    fail(Loss::Kind::BadServer,
         tr("%1 sent a malformed %2 packet: %3.")
             .arg(m_profile.host, name, faultText(Fault::Length)));
}

void Session::failFault(const Frame &frame, Fault fault)
{
    fail(Loss::Kind::BadServer,
         tr("%1 sent a malformed %2 packet: %3.")
             .arg(m_profile.host, packetName(frame.type), faultText(fault)));
}

bool Session::onFrame(const Frame &frame)
{
    if (failForeign(frame.whole))
        return false;
    return frame.type == PacketType::Publish ? onPublish(frame) : onControl(frame);
}

bool Session::onPublish(const Frame &frame)
{
    PublishPacket &publish = m_publish;
    if (const Fault fault = readPublish(frame, m_profile.version, publish); fault != Fault::None) {
        flushRun();
        failFault(frame, fault);
        return false;
    }
    if (publish.qos == 2) {
        if (m_unreleased->test(
                publish.id)) { // sent again: delivered before, only to be acknowledged
            flushRun();
            const char pubrec[] = {'\x50', '\x02', static_cast<char>(publish.id >> 8),
                                   static_cast<char>(publish.id & 0xFF)};
            m_wire.write({pubrec, sizeof pubrec});
            return true;
        }
        m_unreleased->set(publish.id);
    }
    if (!m_engine->readsMessages()) {
        deliver(publish);
        if (publish.qos == 0)
            return true;
    } else {
        m_heads.push_back({publish.qos, publish.retain, publish.duplicate,
                           publish.hasProperties ? std::make_unique<telemetry::MessageProperties>(
                               std::move(publish.properties))
                                                 : nullptr});
    }
    const bool adjacent = m_run.data() + m_run.size() == frame.whole.data();
    if (m_runCount > 0 && (!adjacent || m_run.size() + frame.whole.size() > m_engine->feedSize())) {
        Head last;
        const bool reads = m_engine->readsMessages();
        if (reads) { // belongs to the next run
            last = std::move(m_heads.back());
            m_heads.pop_back();
        }
        flushRun();
        if (reads)
            m_heads.push_back(std::move(last));
    }
    m_run = m_runCount == 0 ? frame.whole
                            : std::string_view(m_run.data(), m_run.size() + frame.whole.size());
    ++m_runCount;
    return !m_done;
}

void Session::flushRun()
{
    if (m_runCount == 0)
        return;
    const std::string_view run = m_run;
    const int count = m_runCount;
    m_run = {};
    m_runCount = 0;
    if (!m_done)
        m_engine->feed(run, count);
    m_heads.clear();
}

void Session::deliver(const PublishPacket &publish)
{
    m_events.message({.topic = publish.topic,
                      .payload = publish.payload,
                      .received = m_wire.filledAt(),
                      .qos = publish.qos,
                      .retain = publish.retain,
                      .duplicate = publish.duplicate,
                      .properties = publish.hasProperties ? &publish.properties : nullptr});
}

void Session::onEngineMessage(std::string_view topic, std::string_view payload)
{
    if (m_done || m_heads.empty())
        return;
    const Head head = std::move(m_heads.front());
    m_heads.pop_front();
    m_events.message({.topic = topic,
                      .payload = payload,
                      .received = m_wire.filledAt(),
                      .qos = head.qos,
                      .retain = head.retain,
                      .duplicate = head.duplicate,
                      .properties = head.properties.get()});
}

bool Session::onControl(const Frame &frame)
{
    flushRun();
    ControlPacket packet;
    if (const Fault fault = readControl(frame, m_profile.version, packet); fault != Fault::None) {
        failFault(frame, fault);
        return false;
    }
    switch (packet.type) {
    case PacketType::Connack:
        return onConnack(frame, packet);
    case PacketType::Disconnect:
        fail(packet.code == 0x8E || packet.code == 0x87 || packet.code == 0x98
                 ? Loss::Kind::NeedsPerson
                 : Loss::Kind::Network,
             tr("%1 ended the connection: %2%3.")
                 .arg(m_profile.host,
                      reasonTextWithCode(ReasonOf::Disconnect, packet.code, m_profile.version),
                      packet.properties.reason.empty()
                          ? QString()
                          : u", "_s + shown(packet.properties.reason)));
        return false;
    case PacketType::Auth:
        fail(Loss::Kind::NeedsPerson,
             tr("%1 wants an extended authentication, which this console does not have.")
                 .arg(m_profile.host));
        return false;
    case PacketType::Suback:
        if (const auto it = m_subscribing.find(packet.id); it != m_subscribing.end()) {
            m_events.subscribed(it->second, packet);
            m_subscribing.erase(packet.id);
        }
        break;
    case PacketType::Pingresp:
        if (m_pinging && m_events.roundTrip)
            m_events.roundTrip(
                std::chrono::duration<double, std::milli>(Steady::now() - m_pingedAt).count());
        m_pinging = false;
        break;
    case PacketType::Pubrel:
        m_unreleased->reset(packet.id);
        break;
    default:
        break;
    }
    if (!m_done)
        m_engine->feedControl(frame.whole, packet);
    if (!m_done && packet.type >= PacketType::Puback && packet.type <= PacketType::Pubcomp)
        onAck(packet);
    return !m_done;
}

bool Session::onConnack(const Frame &frame, const ControlPacket &packet)
{
    if (m_connected) {
        fail(Loss::Kind::BadServer, tr("%1 answered the login twice.").arg(m_profile.host));
        return false;
    }
    if (packet.code != 0) {
        const int version = frame.body.size() == 2 ? 4 : m_profile.version; // see readConnack()
        QString sentence =
            tr("%1 refused the login: %2")
                .arg(m_profile.host, reasonTextWithCode(ReasonOf::Connack, packet.code, version));
        if (!packet.properties.reason.empty())
            sentence += u" - "_s + shown(packet.properties.reason);
        if (!packet.properties.serverReference.empty())
            sentence += tr(" (it names %1)").arg(shown(packet.properties.serverReference));
        fail(reasonNeedsPerson(packet.code, version) ? Loss::Kind::NeedsPerson
                                                     : Loss::Kind::Network,
             sentence + u'.');
        return false;
    }
    if (!packet.sessionPresent)
        m_unreleased->reset();
    m_connected = true;
    if (packet.properties.serverKeepAlive)
        m_keepAliveMs = *packet.properties.serverKeepAlive * 1000;
    m_engine->feedControl(frame.whole, packet);
    if (m_done)
        return false;
    if (m_events.roundTrip)
        m_events.roundTrip(
            std::chrono::duration<double, std::milli>(Steady::now() - m_openedAt).count());
    m_events.connected(packet);
    return !m_done;
}

void Session::onAck(const ControlPacket &packet)
{
    const bool over = packet.type == PacketType::Puback || packet.type == PacketType::Pubcomp
        || (packet.type == PacketType::Pubrec && packet.code >= 0x80);
    if (over && m_events.published)
        m_events.published(packet.id, packet.code, shown(packet.properties.reason));
}

} // namespace connect::mqtt
