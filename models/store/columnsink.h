// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/block.h"

namespace store {

/// Collects samples, minis and whole summaries into the columns of a grid. Order does not matter:
/// first and last are decided by (time, order of the block), everything else merges.
class ColumnSink
{
public:
    ColumnSink(const telemetry::ColumnGrid &grid, std::span<telemetry::Column> out);

    TimeNs start() const { return m_edges.front(); }
    TimeNs end() const { return m_edges.back(); }
    /// Column of a time, -1 before the window, count() behind it.
    int columnOf(TimeNs time) const;
    int count() const { return static_cast<int>(m_out.size()); }
    TimeNs edge(int column) const { return m_edges[static_cast<std::size_t>(column)]; }

    /// The order of a block; larger arrived later. Open samples come after all blocks.
    static constexpr std::int64_t openOrder = INT64_MAX;
    void addSample(int column, TimeNs time, double value, std::uint8_t quality, std::int64_t order);
    void addSummary(int column, const Summary &summary, std::int64_t order);
    /// Samples of one type in time order, all Good unless `qualities` is given.
    void addRun(telemetry::ValueType type, std::span<const TimeNs> times, const std::uint64_t *bits,
                const std::int64_t *qualities, std::int64_t order);
    /// A value known to be the first or last of a block, where the block's other samples are added
    /// by range.
    void addFirst(int column, TimeNs time, double value, std::int64_t order);
    void addLast(int column, TimeNs time, double value, std::int64_t order);
    void addRange(int column, double min, double max, std::uint64_t count, std::uint8_t quality);
    void addEntries(std::span<const Entry> sorted, std::int64_t order);

private:
    struct Ends
    {
        bool hasFirst = false;
        bool hasLast = false;
        TimeNs firstTime = 0;
        TimeNs lastTime = 0;
        std::int64_t firstOrder = 0;
        std::int64_t lastOrder = 0;
    };
    void addQuality(telemetry::Column &column, std::uint8_t quality) const;

    std::vector<TimeNs> m_edges;
    std::span<telemetry::Column> m_out;
    std::vector<Ends> m_ends;
    double m_columnsPerNs;
};

} // namespace store
