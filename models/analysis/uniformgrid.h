// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/sample.h"
#include "models/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

/// What stands between two samples.
enum class Fill {
    Hold, ///< the earlier value
    Linear, ///< the line between them
};

/// Values at even times, made from irregular samples.
struct UniformGrid
{
    static constexpr std::size_t maxPoints = 1u << 22;

    TimeNs start = 0;
    TimeNs interval = 0;
    std::vector<double> values; ///< all finite
    std::size_t samples = 0; ///< finite ones that it is made from
    /// Gaps: distances of samples over three times the typical one. They are bridged; whoever looks
    /// at the result should know how much of it is not measured.
    std::size_t gaps = 0;
    TimeNs gapTime = 0;
    TimeNs longestGap = 0;
};

struct GridOptions
{
    TimeNs interval = 0; ///< 0: the median distance of the samples
    Fill fill = Fill::Linear;
    TimeNs start = base::noTime; ///< noTime: the first sample
    TimeNs end = base::noTime; ///< last possible time; noTime: the last sample
};

/// Missing samples are left out (and so are gaps). Outside of the samples the first or last value
/// holds. An error for fewer than two samples or more than maxPoints points. Any thread.
base::Result<UniformGrid> uniformGrid(std::span<const Sample> samples,
                                      const GridOptions &options = {});

/// Only the finite samples, in time order; of equal times the last.
std::vector<Sample> finiteSamples(std::span<const Sample> samples);

/// Median distance of samples in time order; 0 for fewer than two.
TimeNs typicalInterval(std::span<const Sample> samples);

} // namespace analysis
