// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/timetext.h"

#include "models/decode/text.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace decode {

namespace {

constexpr std::int64_t earliest = 631'152'000; // 1990-01-01
constexpr std::int64_t latest = 4'102'444'800; // 2100-01-01
constexpr std::int64_t scales[] = {1'000'000'000, 1'000'000, 1'000, 1};

/// Days since 1970-01-01 of a proleptic Gregorian date; after H. Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms", days_from_civil.
std::int64_t daysOf(std::int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const auto yearOfEra = static_cast<unsigned>(year - era * 400);
    const unsigned dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + static_cast<std::int64_t>(dayOfEra) - 719'468;
}

/// Reads fixed fields off the front of a text.
class Fields
{
public:
    explicit Fields(std::string_view text)
        : m_rest(text)
    {
    }

    std::optional<unsigned> digits(std::size_t count, unsigned low, unsigned high)
    {
        if (m_rest.size() < count)
            return {};
        unsigned value = 0;
        for (const char c : m_rest.substr(0, count)) {
            if (!isDigit(c))
                return {};
            value = value * 10 + static_cast<unsigned>(c - '0');
        }
        m_rest.remove_prefix(count);
        return value >= low && value <= high ? std::optional(value) : std::nullopt;
    }

    bool take(char c)
    {
        if (!m_rest.starts_with(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    /// ".123456789" or ",5" as nanoseconds; further digits are dropped.
    TimeNs fraction()
    {
        if (!take('.') && !take(','))
            return 0;
        TimeNs value = 0;
        TimeNs weight = base::nsPerSecond;
        while (!m_rest.empty() && isDigit(m_rest.front())) {
            weight /= 10;
            value += weight * (m_rest.front() - '0');
            m_rest.remove_prefix(1);
        }
        return value;
    }

    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

std::optional<std::int64_t> dateOf(Fields &in)
{
    const auto year = in.digits(4, 1970, 2261);
    const bool extended = in.take('-');
    const auto month = in.digits(2, 1, 12);
    if (!year || !month || in.take('-') != extended)
        return {};
    const auto day = in.digits(2, 1, 31);
    if (!day)
        return {};
    return daysOf(*year, *month, *day);
}

std::optional<TimeNs> timeOfDay(Fields &in)
{
    const auto hour = in.digits(2, 0, 24);
    in.take(':');
    const auto minute = in.digits(2, 0, 59);
    if (!hour || !minute)
        return {};
    in.take(':');
    const auto second = in.digits(2, 0, 60).value_or(0);
    return *hour * base::nsPerHour + *minute * base::nsPerMinute + second * base::nsPerSecond
        + in.fraction();
}

std::optional<TimeNs> zoneOf(Fields &in)
{
    if (in.atEnd() || in.take('Z') || in.take('z'))
        return 0;
    in.take(' ');
    const bool west = in.take('-');
    if (!west && !in.take('+'))
        return {};
    const auto hour = in.digits(2, 0, 18);
    in.take(':');
    const auto minute = in.atEnd() ? std::optional(0u) : in.digits(2, 0, 59);
    if (!hour || !minute)
        return {};
    const TimeNs offset = *hour * base::nsPerHour + *minute * base::nsPerMinute;
    return west ? -offset : offset;
}

TimeNs timeOfIso(std::string_view text)
{
    Fields in(text);
    const auto days = dateOf(in);
    if (!days || (!in.take('T') && !in.take('t') && !in.take(' ')))
        return base::noTime;
    const auto time = timeOfDay(in);
    const auto zone = time ? zoneOf(in) : std::nullopt;
    if (!zone || !in.atEnd())
        return base::noTime;
    return *days * 24 * base::nsPerHour + *time - *zone;
}

} // namespace

TimeNs timeOfNumber(std::int64_t number)
{
    for (const std::int64_t scale : scales) {
        const std::int64_t perSecond = base::nsPerSecond / scale;
        if (number >= earliest * perSecond && number < latest * perSecond)
            return number * scale;
    }
    return base::noTime;
}

TimeNs timeOfNumber(double number)
{
    for (const std::int64_t scale : scales) {
        const double perSecond = static_cast<double>(base::nsPerSecond / scale);
        if (number >= static_cast<double>(earliest) * perSecond
            && number < static_cast<double>(latest) * perSecond)
            return timeOfSeconds(number / perSecond);
    }
    return base::noTime;
}

TimeNs timeOfSeconds(double seconds)
{
    constexpr double largest = 9.2e9; // 2^63 ns are 9.223e9 s
    if (!(std::abs(seconds) < largest))
        return base::noTime;
    const double whole = std::floor(seconds);
    const double micros = std::round((seconds - whole) * 1e6);
    return static_cast<TimeNs>(whole) * base::nsPerSecond
        + static_cast<TimeNs>(micros) * base::nsPerUs;
}

TimeNs timeOfText(std::string_view text)
{
    text = trimmed(text);
    constexpr std::size_t longest = 40;
    if (text.size() < 8 || text.size() > longest)
        return base::noTime;
    std::int64_t whole = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, whole);
    if (read.ec == std::errc() && read.ptr == end)
        return timeOfNumber(whole);
    double real = 0;
    const auto readReal = std::from_chars(text.data(), end, real);
    if (readReal.ec == std::errc() && readReal.ptr == end)
        return timeOfNumber(real);
    return timeOfIso(text);
}

} // namespace decode
