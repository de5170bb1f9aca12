// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/physics/machine.h"

#include <cstdio>

namespace fleet {

/// What part of the operating range training rows come from.
enum class TrainingRange : std::uint8_t {
    Field, ///< everything the fleet meets
    Commissioning, ///< the first weeks only: narrow operating points, gross faults; for stale
                   ///< models
};

/// Writes `rows` rows of features and the true class as CSV (header: f0..fn,label) from the physics
/// that the fleet runs, classes in equal numbers, reproducible by `seed`.
void writeTrainingData(MachineKind kind, int rows, std::uint64_t seed, TrainingRange range,
                       std::FILE *out);

} // namespace fleet
