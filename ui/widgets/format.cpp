// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QTimeZone>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui::format {

const QString none = u"–"_s;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr QChar thinSpace(0x202F); // narrow no-break: a number and its unit stay on one line

QDateTime local(TimeNs time)
{
    return QDateTime::fromMSecsSinceEpoch(time / base::nsPerMs, Qt::LocalTime);
}

QString trimmedDecimals(QString text)
{
    const QString point = QLocale().decimalPoint();
    if (!text.contains(point) || text.contains(QLocale().exponential()))
        return text;
    while (text.endsWith(QLocale().zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

} // namespace

QString count(quint64 value)
{
    return QLocale().toString(value);
}

QString number(double value, int significant)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? none : value > 0 ? u"∞"_s : u"−∞"_s;
    if (value == 0)
        return QLocale().toString(0);
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (exponent < -5 || exponent > 11)
        return QLocale().toString(value, 'e', qMin(3, significant - 1));
    const int decimals = qBound(0, significant - 1 - exponent, 9);
    return trimmedDecimals(QLocale().toString(value, 'f', decimals));
}

QString fixed(double value, int decimals)
{
    return std::isfinite(value) ? QLocale().toString(value, 'f', decimals) : number(value);
}

QString si(double value)
{
    static constexpr std::array suffixes{"", "k", "M", "G", "T", "P"};
    double scaled = value;
    size_t step = 0;
    while (std::abs(scaled) >= 999.5 && step + 1 < suffixes.size()) {
        scaled /= 1000;
        ++step;
    }
    const int decimals = step == 0 && scaled == std::floor(scaled) ? 0
        : std::abs(scaled) >= 99.95                                ? 0
        : std::abs(scaled) >= 9.995                                ? 1
                                                                   : 2;
    const QString digits = fixed(scaled, decimals);
    return step == 0 ? digits : digits + thinSpace + QLatin1StringView(suffixes[step]);
}

QString value(double value, const QString &unitText)
{
    const QString shown = unit(unitText);
    return shown.isEmpty() ? number(value) : number(value) + thinSpace + shown;
}

QString rateNumber(double perSecond)
{
    if (!(perSecond > 0))
        return QLocale().toString(0);
    return perSecond < 9.95 ? fixed(perSecond, 1)
                            : count(static_cast<quint64>(std::llround(perSecond)));
}

QString rate(double perSecond)
{
    return Words::tr("%1 msg/s").arg(rateNumber(perSecond));
}

QString percent(double part, int decimals)
{
    return std::isfinite(part) ? fixed(part * 100, decimals) + thinSpace + QLocale().percent()
                               : none;
}

QString bytes(quint64 count)
{
    return QLocale().formattedDataSize(static_cast<qint64>(qMin<quint64>(count, INT64_MAX)),
                                       count < 1024 ? 0 : 1);
}

QString unit(const QString &received)
{
    static const QHash<QString, QString> known{
        {u"degC"_s, u"°C"_s},     {u"Cel"_s, u"°C"_s}, {u"degF"_s, u"°F"_s},
        {u"[degF]"_s, u"°F"_s},   {u"deg"_s, u"°"_s},  {u"%RH"_s, u"% RH"_s},
        {u"ohm"_s, u"Ω"_s},       {u"Ohm"_s, u"Ω"_s},  {u"m3/h"_s, u"m³/h"_s},
        {u"m3"_s, u"m³"_s},       {u"m2"_s, u"m²"_s},  {u"m/s2"_s, u"m/s²"_s},
        {u"ug/m3"_s, u"µg/m³"_s}, {u"um"_s, u"µm"_s},  {u"uS/cm"_s, u"µS/cm"_s},
        {u"1"_s, QString()},
    };
    return known.value(received, received);
}

QString shortDuration(TimeNs length)
{
    const TimeNs t = std::abs(length);
    if (t < base::nsPerSecond)
        return Words::tr("%1 ms").arg(QLocale().toString(t / base::nsPerMs));
    if (t < base::nsPerMinute)
        return Words::tr("%1 s").arg(t / base::nsPerSecond);
    if (t < base::nsPerHour)
        return Words::tr("%1 min").arg(t / base::nsPerMinute);
    if (t < 48 * base::nsPerHour)
        return Words::tr("%1 h").arg(t / base::nsPerHour);
    return Words::tr("%1 d").arg(t / (24 * base::nsPerHour));
}

QString duration(TimeNs length)
{
    const TimeNs t = std::abs(length);
    if (t < base::nsPerMinute)
        return shortDuration(t);
    if (t < 48 * base::nsPerHour && t % base::nsPerHour < base::nsPerMinute && t >= base::nsPerHour)
        return shortDuration(t);
    if (t < base::nsPerHour && t % base::nsPerMinute < base::nsPerSecond)
        return shortDuration(t);
    if (t < base::nsPerHour)
        return Words::tr("%1 min %2 s")
            .arg(t / base::nsPerMinute)
            .arg((t / base::nsPerSecond) % 60);
    if (t < 48 * base::nsPerHour)
        return Words::tr("%1 h %2 min").arg(t / base::nsPerHour).arg((t / base::nsPerMinute) % 60);
    return Words::tr("%1 d %2 h").arg(t / (24 * base::nsPerHour)).arg((t / base::nsPerHour) % 24);
}

QString age(TimeNs then, TimeNs now)
{
    if (then == base::noTime || then == 0)
        return none;
    const TimeNs passed = now - then;
    if (passed < 0 && passed > -2 * base::nsPerSecond)
        return Words::tr("now");
    if (passed < 0)
        return Words::tr("in %1").arg(shortDuration(passed));
    if (passed < base::nsPerSecond)
        return Words::tr("now");
    return Words::tr("%1 ago").arg(shortDuration(passed));
}

QString clock(TimeNs time)
{
    return time == base::noTime ? none : local(time).toString(u"HH:mm:ss"_s);
}

QString clockWithZone(TimeNs time)
{
    if (time == base::noTime)
        return none;
    const QDateTime at = local(time);
    return at.toString(u"HH:mm:ss "_s) + at.timeZoneAbbreviation();
}

QString dateTime(TimeNs time)
{
    if (time == base::noTime)
        return none;
    const QDateTime at = local(time);
    return at.toString(u"yyyy-MM-dd HH:mm:ss "_s) + at.timeZoneAbbreviation();
}

QString daysLeft(TimeNs until, TimeNs now)
{
    const TimeNs left = until - now;
    const int days = static_cast<int>(std::abs(left) / (24 * base::nsPerHour));
    if (left < 0)
        return days == 0 ? Words::tr("expired %1 ago").arg(shortDuration(left))
                         : Words::tr("expired %n day(s) ago", nullptr, days);
    return days == 0 ? Words::tr("expires in %1").arg(shortDuration(left))
                     : Words::tr("expires in %n day(s)", nullptr, days);
}

TimeNs now()
{
    return base::SystemClock::instance().now();
}

} // namespace ui::format
