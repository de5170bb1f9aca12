// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/writer.h"

#include <QVariant>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int blocksPerStep = 256;

} // namespace

/// Open samples are in no block, so no block's age takes them. Signals that have been silent for a
/// quarter of the retention time, at least a day, get theirs sealed, so that they age as well.
/// Looks once an hour.
void Writer::findSilent(int retentionDays)
{
    const auto hour = static_cast<std::uint32_t>(now() / base::nsPerHour);
    if (retentionDays <= 0 || hour == m_silentHour || !m_silent.empty())
        return;
    m_silentHour = hour;
    const auto silent = static_cast<std::uint32_t>(std::max(24, retentionDays * 6));
    for (std::size_t i = 0; i < m_set.signalsById.size(); ++i) {
        OpenSignal &signal = m_set.signalsById[i];
        if (signal.total() == 0)
            continue;
        if (signal.touchedHour == 0)
            signal.touchedHour = hour; // from an earlier run: its time starts now
        else if (hour >= signal.touchedHour + silent)
            m_silent.push_back(static_cast<SignalId>(i));
    }
    if (!m_silent.empty())
        m_oldest = Steady::now();
}

/// Deletes the oldest whole blocks (by arrival: ids grow) in one small transaction; comes back
/// soon while there is more to do.
void Writer::retentionStep()
{
    int days;
    std::int64_t bytes;
    TimeNs keep;
    {
        const std::lock_guard lock(m_mutex);
        days = m_retentionDays;
        bytes = m_retentionBytes;
        keep = m_keep > 0 ? m_keep : days * 24 * base::nsPerHour;
    }
    m_nextRetention = Steady::now() + 1s;
    findSilent(days);
    publishSize();
    const TimeNs oldest = keep > 0 ? now() - keep : std::numeric_limits<TimeNs>::min();
    const qint64 pageSize = m_database->value(u"PRAGMA page_size"_s).toLongLong();
    const qint64 used = (m_database->value(u"PRAGMA page_count"_s).toLongLong()
                         - m_database->value(u"PRAGMA freelist_count"_s).toLongLong())
        * pageSize;
    std::int64_t tooMuch = bytes > 0 ? used - bytes : 0;

    struct Victim
    {
        std::int64_t id, signal, late, seq, count;
    };
    std::vector<Victim> victims;
    Statement select(*m_database,
                     "SELECT id, signal, late, seq, count, stored_at, length(data) FROM blocks "
                     "ORDER BY id LIMIT ?");
    select.bind(1, std::int64_t(blocksPerStep));
    while (select.next()) {
        if (select.integer(5) >= oldest && tooMuch <= 0)
            break;
        tooMuch -= select.integer(6);
        victims.push_back({select.integer(0), select.integer(1), select.integer(2),
                           select.integer(3), select.integer(4)});
    }
    select.reset();
    if (victims.empty() || !m_database->run(u"BEGIN IMMEDIATE"_s)) {
        shrink(1'024);
        return;
    }
    Statement erasePage(*m_database,
                        "DELETE FROM pyramid WHERE signal = ? AND level = ? AND page = ?");
    bool good = true;
    std::uint64_t samples = 0;
    for (const Victim &victim : victims) {
        samples += static_cast<std::uint64_t>(victim.count);
        std::int64_t page = victim.seq;
        for (int level = 1; level <= pageLevels && victim.late == 0; ++level) {
            page /= pageFanout;
            good = good
                && erasePage.bind(1, victim.signal)
                       .bind(2, std::int64_t(level))
                       .bind(3, page)
                       .run();
        }
    }
    Statement eraseBlocks(*m_database, "DELETE FROM blocks WHERE id <= ?");
    // Blocks of one commit share times; a commit seals fewer than the blocks looked at here.
    Statement eraseTimes(
        *m_database,
        "DELETE FROM times WHERE id < coalesce((SELECT min(times) FROM "
        "(SELECT times FROM blocks ORDER BY id LIMIT 65536)), 9223372036854775807)");
    Statement eraseEvents(*m_database, "DELETE FROM events WHERE time < ?");
    good = good && eraseBlocks.bind(1, victims.back().id).run() && eraseTimes.run();
    good = good && (keep <= 0 || eraseEvents.bind(1, oldest).run());
    if (!good || !m_database->run(u"COMMIT"_s)) {
        const base::Error error = m_database->error();
        m_database->rollback();
        failed(error);
        return;
    }
    m_deleted += samples;
    m_blocks -= victims.size();
    m_nextRetention = Steady::now() + 20ms;
    shrink(1'024);
}

/// Gives free pages back to the file system; negative: all of them.
void Writer::shrink(int pages)
{
    Statement vacuum(*m_database,
                     pages < 0 ? "PRAGMA incremental_vacuum" : "PRAGMA incremental_vacuum(1024)");
    vacuum.run();
}

} // namespace store
