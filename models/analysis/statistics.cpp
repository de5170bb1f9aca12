// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/statistics.h"

#include "models/analysis/widesum.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace analysis {

namespace {

void momentsOf(const std::vector<double> &values, Statistics &out)
{
    const auto n = static_cast<double>(values.size());
    WideSum sum;
    WideSum squares;
    for (const double value : values) {
        sum.add(value);
        squares.add(value * value);
    }
    out.sum = sum.value();
    out.mean = out.sum / n;
    out.rms = std::sqrt(squares.value() / n);
    WideSum deviations;
    WideSum rest; // zero but for the rounding of the mean
    for (const double value : values) {
        const double delta = value - out.mean;
        deviations.add(delta * delta);
        rest.add(delta);
    }
    const double corrected = std::max(0.0, deviations.value() - rest.value() * (rest.value() / n));
    out.variance = corrected / n;
    out.deviation = std::sqrt(out.variance);
    if (values.size() > 1) {
        out.sampleVariance = corrected / (n - 1);
        out.sampleDeviation = std::sqrt(out.sampleVariance);
    }
}

void orderOf(std::vector<double> values, Statistics &out)
{
    std::ranges::sort(values);
    out.percentile5 = quantile(values, 0.05);
    out.percentile25 = quantile(values, 0.25);
    out.median = quantile(values, 0.5);
    out.percentile75 = quantile(values, 0.75);
    out.percentile95 = quantile(values, 0.95);
}

void distancesOf(std::span<const Sample> samples, Statistics &out)
{
    out.duration = samples.back().time - samples.front().time;
    std::vector<TimeNs> distances;
    distances.reserve(samples.size());
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const TimeNs distance = samples[i].time - samples[i - 1].time;
        distances.push_back(distance);
        if (distance > out.largestGap) {
            out.largestGap = distance;
            out.largestGapStart = samples[i - 1].time;
        }
    }
    if (distances.empty())
        return;
    const auto half = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::ranges::nth_element(distances, half);
    out.typicalInterval = *half;
    if (distances.size() % 2 == 0)
        out.typicalInterval -= (*half - *std::max_element(distances.begin(), half)) / 2;
}

void weighByTime(std::span<const Sample> samples, const StatisticsOptions &options, Statistics &out)
{
    WideSum weighted;
    double known = 0;
    double above = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const bool isLast = i + 1 == samples.size();
        const TimeNs until = isLast ? options.end.value_or(samples[i].time) : samples[i + 1].time;
        const double value = samples[i].value;
        if (!std::isfinite(value) || until <= samples[i].time)
            continue;
        const auto time = static_cast<double>(until - samples[i].time);
        weighted.add(value * time);
        known += time;
        if (options.threshold && value > *options.threshold)
            above += time;
    }
    if (known == 0)
        return;
    out.timeMean = weighted.value() / known;
    if (options.threshold)
        out.duty = above / known;
}

} // namespace

Statistics statistics(std::span<const Sample> samples, const StatisticsOptions &options)
{
    std::vector<Sample> sorted;
    const bool usable = std::ranges::all_of(samples, isUsable, &Sample::time);
    if (!usable || !std::ranges::is_sorted(samples, {}, &Sample::time)) {
        std::ranges::copy_if(samples, std::back_inserter(sorted), isUsable, &Sample::time);
        std::ranges::stable_sort(sorted, {}, &Sample::time);
        samples = sorted;
    }
    Statistics out;
    out.count = samples.size();
    if (samples.empty())
        return out;
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample &sample : samples) {
        if (!std::isfinite(sample.value))
            continue;
        if (values.empty())
            out.first = out.min = out.max = sample;
        out.last = sample;
        if (sample.value < out.min.value)
            out.min = sample;
        if (sample.value > out.max.value)
            out.max = sample;
        values.push_back(sample.value);
    }
    out.good = values.size();
    out.missingCount = out.count - out.good;
    distancesOf(samples, out);
    if (values.empty())
        return out;
    momentsOf(values, out);
    weighByTime(samples, options, out);
    orderOf(std::move(values), out);
    return out;
}

double quantile(std::span<const double> sorted, double fraction)
{
    if (sorted.empty())
        return missing;
    const double place = fraction * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size())
        return sorted.back();
    const double part = place - static_cast<double>(below);
    return sorted[below] + (sorted[below + 1] - sorted[below]) * part;
}

} // namespace analysis
