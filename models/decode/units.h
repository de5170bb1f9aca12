// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <optional>
#include <string_view>

namespace decode {

/// The unit that a name ends in (`pressure_bar`, `humidityPct`, `temperature_c`), empty when none
/// or when it could mean something else. Single letters count only beside a quantity that has them.
/// Static text.
std::string_view unitFromName(std::string_view name);

/// True when the name starts with a quantity (temp, hum, press, volt, ...), so that a text that is
/// a number may be taken as one.
bool startsWithQuantity(std::string_view name);

/// "21.5", "-3", "21.5 °C", "98%" as a number and its unit. Integers keep 64 bits.
struct NumberAndUnit
{
    telemetry::Value value;
    std::string_view unit; ///< points into the text
};
std::optional<NumberAndUnit> numberAndUnit(std::string_view text);

} // namespace decode
