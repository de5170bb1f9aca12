// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/csvcells.h"

namespace interchange {

/// The first rows of a table and what they show. Used by guessCsv() only.
struct CsvTable
{
    CsvDialect dialect;
    std::size_t columnCount = 0;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    bool rowNumberInFront = false; ///< the header lacks a name for the first column
    double headerConfidence = 1;

    void findDecimalComma();
    /// Takes the first row for the header when it looks like names.
    void findHeader();
    /// Our own export, or another that guards against formulas as OWASP says.
    void findFormulaPrefix();
    bool isLongExport() const;
    /// Names, units and kinds.
    void describeColumns(CsvGuess &guess) const;
    /// Time, device and row number columns.
    void guessTime(CsvGuess &guess) const;

private:
    CsvColumn::Kind kindOf(std::size_t column) const;
    bool timeFromText(CsvGuess &guess, bool named) const;
    bool timeFromDateAndClock(CsvGuess &guess) const;
    bool timeFromNumbers(CsvGuess &guess) const;
    bool timeFromCycles(CsvGuess &guess) const;
    void guessDevice(CsvGuess &guess) const;
    std::optional<DateOrder> orderOf(std::size_t column, bool dateOnly, double &confidence,
                                     QString &why) const;
};

/// "Temp (C)" -> "Temp", "°C". The unit is empty when the header gives none.
std::pair<QString, QString> splitUnit(const QString &header);

} // namespace interchange
