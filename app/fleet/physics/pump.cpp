// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/physics/pump.h"

#include <algorithm>
#include <array>

namespace fleet {

namespace {

constexpr double nominalSpeed = 2950; // rpm
constexpr double shutOffHead = 52; // m at nominal speed
constexpr double curveFall = 0.0014; // m per (m3/h)^2
constexpr double staticHead = 10; // m
constexpr double friction = 0.0028; // m per (m3/h)^2
constexpr double bestFlow = 100; // m3/h, best efficiency at nominal speed
constexpr double waterWeight = 9806.65; // N/m3
constexpr double barPerMetre = waterWeight / 1e5;
constexpr double heatCapacity = 42'000; // J/K
constexpr double thermalResistance = 0.0165; // K/W, time constant about 700 s

enum Index { Speed, Flow, Suction, Discharge, Current, Temperature, Vibration, Hours, Count };

using K = Quantity::Kind;
constexpr std::array<Quantity, Count> table{{
    {"drive", "speed", "speed", "rpm", "1/min", "", 0, 600, K::Real},
    {"process", "flow", "flow", "m³/h", "", "volume_flow_rate", 2, 40, K::Real},
    {"process", "suction_pressure", "suction_pressure", "bar", "", "pressure", 3, 0.5, K::Real},
    {"process", "discharge_pressure", "discharge_pressure", "bar", "", "pressure", 3, 2, K::Real},
    {"motor", "motor_current", "current", "A", "A", "current", 2, 10, K::Real},
    {"motor", "motor_temperature", "temperature", "°C", "Cel", "temperature", 1, 40, K::Real},
    {"bearing", "vibration_rms", "vibration_rms", "mm/s", "", "speed", 3, 4, K::Real},
    {"drive", "run_seconds", "run_seconds", "s", "s", "duration", 0, 1, K::Counter},
}};
constexpr std::array<std::string_view, 3> classNames{"ok", "worn", "cavitation"};

} // namespace

Pump::Pump(std::uint64_t seed)
    : Machine(seed)
    , m_size(1 + 0.03 * m_random.normal())
    , m_ambient(m_random.uniform(14, 28))
    , m_seconds(m_random.uniform(2e6, 9e7))
{
    settle(1);
}

std::span<const Quantity> Pump::quantities() const
{
    return table;
}

std::size_t Pump::primary() const
{
    return Vibration;
}

std::span<const std::string_view> Pump::classes() const
{
    return classNames;
}

std::vector<std::string_view> Pump::featureNames() const
{
    std::vector<std::string_view> names;
    for (int i = 0; i < Hours; ++i)
        names.push_back(table[static_cast<std::size_t>(i)].id);
    return names;
}

void Pump::settle(double breadth)
{
    m_demand.set(breadth * m_random.normal());
    m_ambient = 21 + breadth * m_random.uniform(-7, 7);
    m_speed = std::clamp(0.93 + 0.05 * m_demand.value(), 0.78, 1.05);
    m_gust.set(0);
    solveHydraulics();
    m_motor = m_ambient + motorLoss() * thermalResistance;
}

void Pump::solveHydraulics()
{
    const double wear = severityOf(1);
    const double cavitation = severityOf(2);
    // Worn rings let water run back: less head at the same flow. Vapour blocks the eye: the curve
    // breaks down and fluctuates.
    const double loss = 1 - 0.14 * wear - (0.10 + 0.05 * m_gust.value()) * cavitation;
    const double lift = shutOffHead * m_size * m_speed * m_speed * loss - staticHead;
    m_flow = std::sqrt(std::max(0.0, lift) / (curveFall + friction));
    m_flow *= 1 + 0.004 * m_gust.value();
    m_head = staticHead + friction * m_flow * m_flow;
    m_suction = 1.55 - 0.00004 * m_flow * m_flow - 0.95 * cavitation;
    // Efficiency falls as a parabola off the best point, which moves with speed (affinity laws).
    const double off = m_flow / (bestFlow * m_speed) - 1;
    const double efficiency =
        std::max(0.2, 0.76 - 0.7 * off * off - 0.11 * wear - 0.08 * cavitation);
    m_shaft = waterWeight * (m_flow / 3600) * m_head / efficiency;
}

double Pump::motorLoss() const
{
    // Copper loss goes with load squared, iron and friction are constant; a worn bearing adds heat.
    const double load = m_shaft / 15'000;
    return 420 + 900 * load * load + 380 * severityOf(1);
}

void Pump::step(double dt, double timeOfDay)
{
    const double daily = 0.06 * std::sin(2 * std::numbers::pi * (timeOfDay / 86'400 - 0.3));
    const double wanted =
        std::clamp(0.93 + daily + 0.025 * m_demand.step(dt, m_random), 0.78, 1.05);
    m_speed += std::clamp(wanted - m_speed, -0.02 * dt, 0.02 * dt); // the drive's ramp
    m_gust.step(dt, m_random);
    solveHydraulics();
    const double settled = m_ambient + motorLoss() * thermalResistance;
    m_motor += (settled - m_motor) * (1 - std::exp(-dt / (heatCapacity * thermalResistance)));
    m_seconds += dt;
}

void Pump::read(std::span<Measured> out)
{
    const double wear = severityOf(1);
    const double cavitation = severityOf(2);
    const double rumble = 1.25 * m_speed * m_speed + 3.4 * wear + 2.4 * cavitation;
    const double noise = 0.05 + 0.02 * wear + 0.14 * cavitation;
    out[Speed].real = nominalSpeed * m_speed * (1 + 0.0006 * m_random.normal());
    out[Flow].real = m_flow * (1 + 0.004 * m_random.normal());
    out[Suction].real = m_suction + 0.008 * m_random.normal();
    out[Discharge].real =
        m_suction + m_head * barPerMetre + (0.015 + 0.06 * cavitation) * m_random.normal();
    // Three phases at 400 V, power factor 0.86, motor efficiency 0.9.
    out[Current].real =
        m_shaft / (std::sqrt(3.0) * 400 * 0.86 * 0.9) * (1 + 0.006 * m_random.normal());
    out[Temperature].real = m_motor + 0.15 * m_random.normal();
    out[Vibration].real = std::abs(rumble * (1 + noise * m_random.normal()));
    out[Hours].counter = static_cast<std::int64_t>(m_seconds);
}

void Pump::features(std::span<const Measured> measured, std::vector<float> &out)
{
    out.clear();
    for (std::size_t i = 0; i < Hours; ++i)
        out.push_back(static_cast<float>(measured[i].real));
}

} // namespace fleet
