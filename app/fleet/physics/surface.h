// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/physics/machine.h"

#include <array>

namespace fleet {

/// A quality camera over a line of brushed metal parts: grey 32 x 32 pictures with scratches, pits
/// or stains, one part at a time.
class Surface final : public Machine
{
public:
    static constexpr std::size_t side = 32; ///< pixels

    explicit Surface(std::uint64_t seed);

    MachineKind kind() const override { return MachineKind::Surface; }
    std::span<const Quantity> quantities() const override;
    std::size_t primary() const override;
    std::span<const std::string_view> classes() const override;
    std::string_view modelName() const override { return "surface-defect"; }
    std::vector<std::string_view> featureNames() const override;
    void settle(double breadth) override;
    void step(double dt, double timeOfDay) override;
    void read(std::span<Measured> out) override;
    void features(std::span<const Measured> measured, std::vector<float> &out) override;
    std::span<const float> picture() const override { return m_pixels; }

private:
    void paint();
    void scratch(double depth);
    void pit(double depth);
    void stain(double depth);
    float *pixel(int x, int y); ///< null outside

    std::array<float, side * side> m_pixels{}; ///< 0 black .. 1 white
    double m_light = 0.62;
    double m_range = 1;
    Wander m_lamp{900};
    std::int64_t m_parts = 0;
    int m_shown = 0; ///< class of the part in view
};

} // namespace fleet
