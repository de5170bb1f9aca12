// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/columnsink.h"

#include <algorithm>
#include <limits>

namespace store {

using telemetry::Column;
using telemetry::Quality;

ColumnSink::ColumnSink(const telemetry::ColumnGrid &grid, std::span<Column> out)
    : m_out(out)
    , m_ends(out.size(), Ends{})
{
    m_edges.reserve(out.size() + 1);
    for (int i = 0; i <= grid.count; ++i)
        m_edges.push_back(grid.edge(i));
    m_columnsPerNs = static_cast<double>(grid.count)
        / (static_cast<double>(grid.end) - static_cast<double>(grid.start));
    std::fill(out.begin(), out.end(), Column{});
}

int ColumnSink::columnOf(TimeNs time) const
{
    if (time < m_edges.front())
        return -1;
    if (time >= m_edges.back())
        return count();
    // The guess is off by at most a few; the edges decide.
    const double since = static_cast<double>(static_cast<std::uint64_t>(time)
                                             - static_cast<std::uint64_t>(m_edges.front()));
    int i = std::clamp(static_cast<int>(since * m_columnsPerNs), 0, count() - 1);
    while (time < edge(i))
        --i;
    while (time >= edge(i + 1))
        ++i;
    return i;
}

void ColumnSink::addQuality(Column &column, std::uint8_t quality) const
{
    if (quality == column.worst)
        return;
    if (column.worst == 0
        || telemetry::qualityRank(static_cast<Quality>(quality))
            > telemetry::qualityRank(static_cast<Quality>(column.worst)))
        column.worst = quality;
}

void ColumnSink::addFirst(int column, TimeNs time, double value, std::int64_t order)
{
    const auto i = static_cast<std::size_t>(column);
    Ends &ends = m_ends[i];
    if (ends.hasFirst
        && (time > ends.firstTime || (time == ends.firstTime && order >= ends.firstOrder)))
        return;
    ends.hasFirst = true;
    ends.firstTime = time;
    ends.firstOrder = order;
    m_out[i].first = value;
}

void ColumnSink::addLast(int column, TimeNs time, double value, std::int64_t order)
{
    const auto i = static_cast<std::size_t>(column);
    Ends &ends = m_ends[i];
    if (ends.hasLast && (time < ends.lastTime || (time == ends.lastTime && order < ends.lastOrder)))
        return;
    ends.hasLast = true;
    ends.lastTime = time;
    ends.lastOrder = order;
    m_out[i].last = value;
}

void ColumnSink::addSample(int column, TimeNs time, double value, std::uint8_t quality,
                           std::int64_t order)
{
    addFirst(column, time, value, order);
    addLast(column, time, value, order);
    addRange(column, value, value, 1, quality);
}

void ColumnSink::addSummary(int column, const Summary &s, std::int64_t order)
{
    addFirst(column, s.firstTime, s.first, order);
    addLast(column, s.lastTime, s.last, order);
    addRange(column, s.min, s.max, s.count, static_cast<std::uint8_t>(s.worst));
}

void ColumnSink::addRun(telemetry::ValueType type, std::span<const TimeNs> times,
                        const std::uint64_t *bits, const std::int64_t *qualities,
                        std::int64_t order)
{
    std::size_t i = static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), start())
                                             - times.begin());
    while (i < times.size() && times[i] < end()) {
        const int column = columnOf(times[i]);
        if (column < 0) { // only in a damaged block, whose times do not grow
            ++i;
            continue;
        }
        const TimeNs stop = edge(column + 1);
        const auto number = [&](std::size_t k) {
            return telemetry::numberOf(
                type, bits[k], static_cast<Quality>(qualities ? qualities[k] : std::int64_t(1)));
        };
        const double first = number(i);
        addFirst(column, times[i], first, order);
        double min = std::numeric_limits<double>::infinity();
        double max = -min;
        const std::size_t from = i;
        double v = first;
        for (; i < times.size() && times[i] < stop; ++i) {
            v = number(i);
            min = v < min ? v : min;
            max = v > max ? v : max;
        }
        addLast(column, times[i - 1], v, order);
        addRange(column, min, max, i - from,
                 static_cast<std::uint8_t>(qualities ? qualities[from] : 1));
        for (std::size_t k = from; qualities && k < i; ++k)
            addQuality(m_out[static_cast<std::size_t>(column)],
                       static_cast<std::uint8_t>(qualities[k]));
    }
}

void ColumnSink::addRange(int column, double min, double max, std::uint64_t count,
                          std::uint8_t quality)
{
    Column &c = m_out[static_cast<std::size_t>(column)];
    c.min = min < c.min ? min : c.min; // in this order NaN changes nothing
    c.max = max > c.max ? max : c.max;
    c.count += count;
    addQuality(c, quality);
}

void ColumnSink::addEntries(std::span<const Entry> sorted, std::int64_t order)
{
    for (const Entry &entry : sorted) {
        const int column = columnOf(entry.time);
        if (column >= 0 && column < count())
            addSample(column, entry.time, entry.number(), entry.quality(), order);
    }
}

} // namespace store
