// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/historian.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace ui {

using base::TimeNs;

/// The time window that linked charts share: where it stands, whether it follows the clock, the
/// cursor and the two measuring marks. GUI thread.
class TimeView final : public QObject
{
    Q_OBJECT

public:
    static constexpr TimeNs shortest = 10 * base::nsPerUs;
    static constexpr TimeNs longest = 20 * 365 * 24 * base::nsPerHour;

    explicit TimeView(const base::Clock *clock, QObject *parent = nullptr);

    TimeNs start() const { return m_end - m_length; }
    TimeNs end() const { return m_end; }
    TimeNs length() const { return m_length; }
    TimeNs now() const { return m_clock->now(); }
    bool isLive() const { return m_live; }

    void tick(); ///< follows the clock while live
    void setLength(TimeNs length); ///< keeps the right edge
    void setRange(TimeNs start, TimeNs end); ///< a past window; live when it ends at now
    void zoom(double factor, TimeNs at); ///< < 1 shows less; the time `at` keeps its place
    void pan(TimeNs by);
    void setLive(bool live);

    TimeNs cursor() const { return m_cursor; } ///< noTime: none
    void setCursor(TimeNs time);
    bool isMeasuring() const { return m_measuring; }
    void setMeasuring(bool on); ///< the next two marks set by mark()
    void mark(TimeNs time);
    TimeNs markA() const { return m_markA; }
    TimeNs markB() const { return m_markB; }

    const std::vector<store::EventRecord> &events() const { return m_events; }
    void setEvents(std::vector<store::EventRecord> events);

    /// Room that linked charts leave for the labels of their y axes, in logical pixels: the widest
    /// wish of all, so that their time axes stay above each other. 0 takes a wish back.
    double axisWidth() const;
    void wishAxisWidth(const void *chart, double width);

Q_SIGNALS:
    void moved(); ///< by a person, not by tick()
    void liveChanged(bool live);
    void cursorMoved();
    void measureChanged();
    void eventsChanged();
    void axisWidthChanged();

private:
    void place(TimeNs start, TimeNs length);

    const base::Clock *m_clock;
    TimeNs m_length = 10 * base::nsPerMinute;
    TimeNs m_end;
    TimeNs m_cursor = base::noTime;
    TimeNs m_markA = base::noTime;
    TimeNs m_markB = base::noTime;
    std::vector<store::EventRecord> m_events;
    QHash<const void *, double> m_axisWishes;
    bool m_live = true;
    bool m_measuring = false;
};

} // namespace ui
