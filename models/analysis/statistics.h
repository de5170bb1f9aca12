// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/sample.h"

#include <cstdint>
#include <optional>
#include <span>

namespace analysis {

/// What a window of one signal says in numbers. NaN where there is nothing to compute from.
/// Infinite values, texts and NaN count as missing.
struct Statistics
{
    std::uint64_t count = 0; ///< samples
    std::uint64_t good = 0; ///< with a finite number; everything below is about these
    std::uint64_t missingCount = 0;
    Sample first, last, min, max; ///< of equal extremes the earliest
    double sum = missing; ///< correct to the last place or nearly (106-bit sum)
    double mean = missing; ///< each sample weighs the same
    /// Each sample weighs the time until the next one (or until the window's end), a missing sample
    /// ends it. NaN when no time passes.
    double timeMean = missing;
    double variance = missing; ///< population: divided by n
    double sampleVariance = missing; ///< divided by n - 1
    double deviation = missing; ///< square roots of the two
    double sampleDeviation = missing;
    double rms = missing; ///< root of the mean square
    double percentile5 = missing;
    double percentile25 = missing;
    double median = missing;
    double percentile75 = missing;
    double percentile95 = missing;
    TimeNs duration = 0; ///< from the first sample to the last, missing ones included
    TimeNs typicalInterval = 0; ///< median distance of samples, 0 for fewer than two
    TimeNs largestGap = 0; ///< largest distance of samples
    TimeNs largestGapStart = base::noTime;
    /// Share of the known time with a value above the threshold, as timeMean weighs it.
    double duty = missing;
};

struct StatisticsOptions
{
    std::optional<double> threshold = {}; ///< for duty
    std::optional<TimeNs> end = {}; ///< until when the last sample holds
};

/// Samples out of order are sorted first, those with an unusable time left out. Variance: corrected
/// two-pass algorithm (Chan, Golub, LeVeque, The American Statistician 37(3), 1983). Needs a copy
/// of the values. Any thread.
Statistics statistics(std::span<const Sample> samples, const StatisticsOptions &options = {});

/// The quantile of sorted values, linear between order statistics: type 7 of Hyndman and Fan, The
/// American Statistician 50(4), 1996; what NumPy and R give by default. NaN when empty.
double quantile(std::span<const double> sorted, double fraction);

} // namespace analysis
