// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <string>
#include <vector>

namespace fleet {

/// Reads the rows of a CSV text (RFC 4180, also with ';' or tab, with quotes and line breaks in
/// quotes, with or without a byte order mark). Fields longer than 1 MiB in one row end the reading.
class CsvRows
{
public:
    /// The separator is the one of , ; tab that is most frequent in the first line.
    explicit CsvRows(std::istream &in);

    /// False at the end.
    bool next(std::vector<std::string> &fields);
    char separator() const { return m_separator; }
    void rewind(); ///< to the first line

private:
    std::istream &m_in;
    char m_separator = ',';
};

/// The text of a number as JSON wants it, digits untouched: "1,5" (with comma as decimal sign),
/// "+3", ".5", "007" become 1.5, 3, 0.5, 7. Empty when the text is no finite number.
std::string jsonNumber(std::string_view text, bool decimalComma);

} // namespace fleet
