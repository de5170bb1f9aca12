// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace decode {

/// A Home Assistant value_template, of which these forms are evaluated: {{ value }},
/// {{ value_json.a.b }}, {{ value_json['a'][0] }}, each with | float | int | round(n).
/// Source: home-assistant.io, "Templating", "Using value templates with MQTT".
class ValueTemplate
{
public:
    enum class Kind : std::uint8_t {
        None, ///< no template was given
        Text, ///< value
        Member, ///< value_json...
        Other, ///< not evaluated
    };

    static ValueTemplate parse(std::string_view text);

    Kind kind() const { return m_kind; }
    /// "a/b/0" for value_json.a.b[0].
    const std::string &path() const { return m_path; }

    /// The member of `json` that the template names.
    std::optional<simdjson::dom::element> member(const simdjson::dom::element &json) const;
    /// Applies the filters; empty when the value is not what they need.
    std::optional<telemetry::Value> filtered(const telemetry::Value &value) const;

private:
    struct Filter
    {
        enum Name : std::uint8_t { Float, Int, Round } name = Float;
        int digits = 0;
        std::optional<double> otherwise; ///< float(0), int(0)
    };

    bool parseExpression(std::string_view text);
    bool parseFilter(std::string_view &text);

    Kind m_kind = Kind::None;
    std::vector<std::string> m_steps;
    std::vector<Filter> m_filters;
    std::string m_path;
};

} // namespace decode
