// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/settings.h"
#include "models/ingest/pipeline.h"

namespace ingest {

/// Limits and sizes of a pipeline as a person set them.
PipelineOptions pipelineOptions(const base::Settings &settings);

} // namespace ingest
