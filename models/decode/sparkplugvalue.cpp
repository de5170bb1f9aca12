// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/sparkplugvalue.h"

#include "models/decode/text.h"

#include <bit>
#include <charconv>
#include <cstring>

namespace decode::sparkplug {

using telemetry::Quality;
using telemetry::Value;
using telemetry::ValueType;

namespace {

std::int64_t signedOf(std::uint64_t bits, std::uint32_t type)
{
    switch (type) {
    case Int8:
        return static_cast<std::int8_t>(bits);
    case Int16:
        return static_cast<std::int16_t>(bits);
    case Int32:
        return static_cast<std::int32_t>(bits);
    default:
        return std::bit_cast<std::int64_t>(bits);
    }
}

Value integerOf(std::uint64_t bits, std::uint32_t type)
{
    switch (type) {
    case Int8:
    case Int16:
    case Int32:
    case Int64:
    case DateTime:
        return Value::integer(signedOf(bits, type));
    case Float:
    case Double:
        return Value::real(static_cast<double>(bits));
    case Boolean:
        return Value::boolean(bits != 0);
    default:
        return Value::natural(bits);
    }
}

struct Element
{
    std::uint32_t type;
    std::size_t width; ///< bytes
};

Element elementOf(std::uint32_t arrayType)
{
    constexpr std::size_t widths[] = {1, 2, 4, 8};
    if (arrayType >= Int8Array && arrayType <= Int64Array)
        return {Int8 + (arrayType - Int8Array), widths[arrayType - Int8Array]};
    if (arrayType >= UInt8Array && arrayType <= UInt64Array)
        return {UInt8 + (arrayType - UInt8Array), widths[arrayType - UInt8Array]};
    if (arrayType == FloatArray)
        return {Float, 4};
    if (arrayType == DoubleArray)
        return {Double, 8};
    return {DateTime, 8};
}

std::uint64_t littleEndian(const char *bytes, std::size_t width)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < width; ++i)
        bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return bits;
}

Value elementValue(std::uint64_t bits, std::uint32_t type)
{
    if (type == Float)
        return Value::real(
            static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits))));
    if (type == Double)
        return Value::real(std::bit_cast<double>(bits));
    return integerOf(bits, type);
}

bool addBooleans(Sink &sink, const Sample &like, std::string_view bytes)
{
    if (bytes.size() < 4)
        return false;
    const std::uint64_t count = littleEndian(bytes.data(), 4);
    bytes.remove_prefix(4);
    if (count > bytes.size() * 8)
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        // Most significant bit first, as in the specification's example and Java Tahu.
        const bool bit = ((static_cast<unsigned char>(bytes[i / 8]) >> (7 - i % 8)) & 1) != 0;
        if (!sink.add(like, sink.join(like.signal, i), Value::boolean(bit)))
            break;
    }
    return true;
}

bool addStrings(Sink &sink, const Sample &like, std::string_view bytes)
{
    for (std::size_t i = 0; !bytes.empty(); ++i) {
        const std::size_t end = bytes.find('\0');
        if (end == std::string_view::npos)
            return false;
        if (!sink.add(like, sink.join(like.signal, i), Value::string(bytes.substr(0, end))))
            break;
        bytes.remove_prefix(end + 1);
    }
    return true;
}

} // namespace

std::optional<Value> valueOf(const Carrier &carrier, std::uint32_t type)
{
    switch (carrier.kind) {
    case Carrier::Integer:
        return integerOf(carrier.integer, type);
    case Carrier::Real:
        return Value::real(carrier.real);
    case Carrier::Bool:
        return Value::boolean(carrier.integer != 0);
    case Carrier::Text:
        return Value::string(carrier.text);
    case Carrier::None:
        break;
    }
    return std::nullopt;
}

ValueType typeOf(std::uint32_t type)
{
    switch (type) {
    case Int8:
    case Int16:
    case Int32:
    case Int64:
    case DateTime:
        return ValueType::Int64;
    case UInt8:
    case UInt16:
    case UInt32:
    case UInt64:
        return ValueType::UInt64;
    case Boolean:
        return ValueType::Bool;
    case String:
    case Text:
    case Uuid:
        return ValueType::Text;
    default:
        return ValueType::Double;
    }
}

Quality qualityOf(std::uint64_t code)
{
    if (code == 500)
        return Quality::Stale;
    if (code > 255)
        return Quality::Unknown;
    switch (code >> 6) { // OPC DA: two bits of bad, uncertain, -, good
    case 0:
        return Quality::Fail;
    case 1:
        return Quality::Suspect;
    case 3:
        return Quality::Good;
    default:
        return Quality::Unknown;
    }
}

base::TimeNs timeOf(std::uint64_t ms)
{
    constexpr auto last = static_cast<std::uint64_t>(INT64_MAX / base::nsPerMs);
    return ms == 0 || ms > last ? base::noTime : static_cast<base::TimeNs>(ms) * base::nsPerMs;
}

bool Sink::full()
{
    const std::size_t limit =
        m_limits.maxSignals < m_limits.maxSamples ? m_limits.maxSignals : m_limits.maxSamples;
    if (m_out.samples.size() < limit)
        return false;
    m_out.capHit = true;
    m_out.reason = Tr::tr("More values than are taken from one message; the first %1 are shown.")
                       .arg(limit)
                       .toStdString();
    return true;
}

bool Sink::add(const Sample &like, std::string_view signal, Value value)
{
    if (full())
        return false;
    Sample &sample = m_out.samples.emplace_back(like);
    sample.signal = signal;
    sample.value = value;
    sample.declared = value.type;
    if (value.type == ValueType::Text)
        sample.value.text = text(value.text);
    return true;
}

std::string_view Sink::text(std::string_view value)
{
    return m_out.keep(cutUtf8(value, m_limits.maxTextBytes));
}

std::string_view Sink::name(std::string_view value)
{
    return m_out.keep(cutUtf8(value, m_limits.maxNameBytes));
}

std::string_view Sink::join(std::string_view path, std::string_view leaf)
{
    const std::string_view cut = cutUtf8(leaf, m_limits.maxNameBytes);
    return cutUtf8(path.empty() ? m_out.keep(cut) : m_out.keep(path, "/", cut),
                   m_limits.maxNameBytes);
}

std::string_view Sink::join(std::string_view path, std::size_t index)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, index).ptr;
    return join(path, std::string_view(digits, static_cast<std::size_t>(end - digits)));
}

bool addArray(Sink &sink, const Sample &like, std::uint32_t type, std::string_view bytes)
{
    if (type == BooleanArray)
        return addBooleans(sink, like, bytes);
    if (type == StringArray)
        return addStrings(sink, like, bytes);
    const Element element = elementOf(type);
    if (bytes.size() % element.width != 0)
        return false;
    for (std::size_t i = 0; i * element.width < bytes.size(); ++i) {
        const std::uint64_t bits = littleEndian(bytes.data() + i * element.width, element.width);
        if (!sink.add(like, sink.join(like.signal, i), elementValue(bits, element.type)))
            break;
    }
    return true;
}

void addDataSet(Sink &sink, const Sample &like, const spb::DataSet &set)
{
    for (int row = 0; row < set.rows_size(); ++row) {
        const std::string_view path = sink.join(like.signal, static_cast<std::size_t>(row));
        const auto &cells = set.rows(row).elements();
        for (int column = 0; column < cells.size(); ++column) {
            const std::uint32_t type = column < set.types_size() ? set.types(column) : Unknown;
            const auto value = valueOf(carrierOf(cells.Get(column)), type);
            const std::string_view signal = column < set.columns_size()
                ? sink.join(path, set.columns(column))
                : sink.join(path, static_cast<std::size_t>(column));
            if (value && !sink.add(like, signal, *value))
                return;
        }
    }
}

} // namespace decode::sparkplug
