// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/textsource.h"

#include <string_view>
#include <vector>

namespace interchange {

/// How a table is written as text (RFC 4180 and what people really write).
struct CsvDialect
{
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    bool mergeDelimiters = false; ///< a run of delimiters is one, those at the ends are none
    char quote = '"'; ///< doubled inside of a quoted field; 0: there are no quotes
    bool decimalComma = false;
    bool header = true; ///< the first record names the columns
    bool formulaPrefix = false; ///< texts may have a ' in front that is not theirs (OWASP)
    int skipLines = 0; ///< lines before the first record (titles, comments)

    friend bool operator==(const CsvDialect &, const CsvDialect &) = default;
};

/// Cuts the text of a table into records. Quoted fields may hold line ends. One thread.
class CsvRecords
{
public:
    static constexpr std::size_t maxRecordBytes = 1u << 20;
    static constexpr std::size_t maxFields = 4'096;

    CsvRecords(std::unique_ptr<QIODevice> device, const CsvDialect &dialect);

    /// True: fields() are the next record's, until the next call. Empty lines are passed over.
    /// False: the end. An error is final.
    base::Result<bool> next();
    const std::vector<std::string_view> &fields() const { return m_views; }
    std::uint64_t line() const { return m_recordLine; } ///< where the record starts, from 1
    bool openQuote() const { return m_openQuote; } ///< the file ended inside of a quoted field
    std::uint64_t bytesRead() const { return m_source.bytesRead() - (m_buffer.size() - m_at); }
    std::uint64_t bytesTotal() const { return m_source.bytesTotal(); }

private:
    enum class Step : std::uint8_t { Record, More, Blank, TooMany };

    Step cut(bool atEnd);
    void endField();

    TextSource m_source;
    CsvDialect m_dialect;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::string m_text; ///< fields of the record, unescaped, one after the other
    std::vector<std::size_t> m_ends;
    std::vector<std::string_view> m_views;
    std::uint64_t m_line = 1;
    std::uint64_t m_recordLine = 0;
    bool m_ended = false;
    bool m_openQuote = false;
};

} // namespace interchange
