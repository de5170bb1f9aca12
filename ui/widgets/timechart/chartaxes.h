// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QString>

#include <vector>

namespace ui {

using base::TimeNs;

/// A tick of the time axis in local time. `context` is the date, where the reader needs it: at the
/// first tick and where a day begins.
struct TimeTick
{
    TimeNs time = 0;
    QString label;
    QString context;
};

/// Ticks at round local times, at most `most` of them. Labels are as fine as the step.
std::vector<TimeTick> timeTicks(TimeNs start, TimeNs end, int most);

/// A time as precise as a window of `length` needs: "14:02:31.250".
QString preciseTime(TimeNs time, TimeNs length);

/// A y range with round edges and its tick step.
struct ValueRange
{
    double low = 0;
    double high = 1;
    double step = 0.2;
    bool operator==(const ValueRange &) const = default;
};

/// Round edges around [low, high] with about `ticks` steps.
ValueRange roundRange(double low, double high, int ticks);

/// A tick of a y axis.
struct ValueTick
{
    double value = 0;
    QString label;
};

/// Ticks of a range. Neighbouring labels always differ: digits are grouped, round large ones are
/// given in k, M, G, and where neither is short enough the lowest tick is written in full and the
/// others say how much more they are ("41,230,000", "+20", "+40"). `percent`: shares of 1 in %.
std::vector<ValueTick> valueTicks(const ValueRange &range, bool percent = false);

/// Follows the data without jumping about: grows at once when data leaves, shrinks only when data
/// fills less than 40 % for three seconds.
class AutoRange
{
public:
    /// True when the range changed. `now` in milliseconds of any steady clock.
    bool follow(double low, double high, int ticks, qint64 nowMs);
    void reset() { m_valid = false; } ///< take what comes next at once
    const ValueRange &range() const { return m_range; }

private:
    ValueRange m_range;
    qint64 m_smallSinceMs = -1;
    bool m_valid = false;
};

} // namespace ui
