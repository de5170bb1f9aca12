// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/openset.h"

#include "models/store/journal.h"

#include <QCoreApplication>

#include <algorithm>

namespace store {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(store::OpenSet)
};

base::Result<> damaged(const Database &database)
{
    return base::failure(Text::tr("The history %1 is damaged (a journal row cannot be read); move "
                                  "it aside to start a new one.")
                             .arg(database.path()),
                         base::ErrorCode::BadInput);
}

} // namespace

base::Result<> loadOpenSet(Database &database, OpenSet &set,
                           const std::function<bool(std::int64_t row)> &skip)
{
    set.signalsById.clear();
    set.timesUsers.clear();
    set.heldBytes = 0;
    Statement commit(database, "SELECT value FROM meta WHERE key = 'commit'");
    set.commit = commit.next() ? commit.integer(0) : 0;
    commit.reset();
    Statement open(database, "SELECT signal, through, count, times FROM open_blocks");
    while (open.next()) {
        const std::int64_t id = open.integer(0);
        if (id < 0 || id >= maxSignalId)
            return damaged(database);
        OpenSignal &signal = set.at(static_cast<SignalId>(id));
        signal.through = open.integer(1);
        signal.spilled = static_cast<std::uint32_t>(open.integer(2));
        signal.openTimes = open.integer(3);
        if (signal.openTimes > 0)
            ++set.timesUsers[signal.openTimes];
    }
    Statement rows(database, "SELECT seq, data FROM journal ORDER BY seq");
    while (rows.next()) {
        const std::int64_t seq = rows.integer(0);
        const auto take = [&](SignalId id, std::span<const Entry> entries) {
            if (id >= maxSignalId)
                return;
            OpenSignal &signal = set.at(id);
            if (seq <= signal.through)
                return;
            for (const Entry &entry : entries)
                set.put(signal, entry);
            signal.journaled = static_cast<std::uint32_t>(signal.entries.size());
            if (signal.pendingSince == 0)
                signal.pendingSince = seq;
        };
        if (!unpackJournal(rows.blob(1), take) && !(skip && skip(seq)))
            return damaged(database);
    }
    if (commit.ok() && open.ok() && !rows.ok() && skip && skip(-1))
        return {}; // the rest of the journal cannot be reached
    if (!commit.ok() || !open.ok() || !rows.ok())
        return tl::unexpected(database.error());
    return {};
}

base::Result<std::vector<Entry>> loadSpilled(Database &database, Statement &select, SignalId signal)
{
    std::vector<Entry> entries;
    select.bind(1, static_cast<std::int64_t>(signal));
    if (select.next()) {
        const bool good = unpackEntries(select.blob(0), select.blob(1), select.blob(2), entries);
        select.reset();
        if (!good)
            return tl::unexpected(damaged(database).error());
    } else if (!select.ok()) {
        return tl::unexpected(database.error());
    }
    return entries;
}

void sortByTime(std::vector<Entry> &entries)
{
    const auto earlier = [](const Entry &a, const Entry &b) { return a.time < b.time; };
    if (!std::is_sorted(entries.begin(), entries.end(), earlier))
        std::stable_sort(entries.begin(), entries.end(), earlier);
}

} // namespace store
