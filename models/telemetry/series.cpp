// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/seriesdata.h"

#include <algorithm>
#include <array>

namespace telemetry {

Series::Series()
    : d(std::make_unique<Private>())
{
    d->held = sizeof(Series) + sizeof(Private) + Private::ownBytes;
}

Series::~Series() = default;

void Series::clear()
{
    const std::lock_guard lock(d->mutex);
    d->sealed.reset();
    d->tail.reset();
    d->tailSummary = {};
    d->refund(d->held - (sizeof(Series) + sizeof(Private) + Private::ownBytes));
    d->lastTime = base::noTime;
    d->firstArrival = base::noTime;
    d->floor = base::noTime;
    d->size = 0;
    d->total = 0;
    ++d->lateRevision;
}

Appended Series::append(TimeNs time, TimeNs received, ValueType type, std::uint64_t bits,
                        Quality quality)
{
    const Point point{time, received, bits, type, quality};
    const std::lock_guard lock(d->mutex);
    if (d->size == 0 || time >= d->lastTime) {
        if (time == d->lastTime && d->holdsBefore(d->end(), point))
            return Appended::Duplicate;
        if (d->total++ == 0)
            d->firstArrival = time;
        d->appendLast(point);
        return Appended::InOrder;
    }
    if (time >= d->floor) {
        const Private::Position at = d->after(time);
        if (d->holdsBefore(at, point))
            return Appended::Duplicate;
        d->insertLate(at, point);
    }
    ++d->total;
    ++d->lateRevision;
    return Appended::Late;
}

void Series::columns(const ColumnGrid &grid, std::span<Column> out) const
{
    std::fill(out.begin(), out.end(), Column());
    if (grid.count <= 0 || grid.end <= grid.start)
        return;
    const std::lock_guard lock(d->mutex);
    if (d->size == 0)
        return;
    d->completeLevels();
    const auto columns = std::min(static_cast<std::size_t>(grid.count), out.size());
    // Chunks at the edges are far apart in memory: found first, and fetched ahead of their use.
    constexpr std::size_t ahead = 8;
    Private::Position from = d->seek(d->begin(), grid.start);
    std::array<std::size_t, ahead> slots{};
    std::size_t slot = from.slot;
    std::size_t hint = 1;
    for (std::size_t i = 0; i < columns + ahead; ++i) {
        const std::size_t next = i % ahead;
        if (i >= ahead) {
            const TimeNs edge = grid.edge(static_cast<int>(i - ahead) + 1);
            const Private::Position to = d->seekFrom(from, slots[next], edge);
            if (to != from)
                d->fill(from, to, out[i - ahead]);
            from = to;
        }
        if (i < columns) {
            const std::size_t found = d->slotOf(slot, hint, grid.edge(static_cast<int>(i) + 1));
            if (found != slot && d->chunkAt(found))
                d->chunkAt(found)->prefetch();
            hint = found - slot;
            slot = slots[next] = found;
        }
    }
}

std::vector<Point> Series::points(TimeNs start, TimeNs end, std::size_t limit) const
{
    std::vector<Point> out;
    const std::lock_guard lock(d->mutex);
    if (d->size == 0 || end <= start)
        return out;
    const Private::Position last = d->end();
    for (auto at = d->seek(d->begin(), start); at != last && out.size() < limit; at = d->next(at)) {
        const Point point = d->chunkAt(at.slot)->point(at.index);
        if (point.time >= end)
            break;
        out.push_back(point);
    }
    return out;
}

bool Series::pointAt(TimeNs time, Point &out) const
{
    const std::lock_guard lock(d->mutex);
    if (d->size == 0)
        return false;
    const Private::Position at = time >= d->lastTime ? d->end() : d->after(time);
    if (at == d->begin())
        return false;
    const Private::Position found = d->before(at);
    out = d->chunkAt(found.slot)->point(found.index);
    return true;
}

bool Series::last(Point &out) const
{
    const std::lock_guard lock(d->mutex);
    if (d->size == 0)
        return false;
    const Private::Position at = d->before(d->end());
    out = d->chunkAt(at.slot)->point(at.index);
    return true;
}

TimeNs Series::firstTime() const
{
    const std::lock_guard lock(d->mutex);
    return d->size == 0 ? base::noTime : std::max(d->firstInMemory(), d->floor);
}

TimeNs Series::completeFrom() const
{
    const std::lock_guard lock(d->mutex);
    return d->size == 0 ? base::noTime : std::max(d->firstArrival, d->floor);
}

TimeNs Series::lastTime() const
{
    const std::lock_guard lock(d->mutex);
    return d->size == 0 ? base::noTime : d->lastTime;
}

std::uint64_t Series::size() const
{
    const std::lock_guard lock(d->mutex);
    return d->size;
}

std::uint64_t Series::total() const
{
    const std::lock_guard lock(d->mutex);
    return d->total;
}

TimeNs Series::typicalInterval() const
{
    const std::lock_guard lock(d->mutex);
    std::array<std::uint64_t, 64> steps{};
    std::size_t found = 0;
    Private::Position at = d->end();
    TimeNs later = d->lastTime;
    for (std::uint64_t n = 0; n < d->size && found < steps.size(); ++n) {
        at = d->before(at);
        const TimeNs time = d->chunkAt(at.slot)->time(at.index);
        if (n > 0)
            steps[found++] = static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(time);
        later = time;
    }
    if (found == 0)
        return 0;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(found / 2);
    std::nth_element(steps.begin(), middle, steps.begin() + static_cast<std::ptrdiff_t>(found));
    return static_cast<TimeNs>(std::min<std::uint64_t>(*middle, INT64_MAX));
}

std::size_t Series::bytes() const
{
    const std::lock_guard lock(d->mutex);
    return d->held;
}

std::uint64_t Series::lateRevision() const
{
    const std::lock_guard lock(d->mutex);
    return d->lateRevision;
}

std::size_t Series::evict(std::size_t bytesToFree)
{
    const std::lock_guard lock(d->mutex);
    std::size_t freed = 0;
    while (freed < bytesToFree) {
        const std::size_t bytes = d->evictFirst();
        if (bytes == 0)
            break;
        freed += bytes;
    }
    return freed;
}

} // namespace telemetry
