// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace fleet {

/// A small reproducible random stream: SplitMix64 (Steele, Lea, Flood 2014), the same on every
/// machine, which std::normal_distribution is not.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t bits()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    double uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; } ///< [0, 1)
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(bits() % limit); }

    /// Standard normal by Box and Muller.
    double normal()
    {
        if (m_hasSpare) {
            m_hasSpare = false;
            return m_spare;
        }
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        const double angle = 2 * std::numbers::pi * uniform();
        m_spare = radius * std::sin(angle);
        m_hasSpare = true;
        return radius * std::cos(angle);
    }

private:
    std::uint64_t m_state;
    double m_spare = 0;
    bool m_hasSpare = false;
};

/// A slowly wandering quantity around zero with standard deviation 1: the exact discretisation of
/// an Ornstein-Uhlenbeck process with correlation time `tau` seconds.
class Wander
{
public:
    explicit Wander(double tau)
        : m_tau(tau)
    {
    }

    double step(double dt, Random &random)
    {
        const double keep = std::exp(-dt / m_tau);
        m_value = m_value * keep + std::sqrt(1 - keep * keep) * random.normal();
        return m_value;
    }
    double value() const { return m_value; }
    void set(double value) { m_value = value; }

private:
    double m_tau;
    double m_value = 0;
};

} // namespace fleet
