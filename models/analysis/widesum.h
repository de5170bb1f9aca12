// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace analysis {

/// A sum as an unevaluated pair of doubles, about 106 bits wide (TwoSum: Knuth, The Art of Computer
/// Programming 2, 4.2.2; Shewchuk, Discrete Comput. Geom. 18, 1997).
struct WideSum
{
    double high = 0;
    double low = 0;

    void add(double x)
    {
        const double sum = high + x;
        if (!std::isfinite(sum)) {
            high = sum;
            low = 0;
            return;
        }
        const double part = sum - high;
        const double error = (high - (sum - part)) + (x - part);
        high = sum;
        low += error;
        // Back to |low| <= half a unit of high.
        const double total = high + low;
        low -= total - high;
        high = total;
    }
    void add(const WideSum &other)
    {
        add(other.high);
        add(other.low);
    }
    double value() const { return high + low; }
};

} // namespace analysis
