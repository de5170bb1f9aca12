// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/csvplan.h"

#include <functional>

namespace interchange {

enum class CellKind : std::uint8_t { Empty, Integer, Number, Bool, Text };

std::string_view trimmedCell(std::string_view cell);
/// What a cell holds by its looks.
CellKind kindOfCell(std::string_view cell, bool decimalComma);
/// Appends the number as JSON writes it, digits unchanged (".5" becomes "0.5", "+1" becomes "1",
/// "007" becomes "7"). False, and nothing appended, when the cell is none or no double can hold it.
bool appendNumber(std::string_view cell, bool decimalComma, std::string &out);
/// true/false, yes/no, on/off in any case.
std::optional<bool> boolOfCell(std::string_view cell);

/// The texts that say "no value" in most tables.
const QStringList &usualMissing();

/// Compares cells with the marks of a plan; marks that are numbers match every way to write them.
class MissingMarks
{
public:
    MissingMarks(const QStringList &marks, bool decimalComma);
    bool matches(std::string_view cell) const;

private:
    std::vector<std::string> m_texts; ///< lower case
    std::vector<double> m_numbers;
    bool m_decimalComma;
};

/// Appends a JSON string. Bytes that are not UTF-8 become U+FFFD; false when there were any.
bool appendJsonText(std::string_view text, std::string &out);

/// The time of each row by a plan's rule. One thread.
class RowTime
{
public:
    explicit RowTime(const CsvPlan &plan);
    /// `row` counts from 0. Nothing when the cells hold no time.
    std::optional<TimeNs> of(const std::vector<std::string_view> &fields, std::uint64_t row);
    /// What of() read, for a sentence.
    std::string_view seen() const { return m_seen; }

private:
    std::optional<TimeNs> ofText(const std::vector<std::string_view> &fields);

    CsvTime m_time;
    bool m_decimalComma;
    int m_column;
    int m_date;
    int m_timeOfDay;
    ZoneClock m_zone;
    std::string_view m_seen;
};

} // namespace interchange
