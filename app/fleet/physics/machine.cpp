// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/physics/machine.h"

#include "app/fleet/physics/bearing.h"
#include "app/fleet/physics/hvac.h"
#include "app/fleet/physics/meter.h"
#include "app/fleet/physics/pump.h"
#include "app/fleet/physics/surface.h"

namespace fleet {

std::string_view machineKindName(MachineKind kind)
{
    switch (kind) {
    case MachineKind::Pump:
        return "pump";
    case MachineKind::Hvac:
        return "hvac";
    case MachineKind::Meter:
        return "meter";
    case MachineKind::Bearing:
        return "vibration";
    case MachineKind::Surface:
        break;
    }
    return "camera";
}

std::unique_ptr<Machine> makeMachine(MachineKind kind, std::uint64_t seed)
{
    switch (kind) {
    case MachineKind::Pump:
        return std::make_unique<Pump>(seed);
    case MachineKind::Hvac:
        return std::make_unique<Hvac>(seed);
    case MachineKind::Meter:
        return std::make_unique<Meter>(seed);
    case MachineKind::Bearing:
        return std::make_unique<Bearing>(seed);
    case MachineKind::Surface:
        break;
    }
    return std::make_unique<Surface>(seed);
}

} // namespace fleet
