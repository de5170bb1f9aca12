// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/seriesdata.h"

#include <algorithm>
#include <shared_mutex>

namespace telemetry {

struct SeriesStore::Private
{
    mutable std::shared_mutex mutex;
    std::vector<std::shared_ptr<Series>> series; ///< by SignalId; written by the ingest thread only
    std::atomic<std::size_t> budget;
    std::atomic<std::size_t> held = 0;
    Series nowhere; ///< takes what has no signal
};

SeriesStore::SeriesStore(std::size_t budgetBytes)
    : d(std::make_unique<Private>())
{
    d->budget = budgetBytes;
}

SeriesStore::~SeriesStore()
{
    for (const auto &series : d->series) {
        if (!series)
            continue;
        const std::lock_guard lock(series->d->mutex); // a reader may keep it longer than the store
        series->d->account = nullptr;
    }
}

Series &SeriesStore::at(SignalId signal)
{
    // No lock: nobody but this thread ever writes the vector.
    if (signal < d->series.size() && d->series[signal])
        return *d->series[signal];
    if (signal == noId)
        return d->nowhere;
    auto made = std::make_shared<Series>();
    made->d->account = &d->held;
    d->held.fetch_add(made->d->held, std::memory_order_relaxed);
    const std::unique_lock lock(d->mutex);
    if (signal >= d->series.size())
        d->series.resize(static_cast<std::size_t>(signal) + 1);
    d->series[signal] = std::move(made);
    return *d->series[signal];
}

std::shared_ptr<const Series> SeriesStore::find(SignalId signal) const
{
    const std::shared_lock lock(d->mutex);
    return signal < d->series.size() ? d->series[signal] : nullptr;
}

void SeriesStore::clear()
{
    for (const auto &series : d->series) {
        if (series)
            series->clear();
    }
}

void SeriesStore::setBudget(std::size_t bytes)
{
    d->budget = bytes;
}

std::size_t SeriesStore::bytes() const
{
    return d->held;
}

std::size_t SeriesStore::enforceBudget()
{
    const std::size_t budget = d->budget;
    if (d->held <= budget)
        return d->held;
    struct Oldest
    {
        TimeNs time;
        Series::Private *series;
        bool operator<(const Oldest &other) const
        {
            return time > other.time;
        } // a heap's top is last
    };
    std::vector<Oldest> heap;
    for (const auto &series : d->series) {
        if (!series)
            continue;
        const std::lock_guard lock(series->d->mutex);
        const TimeNs time = series->d->firstSealedTime();
        if (time != base::noTime)
            heap.push_back({time, series->d.get()});
    }
    std::make_heap(heap.begin(), heap.end());
    // Somewhat below the budget, so that this is not done again for every chunk.
    const std::size_t goal = budget - budget / 10;
    while (d->held > goal && !heap.empty()) {
        std::pop_heap(heap.begin(), heap.end());
        Oldest &top = heap.back();
        const std::lock_guard lock(top.series->mutex);
        top.series->evictFirst();
        top.time = top.series->firstSealedTime();
        if (top.time == base::noTime)
            heap.pop_back();
        else
            std::push_heap(heap.begin(), heap.end());
    }
    return d->held;
}

} // namespace telemetry
