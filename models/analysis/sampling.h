// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/tree.h"

#include <deque>
#include <functional>
#include <memory>

namespace analysis {

struct Timed
{
    TimeNs time = 0;
    double value = 0;
};

/// Brings irregular samples to a grid of whole intervals since 1970-01-01T00:00Z, as they come.
/// The grid value at T is known (and given out) when T has passed:
/// - mean, min, max, last, count: over the samples with T - interval <= time < T. An interval
///   without samples gives one missing value (count: 0) behind the last full one, then nothing.
/// - linear: on the line between the samples around T. Gaps of more than `longestLine` intervals
///   give one missing value.
class Gridder
{
public:
    static constexpr TimeNs longestLine = 1'000;

    virtual ~Gridder() = default;
    virtual void add(const Timed &sample, std::deque<Timed> &out) = 0;
    /// Everything up to and including `through` has been added. Returns until when the grid values
    /// are complete.
    virtual TimeNs settle(TimeNs through, std::deque<Timed> &out) = 0;

    static std::unique_ptr<Gridder> create(Method method, TimeNs interval);
};

} // namespace analysis
