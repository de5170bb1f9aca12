// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/spectrum.h"

#include "models/analysis/transform.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace analysis {

namespace {

constexpr std::size_t fewestPoints = 8;
constexpr double roundingNoise = 1e-9; // amplitudes that far below another mean nothing

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisSpectrum)
};

std::vector<double> weights(Taper taper, std::size_t n)
{
    std::vector<double> out(n, 1);
    for (std::size_t i = 0; i < n && taper != Taper::Rectangular; ++i) {
        const double phase = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
        if (taper == Taper::Hann)
            out[i] = 0.5 - 0.5 * std::cos(phase);
        else if (taper == Taper::Hamming)
            out[i] = 0.54 - 0.46 * std::cos(phase);
        else
            out[i] = 0.42 - 0.5 * std::cos(phase) + 0.08 * std::cos(2 * phase);
    }
    return out;
}

/// Takes the mean or the line of least squares out of the values.
void detrend(std::span<double> values, Detrend kind)
{
    if (kind == Detrend::None)
        return;
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    const double middle = (n - 1) / 2;
    double slope = 0;
    if (kind == Detrend::Line) {
        for (std::size_t i = 0; i < values.size(); ++i)
            slope += (static_cast<double>(i) - middle) * (values[i] - mean);
        slope /= n * (n * n - 1) / 12; // the sum of squared distances from the middle
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] -= mean + slope * (static_cast<double>(i) - middle);
}

/// The mean of |X|² over all segments, two-sided and unscaled.
std::vector<double> meanPower(const std::vector<double> &values, const SpectrumOptions &options,
                              const std::vector<double> &taper, std::size_t &segments)
{
    const std::size_t length = taper.size();
    const auto overlap = static_cast<std::size_t>(options.overlap * static_cast<double>(length));
    RealTransform transform(length);
    std::vector<double> power(length / 2 + 1, 0);
    for (std::size_t at = 0; at + length <= values.size(); at += length - overlap) {
        const auto segment = transform.values();
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(at), length, segment.begin());
        detrend(segment, options.detrend);
        for (std::size_t i = 0; i < length; ++i)
            segment[i] *= taper[i];
        transform.forward();
        const auto bins = transform.bins();
        for (std::size_t i = 0; i < power.size(); ++i)
            power[i] += std::norm(bins[i]);
        ++segments;
    }
    for (double &value : power)
        value /= static_cast<double>(segments);
    return power;
}

void scale(const std::vector<double> &power, const std::vector<double> &taper, double rate,
           Spectrum &out)
{
    const double sum = std::accumulate(taper.begin(), taper.end(), 0.0);
    const double squares = std::inner_product(taper.begin(), taper.end(), taper.begin(), 0.0);
    for (std::size_t i = 0; i < power.size(); ++i) {
        // The mean and the Nyquist bin have no twin at negative frequencies.
        const double sides = i == 0 || 2 * i == taper.size() ? 1 : 2;
        out.amplitude.push_back(sides * std::sqrt(power[i]) / sum);
        out.density.push_back(sides * power[i] / (rate * squares));
    }
}

/// The top of the parabola through the logarithms of a bin and its neighbours.
Peak peakAt(const Spectrum &spectrum, std::size_t bin)
{
    const auto &amplitude = spectrum.amplitude;
    Peak peak{spectrum.frequency(bin), amplitude[bin], bin};
    const double noise = amplitude[bin] * roundingNoise;
    if (bin + 1 >= amplitude.size() || amplitude[bin - 1] <= noise || amplitude[bin + 1] <= noise)
        return peak;
    const double left = std::log(amplitude[bin - 1] / amplitude[bin]);
    const double right = std::log(amplitude[bin + 1] / amplitude[bin]);
    const double curve = left + right;
    if (!(curve < 0))
        return peak;
    const double shift = 0.5 * (left - right) / curve;
    peak.frequency += shift * spectrum.resolution;
    peak.amplitude *= std::exp(-0.25 * (left - right) * shift);
    return peak;
}

void findPeaks(Spectrum &out, std::size_t most)
{
    const auto &amplitude = out.amplitude;
    const double greatest = *std::ranges::max_element(amplitude);
    for (std::size_t i = 1; i < amplitude.size(); ++i) {
        const bool falls = i + 1 == amplitude.size() || amplitude[i] >= amplitude[i + 1];
        const bool isNoise = amplitude[i] <= greatest * roundingNoise;
        if (amplitude[i] > amplitude[i - 1] && falls && !isNoise)
            out.peaks.push_back(peakAt(out, i));
    }
    std::ranges::sort(out.peaks, std::greater(), &Peak::amplitude);
    if (out.peaks.size() > most)
        out.peaks.resize(most);
}

} // namespace

base::Result<Spectrum> spectrum(std::span<const Sample> samples, const SpectrumOptions &options)
{
    if (!(options.overlap >= 0 && options.overlap <= 0.95))
        return base::failure(
            Words::tr("Segments overlap by 0 to 0.95, not by %1.").arg(options.overlap));
    auto grid = uniformGrid(samples, {.interval = options.interval});
    if (!grid)
        return tl::unexpected(grid.error());
    const std::size_t points = grid->values.size();
    const std::size_t length = options.segment > 0 ? options.segment : points;
    if (length < fewestPoints || length > points)
        return base::failure(
            Words::tr("A spectrum needs segments of %1 points or more, and no more than the %2 "
                      "points of the window.")
                .arg(fewestPoints)
                .arg(points));
    Spectrum out;
    out.grid = std::move(*grid);
    const double rate =
        static_cast<double>(base::nsPerSecond) / static_cast<double>(out.grid.interval);
    const std::vector<double> taper = weights(options.taper, length);
    scale(meanPower(out.grid.values, options, taper, out.segments), taper, rate, out);
    out.segmentPoints = length;
    out.resolution = out.lowest = rate / static_cast<double>(length);
    out.nyquist = rate / 2;
    findPeaks(out, options.peaks);
    return out;
}

} // namespace analysis
