// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/properties.h"

#include <QString>

#include <vector>

namespace connect::mqtt {

enum class PacketType : std::uint8_t {
    Connect = 1,
    Connack,
    Publish,
    Puback,
    Pubrec,
    Pubrel,
    Pubcomp,
    Subscribe,
    Suback,
    Unsubscribe,
    Unsuback,
    Pingreq,
    Pingresp,
    Disconnect,
    Auth,
};

/// One control packet in a buffer (MQTT 5.0, 2.1).
struct Frame
{
    PacketType type{};
    std::uint8_t flags = 0;
    std::string_view whole;
    std::string_view body;
};

enum class Scan : std::uint8_t { Complete, Incomplete, Malformed, TooLarge };

/// Cuts the first packet off the start of `bytes` (nothing is removed). `frame.body` of an
/// incomplete packet is empty. Any thread.
Scan scanFrame(std::string_view bytes, std::size_t maxPacket, Frame &frame);

/// PUBLISH from a server. Views into the frame.
struct PublishPacket
{
    std::string_view topic;
    std::string_view payload;
    std::uint16_t id = 0;
    std::uint16_t alias = 0; ///< topic alias, 0: none; then the topic may be empty
    std::uint8_t qos = 0;
    bool retain = false;
    bool duplicate = false;
    bool hasProperties = false;
    bool oddProperty = false; ///< a captured one's payload format was neither 0 nor 1; left out
    telemetry::MessageProperties properties; ///< filled only when hasProperties
};

/// Every other packet that a server sends.
struct ControlPacket
{
    PacketType type{};
    std::uint16_t id = 0;
    std::uint8_t code = 0; ///< CONNACK, acknowledgements, DISCONNECT, AUTH
    bool sessionPresent = false;
    std::vector<std::uint8_t> codes; ///< SUBACK, UNSUBACK
    Properties properties;
};

/// Full checks of a packet from a server against MQTT 3.1.1 (version 4) or 5.0 (version 5): nothing
/// that passes can surprise an engine. Fault::None when it is well formed. Any thread.
Fault readPublish(const Frame &frame, int version, PublishPacket &out);
/// A PUBLISH between others, in either direction: topic aliases are allowed.
Fault readCapturedPublish(const Frame &frame, int version, PublishPacket &out);
Fault readControl(const Frame &frame, int version, ControlPacket &out);

/// "PUBLISH", for people.
QString packetName(PacketType type);
/// What is wrong, as part of a sentence: "a property runs beyond the end of the packet".
QString faultText(Fault fault);

} // namespace connect::mqtt
