// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"

#include <string>

namespace ctl {

/// Sample `index` of the output as one JSON object on one line: device, signal, time (integer ns or
/// null), value (64-bit integers as integers; missing and not-a-number: null), unit (or null),
/// quality; on the confidence of a prediction also model, version, label, confidence.
std::string sampleJson(const decode::Output &out, std::size_t index);

} // namespace ctl
