// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"

#include <simdjson.h>

namespace decode::opcua {

/// StatusCode (number, or object with Code) -> quality by its two severity bits.
telemetry::Quality qualityOf(const simdjson::dom::element &status);

/// Adds one field in any of its forms: raw value, Variant (Type/Body or UaType/Value), DataValue,
/// nested as they may be. Int64 and UInt64 come as text. `type` is the BuiltInType from the
/// metadata, 0 when it is not known. False when the limit of samples is reached.
bool addField(Output &out, const Limits &limits, Sample like, std::string_view signal,
              const simdjson::dom::element &json, std::uint64_t type, int depth);

} // namespace decode::opcua
