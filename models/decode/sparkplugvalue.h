// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"

#include <sparkplug_b.pb.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace decode::sparkplug {

/// DataType codes, Sparkplug 3.0.0 chapter 6.4.16.
enum DataType : std::uint32_t {
    Unknown = 0,
    Int8 = 1,
    Int16 = 2,
    Int32 = 3,
    Int64 = 4,
    UInt8 = 5,
    UInt16 = 6,
    UInt32 = 7,
    UInt64 = 8,
    Float = 9,
    Double = 10,
    Boolean = 11,
    String = 12,
    DateTime = 13,
    Text = 14,
    Uuid = 15,
    DataSetType = 16,
    Bytes = 17,
    File = 18,
    TemplateType = 19,
    Int8Array = 22,
    Int64Array = 25,
    UInt8Array = 26,
    UInt64Array = 29,
    FloatArray = 30,
    DoubleArray = 31,
    BooleanArray = 32,
    StringArray = 33,
    DateTimeArray = 34,
};

/// The member of a value oneof that is set. Metric, property, cell and parameter share it.
struct Carrier
{
    enum Kind : std::uint8_t { None, Integer, Real, Bool, Text } kind = None;
    std::uint64_t integer = 0;
    double real = 0;
    std::string_view text;
};

template <class Message>
Carrier carrierOf(const Message &message)
{
    switch (message.value_case()) {
    case Message::kIntValue:
        return {Carrier::Integer, message.int_value(), 0, {}};
    case Message::kLongValue:
        return {Carrier::Integer, message.long_value(), 0, {}};
    case Message::kFloatValue:
        return {Carrier::Real, 0, static_cast<double>(message.float_value()), {}};
    case Message::kDoubleValue:
        return {Carrier::Real, 0, message.double_value(), {}};
    case Message::kBooleanValue:
        return {Carrier::Bool, message.boolean_value() ? 1u : 0u, 0, {}};
    case Message::kStringValue:
        return {Carrier::Text, 0, 0, message.string_value()};
    default:
        return {};
    }
}

/// The value that `carrier` means under `type`. Integers are read from either integer field and
/// sign-extended from their declared width; DateTime is ms since the epoch.
/// Empty when nothing is carried. Text is not copied.
std::optional<telemetry::Value> valueOf(const Carrier &carrier, std::uint32_t type);

/// What a missing value of that type would have been.
telemetry::ValueType typeOf(std::uint32_t type);

inline bool isArray(std::uint32_t type)
{
    return type >= Int8Array && type <= DateTimeArray;
}

/// Quality property (chapter 6.4.14) and, leniently, OPC DA codes.
telemetry::Quality qualityOf(std::uint64_t code);

/// ms since the epoch -> ns, noTime when absent (0) or out of range.
base::TimeNs timeOf(std::uint64_t ms);

/// Samples of one message, under its limits.
class Sink
{
public:
    Sink(Output &out, const Limits &limits)
        : m_out(out)
        , m_limits(limits)
    {
    }

    Output &out() { return m_out; }
    const Limits &limits() const { return m_limits; }

    /// `like` gives all but signal and value. False when the limit is reached.
    bool add(const Sample &like, std::string_view signal, telemetry::Value value);
    std::string_view text(std::string_view value); ///< cut to the limit and kept
    std::string_view name(std::string_view value); ///< cut to the limit and kept
    std::string_view join(std::string_view path, std::string_view leaf);
    std::string_view join(std::string_view path, std::size_t index);

private:
    bool full();

    Output &m_out;
    const Limits &m_limits;
};

/// Packed array (little-endian) -> one sample per element, "<signal>/<index>".
/// False when the bytes do not fit the type.
bool addArray(Sink &sink, const Sample &like, std::uint32_t type, std::string_view bytes);

/// DataSet -> one sample per cell, "<signal>/<row>/<column>".
void addDataSet(Sink &sink, const Sample &like, const spb::DataSet &set);

} // namespace decode::sparkplug
