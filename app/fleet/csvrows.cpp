// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/csvrows.h"

#include <algorithm>
#include <string_view>

namespace fleet {

namespace {

constexpr std::size_t maxRowBytes = 1 << 20;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::size_t digitsAt(std::string_view text, std::size_t from)
{
    std::size_t count = 0;
    while (from + count < text.size() && text[from + count] >= '0' && text[from + count] <= '9')
        ++count;
    return count;
}

} // namespace

CsvRows::CsvRows(std::istream &in)
    : m_in(in)
{
    std::string first;
    std::getline(m_in, first);
    auto most = std::ranges::count(first, ',');
    for (const char candidate : {';', '\t'}) {
        if (const auto count = std::ranges::count(first, candidate); count > most) {
            most = count;
            m_separator = candidate;
        }
    }
    rewind();
}

void CsvRows::rewind()
{
    m_in.clear();
    m_in.seekg(0);
    if (m_in.peek() == 0xef) // byte order mark
        m_in.seekg(3);
}

bool CsvRows::next(std::vector<std::string> &fields)
{
    fields.assign(1, {});
    bool quoted = false;
    std::size_t bytes = 0;
    for (int c = m_in.get(); c != std::istream::traits_type::eof(); c = m_in.get()) {
        if (++bytes > maxRowBytes)
            return false;
        const auto ch = static_cast<char>(c);
        if (quoted && ch == '"' && m_in.peek() == '"')
            fields.back() += static_cast<char>(m_in.get());
        else if (ch == '"' && (quoted || fields.back().empty()))
            quoted = !quoted;
        else if (quoted)
            fields.back() += ch;
        else if (ch == m_separator)
            fields.emplace_back();
        else if (ch == '\n')
            return true;
        else if (ch != '\r')
            fields.back() += ch;
    }
    return bytes > 0;
}

std::string jsonNumber(std::string_view text, bool decimalComma)
{
    text = trimmed(text);
    std::string out;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        if (text.front() == '-')
            out += '-';
        text.remove_prefix(1);
    }
    const std::size_t whole = digitsAt(text, 0);
    std::string_view integer = text.substr(0, whole);
    while (integer.size() > 1 && integer.front() == '0')
        integer.remove_prefix(1);
    out += integer.empty() ? std::string_view("0") : integer;
    std::size_t at = whole;
    std::size_t fraction = 0;
    if (at < text.size() && (text[at] == '.' || (decimalComma && text[at] == ','))) {
        fraction = digitsAt(text, ++at);
        if (fraction > 0)
            out.append(".").append(text.substr(at, fraction));
        at += fraction;
    }
    if (whole + fraction == 0)
        return {};
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const std::size_t sign =
            at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-') ? 1 : 0;
        const std::size_t digits = digitsAt(text, at + 1 + sign);
        if (digits == 0 || digits > 3)
            return {};
        out.append(text.substr(at, 1 + sign + digits));
        at += 1 + sign + digits;
    }
    return at == text.size() ? out : std::string();
}

} // namespace fleet
