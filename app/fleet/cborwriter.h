// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace fleet {

/// Writes CBOR (RFC 8949) items one after the other; the caller keeps the counts right.
class CborWriter
{
public:
    CborWriter &array(std::uint64_t count) { return head(4, count); }
    CborWriter &map(std::uint64_t pairs) { return head(5, pairs); }
    CborWriter &text(std::string_view value)
    {
        head(3, value.size());
        m_bytes += value;
        return *this;
    }
    CborWriter &integer(std::int64_t value)
    {
        return value < 0 ? head(1, static_cast<std::uint64_t>(-1 - value))
                         : head(0, static_cast<std::uint64_t>(value));
    }
    CborWriter &real(double value)
    {
        m_bytes += static_cast<char>(0xfb);
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (int shift = 56; shift >= 0; shift -= 8)
            m_bytes += static_cast<char>(bits >> shift);
        return *this;
    }
    /// A decimal fraction, tag 4 (RFC 8949 section 3.4.4): the sensor's digits and nothing else.
    CborWriter &decimal(double value, int decimals)
    {
        const double scaled = value * std::pow(10, decimals);
        if (!(std::abs(scaled) < 9e15))
            return real(value);
        if (decimals == 0)
            return integer(std::llround(scaled));
        return head(6, 4).array(2).integer(-decimals).integer(std::llround(scaled));
    }

    std::string take() { return std::move(m_bytes); }

private:
    CborWriter &head(int major, std::uint64_t value)
    {
        const auto type = static_cast<unsigned>(major << 5);
        const int extra = value < 24 ? 0
            : value <= 0xff          ? 1
            : value <= 0xffff        ? 2
            : value <= 0xffffffff    ? 4
                                     : 8;
        const unsigned info = extra == 0 ? static_cast<unsigned>(value)
            : extra == 1                 ? 24
            : extra == 2                 ? 25
            : extra == 4                 ? 26
                                         : 27;
        m_bytes += static_cast<char>(type | info);
        for (int shift = 8 * (extra - 1); shift >= 0; shift -= 8)
            m_bytes += static_cast<char>(value >> shift);
        return *this;
    }

    std::string m_bytes;
};

} // namespace fleet
