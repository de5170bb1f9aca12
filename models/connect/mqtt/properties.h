// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace connect::mqtt {

/// Packets that a server sends and that carry properties, as bits.
enum PropertyPacket : std::uint8_t {
    ConnackProperties = 1,
    PublishProperties = 2,
    AckProperties = 4, ///< PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK, UNSUBACK
    DisconnectProperties = 8,
    AuthProperties = 16,
    CapturedPublishProperties = 32, ///< of a PUBLISH between others: topic aliases may be in use
};

/// MQTT 5.0 properties of a packet from the server (2.2.2.2). Absent ones keep their default.
struct Properties
{
    telemetry::MessageProperties message;
    std::uint16_t topicAlias = 0; ///< only CapturedPublishProperties; 0: none
    std::optional<std::uint32_t> sessionExpiry;
    std::optional<std::uint16_t> receiveMaximum;
    std::optional<std::uint8_t> maximumQos;
    std::optional<bool> retainAvailable;
    std::optional<std::uint32_t> maximumPacket;
    std::optional<std::uint16_t> topicAliasMaximum;
    std::optional<bool> wildcards;
    std::optional<bool> subscriptionIdentifiers;
    std::optional<bool> shared;
    std::optional<std::uint16_t> serverKeepAlive;
    std::string assignedClientId;
    std::string reason;
    std::string serverReference;
    std::string authMethod;
};

/// What is wrong with bytes from a server.
enum class Fault : std::uint8_t {
    None,
    Short, ///< ends in the middle of a field
    Long, ///< bytes behind the last field
    Flags, ///< reserved bits of the fixed header
    PacketId, ///< zero
    Code, ///< reason code that the standard does not know here
    Text, ///< not UTF-8, or U+0000 or surrogates in it
    Topic, ///< empty, or wildcards in a published topic
    Qos, ///< QoS 3, or DUP with QoS 0
    PropertyLength, ///< runs beyond the packet
    PropertyId, ///< unknown, or not allowed in this packet
    PropertyTwice,
    PropertyValue,
    Alias, ///< topic alias although none is allowed
    Length, ///< remaining length of more than four bytes
    Type, ///< packet that no server sends
};

/// Reads a property block with its length in front from the start of `bytes` and removes it.
Fault readProperties(std::string_view &bytes, PropertyPacket packet, Properties &out);

/// Big-endian and length-prefixed fields (MQTT 5.0, 1.5); each takes its bytes from the front.
bool takeByte(std::string_view &bytes, std::uint8_t &out);
bool takeU16(std::string_view &bytes, std::uint16_t &out);
bool takeU32(std::string_view &bytes, std::uint32_t &out);
bool takeVariable(std::string_view &bytes, std::uint32_t &out);
bool takeBinary(std::string_view &bytes, std::string_view &out);

/// Well-formed UTF-8 without U+0000 (MQTT 5.0, 1.5.4).
bool validText(std::string_view text);

} // namespace connect::mqtt
