// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/commit.h"

#include <algorithm>

namespace store {

namespace {

constexpr std::size_t maxSharedTimes = 256;

std::uint64_t hashTimes(std::span<const Entry> sorted)
{
    std::uint64_t h = sorted.size();
    for (const Entry &entry : sorted) {
        h = (h ^ static_cast<std::uint64_t>(entry.time)) * 0x9e3779b97f4a7c15ull;
        h = (h ^ (h >> 29) ^ (entry.meta >> 16)) * 0xbf58476d1ce4e5b9ull;
    }
    return h;
}

} // namespace

CommitStatements::CommitStatements(Database &db)
    : insertTimes(db, "INSERT INTO times(times, delays) VALUES(?, ?) RETURNING id")
    , insertBlock(db,
                  "INSERT INTO blocks(signal, late, seq, t_first, t_last, stored_at, count, "
                  "first, last, min, max, "
                  "worst, times, data) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , insertJournal(db, "INSERT INTO journal(seq, data) VALUES(?, ?)")
    , deleteJournal(db, "DELETE FROM journal WHERE seq <= ?")
    , insertOpenTimes(db, "INSERT INTO open_times(times, delays) VALUES(?, ?) RETURNING id")
    , deleteOpenTimes(db, "DELETE FROM open_times WHERE id = ?")
    , replaceOpen(db,
                  "INSERT OR REPLACE INTO open_blocks(signal, through, count, times, data) "
                  "VALUES(?, ?, ?, ?, ?)")
    , selectOpen(db, selectSpilled)
    , insertPage(db, "INSERT OR REPLACE INTO pyramid(signal, level, page, data) VALUES(?, ?, ?, ?)")
    , selectSummaries(db,
                      "SELECT t_first, t_last, id, count, first, last, min, max, worst FROM blocks "
                      "WHERE signal = ? AND late = 0 AND seq BETWEEN ? AND ? ORDER BY seq")
    , selectPages(db,
                  "SELECT page, data FROM pyramid WHERE signal = ? AND level = ? AND page BETWEEN "
                  "? AND ? ORDER BY page")
    , lastMain(
          db,
          "SELECT seq, t_last FROM blocks WHERE signal = ? AND late = 0 ORDER BY seq DESC LIMIT 1")
    , lastLate(db, "SELECT max(seq) FROM blocks WHERE signal = ? AND late = 1")
    , setCommit(db, "UPDATE meta SET value = ? WHERE key = 'commit'")
{
}

bool loadKnown(CommitStatements &statements, OpenSignal &signal, SignalId id)
{
    statements.lastMain.bind(1, static_cast<std::int64_t>(id));
    if (statements.lastMain.next()) {
        signal.nextSeq = statements.lastMain.integer(0) + 1;
        signal.sealedTo = statements.lastMain.integer(1);
        statements.lastMain.reset();
    }
    statements.lastLate.bind(1, static_cast<std::int64_t>(id));
    if (statements.lastLate.next()) {
        const double last = statements.lastLate.real(0);
        signal.nextLateSeq = last == last ? statements.lastLate.integer(0) + 1 : 0;
        statements.lastLate.reset();
    }
    signal.known = statements.lastMain.ok() && statements.lastLate.ok();
    return signal.known;
}

Commit::Commit(Database &database, CommitStatements &statements, OpenSet &set, std::int64_t seq,
               TimeNs now)
    : m_database(database)
    , m_statements(statements)
    , m_set(set)
    , m_seq(seq)
    , m_now(now)
{
}

bool Commit::gather(const OpenSignal &signal, SignalId id, std::vector<Entry> &entries)
{
    if (signal.spilled > 0) {
        auto spilled = loadSpilled(m_database, m_statements.selectOpen, id);
        if (!spilled || spilled->size() != signal.spilled) {
            m_damaged = true;
            return false;
        }
        entries = std::move(*spilled);
    }
    entries.insert(entries.end(), signal.entries.begin(), signal.entries.end());
    sortByTime(entries);
    return true;
}

bool Commit::seal(SignalId id, bool everything)
{
    if (m_changed.contains(id))
        return true;
    const OpenSignal &signal = m_set.signalsById[id];
    std::vector<Entry> entries;
    if (!gather(signal, id, entries))
        return false;
    Change change{.signal = id,
                  .entries = {},
                  .sealedTo = signal.sealedTo,
                  .nextSeq = signal.nextSeq,
                  .nextLateSeq = signal.nextLateSeq};
    const auto behind = [&signal](const Entry &entry) { return entry.time < signal.sealedTo; };
    const std::span<const Entry> all(entries);
    const auto lateCount = static_cast<std::size_t>(
        std::partition_point(all.begin(), all.end(), behind) - all.begin());
    std::span<const Entry> late = all.first(lateCount);
    std::span<const Entry> main = all.subspan(lateCount);
    while (late.size() >= (everything ? 1 : lateSamples)) {
        const std::size_t n = std::min(late.size(), blockSamples);
        if (!writeBlock(id, true, change.nextLateSeq++, late.first(n)))
            return false;
        late = late.subspan(n);
    }
    while (main.size() >= (everything ? 1 : blockSamples + slackSamples)) {
        const std::size_t n = std::min(main.size(), blockSamples);
        if (!writeBlock(id, false, change.nextSeq, main.first(n))
            || !writePages(id, change.nextSeq))
            return false;
        ++change.nextSeq;
        change.sealedTo = main[n - 1].time;
        main = main.subspan(n);
    }
    change.entries.assign(late.begin(), late.end());
    change.entries.insert(change.entries.end(), main.begin(), main.end());
    if (!writeOpen(change, change.entries))
        return false;
    m_changed.emplace(id, m_changes.size());
    m_changes.push_back(std::move(change));
    return true;
}

bool Commit::save(SignalId id, bool release)
{
    const OpenSignal &signal = m_set.signalsById[id];
    if (m_changed.contains(id))
        return true;
    if (signal.total() >= fullSamples)
        return seal(id);
    std::vector<Entry> entries;
    if (!gather(signal, id, entries))
        return false;
    Change change{.signal = id,
                  .entries = {},
                  .sealedTo = signal.sealedTo,
                  .nextSeq = signal.nextSeq,
                  .nextLateSeq = signal.nextLateSeq};
    if (!writeOpen(change, entries))
        return false;
    change.spilled = release || signal.spilled > 0 ? static_cast<std::uint32_t>(entries.size()) : 0;
    change.keepEntries = change.spilled == 0;
    m_changed.emplace(id, m_changes.size());
    m_changes.push_back(std::move(change));
    return true;
}

bool Commit::writeOpen(Change &change, std::span<const Entry> sorted)
{
    std::string data;
    change.openTimes = 0;
    if (!sorted.empty()) {
        packBlock(sorted, data);
        if (!writeTimes(sorted, m_statements.insertOpenTimes, m_sharedOpenTimes, change.openTimes))
            return false;
        ++m_timesUsers[change.openTimes];
    }
    if (const std::int64_t before = m_set.signalsById[change.signal].openTimes; before > 0)
        --m_timesUsers[before];
    return m_statements.replaceOpen.bind(1, static_cast<std::int64_t>(change.signal))
        .bind(2, m_seq)
        .bind(3, static_cast<std::int64_t>(sorted.size()))
        .bind(4, change.openTimes)
        .bind(5, data)
        .run();
}

/// Deletes the times of open blocks that no signal uses any more.
bool Commit::dropUnusedTimes()
{
    for (const auto &[id, change] : m_timesUsers) {
        const auto it = m_set.timesUsers.find(id);
        const std::int64_t users = it == m_set.timesUsers.end() ? 0 : it->second;
        if (users + change == 0 && !m_statements.deleteOpenTimes.bind(1, id).run())
            return false;
    }
    return true;
}

bool Commit::writeTimes(std::span<const Entry> sorted, Statement &insert, SharedTimesMap &map,
                        std::int64_t &id)
{
    const std::uint64_t hash = hashTimes(sorted);
    if (const auto it = map.find(hash);
        it != map.end() && it->second.times.size() == sorted.size()) {
        const SharedTimes &shared = it->second;
        bool same = true;
        for (std::size_t i = 0; i < sorted.size() && same; ++i)
            same = sorted[i].time == shared.times[i] && sorted[i].delayMs() == shared.delays[i];
        if (same) {
            id = shared.id;
            return true;
        }
    }
    std::string times;
    std::string delays;
    packTimes(sorted, times);
    packDelays(sorted, delays);
    insert.bind(1, times).bind(2, delays);
    if (!insert.next())
        return false;
    id = insert.integer(0);
    if (!insert.run())
        return false;
    if (map.size() >= maxSharedTimes)
        map.clear();
    SharedTimes shared{id, {}, {}};
    for (const Entry &entry : sorted) {
        shared.times.push_back(entry.time);
        shared.delays.push_back(entry.delayMs());
    }
    map.insert_or_assign(hash, std::move(shared));
    return true;
}

bool Commit::writeBlock(SignalId id, bool late, std::int64_t seq, std::span<const Entry> sorted)
{
    std::int64_t times = 0;
    if (!writeTimes(sorted, m_statements.insertTimes, m_sharedTimes, times))
        return false;
    const Summary s = summarise(sorted);
    std::string data;
    packBlock(sorted, data);
    ++m_figures.blocks;
    return m_statements.insertBlock.bind(1, static_cast<std::int64_t>(id))
        .bind(2, std::int64_t(late))
        .bind(3, seq)
        .bind(4, s.firstTime)
        .bind(5, s.lastTime)
        .bind(6, m_now)
        .bind(7, static_cast<std::int64_t>(s.count))
        .bind(8, s.first)
        .bind(9, s.last)
        .bind(10, s.min)
        .bind(11, s.max)
        .bind(12, static_cast<std::int64_t>(s.worst))
        .bind(13, times)
        .bind(14, data)
        .run();
}

/// Writes the pyramid pages that the block `seq` completes.
bool Commit::writePages(SignalId id, std::int64_t seq)
{
    std::vector<Summary> children;
    for (int level = 1; level <= pageLevels && (seq + 1) % pageFanout == 0; ++level) {
        const std::int64_t page = seq / pageFanout;
        children.clear();
        Statement &select = level == 1 ? m_statements.selectSummaries : m_statements.selectPages;
        int place = 1;
        select.bind(place++, static_cast<std::int64_t>(id));
        if (level > 1)
            select.bind(place++, std::int64_t(level - 1));
        select.bind(place, page * pageFanout).bind(place + 1, seq);
        while (select.next()) {
            Summary s;
            if (level == 1) {
                s = {.firstTime = select.integer(0),
                     .lastTime = select.integer(1),
                     .id = select.integer(2),
                     .count = static_cast<std::uint64_t>(select.integer(3)),
                     .first = select.real(4),
                     .last = select.real(5),
                     .min = select.real(6),
                     .max = select.real(7),
                     .worst = static_cast<std::uint64_t>(select.integer(8))};
            } else {
                std::array<Summary, pageFanout> below;
                if (select.blob(1).size() != sizeof below)
                    continue;
                std::memcpy(below.data(), select.blob(1).data(), sizeof below);
                s = below[0];
                for (int i = 1; i < pageFanout; ++i)
                    extend(s, below[static_cast<std::size_t>(i)]);
                s.id = select.integer(0);
            }
            children.push_back(s);
        }
        if (!select.ok())
            return false;
        if (children.size() != pageFanout)
            return true; // retention took some of them
        const std::string_view data(reinterpret_cast<const char *>(children.data()),
                                    children.size() * sizeof(Summary));
        if (!m_statements.insertPage.bind(1, static_cast<std::int64_t>(id))
                 .bind(2, std::int64_t(level))
                 .bind(3, page)
                 .bind(4, data)
                 .run())
            return false;
        seq = page;
    }
    return true;
}

bool Commit::journal(std::span<const SignalId> dirty)
{
    std::vector<JournalRun> runs;
    for (const SignalId id : dirty) {
        const OpenSignal &signal = m_set.signalsById[id];
        if (m_changed.contains(id) || signal.journaled >= signal.entries.size())
            continue;
        runs.push_back({id, std::span(signal.entries).subspan(signal.journaled)});
        m_journaled.push_back(id);
    }
    if (!dropUnusedTimes() || !m_statements.setCommit.bind(1, m_seq).run())
        return false;
    if (runs.empty())
        return true;
    const std::string data = packJournal(runs);
    m_figures.journalBytes = data.size();
    return m_statements.insertJournal.bind(1, m_seq).bind(2, data).run();
}

void Commit::apply()
{
    for (Change &change : m_changes) {
        OpenSignal &signal = m_set.signalsById[change.signal];
        if (!change.keepEntries)
            m_set.replace(signal, std::move(change.entries));
        signal.journaled = static_cast<std::uint32_t>(signal.entries.size());
        signal.spilled = change.spilled;
        signal.pendingSince = 0;
        signal.through = m_seq;
        signal.openTimes = change.openTimes;
        signal.sealedTo = change.sealedTo;
        signal.nextSeq = change.nextSeq;
        signal.nextLateSeq = change.nextLateSeq;
    }
    for (const SignalId id : m_journaled) {
        OpenSignal &signal = m_set.signalsById[id];
        signal.journaled = static_cast<std::uint32_t>(signal.entries.size());
        if (signal.pendingSince == 0)
            signal.pendingSince = m_seq;
    }
    for (const auto &[id, change] : m_timesUsers) {
        const std::uint32_t users = m_set.timesUsers[id] += static_cast<std::uint32_t>(change);
        if (users == 0)
            m_set.timesUsers.erase(id);
    }
    m_set.commit = m_seq;
}

} // namespace store
