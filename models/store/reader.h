// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/columnsink.h"
#include "models/store/commit.h"
#include "models/store/historian.h"
#include "models/store/openset.h"

#include <mutex>
#include <set>

namespace store {

/// One read-only connection with its statements; used by one thread at a time.
class ReadConnection
{
public:
    explicit ReadConnection(std::unique_ptr<Database> database);

    std::unique_ptr<Database> database;
    Statement begin;
    Statement end;
    Statement commitNumber;
    Statement block;
    Statement blockById;
    Statement times;
    Statement timesWithDelays;
    Statement page;
    Statement ends;
    Statement late;
    Statement spilled;
    Statement events;
    TimesView timesView;
    BlockView blockView;
};

/// Connections that are not in use. Any thread.
class ReadPool
{
public:
    ReadPool(QString path, bool ownsOpenSet, OpenSet &set, bool skipDamaged = false);

    base::Result<std::unique_ptr<ReadConnection>> take();
    void give(std::unique_ptr<ReadConnection> connection);
    OpenSet &set() { return m_set; }
    bool ownsOpenSet() const { return m_ownsOpenSet; }
    void clear(); ///< closes the connections that are not in use
    /// Whether a damaged block may be left out; remembers which.
    bool skips(std::int64_t block);
    std::uint64_t damagedBlocks() const;

private:
    const QString m_path;
    const bool
        m_ownsOpenSet; ///< read-only historian: the set is rebuilt from the file when it changed
    const bool m_skipDamaged;
    OpenSet &m_set;
    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<ReadConnection>> m_idle;
    std::set<std::int64_t> m_damagedBlocks; ///< left out, by row
};

/// One consistent look at a signal: a read transaction and a copy of the open samples that belongs
/// to it. Lives for one call.
class ReadSession
{
public:
    static base::Result<std::unique_ptr<ReadSession>> begin(ReadPool &pool, SignalId signal,
                                                            TimeNs start, TimeNs end);
    ~ReadSession();

    /// False when cancelled or failed, see error().
    bool columns(ColumnSink &sink, const Historian::Cancelled &cancelled);
    bool points(TimeNs start, TimeNs end, std::size_t limit, const Historian::Cancelled &cancelled,
                std::vector<telemetry::Point> &out);
    /// Merge of everything there is; count 0 when there is nothing.
    bool total(Summary &summary);
    base::Error error() const;

private:
    struct Row
    {
        Summary summary;
        std::int64_t times = 0;
    };
    ReadSession(ReadPool &pool, std::unique_ptr<ReadConnection> connection, SignalId signal);
    base::Result<> pin(TimeNs start, TimeNs end);
    bool range(int level, std::int64_t from, std::int64_t to, ColumnSink &sink);
    bool mergeOrOpen(int level, const Summary &summary, std::int64_t place, ColumnSink &sink);
    bool readRow(std::int64_t seq, Row &row);
    bool firstSeqAtOrAfter(TimeNs time, std::int64_t from, std::int64_t to, std::int64_t &seq);
    bool window(TimeNs start, TimeNs end, std::int64_t &from, std::int64_t &to);
    bool seqEnds(std::int64_t &from, std::int64_t &to);
    bool openBlock(const Summary &summary, ColumnSink &sink);
    bool spread(const Summary &summary, ColumnSink &sink);
    bool spreadMixed(std::int64_t order, ColumnSink &sink);
    bool lateBlocks(TimeNs start, TimeNs end, std::vector<Row> &rows);
    bool readEntries(std::int64_t id, std::vector<Entry> &entries);
    bool readOrSkip(std::int64_t id, std::vector<Entry> &entries);
    bool damaged();
    bool stopped();

    ReadPool &m_pool;
    std::unique_ptr<ReadConnection> m_connection;
    const SignalId m_signal;
    std::vector<Entry> m_open; ///< in time order
    const Historian::Cancelled *m_cancelled = nullptr;
    bool m_wasCancelled = false;
    bool m_damaged = false;
};

} // namespace store
