// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QString>

namespace ui::format {

using base::TimeNs;

/// Numbers, units, ages and times as people read them, by the current QLocale. Pure functions;
/// GUI thread (they translate). Absent values give an en dash.
extern const QString none; ///< U+2013

QString count(quint64 value); ///< "12 431"
QString number(double value, int significant = 5); ///< "33.1", "0.0421", "1.2e-7"; NaN gives none
QString fixed(double value, int decimals); ///< "0.921"
QString si(double value); ///< "12.4 k", "1.2 M": three figures
QString value(double value, const QString &unit); ///< "1.82 bar"
QString rate(double perSecond); ///< "12 431 msg/s"
QString rateNumber(double perSecond); ///< without unit; one decimal below 10
QString percent(double part, int decimals = 0); ///< of 0..1: "85 %"
QString bytes(quint64 count); ///< "4.1 MiB"
QString unit(const QString &received); ///< "degC" -> "°C", "%RH" -> "% RH"; unknown ones unchanged

QString duration(TimeNs length); ///< "41 s", "3 min 12 s", "2 h 5 min", "3 d 4 h", "8 ms"
QString shortDuration(TimeNs length); ///< one figure: "41 s", "3 min", "2 h", "3 d"
QString age(TimeNs then, TimeNs now); ///< "now", "41 s ago", "2 min ago"; noTime gives none
QString clock(TimeNs time); ///< local "14:02:31"
QString clockWithZone(TimeNs time); ///< local "14:02:31 CET"
QString dateTime(TimeNs time); ///< local "2026-11-22 14:02:31" with the zone
QString daysLeft(TimeNs until, TimeNs now); ///< "expires in 12 days", "expired 3 days ago"

TimeNs now(); ///< the machine's clock

} // namespace ui::format
