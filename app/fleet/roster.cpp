// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/roster.h"

#include <map>

namespace fleet {

namespace {

struct Place
{
    MachineKind kind;
    DialectKind dialect;
    std::string_view site;
    bool joins = false; ///< shares the connection of the place before
};

constexpr std::string_view harbour = "Harbour works";
constexpr std::string_view depot = "Depot";
constexpr std::string_view plant = "North plant";

using M = MachineKind;
using D = DialectKind;
constexpr std::array<Place, 20> pattern{{
    {M::Pump, D::Sparkplug, harbour},
    {M::Pump, D::Sparkplug, harbour, true},
    {M::Pump, D::Sparkplug, harbour, true},
    {M::Bearing, D::Sparkplug, harbour, true},
    {M::Hvac, D::HomeAssistant, depot},
    {M::Meter, D::Tasmota, depot},
    {M::Surface, D::PlainJson5, plant},
    {M::Pump, D::PlainJson, harbour},
    {M::Pump, D::OpcUa, plant},
    {M::Hvac, D::Homie, depot},
    {M::Hvac, D::Zigbee2Mqtt, depot},
    {M::Hvac, D::Zigbee2Mqtt, depot, true},
    {M::Meter, D::Scalars, harbour},
    {M::Bearing, D::SenmlCbor, plant},
    {M::Pump, D::CloudEvents, plant},
    {M::Meter, D::PlainJson, plant},
    {M::Hvac, D::SenmlJson, depot},
    {M::Meter, D::Sparkplug, plant},
    {M::Bearing, D::Sparkplug, plant, true},
    {M::Surface, D::PlainJson, plant},
}};

std::string_view currentVersion(MachineKind kind)
{
    switch (kind) {
    case M::Pump:
        return "2.1.0";
    case M::Hvac:
        return "1.2.0";
    case M::Meter:
        return "1.1.0";
    case M::Bearing:
        return "1.3.0";
    case M::Surface:
        break;
    }
    return "3.0.1";
}

std::string numbered(std::string_view kind, int number)
{
    return std::string(kind) + (number < 10 ? "-0" : "-") + std::to_string(number);
}

/// Loads each model once; one thread runs them all.
class Shelf
{
public:
    base::Result<std::shared_ptr<EdgeModel>> get(std::string_view name, std::string_view version)
    {
        const auto key = std::pair(std::string(name), std::string(version));
        if (const auto found = m_models.find(key); found != m_models.end())
            return found->second;
        auto model = EdgeModel::open(key.first, key.second);
        if (model)
            m_models.emplace(key, *model);
        return model;
    }

private:
    std::map<std::pair<std::string, std::string>, std::shared_ptr<EdgeModel>> m_models;
};

} // namespace

std::string_view dialectName(DialectKind kind)
{
    constexpr std::array<std::string_view, 12> names{
        "Sparkplug B", "JSON",           "JSON over MQTT 5", "OPC UA PubSub",
        "CloudEvents", "Home Assistant", "Homie 5",          "Zigbee2MQTT",
        "SenML JSON",  "SenML CBOR",     "Tasmota",          "plain values"};
    return names[static_cast<std::size_t>(kind)];
}

base::Result<Roster> makeRoster(const FleetOptions &options)
{
    Roster roster;
    Shelf shelf;
    Random seeds(options.seed);
    std::array<int, machineKinds> counts{};
    for (int i = 0; i < options.devices; ++i) {
        const Place &place = pattern[static_cast<std::size_t>(i) % pattern.size()];
        auto machine = makeMachine(place.kind, seeds.bits());
        // One pump in twenty devices was forgotten in the last roll-out.
        const bool stale = options.lively && i % 20 == 1;
        auto model = shelf.get(machine->modelName(), stale ? "1.4.0" : currentVersion(place.kind));
        if (!model)
            return tl::unexpected(model.error());
        const int number = ++counts[static_cast<std::size_t>(place.kind)];
        roster.devices.push_back(std::make_unique<Device>(
            numbered(machineKindName(place.kind), number), std::string(place.site),
            std::move(machine), *model, seeds.bits()));
        if (!place.joins || roster.groups.empty())
            roster.groups.push_back({place.dialect, {}});
        roster.groups.back().devices.push_back(static_cast<std::size_t>(i));
    }
    return roster;
}

} // namespace fleet
