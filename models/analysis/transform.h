// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <memory>
#include <span>

namespace analysis {

/// The discrete Fourier transform of n real values and its inverse, by FFTW 3 in double precision
/// (Frigo and Johnson, Proc. IEEE 93(2), 2005). Unscaled: backward(forward(x)) is n x. Made on any
/// thread (FFTW's planner is locked); one object belongs to one thread at a time.
class RealTransform
{
public:
    explicit RealTransform(std::size_t n);
    ~RealTransform();
    RealTransform(const RealTransform &) = delete;
    RealTransform &operator=(const RealTransform &) = delete;

    std::span<double> values(); ///< n of them; backward() leaves its result here
    std::span<std::complex<double>> bins(); ///< n / 2 + 1 of them
    void forward(); ///< values to bins; values are void afterwards
    void backward(); ///< bins to values; bins are void afterwards

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A length not below n for which FFTW is fast: 2^a 3^b 5^c.
std::size_t fastLength(std::size_t n);

} // namespace analysis
