// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/uniformgrid.h"

namespace analysis {

struct CorrelationOptions
{
    /// Where pairs are made, over the time that both signals cover.
    enum class Pairs {
        Union, ///< at each sample of either
        Grid, ///< at even times
    };
    Pairs pairs = Pairs::Union;
    Fill fill = Fill::Hold; ///< a signal's value between its samples
    TimeNs interval = 0; ///< of the grid; 0: the longer typical interval of the two
    TimeNs longestLag = 0; ///< 0: a quarter of the time; at most three quarters
};

/// How two signals a and b go together.
struct Correlation
{
    std::size_t pairs = 0; ///< without missing values
    TimeNs start = 0; ///< the time that both cover
    TimeNs end = 0;
    double pearson = missing; ///< correlation of values
    double spearman = missing; ///< correlation of ranks, equal values share the mean rank
    double slope = missing; ///< b = slope * a + intercept, least squares
    double intercept = missing;
    double r2 = missing; ///< share of b's variance that the line explains
    /// Neighbouring samples resemble each other, so that pairs count for fewer: pairs over
    /// 1 + 2 sum (1 - k/n) ra(k) rb(k) (Bartlett, J. Royal Stat. Soc. 98(3), 1935), summed up to
    /// the first product that is not positive; autocorrelations on the grid.
    double effectivePairs = missing;
    double low = missing; ///< 95 % confidence interval of pearson by Fisher's z and effectivePairs;
    double high = missing; ///< NaN when effectivePairs <= 3
    TimeNs lag = 0; ///< where |correlation| is greatest; positive: b follows a by so much
    double lagCorrelation = missing; ///< Pearson's r of the overlapping parts at that lag
    TimeNs gridInterval = 0; ///< of lag and autocorrelations
};

/// An error when the two share too little time, or one of them never changes. Any thread.
base::Result<Correlation> correlate(std::span<const Sample> a, std::span<const Sample> b,
                                    const CorrelationOptions &options = {});

} // namespace analysis
