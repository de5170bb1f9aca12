// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/numbertext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace interchange {

void appendValueText(const telemetry::Value &value, NotFinite notFinite, std::string &out)
{
    using telemetry::ValueType;
    std::array<char, 40> digits;
    char *const begin = digits.data();
    char *end = begin;
    switch (value.type) {
    case ValueType::Bool:
        out += value.bits != 0 ? "true" : "false";
        return;
    case ValueType::Int64:
        end = std::to_chars(begin, begin + digits.size(), std::bit_cast<std::int64_t>(value.bits))
                  .ptr;
        break;
    case ValueType::UInt64:
        end = std::to_chars(begin, begin + digits.size(), value.bits).ptr;
        break;
    case ValueType::Text:
        return;
    case ValueType::Double: {
        const double number = std::bit_cast<double>(value.bits);
        if (!std::isfinite(number)) {
            const char *quote = notFinite == NotFinite::JsonText ? "\"" : "";
            out += quote;
            out += std::isnan(number) ? "NaN" : number > 0 ? "inf" : "-inf";
            out += quote;
            return;
        }
        end = std::to_chars(begin, begin + digits.size(), number).ptr;
        const std::string_view text(begin, static_cast<std::size_t>(end - begin));
        out += text;
        if (text.find_first_of(".e") == std::string_view::npos)
            out += ".0";
        return;
    }
    }
    out.append(begin, end);
}

} // namespace interchange
