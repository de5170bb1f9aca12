// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/uniformgrid.h"

namespace analysis {

/// Windows against leakage, periodic forms (Harris, Proc. IEEE 66(1), 1978).
enum class Taper { Hann, Hamming, Blackman, Rectangular };
/// What is taken out of each segment before it is transformed.
enum class Detrend { None, Mean, Line };

struct SpectrumOptions
{
    TimeNs interval = 0; ///< of the grid; 0: the median distance of the samples
    Taper taper = Taper::Hann;
    Detrend detrend = Detrend::Mean;
    std::size_t segment = 0; ///< points of a segment; 0: all in one
    double overlap = 0.5; ///< of segments, 0 to 0.95
    std::size_t peaks = 10; ///< most peaks to list
};

struct Peak
{
    double frequency = 0; ///< Hz, between bins by a parabola through the logarithms
    double amplitude = 0; ///< of the sine, in the signal's unit, from the same parabola
    std::size_t bin = 0;
};

/// One-sided spectra of a signal, averaged over overlapping segments (Welch, IEEE Trans. Audio
/// Electroacoust. 15(2), 1967), scaled like scipy.signal.welch.
struct Spectrum
{
    double resolution = 0; ///< Hz from bin to bin; bin i lies at i * resolution
    double lowest = 0; ///< Hz, the slowest oscillation that a segment holds once
    double nyquist = 0; ///< Hz; what is faster appears folded to below it
    /// Amplitude of a sine in each bin (peak, not rms), in the signal's unit. The mean's bin 0 is
    /// the mean itself when it is not taken out.
    std::vector<double> amplitude;
    std::vector<double> density; ///< power spectral density, unit² / Hz; its integral is the power
    std::size_t segments = 0;
    std::size_t segmentPoints = 0;
    UniformGrid grid; ///< what was transformed; says how much was bridged over gaps
    std::vector<Peak> peaks; ///< greatest amplitude first; bin 0 is none

    double frequency(std::size_t bin) const { return resolution * static_cast<double>(bin); }
};

/// An error when the window holds too little or too much, or an option is out of its range. Any
/// thread.
base::Result<Spectrum> spectrum(std::span<const Sample> samples,
                                const SpectrumOptions &options = {});

} // namespace analysis
