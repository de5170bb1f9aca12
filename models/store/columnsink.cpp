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
    , m_ends(out.size(),
             Ends{std::numeric_limits<TimeNs>::max(), std::numeric_limits<TimeNs>::min(), 0, 0})
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

void ColumnSink::addFirst(std::size_t column, TimeNs time, double value, std::int64_t order)
{
    Ends &ends = m_ends[column];
    if (m_out[column].count > 0
        && (time > ends.firstTime || (time == ends.firstTime && order >= ends.firstOrder)))
        return;
    ends.firstTime = time;
    ends.firstOrder = order;
    m_out[column].first = value;
}

void ColumnSink::addLast(std::size_t column, TimeNs time, double value, std::int64_t order)
{
    Ends &ends = m_ends[column];
    if (m_out[column].count > 0
        && (time < ends.lastTime || (time == ends.lastTime && order < ends.lastOrder)))
        return;
    ends.lastTime = time;
    ends.lastOrder = order;
    m_out[column].last = value;
}

void ColumnSink::addSample(int column, TimeNs time, double value, std::uint8_t quality,
                           std::int64_t order)
{
    const auto i = static_cast<std::size_t>(column);
    addFirst(i, time, value, order);
    addLast(i, time, value, order);
    addRange(column, value, value, 1, quality);
}

void ColumnSink::addSummary(int column, const Summary &s, std::int64_t order)
{
    const auto i = static_cast<std::size_t>(column);
    addFirst(i, s.firstTime, s.first, order);
    addLast(i, s.lastTime, s.last, order);
    addRange(column, s.min, s.max, s.count, static_cast<std::uint8_t>(s.worst));
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
