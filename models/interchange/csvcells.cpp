// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/csvcells.h"

#include <algorithm>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace interchange {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return out;
}

/// A number's parts; false when the cell is none.
struct Number
{
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    std::string_view exponent; ///< with its sign
    bool point = false;

    bool read(std::string_view cell, bool decimalComma)
    {
        if (cell.empty() || cell.size() > 512)
            return false;
        negative = cell.front() == '-';
        if (negative || cell.front() == '+')
            cell.remove_prefix(1);
        whole = digits(cell);
        if (!cell.empty() && cell.front() == (decimalComma ? ',' : '.')) {
            point = true;
            cell.remove_prefix(1);
            fraction = digits(cell);
        }
        if (whole.empty() && fraction.empty())
            return false;
        if (!cell.empty() && (cell.front() == 'e' || cell.front() == 'E')) {
            const std::string_view rest = cell.substr(1);
            cell.remove_prefix(cell.size() > 1 && (cell[1] == '-' || cell[1] == '+') ? 2 : 1);
            if (digits(cell).empty())
                return false;
            exponent = rest.substr(0, rest.size() - cell.size());
        }
        return cell.empty();
    }

    static std::string_view digits(std::string_view &text)
    {
        std::size_t count = 0;
        while (count < text.size() && isDigit(text[count]))
            ++count;
        const std::string_view found = text.substr(0, count);
        text.remove_prefix(count);
        return found;
    }
};

/// Length of the UTF-8 character at the front, 0 when it is none.
std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1
        : lead < 0xC2                      ? 0
        : lead < 0xE0                      ? 2
        : lead < 0xF0                      ? 3
        : lead < 0xF5                      ? 4
                                           : 0;
    if (length == 0 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool beyond = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
    return overlong || beyond ? 0 : length;
}

} // namespace

std::string_view trimmedCell(std::string_view cell)
{
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t'))
        cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t'))
        cell.remove_suffix(1);
    return cell;
}

CellKind kindOfCell(std::string_view cell, bool decimalComma)
{
    cell = trimmedCell(cell);
    if (cell.empty())
        return CellKind::Empty;
    if (Number number; number.read(cell, decimalComma))
        return number.point || !number.exponent.empty() ? CellKind::Number : CellKind::Integer;
    return boolOfCell(cell) ? CellKind::Bool : CellKind::Text;
}

bool appendNumber(std::string_view cell, bool decimalComma, std::string &out)
{
    Number number;
    if (!number.read(trimmedCell(cell), decimalComma))
        return false;
    const std::size_t before = out.size();
    if (number.negative)
        out += '-';
    std::string_view whole = number.whole;
    while (whole.size() > 1 && whole.front() == '0')
        whole.remove_prefix(1);
    out += whole.empty() ? std::string_view("0") : whole;
    if (number.point) {
        out += '.';
        out += number.fraction.empty() ? std::string_view("0") : number.fraction;
    }
    if (!number.exponent.empty()) {
        out += 'e';
        out += number.exponent;
    }
    if (number.exponent.empty() && whole.size() < 300)
        return true;
    double value = 0; // 1e999 would make the whole row unreadable
    const auto read = std::from_chars(out.data() + before, out.data() + out.size(), value);
    if (read.ec == std::errc() && std::isfinite(value))
        return true;
    out.resize(before);
    return false;
}

std::optional<bool> boolOfCell(std::string_view cell)
{
    cell = trimmedCell(cell);
    if (cell.size() > 5)
        return {};
    const std::string text = lowered(cell);
    for (const char *yes : {"true", "yes", "on"})
        if (text == yes)
            return true;
    for (const char *no : {"false", "no", "off"})
        if (text == no)
            return false;
    return {};
}

const QStringList &usualMissing()
{
    static const QStringList marks{u"NA"_s,   u"N/A"_s, u"#N/A"_s, u"NaN"_s, u"null"_s,
                                   u"None"_s, u"nil"_s, u"-"_s,    u"--"_s,  u"?"_s};
    return marks;
}

MissingMarks::MissingMarks(const QStringList &marks, bool decimalComma)
    : m_decimalComma(decimalComma)
{
    for (const QString &mark : marks) {
        const std::string text = lowered(trimmedCell(mark.toStdString()));
        std::string digits;
        if (appendNumber(text, false, digits) || appendNumber(text, decimalComma, digits)) {
            double value = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
            m_numbers.push_back(value);
        } else if (!text.empty()) {
            m_texts.push_back(text);
        }
    }
}

bool MissingMarks::matches(std::string_view cell) const
{
    cell = trimmedCell(cell);
    if (cell.empty())
        return false;
    const char front = cell.front();
    if (!m_numbers.empty() && (isDigit(front) || front == '-' || front == '+')) {
        std::string digits;
        if (appendNumber(cell, m_decimalComma, digits)) {
            double value = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
            return std::find(m_numbers.begin(), m_numbers.end(), value) != m_numbers.end();
        }
    }
    if (isDigit(front) || cell.size() > 32)
        return false;
    return std::find(m_texts.begin(), m_texts.end(), lowered(cell)) != m_texts.end();
}

bool appendJsonText(std::string_view text, std::string &out)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    bool clean = true;
    out += '"';
    while (!text.empty()) {
        const char c = text.front();
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80) {
            const std::size_t length = utf8Length(text);
            clean = clean && length > 0;
            out += length > 0 ? text.substr(0, length) : std::string_view("\xEF\xBF\xBD");
            text.remove_prefix(std::max<std::size_t>(length, 1));
            continue;
        }
        text.remove_prefix(1);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
    return clean;
}

RowTime::RowTime(const CsvPlan &plan)
    : m_time(plan.time)
    , m_decimalComma(plan.dialect.decimalComma)
    , m_column(plan.columnFor(CsvColumn::Use::Time))
    , m_date(plan.columnFor(CsvColumn::Use::Date))
    , m_timeOfDay(plan.columnFor(CsvColumn::Use::TimeOfDay))
    , m_zone(QTimeZone(plan.time.zone.toUtf8()))
{
}

std::optional<TimeNs> RowTime::ofText(const std::vector<std::string_view> &fields)
{
    const auto cell = [&](int column) {
        const auto index = static_cast<std::size_t>(column);
        return column >= 0 && index < fields.size() ? fields[index] : std::string_view();
    };
    std::optional<WrittenTime> written;
    if (m_column >= 0) {
        m_seen = cell(m_column);
        written = readDateTime(m_seen, m_time.order);
    } else {
        m_seen = cell(m_date);
        written = readDate(m_seen, m_time.order);
        if (written && m_timeOfDay >= 0) {
            m_seen = cell(m_timeOfDay);
            const auto clock = readTimeOfDay(m_seen);
            if (!clock)
                return {};
            written->local += clock->local;
            written->offsetSeconds = clock->offsetSeconds;
        }
    }
    if (!written)
        return {};
    if (written->offsetSeconds)
        return written->local - *written->offsetSeconds * base::nsPerSecond;
    return m_zone.toUtc(written->local);
}

std::optional<TimeNs> RowTime::of(const std::vector<std::string_view> &fields, std::uint64_t row)
{
    TimeNs sum = 0;
    switch (m_time.source) {
    case CsvTime::Source::Text:
        return ofText(fields);
    case CsvTime::Source::RowIndex:
        if (__builtin_mul_overflow(static_cast<TimeNs>(row), m_time.unit, &sum)
            || __builtin_add_overflow(sum, m_time.start, &sum))
            return {};
        return sum;
    case CsvTime::Source::Epoch:
    case CsvTime::Source::Relative:
        break;
    }
    const auto index = static_cast<std::size_t>(m_column);
    m_seen = m_column >= 0 && index < fields.size() ? fields[index] : std::string_view();
    const auto value = readScaled(m_seen, m_time.unit, m_decimalComma);
    const TimeNs start = m_time.source == CsvTime::Source::Relative ? m_time.start : 0;
    if (!value || __builtin_add_overflow(*value, start, &sum))
        return {};
    return sum;
}

} // namespace interchange
