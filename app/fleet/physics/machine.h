// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/physics/random.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace fleet {

/// One quantity that a machine measures. Texts are static.
struct Quantity
{
    enum class Kind : std::uint8_t { Real, Counter };

    std::string_view group; ///< part of the machine: "motor"
    std::string_view id; ///< unique in the machine: "motor_temperature"
    std::string_view leaf; ///< name inside the group: "temperature"
    std::string_view unit; ///< as people write it
    std::string_view senmlUnit; ///< RFC 8428 section 12.1, empty: none fits
    std::string_view deviceClass; ///< Home Assistant's name, empty: none fits
    int decimals = 2; ///< resolution of the sensor
    double span = 1; ///< normal range, what faults are scaled by
    Kind kind = Kind::Real;
};

/// One measured value; a counter keeps all 64 bits.
struct Measured
{
    double real = 0;
    std::int64_t counter = 0;
};

enum class MachineKind : std::uint8_t { Pump, Hvac, Meter, Bearing, Surface };
inline constexpr int machineKinds = 5;

/// "pump", "hvac", "meter", "vibration", "camera".
std::string_view machineKindName(MachineKind kind);

/// A piece of plant with its sensors. One thread. Time is in seconds.
class Machine
{
public:
    virtual ~Machine() = default;

    virtual MachineKind kind() const = 0;
    virtual std::span<const Quantity> quantities() const = 0;
    /// The quantity that sensor faults strike, an index in quantities().
    virtual std::size_t primary() const = 0;

    /// Classes of the edge model in the order of its outputs; 0 is the healthy one.
    virtual std::span<const std::string_view> classes() const = 0;
    virtual std::string_view modelName() const = 0;
    virtual std::vector<std::string_view> featureNames() const = 0;

    /// What is truly wrong: a class index and how bad it is, 0 (not at all) to 1.
    void setCondition(int condition, double severity)
    {
        m_condition = condition;
        m_severity = severity;
    }

    /// Puts the machine at a random but plausible operating point, settled. `breadth` is how much
    /// of the operating range may occur, 0 to 1.
    virtual void settle(double breadth) = 0;
    virtual void step(double dt, double timeOfDay) = 0;
    /// What the sensors say now, in the order of quantities(), each reading with its own noise.
    virtual void read(std::span<Measured> out) = 0;
    /// What the edge model is given, made from what the sensors said (faults included).
    virtual void features(std::span<const Measured> measured, std::vector<float> &out) = 0;
    /// Grey picture, side x side, when the machine is a camera; empty otherwise.
    virtual std::span<const float> picture() const { return {}; }

protected:
    explicit Machine(std::uint64_t seed)
        : m_random(seed)
    {
    }

    double severityOf(int condition) const { return m_condition == condition ? m_severity : 0; }

    Random m_random;
    int m_condition = 0;
    double m_severity = 0;
};

std::unique_ptr<Machine> makeMachine(MachineKind kind, std::uint64_t seed);

} // namespace fleet
