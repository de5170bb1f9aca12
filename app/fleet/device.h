// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/edgemodel.h"
#include "app/fleet/physics/machine.h"

#include <array>
#include <optional>

namespace fleet {

enum class FaultKind : std::uint8_t {
    Drift,
    Stuck,
    Noise,
    Dropout,
    Overconfident,
    Flapping,
    Anomaly
};
inline constexpr int faultKinds = 7;

std::string_view faultName(FaultKind kind);
std::optional<FaultKind> faultByName(std::string_view name);

/// A device's state at one moment, ready to be put in words by a dialect.
struct Snapshot
{
    std::int64_t timeMs = 0; ///< wall clock, ms since the epoch
    std::vector<Measured> values; ///< in the order of the machine's quantities
    Verdict verdict;
    std::uint64_t sequence = 0;
};

/// A machine with its sensors, its edge model and what is wrong with them. Times are seconds of the
/// fleet's own clock (which --speed stretches).
class Device
{
public:
    Device(std::string name, std::string site, std::unique_ptr<Machine> machine,
           std::shared_ptr<EdgeModel> model, std::uint64_t seed);

    const std::string &name() const { return m_name; }
    const std::string &site() const { return m_site; }
    Machine &machine() const { return *m_machine; }
    const EdgeModel &model() const { return *m_model; }
    std::string serial() const;

    /// Faults last `duration` seconds from `at`.
    void addFault(FaultKind kind, double at, double duration);
    void clearFaults();
    bool hasFault(FaultKind kind, double now) const;
    /// Lets true wear come and go slowly, so that the model is unsure now and then.
    void setBreathing(int condition, double severity, double period);

    /// Moves on to `now` and measures. `timeOfDay` in seconds. False: the message is lost
    /// (dropout).
    bool sample(double now, double timeOfDay, Snapshot &out);

private:
    struct Fault
    {
        FaultKind kind;
        double start;
        double end;
    };
    void setTruth(double now);
    void disturb(double now, std::vector<Measured> &values);

    std::string m_name;
    std::string m_site;
    std::unique_ptr<Machine> m_machine;
    std::shared_ptr<EdgeModel> m_model;
    Random m_random;
    std::vector<Fault> m_faults;
    std::vector<float> m_features;
    double m_last = 0;
    double m_health; ///< severity that is always there
    int m_weakness; ///< the class it tends to
    std::optional<double> m_stuck;
    double m_breathSeverity = 0;
    double m_breathPeriod = 0;
    std::uint64_t m_sequence = 0;
};

} // namespace fleet
