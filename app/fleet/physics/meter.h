// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/physics/machine.h"

#include <array>

namespace fleet {

/// A three-phase energy meter: mains voltages, phase currents of a daily load, power factor, total
/// harmonic distortion, mains frequency and an import register in whole microwatt-hours.
class Meter final : public Machine
{
public:
    explicit Meter(std::uint64_t seed);

    MachineKind kind() const override { return MachineKind::Meter; }
    std::span<const Quantity> quantities() const override;
    std::size_t primary() const override;
    std::span<const std::string_view> classes() const override;
    std::string_view modelName() const override { return "energy-anomaly"; }
    std::vector<std::string_view> featureNames() const override;
    void settle(double breadth) override;
    void step(double dt, double timeOfDay) override;
    void read(std::span<Measured> out) override;
    void features(std::span<const Measured> measured, std::vector<float> &out) override;

private:
    void solve(double timeOfDay);

    double m_base; ///< W per phase
    double m_range; ///< how far load wanders
    std::array<double, 3> m_share{1, 1, 1};
    std::array<double, 3> m_voltage{230, 230, 230};
    std::array<double, 3> m_current{};
    std::array<double, 3> m_power{}; ///< W
    std::array<Wander, 3> m_load{Wander(90), Wander(90), Wander(90)};
    Wander m_mains{300};
    Wander m_grid{20};
    double m_factor = 0.95;
    double m_distortion = 3; ///< %
    std::int64_t m_register; ///< uWh
    double m_fraction = 0; ///< uWh not yet counted
};

} // namespace fleet
