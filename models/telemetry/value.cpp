// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/value.h"

namespace telemetry {

std::string_view qualityName(Quality quality)
{
    switch (quality) {
    case Quality::Good:
        return "good";
    case Quality::Unknown:
        return "unknown";
    case Quality::Suspect:
        return "suspect";
    case Quality::Fail:
        return "fail";
    case Quality::Stale:
        return "stale";
    case Quality::Missing:
        return "missing";
    }
    return "unknown";
}

std::string_view valueTypeName(ValueType type)
{
    switch (type) {
    case ValueType::Double:
        return "double";
    case ValueType::Int64:
        return "int64";
    case ValueType::UInt64:
        return "uint64";
    case ValueType::Bool:
        return "bool";
    case ValueType::Text:
        return "text";
    }
    return "double";
}

} // namespace telemetry
