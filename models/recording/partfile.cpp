// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/partfile.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace recording {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::Database;
using store::Statement;

namespace {

constexpr std::size_t chunkBytes = 2u << 20; ///< raw, of a full chunk
constexpr std::size_t chunkMessages = 32'768;
constexpr TimeNs chunkTime = 60 * base::nsPerSecond;
constexpr std::size_t queueBytes = 32u << 20; ///< handed over, not taken
constexpr int commitMs = 60; ///< a commit may take, for it to be done when flushMs says
constexpr auto patience = 2s; ///< of the feeder, for room
constexpr int quickLevel = 1; ///< zstd, for parts and fast streams
constexpr int goodLevel = 3; ///< zstd, for chunks that took their time

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

bool writeMeta(Database &database, const std::vector<std::pair<QString, QString>> &meta)
{
    QSqlQuery query(database.sql());
    query.prepare(u"INSERT OR REPLACE INTO recording_meta VALUES(?, ?)"_s);
    for (const auto &[key, value] : meta) {
        query.bindValue(0, key);
        query.bindValue(1, notNull(value));
        if (!query.exec())
            return false;
    }
    return true;
}

} // namespace

struct PartFile::Statements
{
    explicit Statements(Database &database)
        : topic(database, "INSERT OR REPLACE INTO topics(id, connection, topic) VALUES(?, ?, ?)")
        , chunk(database,
                "INSERT OR REPLACE INTO chunks(first, count, t_min, t_max, raw, packed, part, "
                "digest) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
        , data(database, "INSERT OR REPLACE INTO chunk_data(first, topics, data) VALUES(?, ?, ?)")
        , dropParts(database, "DELETE FROM chunks WHERE first >= ? AND first < ?")
        , dropPartData(database, "DELETE FROM chunk_data WHERE first >= ? AND first < ?")
        , snapshot(database,
                   "INSERT OR REPLACE INTO snapshots(seq, time, digest, data) VALUES(?, ?, ?, ?)")
        , oldest(database, "SELECT seq FROM snapshots WHERE time <= ? ORDER BY seq DESC LIMIT 1")
        , trimChunks(database, "DELETE FROM chunks WHERE first + count <= ?")
        , trimData(database,
                   "DELETE FROM chunk_data WHERE first < (SELECT coalesce(min(first), 0) FROM "
                   "chunks)")
        , trimSnapshots(database,
                        "DELETE FROM snapshots WHERE seq < (SELECT max(seq) FROM snapshots WHERE "
                        "seq <= (SELECT coalesce(min(first), 0) FROM chunks))")
        , pageSize(database, "PRAGMA page_size")
        , pageCount(database, "PRAGMA page_count")
        , freePages(database, "PRAGMA freelist_count")
    {
    }
    Statement topic;
    Statement chunk;
    Statement data;
    Statement dropParts;
    Statement dropPartData;
    Statement snapshot;
    Statement oldest;
    Statement trimChunks;
    Statement trimData;
    Statement trimSnapshots;
    Statement pageSize;
    Statement pageCount;
    Statement freePages;
};

PartFile::PartFile(const Options &options)
    : m_options(options)
    , m_keep(options.keep)
    , m_openFirst(options.firstSequence)
{
    m_newMeta = options.meta;
}

base::Result<std::unique_ptr<PartFile>> PartFile::create(const Options &options,
                                                         telemetry::Catalogue &catalogue,
                                                         telemetry::TextTable &texts)
{
    std::unique_ptr<PartFile> file(new PartFile(options));
    store::HistorianOptions history;
    history.path = options.path;
    history.commitIntervalMs = std::max(options.flushMs - commitMs, options.flushMs / 2);
    history.retentionDays = 0;
    history.keep = options.keep;
    history.clock = options.clock;
    history.application = store::recordingApplication;
    history.companion = file.get();
    history.closeAsOneFile = true;
    auto opened = store::Historian::open(history);
    if (!opened)
        return tl::unexpected(opened.error());
    file->m_historian = std::move(*opened);
    file->m_historian->follow(catalogue, texts);
    file->m_historian->wake();
    return file;
}

PartFile::~PartFile()
{
    close();
}

void PartFile::close()
{
    if (m_closed || !m_historian)
        return;
    m_closed = true;
    // Names are saved with the last commit, which is made while the historian goes.
    m_historian->wake();
    if (const auto flushed = m_historian->flush(); flushed)
        m_historian->unfollow();
    m_historian.reset();
}

bool PartFile::give(Handover &&handover)
{
    const std::size_t bytes = handover.messages.bytes()
        + (handover.snapshot ? handover.snapshot->size() : 0) + handover.topics.size() * 64;
    {
        std::unique_lock lock(m_mutex);
        if (m_queueBytes > 0 && m_queueBytes + bytes > queueBytes && m_problem.isEmpty())
            m_room.wait_for(lock, patience, [&] {
                return m_queueBytes + bytes <= queueBytes || m_queueBytes == 0
                    || !m_problem.isEmpty();
            });
        if (m_queueBytes > 0 && m_queueBytes + bytes > queueBytes)
            return false;
        m_queueBytes += bytes;
        m_queue.push_back(std::move(handover));
    }
    m_historian->wake();
    return true;
}

void PartFile::giveMarker(Marker marker)
{
    {
        const std::lock_guard lock(m_mutex);
        Handover handover;
        handover.markers.push_back(std::move(marker));
        m_queue.push_back(std::move(handover));
    }
    m_historian->wake();
}

void PartFile::setMeta(const QString &key, const QString &value)
{
    {
        const std::lock_guard lock(m_mutex);
        m_newMeta.emplace_back(key, value);
    }
    m_historian->wake();
}

void PartFile::keepAll()
{
    {
        const std::lock_guard lock(m_mutex);
        m_keep = 0;
    }
    m_historian->setKeep(0);
}

QString PartFile::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

base::Result<> PartFile::prepare(Database &database)
{
    if (const auto made = makeTables(database); !made)
        return made;
    m_statements = std::make_unique<Statements>(database);
    // At once: a recording that is cut off in its first moment says what it is, too.
    const bool good = database.run(u"BEGIN IMMEDIATE"_s) && writeMeta(database, m_newMeta)
        && database.run(u"COMMIT"_s);
    if (good) {
        m_newMeta.clear();
        return {};
    }
    const base::Error error = database.error();
    database.rollback();
    return tl::unexpected(error);
}

bool PartFile::pending() const
{
    const std::lock_guard lock(m_mutex);
    return !m_queue.empty() || !m_newMeta.empty();
}

/// Takes what waits, cuts full chunks, and packs the rest as a part of the next one.
void PartFile::gather(bool last)
{
    std::deque<Handover> queue;
    std::size_t unwritten = m_open.bytes();
    for (const ChunkRow &row : m_rows)
        unwritten += row.data.size();
    {
        const std::lock_guard lock(m_mutex);
        if (!m_problem.isEmpty() && unwritten > queueBytes)
            return; // the disk fails: what waits is enough
        queue.swap(m_queue);
        m_queueBytes = 0;
        m_meta.insert(m_meta.end(), std::make_move_iterator(m_newMeta.begin()),
                      std::make_move_iterator(m_newMeta.end()));
        m_newMeta.clear();
    }
    m_room.notify_all();
    for (Handover &handover : queue) {
        m_newlyWritten += handover.messages.size();
        m_open.append(handover.messages);
        handover.messages = {};
        if (m_open.bytes() >= chunkBytes || m_open.size() >= chunkMessages)
            seal();
        if (handover.snapshot) {
            SnapshotRow row{handover.snapshotSequence,
                            handover.snapshotTime,
                            compress(*handover.snapshot, quickLevel),
                            {}};
            row.digest = rowDigest({static_cast<std::int64_t>(row.sequence), row.time}, {row.data});
            m_snapshots.push_back(std::move(row));
            handover.snapshot.reset();
        }
        if (!handover.topics.empty() || !handover.markers.empty() || !handover.connections.empty())
            m_taken.push_back(std::move(handover));
    }
    if (m_open.empty())
        return;
    if (last || m_open.latest(m_open.size() - 1) - m_open.firstTime() >= chunkTime)
        seal();
    else if (m_openWritten < m_open.size()) {
        makeRow(m_openWritten, true);
        m_openWritten = m_open.size();
    }
}

void PartFile::makeRow(std::size_t from, bool part)
{
    ChunkRow row{.base = m_openFirst,
                 .first = m_openFirst + from,
                 .count = static_cast<std::int64_t>(m_open.size() - from),
                 .earliest = m_open.earliest(from),
                 .latest = m_open.latest(from),
                 .raw = 0,
                 .part = part,
                 .topics = packTopics(m_open.topics(from)),
                 .data = {},
                 .digest = {}};
    const std::string bytes = m_open.encode(from);
    row.raw = static_cast<std::int64_t>(bytes.size());
    const bool fast = part || m_open.latest(from) - m_open.firstTime() < 4 * base::nsPerSecond;
    row.data = compress(bytes, fast ? quickLevel : goodLevel);
    row.digest = rowDigest(
        {static_cast<std::int64_t>(row.first), row.count, row.earliest, row.latest, row.raw},
        {row.topics, row.data});
    m_rows.push_back(std::move(row));
}

void PartFile::seal()
{
    // What was trimmed while the chunk was open must not come back with it.
    const std::uint64_t skip = m_trimmedTo > m_openFirst ? m_trimmedTo - m_openFirst : 0;
    makeRow(std::min<std::uint64_t>(skip, m_open.size() - 1), false);
    m_openFirst += m_open.size();
    m_open.clear();
    m_openWritten = 0;
}

bool PartFile::write(Database &database)
{
    if (!writeRows(database) || !measure())
        return false;
    if (m_meta.empty() && m_taken.empty())
        return trim(database);
    if (!writeMeta(database, m_meta))
        return false;
    QSqlQuery query(database.sql());
    query.prepare(u"INSERT OR REPLACE INTO connections VALUES(?, ?, ?, ?)"_s);
    for (const Handover &handover : m_taken) {
        for (const auto &[id, connection] : handover.connections) {
            query.bindValue(0, id);
            query.bindValue(1, notNull(connection.key));
            query.bindValue(2, notNull(connection.name));
            query.bindValue(3, notNull(connection.details));
            if (!query.exec())
                return false;
        }
    }
    query.prepare(u"INSERT INTO markers(seq, time, until, kind, connection, text, author) "
                  "VALUES(?, ?, ?, ?, ?, ?, ?)"_s);
    for (const Handover &handover : m_taken) {
        for (const Marker &marker : handover.markers) {
            query.bindValue(0, qint64(marker.sequence));
            query.bindValue(1, qint64(marker.time));
            query.bindValue(2, qint64(marker.until));
            query.bindValue(3, int(marker.kind));
            query.bindValue(4, marker.connection);
            query.bindValue(5, notNull(marker.text));
            query.bindValue(6, notNull(marker.author));
            if (!query.exec())
                return false;
        }
    }
    return trim(database);
}

/// The log and free pages do not count: this is about what the closed file will have.
bool PartFile::measure()
{
    std::int64_t figures[3] = {};
    Statement *const selects[] = {&m_statements->pageSize, &m_statements->pageCount,
                                  &m_statements->freePages};
    for (int i = 0; i < 3; ++i) {
        if (!selects[i]->next())
            return selects[i]->ok();
        figures[i] = selects[i]->integer(0);
        selects[i]->reset();
    }
    m_newFileBytes = static_cast<std::uint64_t>(figures[0] * (figures[1] - figures[2]));
    return true;
}

bool PartFile::writeRows(Database &)
{
    Statements &s = *m_statements;
    for (const Handover &handover : m_taken) {
        for (std::size_t i = 0; i < handover.topics.size(); ++i) {
            const auto &[id, topic] = handover.topics[i];
            if (!s.topic.bind(1, std::int64_t(id))
                     .bind(2, std::int64_t(handover.topicSources[i]))
                     .bind(3, topic.empty() ? std::string_view("") : std::string_view(topic))
                     .run())
                return false;
        }
    }
    for (const ChunkRow &row : m_rows) {
        const auto first = static_cast<std::int64_t>(row.first);
        // A full chunk stands for the parts that were written of it before.
        if (!row.part
            && (!s.dropParts.bind(1, static_cast<std::int64_t>(row.base))
                     .bind(2, first + row.count)
                     .run()
                || !s.dropPartData.bind(1, static_cast<std::int64_t>(row.base))
                        .bind(2, first + row.count)
                        .run()))
            return false;
        if (!s.chunk.bind(1, first)
                 .bind(2, row.count)
                 .bind(3, row.earliest)
                 .bind(4, row.latest)
                 .bind(5, row.raw)
                 .bind(6, static_cast<std::int64_t>(row.data.size()))
                 .bind(7, std::int64_t(row.part))
                 .bind(8, viewOf(row.digest))
                 .run()
            || !s.data.bind(1, first).bind(2, row.topics).bind(3, row.data).run())
            return false;
    }
    for (const SnapshotRow &row : m_snapshots) {
        if (!s.snapshot.bind(1, static_cast<std::int64_t>(row.sequence))
                 .bind(2, row.time)
                 .bind(3, viewOf(row.digest))
                 .bind(4, row.data)
                 .run())
            return false;
    }
    return true;
}

/// Armed: forgets what is older than wanted, but keeps a snapshot before what remains.
bool PartFile::trim(Database &)
{
    TimeNs keep;
    {
        const std::lock_guard lock(m_mutex);
        keep = m_keep;
    }
    if (keep <= 0 || m_rows.empty())
        return true;
    Statements &s = *m_statements;
    s.oldest.bind(1, m_rows.back().latest - keep);
    if (!s.oldest.next())
        return s.oldest.ok();
    const std::int64_t sequence = s.oldest.integer(0);
    s.oldest.reset();
    m_trimmedTo = static_cast<std::uint64_t>(sequence);
    return s.trimChunks.bind(1, sequence).run() && s.trimData.run() && s.trimSnapshots.run();
}

void PartFile::committed()
{
    m_rows.clear();
    m_snapshots.clear();
    m_taken.clear();
    m_meta.clear();
    m_written += std::exchange(m_newlyWritten, 0);
    m_fileBytes = m_newFileBytes;
    const std::lock_guard lock(m_mutex);
    m_problem.clear();
}

void PartFile::closing()
{
    m_statements.reset();
}

void PartFile::failed(const base::Error &error)
{
    const std::lock_guard lock(m_mutex);
    m_problem = error.text;
}

} // namespace recording
