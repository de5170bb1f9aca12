// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/physics/hvac.h"

#include <algorithm>
#include <array>

namespace fleet {

namespace {

constexpr double airHeat = 1006; // J/(kg K)
constexpr double zoneHeat = 2.4e6; // J/K, air and furniture
constexpr double zoneAir = 430; // kg
constexpr double envelope = 160; // W/K
constexpr double heatPerPerson = 90; // W
constexpr double co2PerPerson = 5.2e-6; // m3/s
constexpr double waterPerPerson = 0.014; // g/s
constexpr double fullAir = 0.85; // kg/s at full fan and a clean filter
constexpr double coil = 13; // K at full valve
constexpr double freshShare = 0.45;

enum Index { Zone, Humidity, Co2, Outdoor, Supply, Valve, Fan, AirFlow, Setpoint, Count };

using K = Quantity::Kind;
constexpr std::array<Quantity, Count> table{{
    {"zone", "temperature", "temperature", "°C", "Cel", "temperature", 2, 4, K::Real},
    {"zone", "humidity", "humidity", "%", "%RH", "humidity", 1, 20, K::Real},
    {"zone", "co2", "co2", "ppm", "", "carbon_dioxide", 0, 400, K::Real},
    {"outdoor", "outdoor_temperature", "temperature", "°C", "Cel", "temperature", 1, 10, K::Real},
    {"supply", "supply_temperature", "temperature", "°C", "Cel", "temperature", 2, 8, K::Real},
    {"supply", "valve", "valve", "%", "", "", 1, 50, K::Real},
    {"supply", "fan", "fan", "%", "", "", 1, 30, K::Real},
    {"supply", "air_flow", "air_flow", "m³/h", "", "volume_flow_rate", 0, 600, K::Real},
    {"zone", "setpoint", "setpoint", "°C", "Cel", "temperature", 1, 2, K::Real},
}};
constexpr std::array<std::string_view, 3> classNames{"ok", "valve-stuck", "filter-clogged"};

/// Saturation humidity in g of water per kg of dry air at 1013 hPa (Magnus formula, WMO guide 8).
double saturation(double celsius)
{
    const double pressure = 6.112 * std::exp(17.62 * celsius / (243.12 + celsius));
    return 622 * pressure / (1013.25 - pressure);
}

} // namespace

Hvac::Hvac(std::uint64_t seed)
    : Machine(seed)
    , m_setpoint(21 + 0.5 * m_random.below(4))
    , m_people(m_random.uniform(6, 18))
    , m_outdoorMean(m_random.uniform(6, 12))
{
    settle(1);
}

std::span<const Quantity> Hvac::quantities() const
{
    return table;
}

std::size_t Hvac::primary() const
{
    return Supply;
}

std::span<const std::string_view> Hvac::classes() const
{
    return classNames;
}

std::vector<std::string_view> Hvac::featureNames() const
{
    return {"control_error", "humidity", "co2", "outdoor_temperature",
            "supply_rise",   "valve",    "fan", "air_flow"};
}

void Hvac::settle(double breadth)
{
    m_weather.set(breadth * m_random.normal());
    m_presence.set(breadth * m_random.normal());
    m_zone = m_setpoint + 0.3 * breadth * m_random.normal();
    m_co2 = 550 + 120 * breadth * m_random.uniform();
    m_water = 7 + breadth * m_random.normal();
    m_integral = 0;
    const double timeOfDay = 43'200 + breadth * m_random.uniform(-30'000, 30'000);
    for (int i = 0; i < 360; ++i) // two hours bring temperature, gas and controller together
        advance(20, timeOfDay);
}

void Hvac::control(double dt)
{
    const double error = m_setpoint - m_zone;
    m_integral = std::clamp(m_integral + error * dt / 900, -1.0, 1.0);
    const double command = std::clamp(0.6 * error + m_integral, -1.0, 1.0);
    m_valve = command;
    const double gasDemand = std::clamp((m_co2 - 550) / 600, 0.0, 1.0);
    m_fan = std::clamp(0.55 + 0.4 * std::max(gasDemand, 0.6 * std::abs(command)), 0.4, 1.0);
}

void Hvac::advance(double dt, double timeOfDay)
{
    const double hour = timeOfDay / 3600;
    const double working = std::clamp(std::min((hour - 7) / 1.5, (19 - hour) / 1.5), 0.0, 1.0);
    m_occupants =
        m_people * working * std::clamp(0.7 + 0.18 * m_presence.step(dt, m_random), 0.0, 1.0);
    m_outdoor = m_outdoorMean + 4 * std::sin(2 * std::numbers::pi * (hour - 9) / 24)
        + 2 * m_weather.step(dt, m_random);
    control(dt);
    m_air = fullAir * m_fan * (1 - 0.62 * severityOf(2));
    // A stuck valve gives the coil the wrong power whatever the controller asks for.
    const double stuck = severityOf(1);
    const double opening = m_valve * (1 - stuck) + 0.85 * stuck * (m_valve > 0 ? -0.6 : 0.9);
    const double target = m_zone - freshShare * 0.15 * (m_zone - m_outdoor) + coil * opening * 0.8;
    m_supply += (target - m_supply) * (1 - std::exp(-dt / 60));
    const double heat = envelope * (m_outdoor - m_zone) + m_occupants * heatPerPerson
        + m_air * airHeat * (m_supply - m_zone);
    m_zone += heat * dt / zoneHeat;
    const double exchange = 1 - std::exp(-dt * m_air * freshShare / zoneAir);
    m_co2 += (420 - m_co2) * exchange + m_occupants * co2PerPerson * dt / (zoneAir / 1.2) * 1e6;
    const double outdoorWater = 0.7 * saturation(m_outdoor);
    m_water += (outdoorWater - m_water) * exchange + m_occupants * waterPerPerson * dt / zoneAir;
}

void Hvac::step(double dt, double timeOfDay)
{
    for (double rest = dt; rest > 0; rest -= 20)
        advance(std::min(rest, 20.0), timeOfDay);
}

void Hvac::read(std::span<Measured> out)
{
    out[Zone].real = m_zone + 0.03 * m_random.normal();
    out[Humidity].real =
        std::clamp(100 * m_water / saturation(m_zone) + 0.4 * m_random.normal(), 0.0, 100.0);
    out[Co2].real = m_co2 + 6 * m_random.normal();
    out[Outdoor].real = m_outdoor + 0.1 * m_random.normal();
    out[Supply].real = m_supply + 0.08 * m_random.normal();
    out[Valve].real = 100 * m_valve;
    out[Fan].real = 100 * m_fan;
    out[AirFlow].real = m_air * 3600 / 1.2 * (1 + 0.012 * m_random.normal());
    out[Setpoint].real = m_setpoint;
}

void Hvac::features(std::span<const Measured> measured, std::vector<float> &out)
{
    const auto value = [&measured](Index index) { return measured[index].real; };
    out.clear();
    for (const double feature :
         {value(Setpoint) - value(Zone), value(Humidity), value(Co2), value(Outdoor),
          value(Supply) - value(Zone), value(Valve), value(Fan), value(AirFlow)})
        out.push_back(static_cast<float>(feature));
}

} // namespace fleet
