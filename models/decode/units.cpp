// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/units.h"

#include "models/decode/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace decode {

using telemetry::Value;

namespace {

struct Suffix
{
    std::string_view suffix; ///< lower case
    std::string_view unit;
    std::string_view stems; ///< space-separated beginnings that the name must have; empty: any
};

// Left out because they mean something else as often: _min, _max, _m, _h, _l, _mb, _mw, _mpa.
constexpr Suffix suffixes[] = {
    {"c", "°C", "temp"},
    {"degc", "°C", {}},
    {"celsius", "°C", {}},
    {"f", "°F", "temp"},
    {"degf", "°F", {}},
    {"fahrenheit", "°F", {}},
    {"k", "K", "temp"},
    {"kelvin", "K", {}},
    {"bar", "bar", {}},
    {"mbar", "mbar", {}},
    {"hpa", "hPa", {}},
    {"kpa", "kPa", {}},
    {"pa", "Pa", "press"},
    {"psi", "psi", {}},
    {"pct", "%", {}},
    {"perc", "%", {}},
    {"percent", "%", {}},
    {"rh", "%RH", "hum"},
    {"v", "V", "volt batt supply vdd vcc"},
    {"mv", "mV", {}},
    {"volt", "V", {}},
    {"volts", "V", {}},
    {"a", "A", "curr amp motor"},
    {"ma", "mA", {}},
    {"amps", "A", {}},
    {"w", "W", "power"},
    {"kw", "kW", {}},
    {"watt", "W", {}},
    {"watts", "W", {}},
    {"wh", "Wh", {}},
    {"kwh", "kWh", {}},
    {"hz", "Hz", {}},
    {"khz", "kHz", {}},
    {"rpm", "rpm", {}},
    {"ms", "ms", {}},
    {"sec", "s", {}},
    {"seconds", "s", {}},
    {"us", "µs", {}},
    {"ns", "ns", {}},
    {"mm", "mm", {}},
    {"cm", "cm", {}},
    {"km", "km", {}},
    {"kg", "kg", {}},
    {"lpm", "L/min", {}},
    {"lmin", "L/min", {}},
    {"m3h", "m³/h", {}},
    {"m3", "m³", {}},
    {"lux", "lx", {}},
    {"lx", "lx", {}},
    {"ppm", "ppm", {}},
    {"ppb", "ppb", {}},
    {"db", "dB", {}},
    {"dbm", "dBm", {}},
    {"deg", "°", {}},
    {"mms", "mm/s", {}},
    {"kmh", "km/h", {}},
    {"kph", "km/h", {}},
    {"mps", "m/s", {}},
    {"g", "g", "acc vib"},
    {"nm", "N·m", "torque"},
    {"bytes", "B", {}},
};

constexpr std::string_view quantityStems =
    "temp hum press volt curr power energy batt freq speed rpm level flow co2 lux";

bool startsWithIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    return text.size() >= lowerCase.size()
        && equalIgnoringCase(text.substr(0, lowerCase.size()), lowerCase);
}

bool startsWithAny(std::string_view name, std::string_view stems)
{
    while (!stems.empty()) {
        const std::size_t end = std::min(stems.find(' '), stems.size());
        if (startsWithIgnoringCase(name, stems.substr(0, end)))
            return true;
        stems.remove_prefix(std::min(end + 1, stems.size()));
    }
    return false;
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// Where the last word of `snake_case` or `camelCase` starts; 0 when there is only one word.
std::size_t lastWord(std::string_view name)
{
    for (std::size_t at = name.size(); at-- > 1;) {
        if (name[at] == '_' || name[at] == '-')
            return at + 1;
        if (isUpper(name[at]) && !isUpper(name[at - 1]) && name[at - 1] != '_')
            return at;
    }
    return 0;
}

std::optional<Value> numberAtFront(std::string_view text, std::size_t &used)
{
    const std::size_t skip = text.starts_with('+') ? 1 : 0;
    const char *begin = text.data() + skip;
    const char *end = text.data() + text.size();
    if (begin == end || (!isDigit(*begin) && *begin != '-' && *begin != '.'))
        return {};
    double real = 0;
    const auto asReal = std::from_chars(begin, end, real);
    if (asReal.ec != std::errc() || !std::isfinite(real))
        return {};
    used = static_cast<std::size_t>(asReal.ptr - text.data());
    std::int64_t whole = 0;
    if (const auto read = std::from_chars(begin, end, whole);
        read.ec == std::errc() && read.ptr == asReal.ptr)
        return Value::integer(whole);
    std::uint64_t natural = 0;
    if (const auto read = std::from_chars(begin, end, natural);
        read.ec == std::errc() && read.ptr == asReal.ptr)
        return Value::natural(natural);
    return Value::real(real);
}

/// Letters, degree and percent signs, powers, '/': short, and no digit in front.
bool looksLikeUnit(std::string_view text)
{
    constexpr std::size_t longest = 16;
    constexpr std::string_view signs = "%/^*.()2378-";
    if (text.empty() || text.size() > longest || isDigit(text.front()) || text.front() == '-'
        || text.front() == '.' || text.front() == '/' || text.front() == '*')
        return false;
    return std::all_of(text.begin(), text.end(), [&](char c) {
        const bool letter =
            (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        return letter || signs.find(c) != std::string_view::npos;
    });
}

} // namespace

std::string_view unitFromName(std::string_view name)
{
    const std::size_t word = lastWord(name);
    const std::string_view last = name.substr(word);
    if (word == 0 || last.empty() || last.size() > 10)
        return {};
    for (const Suffix &suffix : suffixes) {
        if (equalIgnoringCase(last, suffix.suffix))
            return suffix.stems.empty() || startsWithAny(name, suffix.stems) ? suffix.unit
                                                                             : std::string_view();
    }
    return {};
}

bool startsWithQuantity(std::string_view name)
{
    return startsWithAny(name, quantityStems);
}

std::optional<NumberAndUnit> numberAndUnit(std::string_view text)
{
    constexpr std::size_t longest = 64;
    text = trimmed(text);
    std::size_t used = 0;
    if (text.empty() || text.size() > longest)
        return {};
    const auto value = numberAtFront(text, used);
    if (!value)
        return {};
    const std::string_view rest = text.substr(used);
    const std::string_view unit = trimmed(rest);
    if (!unit.empty() && !looksLikeUnit(unit))
        return {};
    return NumberAndUnit{*value, unit};
}

} // namespace decode
