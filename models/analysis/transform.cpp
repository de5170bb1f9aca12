// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/transform.h"

#include <fftw3.h>

#include <mutex>
#include <new>

namespace analysis {

namespace {

std::mutex planner; // only fftw_execute() may be called from several threads at once

} // namespace

struct RealTransform::Private
{
    explicit Private(std::size_t n)
        : size(n)
        , values(fftw_alloc_real(n))
        , bins(fftw_alloc_complex(n / 2 + 1))
    {
        if (!values || !bins) {
            fftw_free(values);
            fftw_free(bins);
            throw std::bad_alloc();
        }
        const std::lock_guard lock(planner);
        const int length = static_cast<int>(n);
        // Estimated, not measured: the plan and so every bit of the result is the same each time.
        forward = fftw_plan_dft_r2c_1d(length, values, bins, FFTW_ESTIMATE);
        backward = fftw_plan_dft_c2r_1d(length, bins, values, FFTW_ESTIMATE);
    }
    ~Private()
    {
        const std::lock_guard lock(planner);
        fftw_destroy_plan(forward);
        fftw_destroy_plan(backward);
        fftw_free(values);
        fftw_free(bins);
    }

    std::size_t size;
    double *values;
    fftw_complex *bins;
    fftw_plan forward = nullptr;
    fftw_plan backward = nullptr;
};

RealTransform::RealTransform(std::size_t n)
    : d(std::make_unique<Private>(n))
{
}

RealTransform::~RealTransform() = default;

std::span<double> RealTransform::values()
{
    return {d->values, d->size};
}

std::span<std::complex<double>> RealTransform::bins()
{
    // The layouts are the same by the standard ([complex.numbers]/4) and by FFTW's manual, 4.1.1.
    return {reinterpret_cast<std::complex<double> *>(d->bins), d->size / 2 + 1};
}

void RealTransform::forward()
{
    fftw_execute(d->forward);
}

void RealTransform::backward()
{
    fftw_execute(d->backward);
}

std::size_t fastLength(std::size_t n)
{
    for (;; ++n) {
        std::size_t rest = n;
        for (const std::size_t factor : {2, 3, 5}) {
            while (rest > 1 && rest % factor == 0)
                rest /= factor;
        }
        if (rest <= 1)
            return n;
    }
}

} // namespace analysis
