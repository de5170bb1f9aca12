// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/column.h"

#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace telemetry {

/// What became of a sample given to Series::append().
enum class Appended : std::uint8_t {
    InOrder, ///< newer than (or as new as) all before
    Late, ///< older than the newest; put in its place
    Duplicate, ///< same time, same value as one that is there: not stored again
};

/// The recent samples of one signal in memory, in time order: chunks of 128 samples, packed without
/// loss, under an x16 pyramid of min/max/worst quality over chunks (16, 256, 4,096 ... chunks).
/// Columns are exact for any window: whole groups come from the pyramid, the edges from the
/// samples. The pyramid follows the samples, not the clock: cells of fixed width would cost a slow
/// signal more than its samples, and leave a burst without summary. Thread-safe: one writer, any
/// number of readers.
class Series
{
public:
    Series();
    ~Series();
    Series(const Series &) = delete;
    Series &operator=(const Series &) = delete;

    Appended append(TimeNs time, TimeNs received, ValueType type, std::uint64_t bits,
                    Quality quality);

    /// Fills out[i] for each column; out.size() must be grid.count. Exact for times >= firstTime().
    void columns(const ColumnGrid &grid, std::span<Column> out) const;

    /// Samples with start <= time < end, at most `limit` (the earliest).
    std::vector<Point> points(TimeNs start, TimeNs end, std::size_t limit) const;
    /// The newest sample with time <= `time`; false when there is none in memory.
    bool pointAt(TimeNs time, Point &out) const;

    bool last(Point &out) const; ///< newest by time; false when empty
    TimeNs firstTime() const; ///< oldest in memory, noTime when empty
    /// Memory holds every sample that this session got from here on; earlier ones may be only in
    /// the historian (from an earlier session, or evicted). noTime when empty.
    TimeNs completeFrom() const;
    TimeNs lastTime() const;
    std::uint64_t size() const; ///< samples in memory
    std::uint64_t total() const; ///< samples ever appended (without duplicates)
    /// Median distance of the newest 64 samples, ns; 0 while unknown.
    TimeNs typicalInterval() const;
    std::size_t bytes() const; ///< memory held, about
    /// Counts up whenever a sample is inserted before the end: cached columns are void then.
    std::uint64_t lateRevision() const;

    /// Forgets everything, as if nothing had come yet. The writer's thread.
    void clear();

    /// Drops the oldest whole chunks until about `bytesToFree` are freed; returns what was freed.
    /// Never drops the newest chunk.
    std::size_t evict(std::size_t bytesToFree);

private:
    friend class SeriesStore;
    struct Private;
    std::unique_ptr<Private> d;
};

/// All series by signal, and the memory budget over them. at() from the ingest thread creates;
/// find() from any thread only looks.
class SeriesStore
{
public:
    explicit SeriesStore(std::size_t budgetBytes);
    ~SeriesStore();

    Series &at(SignalId signal);
    std::shared_ptr<const Series> find(SignalId signal) const; ///< null when nothing has come yet
    void setBudget(std::size_t bytes);
    /// Called by the ingest thread now and then: evicts the oldest chunks when over budget.
    /// Returns bytes held afterwards.
    std::size_t enforceBudget();
    std::size_t bytes() const;
    void clear(); ///< Series::clear() of all. The ingest thread.

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace telemetry
