// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/roles.h"
#include "models/interchange/csvtable.h"
#include "models/interchange/notices.h"

#include <algorithm>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace interchange {

namespace {

using Use = CsvColumn::Use;
using Kind = CsvColumn::Kind;
using About = CsvReason::About;
constexpr double nearlyAll = 0.98;

bool isNamedTime(const CsvColumn &column)
{
    if (decode::roleOf(column.name.toStdString()).role == decode::Role::Time)
        return true;
    const QString name = column.name.toLower();
    return name.contains("timestamp"_L1) || name.startsWith("date"_L1) || name.startsWith("time"_L1)
        || name.endsWith(" time"_L1) || name.endsWith("_time"_L1);
}

bool isNumber(const CsvColumn &column)
{
    return column.kind == Kind::Number || column.kind == Kind::Integer;
}

/// How well one order of day and month reads a column.
struct OrderTrial
{
    std::size_t read = 0;
    std::size_t filled = 0;
    std::size_t stepsBack = 0;
    TimeNs largestStep = 0;
    bool zones = true; ///< every text gives its own zone
    bool times = true; ///< every text has a time of day

    bool good() const
    {
        return filled > 0 && static_cast<double>(read) >= nearlyAll * static_cast<double>(filled);
    }
};

OrderTrial tryOrder(const CsvTable &table, std::size_t column, DateOrder order)
{
    OrderTrial trial;
    TimeNs last = base::noTime;
    for (const auto &row : table.rows) {
        const std::string_view cell =
            column < row.size() ? trimmedCell(row[column]) : std::string_view();
        if (cell.empty())
            continue;
        ++trial.filled;
        const auto time = readDateTime(cell, order);
        if (!time)
            continue;
        ++trial.read;
        trial.zones = trial.zones && time->offsetSeconds.has_value();
        trial.times = trial.times && time->hasTime;
        if (last != base::noTime) {
            trial.stepsBack += time->local < last;
            trial.largestStep = std::max(trial.largestStep, time->local - last);
        }
        last = time->local;
    }
    return trial;
}

void sayZone(bool given, CsvGuess &guess)
{
    guess.reasons.push_back(
        {About::Zone, given ? 1 : 0.5,
         given ? Tr::tr("The times give their own offset from UTC.")
               : Tr::tr("The times give no zone and are taken as UTC; choose the place's zone if "
                        "they are local.")});
}

} // namespace

/// Nothing when the column holds no dates.
std::optional<DateOrder> CsvTable::orderOf(std::size_t column, bool dateOnly, double &confidence,
                                           QString &why) const
{
    const OrderTrial year = tryOrder(*this, column, DateOrder::YearFirst);
    confidence = 1;
    if (year.good() && (dateOnly ? !year.times : true)) {
        why = Tr::tr("The dates start with the year.");
        return DateOrder::YearFirst;
    }
    const OrderTrial day = tryOrder(*this, column, DateOrder::DayFirst);
    const OrderTrial month = tryOrder(*this, column, DateOrder::MonthFirst);
    if (!day.good() && !month.good())
        return {};
    if (day.good() != month.good()) {
        why = day.good() ? Tr::tr("Some first numbers of the dates are above 12, so the day comes "
                                  "first.")
                         : Tr::tr("Some second numbers of the dates are above 12, so the month "
                                  "comes first.");
        return day.good() ? DateOrder::DayFirst : DateOrder::MonthFirst;
    }
    confidence = 0.7;
    if (day.stepsBack != month.stepsBack || day.largestStep != month.largestStep) {
        const bool dayFirst = day.stepsBack != month.stepsBack
            ? day.stepsBack < month.stepsBack
            : day.largestStep < month.largestStep;
        why = dayFirst ? Tr::tr("With the day first the times follow each other more evenly.")
                       : Tr::tr("With the month first the times follow each other more evenly.");
        return dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    }
    confidence = 0.4;
    why = Tr::tr("The dates can be read with the day or the month first; the day is assumed.");
    return DateOrder::DayFirst;
}

bool CsvTable::timeFromText(CsvGuess &guess, bool named) const
{
    for (std::size_t i = 0; i < guess.plan.columns.size(); ++i) {
        CsvColumn &column = guess.plan.columns[i];
        if (column.use != Use::Signal || isNamedTime(column) != named
            || (isNumber(column) && !named))
            continue;
        double confidence = 1;
        QString why;
        const auto order = orderOf(i, false, confidence, why);
        if (!order)
            continue;
        const OrderTrial trial = tryOrder(*this, i, *order);
        if (!trial.times && columnCount > 1 && !named)
            continue; // dates alone: better with a time of day beside them
        column.use = Use::Time;
        guess.plan.time = {.source = CsvTime::Source::Text, .order = *order};
        guess.reasons.push_back(
            {About::Time, confidence, Tr::tr("The time stands in %1. %2").arg(column.name, why)});
        sayZone(trial.zones, guess);
        return true;
    }
    return false;
}

bool CsvTable::timeFromDateAndClock(CsvGuess &guess) const
{
    for (std::size_t i = 0; i < guess.plan.columns.size(); ++i) {
        double confidence = 1;
        QString why;
        if (guess.plan.columns[i].use != Use::Signal)
            continue;
        const auto order = orderOf(i, true, confidence, why);
        if (!order || tryOrder(*this, i, *order).times)
            continue;
        for (std::size_t j = 0; j < guess.plan.columns.size(); ++j) {
            std::size_t read = 0;
            std::size_t filled = 0;
            for (const auto &row : rows) {
                if (j >= row.size() || trimmedCell(row[j]).empty())
                    continue;
                ++filled;
                read += readTimeOfDay(trimmedCell(row[j])).has_value();
            }
            if (j == i || isNumber(guess.plan.columns[j]) || filled == 0
                || static_cast<double>(read) < nearlyAll * static_cast<double>(filled))
                continue;
            guess.plan.columns[i].use = Use::Date;
            guess.plan.columns[j].use = Use::TimeOfDay;
            guess.plan.time = {.source = CsvTime::Source::Text, .order = *order};
            guess.reasons.push_back(
                {About::Time, confidence,
                 Tr::tr("The date stands in %1, the time of day in %2. %3")
                     .arg(guess.plan.columns[i].name, guess.plan.columns[j].name, why)});
            sayZone(false, guess);
            return true;
        }
    }
    return false;
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970, or since the start.
bool CsvTable::timeFromNumbers(CsvGuess &guess) const
{
    struct Scale
    {
        TimeNs ns;
        QString name;
    };
    const Scale scales[] = {{base::nsPerSecond, Tr::tr("seconds")},
                            {base::nsPerMs, Tr::tr("milliseconds")},
                            {base::nsPerUs, Tr::tr("microseconds")},
                            {1, Tr::tr("nanoseconds")}};
    constexpr double earliest = 946'684'800; // 2000
    constexpr double latest = 4'102'444'800; // 2100
    for (const bool named : {true, false}) {
        for (std::size_t i = 0; i < guess.plan.columns.size(); ++i) {
            CsvColumn &column = guess.plan.columns[i];
            if (column.use != Use::Signal || !isNumber(column) || isNamedTime(column) != named)
                continue;
            double low = INFINITY;
            double high = -INFINITY;
            double last = -INFINITY;
            bool ascending = true;
            bool moves = false;
            for (const auto &row : rows) {
                std::string digits;
                if (i >= row.size() || !appendNumber(row[i], dialect.decimalComma, digits))
                    continue;
                double value = 0;
                std::from_chars(digits.data(), digits.data() + digits.size(), value);
                low = std::min(low, value);
                high = std::max(high, value);
                ascending = ascending && value >= last;
                moves = moves || (value > last && last != -INFINITY);
                last = value;
            }
            for (const Scale &scale : scales) {
                const double perSecond =
                    static_cast<double>(base::nsPerSecond) / static_cast<double>(scale.ns);
                if (!(low >= earliest * perSecond && high < latest * perSecond)
                    || (!named && !(ascending && moves)))
                    continue;
                column.use = Use::Time;
                guess.plan.time = {.source = CsvTime::Source::Epoch, .unit = scale.ns};
                guess.reasons.push_back(
                    {About::Time, named ? 1 : 0.8,
                     Tr::tr("%1 counts %2 since 1970.").arg(column.name, scale.name)});
                return true;
            }
            if (!named || !ascending || !moves || low < 0)
                continue;
            column.use = Use::Time;
            const bool milli = column.unit == "ms"_L1;
            const bool micro = column.unit == u"µs"_s || column.unit == "us"_L1;
            guess.plan.time = {.source = CsvTime::Source::Relative,
                               .unit = milli                 ? base::nsPerMs
                                   : micro                   ? base::nsPerUs
                                   : column.unit == "min"_L1 ? base::nsPerMinute
                                   : column.unit == "h"_L1   ? base::nsPerHour
                                                             : base::nsPerSecond};
            guess.reasons.push_back(
                {About::Time, 0.5,
                 Tr::tr("%1 is a time without a date, counted in %2; it is laid after 1970-01-01 "
                        "unless you give a start.")
                     .arg(column.name, column.unit.isEmpty() ? Tr::tr("seconds") : column.unit)});
            return true;
        }
    }
    return false;
}

/// A number of the unit under test beside a count that starts anew with each unit (C-MAPSS).
bool CsvTable::timeFromCycles(CsvGuess &guess) const
{
    if (dialect.header || guess.plan.columns.size() < 3 || rows.size() < 3
        || guess.plan.columns[0].kind != Kind::Integer
        || guess.plan.columns[1].kind != Kind::Integer)
        return false;
    std::size_t restarts = 0;
    TimeNs lastUnit = -1;
    TimeNs lastCount = -1;
    TimeNs firstCount = -1;
    for (const auto &row : rows) {
        const auto unit = row.size() > 1 ? readScaled(row[0], 1, false) : std::nullopt;
        const auto count = row.size() > 1 ? readScaled(row[1], 1, false) : std::nullopt;
        if (!unit || !count)
            return false;
        if (lastUnit < 0) {
            firstCount = *count;
        } else if (*unit == lastUnit ? *count != lastCount + 1 : *count != firstCount) {
            return false;
        } else {
            restarts += *unit != lastUnit;
        }
        lastUnit = *unit;
        lastCount = *count;
    }
    if (restarts == 0)
        return false;
    guess.plan.columns[0].name = Tr::tr("unit");
    guess.plan.columns[0].use = Use::Device;
    guess.plan.columns[1].name = Tr::tr("cycle");
    guess.plan.columns[1].use = Use::Time;
    guess.plan.time = {.source = CsvTime::Source::Relative};
    guess.reasons.push_back(
        {About::Device, 0.9,
         Tr::tr("The first column tells which unit a row is about: the second counts anew with "
                "each.")});
    guess.reasons.push_back(
        {About::Time, 0.6,
         Tr::tr("The file has no times, only a count of cycles. Each cycle is laid out as one "
                "second after 1970-01-01; give another start or length if you know them.")});
    return true;
}

void CsvTable::guessDevice(CsvGuess &guess) const
{
    if (guess.plan.columnFor(Use::Device) >= 0)
        return;
    for (std::size_t i = 0; i < guess.plan.columns.size(); ++i) {
        CsvColumn &column = guess.plan.columns[i];
        if (column.use != Use::Signal || column.kind == Kind::Number
            || decode::roleOf(column.name.toStdString()).role != decode::Role::DeviceId)
            continue;
        const bool filled = std::all_of(rows.begin(), rows.end(), [&](const auto &row) {
            return i < row.size() && !trimmedCell(row[i]).empty();
        });
        if (!filled)
            continue;
        column.use = Use::Device;
        guess.reasons.push_back(
            {About::Device, 0.9, Tr::tr("%1 names the device of each row.").arg(column.name)});
        return;
    }
    guess.reasons.push_back(
        {About::Device, 0.7,
         Tr::tr("No column names a device, so all is of one, named after the file: %1.")
             .arg(guess.plan.device)});
}

void CsvTable::guessTime(CsvGuess &guess) const
{
    const bool found = timeFromCycles(guess) || timeFromDateAndClock(guess)
        || timeFromText(guess, true) || timeFromText(guess, false) || timeFromNumbers(guess);
    if (!found) {
        guess.plan.time = {};
        guess.reasons.push_back(
            {About::Time, 0.3,
             Tr::tr("No column holds a time. Rows are laid out one second apart after 1970-01-01; "
                    "give another start or distance if you know them.")});
    }
    guessDevice(guess);
    if (guess.plan.columnFor(Use::Signal) < 0 && guess.plan.time.source != CsvTime::Source::Text
        && found) { // a list of numbers is a signal, not a time
        guess.plan.time = {};
        for (CsvColumn &column : guess.plan.columns)
            column.use = column.use == Use::Time ? Use::Signal : column.use;
    }
}

} // namespace interchange
