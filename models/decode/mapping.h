// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"
#include "models/decode/convention.h"

#include <string>

namespace decode {

/// MQTT topic filter match (OASIS MQTT 5.0, 4.7): '+' one level, '#' the rest; wildcards at the
/// front do not match topics that start with '$'.
bool matchesFilter(std::string_view filter, std::string_view topic);

/// Fills "{3}" (topic level, from 1) and "{/a/b}" (JSON pointer) in; what is not there becomes "".
std::string filledTemplate(const QString &pattern, Input &in);

/// Lets a mapping's device, signal, time and unit win over what was decoded.
void applyMapping(const Mapping &mapping, Input &in, Output &out);

} // namespace decode
