// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/column.h"

#include <limits>

namespace analysis {

using base::TimeNs;

inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Times from 1843 to 2096: distances between them, and sums with durations, never overflow.
/// Samples with other times are refused or left out.
inline bool isUsable(TimeNs time)
{
    return time >= -4'000'000'000'000'000'000 && time <= 4'000'000'000'000'000'000;
}

/// One sample as the analysis sees it. NaN is "missing". A text carries its code in the caller's
/// telemetry::TextTable and counts as no number.
struct Sample
{
    TimeNs time = 0;
    double value = missing;
    telemetry::TextCode text = 0; ///< only when isText
    bool isText = false;

    static Sample of(const telemetry::Point &point)
    {
        if (point.type == telemetry::ValueType::Text)
            return {point.time, missing, static_cast<telemetry::TextCode>(point.bits),
                    point.quality != telemetry::Quality::Missing};
        return {point.time, point.number()};
    }
};

} // namespace analysis
