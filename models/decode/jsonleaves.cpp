// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/jsonleaves.h"

#include "models/decode/timetext.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace decode {

using simdjson::dom::element;
using simdjson::dom::element_type;
using telemetry::Quality;
using telemetry::Value;

std::optional<Value> valueOf(const element &json)
{
    switch (json.type()) {
    case element_type::INT64:
        return Value::integer(json.get_int64().value_unsafe());
    case element_type::UINT64:
        return Value::natural(json.get_uint64().value_unsafe());
    case element_type::DOUBLE:
        return Value::real(json.get_double().value_unsafe());
    case element_type::BOOL:
        return Value::boolean(json.get_bool().value_unsafe());
    case element_type::STRING:
        return Value::string(json.get_string().value_unsafe());
    default:
        return std::nullopt;
    }
}

bool addSample(Output &out, const Limits &limits, const Sample &like, std::string_view signal,
               const Value &value)
{
    const std::size_t limit = std::min(limits.maxSignals, limits.maxSamples);
    if (out.samples.size() >= limit) {
        out.capHit = true;
        out.reason = Tr::tr("More values than are taken from one message; the first %1 are shown.")
                         .arg(limit)
                         .toStdString();
        return false;
    }
    Sample &sample = out.samples.emplace_back(like);
    sample.signal = out.keep(cutUtf8(signal, limits.maxNameBytes));
    sample.value = value;
    sample.declared = value.type;
    if (value.type == telemetry::ValueType::Text)
        sample.value.text = out.keep(cutUtf8(value.text, limits.maxTextBytes));
    return true;
}

bool addJson(Output &out, const Limits &limits, const Sample &like, std::string_view signal,
             const element &json)
{
    if (const auto value = valueOf(json))
        return addSample(out, limits, like, signal, *value);
    Sample missing = like;
    missing.quality = Quality::Missing;
    return addSample(out, limits, missing, signal, Value());
}

std::string_view textAt(const element &object, std::string_view key)
{
    std::string_view text;
    return object.is_object() && object.at_key(key).get(text) == simdjson::SUCCESS
        ? text
        : std::string_view();
}

std::optional<element> memberAt(const element &object, std::string_view key)
{
    element member;
    if (!object.is_object() || object.at_key(key).get(member) != simdjson::SUCCESS)
        return std::nullopt;
    return member;
}

std::optional<Value> numberOf(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    if (text.empty() || !(isDigit(text.front()) || text.front() == '-' || text.front() == '.'))
        return std::nullopt;
    const char *const begin = text.data();
    const char *const end = begin + text.size();
    std::int64_t integer = 0;
    if (const auto result = std::from_chars(begin, end, integer);
        result.ec == std::errc() && result.ptr == end)
        return Value::integer(integer);
    std::uint64_t natural = 0;
    if (const auto result = std::from_chars(begin, end, natural);
        result.ec == std::errc() && result.ptr == end)
        return Value::natural(natural);
    double real = 0;
    if (const auto result = std::from_chars(begin, end, real);
        result.ec == std::errc() && result.ptr == end)
        return Value::real(real);
    return std::nullopt;
}

namespace {

/// Reads fixed-width numbers off the front of a text.
struct Digits
{
    std::string_view text;
    bool good = true;

    int take(std::size_t width)
    {
        int number = 0;
        for (std::size_t i = 0; i < width; ++i) {
            if (i >= text.size() || !isDigit(text[i])) {
                good = false;
                return 0;
            }
            number = number * 10 + (text[i] - '0');
        }
        text.remove_prefix(width);
        return number;
    }
    bool skip(char c)
    {
        if (text.empty() || text.front() != c)
            return false;
        text.remove_prefix(1);
        return true;
    }
    void expect(char c) { good = skip(c) && good; }
};

std::int64_t fractionNs(Digits &digits)
{
    std::int64_t ns = 0;
    std::int64_t unit = 100'000'000;
    while (!digits.text.empty() && isDigit(digits.text.front())) {
        ns += (digits.text.front() - '0') * unit;
        unit /= 10;
        digits.text.remove_prefix(1);
    }
    return ns;
}

/// Seconds east of UTC; nothing when the text has no zone.
std::optional<int> zoneOf(Digits &digits)
{
    if (digits.skip('Z') || digits.skip('z'))
        return digits.text.empty() ? std::optional(0) : std::nullopt;
    const int sign = digits.skip('+') ? 1 : digits.skip('-') ? -1 : 0;
    if (sign == 0)
        return std::nullopt;
    const int hours = digits.take(2);
    digits.skip(':');
    const int minutes = digits.text.empty() ? 0 : digits.take(2);
    if (!digits.good || !digits.text.empty() || hours > 18 || minutes > 59)
        return std::nullopt;
    return sign * (hours * 3600 + minutes * 60);
}

} // namespace

base::TimeNs timeOfIso(std::string_view text)
{
    Digits digits{text};
    const int year = digits.take(4);
    digits.expect('-');
    const int month = digits.take(2);
    digits.expect('-');
    const int day = digits.take(2);
    if (!digits.skip('T') && !digits.skip(' ') && !digits.skip('t'))
        return base::noTime;
    const int hour = digits.take(2);
    digits.expect(':');
    const int minute = digits.take(2);
    const int second = digits.skip(':') ? digits.take(2) : 0;
    const std::int64_t fraction = digits.skip('.') || digits.skip(',') ? fractionNs(digits) : 0;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    // Outside these years ns do not fit 64 bits.
    if (!digits.good || !date.ok() || year < 1700 || year > 2200 || hour > 23 || minute > 59
        || second > 60)
        return base::noTime;
    const std::optional<int> zone = zoneOf(digits);
    if (!zone)
        return base::noTime;
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return (days * 86'400 + hour * 3600 + minute * 60 + second - *zone) * base::nsPerSecond
        + fraction;
}

base::TimeNs timeOf(const element &json)
{
    if (json.is_string())
        return timeOfIso(json.get_string().value_unsafe());
    double number = 0;
    if (!json.is_number() || json.get(number) != simdjson::SUCCESS)
        return base::noTime;
    // From the year 2001 to 2261 the magnitude tells the unit.
    for (base::TimeNs unit = base::nsPerSecond; unit > 0; unit /= 1'000) {
        const double scale = static_cast<double>(base::nsPerSecond / unit);
        if (number < 1e9 * scale || number >= 9.2e9 * scale)
            continue;
        if (json.is_int64()) // exact
            return json.get_int64().value_unsafe() * unit;
        return timeOfSeconds(number / scale);
    }
    return base::noTime;
}

} // namespace decode
