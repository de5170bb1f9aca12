// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/csvrecords.h"
#include "models/interchange/messagereader.h"
#include "models/interchange/timeformat.h"

#include <QJsonObject>
#include <QStringList>

namespace interchange {

/// What a column holds and what becomes of it. ValueType (of our own long export) tells in each row
/// what the column `value` holds.
struct CsvColumn
{
    enum class Kind : std::uint8_t { Number, Integer, Bool, Text };
    enum class Use : std::uint8_t {
        Signal,
        Time,
        Date,
        TimeOfDay,
        Device,
        RowNumber,
        Ignored,
        ValueType
    };

    QString header; ///< as the file has it, empty without a header
    QString name; ///< of the signal: the header without its unit
    QString unit;
    Kind kind = Kind::Number;
    Use use = Use::Signal;

    friend bool operator==(const CsvColumn &, const CsvColumn &) = default;
};

/// Where the time of a row comes from.
struct CsvTime
{
    enum class Source : std::uint8_t {
        Text, ///< a date and time, in one column or in a date and a time-of-day column
        Epoch, ///< a number of `unit` since 1970
        Relative, ///< a number of `unit` since `start`
        RowIndex ///< `start` plus `unit` times the row's index from 0
    };
    Source source = Source::RowIndex;
    DateOrder order = DateOrder::YearFirst;
    QString zone = QStringLiteral("UTC"); ///< IANA name, for text that gives no zone of its own
    TimeNs unit = base::nsPerSecond; ///< nanoseconds
    TimeNs start = 0;

    friend bool operator==(const CsvTime &, const CsvTime &) = default;
};

/// All that is needed to read a table: what a wizard shows, changes and remembers.
struct CsvPlan
{
    CsvDialect dialect;
    std::vector<CsvColumn> columns;
    CsvTime time;
    QStringList missing; ///< texts (or numbers) that say "no value"; an empty cell always does
    QString device; ///< name of the device when no column gives it
    QString fingerprint; ///< of the header; files with the same one can be read by the same plan

    int columnFor(CsvColumn::Use use) const; ///< index of the first, -1: none
    QJsonObject toJson() const;
    static base::Result<CsvPlan> fromJson(const QJsonObject &object);
    /// Nothing when the plan can be carried out, else what contradicts itself.
    base::Result<> check() const;

    friend bool operator==(const CsvPlan &, const CsvPlan &) = default;
};

/// Why the guess says what it says, and how sure it is.
struct CsvReason
{
    enum class About : std::uint8_t {
        Encoding,
        Delimiter,
        Header,
        Columns,
        Time,
        Zone,
        Missing,
        Device
    };
    About about = About::Delimiter;
    double confidence = 1; ///< 0..1; below 0.7 a person should look
    QString sentence;
};

/// A value that stands for "missing" by the look of it: offered, not assumed.
struct CsvMissingOffer
{
    QString mark;
    QString sentence;
};

struct CsvGuess
{
    CsvPlan plan;
    std::vector<CsvReason> reasons;
    std::vector<CsvMissingOffer> missingOffers;
    std::vector<QStringList> preview; ///< the first 50 rows as they stand in the file
    std::vector<TimeNs> previewTimes; ///< of the same rows, noTime where it cannot be read
};

/// Guesses from the first part of the file (at most 1 MiB). Fails only when the file cannot be read
/// or is no table at all. `remembered` is taken instead of guessing when its fingerprint fits.
base::Result<CsvGuess> guessCsv(const QString &path, const std::vector<CsvPlan> &remembered = {});
/// The same for bytes; `name` is what the device is called when no column says it.
base::Result<CsvGuess> guessCsv(const QByteArray &head, const QString &name,
                                const std::vector<CsvPlan> &remembered = {});
/// Preview and its times as another plan would read them (after a change in the wizard).
base::Result<void> refreshPreview(const QByteArray &head, CsvGuess &guess);
/// The part of a file that guessCsv() looks at.
base::Result<QByteArray> csvHead(const QString &path);

/// Each row becomes one message on `csv/<device>` with a flat JSON object: `ts`, `deviceId`, the
/// columns under their names with the numbers' own digits, and `<column>_unit`. received = the time
/// of the row, also where rows stand out of order. A cell that is empty is left out; one that says
/// "missing" is null. Rows without a readable time are skipped and counted.
base::Result<std::unique_ptr<MessageReader>> openCsv(const QString &path, const CsvPlan &plan);
base::Result<std::unique_ptr<MessageReader>> openCsv(std::unique_ptr<QIODevice> device,
                                                     const QString &name, const CsvPlan &plan);

} // namespace interchange
