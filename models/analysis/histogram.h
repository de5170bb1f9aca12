// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/sample.h"
#include "models/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace analysis {

/// How often values lie where. Bin i covers [edge(i), edge(i + 1)), the last one its end too.
struct Histogram
{
    double from = 0;
    double to = 0;
    std::vector<std::uint64_t> counts;
    std::uint64_t below = 0; ///< outside of a given range
    std::uint64_t above = 0;
    std::uint64_t missingCount = 0; ///< NaN, infinite, text

    double edge(std::size_t i) const
    {
        return from + (to - from) * (static_cast<double>(i) / static_cast<double>(counts.size()));
    }
};

struct HistogramOptions
{
    static constexpr std::size_t maxBins = 1'000;
    /// 0: by the rule of Freedman and Diaconis (Zeitschrift für Wahrscheinlichkeitstheorie 57,
    /// 1981), width 2 IQR / n^(1/3); by that of Sturges (1926) when the IQR is 0; at most maxBins.
    std::size_t bins = 0;
    std::optional<std::pair<double, double>> range = {}; ///< none: least to greatest value
};

/// An error when there is no value, or the range or the number of bins makes no sense. Any thread.
base::Result<Histogram> histogram(std::span<const Sample> samples,
                                  const HistogramOptions &options = {});

} // namespace analysis
