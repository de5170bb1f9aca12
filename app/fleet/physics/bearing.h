// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/physics/machine.h"

#include <array>

namespace fleet {

/// A vibration gateway on a motor's bearing: acceleration windows at 3.2 kHz with the rotor's
/// unbalance line, and resonance bursts at the outer ring's ball pass frequency when it is damaged.
class Bearing final : public Machine
{
public:
    static constexpr std::size_t window = 256; ///< samples
    static constexpr double sampleRate = 3'200; ///< Hz

    explicit Bearing(std::uint64_t seed);

    MachineKind kind() const override { return MachineKind::Bearing; }
    std::span<const Quantity> quantities() const override;
    std::size_t primary() const override;
    std::span<const std::string_view> classes() const override;
    std::string_view modelName() const override { return "bearing-vib"; }
    std::vector<std::string_view> featureNames() const override;
    void settle(double breadth) override;
    void step(double dt, double timeOfDay) override;
    void read(std::span<Measured> out) override;
    void features(std::span<const Measured> measured, std::vector<float> &out) override;

private:
    void record(); ///< takes a new window

    std::array<float, window> m_wave{}; ///< m/s2
    double m_shaft = 25; ///< Hz
    double m_temperature = 45;
    double m_ambient;
    double m_load = 1;
    Wander m_demand{300};
};

} // namespace fleet
