// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/histogram.h"

#include "models/analysis/statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisHistogram)
};

std::size_t binsFor(const std::vector<double> &sorted, double range)
{
    const auto n = static_cast<double>(sorted.size());
    const double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    const double width = 2 * spread / std::cbrt(n);
    const double bins = width > 0 ? std::ceil(range / width) : std::ceil(std::log2(n)) + 1;
    return static_cast<std::size_t>(
        std::clamp(bins, 1.0, static_cast<double>(HistogramOptions::maxBins)));
}

/// The bin of a value inside the range; the edges decide, not the rounding of the division.
std::size_t binOf(const Histogram &histogram, double value)
{
    const std::size_t bins = histogram.counts.size();
    const double place =
        (value - histogram.from) / (histogram.to - histogram.from) * static_cast<double>(bins);
    std::size_t bin = std::min(static_cast<std::size_t>(place), bins - 1);
    if (bin > 0 && value < histogram.edge(bin))
        --bin;
    else if (bin + 1 < bins && value >= histogram.edge(bin + 1))
        ++bin;
    return bin;
}

} // namespace

base::Result<Histogram> histogram(std::span<const Sample> samples, const HistogramOptions &options)
{
    Histogram out;
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample &sample : samples) {
        if (std::isfinite(sample.value))
            values.push_back(sample.value);
        else
            ++out.missingCount;
    }
    if (values.empty())
        return base::failure(Words::tr("There is no value to count in this window."));
    if (options.bins > HistogramOptions::maxBins)
        return base::failure(Words::tr("A histogram has at most %1 bins, not %2.")
                                 .arg(HistogramOptions::maxBins)
                                 .arg(options.bins),
                             base::ErrorCode::Limit);
    std::ranges::sort(values);
    out.from = options.range ? options.range->first : values.front();
    out.to = options.range ? options.range->second : values.back();
    if (!(out.from <= out.to) || !std::isfinite(out.to - out.from))
        return base::failure(Words::tr("The range of a histogram goes from a number to a greater "
                                       "one, not from %1 to %2.")
                                 .arg(out.from)
                                 .arg(out.to));
    if (out.from == out.to) { // one value only: a bin around it
        const double half = std::max(0.5, std::abs(out.from) * 1e-9);
        out.from -= half;
        out.to += half;
        out.counts.resize(std::max<std::size_t>(options.bins, 1));
    } else {
        out.counts.resize(options.bins > 0 ? options.bins : binsFor(values, out.to - out.from));
    }
    for (const double value : values) {
        if (value < out.from)
            ++out.below;
        else if (value > out.to)
            ++out.above;
        else
            ++out.counts[binOf(out, value)];
    }
    return out;
}

} // namespace analysis
