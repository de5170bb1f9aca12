// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/journal.h"
#include "models/store/openset.h"

#include <unordered_map>

namespace store {

/// The statements that write samples; made once per connection.
struct CommitStatements
{
    explicit CommitStatements(Database &database);

    Statement insertTimes;
    Statement insertBlock;
    Statement insertJournal;
    Statement deleteJournal;
    Statement insertOpenTimes;
    Statement deleteOpenTimes;
    Statement replaceOpen;
    Statement selectOpen;
    Statement insertPage;
    Statement selectSummaries;
    Statement selectPages;
    Statement lastMain;
    Statement lastLate;
    Statement setCommit;
};

/// Figures of one commit.
struct CommitFigures
{
    std::uint64_t blocks = 0;
    std::uint64_t journalBytes = 0;
};

/// Writes the samples of one transaction: full signals become sealed blocks, signals to save go to
/// open_blocks, everything else that is new goes into one journal row. Changes the database only;
/// apply() changes the open set and must be called after COMMIT succeeded, under its lock.
class Commit
{
public:
    Commit(Database &database, CommitStatements &statements, OpenSet &set, std::int64_t seq,
           TimeNs now);

    /// Seals full blocks; `everything`: also what would stay open, of a signal that has gone
    /// silent. False: see Database::error().
    bool seal(SignalId id, bool everything = false);
    bool save(SignalId id, bool release); ///< to open_blocks; `release` frees its memory
    bool journal(std::span<const SignalId> dirty);
    void apply();

    const CommitFigures &figures() const { return m_figures; }
    bool damaged() const
    {
        return m_damaged;
    } ///< stored samples of a signal could not be read back

private:
    struct Change
    {
        SignalId signal;
        std::vector<Entry> entries;
        std::uint32_t spilled = 0;
        std::int64_t openTimes = 0;
        TimeNs sealedTo = 0;
        std::int64_t nextSeq = 0;
        std::int64_t nextLateSeq = 0;
        bool keepEntries = false;
    };
    struct SharedTimes
    {
        std::int64_t id;
        std::vector<TimeNs> times;
        std::vector<std::int64_t> delays;
    };

    using SharedTimesMap = std::unordered_map<std::uint64_t, SharedTimes>; ///< by hash

    bool gather(const OpenSignal &signal, SignalId id, std::vector<Entry> &entries);
    bool writeBlock(SignalId id, bool late, std::int64_t seq, std::span<const Entry> sorted);
    bool writeTimes(std::span<const Entry> sorted, Statement &insert, SharedTimesMap &map,
                    std::int64_t &id);
    bool writePages(SignalId id, std::int64_t seq);
    bool writeOpen(Change &change, std::span<const Entry> sorted);
    bool dropUnusedTimes();

    Database &m_database;
    CommitStatements &m_statements;
    OpenSet &m_set;
    const std::int64_t m_seq;
    const TimeNs m_now; ///< when blocks of this commit count as stored
    std::vector<Change> m_changes;
    std::unordered_map<SignalId, std::size_t> m_changed;
    std::vector<SignalId> m_journaled;
    SharedTimesMap m_sharedTimes;
    SharedTimesMap m_sharedOpenTimes;
    std::unordered_map<std::int64_t, std::int64_t> m_timesUsers; ///< changes to OpenSet::timesUsers
    CommitFigures m_figures;
    bool m_damaged = false;
};

/// Loads sealedTo and the next sequence numbers of a signal.
bool loadKnown(CommitStatements &statements, OpenSignal &signal, SignalId id);

inline constexpr int pageFanout = 16;
inline constexpr int pageLevels = 5; ///< 16^5 blocks: 4 thousand million samples below one page

} // namespace store
