// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/properties.h"

#include <array>
#include <bitset>
#include <cstring>

namespace connect::mqtt {

namespace {

enum class Kind : std::uint8_t { None, Byte, U16, U32, Variable, Text, Binary, Pair };

struct Row
{
    Kind kind = Kind::None;
    std::uint8_t packets = 0;
};

constexpr std::uint8_t A = AckProperties;
constexpr std::uint8_t C = ConnackProperties;
constexpr std::uint8_t D = DisconnectProperties;
constexpr std::uint8_t P = PublishProperties | CapturedPublishProperties;
constexpr std::uint8_t X = AuthProperties;
constexpr std::size_t idCount = 0x2B;

// MQTT 5.0, 2.2.2.2 table 2-4, packets from the server only.
constexpr std::array<Row, idCount> makeTable()
{
    std::array<Row, idCount> t{};
    t[0x01] = {Kind::Byte, P};
    t[0x02] = {Kind::U32, P};
    t[0x03] = {Kind::Text, P};
    t[0x08] = {Kind::Text, P};
    t[0x09] = {Kind::Binary, P};
    t[0x0B] = {Kind::Variable, P};
    t[0x11] = {Kind::U32, C};
    t[0x12] = {Kind::Text, C};
    t[0x13] = {Kind::U16, C};
    t[0x15] = {Kind::Text, C | X};
    t[0x16] = {Kind::Binary, C | X};
    t[0x1A] = {Kind::Text, C};
    t[0x1C] = {Kind::Text, C | D};
    t[0x1F] = {Kind::Text, C | A | D | X};
    t[0x21] = {Kind::U16, C};
    t[0x22] = {Kind::U16, C};
    t[0x23] = {Kind::U16, P};
    t[0x24] = {Kind::Byte, C};
    t[0x25] = {Kind::Byte, C};
    t[0x26] = {Kind::Pair, C | P | A | D | X};
    t[0x27] = {Kind::U32, C};
    t[0x28] = {Kind::Byte, C};
    t[0x29] = {Kind::Byte, C};
    t[0x2A] = {Kind::Byte, C};
    return t;
}

constexpr std::array<Row, idCount> table = makeTable();
constexpr std::size_t maxUserProperties = 1'000; ///< more are read, not kept

struct Value
{
    std::uint32_t number = 0;
    std::string_view text;
    std::string_view second;
};

Fault takeText(std::string_view &bytes, std::string_view &out)
{
    if (!takeBinary(bytes, out))
        return Fault::Short;
    return validText(out) ? Fault::None : Fault::Text;
}

Fault takeValue(std::string_view &bytes, Kind kind, Value &value)
{
    std::uint8_t byte = 0;
    std::uint16_t word = 0;
    Fault fault = Fault::None;
    switch (kind) {
    case Kind::Byte:
        fault = takeByte(bytes, byte) ? Fault::None : Fault::Short;
        value.number = byte;
        return fault;
    case Kind::U16:
        fault = takeU16(bytes, word) ? Fault::None : Fault::Short;
        value.number = word;
        return fault;
    case Kind::U32:
        return takeU32(bytes, value.number) ? Fault::None : Fault::Short;
    case Kind::Variable:
        return takeVariable(bytes, value.number) ? Fault::None : Fault::Short;
    case Kind::Binary:
        return takeBinary(bytes, value.text) ? Fault::None : Fault::Short;
    case Kind::Text:
        return takeText(bytes, value.text);
    case Kind::Pair:
        fault = takeText(bytes, value.text);
        return fault == Fault::None ? takeText(bytes, value.second) : fault;
    case Kind::None:
        break;
    }
    return Fault::PropertyId;
}

bool storeFlag(std::uint32_t number, std::optional<bool> &out)
{
    out = number == 1;
    return number <= 1;
}

/// False when the value is outside of what the standard allows.
bool storeConnack(std::uint32_t id, const Value &value, Properties &out)
{
    switch (id) {
    case 0x11:
        out.sessionExpiry = value.number;
        return true;
    case 0x12:
        out.assignedClientId = value.text;
        return true;
    case 0x13:
        out.serverKeepAlive = static_cast<std::uint16_t>(value.number);
        return true;
    case 0x21:
        out.receiveMaximum = static_cast<std::uint16_t>(value.number);
        return value.number > 0;
    case 0x22:
        out.topicAliasMaximum = static_cast<std::uint16_t>(value.number);
        return true;
    case 0x24:
        out.maximumQos = static_cast<std::uint8_t>(value.number);
        return value.number <= 1;
    case 0x25:
        return storeFlag(value.number, out.retainAvailable);
    case 0x27:
        out.maximumPacket = value.number;
        return value.number > 0;
    case 0x28:
        return storeFlag(value.number, out.wildcards);
    case 0x29:
        return storeFlag(value.number, out.subscriptionIdentifiers);
    case 0x2A:
        return storeFlag(value.number, out.shared);
    default:
        return true;
    }
}

bool storePublish(std::uint32_t id, const Value &value, bool lenient,
                  telemetry::MessageProperties &out)
{
    switch (id) {
    case 0x01:
        out.payloadFormat = static_cast<int>(value.number);
        return value.number <= 1 || lenient;
    case 0x02:
        out.expirySeconds = value.number;
        return true;
    case 0x03:
        out.contentType = value.text;
        return true;
    case 0x08:
        out.responseTopic = value.text;
        return value.text.find_first_of("+#") == std::string_view::npos;
    case 0x09:
        out.correlationData = value.text;
        return true;
    case 0x0B:
        if (out.subscriptionIds.size() < maxUserProperties)
            out.subscriptionIds.push_back(value.number);
        return value.number > 0;
    default:
        return true;
    }
}

bool store(std::uint32_t id, const Value &value, bool lenient, Properties &out)
{
    switch (id) {
    case 0x15:
        out.authMethod = value.text;
        return true;
    case 0x1C:
        out.serverReference = value.text;
        return true;
    case 0x1F:
        out.reason = value.text;
        return true;
    case 0x26:
        if (out.message.userProperties.size() < maxUserProperties)
            out.message.userProperties.emplace_back(value.text, value.second);
        return true;
    default:
        return id <= 0x0B ? storePublish(id, value, lenient, out.message)
                          : storeConnack(id, value, out);
    }
}

bool validMultiByte(const char *&at, const char *end)
{
    const auto lead = static_cast<unsigned char>(*at);
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || end - at < length)
        return false;
    char32_t code = lead & (0xFFu >> (length + 1));
    for (int i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(at[i]);
        if ((byte & 0xC0) != 0x80)
            return false;
        code = (code << 6) | (byte & 0x3F);
    }
    at += length;
    return (length == 2 || code >= (length == 3 ? 0x800u : 0x10000u)) && code <= 0x10FFFF
        && (code < 0xD800 || code > 0xDFFF);
}

} // namespace

bool takeByte(std::string_view &bytes, std::uint8_t &out)
{
    if (bytes.empty())
        return false;
    out = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    return true;
}

bool takeU16(std::string_view &bytes, std::uint16_t &out)
{
    if (bytes.size() < 2)
        return false;
    out = static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[0]) << 8
                                     | static_cast<unsigned char>(bytes[1]));
    bytes.remove_prefix(2);
    return true;
}

bool takeU32(std::string_view &bytes, std::uint32_t &out)
{
    std::uint16_t high = 0;
    std::uint16_t low = 0;
    if (bytes.size() < 4)
        return false;
    takeU16(bytes, high);
    takeU16(bytes, low);
    out = static_cast<std::uint32_t>(high) << 16 | low;
    return true;
}

bool takeVariable(std::string_view &bytes, std::uint32_t &out)
{
    out = 0;
    for (std::size_t i = 0; i < 4 && i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        out |= static_cast<std::uint32_t>(byte & 0x7F) << (7 * i);
        if (!(byte & 0x80)) {
            bytes.remove_prefix(i + 1);
            return true;
        }
    }
    return false;
}

bool takeBinary(std::string_view &bytes, std::string_view &out)
{
    std::uint16_t length = 0;
    if (!takeU16(bytes, length) || bytes.size() < length)
        return false;
    out = bytes.substr(0, length);
    bytes.remove_prefix(length);
    return true;
}

bool validText(std::string_view text)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at != end) {
        if (end - at >= 8) { // eight plain ASCII characters at once, none of them zero
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            constexpr std::uint64_t high = 0x8080808080808080u;
            constexpr std::uint64_t one = 0x0101010101010101u;
            if (!(word & high) && !((word - one) & high)) {
                at += 8;
                continue;
            }
        }
        if (*at == '\0')
            return false;
        if (static_cast<unsigned char>(*at) < 0x80)
            ++at;
        else if (!validMultiByte(at, end))
            return false;
    }
    return true;
}

Fault readProperties(std::string_view &bytes, PropertyPacket packet, Properties &out)
{
    std::uint32_t length = 0;
    if (!takeVariable(bytes, length))
        return Fault::Short;
    if (length > bytes.size())
        return Fault::PropertyLength;
    std::string_view block = bytes.substr(0, length);
    bytes.remove_prefix(length);
    std::bitset<idCount> seen;
    while (!block.empty()) {
        std::uint32_t id = 0;
        if (!takeVariable(block, id) || id >= idCount || !(table[id].packets & packet))
            return Fault::PropertyId;
        const bool repeats = id == 0x26 || id == 0x0B;
        if (seen.test(id) && !repeats)
            return Fault::PropertyTwice;
        seen.set(id);
        Value value;
        if (const Fault fault = takeValue(block, table[id].kind, value); fault != Fault::None)
            return fault == Fault::Short ? Fault::PropertyLength : fault;
        if (id == 0x23 && packet != CapturedPublishProperties)
            return Fault::Alias; // we announce a Topic Alias Maximum of 0
        if (id == 0x23) {
            out.topicAlias = static_cast<std::uint16_t>(value.number);
            if (out.topicAlias == 0)
                return Fault::PropertyValue;
            continue;
        }
        if (!store(id, value, packet == CapturedPublishProperties, out))
            return Fault::PropertyValue;
    }
    return Fault::None;
}

} // namespace connect::mqtt
