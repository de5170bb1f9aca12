// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <optional>
#include <string_view>

namespace decode {

/// A Homie payload under its declared datatype (Homie 5.0, "Payload"); with none, numbers and
/// booleans are recognised. Empty when the payload breaks the datatype's rules. One 0x00 byte is
/// the empty string. Text is not copied.
std::optional<telemetry::Value> homieValue(std::string_view payload, std::string_view datatype);

} // namespace decode
