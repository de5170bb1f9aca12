// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/physics/machine.h"

namespace fleet {

/// One zone of an air handling unit: heat balance of the room (envelope, people, supply air),
/// carbon dioxide and moisture mass balances, a PI controller on the heating and cooling valve, a
/// fan whose air flow falls when the filter clogs.
class Hvac final : public Machine
{
public:
    explicit Hvac(std::uint64_t seed);

    MachineKind kind() const override { return MachineKind::Hvac; }
    std::span<const Quantity> quantities() const override;
    std::size_t primary() const override;
    std::span<const std::string_view> classes() const override;
    std::string_view modelName() const override { return "hvac-fault"; }
    std::vector<std::string_view> featureNames() const override;
    void settle(double breadth) override;
    void step(double dt, double timeOfDay) override;
    void read(std::span<Measured> out) override;
    void features(std::span<const Measured> measured, std::vector<float> &out) override;

private:
    void advance(double dt, double timeOfDay);
    void control(double dt);

    double m_setpoint;
    double m_people; ///< desks
    double m_outdoorMean; ///< degC
    Wander m_weather{7200};
    Wander m_presence{1800};
    double m_occupants = 0;
    double m_outdoor = 12;
    double m_zone = 21.5; ///< degC
    double m_supply = 21; ///< degC
    double m_co2 = 500; ///< ppm
    double m_water = 8; ///< g/kg
    double m_integral = 0;
    double m_valve = 0; ///< -1 full cooling .. 1 full heating
    double m_fan = 0.7; ///< 0..1
    double m_air = 0.5; ///< kg/s
};

} // namespace fleet
