// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timechart/chartaxes.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr TimeNs second = base::nsPerSecond;
constexpr TimeNs day = 24 * base::nsPerHour;

TimeNs timeStep(TimeNs length, int most)
{
    const TimeNs least = length / std::max(most, 1);
    for (TimeNs decade = 1'000; decade < second; decade *= 10) {
        for (const TimeNs factor : {1, 2, 5}) {
            if (decade * factor >= least)
                return decade * factor;
        }
    }
    for (const TimeNs s : {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1'800, 3'600, 7'200, 10'800,
                           21'600, 43'200}) {
        if (s * second >= least)
            return s * second;
    }
    for (const TimeNs days : {1, 2, 7, 14, 28, 91, 182, 364, 728, 1'820}) {
        if (days * day >= least)
            return days * day;
    }
    return 3'640 * day;
}

QDateTime local(TimeNs time)
{
    return QDateTime::fromMSecsSinceEpoch((time >= 0 ? time : time - base::nsPerMs + 1)
                                          / base::nsPerMs);
}

QString fraction(TimeNs time, TimeNs step)
{
    if (step >= second)
        return {};
    int digits = 3;
    if (step < base::nsPerMs)
        digits = step < base::nsPerUs ? 9 : 6;
    const TimeNs within = ((time % second) + second) % second;
    return u'.' + QString::number(within).rightJustified(9, u'0').left(digits);
}

QString timeLabel(TimeNs time, TimeNs step)
{
    const QDateTime at = local(time);
    if (step >= day)
        return QLocale().toString(at.date(), u"d MMM"_s);
    return at.time().toString(step < base::nsPerMinute ? u"HH:mm:ss"_s : u"HH:mm"_s)
        + fraction(time, step);
}

} // namespace

std::vector<TimeTick> timeTicks(TimeNs start, TimeNs end, int most)
{
    // Linked charts ask for the same ticks one after the other; dates are the dear part.
    struct Last
    {
        TimeNs start = 0;
        TimeNs end = 0;
        int most = 0;
        std::vector<TimeTick> ticks;
    };
    static thread_local Last last;
    if (last.start == start && last.end == end && last.most == most)
        return last.ticks;
    std::vector<TimeTick> ticks;
    if (end <= start)
        return ticks;
    const TimeNs step = timeStep(end - start, most);
    // Round in local time: noon is noon also where the offset is 5 h 30 min.
    const TimeNs offset = local(start).offsetFromUtc() * second;
    TimeNs time = start + offset;
    time = time - ((time % step) + step) % step + step - offset;
    QDate lastDate;
    for (; time < end && ticks.size() < 64; time += step) {
        TimeTick tick{time, timeLabel(time, step), {}};
        const QDate date = local(time).date();
        if (date != lastDate)
            tick.context = QLocale().toString(date, step >= day ? u"yyyy"_s : u"ddd d MMM"_s);
        if (step >= day && lastDate.isValid() && date.year() == lastDate.year())
            tick.context.clear();
        lastDate = date;
        ticks.push_back(std::move(tick));
    }
    last = {start, end, most, ticks};
    return ticks;
}

QString preciseTime(TimeNs time, TimeNs length)
{
    const QString clock =
        local(time).time().toString(u"HH:mm:ss"_s) + fraction(time, length / 2'000);
    if (length < 20 * base::nsPerHour)
        return clock;
    return QLocale().toString(local(time).date(), u"d MMM "_s) + clock;
}

ValueRange roundRange(double low, double high, int ticks)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return {};
    double span = high - low;
    const double least = std::max(std::abs(low), std::abs(high)) * 1e-12;
    if (span <= least) { // a constant: room around it, so that it does not sit on an edge
        span = std::max(std::abs(low) * 0.02, 0.5);
        low -= span / 2;
        high += span / 2;
    }
    const double raw = span / std::max(ticks, 1);
    const double decade = std::pow(10, std::floor(std::log10(raw)));
    double step = decade * 10;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (decade * factor >= raw * 0.999) {
            step = decade * factor;
            break;
        }
    }
    const ValueRange range{std::floor(low / step) * step, std::ceil(high / step) * step, step};
    if (!std::isfinite(range.low) || !std::isfinite(range.high) || range.high <= range.low)
        return {};
    return range;
}

namespace {

constexpr qsizetype shortLabel =
    9; ///< characters that fit beside the plot without a second thought

int decimalsOf(double step)
{
    // 2.5 needs one more than its decade
    for (int decimals = 0; decimals < 12; ++decimals) {
        const double scaled = step * std::pow(10, decimals);
        if (std::abs(scaled - std::round(scaled)) < scaled * 1e-6)
            return decimals;
    }
    return 12;
}

QString plainLabel(double value, double step)
{
    return QLocale().toString(value, 'f', decimalsOf(step));
}

QString siLabel(double value, double step, double most)
{
    static constexpr const char *suffixes[] = {"", "k", "M", "G", "T", "P"};
    std::size_t at = 0;
    for (; most >= 1'000 && at + 1 < std::size(suffixes); ++at) {
        most /= 1'000;
        value /= 1'000;
        step /= 1'000;
    }
    QString text = QLocale().toString(value, 'f', decimalsOf(step));
    if (at > 0 && value != 0)
        text.append(QChar(0x202F)).append(QLatin1StringView(suffixes[at]));
    return text;
}

QString scientificLabel(double value, double step, double most)
{
    const int digits = std::clamp(static_cast<int>(std::ceil(std::log10(most / step))) + 1, 2, 15);
    return QLocale().toString(value, 'g', digits);
}

std::vector<double> tickValues(const ValueRange &range)
{
    std::vector<double> out;
    const double first = std::ceil(range.low / range.step - 1e-6);
    for (int i = 0; i < 20; ++i) {
        double value = (first + i) * range.step;
        if (!(value <= range.high + range.step * 1e-6))
            break;
        if (std::abs(value) < range.step * 1e-6)
            value = 0; // not "-0.0"
        out.push_back(value);
    }
    return out;
}

} // namespace

std::vector<ValueTick> valueTicks(const ValueRange &range, bool percent)
{
    std::vector<ValueTick> ticks;
    for (const double value : tickValues(range))
        ticks.push_back({value, {}});
    if (ticks.empty())
        return ticks;
    const double most = std::max(std::abs(ticks.front().value), std::abs(ticks.back().value));
    const auto write = [&](const auto &label) {
        qsizetype longest = 0;
        for (ValueTick &tick : ticks) {
            tick.label = label(tick.value);
            longest = std::max(longest, tick.label.size());
        }
        return longest;
    };
    if (percent) {
        write([&](double v) {
            return plainLabel(v * 100, range.step * 100)
                .append(QChar(0x202F))
                .append(QLocale().percent());
        });
    } else if (range.step < 1e-6 || most >= 1e15) {
        write([&](double v) { return scientificLabel(v, range.step, most); });
    } else if (write([&](double v) { return plainLabel(v, range.step); }) > shortLabel
               && write([&](double v) { return siLabel(v, range.step, most); }) > shortLabel) {
        ticks[0].label = plainLabel(ticks[0].value, range.step);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            ticks[i].label =
                QString(u'+').append(plainLabel(ticks[i].value - ticks[0].value, range.step));
    }
    return ticks;
}

bool AutoRange::follow(double low, double high, int ticks, qint64 nowMs)
{
    if (!(low <= high))
        return false;
    const double margin = (high - low) * 0.08;
    const ValueRange wanted = roundRange(low - margin, high + margin, ticks);
    const ValueRange before = m_range;
    const bool outside = !m_valid || low < m_range.low || high > m_range.high;
    const bool small = (wanted.high - wanted.low) < 0.4 * (m_range.high - m_range.low);
    if (!small)
        m_smallSinceMs = -1;
    else if (m_smallSinceMs < 0)
        m_smallSinceMs = nowMs;
    if (outside || (small && nowMs - m_smallSinceMs >= 3'000)) {
        m_range = wanted;
        m_valid = true;
        m_smallSinceMs = -1;
    }
    return !(m_range == before);
}

} // namespace ui
