// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/capture/mqttstream.h"

namespace connect::capture {

using mqtt::Fault;
using mqtt::Frame;
using mqtt::PacketType;
using mqtt::Scan;

bool startsWithConnect(std::string_view bytes, bool &more)
{
    more = false;
    if (bytes.empty() || bytes.front() != '\x10') {
        more = bytes.empty();
        return false;
    }
    std::string_view rest = bytes.substr(1);
    std::uint32_t length = 0;
    if (!mqtt::takeVariable(rest, length)) {
        more = rest.size() < 4;
        return false;
    }
    for (const std::string_view name : {std::string_view("\0\4MQTT", 6), // MQTT 3.1.1 and 5, 3.1.2
                                        std::string_view("\0\6MQIsdp", 8)}) { // MQTT 3.1
        const std::size_t common = std::min(rest.size(), name.size());
        if (rest.substr(0, common) != name.substr(0, common))
            continue;
        more = rest.size() < name.size();
        return !more;
    }
    return false;
}

namespace {

/// Whether the first byte of a packet can be one.
bool isPossibleStart(const Frame &frame)
{
    const bool second = frame.type == PacketType::Pubrel || frame.type == PacketType::Subscribe
        || frame.type == PacketType::Unsubscribe;
    if (frame.type == PacketType::Publish) {
        const int qos = (frame.flags >> 1) & 3;
        return qos != 3 && (qos != 0 || !(frame.flags & 8));
    }
    return static_cast<int>(frame.type) != 0 && frame.flags == (second ? 2 : 0);
}

/// Whether bytes behind a gap really are this packet.
bool isPlausible(const Frame &frame, int version, bool toServer)
{
    if (!isPossibleStart(frame))
        return false;
    const std::size_t size = frame.body.size();
    switch (frame.type) {
    case PacketType::Publish: {
        mqtt::PublishPacket packet;
        if (mqtt::readCapturedPublish(frame, version == 0 ? 5 : version, packet) == Fault::None)
            return true;
        return version == 0 && mqtt::readCapturedPublish(frame, 4, packet) == Fault::None;
    }
    case PacketType::Connect: {
        bool more = false;
        return toServer && startsWithConnect(frame.whole, more);
    }
    case PacketType::Puback:
    case PacketType::Pubrec:
    case PacketType::Pubrel:
    case PacketType::Pubcomp:
        return size >= 2 && size < 4'096 && (frame.body[0] != 0 || frame.body[1] != 0);
    case PacketType::Subscribe:
    case PacketType::Unsubscribe:
        return toServer && size >= 5;
    case PacketType::Pingreq:
        return toServer && size == 0;
    case PacketType::Connack:
    case PacketType::Suback:
    case PacketType::Unsuback:
    case PacketType::Pingresp: {
        mqtt::ControlPacket packet;
        const auto reads = [&](int as) {
            return mqtt::readControl(frame, as, packet) == Fault::None;
        };
        return !toServer && (version == 0 ? reads(5) || reads(4) : reads(version == 5 ? 5 : 4));
    }
    case PacketType::Disconnect:
        return size < 4'096;
    case PacketType::Auth:
        return version == 5;
    }
    return false;
}

} // namespace

bool areWholePackets(std::string_view bytes, bool &publish)
{
    publish = false;
    while (!bytes.empty()) {
        Frame frame;
        if (mqtt::scanFrame(bytes, MqttStream::maxPacket, frame) != Scan::Complete
            || !(isPlausible(frame, 0, true) || isPlausible(frame, 0, false)))
            return false;
        publish = publish || frame.type == PacketType::Publish;
        bytes.remove_prefix(frame.whole.size());
    }
    return true;
}

MqttStream::MqttStream(bool toServer, MqttSession &session, Publish publish, Report report)
    : m_toServer(toServer)
    , m_session(session)
    , m_publish(std::move(publish))
    , m_report(std::move(report))
{
}

/// Length of the packet at the start of the buffer, 0 when its header is not whole.
std::uint64_t MqttStream::lengthAhead() const
{
    if (m_buffer.size() < 2)
        return 0;
    std::string_view rest = std::string_view(m_buffer).substr(1);
    std::uint32_t length = 0;
    if (!mqtt::takeVariable(rest, length))
        return 0;
    return m_buffer.size() - rest.size() + length;
}

void MqttStream::lose()
{
    m_buffer.clear();
    m_unsure = true;
}

void MqttStream::dropPartial()
{
    if (m_buffer.empty())
        return;
    const std::uint64_t length = m_unsure ? 0 : lengthAhead();
    m_report(StreamEvent::LostPacket);
    m_skip = length > m_buffer.size() ? length - m_buffer.size() : 0;
    m_unsure = m_unsure || length == 0;
    m_buffer.clear();
}

void MqttStream::gap(std::uint64_t missing)
{
    if (m_skip > 0) {
        const std::uint64_t inside = std::min(m_skip, missing);
        m_skip -= inside;
        missing -= inside;
    }
    if (missing == 0)
        return;
    if (m_buffer.empty() || m_unsure) {
        m_report(StreamEvent::LostBytes);
        lose();
        return;
    }
    m_report(StreamEvent::LostPacket);
    const std::uint64_t length = lengthAhead();
    if (length >= m_buffer.size() + missing) { // its end is known: go on exactly behind it
        m_skip = length - m_buffer.size() - missing;
        m_buffer.clear();
        return;
    }
    lose();
}

void MqttStream::bytes(std::string_view bytes)
{
    if (m_skip > 0) {
        const std::size_t inside = std::min<std::uint64_t>(m_skip, bytes.size());
        m_skip -= inside;
        bytes.remove_prefix(inside);
    }
    if (bytes.empty())
        return;
    if (m_unsure && !m_buffer.empty()) { // what started the buffer may have been no packet
        Frame frame;
        if (mqtt::scanFrame(bytes, maxPacket, frame) == Scan::Complete
            && isPlausible(frame, m_session.version, m_toServer))
            m_buffer.clear();
    }
    m_buffer += bytes;
    std::size_t at = 0;
    while (at < m_buffer.size()) {
        constexpr std::size_t believable = 1u << 20; // of what may be no packet at all
        const std::string_view rest = std::string_view(m_buffer).substr(at);
        Frame frame;
        const Scan scan = mqtt::scanFrame(rest, m_unsure ? believable : maxPacket, frame);
        if (scan == Scan::Incomplete) {
            if (m_unsure && !isPossibleStart(frame))
                return lose();
            break;
        }
        if (scan == Scan::Malformed || (m_unsure && scan == Scan::TooLarge)) {
            if (!m_unsure)
                m_report(StreamEvent::Malformed);
            return lose();
        }
        if (scan == Scan::TooLarge) {
            m_buffer.erase(0, at);
            m_report(StreamEvent::TooLarge);
            m_skip = lengthAhead() - m_buffer.size();
            m_buffer.clear();
            return;
        }
        if (m_unsure && !isPlausible(frame, m_session.version, m_toServer))
            return lose();
        m_unsure = false;
        if (!take(frame))
            m_report(StreamEvent::Malformed);
        at += frame.whole.size();
    }
    m_buffer.erase(0, at);
}

/// Takes one packet; false when it is malformed.
bool MqttStream::take(const Frame &frame)
{
    switch (frame.type) {
    case PacketType::Connect:
        return m_toServer && readConnect(frame.body);
    case PacketType::Publish: {
        mqtt::PublishPacket packet;
        if (!readPublish(frame, packet))
            return false;
        give(packet);
        return true;
    }
    case PacketType::Connack: {
        mqtt::ControlPacket packet;
        if (m_toServer)
            return false;
        if (mqtt::readControl(frame, m_session.version == 5 ? 5 : 4, packet) != Fault::None)
            return m_session.version == 0;
        if (m_session.clientId.empty())
            m_session.clientId = packet.properties.assignedClientId;
        return true;
    }
    default: // the others carry no message
        return static_cast<int>(frame.type) != 0;
    }
}

/// Without a CONNECT the version shows in the PUBLISH packets: as MQTT 5 only few bytes of an older
/// one make sense behind the topic.
bool MqttStream::readPublish(const Frame &frame, mqtt::PublishPacket &packet)
{
    const bool known = m_session.version != 0 && !m_session.inferred;
    const int version = m_session.version == 0 ? 5 : m_session.version;
    if (mqtt::readCapturedPublish(frame, version, packet) == Fault::None) {
        m_session.inferred = m_session.inferred || m_session.version == 0;
        m_session.version = version;
        return true;
    }
    if (known || version < 5)
        return false;
    packet = {};
    if (mqtt::readCapturedPublish(frame, 4, packet) != Fault::None)
        return false;
    m_session.version = 4;
    m_session.inferred = true;
    return true;
}

void MqttStream::give(const mqtt::PublishPacket &packet)
{
    std::string_view topic = packet.topic;
    if (packet.alias != 0) { // MQTT 5.0, 3.3.2.3.4; per direction
        if (!topic.empty()) {
            m_aliases[packet.alias] = topic;
        } else if (const auto known = m_aliases.find(packet.alias); known != m_aliases.end()) {
            topic = known->second;
        } else {
            m_report(StreamEvent::UnknownAlias);
            return;
        }
    }
    if (packet.oddProperty)
        m_report(StreamEvent::OddProperty);
    m_publish(packet, topic);
}

/// CONNECT up to the client id (MQTT 3.1.1 and 5.0, 3.1).
bool MqttStream::readConnect(std::string_view body)
{
    std::string_view name;
    std::uint8_t level = 0;
    std::uint8_t flags = 0;
    std::uint16_t keepAlive = 0;
    if (!mqtt::takeBinary(body, name) || (name != "MQTT" && name != "MQIsdp")
        || !mqtt::takeByte(body, level) || !mqtt::takeByte(body, flags)
        || !mqtt::takeU16(body, keepAlive))
        return false;
    const int version = level & 0x7F; // bridges set the upper bit
    if (version < 3 || version > 5)
        return false;
    m_session.version = version;
    m_session.inferred = false;
    m_session.connectSeen = true;
    m_aliases.clear();
    std::uint32_t properties = 0;
    if (version == 5 && (!mqtt::takeVariable(body, properties) || properties > body.size()))
        return false;
    body.remove_prefix(properties);
    std::string_view clientId;
    if (!mqtt::takeBinary(body, clientId))
        return false;
    if (!clientId.empty())
        m_session.clientId = mqtt::validText(clientId) ? std::string(clientId) : std::string("?");
    return true;
}

} // namespace connect::capture
