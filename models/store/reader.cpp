// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <sqlite3.h>

namespace store {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxIdle = 8;

} // namespace

#define SUMMARY_COLUMNS "t_first, t_last, id, count, first, last, min, max, worst, times"

ReadConnection::ReadConnection(std::unique_ptr<Database> opened)
    : database(std::move(opened))
    , begin(*database, "BEGIN")
    , end(*database, "COMMIT")
    , commitNumber(*database, "SELECT value FROM meta WHERE key = 'commit'")
    , block(*database,
            "SELECT " SUMMARY_COLUMNS " FROM blocks WHERE signal = ? AND late = 0 AND seq = ?")
    , blockById(*database, "SELECT times, data FROM blocks WHERE id = ?")
    , times(*database, "SELECT times FROM times WHERE id = ?")
    , timesWithDelays(*database, "SELECT times, delays FROM times WHERE id = ?")
    , page(*database, "SELECT data FROM pyramid WHERE signal = ? AND level = ? AND page = ?")
    , ends(*database,
           "SELECT (SELECT min(seq) FROM blocks WHERE signal = ?1 AND late = 0), "
           "(SELECT max(seq) FROM blocks WHERE signal = ?1 AND late = 0)")
    , late(
          *database,
          "SELECT " SUMMARY_COLUMNS
          " FROM blocks WHERE signal = ? AND late = 1 AND t_last >= ? AND t_first < ? ORDER BY seq")
    , spilled(*database, selectSpilled)
    , events(*database,
             "SELECT id, time, kind, source, device, text FROM events WHERE time >= ? AND time < ? "
             "ORDER BY time, id LIMIT ?")
{
}

ReadPool::ReadPool(QString path, bool ownsOpenSet, OpenSet &set, bool skipDamaged)
    : m_path(std::move(path))
    , m_ownsOpenSet(ownsOpenSet)
    , m_skipDamaged(skipDamaged)
    , m_set(set)
{
}

void ReadPool::clear()
{
    const std::lock_guard lock(m_mutex);
    m_idle.clear();
}

bool ReadPool::skips(std::int64_t block)
{
    if (!m_skipDamaged)
        return false;
    const std::lock_guard lock(m_mutex);
    m_damagedBlocks.insert(block);
    return true;
}

std::uint64_t ReadPool::damagedBlocks() const
{
    const std::lock_guard lock(m_mutex);
    return m_damagedBlocks.size();
}

base::Result<std::unique_ptr<ReadConnection>> ReadPool::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
    }
    auto database = Database::open(m_path, true, m_skipDamaged);
    if (!database)
        return tl::unexpected(database.error());
    return std::make_unique<ReadConnection>(std::move(*database));
}

void ReadPool::give(std::unique_ptr<ReadConnection> connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < maxIdle)
        m_idle.push_back(std::move(connection));
}

base::Result<std::unique_ptr<ReadSession>> ReadSession::begin(ReadPool &pool, SignalId signal,
                                                              TimeNs start, TimeNs end)
{
    auto connection = pool.take();
    if (!connection)
        return tl::unexpected(connection.error());
    std::unique_ptr<ReadSession> session(new ReadSession(pool, std::move(*connection), signal));
    if (const auto pinned = session->pin(start, end); !pinned)
        return tl::unexpected(pinned.error());
    return session;
}

ReadSession::ReadSession(ReadPool &pool, std::unique_ptr<ReadConnection> connection,
                         SignalId signal)
    : m_pool(pool)
    , m_connection(std::move(connection))
    , m_signal(signal)
{
}

ReadSession::~ReadSession()
{
    m_connection->database->rollback();
    m_pool.give(std::move(m_connection));
}

/// Begins the transaction and copies the open samples while no commit can come between.
base::Result<> ReadSession::pin(TimeNs start, TimeNs end)
{
    OpenSet &set = m_pool.set();
    bool spilled = false;
    const auto copy = [&]() -> base::Result<> {
        if (m_signal >= set.signalsById.size())
            return {};
        const OpenSignal &signal = set.signalsById[m_signal];
        spilled = signal.spilled > 0;
        for (const Entry &entry : signal.entries) {
            if (entry.time >= start && entry.time < end)
                m_open.push_back(entry);
        }
        return {};
    };
    const auto beginRead = [&]() -> base::Result<> {
        // A deferred BEGIN takes its snapshot with the first read.
        if (!m_connection->begin.run() || !m_connection->commitNumber.next())
            return tl::unexpected(m_connection->database->error());
        return {};
    };
    if (m_pool.ownsOpenSet()) {
        const std::unique_lock lock(set.mutex);
        if (const auto begun = beginRead(); !begun)
            return begun;
        const std::int64_t commit = m_connection->commitNumber.integer(0);
        m_connection->commitNumber.reset();
        if (commit != set.commit) {
            const auto skip = [this](std::int64_t row) { return m_pool.skips(-2 * row - 2); };
            if (const auto loaded = loadOpenSet(*m_connection->database, set, skip); !loaded)
                return loaded;
        }
        copy();
    } else {
        const std::shared_lock lock(set.mutex);
        if (const auto begun = beginRead(); !begun)
            return begun;
        m_connection->commitNumber.reset();
        copy();
    }
    if (spilled) {
        auto entries = loadSpilled(*m_connection->database, m_connection->spilled, m_signal);
        if (!entries && m_pool.skips(-2 * static_cast<std::int64_t>(m_signal) - 1))
            entries = std::vector<Entry>();
        if (!entries)
            return tl::unexpected(entries.error());
        const auto outside = [&](const Entry &entry) {
            return entry.time < start || entry.time >= end;
        };
        std::erase_if(*entries, outside);
        entries->insert(entries->end(), m_open.begin(), m_open.end());
        m_open = std::move(*entries);
    }
    sortByTime(m_open);
    return {};
}

base::Error ReadSession::error() const
{
    if (m_wasCancelled)
        return Database::error(m_connection->database->path(), SQLITE_INTERRUPT, {});
    if (m_damaged)
        return Database::error(m_connection->database->path(), SQLITE_CORRUPT,
                               u"a block cannot be read"_s);
    return m_connection->database->error();
}

bool ReadSession::damaged()
{
    m_damaged = true;
    return false;
}

bool ReadSession::stopped()
{
    m_wasCancelled = m_wasCancelled || (m_cancelled && *m_cancelled && (*m_cancelled)());
    return m_wasCancelled;
}

bool ReadSession::readRow(std::int64_t seq, Row &row)
{
    Statement &select =
        m_connection->block.bind(1, static_cast<std::int64_t>(m_signal)).bind(2, seq);
    if (!select.next())
        return select.ok() ? damaged() : false;
    row.summary = {.firstTime = select.integer(0),
                   .lastTime = select.integer(1),
                   .id = select.integer(2),
                   .count = static_cast<std::uint64_t>(select.integer(3)),
                   .first = select.real(4),
                   .last = select.real(5),
                   .min = select.real(6),
                   .max = select.real(7),
                   .worst = static_cast<std::uint64_t>(select.integer(8))};
    row.times = select.integer(9);
    select.reset();
    return true;
}

bool ReadSession::seqEnds(std::int64_t &from, std::int64_t &to)
{
    Statement &select = m_connection->ends.bind(1, static_cast<std::int64_t>(m_signal));
    if (!select.next())
        return false;
    const double lowest = select.real(0);
    from = select.integer(0);
    to = lowest == lowest ? select.integer(1) : -1;
    select.reset();
    return true;
}

/// First main block in [from, to] whose last time is `time` or later; to + 1 when there is none.
bool ReadSession::firstSeqAtOrAfter(TimeNs time, std::int64_t from, std::int64_t to,
                                    std::int64_t &seq)
{
    std::int64_t low = from;
    std::int64_t high = to + 1;
    Row row;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (!readRow(middle, row))
            return false;
        if (row.summary.lastTime >= time)
            high = middle;
        else
            low = middle + 1;
    }
    seq = low;
    return true;
}

/// Main blocks that can hold samples of [start, end): from > to when there is none.
bool ReadSession::window(TimeNs start, TimeNs end, std::int64_t &from, std::int64_t &to)
{
    std::int64_t lowest = 0;
    std::int64_t highest = -1;
    if (!seqEnds(lowest, highest))
        return false;
    if (!firstSeqAtOrAfter(start, lowest, highest, from)
        || !firstSeqAtOrAfter(end, from, highest, to))
        return false;
    to = std::min(to, highest);
    return true;
}

bool ReadSession::lateBlocks(TimeNs start, TimeNs end, std::vector<Row> &rows)
{
    Statement &select =
        m_connection->late.bind(1, static_cast<std::int64_t>(m_signal)).bind(2, start).bind(3, end);
    while (select.next()) {
        rows.push_back({{.firstTime = select.integer(0),
                         .lastTime = select.integer(1),
                         .id = select.integer(2),
                         .count = static_cast<std::uint64_t>(select.integer(3)),
                         .first = select.real(4),
                         .last = select.real(5),
                         .min = select.real(6),
                         .max = select.real(7),
                         .worst = static_cast<std::uint64_t>(select.integer(8))},
                        select.integer(9)});
    }
    return select.ok();
}

bool ReadSession::columns(ColumnSink &sink, const Historian::Cancelled &cancelled)
{
    m_cancelled = &cancelled;
    std::int64_t from = 0;
    std::int64_t to = -1;
    if (!window(sink.start(), sink.end(), from, to))
        return false;
    if (from <= to && !range(pageLevels, from, to, sink))
        return false;
    std::vector<Row> late;
    if (!lateBlocks(sink.start(), sink.end(), late))
        return false;
    for (const Row &row : late) {
        if (!mergeOrOpen(0, row.summary, row.summary.id, sink))
            return false;
    }
    sink.addEntries(m_open, ColumnSink::openOrder);
    return !stopped();
}

/// Main blocks from..to. At a level above 0 pages stand for 16 blocks or pages each; where a page
/// is missing (the newest, or one that retention took) the level below is read.
bool ReadSession::range(int level, std::int64_t from, std::int64_t to, ColumnSink &sink)
{
    if (level == 0) {
        Row row;
        for (std::int64_t seq = from; seq <= to; ++seq) {
            if (!readRow(seq, row) || !mergeOrOpen(0, row.summary, seq, sink))
                return false;
        }
        return true;
    }
    std::int64_t width = 1; // blocks below one child
    for (int i = 1; i < level; ++i)
        width *= pageFanout;
    const std::int64_t below = width * pageFanout;
    for (std::int64_t page = from / below; page <= to / below; ++page) {
        Statement &select = m_connection->page.bind(1, static_cast<std::int64_t>(m_signal))
                                .bind(2, std::int64_t(level))
                                .bind(3, page);
        std::array<Summary, pageFanout> children;
        const bool there = select.next();
        if (!there) {
            const std::int64_t first = std::max(from, page * below);
            const std::int64_t last = std::min(to, page * below + below - 1);
            if (!select.ok() || !range(level - 1, first, last, sink))
                return false;
            continue;
        }
        if (select.blob(0).size() != sizeof children)
            return damaged();
        std::memcpy(children.data(), select.blob(0).data(), sizeof children);
        select.reset();
        for (std::size_t i = 0; i < children.size(); ++i) {
            if (!mergeOrOpen(level - 1, children[i],
                             page * pageFanout + static_cast<std::int64_t>(i), sink))
                return false;
        }
    }
    return true;
}

/// Takes a summary as a whole when it falls into one column, else looks inside. `place` is the
/// index of the page (level above 0).
bool ReadSession::mergeOrOpen(int level, const Summary &summary, std::int64_t place,
                              ColumnSink &sink)
{
    const int first = sink.columnOf(summary.firstTime);
    const int last = sink.columnOf(summary.lastTime);
    if (first == last) {
        if (first >= 0 && first < sink.count())
            sink.addSummary(first, summary, level == 0 ? summary.id : 0);
        return true;
    }
    if (level == 0)
        return !stopped() && openBlock(summary, sink);
    std::int64_t width = 1;
    for (int i = 0; i < level; ++i)
        width *= pageFanout;
    return range(level, place * width, place * width + width - 1, sink);
}

bool ReadSession::openBlock(const Summary &summary, ColumnSink &sink)
{
    Statement &block = m_connection->blockById.bind(1, summary.id);
    if (!block.next())
        return block.ok() ? damaged() : false;
    Statement &times = m_connection->times.bind(1, block.integer(0));
    const bool good = times.next() && m_connection->timesView.open(times.blob(0))
        && m_connection->blockView.open(block.blob(1))
        && m_connection->timesView.size() == m_connection->blockView.size()
        && (m_connection->blockView.uniform() ? spread(summary, sink)
                                              : spreadMixed(summary.id, sink));
    block.reset();
    times.reset();
    return good || m_pool.skips(summary.id) || damaged();
}

bool ReadSession::spreadMixed(std::int64_t order, ColumnSink &sink)
{
    std::vector<Entry> entries(m_connection->blockView.size());
    std::array<TimeNs, miniSize> at;
    if (!m_connection->blockView.decode(entries))
        return false;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i % miniSize == 0 && !m_connection->timesView.decodeMini(i / miniSize, at.data()))
            return false;
        entries[i].time = at[i % miniSize];
    }
    sink.addEntries(entries, order);
    return true;
}

/// Puts the samples of the open views into their columns. Minis that lie inside one column and need
/// not give its first or last value are taken by their range, without decoding.
bool ReadSession::spread(const Summary &summary, ColumnSink &sink)
{
    const TimesView &times = m_connection->timesView;
    const BlockView &block = m_connection->blockView;
    std::array<std::int64_t, maxBlockSamples> qualities;
    if (!block.allGood() && !block.decodeQualities(qualities.data()))
        return false;
    std::array<TimeNs, miniSize> at;
    std::array<std::uint64_t, miniSize> bits;
    const std::size_t minis = (block.size() + miniSize - 1) / miniSize;
    int before = -2; // column of the previous mini's last sample, -2: none
    int first = sink.columnOf(times.miniFirst(0));
    for (std::size_t m = 0; m < minis; ++m) {
        const int last = sink.columnOf(times.miniLast(m));
        const int after = m + 1 < minis ? sink.columnOf(times.miniFirst(m + 1)) : -2;
        const std::size_t n = std::min(miniSize, block.size() - m * miniSize);
        double min;
        double max;
        const bool inside = first == last && first >= 0 && first < sink.count();
        const bool inner =
            inside && (before == first || m == 0) && (after == last || m + 1 == minis);
        if (inner && block.allGood() && block.miniRange(m, min, max)) {
            if (m == 0)
                sink.addFirst(first, summary.firstTime, summary.first, summary.id);
            if (m + 1 == minis)
                sink.addLast(last, summary.lastTime, summary.last, summary.id);
            sink.addRange(first, min, max, n, static_cast<std::uint8_t>(telemetry::Quality::Good));
        } else if (last >= 0 && first < sink.count()) {
            if (!times.decodeMini(m, at.data()) || !block.decodeMini(m, bits.data()))
                return false;
            sink.addRun(block.type(), std::span(at).first(n), bits.data(),
                        block.allGood() ? nullptr : qualities.data() + m * miniSize, summary.id);
        }
        before = last;
        first = after;
    }
    return true;
}

/// True with no entries when the block is damaged and may be left out.
bool ReadSession::readOrSkip(std::int64_t id, std::vector<Entry> &entries)
{
    if (readEntries(id, entries))
        return true;
    entries.clear();
    if (!m_damaged || !m_pool.skips(id))
        return false;
    m_damaged = false;
    return true;
}

bool ReadSession::readEntries(std::int64_t id, std::vector<Entry> &entries)
{
    Statement &block = m_connection->blockById.bind(1, id);
    if (!block.next())
        return block.ok() ? damaged() : false;
    Statement &times = m_connection->timesWithDelays.bind(1, block.integer(0));
    const bool good =
        times.next() && unpackEntries(times.blob(0), times.blob(1), block.blob(1), entries);
    block.reset();
    times.reset();
    return good || damaged();
}

bool ReadSession::points(TimeNs start, TimeNs end, std::size_t limit,
                         const Historian::Cancelled &cancelled, std::vector<telemetry::Point> &out)
{
    m_cancelled = &cancelled;
    std::int64_t from = 0;
    std::int64_t to = -1;
    std::vector<Row> late;
    if (!window(start, end, from, to) || !lateBlocks(start, end, late))
        return false;
    std::vector<Entry> found;
    std::vector<Entry> entries;
    const auto inside = [&](const Entry &entry) { return entry.time >= start && entry.time < end; };
    Row row;
    for (std::int64_t seq = from; seq <= to && found.size() < limit; ++seq) {
        if (stopped() || !readRow(seq, row) || !readOrSkip(row.summary.id, entries))
            return false;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(found), inside);
    }
    // Nothing behind the last sample that the main blocks gave can be among the earliest `limit`.
    const TimeNs horizon = found.size() >= limit && !found.empty() ? found.back().time : end - 1;
    for (const Row &r : late) {
        if (r.summary.firstTime > horizon)
            continue;
        if (stopped() || !readOrSkip(r.summary.id, entries))
            return false;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(found), inside);
    }
    found.insert(found.end(), m_open.begin(), m_open.end());
    sortByTime(found);
    found.resize(std::min(found.size(), limit));
    out.reserve(found.size());
    for (const Entry &entry : found)
        out.push_back(entry.point());
    return true;
}

bool ReadSession::total(Summary &summary)
{
    summary = {};
    std::int64_t from = 0;
    std::int64_t to = -1;
    std::vector<Row> rows;
    if (!seqEnds(from, to)
        || !lateBlocks(std::numeric_limits<TimeNs>::min(), std::numeric_limits<TimeNs>::max(),
                       rows))
        return false;
    telemetry::Column column;
    Row first;
    Row last;
    if (from <= to) {
        if (!readRow(from, first) || !readRow(to, last))
            return false;
        const telemetry::ColumnGrid grid{first.summary.firstTime, last.summary.lastTime + 1, 1};
        ColumnSink sink(grid, std::span(&column, 1));
        if (!range(pageLevels, from, to, sink))
            return false;
        rows.push_back({.summary = {.firstTime = first.summary.firstTime,
                                    .lastTime = last.summary.lastTime,
                                    .count = column.count}});
    }
    if (!m_open.empty())
        rows.push_back({.summary = {.firstTime = m_open.front().time,
                                    .lastTime = m_open.back().time,
                                    .count = m_open.size()}});
    for (const Row &row : rows) {
        const bool none = summary.count == 0;
        summary.firstTime =
            none ? row.summary.firstTime : std::min(summary.firstTime, row.summary.firstTime);
        summary.lastTime =
            none ? row.summary.lastTime : std::max(summary.lastTime, row.summary.lastTime);
        summary.count += row.summary.count;
    }
    return true;
}

} // namespace store
