// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/physics/meter.h"

#include <algorithm>

namespace fleet {

namespace {

enum Index { U1, U2, U3, I1, I2, I3, Power, Factor, Distortion, Frequency, Energy, Count };

using K = Quantity::Kind;
constexpr std::array<Quantity, Count> table{{
    {"voltage", "voltage_l1", "l1", "V", "V", "voltage", 1, 10, K::Real},
    {"voltage", "voltage_l2", "l2", "V", "V", "voltage", 1, 10, K::Real},
    {"voltage", "voltage_l3", "l3", "V", "V", "voltage", 1, 10, K::Real},
    {"current", "current_l1", "l1", "A", "A", "current", 2, 40, K::Real},
    {"current", "current_l2", "l2", "A", "A", "current", 2, 40, K::Real},
    {"current", "current_l3", "l3", "A", "A", "current", 2, 40, K::Real},
    {"power", "active_power", "active", "W", "W", "power", 0, 10'000, K::Real},
    {"power", "power_factor", "factor", "", "/", "power_factor", 3, 0.1, K::Real},
    {"power", "current_thd", "thd", "%", "", "", 1, 6, K::Real},
    {"grid", "frequency", "frequency", "Hz", "Hz", "frequency", 3, 0.1, K::Real},
    {"energy", "energy_import", "import", "µWh", "", "", 0, 1, K::Counter},
}};
constexpr std::array<std::string_view, 3> classNames{"normal", "phase-imbalance", "harmonics"};

// About 10 GWh, beyond 2^53: a reader that goes through double loses the last digits.
constexpr std::int64_t firstRegister = 9'007'199'254'740'993;

} // namespace

Meter::Meter(std::uint64_t seed)
    : Machine(seed)
    , m_base(m_random.uniform(4'000, 14'000))
    , m_range(1)
    , m_register(firstRegister + 2 * static_cast<std::int64_t>(m_random.below(1'000'000'000)))
{
    settle(1);
}

std::span<const Quantity> Meter::quantities() const
{
    return table;
}

std::size_t Meter::primary() const
{
    return I2;
}

std::span<const std::string_view> Meter::classes() const
{
    return classNames;
}

std::vector<std::string_view> Meter::featureNames() const
{
    return {"voltage_mean", "voltage_spread", "current_mean", "current_spread",
            "power_factor", "current_thd",    "frequency"};
}

void Meter::settle(double breadth)
{
    for (std::size_t phase = 0; phase < 3; ++phase) {
        m_share[phase] = 1 + 0.05 * breadth * m_random.normal();
        m_load[phase].set(breadth * m_random.normal());
    }
    m_mains.set(breadth * m_random.normal());
    m_range = breadth;
    solve(43'200 + breadth * m_random.uniform(-40'000, 40'000));
}

void Meter::solve(double timeOfDay)
{
    const double imbalance = severityOf(1);
    const double harmonics = severityOf(2);
    const double daily = 0.75 + 0.25 * std::sin(2 * std::numbers::pi * (timeOfDay / 86'400 - 0.33));
    m_distortion = 3 + 0.6 * m_load[0].value() + 24 * harmonics;
    // Distortion power lowers the power factor: displacement factor / sqrt(1 + THD^2).
    const double thd = std::max(0.0, m_distortion) / 100;
    m_factor = (0.955 + 0.008 * m_load[1].value()) / std::sqrt(1 + thd * thd) - 0.06 * harmonics;
    for (std::size_t phase = 0; phase < 3; ++phase) {
        const double fault = phase == 1 ? 1 - 0.75 * imbalance : 1 + 0.2 * imbalance;
        const double load = m_share[phase] * (1 + 0.05 * m_range * m_load[phase].value()) * fault;
        m_power[phase] = std::max(0.0, m_base * daily * load);
        // The feeder's drop: more current, less voltage; a lightly loaded phase rises.
        m_voltage[phase] = 231 + 1.5 * m_mains.value() - 0.0003 * m_power[phase]
            + (phase == 1 ? 3.5 : -0.5) * imbalance;
        m_current[phase] = m_power[phase] / (m_voltage[phase] * m_factor);
    }
}

void Meter::step(double dt, double timeOfDay)
{
    for (Wander &load : m_load)
        load.step(dt, m_random);
    m_mains.step(dt, m_random);
    m_grid.step(dt, m_random);
    solve(timeOfDay);
    // W x s -> uWh: 1e6 / 3600. Whole units go to the register, the rest waits.
    m_fraction += (m_power[0] + m_power[1] + m_power[2]) * dt * 1e6 / 3600;
    const double whole = std::floor(m_fraction);
    m_register += static_cast<std::int64_t>(whole);
    m_fraction -= whole;
}

void Meter::read(std::span<Measured> out)
{
    for (std::size_t phase = 0; phase < 3; ++phase) {
        out[U1 + phase].real = m_voltage[phase] + 0.12 * m_random.normal();
        out[I1 + phase].real = m_current[phase] * (1 + 0.003 * m_random.normal());
    }
    out[Power].real = (m_power[0] + m_power[1] + m_power[2]) * (1 + 0.002 * m_random.normal());
    out[Factor].real = std::min(1.0, m_factor + 0.002 * m_random.normal());
    out[Distortion].real = std::max(0.0, m_distortion + 0.25 * m_random.normal());
    out[Frequency].real = 50 + 0.015 * m_grid.value() + 0.001 * m_random.normal();
    out[Energy].counter = m_register;
}

void Meter::features(std::span<const Measured> measured, std::vector<float> &out)
{
    const auto spread = [&measured](Index first) {
        const double a = measured[first].real;
        const double b = measured[first + 1].real;
        const double c = measured[first + 2].real;
        const double mean = (a + b + c) / 3;
        const double far = std::max({std::abs(a - mean), std::abs(b - mean), std::abs(c - mean)});
        return std::pair(mean, mean > 0 ? 100 * far / mean : 0.0);
    };
    const auto [voltage, voltageSpread] = spread(U1);
    const auto [current, currentSpread] = spread(I1);
    out.clear();
    for (const double feature :
         {voltage, voltageSpread, current, currentSpread, measured[Factor].real,
          measured[Distortion].real, measured[Frequency].real})
        out.push_back(static_cast<float>(feature));
}

} // namespace fleet
