// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <bit>
#include <cstdint>
#include <limits>
#include <string_view>

namespace telemetry {

using base::TimeNs;

using SignalId = std::uint32_t; ///< position in the Catalogue; also the key in the historian
using DeviceId = std::uint32_t; ///< position in the Catalogue
using SourceId = std::uint16_t; ///< a connection or a replay, see Catalogue::addSource
using TextCode = std::uint32_t; ///< a text interned in a TextTable; 0 is "text not kept"

inline constexpr std::uint32_t noId = UINT32_MAX;

/// What the 64 bits of a sample mean. Integers stay integers: nothing passes through double first.
enum class ValueType : std::uint8_t { Double = 0, Int64 = 1, UInt64 = 2, Bool = 3, Text = 4 };

/// Quality of one sample. The numbers of Good..Fail and Missing are the QARTOD flags (IOOS
/// manuals); Stale is Sparkplug's quality code 500.
enum class Quality : std::uint8_t {
    Good = 1,
    Unknown = 2,
    Suspect = 3,
    Fail = 4,
    Stale = 5,
    Missing = 9
};

/// "good", "unknown", "suspect", "fail", "stale", "missing": the words in JSON output.
std::string_view qualityName(Quality quality);
std::string_view valueTypeName(ValueType type);

/// A value as a decoder sees it: text points into the payload or into the decoder's arena.
struct Value
{
    ValueType type = ValueType::Double;
    std::uint64_t bits = 0;
    std::string_view text; ///< only for ValueType::Text

    static Value real(double v) { return {ValueType::Double, std::bit_cast<std::uint64_t>(v), {}}; }
    static Value integer(std::int64_t v)
    {
        return {ValueType::Int64, std::bit_cast<std::uint64_t>(v), {}};
    }
    static Value natural(std::uint64_t v) { return {ValueType::UInt64, v, {}}; }
    static Value boolean(bool v) { return {ValueType::Bool, v ? 1u : 0u, {}}; }
    static Value string(std::string_view v) { return {ValueType::Text, 0, v}; }
};

/// The number to draw or compare; text codes give their code. NaN only for a NaN double.
inline double toDouble(ValueType type, std::uint64_t bits)
{
    switch (type) {
    case ValueType::Double:
        return std::bit_cast<double>(bits);
    case ValueType::Int64:
        return static_cast<double>(std::bit_cast<std::int64_t>(bits));
    case ValueType::UInt64:
    case ValueType::Bool:
    case ValueType::Text:
        break;
    }
    return static_cast<double>(bits);
}

/// The number that a sample says: NaN when its quality is Missing (a null, a Sparkplug metric that
/// is stale), whatever its bits. It then counts as a sample, but in no minimum or maximum.
inline double numberOf(ValueType type, std::uint64_t bits, Quality quality)
{
    return quality == Quality::Missing ? std::numeric_limits<double>::quiet_NaN()
                                       : toDouble(type, bits);
}

/// One sample on its way to memory and to the historian. Text values carry their TextCode in
/// `bits`.
struct Sample
{
    SignalId signal = noId;
    ValueType type = ValueType::Double;
    Quality quality = Quality::Good;
    TimeNs time = 0; ///< source time where the payload has one, else receive time
    TimeNs received = 0; ///< when it entered this machine
    std::uint64_t bits = 0;
};

} // namespace telemetry
