// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/seriesdata.h"

#include <algorithm>

namespace telemetry {

namespace {

// A flood of different values with one time stamp must not make append() quadratic.
constexpr int maxDuplicateSearch = 1'024;

int grownCapacity(int capacity)
{
    for (const int step : {1, 2, 3, 5, 8, 12, 20, 32, 64}) {
        if (step > capacity)
            return step;
    }
    return 128;
}

} // namespace

void Series::Private::charge(std::size_t bytes)
{
    held += bytes;
    if (account)
        account->fetch_add(bytes, std::memory_order_relaxed);
}

void Series::Private::refund(std::size_t bytes)
{
    held -= bytes;
    if (account)
        account->fetch_sub(bytes, std::memory_order_relaxed);
}

Series::Private::Position Series::Private::next(Position at) const
{
    if (at.index + 1 < countAt(at.slot) || at.slot == tailSlot())
        return {at.slot, at.index + 1};
    return {at.slot + 1, 0};
}

Series::Private::Position Series::Private::before(Position at) const
{
    if (at.index > 0)
        return {at.slot, at.index - 1};
    return {at.slot - 1, countAt(at.slot - 1) - 1};
}

TimeNs Series::Private::firstInMemory() const
{
    return head() < tailSlot() ? sealed->slots[head()].first : tail->time(0);
}

std::size_t Series::Private::slotOf(std::size_t from, std::size_t hint, TimeNs time) const
{
    const std::size_t tailAt = tailSlot();
    if (from >= tailAt || (countAt(tailAt) > 0 && tail->time(0) < time))
        return tailAt;
    // Gallop from where the last column's width would lead: mostly right at an even rate.
    const auto &slots = sealed->slots;
    std::size_t low = from;
    std::size_t high = tailAt;
    std::size_t step = 1;
    std::size_t probe = std::min(from + hint, tailAt - 1);
    if (probe > low && slots[probe].first >= time) {
        high = probe;
        while (high > low + step && slots[high - step].first >= time) {
            high -= step;
            step *= 2;
        }
        low = high > low + step ? high - step : low;
    } else {
        low = probe;
        while (low + step < high && slots[low + step].first < time) {
            low += step;
            step *= 2;
        }
        high = std::min(low + step, high);
    }
    const auto behind = std::partition_point(slots.begin() + static_cast<std::ptrdiff_t>(low),
                                             slots.begin() + static_cast<std::ptrdiff_t>(high),
                                             [time](const Slot &s) { return s.first < time; });
    const auto found = static_cast<std::size_t>(behind - slots.begin());
    return found > from ? found - 1 : from;
}

Series::Private::Position Series::Private::seekFrom(Position from, std::size_t slot,
                                                    TimeNs time) const
{
    if (from == end() || chunkAt(from.slot)->time(from.index) >= time)
        return from;
    const int index = chunkAt(slot)->lowerBound(time);
    if (slot < tailSlot() && index == countAt(slot))
        return {slot + 1, 0};
    return {slot, index};
}

Series::Private::Position Series::Private::seek(Position from, TimeNs time) const
{
    if (from == end() || chunkAt(from.slot)->time(from.index) >= time)
        return from;
    return seekFrom(from, slotOf(from.slot, 1, time), time);
}

Series::Private::Position Series::Private::after(TimeNs time) const
{
    return time == INT64_MAX ? end() : seek(begin(), time + 1);
}

bool Series::Private::holdsBefore(Position at, const Point &point) const
{
    const Position first = begin();
    for (int n = 0; n < maxDuplicateSearch && at != first; ++n) {
        at = before(at);
        const Chunk *chunk = chunkAt(at.slot);
        if (chunk->time(at.index) != point.time)
            return false;
        if (chunk->bits(at.index) == point.bits && chunk->type(at.index) == point.type)
            return true;
    }
    return false;
}

void Series::Private::appendLast(const Point &point)
{
    if (!tail) {
        tail = Chunk::raw(grownCapacity(0));
        charge(tail->bytes());
    } else if (tail->count() == tail->capacity()) {
        refund(tail->bytes());
        tail = tail->grown(grownCapacity(tail->capacity()));
        charge(tail->bytes());
    }
    tail->push(point);
    tailSummary.add(point.number(), qualityRank(point.quality));
    lastTime = point.time;
    ++size;
    if (tail->count() == tailSize)
        sealTail();
}

void Series::Private::sealTail()
{
    if (!sealed) {
        sealed = std::make_unique<Sealed>();
        charge(sizeof(Sealed));
    }
    Chunk::Ptr packed = Chunk::pack(*tail, 0, tail->count());
    charge(packed->bytes() + sizeof(Slot));
    const TimeNs first = packed->time(0);
    sealed->slots.push_back({first, std::move(packed), tailSummary});
    tail->clear();
    tailSummary = {};
    if (sealed->slots.size() % fan == 0)
        completeLevels();
}

void Series::Private::insertLate(Position at, const Point &point)
{
    ++size;
    if (at.slot < tailSlot() || (at.index == 0 && countAt(at.slot) == 0)) {
        if (at.index == 0 && at.slot > head())
            insertPacked(at.slot - 1, countAt(at.slot - 1), point);
        else
            insertPacked(at.slot, at.index, point);
        return;
    }
    if (tail->count() == tail->capacity()) {
        refund(tail->bytes());
        tail = tail->grown(grownCapacity(tail->capacity()));
        charge(tail->bytes());
    }
    tail->insert(at.index, point);
    tailSummary.add(point.number(), qualityRank(point.quality));
    if (tail->count() == tailSize)
        sealTail();
}

void Series::Private::insertPacked(std::size_t slot, int index, const Point &point)
{
    auto &slots = sealed->slots;
    const Chunk::Ptr old = std::move(slots[slot].chunk);
    std::vector<Point> points;
    points.reserve(static_cast<std::size_t>(old->count()) + 1);
    for (int i = 0; i < old->count(); ++i)
        points.push_back(old->point(i));
    points.insert(points.begin() + index, point);
    refund(old->bytes());

    const auto store = [&](Slot &into, std::span<const Point> part) {
        into.chunk = Chunk::pack(part);
        into.first = part.front().time;
        into.summary = {};
        into.chunk->summarise(0, into.chunk->count(), into.summary);
        charge(into.chunk->bytes());
    };
    const std::span<const Point> all(points);
    if (all.size() <= Chunk::maxPacked) {
        store(slots[slot], all);
        std::size_t group = slot / fan;
        for (auto &level : sealed->levels) {
            if (group < level.size())
                level[group].add(point.number(), qualityRank(point.quality));
            group /= fan;
        }
        return;
    }
    const std::size_t half = all.size() / 2;
    Slot second{};
    store(second, all.subspan(half));
    store(slots[slot], all.first(half));
    slots.insert(slots.begin() + static_cast<std::ptrdiff_t>(slot) + 1, std::move(second));
    charge(sizeof(Slot));
    voidLevelsFrom(slot);
}

void Series::Private::voidLevelsFrom(std::size_t slot)
{
    for (auto &level : sealed->levels) {
        slot /= fan;
        if (level.size() > slot)
            level.resize(slot);
    }
}

void Series::Private::completeLevels()
{
    if (!sealed)
        return;
    std::size_t groups = sealed->slots.size() / fan;
    for (std::size_t k = 0; groups > 0; ++k, groups /= fan) {
        if (k == sealed->levels.size())
            sealed->levels.emplace_back();
        auto &level = sealed->levels[k];
        for (std::size_t g = level.size(); g < groups; ++g) {
            Summary sum;
            for (std::size_t i = g * fan; i < (g + 1) * fan; ++i)
                sum.add(k == 0 ? sealed->slots[i].summary : sealed->levels[k - 1][i]);
            level.push_back(sum);
        }
    }
}

void Series::Private::summariseSlots(std::size_t from, std::size_t to, Summary &out) const
{
    while (from < to) {
        std::size_t width = 1;
        const Summary *best = &sealed->slots[from].summary;
        for (const auto &level : sealed->levels) {
            const std::size_t wider = width * fan;
            if (from % wider != 0 || from + wider > to)
                break;
            width = wider;
            best = &level[from / wider];
        }
        out.add(*best);
        from += width;
    }
}

void Series::Private::summarise(Position from, Position to, Summary &out) const
{
    if (from.slot == to.slot) {
        chunkAt(from.slot)->summarise(from.index, to.index, out);
        return;
    }
    if (from.index > 0) {
        chunkAt(from.slot)->summarise(from.index, countAt(from.slot), out);
        ++from.slot;
    }
    summariseSlots(from.slot, to.slot, out);
    if (to.index == 0)
        return;
    if (to.slot == tailSlot() && to.index == tail->count())
        out.add(tailSummary);
    else
        chunkAt(to.slot)->summarise(0, to.index, out);
}

void Series::Private::fill(Position from, Position to, Column &out) const
{
    Summary sum;
    summarise(from, to, sum);
    const Position last = before(to);
    out.first = chunkAt(from.slot)->number(from.index);
    out.last = chunkAt(last.slot)->number(last.index);
    out.min = sum.min;
    out.max = sum.max;
    out.count = sum.count;
    out.worst = static_cast<std::uint8_t>(qualityOfRank(sum.rank));
}

TimeNs Series::Private::firstSealedTime() const
{
    const std::size_t packed = tailSlot() - head();
    if (packed == 0 || (packed == 1 && countAt(tailSlot()) == 0))
        return base::noTime;
    return sealed->slots[head()].first;
}

std::size_t Series::Private::evictFirst()
{
    if (firstSealedTime() == base::noTime)
        return 0;
    auto &slots = sealed->slots;
    const Chunk::Ptr gone = std::move(slots[sealed->head].chunk);
    // A sample with the same time may be gone: memory is whole only from the next nanosecond on.
    const TimeNs last = gone->time(gone->count() - 1);
    floor = std::max(floor, last == INT64_MAX ? last : last + 1);
    size -= static_cast<std::uint64_t>(gone->count());
    std::size_t freed = gone->bytes();
    refund(freed);
    ++sealed->head;
    if (sealed->head * 2 > slots.size()) {
        const std::size_t dropped = sealed->head;
        slots.erase(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(dropped));
        sealed->head = 0;
        sealed->levels.clear();
        refund(dropped * sizeof(Slot));
        freed += dropped * sizeof(Slot);
    }
    return freed;
}

} // namespace telemetry
