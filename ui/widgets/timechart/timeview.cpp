// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timechart/timeview.h"

#include <algorithm>

namespace ui {

TimeView::TimeView(const base::Clock *clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock ? clock : &base::SystemClock::instance())
    , m_end(m_clock->now())
{
}

void TimeView::tick()
{
    if (m_live)
        m_end = m_clock->now();
}

void TimeView::place(TimeNs start, TimeNs length)
{
    m_length = std::clamp(length, shortest, longest);
    // Whatever a clock or a person says: edges stay where they can be computed with.
    m_end = std::clamp(start, TimeNs(-4'000'000'000'000'000'000), TimeNs(8'000'000'000'000'000'000))
        + m_length;
    const TimeNs now = m_clock->now();
    const bool atNow = m_end >= now - m_length / 50;
    const bool wasLive = m_live;
    m_live = wasLive ? atNow : m_end >= now;
    if (m_live)
        m_end = now;
    Q_EMIT moved();
    if (m_live != wasLive)
        Q_EMIT liveChanged(m_live);
}

void TimeView::setLength(TimeNs length)
{
    length = std::clamp(length, shortest, longest);
    place(m_end - length, length);
}

void TimeView::setRange(TimeNs start, TimeNs end)
{
    if (end > start)
        place(start, end - start);
}

void TimeView::zoom(double factor, TimeNs at)
{
    const auto length = static_cast<TimeNs>(std::clamp(static_cast<double>(m_length) * factor,
                                                       static_cast<double>(shortest),
                                                       static_cast<double>(longest)));
    const double share = static_cast<double>(at - start()) / static_cast<double>(m_length);
    place(at - static_cast<TimeNs>(share * static_cast<double>(length)), length);
}

void TimeView::pan(TimeNs by)
{
    place(start() + by, m_length);
}

void TimeView::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    tick();
    Q_EMIT moved();
    Q_EMIT liveChanged(m_live);
}

void TimeView::setCursor(TimeNs time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    Q_EMIT cursorMoved();
}

void TimeView::setMeasuring(bool on)
{
    if (on == m_measuring)
        return;
    m_measuring = on;
    m_markA = m_markB = base::noTime;
    Q_EMIT measureChanged();
}

void TimeView::mark(TimeNs time)
{
    if (!m_measuring)
        return;
    if (m_markA == base::noTime || m_markB != base::noTime) {
        m_markA = time;
        m_markB = base::noTime;
    } else {
        m_markB = time;
    }
    Q_EMIT measureChanged();
}

double TimeView::axisWidth() const
{
    double widest = 0;
    for (const double wish : m_axisWishes)
        widest = std::max(widest, wish);
    return widest;
}

void TimeView::wishAxisWidth(const void *chart, double width)
{
    const double before = axisWidth();
    if (width > 0)
        m_axisWishes[chart] = width;
    else
        m_axisWishes.remove(chart);
    if (axisWidth() != before)
        Q_EMIT axisWidthChanged();
}

void TimeView::setEvents(std::vector<store::EventRecord> events)
{
    m_events = std::move(events);
    Q_EMIT eventsChanged();
}

} // namespace ui
