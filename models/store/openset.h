// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/block.h"
#include "models/store/database.h"

#include <functional>
#include <limits>
#include <shared_mutex>
#include <unordered_map>

namespace store {

using telemetry::SignalId;

inline constexpr std::size_t blockSamples = 4096; ///< samples of a sealed block
inline constexpr std::size_t slackSamples =
    128; ///< newest ones stay open, so that small disorder is not late
inline constexpr std::size_t lateSamples = 512; ///< as many late ones make a block of their own
/// From here on something can be sealed; what stays open afterwards is always less.
inline constexpr std::size_t fullSamples = blockSamples + slackSamples + lateSamples;
inline constexpr SignalId maxSignalId = 1u << 24;

/// The part of a signal's history that is not in a sealed block yet.
struct OpenSignal
{
    std::vector<Entry> entries; ///< in order of arrival
    std::uint32_t journaled = 0; ///< the first so many are committed
    std::uint32_t spilled = 0; ///< earlier ones, only in open_blocks
    std::int64_t pendingSince = 0; ///< oldest journal row that is needed for this signal, 0: none
    std::int64_t through = 0; ///< journal rows up to here are in open_blocks or sealed
    std::int64_t openTimes = 0; ///< row of open_times, 0: none
    TimeNs sealedTo = std::numeric_limits<TimeNs>::min();
    std::int64_t nextSeq = 0;
    std::int64_t nextLateSeq = 0;
    bool known = false; ///< the three above are loaded

    std::uint32_t touchedHour =
        0; ///< when the newest sample arrived, hours since 1970; 0: not known

    std::size_t total() const { return entries.size() + spilled; }
};

/// All open signals. The writer changes it under the exclusive lock, together with COMMIT, so that
/// a reader who begins its transaction under the shared lock sees every sample exactly once.
struct OpenSet
{
    std::shared_mutex mutex;
    std::vector<OpenSignal> signalsById; ///< index: SignalId
    std::unordered_map<std::int64_t, std::uint32_t> timesUsers; ///< signals per row of open_times
    std::size_t heldBytes = 0; ///< capacity of all entries
    std::int64_t commit = -1; ///< number of the commit this stands for

    OpenSignal &at(SignalId id)
    {
        if (id >= signalsById.size())
            signalsById.resize(std::max<std::size_t>(id + std::size_t(1),
                                                     signalsById.size() + signalsById.size() / 2));
        return signalsById[id];
    }
    void put(OpenSignal &signal, const Entry &entry)
    {
        const std::size_t before = signal.entries.capacity();
        if (signal.entries.size() == before) // doubling would waste half of a hundred megabytes
            signal.entries.reserve(std::max<std::size_t>(8, before + before / 2));
        signal.entries.push_back(entry);
        heldBytes += (signal.entries.capacity() - before) * sizeof(Entry);
    }
    void replace(OpenSignal &signal, std::vector<Entry> entries)
    {
        heldBytes -= signal.entries.capacity() * sizeof(Entry);
        signal.entries = std::move(entries);
        heldBytes += signal.entries.capacity() * sizeof(Entry);
    }
};

/// Rebuilds the set from open_blocks and the journal. Spilled samples stay on disk. A damaged row
/// of the journal is an error unless `skip` says that it may be left out.
base::Result<> loadOpenSet(Database &database, OpenSet &set,
                           const std::function<bool(std::int64_t row)> &skip = {});

/// Spilled samples of a signal, in time order; empty when it has none.
base::Result<std::vector<Entry>> loadSpilled(Database &database, Statement &select,
                                             SignalId signal);
inline constexpr const char *selectSpilled =
    "SELECT t.times, t.delays, o.data FROM open_blocks o "
    "JOIN open_times t ON t.id = o.times WHERE o.signal = ? AND o.count > 0";

void sortByTime(std::vector<Entry> &entries); ///< stable

} // namespace store
