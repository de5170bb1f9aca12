// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <limits>

namespace telemetry {

/// A window [start, end) cut into `count` pixel columns. Column i covers [edge(i), edge(i+1)).
struct ColumnGrid
{
    TimeNs start = 0;
    TimeNs end = 0;
    int count = 0;

    TimeNs edge(int i) const
    {
        __extension__ using Wide = __int128;
        return start + static_cast<TimeNs>(static_cast<Wide>(end - start) * i / count);
    }
};

/// What one pixel column must show so that the line is the one all samples would draw:
/// first, minimum, maximum, last (M4: Jugel et al., PVLDB 7(10), 2014). NaN values are not counted
/// in min/max; count 0 means no sample in the column.
struct Column
{
    double first = std::numeric_limits<double>::quiet_NaN();
    double last = std::numeric_limits<double>::quiet_NaN();
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    std::uint64_t count = 0;
    std::uint8_t worst = 0; ///< worst Quality in the column as its number, Good = 1, 0: no sample

    bool operator==(const Column &) const = default;
};

/// One sample as readers get it.
struct Point
{
    TimeNs time = 0;
    TimeNs received = 0;
    std::uint64_t bits = 0;
    ValueType type = ValueType::Double;
    Quality quality = Quality::Good;

    double number() const { return numberOf(type, bits, quality); }
    bool operator==(const Point &) const = default;
};

/// Rank for "worst": Good < Unknown < Suspect < Stale < Missing < Fail. Inline: asked per sample.
constexpr int qualityRank(Quality quality)
{
    // by number: Good 1, Unknown 2, Suspect 3, Fail 4, Stale 5, Missing 9; others say nothing
    constexpr std::int8_t ranks[16]{1, 0, 1, 2, 5, 3, 1, 1, 1, 4, 1, 1, 1, 1, 1, 1};
    return ranks[static_cast<unsigned>(quality) & 15u];
}

/// The quality with this rank, Good = 0.
Quality qualityOfRank(int rank);

} // namespace telemetry
