// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/device.h"

#include <algorithm>

namespace fleet {

namespace {

constexpr std::array<std::string_view, faultKinds> faultNames{
    "drift", "stuck", "noise", "dropout", "overconfident", "flapping", "anomaly"};
constexpr double driftPerMinute = 0.5; // of the sensor's normal range
constexpr double dropoutShare = 0.7; // of messages lost
constexpr double overconfidence = 3; // sharpness of the softmax
constexpr double defectShare = 0.06; // of parts before a camera

} // namespace

std::string_view faultName(FaultKind kind)
{
    return faultNames[static_cast<std::size_t>(kind)];
}

std::optional<FaultKind> faultByName(std::string_view name)
{
    const auto found = std::ranges::find(faultNames, name);
    if (found == faultNames.end())
        return std::nullopt;
    return static_cast<FaultKind>(found - faultNames.begin());
}

Device::Device(std::string name, std::string site, std::unique_ptr<Machine> machine,
               std::shared_ptr<EdgeModel> model, std::uint64_t seed)
    : m_name(std::move(name))
    , m_site(std::move(site))
    , m_machine(std::move(machine))
    , m_model(std::move(model))
    , m_random(seed)
    , m_health(m_random.uniform(0, 0.15))
    , m_weakness(1
                 + static_cast<int>(
                     m_random.below(static_cast<std::uint32_t>(m_machine->classes().size() - 1))))
{
    setTruth(0);
    m_machine->settle(0.6);
}

std::string Device::serial() const
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::uint64_t hash = 0xcbf29ce484222325u; // FNV-1a of the name: the same in every run
    for (const char c : m_name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    std::string text = "0242";
    for (int i = 0; i < 8; ++i, hash >>= 4)
        text += digits[hash & 15];
    return text;
}

void Device::addFault(FaultKind kind, double at, double duration)
{
    if (m_faults.size() < 64)
        m_faults.push_back({kind, at, at + duration});
}

void Device::clearFaults()
{
    m_faults.clear();
    m_stuck.reset();
}

bool Device::hasFault(FaultKind kind, double now) const
{
    return std::ranges::any_of(
        m_faults, [=](const Fault &f) { return f.kind == kind && now >= f.start && now < f.end; });
}

void Device::setBreathing(int condition, double severity, double period)
{
    m_weakness = condition;
    m_breathSeverity = severity;
    m_breathPeriod = period;
}

void Device::setTruth(double now)
{
    if (hasFault(FaultKind::Anomaly, now)) {
        m_machine->setCondition(m_weakness, 0.9);
    } else if (m_breathPeriod > 0) {
        const double wave = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * now / m_breathPeriod);
        m_machine->setCondition(m_weakness, m_breathSeverity * wave);
    } else if (m_machine->kind() == MachineKind::Surface) { // each part is its own
        const bool defect = m_random.chance(defectShare);
        const auto faults = static_cast<std::uint32_t>(m_machine->classes().size() - 1);
        m_machine->setCondition(1 + static_cast<int>(m_random.below(faults)),
                                defect ? m_random.uniform(0.5, 1) : m_random.uniform(0, 0.12));
    } else {
        m_machine->setCondition(m_weakness, m_health);
    }
}

void Device::disturb(double now, std::vector<Measured> &values)
{
    const std::size_t index = m_machine->primary();
    const double span = m_machine->quantities()[index].span;
    double &value = values[index].real;
    for (const Fault &fault : m_faults) {
        if (now < fault.start || now >= fault.end)
            continue;
        if (fault.kind == FaultKind::Drift)
            value += span * std::min(1.5, driftPerMinute * (now - fault.start) / 60);
        else if (fault.kind == FaultKind::Noise)
            value += 0.35 * span * m_random.normal();
    }
    if (!hasFault(FaultKind::Stuck, now)) {
        m_stuck.reset();
        return;
    }
    if (!m_stuck)
        m_stuck = value;
    value = *m_stuck;
}

bool Device::sample(double now, double timeOfDay, Snapshot &out)
{
    setTruth(now);
    m_machine->step(std::clamp(now - m_last, 0.0, 3600.0), timeOfDay);
    m_last = now;
    out.values.assign(m_machine->quantities().size(), {});
    m_machine->read(out.values);
    disturb(now, out.values);
    out.sequence = ++m_sequence;
    if (hasFault(FaultKind::Dropout, now) && m_random.chance(dropoutShare))
        return false;
    m_machine->features(out.values, m_features);
    out.verdict =
        m_model->classify(m_features, hasFault(FaultKind::Overconfident, now) ? overconfidence : 1);
    return true;
}

} // namespace fleet
