// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/homeassistanttemplate.h"

#include "models/decode/jsonleaves.h"

#include <algorithm>
#include <cmath>

namespace decode {

using simdjson::dom::element;
using telemetry::Value;
using telemetry::ValueType;

namespace {

constexpr std::size_t maxSteps = 16;

bool isWordCharacter(char c)
{
    return isDigit(c) || c == '_' || (lower(c) >= 'a' && lower(c) <= 'z')
        || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Takes the word at the front, empty when there is none.
std::string_view takeWord(std::string_view &text)
{
    std::size_t end = 0;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

bool take(std::string_view &text, char c)
{
    text = trimmed(text);
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Takes "'key']", "\"key\"]" or "3]".
std::optional<std::string_view> takeSubscript(std::string_view &text)
{
    text = trimmed(text);
    std::string_view key;
    if (!text.empty() && (text.front() == '\'' || text.front() == '"')) {
        const std::size_t end = text.find(text.front(), 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        key = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
    } else {
        key = takeWord(text);
        if (key.empty() || !std::all_of(key.begin(), key.end(), isDigit))
            return std::nullopt;
    }
    return take(text, ']') ? std::optional(key) : std::nullopt;
}

double rounded(double value, int digits)
{
    const double scale = std::pow(10.0, digits);
    const double result = std::nearbyint(value * scale) / scale;
    return std::isfinite(result) ? result : value;
}

} // namespace

ValueTemplate ValueTemplate::parse(std::string_view text)
{
    ValueTemplate result;
    text = trimmed(text);
    if (text.empty())
        return result;
    result.m_kind = Kind::Other;
    if (text.size() < 4 || !text.starts_with("{{") || !text.ends_with("}}"))
        return result;
    text = text.substr(2, text.size() - 4);
    if (!text.empty() && text.front() == '-')
        text.remove_prefix(1);
    if (!text.empty() && text.back() == '-')
        text.remove_suffix(1);
    if (!result.parseExpression(trimmed(text))) {
        result = {};
        result.m_kind = Kind::Other;
    }
    return result;
}

bool ValueTemplate::parseExpression(std::string_view text)
{
    const std::string_view root = takeWord(text);
    if (root != "value" && root != "value_json")
        return false;
    m_kind = root == "value" ? Kind::Text : Kind::Member;
    while (m_kind == Kind::Member && !text.empty()
           && (text.front() == '.' || text.front() == '[')) {
        std::string_view step;
        if (take(text, '.')) {
            step = takeWord(text);
        } else {
            take(text, '[');
            step = takeSubscript(text).value_or(std::string_view());
        }
        if (step.empty() || m_steps.size() == maxSteps)
            return false;
        m_path += m_path.empty() ? "" : "/";
        m_path += step;
        m_steps.emplace_back(step);
    }
    if (m_kind == Kind::Member && m_steps.empty())
        return false;
    while (take(text, '|'))
        if (!parseFilter(text))
            return false;
    return trimmed(text).empty();
}

bool ValueTemplate::parseFilter(std::string_view &text)
{
    text = trimmed(text);
    const std::string_view word = takeWord(text);
    std::string_view argument;
    if (take(text, '(')) {
        const std::size_t end = text.find(')');
        if (end == std::string_view::npos)
            return false;
        argument = trimmed(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    if (word == "is_defined")
        return argument.empty();
    Filter filter;
    const auto number = numberOf(argument);
    if (!argument.empty() && !number)
        return false;
    if (word == "float" || word == "int") {
        filter.name = word == "float" ? Filter::Float : Filter::Int;
        if (number)
            filter.otherwise = telemetry::toDouble(number->type, number->bits);
    } else if (word == "round") {
        filter.name = Filter::Round;
        const double digits = number ? telemetry::toDouble(number->type, number->bits) : 0;
        if (!(std::abs(digits) <= 15))
            return false;
        filter.digits = static_cast<int>(digits);
    } else {
        return false;
    }
    m_filters.push_back(filter);
    return m_filters.size() <= maxSteps;
}

std::optional<element> ValueTemplate::member(const element &json) const
{
    element at = json;
    for (const std::string &step : m_steps) {
        element next;
        if (at.is_object()) {
            if (at.at_key(step).get(next) != simdjson::SUCCESS)
                return std::nullopt;
        } else {
            const auto index = numberOf(step);
            if (!at.is_array() || !index || index->type != ValueType::Int64
                || at.at(static_cast<std::size_t>(index->bits)).get(next) != simdjson::SUCCESS)
                return std::nullopt;
        }
        at = next;
    }
    return at;
}

std::optional<Value> ValueTemplate::filtered(const Value &value) const
{
    Value result = value;
    for (const Filter &filter : m_filters) {
        if (result.type == ValueType::Text) {
            const auto number = numberOf(trimmed(result.text));
            if (!number && !filter.otherwise)
                return std::nullopt;
            result = number ? *number : Value::real(*filter.otherwise);
        }
        const double real = telemetry::toDouble(result.type, result.bits);
        const bool whole = result.type != ValueType::Double;
        if (filter.name == Filter::Float)
            result = Value::real(real);
        else if (filter.name == Filter::Round && !(whole && filter.digits >= 0))
            result = Value::real(rounded(real, filter.digits));
        else if (filter.name == Filter::Int && !whole && std::abs(real) < 9.2e18)
            result = Value::integer(static_cast<std::int64_t>(real));
        else if (result.type == ValueType::Bool)
            result = Value::integer(result.bits != 0 ? 1 : 0);
    }
    return result;
}

} // namespace decode
