// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/packedints.h"
#include "models/telemetry/value.h"

#include <vector>

namespace store {

/// Writes the 64-bit values of samples of one type, bit-exactly (NaN payloads, -0.0, infinities).
/// Doubles that are decimals become integers scaled by a power of ten (the idea of ALP: Afroozeh,
/// Kuffo, Boncz, SIGMOD 2023); few distinct values become a dictionary; other doubles keep their
/// bits in numeric order without common trailing zeros.
void packValues(telemetry::ValueType type, std::span<const std::uint64_t> bits, std::string &out);

/// Random access to what packValues wrote; the same lifetime rule as PackedInts.
class ValueColumn
{
public:
    bool parse(ByteReader &in, telemetry::ValueType type, std::size_t count);
    std::size_t miniCount() const { return m_codes.miniCount(); }

    bool decodeMini(std::size_t m, std::uint64_t *bits) const;
    bool decode(std::uint64_t *bits) const;
    /// Smallest and largest value of a mini as numbers; false: decode it to know.
    bool miniRange(std::size_t m, double &min, double &max) const;

private:
    struct Exception
    {
        std::uint32_t at;
        std::uint64_t bits;
    };
    bool parseExceptions(ByteReader &in);
    bool parseDictionary(ByteReader &in);
    std::uint64_t bitsOf(std::int64_t code) const;

    telemetry::ValueType m_type = telemetry::ValueType::Double;
    std::uint8_t m_form = 0;
    std::uint8_t m_parameter = 0;
    bool m_ranged = true;
    double m_scale = 1;
    std::size_t m_count = 0;
    PackedInts m_codes;
    std::vector<std::int64_t> m_dictionary;
    std::vector<Exception> m_exceptions;
};

} // namespace store
