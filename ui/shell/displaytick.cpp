// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/displaytick.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <vector>

namespace ui {

namespace {

const QEvent::Type paintedEvent = static_cast<QEvent::Type>(QEvent::registerEventType());

struct Spread
{
    double p50 = 0;
    double p99 = 0;
    double max = 0;
};

template <class Ring>
Spread spread(const Ring &ring, quint64 count)
{
    std::vector<float> values(
        ring.begin(),
        ring.begin() + static_cast<std::ptrdiff_t>(std::min<quint64>(count, ring.size())));
    if (values.empty())
        return {};
    std::ranges::sort(values);
    const auto at = [&values](double part) {
        return values[static_cast<size_t>(part * static_cast<double>(values.size() - 1) + 0.5)];
    };
    return {at(0.5), at(0.99), values.back()};
}

float ms(qint64 ns)
{
    return static_cast<float>(static_cast<double>(ns) / 1e6);
}

} // namespace

DisplayTick::DisplayTick(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DisplayTick::tick);
    m_clock.start();
    setRate(30);
}

void DisplayTick::setRate(int hz)
{
    m_timer.setInterval(1000 / qBound(1, hz, 60));
}

void DisplayTick::start()
{
    m_timer.start();
}

void DisplayTick::stop()
{
    m_timer.stop();
}

void DisplayTick::tick()
{
    m_startedNs = m_clock.nsecsElapsed();
    if (m_lastNs >= 0)
        m_interval[m_ticks % m_interval.size()] = ms(m_startedNs - m_lastNs);
    m_lastNs = m_startedNs;
    Q_EMIT ticked();
    m_refresh[m_ticks % m_refresh.size()] = ms(m_clock.nsecsElapsed() - m_startedNs);
    ++m_ticks;
    if (m_painting)
        return; // the last tick's pictures are not on screen yet
    m_painting = true;
    // Repaints are posted with low priority; this comes after them.
    QCoreApplication::postEvent(this, new QEvent(paintedEvent), Qt::LowEventPriority - 1);
}

void DisplayTick::customEvent(QEvent *event)
{
    if (event->type() != paintedEvent)
        return;
    m_painting = false;
    m_whole[m_wholes % m_whole.size()] = ms(m_clock.nsecsElapsed() - m_startedNs);
    ++m_wholes;
}

TickStatistics DisplayTick::statistics() const
{
    const Spread refresh = spread(m_refresh, m_ticks);
    const Spread whole = spread(m_whole, m_wholes);
    const Spread interval = spread(m_interval, m_ticks);
    return {m_ticks,   refresh.p50, refresh.p99, refresh.max,
            whole.p50, whole.p99,   whole.max,   interval.p99};
}

void DisplayTick::resetStatistics()
{
    m_ticks = 0;
    m_wholes = 0;
    m_lastNs = -1;
}

} // namespace ui
