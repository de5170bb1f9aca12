// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"
#include "app/fleet/options.h"

namespace fleet {

/// The devices of a fleet and how they are wired.
struct Roster
{
    struct Group
    {
        DialectKind dialect;
        std::vector<std::size_t> devices; ///< indices
    };
    std::vector<std::unique_ptr<Device>> devices;
    std::vector<Group> groups; ///< one connection each
};

/// Makes `options.devices` devices: kinds, sites, protocols and models in a fixed pattern, so that
/// a name always means the same device. Fails when a model cannot be loaded.
base::Result<Roster> makeRoster(const FleetOptions &options);

std::string_view dialectName(DialectKind kind);

} // namespace fleet
