// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/physics/machine.h"

namespace fleet {

/// A centrifugal pump on a speed drive: pump curve scaled by the affinity laws against a system
/// curve (static head plus friction), first-order motor heating, vibration that grows with wear of
/// the bearing and with cavitation.
class Pump final : public Machine
{
public:
    explicit Pump(std::uint64_t seed);

    MachineKind kind() const override { return MachineKind::Pump; }
    std::span<const Quantity> quantities() const override;
    std::size_t primary() const override;
    std::span<const std::string_view> classes() const override;
    std::string_view modelName() const override { return "pump-wear"; }
    std::vector<std::string_view> featureNames() const override;
    void settle(double breadth) override;
    void step(double dt, double timeOfDay) override;
    void read(std::span<Measured> out) override;
    void features(std::span<const Measured> measured, std::vector<float> &out) override;

private:
    void solveHydraulics();
    double motorLoss() const; ///< W

    double m_size; ///< this pump against the type's mean, about 1
    double m_ambient; ///< degC
    Wander m_demand{600};
    Wander m_gust{2}; ///< fast fluctuation of flow, strong when cavitating
    double m_speed = 0.9; ///< of nominal
    double m_flow = 0; ///< m3/h
    double m_head = 0; ///< m
    double m_suction = 0; ///< bar absolute
    double m_shaft = 0; ///< W
    double m_motor = 40; ///< degC
    double m_seconds = 0; ///< run time
};

} // namespace fleet
