// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"
#include "models/decode/text.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace decode {

/// Calls `leaf(path, element)` for every scalar and null below `element`, '/' between levels, array
/// elements by position. Deeper than `depth` nothing is visited. `leaf` returns false to stop.
template <class Leaf>
bool forLeaves(const simdjson::dom::element &element, std::string &path, int depth, Leaf &&leaf)
{
    const std::size_t length = path.size();
    const auto enter = [&](std::string_view name, const simdjson::dom::element &child) {
        if (length > 0)
            path += '/';
        path += name.substr(0, 1'024);
        const bool going = forLeaves(child, path, depth - 1, leaf);
        path.resize(length);
        return going;
    };
    if (element.is_object()) {
        if (depth <= 0)
            return true;
        for (const auto field : simdjson::dom::object(element))
            if (!enter(field.key, field.value))
                return false;
        return true;
    }
    if (element.is_array()) {
        if (depth <= 0)
            return true;
        std::size_t index = 0;
        for (const auto child : simdjson::dom::array(element))
            if (!enter(std::to_string(index++), child))
                return false;
        return true;
    }
    return leaf(std::string_view(path), element);
}

/// JSON scalar -> value; integers stay exact. Empty for null, objects and arrays.
std::optional<telemetry::Value> valueOf(const simdjson::dom::element &element);

/// Appends a sample; null becomes Missing. Signal and text are cut to the limits and kept. False
/// when the limit of samples is reached (capHit and reason are set).
bool addSample(Output &out, const Limits &limits, const Sample &like, std::string_view signal,
               const telemetry::Value &value);
bool addJson(Output &out, const Limits &limits, const Sample &like, std::string_view signal,
             const simdjson::dom::element &element);

/// Text member of an object; empty when it is absent or no text.
std::string_view textAt(const simdjson::dom::element &object, std::string_view key);
std::optional<simdjson::dom::element> memberAt(const simdjson::dom::element &object,
                                               std::string_view key);

/// The whole text as a number: integers exact, else double. No white space.
std::optional<telemetry::Value> numberOf(std::string_view text);

/// ISO 8601 date and time with a zone ("Z" or an offset) -> ns; noTime without zone or when
/// invalid.
base::TimeNs timeOfIso(std::string_view text);

/// Epoch time as number (s, ms, us, ns by magnitude, from the year 2001 on) or ISO 8601 text.
base::TimeNs timeOf(const simdjson::dom::element &element);

} // namespace decode
