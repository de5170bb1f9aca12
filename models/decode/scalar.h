// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"

namespace decode {

/// One bare value: true/false/on/off, a number with or without a unit, NaN and null (missing), else
/// text. Sets value, unit, quality and declared type; views point into `text`.
void readScalar(std::string_view text, Sample &sample);

} // namespace decode
