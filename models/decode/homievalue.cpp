// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/homievalue.h"

#include "models/decode/jsonleaves.h"

namespace decode {

using telemetry::Value;
using telemetry::ValueType;

std::optional<Value> homieValue(std::string_view payload, std::string_view datatype)
{
    const std::optional<Value> number = numberOf(payload);
    const bool boolean = payload == "true" || payload == "false";
    if (datatype == "integer")
        return number && number->type != ValueType::Double ? number : std::nullopt;
    if (datatype == "float" || datatype == "percent")
        return number ? std::optional(Value::real(telemetry::toDouble(number->type, number->bits)))
                      : std::nullopt;
    if (datatype == "boolean")
        return boolean ? std::optional(Value::boolean(payload == "true")) : std::nullopt;
    if (datatype.empty() && number)
        return number;
    if (datatype.empty() && boolean)
        return Value::boolean(payload == "true");
    return Value::string(payload == std::string_view("\0", 1) ? std::string_view() : payload);
}

} // namespace decode
