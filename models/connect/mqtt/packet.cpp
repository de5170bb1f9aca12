// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/packet.h"

#include "models/connect/mqtt/reasons.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace connect::mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Packet)
};

bool hasWildcard(std::string_view topic)
{
    return std::memchr(topic.data(), '#', topic.size())
        || std::memchr(topic.data(), '+', topic.size());
}

Fault readConnack(std::string_view body, int version, ControlPacket &out)
{
    std::uint8_t flags = 0;
    if (!takeByte(body, flags) || !takeByte(body, out.code))
        return Fault::Short;
    if (flags > 1)
        return Fault::Flags;
    out.sessionPresent = flags == 1;
    // A server that speaks 3.1.1 only refuses a 5.0 client in the old form (MQTT 3.1.1, 3.2.2.3).
    if (version >= 5 && !(body.empty() && out.code == 1)) {
        if (const Fault fault = readProperties(body, ConnackProperties, out.properties);
            fault != Fault::None)
            return fault;
        if (!reasonKnown(ReasonOf::Connack, out.code, version))
            return Fault::Code;
    } else if (!reasonKnown(ReasonOf::Connack, out.code, 4)) {
        return Fault::Code;
    }
    if (out.sessionPresent && out.code != 0)
        return Fault::Flags;
    return body.empty() ? Fault::None : Fault::Long;
}

/// PUBACK, PUBREC, PUBREL, PUBCOMP (MQTT 5.0, 3.4 to 3.7).
Fault readAck(std::string_view body, int version, ControlPacket &out)
{
    if (!takeU16(body, out.id))
        return Fault::Short;
    if (out.id == 0)
        return Fault::PacketId;
    if (version < 5 || body.empty())
        return body.empty() ? Fault::None : Fault::Long;
    takeByte(body, out.code);
    const bool second = out.type == PacketType::Pubrel || out.type == PacketType::Pubcomp;
    if (second ? out.code != 0 && out.code != 0x92
               : out.code == 0x92 || !reasonKnown(ReasonOf::Publish, out.code, version))
        return Fault::Code;
    if (body.empty())
        return Fault::None;
    const Fault fault = readProperties(body, AckProperties, out.properties);
    return fault != Fault::None || body.empty() ? fault : Fault::Long;
}

Fault readSubscriptionAck(std::string_view body, int version, ControlPacket &out)
{
    const bool unsubscribed = out.type == PacketType::Unsuback;
    if (!takeU16(body, out.id))
        return Fault::Short;
    if (out.id == 0)
        return Fault::PacketId;
    if (version >= 5)
        if (const Fault fault = readProperties(body, AckProperties, out.properties);
            fault != Fault::None)
            return fault;
    if (unsubscribed && version < 5)
        return body.empty() ? Fault::None : Fault::Long;
    if (body.empty())
        return Fault::Short;
    const ReasonOf of = unsubscribed ? ReasonOf::Unsuback : ReasonOf::Suback;
    for (const char code : body) {
        out.codes.push_back(static_cast<std::uint8_t>(code));
        if (!reasonKnown(of, out.codes.back(), version))
            return Fault::Code;
    }
    return Fault::None;
}

Fault readEnd(std::string_view body, int version, ControlPacket &out)
{
    const bool auth = out.type == PacketType::Auth;
    if (version < 5)
        return Fault::Type;
    if (body.empty())
        return Fault::None;
    takeByte(body, out.code);
    if (auth ? out.code != 0 && out.code != 0x18 && out.code != 0x19
             : !reasonKnown(ReasonOf::Disconnect, out.code, version))
        return Fault::Code;
    if (body.empty())
        return Fault::None;
    const Fault fault =
        readProperties(body, auth ? AuthProperties : DisconnectProperties, out.properties);
    return fault != Fault::None || body.empty() ? fault : Fault::Long;
}

} // namespace

Scan scanFrame(std::string_view bytes, std::size_t maxPacket, Frame &frame)
{
    if (bytes.empty())
        return Scan::Incomplete;
    const auto first = static_cast<unsigned char>(bytes.front());
    frame = {static_cast<PacketType>(first >> 4), static_cast<std::uint8_t>(first & 0x0F), {}, {}};
    std::string_view rest = bytes.substr(1);
    std::uint32_t length = 0;
    if (!takeVariable(rest, length))
        return rest.size() >= 4 ? Scan::Malformed : Scan::Incomplete;
    const std::size_t header = bytes.size() - rest.size();
    if (header + length > maxPacket)
        return Scan::TooLarge;
    if (rest.size() < length)
        return Scan::Incomplete;
    frame.whole = bytes.substr(0, header + length);
    frame.body = rest.substr(0, length);
    return Scan::Complete;
}

namespace {

Fault readAnyPublish(const Frame &frame, int version, PropertyPacket kind, PublishPacket &out)
{
    out.qos = (frame.flags >> 1) & 3;
    out.retain = frame.flags & 1;
    out.duplicate = frame.flags & 8;
    out.hasProperties = false;
    out.alias = 0;
    out.oddProperty = false;
    if (out.qos == 3 || (out.qos == 0 && out.duplicate))
        return Fault::Qos;
    std::string_view body = frame.body;
    if (!takeBinary(body, out.topic))
        return Fault::Short;
    if (!validText(out.topic))
        return Fault::Text;
    const bool mayBeEmpty = version >= 5 && kind == CapturedPublishProperties;
    if ((out.topic.empty() && !mayBeEmpty) || hasWildcard(out.topic))
        return Fault::Topic;
    if (out.qos > 0) {
        if (!takeU16(body, out.id))
            return Fault::Short;
        if (out.id == 0)
            return Fault::PacketId;
    }
    if (version >= 5) {
        if (!body.empty() && body.front() == '\0') {
            body.remove_prefix(1);
        } else {
            Properties properties;
            if (const Fault fault = readProperties(body, kind, properties); fault != Fault::None)
                return fault;
            out.hasProperties = true;
            out.properties = std::move(properties.message);
            out.alias = properties.topicAlias;
            out.oddProperty = out.properties.payloadFormat > 1;
            if (out.oddProperty)
                out.properties.payloadFormat = -1;
        }
    }
    if (out.topic.empty() && out.alias == 0)
        return Fault::Topic;
    out.payload = body;
    return Fault::None;
}

} // namespace

Fault readPublish(const Frame &frame, int version, PublishPacket &out)
{
    return readAnyPublish(frame, version, PublishProperties, out);
}

Fault readCapturedPublish(const Frame &frame, int version, PublishPacket &out)
{
    return readAnyPublish(frame, version, CapturedPublishProperties, out);
}

Fault readControl(const Frame &frame, int version, ControlPacket &out)
{
    out.type = frame.type;
    if (frame.flags != (frame.type == PacketType::Pubrel ? 2 : 0))
        return Fault::Flags;
    switch (frame.type) {
    case PacketType::Connack:
        return readConnack(frame.body, version, out);
    case PacketType::Puback:
    case PacketType::Pubrec:
    case PacketType::Pubrel:
    case PacketType::Pubcomp:
        return readAck(frame.body, version, out);
    case PacketType::Suback:
    case PacketType::Unsuback:
        return readSubscriptionAck(frame.body, version, out);
    case PacketType::Pingresp:
        return frame.body.empty() ? Fault::None : Fault::Long;
    case PacketType::Disconnect:
    case PacketType::Auth:
        return readEnd(frame.body, version, out);
    default:
        return Fault::Type;
    }
}

QString packetName(PacketType type)
{
    static constexpr std::array names = {
        "0"_L1,       "CONNECT"_L1,  "CONNACK"_L1,    "PUBLISH"_L1, "PUBACK"_L1,      "PUBREC"_L1,
        "PUBREL"_L1,  "PUBCOMP"_L1,  "SUBSCRIBE"_L1,  "SUBACK"_L1,  "UNSUBSCRIBE"_L1, "UNSUBACK"_L1,
        "PINGREQ"_L1, "PINGRESP"_L1, "DISCONNECT"_L1, "AUTH"_L1};
    return names[static_cast<std::size_t>(type) & 15];
}

QString faultText(Fault fault)
{
    switch (fault) {
    case Fault::None:
        return Words::tr("nothing is wrong");
    case Fault::Short:
        return Words::tr("it ends in the middle of a field");
    case Fault::Long:
        return Words::tr("there are bytes behind its last field");
    case Fault::Flags:
        return Words::tr("reserved bits are set");
    case Fault::PacketId:
        return Words::tr("the packet id is 0");
    case Fault::Code:
        return Words::tr("the reason code is not one of the standard");
    case Fault::Text:
        return Words::tr("a text is not valid UTF-8 for MQTT");
    case Fault::Topic:
        return Words::tr("the topic is empty or has wildcards");
    case Fault::Qos:
        return Words::tr("the QoS bits are invalid");
    case Fault::PropertyLength:
        return Words::tr("a property runs beyond its end");
    case Fault::PropertyId:
        return Words::tr("a property does not belong there");
    case Fault::PropertyTwice:
        return Words::tr("a property is given twice");
    case Fault::PropertyValue:
        return Words::tr("a property has a value that is not allowed");
    case Fault::Alias:
        return Words::tr("it uses a topic alias although none was allowed");
    case Fault::Length:
        return Words::tr("its length field has more than four bytes");
    case Fault::Type:
        return Words::tr("no server may send it");
    }
    return {};
}

} // namespace connect::mqtt
