// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/series.h"
#include "models/telemetry/serieschunk.h"

#include <atomic>

namespace telemetry {

/// What a Series holds: packed chunks in time order, groups of 16, 256, 4,096 ... chunks with their
/// summaries above them, and one raw chunk that grows at the end.
struct Series::Private
{
    /// Of an empty series, with what the allocator and shared_ptr add; about.
    static constexpr std::size_t ownBytes = 48;
    static constexpr int tailSize = 128;
    static constexpr std::size_t fan = 16;

    struct Slot
    {
        TimeNs first;
        Chunk::Ptr chunk;
        Summary summary;
    };
    /// Only series with more than one chunk have this: most signals of a big fleet are slow.
    struct Sealed
    {
        std::vector<Slot> slots;
        std::size_t head = 0; ///< slots before are evicted
        std::vector<std::vector<Summary>> levels; ///< [k][g]: slots [g, g + 1) * 16^(k + 1)
    };
    /// Sample `index` of chunk `slot`; the tail is the slot behind the packed ones.
    struct Position
    {
        std::size_t slot = 0;
        int index = 0;
        bool operator==(const Position &) const = default;
    };

    mutable std::mutex mutex;
    std::unique_ptr<Sealed> sealed;
    Chunk::Ptr tail;
    Summary tailSummary;
    std::atomic<std::size_t> *account = nullptr; ///< the store's sum of bytes
    std::size_t held = 0;
    TimeNs lastTime = base::noTime;
    TimeNs firstArrival = base::noTime;
    TimeNs floor = base::noTime; ///< everything before is evicted
    std::uint64_t size = 0;
    std::uint64_t total = 0;
    std::uint64_t lateRevision = 0;

    void charge(std::size_t bytes);
    void refund(std::size_t bytes);

    std::size_t head() const { return sealed ? sealed->head : 0; }
    std::size_t tailSlot() const { return sealed ? sealed->slots.size() : 0; }
    const Chunk *chunkAt(std::size_t slot) const
    {
        return slot < tailSlot() ? sealed->slots[slot].chunk.get() : tail.get();
    }
    int countAt(std::size_t slot) const
    {
        const Chunk *chunk = chunkAt(slot);
        return chunk ? chunk->count() : 0;
    }
    Position begin() const { return {head(), 0}; }
    Position end() const { return {tailSlot(), countAt(tailSlot())}; }
    Position next(Position at) const;
    Position before(Position at) const;
    /// The first sample at or after `from` whose time is >= `time`.
    Position seek(Position from, TimeNs time) const;
    /// The last slot from `from` on that begins before `time`; `hint` slots further is a good
    /// guess.
    std::size_t slotOf(std::size_t from, std::size_t hint, TimeNs time) const;
    /// seek() with slotOf() known.
    Position seekFrom(Position from, std::size_t slot, TimeNs time) const;
    /// The first sample whose time is > `time`.
    Position after(TimeNs time) const;
    TimeNs firstInMemory() const;

    bool holdsBefore(Position end, const Point &point) const;
    void appendLast(const Point &point);
    void sealTail();
    void insertLate(Position at, const Point &point);
    void insertPacked(std::size_t slot, int index, const Point &point);
    void completeLevels();
    void voidLevelsFrom(std::size_t slot);

    void summarise(Position from, Position to, Summary &out) const;
    void summariseSlots(std::size_t from, std::size_t to, Summary &out) const;
    void fill(Position from, Position to, Column &out) const;
    std::size_t evictFirst();
    TimeNs firstSealedTime() const; ///< noTime when nothing can be evicted
};

} // namespace telemetry
