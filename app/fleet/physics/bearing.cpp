// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/physics/bearing.h"

#include <algorithm>

namespace fleet {

namespace {

constexpr double ballPass = 3.572; // outer ring, of shaft speed, for a 6205 bearing
constexpr double resonance = 1'050; // Hz
constexpr double ringDown = 0.0022; // s

enum Index { Rms, Peak, Crest, Kurtosis, Temperature, Speed, Count };

using K = Quantity::Kind;
constexpr std::array<Quantity, Count> table{{
    {"vibration", "acceleration_rms", "rms", "m/s²", "m/s2", "", 3, 3, K::Real},
    {"vibration", "acceleration_peak", "peak", "m/s²", "m/s2", "", 3, 10, K::Real},
    {"vibration", "crest_factor", "crest_factor", "", "/", "", 2, 3, K::Real},
    {"vibration", "kurtosis", "kurtosis", "", "/", "", 2, 3, K::Real},
    {"bearing", "bearing_temperature", "temperature", "°C", "Cel", "temperature", 1, 20, K::Real},
    {"shaft", "shaft_speed", "speed", "rpm", "1/min", "", 0, 300, K::Real},
}};
constexpr std::array<std::string_view, 3> classNames{"healthy", "imbalance", "outer-race"};

} // namespace

Bearing::Bearing(std::uint64_t seed)
    : Machine(seed)
    , m_ambient(m_random.uniform(18, 26))
{
    settle(1);
}

std::span<const Quantity> Bearing::quantities() const
{
    return table;
}

std::size_t Bearing::primary() const
{
    return Rms;
}

std::span<const std::string_view> Bearing::classes() const
{
    return classNames;
}

std::vector<std::string_view> Bearing::featureNames() const
{
    return std::vector<std::string_view>(window, "acceleration");
}

void Bearing::settle(double breadth)
{
    m_demand.set(breadth * m_random.normal());
    m_load = 1 + 0.15 * breadth * m_random.normal();
    step(3600, 43'200);
}

void Bearing::record()
{
    const double imbalance = severityOf(1);
    const double race = severityOf(2);
    const double line = 0.55 * m_load + 3.2 * imbalance;
    const double phase = m_random.uniform(0, 2 * std::numbers::pi);
    const double gap = 1 / (ballPass * m_shaft);
    double nextHit = -m_random.uniform() * gap;
    double strength = 0;
    double lastHit = nextHit;
    for (std::size_t i = 0; i < window; ++i) {
        const double t = static_cast<double>(i) / sampleRate;
        while (nextHit <= t) { // the balls slip a little: the gap between hits is not constant
            strength = 11 * race * (1 + 0.2 * m_random.normal());
            lastHit = nextHit;
            nextHit += gap * (1 + 0.015 * m_random.normal());
        }
        const double since = t - lastHit;
        const double ring = strength * std::exp(-since / ringDown)
            * std::sin(2 * std::numbers::pi * resonance * since);
        const double angle = 2 * std::numbers::pi * m_shaft * t + phase;
        m_wave[i] =
            static_cast<float>(line * std::sin(angle) + 0.25 * m_load * std::sin(2 * angle + 0.7)
                               + ring + 0.38 * m_random.normal());
    }
}

void Bearing::step(double dt, double timeOfDay)
{
    const double daily = 1.2 * std::sin(2 * std::numbers::pi * (timeOfDay / 86'400 - 0.3));
    m_shaft = 24.6 + daily + 0.4 * m_demand.step(dt, m_random);
    const double settled = m_ambient + 0.9 * m_shaft + 6 * severityOf(1) + 14 * severityOf(2);
    m_temperature += (settled - m_temperature) * (1 - std::exp(-dt / 900));
    record();
}

void Bearing::read(std::span<Measured> out)
{
    double square = 0;
    double fourth = 0;
    double peak = 0;
    for (const float sample : m_wave) {
        const double s = static_cast<double>(sample) * static_cast<double>(sample);
        square += s;
        fourth += s * s;
        peak = std::max(peak, std::abs(static_cast<double>(sample)));
    }
    const double mean = square / window;
    out[Rms].real = std::sqrt(mean);
    out[Peak].real = peak;
    out[Crest].real = peak / std::sqrt(mean);
    out[Kurtosis].real = fourth / window / (mean * mean);
    out[Temperature].real = m_temperature + 0.1 * m_random.normal();
    out[Speed].real = 60 * m_shaft * (1 + 0.0008 * m_random.normal());
}

void Bearing::features(std::span<const Measured> measured, std::vector<float> &out)
{
    // A faulty sensor distorts the wave as it distorts its RMS: by a factor.
    double square = 0;
    for (const float sample : m_wave)
        square += static_cast<double>(sample) * static_cast<double>(sample);
    const double rms = std::sqrt(square / window);
    const auto gain = static_cast<float>(rms > 0 ? measured[Rms].real / rms : 1);
    out.assign(m_wave.begin(), m_wave.end());
    for (float &sample : out)
        sample *= gain;
}

} // namespace fleet
