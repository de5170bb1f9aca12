// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/uniformgrid.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisGrid)
};

double valueAt(std::span<const Sample> samples, std::size_t before, TimeNs time, Fill fill)
{
    const Sample &a = samples[before];
    if (before + 1 >= samples.size() || time <= a.time || fill == Fill::Hold)
        return a.value;
    const Sample &b = samples[before + 1];
    const double part = static_cast<double>(time - a.time) / static_cast<double>(b.time - a.time);
    return a.value + (b.value - a.value) * part;
}

void findGaps(std::span<const Sample> samples, UniformGrid &grid)
{
    const TimeNs longest = 3 * typicalInterval(samples);
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const TimeNs distance = samples[i].time - samples[i - 1].time;
        if (distance <= longest)
            continue;
        ++grid.gaps;
        grid.gapTime += distance;
        grid.longestGap = std::max(grid.longestGap, distance);
    }
}

} // namespace

std::vector<Sample> finiteSamples(std::span<const Sample> samples)
{
    std::vector<Sample> out;
    out.reserve(samples.size());
    std::ranges::copy_if(samples, std::back_inserter(out), [](const Sample &sample) {
        return std::isfinite(sample.value) && isUsable(sample.time);
    });
    if (!std::ranges::is_sorted(out, {}, &Sample::time))
        std::ranges::stable_sort(out, {}, &Sample::time);
    std::size_t kept = 0;
    for (const Sample &sample : out) {
        if (kept > 0 && out[kept - 1].time == sample.time)
            --kept;
        out[kept++] = sample;
    }
    out.resize(kept);
    return out;
}

TimeNs typicalInterval(std::span<const Sample> samples)
{
    std::vector<TimeNs> distances;
    distances.reserve(samples.size());
    for (std::size_t i = 1; i < samples.size(); ++i)
        distances.push_back(samples[i].time - samples[i - 1].time);
    if (distances.empty())
        return 0;
    const auto half = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::ranges::nth_element(distances, half);
    return *half;
}

base::Result<UniformGrid> uniformGrid(std::span<const Sample> samples, const GridOptions &options)
{
    const std::vector<Sample> good = finiteSamples(samples);
    if (good.size() < 2)
        return base::failure(Words::tr("The window holds %n value(s); at least 2 are needed.",
                                       nullptr, static_cast<int>(good.size())));
    UniformGrid grid;
    grid.samples = good.size();
    grid.interval = options.interval > 0 ? options.interval : typicalInterval(good);
    grid.start = options.start == base::noTime ? good.front().time : options.start;
    const TimeNs end = options.end == base::noTime ? good.back().time : options.end;
    if (end < grid.start)
        return base::failure(Words::tr("The window ends before it begins."));
    const TimeNs points = (end - grid.start) / grid.interval + 1;
    if (points > static_cast<TimeNs>(UniformGrid::maxPoints))
        return base::failure(
            Words::tr("At this interval the window has %1 points, more than %2; choose a longer "
                      "interval or a shorter window.")
                .arg(points)
                .arg(UniformGrid::maxPoints),
            base::ErrorCode::Limit);
    findGaps(good, grid);
    grid.values.reserve(static_cast<std::size_t>(points));
    std::size_t before = 0;
    for (TimeNs i = 0; i < points; ++i) {
        const TimeNs time = grid.start + i * grid.interval;
        while (before + 1 < good.size() && good[before + 1].time <= time)
            ++before;
        grid.values.push_back(valueAt(good, before, time, options.fill));
    }
    return grid;
}

} // namespace analysis
