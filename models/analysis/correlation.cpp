// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/correlation.h"

#include "models/analysis/transform.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace analysis {

namespace {

constexpr std::size_t fewestPairs = 4;
constexpr double normal975 = 1.959963984540054; // 97.5 % quantile of the normal distribution

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisCorrelation)
};

/// Second moments around the means, two passes.
struct Moments
{
    double meanA = 0;
    double meanB = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    double r() const { return std::clamp(ab / (std::sqrt(aa) * std::sqrt(bb)), -1.0, 1.0); }
};

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Moments momentsOf(const std::vector<double> &a, const std::vector<double> &b)
{
    Moments out{meanOf(a), meanOf(b)};
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double da = a[i] - out.meanA;
        const double db = b[i] - out.meanB;
        out.aa += da * da;
        out.bb += db * db;
        out.ab += da * db;
    }
    return out;
}

/// Walks through one signal, missing samples included, for times that only grow.
class Follower
{
public:
    Follower(std::span<const Sample> samples, Fill fill)
        : m_samples(samples)
        , m_fill(fill)
    {
    }
    double at(TimeNs time)
    {
        while (m_at + 1 < m_samples.size() && m_samples[m_at + 1].time <= time)
            ++m_at;
        const Sample &before = m_samples[m_at];
        if (m_fill == Fill::Hold || before.time == time || m_at + 1 >= m_samples.size())
            return std::isfinite(before.value) ? before.value : missing;
        const Sample &after = m_samples[m_at + 1];
        const double part =
            static_cast<double>(time - before.time) / static_cast<double>(after.time - before.time);
        const double value = before.value + (after.value - before.value) * part;
        return std::isfinite(value) ? value : missing;
    }

private:
    std::span<const Sample> m_samples;
    Fill m_fill;
    std::size_t m_at = 0;
};

std::vector<Sample> inOrder(std::span<const Sample> samples)
{
    std::vector<Sample> out;
    std::ranges::copy_if(samples, std::back_inserter(out),
                         [](const Sample &sample) { return isUsable(sample.time); });
    std::ranges::stable_sort(out, {}, &Sample::time);
    return out;
}

std::vector<TimeNs> timesOfPairs(const std::vector<Sample> &a, const std::vector<Sample> &b,
                                 const CorrelationOptions &options, const Correlation &out)
{
    std::vector<TimeNs> times;
    if (options.pairs == CorrelationOptions::Pairs::Grid) {
        for (TimeNs time = out.start; time <= out.end; time += out.gridInterval)
            times.push_back(time);
        return times;
    }
    for (const auto *samples : {&a, &b}) {
        for (const Sample &sample : *samples) {
            if (sample.time >= out.start && sample.time <= out.end)
                times.push_back(sample.time);
        }
    }
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end()); // clang 14 lacks the range
    return times;
}

std::vector<double> ranks(const std::vector<double> &values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> out(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from;
        while (to < order.size() && values[order[to]] == values[order[from]])
            ++to;
        const double shared = static_cast<double>(from + to - 1) / 2;
        for (; from < to; ++from)
            out[order[from]] = shared;
    }
    return out;
}

std::vector<double> centred(std::vector<double> values)
{
    const double mean = meanOf(values);
    for (double &value : values)
        value -= mean;
    return values;
}

/// Sums of a[i] b[i + k] for k = -longest..longest, k = -longest first.
std::vector<double> crossSums(const std::vector<double> &a, const std::vector<double> &b,
                              std::size_t longest)
{
    const std::size_t length = fastLength(a.size() + longest + 1);
    const auto transformed = [](const std::vector<double> &values, RealTransform &in) {
        std::ranges::fill(in.values(), 0.0);
        std::ranges::copy(values, in.values().begin());
        in.forward();
    };
    RealTransform first(length);
    RealTransform second(length);
    transformed(a, first);
    transformed(b, second);
    for (std::size_t i = 0; i < first.bins().size(); ++i)
        second.bins()[i] *= std::conj(first.bins()[i]);
    second.backward();
    std::vector<double> out(2 * longest + 1);
    const auto sums = second.values();
    for (std::size_t k = 0; k <= longest; ++k) {
        out[longest + k] = sums[k] / static_cast<double>(length);
        if (k > 0)
            out[longest - k] = sums[length - k] / static_cast<double>(length);
    }
    return out;
}

/// Running sums of values and of their squares: [i] is over the first i.
struct Prefix
{
    explicit Prefix(const std::vector<double> &values)
        : sums(values.size() + 1)
        , squares(values.size() + 1)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            sums[i + 1] = sums[i] + values[i];
            squares[i + 1] = squares[i] + values[i] * values[i];
        }
    }
    double sum(std::size_t from, std::size_t n) const { return sums[from + n] - sums[from]; }
    double spread(std::size_t from, std::size_t n) const
    {
        const double part = sum(from, n);
        return squares[from + n] - squares[from] - part * part / static_cast<double>(n);
    }
    std::vector<double> sums;
    std::vector<double> squares;
};

void findLag(const std::vector<double> &a, const std::vector<double> &b, TimeNs longestLag,
             Correlation &out)
{
    const std::size_t n = a.size();
    std::size_t longest = n / 4;
    if (longestLag > 0)
        longest = std::min(n * 3 / 4, static_cast<std::size_t>(longestLag / out.gridInterval));
    const std::vector<double> sums = crossSums(a, b, longest);
    const Prefix ofA(a);
    const Prefix ofB(b);
    const double tiny = 1e-12; // of the whole spread: a part that is constant has no correlation
    double best = -1;
    const auto consider = [&](std::size_t index) {
        const std::size_t shift = index > longest ? index - longest : longest - index;
        const std::size_t overlap = n - shift;
        const std::size_t fromA = index > longest ? 0 : shift;
        const std::size_t fromB = index > longest ? shift : 0;
        const double spreadA = ofA.spread(fromA, overlap);
        const double spreadB = ofB.spread(fromB, overlap);
        if (spreadA <= tiny * ofA.squares.back() || spreadB <= tiny * ofB.squares.back())
            return;
        const double together = sums[index]
            - ofA.sum(fromA, overlap) * ofB.sum(fromB, overlap) / static_cast<double>(overlap);
        const double r = std::clamp(together / std::sqrt(spreadA * spreadB), -1.0, 1.0);
        if (std::abs(r) <= best + 1e-12) // of equals the shortest lag
            return;
        best = std::abs(r);
        out.lagCorrelation = r;
        out.lag = (index > longest ? 1 : -1) * static_cast<TimeNs>(shift) * out.gridInterval;
    };
    for (std::size_t shift = 0; shift <= longest; ++shift) {
        consider(longest + shift);
        if (shift > 0)
            consider(longest - shift);
    }
}

/// Bartlett's factor: how many pairs weigh as much as one independent pair.
double dependence(const std::vector<double> &a, const std::vector<double> &b)
{
    const std::size_t n = a.size();
    const std::size_t longest = n / 2;
    const std::vector<double> ofA = crossSums(a, a, longest);
    const std::vector<double> ofB = crossSums(b, b, longest);
    double factor = 1;
    for (std::size_t k = 1; k <= longest; ++k) {
        const double product = ofA[longest + k] / ofA[longest] * (ofB[longest + k] / ofB[longest]);
        if (product <= 0)
            break;
        factor += 2 * (1 - static_cast<double>(k) / static_cast<double>(n)) * product;
    }
    return factor;
}

void estimateConfidence(double points, double factor, Correlation &out)
{
    out.effectivePairs = std::min(static_cast<double>(out.pairs), points / factor);
    if (out.effectivePairs <= 3)
        return;
    const double z = std::atanh(out.pearson);
    const double half = normal975 / std::sqrt(out.effectivePairs - 3);
    out.low = std::tanh(z - half);
    out.high = std::tanh(z + half);
}

base::Result<> pairUp(const std::vector<Sample> &a, const std::vector<Sample> &b,
                      const CorrelationOptions &options, Correlation &out)
{
    std::vector<double> valuesA;
    std::vector<double> valuesB;
    Follower followA(a, options.fill);
    Follower followB(b, options.fill);
    for (const TimeNs time : timesOfPairs(a, b, options, out)) {
        const double valueA = followA.at(time);
        const double valueB = followB.at(time);
        if (std::isnan(valueA) || std::isnan(valueB))
            continue;
        valuesA.push_back(valueA);
        valuesB.push_back(valueB);
    }
    out.pairs = valuesA.size();
    if (out.pairs < fewestPairs)
        return base::failure(Words::tr("The two signals have %1 values in common; at least %2 are "
                                       "needed.")
                                 .arg(out.pairs)
                                 .arg(fewestPairs));
    const Moments moments = momentsOf(valuesA, valuesB);
    if (moments.aa == 0 || moments.bb == 0)
        return base::failure(
            Words::tr("One of the two signals never changes, so there is nothing to correlate."));
    out.pearson = moments.r();
    out.r2 = out.pearson * out.pearson;
    out.slope = moments.ab / moments.aa;
    out.intercept = moments.meanB - out.slope * moments.meanA;
    out.spearman = momentsOf(ranks(valuesA), ranks(valuesB)).r();
    return {};
}

} // namespace

base::Result<Correlation> correlate(std::span<const Sample> a, std::span<const Sample> b,
                                    const CorrelationOptions &options)
{
    const std::vector<Sample> goodA = finiteSamples(a);
    const std::vector<Sample> goodB = finiteSamples(b);
    if (goodA.size() < 2 || goodB.size() < 2)
        return base::failure(
            Words::tr("Each of the two signals needs at least 2 values in the window."));
    Correlation out;
    out.start = std::max(goodA.front().time, goodB.front().time);
    out.end = std::min(goodA.back().time, goodB.back().time);
    if (out.end <= out.start)
        return base::failure(Words::tr("The two signals have no time in common."));
    out.gridInterval = options.interval > 0
        ? options.interval
        : std::max(typicalInterval(goodA), typicalInterval(goodB));
    const GridOptions gridOptions{out.gridInterval, options.fill, out.start, out.end};
    const auto gridA = uniformGrid(goodA, gridOptions);
    const auto gridB = uniformGrid(goodB, gridOptions);
    if (!gridA || !gridB)
        return tl::unexpected(gridA ? gridB.error() : gridA.error());
    if (const auto paired = pairUp(inOrder(a), inOrder(b), options, out); !paired)
        return tl::unexpected(paired.error());
    const std::vector<double> evenA = centred(gridA->values);
    const std::vector<double> evenB = centred(gridB->values);
    const Moments even = momentsOf(evenA, evenB);
    if (evenA.size() < fewestPairs || even.aa == 0 || even.bb == 0)
        return out; // too coarse a grid for lag and confidence
    findLag(evenA, evenB, options.longestLag, out);
    estimateConfidence(static_cast<double>(evenA.size()), dependence(evenA, evenB), out);
    return out;
}

} // namespace analysis
