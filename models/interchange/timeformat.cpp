// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/timeformat.h"

#include <QDateTime>

#include <array>
#include <charconv>

namespace interchange {

namespace {

constexpr TimeNs nsPerDay = 24 * base::nsPerHour;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Takes tokens off the front of a text.
class Cursor
{
public:
    explicit Cursor(std::string_view text)
        : m_rest(text)
    {
        while (!m_rest.empty() && m_rest.back() == ' ')
            m_rest.remove_suffix(1);
        spaces();
    }

    bool atEnd() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    char peek(std::size_t at) const { return at < m_rest.size() ? m_rest[at] : '\0'; }

    bool take(char c)
    {
        if (peek() != c || m_rest.empty())
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    char takeAny(std::string_view set)
    {
        if (m_rest.empty() || set.find(m_rest.front()) == std::string_view::npos)
            return '\0';
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }
    void spaces()
    {
        while (take(' ')) { }
    }
    std::size_t digitCount() const
    {
        std::size_t count = 0;
        while (count < m_rest.size() && isDigit(m_rest[count]))
            ++count;
        return count;
    }
    /// A number of `low` to `high` digits; more digits are none.
    std::optional<int> number(std::size_t low, std::size_t high)
    {
        const std::size_t count = digitCount();
        if (count < low || count > high)
            return {};
        return fixed(count);
    }
    std::optional<int> fixed(std::size_t count)
    {
        if (digitCount() < count)
            return {};
        int value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value * 10 + (m_rest[i] - '0');
        m_rest.remove_prefix(count);
        return value;
    }
    /// ".5" in nanoseconds; digits beyond the ninth are dropped.
    TimeNs fraction()
    {
        if ((peek() != '.' && peek() != ',') || !isDigit(peek(1)))
            return 0;
        m_rest.remove_prefix(1);
        TimeNs value = 0;
        TimeNs weight = base::nsPerSecond;
        while (!m_rest.empty() && isDigit(m_rest.front())) {
            weight /= 10;
            value += weight * (m_rest.front() - '0');
            m_rest.remove_prefix(1);
        }
        return value;
    }
    bool word(std::string_view lowerCase)
    {
        if (m_rest.size() < lowerCase.size())
            return false;
        for (std::size_t i = 0; i < lowerCase.size(); ++i)
            if (lower(m_rest[i]) != lowerCase[i])
                return false;
        m_rest.remove_prefix(lowerCase.size());
        return true;
    }
    /// Month by its English name, whole or the first three letters.
    std::optional<int> monthName()
    {
        static constexpr std::array<std::string_view, 12> names = {
            "january", "february", "march",     "april",   "may",      "june",
            "july",    "august",   "september", "october", "november", "december"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (word(names[i]) || word(names[i].substr(0, 3))) {
                take('.');
                return static_cast<int>(i) + 1;
            }
        }
        return {};
    }

private:
    std::string_view m_rest;
};

/// Days since 1970-01-01; after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::optional<std::int64_t> daysOf(int year, int month, int day)
{
    static constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < 1678 || year > 2261 || month < 1 || month > 12 || day < 1) // what 64 bits of ns hold
        return {};
    if (day > lengths[static_cast<std::size_t>(month) - 1] + (month == 2 && leap ? 1 : 0))
        return {};
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = y / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

int fullYear(int year, std::size_t digits)
{
    if (digits > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

std::optional<WrittenTime> finished(int year, std::size_t yearDigits, int month, int day,
                                    WrittenTime out)
{
    const auto days = daysOf(fullYear(year, yearDigits), month, day);
    if (!days)
        return {};
    out.local = *days * nsPerDay;
    return out;
}

std::optional<WrittenTime> compactDate(Cursor &in)
{
    const auto year = in.fixed(4);
    const auto month = in.fixed(2);
    const auto day = in.fixed(2);
    return year && month && day ? finished(*year, 4, *month, *day, {}) : std::nullopt;
}

std::optional<WrittenTime> takeDate(Cursor &in, DateOrder order)
{
    constexpr std::string_view separators = "-/.";
    const std::size_t digits = in.digitCount();
    if (order == DateOrder::YearFirst && (digits == 8 || digits == 14))
        return compactDate(in);
    std::optional<int> named = in.monthName(); // "Mar 10 2004"
    if (named)
        in.takeAny("- ");
    const auto first = in.number(1, 4);
    if (!first)
        return {};
    if (named) {
        in.take(',');
        in.takeAny("- ");
        const std::size_t yearDigits = in.digitCount();
        const auto year = in.number(2, 4);
        return year ? finished(*year, yearDigits, *named, *first, {}) : std::nullopt;
    }
    const char separator = in.takeAny("-/. ");
    if (separator == '\0')
        return {};
    named = in.monthName();
    const auto second = named ? named : in.number(1, 2);
    if (!second || in.takeAny(named ? "-/. " : separators) != separator)
        return {};
    const std::size_t thirdDigits = in.digitCount();
    const auto third = in.number(1, 4);
    if (!third || (separator == ' ' && !named))
        return {};
    WrittenTime out;
    out.first = *first;
    out.second = *second;
    if (digits == 4 && thirdDigits <= 2) // a year of four digits tells itself
        return finished(*first, 4, *second, *third, out);
    if (digits > 2 || thirdDigits == 3 || thirdDigits == 1)
        return {};
    if (named)
        return finished(*third, thirdDigits, *second, *first, out);
    if (order == DateOrder::DayFirst)
        return finished(*third, thirdDigits, *second, *first, out);
    if (order == DateOrder::MonthFirst)
        return finished(*third, thirdDigits, *first, *second, out);
    return {};
}

std::optional<TimeNs> takeTimeOfDay(Cursor &in)
{
    const bool compact = in.digitCount() == 6 || in.digitCount() == 4;
    const auto hour = compact ? in.fixed(2) : in.number(1, 2);
    if (!hour)
        return {};
    const char separator = compact ? '\0' : in.takeAny(":.h");
    const auto minute = !compact && separator == '\0' ? std::nullopt : in.fixed(2);
    if (!minute)
        return {};
    int second = 0;
    const bool more = compact ? in.digitCount() >= 2 : isDigit(in.peek(1)) && in.take(separator);
    if (more) {
        const auto read = in.fixed(2);
        if (!read)
            return {};
        second = *read;
    }
    const TimeNs fraction = in.fraction();
    in.spaces();
    int hours = *hour;
    if (const bool pm = in.word("pm"); pm || in.word("am")) {
        if (hours < 1 || hours > 12)
            return {};
        hours = hours % 12 + (pm ? 12 : 0);
    }
    if (hours > 24 || *minute > 59 || second > 60 || (hours == 24 && (*minute || second)))
        return {};
    return hours * base::nsPerHour + *minute * base::nsPerMinute + second * base::nsPerSecond
        + fraction;
}

/// Z, UTC, +01:00, +0100, +01; false when something else follows.
bool takeZone(Cursor &in, std::optional<int> &offset)
{
    in.spaces();
    if (in.take('Z') || in.take('z') || in.word("utc") || in.word("gmt"))
        offset = 0;
    in.spaces();
    const char sign = in.takeAny("+-");
    if (sign == '\0')
        return in.atEnd();
    const auto hours = in.fixed(2);
    in.take(':');
    const auto minutes = in.atEnd() ? std::optional(0) : in.fixed(2);
    if (!hours || !minutes || *hours > 18 || *minutes > 59)
        return false;
    offset = (*hours * 3600 + *minutes * 60) * (sign == '-' ? -1 : 1);
    return in.atEnd();
}

} // namespace

std::optional<WrittenTime> readDateTime(std::string_view text, DateOrder order)
{
    constexpr std::size_t longest = 64;
    if (text.size() < 6 || text.size() > longest)
        return {};
    Cursor in(text);
    auto date = takeDate(in, order);
    if (!date || in.atEnd())
        return date;
    if (!in.take('T') && !in.take('t') && !in.take(' ') && !in.take('_') && !isDigit(in.peek()))
        return {};
    in.spaces();
    const auto time = takeTimeOfDay(in);
    if (!time || !takeZone(in, date->offsetSeconds))
        return {};
    date->local += *time;
    date->hasTime = true;
    return date;
}

std::optional<WrittenTime> readDate(std::string_view text, DateOrder order)
{
    auto read = readDateTime(text, order);
    return read && !read->hasTime ? read : std::nullopt;
}

std::optional<WrittenTime> readTimeOfDay(std::string_view text)
{
    Cursor in(text);
    if (text.size() > 32 || in.digitCount() > 2)
        return {};
    WrittenTime out;
    const auto time = takeTimeOfDay(in);
    if (!time || !takeZone(in, out.offsetSeconds))
        return {};
    out.local = *time;
    out.hasTime = true;
    return out;
}

std::optional<TimeNs> readScaled(std::string_view number, TimeNs nsPerUnit, bool decimalComma)
{
    while (!number.empty() && number.front() == ' ')
        number.remove_prefix(1);
    while (!number.empty() && number.back() == ' ')
        number.remove_suffix(1);
    const bool negative = number.starts_with('-');
    if (negative || number.starts_with('+'))
        number.remove_prefix(1);
    std::int64_t whole = 0;
    const char *end = number.data() + number.size();
    const auto read = std::from_chars(number.data(), end, whole);
    if (read.ec != std::errc() || number.empty() || !isDigit(number.front()))
        return {};
    const char *at = read.ptr;
    if (at != end && (*at == 'e' || *at == 'E')) { // spreadsheets write 1.7E+09
        double value = 0;
        const auto real = std::from_chars(number.data(), end, value);
        const double scaled = value * static_cast<double>(nsPerUnit);
        if (real.ptr != end || !(scaled < 9.2e18))
            return {};
        return static_cast<TimeNs>(scaled) * (negative ? -1 : 1);
    }
    TimeNs fraction = 0;
    if (at != end && *at == (decimalComma ? ',' : '.')) {
        TimeNs weight = nsPerUnit;
        for (++at; at != end && isDigit(*at); ++at) {
            weight /= 10;
            fraction += weight * (*at - '0');
        }
        if (at != end && (*at == 'e' || *at == 'E') && !decimalComma) {
            double value = 0;
            const auto real = std::from_chars(number.data(), end, value);
            const double scaled = value * static_cast<double>(nsPerUnit);
            if (real.ptr != end || !(scaled < 9.2e18))
                return {};
            return static_cast<TimeNs>(scaled) * (negative ? -1 : 1);
        }
    }
    TimeNs result = 0;
    if (at != end || __builtin_mul_overflow(whole, nsPerUnit, &result)
        || __builtin_add_overflow(result, fraction, &result))
        return {};
    return negative ? -result : result;
}

void appendIso(TimeNs time, std::string &out)
{
    TimeNs seconds = time / base::nsPerSecond;
    TimeNs fraction = time % base::nsPerSecond;
    if (fraction < 0) {
        fraction += base::nsPerSecond;
        --seconds;
    }
    std::int64_t days = seconds / 86'400;
    std::int64_t second = seconds % 86'400;
    if (second < 0) {
        second += 86'400;
        --days;
    }
    // civil_from_days, see daysOf
    const std::int64_t z = days + 719'468;
    const std::int64_t era = (z >= 0 ? z : z - 146'096) / 146'097;
    const std::int64_t dayOfEra = z - era * 146'097;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t mp = (5 * dayOfYear + 2) / 153;
    const std::int64_t day = dayOfYear - (153 * mp + 2) / 5 + 1;
    const std::int64_t month = mp < 10 ? mp + 3 : mp - 9;
    const std::int64_t year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    const auto digits = [&out](std::int64_t value, std::size_t width) {
        std::array<char, 12> text;
        for (std::size_t i = width; i-- > 0; value /= 10)
            text[i] = static_cast<char>('0' + value % 10);
        out.append(text.data(), width);
    };
    digits(year, 4);
    out += '-';
    digits(month, 2);
    out += '-';
    digits(day, 2);
    out += 'T';
    digits(second / 3600, 2);
    out += ':';
    digits(second / 60 % 60, 2);
    out += ':';
    digits(second % 60, 2);
    if (fraction != 0) {
        std::size_t width = 9;
        while (fraction % 10 == 0) {
            fraction /= 10;
            --width;
        }
        out += '.';
        digits(fraction, width);
    }
    out += 'Z';
}

ZoneClock::ZoneClock(const QTimeZone &zone)
    : m_zone(zone)
{
}

TimeNs ZoneClock::toUtc(TimeNs local)
{
    constexpr TimeNs quarter = 15 * base::nsPerMinute; // offsets change at these only
    const TimeNs now = local / quarter;
    if (now != m_quarter) {
        m_quarter = now;
        const qint64 seconds = now * (quarter / base::nsPerSecond);
        const QDateTime asUtc = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc());
        const QDateTime there(asUtc.date(), asUtc.time(), m_zone);
        m_offset = (seconds - there.toSecsSinceEpoch()) * base::nsPerSecond;
    }
    return local - m_offset;
}

} // namespace interchange
