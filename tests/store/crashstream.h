// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <atomic>
#include <bit>
#include <cmath>

/// The endless stream that the writer process stores and the test expects: sample k belongs to
/// signal k % width and follows from k alone. Now and then one is up to 40 rows late.
namespace crashstream {

inline std::uint64_t mix(std::uint64_t k)
{
    k = (k ^ (k >> 30)) * 0xbf58476d1ce4e5b9ull;
    k = (k ^ (k >> 27)) * 0x94d049bb133111ebull;
    return k ^ (k >> 31);
}

inline telemetry::Sample sample(std::uint64_t k, std::uint32_t width)
{
    const std::uint64_t r = mix(k + 1);
    const auto row = static_cast<base::TimeNs>(k / width);
    base::TimeNs time = 1'790'000'000 * base::nsPerSecond + row * 10'000'000
        + static_cast<base::TimeNs>(r % 4'000'000);
    if (r % 301 == 0)
        time -= static_cast<base::TimeNs>((r >> 40) % 40) * 10'000'000;
    const double value = std::nearbyint(20'000 + 500 * std::sin(static_cast<double>(row) * 0.01)
                                        + static_cast<double>((r >> 20) % 100))
        / 1000;
    return {static_cast<std::uint32_t>(k % width),
            telemetry::ValueType::Double,
            telemetry::Quality::Good,
            time,
            time + 2'000'000,
            std::bit_cast<std::uint64_t>(value)};
}

/// Shared with the writer process through a mapped file.
struct Progress
{
    static constexpr std::size_t capacity = 1 << 16;
    struct Mark
    {
        std::int64_t monotonicNs;
        std::uint64_t samples; ///< given to append() when it returned
    };
    std::atomic<std::uint64_t> count;
    Mark marks[capacity];
};

} // namespace crashstream
