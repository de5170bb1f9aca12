// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QTimeZone>

#include <optional>
#include <string>
#include <string_view>

namespace interchange {

using base::TimeNs;

/// In which order day, month and year stand. YearFirst also reads 20240501.
enum class DateOrder : std::uint8_t { YearFirst, DayFirst, MonthFirst };

/// A time as text, before a zone is applied.
struct WrittenTime
{
    TimeNs local = 0; ///< as if the text were UTC
    std::optional<int> offsetSeconds; ///< the zone that the text itself gives, east positive
    int first = 0; ///< the first two numbers of the date as written: they show the order
    int second = 0;
    bool hasTime = false; ///< false: a date only
};

/// "2004-03-10 18:00:00.5+01:00", "10/03/2004 18.00", "10-Mar-2004 6:00 PM", "20240501T120000Z",
/// also mosquitto's "...Z+0200", where the offset counts. Nothing when it is no such time or does
/// not exist (30 February). Years 1000 to 2261; two digits mean 1970 to 2069.
std::optional<WrittenTime> readDateTime(std::string_view text, DateOrder order);
/// A date alone, and a time of day alone ("18:00:00", "18.00.00", "6:00 PM") in nanoseconds.
std::optional<WrittenTime> readDate(std::string_view text, DateOrder order);
std::optional<WrittenTime> readTimeOfDay(std::string_view text);

/// A decimal number times `nsPerUnit`, exact to the nanosecond (a double would not hold it).
std::optional<TimeNs> readScaled(std::string_view number, TimeNs nsPerUnit, bool decimalComma);

/// "2024-05-01T12:00:00Z", with the fraction's digits as far as they are needed, at most nine.
void appendIso(TimeNs time, std::string &out);

/// Local time of one zone to UTC; remembers the last quarter of an hour. One thread.
class ZoneClock
{
public:
    explicit ZoneClock(const QTimeZone &zone = QTimeZone::utc());
    TimeNs toUtc(TimeNs local);

private:
    QTimeZone m_zone;
    TimeNs m_quarter = base::noTime;
    TimeNs m_offset = 0;
};

} // namespace interchange
