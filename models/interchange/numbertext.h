// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <string>

namespace interchange {

/// How NaN and the infinities are written: bare (`NaN`, `inf`) or as a JSON text.
enum class NotFinite : std::uint8_t { Bare, JsonText };

/// Appends a number or bool so that it reads back as the same: doubles with the shortest digits and
/// always a point or an exponent (a whole double does not become an integer), bools as true/false.
void appendValueText(const telemetry::Value &value, NotFinite notFinite, std::string &out);

} // namespace interchange
