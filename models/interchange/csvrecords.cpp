// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/csvrecords.h"

#include "models/interchange/notices.h"

namespace interchange {

CsvRecords::CsvRecords(std::unique_ptr<QIODevice> device, const CsvDialect &dialect)
    : m_source(std::move(device), dialect.encoding)
    , m_dialect(dialect)
{
}

void CsvRecords::endField()
{
    m_ends.push_back(m_text.size());
}

/// Reads one record from the buffer; Step::More leaves everything as it was.
CsvRecords::Step CsvRecords::cut(bool atEnd)
{
    m_text.clear();
    m_ends.clear();
    const char delimiter = m_dialect.delimiter;
    const char quote = m_dialect.quote;
    std::size_t at = m_at;
    std::uint64_t lines = 0;
    bool quoted = false; // inside of quotes
    bool fieldStart = true;
    bool any = false; // something but white space or delimiters to merge
    const auto pending = [&] {
        return m_text.size() > (m_ends.empty() ? 0 : m_ends.back()) || !fieldStart;
    };
    while (true) {
        if (at == m_buffer.size() && !atEnd)
            return Step::More;
        const bool end = at == m_buffer.size();
        const char c = end ? '\n' : m_buffer[at];
        if (quoted && !end) {
            ++at;
            if (c != quote) {
                m_text += c;
                lines += c == '\n';
            } else if (at == m_buffer.size() && !atEnd) {
                return Step::More;
            } else if (at < m_buffer.size() && m_buffer[at] == quote) {
                m_text += quote;
                ++at;
            } else {
                quoted = false;
            }
            continue;
        }
        if (c == '\n' || c == '\r') {
            m_openQuote = quoted;
            if (c == '\r' && !end) {
                if (at + 1 == m_buffer.size() && !atEnd)
                    return Step::More;
                at += at + 1 < m_buffer.size() && m_buffer[at + 1] == '\n';
            }
            if (!m_dialect.mergeDelimiters || pending() || m_ends.empty())
                endField();
            m_at = end ? at : at + 1;
            m_line += lines + (end ? 0 : 1);
            return any ? Step::Record : Step::Blank;
        }
        ++at;
        if (c == delimiter) {
            if (!m_dialect.mergeDelimiters || pending())
                endField();
            any = any || !m_dialect.mergeDelimiters;
            fieldStart = true;
            if (m_ends.size() > maxFields)
                return Step::TooMany;
            continue;
        }
        any = any || (c != ' ' && c != '\t');
        if (c == quote && fieldStart && quote != '\0') {
            quoted = true;
            any = true;
        } else {
            m_text += c;
        }
        fieldStart = false;
    }
}

base::Result<bool> CsvRecords::next()
{
    while (true) {
        const std::uint64_t line = m_line;
        const bool full = m_buffer.size() - m_at > maxRecordBytes;
        const Step step = m_at == m_buffer.size() && m_ended ? Step::More : cut(m_ended);
        if (step == Step::TooMany)
            return base::failure(
                Tr::tr("Line %1 has more than %2 fields; choose another delimiter.")
                    .arg(line)
                    .arg(maxFields),
                base::ErrorCode::Limit);
        if (step == Step::More) {
            if (m_ended)
                return false;
            if (full)
                return base::failure(
                    Tr::tr("The record in line %1 is longer than %2 KiB; a quote may not be "
                           "closed there, or this is no table.")
                        .arg(line)
                        .arg(maxRecordBytes >> 10),
                    base::ErrorCode::Limit);
            m_buffer.erase(0, m_at);
            m_at = 0;
            const auto more = m_source.readMore(m_buffer);
            if (!more)
                return tl::unexpected(more.error());
            m_ended = !*more;
            continue;
        }
        if (line <= static_cast<std::uint64_t>(m_dialect.skipLines) || step == Step::Blank)
            continue;
        m_recordLine = line;
        m_views.clear();
        std::size_t begin = 0;
        for (const std::size_t end : m_ends) {
            m_views.emplace_back(m_text.data() + begin, end - begin);
            begin = end;
        }
        return true;
    }
}

} // namespace interchange
