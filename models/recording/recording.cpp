// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/recording.h"

#include "models/recording/schema.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <list>

namespace recording {

using namespace Qt::StringLiterals;
using store::Database;
using store::Statement;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(recording::Recording)
};

constexpr std::size_t keptChunks = 8;
constexpr std::size_t mostTopicRows = 1'000'000;

store::HistorianOptions historyOptions(const QString &path)
{
    store::HistorianOptions options;
    options.path = path;
    options.readOnly = true;
    options.application = store::recordingApplication;
    options.skipDamaged = true;
    return options;
}

} // namespace

/// The connection that reads messages; the historian has its own.
struct Recording::Private
{
    explicit Private(std::unique_ptr<Database> opened)
        : database(std::move(opened))
        , data(*database, "SELECT data, topics FROM chunk_data WHERE first = ?")
        , whole(*database,
                "SELECT c.first, c.count, c.t_min, c.t_max, c.raw, c.digest, d.topics, d.data FROM "
                "chunks c JOIN chunk_data d ON d.first = c.first WHERE c.first <= ? ORDER BY "
                "c.first DESC LIMIT 1")
        , topics(*database, "SELECT topics FROM chunk_data WHERE first = ?")
        , snapshot(*database,
                   "SELECT seq, time, digest, data FROM snapshots WHERE seq <= ? ORDER BY seq DESC "
                   "LIMIT 1")
    {
    }

    std::mutex mutex; ///< everything below
    std::unique_ptr<Database> database;
    Statement data;
    Statement whole;
    Statement topics;
    Statement snapshot;

    std::shared_ptr<const Chunk> partOfWhole(const ChunkInfo &part);
    std::list<std::pair<std::size_t, std::shared_ptr<const Chunk>>> recent; ///< newest first
};

/// Who writes on replaces the parts of a chunk when it is full: the messages of a part that was
/// there when the file was opened are in that chunk then.
std::shared_ptr<const Chunk> Recording::Private::partOfWhole(const ChunkInfo &part)
{
    whole.bind(1, static_cast<std::int64_t>(part.first));
    if (!whole.next())
        return nullptr;
    const auto first = static_cast<std::uint64_t>(whole.integer(0));
    std::string bytes;
    std::shared_ptr<const Chunk> all;
    const Digest digest = rowDigest(
        {whole.integer(0), whole.integer(1), whole.integer(2), whole.integer(3), whole.integer(4)},
        {whole.blob(6), whole.blob(7)});
    if (viewOf(digest) == whole.blob(5) && decompress(whole.blob(7), maxChunkBytes, bytes))
        all = Chunk::decode(bytes);
    whole.reset();
    const std::uint64_t skip = part.first - first;
    if (!all || skip + part.count > all->size())
        return nullptr;
    ChunkBuilder builder;
    for (std::uint64_t i = skip; i < skip + part.count; ++i)
        builder.add(all->at(i).topic, all->at(i).view);
    return Chunk::decode(builder.encode(0));
}

Recording::Recording()
    : m_catalogue(std::make_unique<telemetry::Catalogue>())
    , m_texts(std::make_unique<telemetry::TextTable>())
{
}

Recording::~Recording() = default;

base::Result<std::shared_ptr<Recording>> Recording::open(const QString &path)
{
    std::shared_ptr<Recording> recording(new Recording);
    if (const auto loaded = recording->load(path); !loaded)
        return tl::unexpected(loaded.error());
    return recording;
}

base::Result<> Recording::load(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return base::failure(Text::tr("There is no recording %1.").arg(path),
                             base::ErrorCode::NotFound);
    m_info.path = path;
    auto database = Database::open(path, true, true);
    if (!database)
        return tl::unexpected(database.error());
    if ((*database)->value(u"PRAGMA application_id"_s).toLongLong() != store::recordingApplication)
        return base::failure(
            (*database)->value(u"PRAGMA schema_version"_s).isValid()
                ? Text::tr("%1 is not a recording of Pilothouse.").arg(path)
                : Text::tr("%1 is not a recording, or its first page is damaged.").arg(path),
            base::ErrorCode::Unsupported);
    if (const auto checked = checkTables(**database); !checked)
        return checked;
    d = std::make_unique<Private>(std::move(*database));
    auto opened = store::Historian::open(historyOptions(path));
    if (!opened)
        return tl::unexpected(opened.error());
    m_history = std::move(*opened);
    m_history->restoreInto(*m_catalogue, *m_texts);
    if (!loadMeta() || !loadTopics())
        return tl::unexpected(d->database->error());
    loadChunks();
    return {};
}

bool Recording::loadMeta()
{
    QSqlQuery query(d->database->sql());
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT key, value FROM recording_meta"_s))
        return false;
    while (query.next()) {
        const QString key = query.value(0).toString();
        const QString value = query.value(1).toString();
        if (key == "recording"_L1)
            m_info.recording = value;
        else if (key == "part"_L1)
            m_info.part = value.toInt();
        else if (key == "title"_L1)
            m_info.title = value;
        else if (key == "author"_L1)
            m_info.author = value;
        else if (key == "software"_L1)
            m_info.software = value;
        else if (key == "state"_L1)
            m_info.state = value;
        else if (key == "created"_L1)
            m_info.created = value.toLongLong();
    }
    if (!query.exec(u"SELECT id, key, name, details FROM connections ORDER BY id"_s))
        return false;
    while (query.next()) {
        const auto id = query.value(0).toUInt();
        if (id >= UINT16_MAX)
            continue;
        if (id >= m_connections.size())
            m_connections.resize(id + 1);
        m_connections[id] = {query.value(1).toString(), query.value(2).toString(),
                             query.value(3).toString()};
    }
    m_info.devices = m_catalogue->deviceCount();
    m_info.signalCount = m_catalogue->signalCount();
    m_info.fileBytes = static_cast<std::uint64_t>(QFileInfo(m_info.path).size()
                                                  + QFileInfo(m_info.path + u"-wal"_s).size());
    return true;
}

bool Recording::loadTopics()
{
    Statement topics(*d->database, "SELECT id, connection, topic FROM topics ORDER BY id");
    while (topics.next()) {
        const std::int64_t id = topics.integer(0);
        if (id < 0 || id >= static_cast<std::int64_t>(mostTopicRows))
            continue;
        if (id >= static_cast<std::int64_t>(m_topics.size()))
            m_topics.resize(static_cast<std::size_t>(id) + 1);
        m_topics[static_cast<std::size_t>(id)] = {
            static_cast<telemetry::SourceId>(topics.integer(1)), std::string(topics.blob(2))};
    }
    return topics.ok();
}

/// Where the index is damaged it is read from both ends: what is between cannot be reached.
void Recording::loadChunks()
{
    Statement forward(
        *d->database,
        "SELECT first, count, t_min, t_max, raw, packed, digest FROM chunks ORDER BY first");
    Statement backward(
        *d->database,
        "SELECT first, count, t_min, t_max, raw, packed, digest FROM chunks ORDER BY first DESC");
    const auto rowOf = [](const Statement &row) {
        ChunkInfo chunk;
        chunk.first = static_cast<std::uint64_t>(row.integer(0));
        chunk.count =
            static_cast<std::uint32_t>(std::clamp<std::int64_t>(row.integer(1), 0, UINT32_MAX));
        chunk.earliest = row.integer(2);
        chunk.latest = row.integer(3);
        chunk.raw = static_cast<std::uint32_t>(row.integer(4));
        chunk.packed = static_cast<std::uint32_t>(row.integer(5));
        const std::string_view digest = row.blob(6);
        chunk.digest = {};
        std::copy_n(digest.begin(), std::min(digest.size(), chunk.digest.size()),
                    chunk.digest.begin());
        return chunk;
    };
    while (forward.next())
        addChunk(rowOf(forward));
    if (!forward.ok()) {
        const std::uint64_t known = m_chunks.empty() ? 0 : m_chunks.back().first + 1;
        std::vector<ChunkInfo> tail;
        while (backward.next() && static_cast<std::uint64_t>(backward.integer(0)) >= known)
            tail.push_back(rowOf(backward));
        backward.reset();
        std::for_each(tail.rbegin(), tail.rend(), [this](const ChunkInfo &c) { addChunk(c); });
        m_indexDamages.push_back(
            {u"index"_s,
             tail.empty()
                 ? Text::tr("The index of the chunks is damaged behind message %1; what may "
                            "follow cannot be found.")
                       .arg(m_chunks.empty() ? 0 : m_chunks.back().first + m_chunks.back().count)
                 : Text::tr("The index of the chunks is damaged in the middle.")});
    }
    QCryptographicHash content(QCryptographicHash::Sha256);
    for (const ChunkInfo &chunk : m_chunks)
        content.addData(QByteArrayView(chunk.digest.data(), chunk.digest.size()));
    m_info.chunks = m_chunks.size();
    m_info.contentDigest = QString::fromLatin1(content.result().toHex());
    m_info.snapshots = d->database->value(u"SELECT count(*) FROM snapshots"_s).toULongLong();
}

void Recording::addChunk(const ChunkInfo &chunk)
{
    constexpr std::uint64_t mostSequence = 1ull << 62;
    const std::uint64_t end = m_chunks.empty() ? 0 : m_chunks.back().first + m_chunks.back().count;
    if (chunk.count == 0 || chunk.first > mostSequence || chunk.first < end) {
        m_indexDamages.push_back({u"chunk %1"_s.arg(chunk.first),
                                  Text::tr("Chunk %1 stands in the index with an impossible number "
                                           "of messages; it is left out.")
                                      .arg(chunk.first)});
        return;
    }
    if (m_chunks.empty())
        m_info.firstSequence = chunk.first;
    m_info.messages += chunk.count;
    m_info.rawBytes += chunk.raw;
    m_info.packedBytes += chunk.packed;
    m_info.start = m_chunks.empty() ? chunk.earliest : std::min(m_info.start, chunk.earliest);
    m_info.end = m_chunks.empty() ? chunk.latest : std::max(m_info.end, chunk.latest);
    m_reach.push_back(m_info.end);
    m_chunks.push_back(chunk);
}

std::vector<Marker> Recording::markers() const
{
    std::vector<Marker> out;
    const std::lock_guard lock(d->mutex);
    Statement select(*d->database,
                     "SELECT id, seq, time, until, kind, connection, text, author FROM markers "
                     "ORDER BY time, id");
    const auto text = [](std::string_view utf8) {
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    };
    while (select.next()) {
        Marker marker;
        marker.id = select.integer(0);
        marker.sequence = static_cast<std::uint64_t>(select.integer(1));
        marker.time = select.integer(2);
        marker.until = select.integer(3);
        marker.kind = static_cast<Marker::Kind>(select.integer(4));
        marker.connection = static_cast<int>(select.integer(5));
        marker.text = text(select.blob(6));
        marker.author = text(select.blob(7));
        out.push_back(std::move(marker));
    }
    return out;
}

std::size_t Recording::chunkAt(TimeNs time) const
{
    // Receive times can go back (connections cross by a moment, a clock is set): the first chunk
    // that reaches so far.
    const auto it = std::partition_point(m_reach.begin(), m_reach.end(),
                                         [time](TimeNs reach) { return reach < time; });
    return static_cast<std::size_t>(it - m_reach.begin());
}

std::size_t Recording::chunkOf(std::uint64_t sequence) const
{
    const auto it =
        std::partition_point(m_chunks.begin(), m_chunks.end(), [sequence](const ChunkInfo &c) {
            return c.first + c.count <= sequence;
        });
    return static_cast<std::size_t>(it - m_chunks.begin());
}

std::shared_ptr<const Chunk> Recording::chunk(std::size_t index, Damage *damage) const
{
    const std::lock_guard lock(d->mutex);
    for (auto it = d->recent.begin(); it != d->recent.end(); ++it) {
        if (it->first == index) {
            d->recent.splice(d->recent.begin(), d->recent, it);
            return it->second;
        }
    }
    const ChunkInfo &info = m_chunks[index];
    const auto broken = [&](const QString &what) -> std::shared_ptr<const Chunk> {
        if (damage)
            *damage = {u"chunk %1"_s.arg(info.first),
                       Text::tr("Chunk %1 %2; its %3 messages are left out.")
                           .arg(info.first)
                           .arg(what)
                           .arg(info.count),
                       info.count, info.earliest, info.latest};
        return nullptr;
    };
    Statement &select = d->data.bind(1, static_cast<std::int64_t>(info.first));
    if (!select.next()) {
        if (auto part = select.ok() ? d->partOfWhole(info) : nullptr) {
            d->recent.emplace_front(index, part);
            if (d->recent.size() > keptChunks)
                d->recent.pop_back();
            return part;
        }
        return broken(select.ok() ? Text::tr("is missing") : Text::tr("cannot be read"));
    }
    const std::string_view data = select.blob(0);
    const Digest digest = rowDigest(
        {static_cast<std::int64_t>(info.first), info.count, info.earliest, info.latest, info.raw},
        {select.blob(1), data});
    std::string bytes;
    std::shared_ptr<const Chunk> chunk;
    const bool same = digest == info.digest;
    if (same && decompress(data, maxChunkBytes, bytes))
        chunk = Chunk::decode(bytes);
    select.reset();
    if (!same)
        chunk = d->partOfWhole(info);
    if (!same && !chunk)
        return broken(Text::tr("does not have the digest it was written with"));
    if (!chunk || chunk->size() != info.count)
        return broken(Text::tr("cannot be decoded"));
    d->recent.emplace_front(index, chunk);
    if (d->recent.size() > keptChunks)
        d->recent.pop_back();
    return chunk;
}

bool Recording::chunkTopics(std::size_t index, std::vector<TopicCount> &topics) const
{
    const std::lock_guard lock(d->mutex);
    topics.clear();
    Statement &select = d->topics.bind(1, static_cast<std::int64_t>(m_chunks[index].first));
    if (!select.next())
        return false;
    const bool good = unpackTopics(select.blob(0), topics);
    select.reset();
    return good;
}

bool Recording::snapshotBefore(std::uint64_t sequence, State &state, std::uint64_t &at) const
{
    const std::lock_guard lock(d->mutex);
    auto until = static_cast<std::int64_t>(sequence);
    for (int tries = 0; tries < 8; ++tries) {
        Statement &select = d->snapshot.bind(1, until);
        if (!select.next())
            return false;
        const std::int64_t seq = select.integer(0);
        const Digest digest = rowDigest({seq, select.integer(1)}, {select.blob(3)});
        std::string bytes;
        const bool good = viewOf(digest) == select.blob(2)
            && decompress(select.blob(3), maxChunkBytes, bytes) && state.decode(bytes);
        select.reset();
        if (good) {
            at = static_cast<std::uint64_t>(seq);
            return true;
        }
        until = seq - 1; // a damaged one: the one before costs more playing, no more
    }
    return false;
}

std::uint64_t Recording::sequenceAt(TimeNs time) const
{
    for (std::size_t index = chunkAt(time); index < m_chunks.size(); ++index) {
        const auto messages = chunk(index);
        if (!messages)
            continue;
        for (std::size_t i = 0; i < messages->size(); ++i) {
            if (messages->at(i).view.received >= time)
                return m_chunks[index].first + i;
        }
    }
    return m_chunks.empty() ? 0 : m_chunks.back().first + m_chunks.back().count;
}

base::Result<std::vector<Damage>> Recording::verify(const Progress &progress) const
{
    std::vector<Damage> out;
    const auto cancelled = [&](double done) { return progress && !progress(done); };
    const base::Error stopped{Text::tr("Checking %1 was cancelled.").arg(m_info.path),
                              base::ErrorCode::Cancelled};
    {
        const std::lock_guard lock(d->mutex);
        QSqlQuery query(d->database->sql());
        query.setForwardOnly(true);
        if (!query.exec(u"PRAGMA quick_check(20)"_s))
            out.push_back({u"the file"_s, d->database->error().text});
        while (query.next()) {
            const QString line = query.value(0).toString();
            if (line != "ok"_L1)
                out.push_back({u"the file"_s, Text::tr("The database says: %1.").arg(line)});
        }
    }
    out.insert(out.end(), m_indexDamages.begin(), m_indexDamages.end());
    std::uint64_t expected = m_chunks.empty() ? 0 : m_chunks.front().first;
    for (std::size_t i = 0; i < m_chunks.size(); ++i) {
        if (cancelled(0.6 * static_cast<double>(i) / static_cast<double>(m_chunks.size())))
            return tl::unexpected(stopped);
        if (m_chunks[i].first != expected)
            out.push_back({u"messages %1 to %2"_s.arg(expected).arg(m_chunks[i].first - 1),
                           Text::tr("Messages %1 to %2 are missing.")
                               .arg(expected)
                               .arg(m_chunks[i].first - 1),
                           m_chunks[i].first - expected});
        expected = m_chunks[i].first + m_chunks[i].count;
        Damage damage;
        if (!chunk(i, &damage))
            out.push_back(damage);
    }
    {
        const std::lock_guard lock(d->mutex);
        Statement select(*d->database,
                         "SELECT seq, time, digest, data FROM snapshots ORDER BY seq");
        while (select.next()) {
            const std::int64_t seq = select.integer(0);
            if (viewOf(rowDigest({seq, select.integer(1)}, {select.blob(3)})) != select.blob(2))
                out.push_back(
                    {u"snapshot %1"_s.arg(seq),
                     Text::tr("Snapshot %1 does not have the digest it was written with; seeking "
                              "there starts from the one before.")
                         .arg(seq)});
        }
        if (!select.ok())
            out.push_back({u"snapshots"_s, d->database->error().text});
    }
    // A history of its own: what a query met before is counted once only.
    const auto history = store::Historian::open(historyOptions(m_info.path));
    if (!history)
        return tl::unexpected(history.error());
    const std::vector<telemetry::SignalInfo> all = m_catalogue->signalsFrom(0);
    constexpr TimeNs forEver = std::numeric_limits<TimeNs>::max();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (cancelled(0.7 + 0.3 * static_cast<double>(i) / static_cast<double>(all.size())))
            return tl::unexpected(stopped);
        const std::uint64_t before = (*history)->damagedBlocks();
        TimeNs from = base::noTime + 1;
        for (;;) {
            const auto points = (*history)->points(all[i].id, from, forEver, 1'000'000);
            if (!points) {
                out.push_back({u"signal %1"_s.arg(all[i].id),
                               Text::tr("The samples of %1 cannot be read: %2")
                                   .arg(all[i].name, points.error().text)});
                break;
            }
            if (points->size() < 1'000'000)
                break;
            from = points->back().time + 1;
        }
        if (const std::uint64_t now = (*history)->damagedBlocks(); now > before)
            out.push_back({u"signal %1"_s.arg(all[i].id),
                           Text::tr("%1 blocks of samples of %2 are damaged and left out; the "
                                    "messages they came from are not concerned.")
                               .arg(now - before)
                               .arg(all[i].name)});
    }
    return out;
}

Cursor::Cursor(std::shared_ptr<const Recording> recording)
    : m_recording(std::move(recording))
{
    seek(0);
}

void Cursor::seek(std::uint64_t sequence)
{
    m_index = m_recording->chunkOf(sequence);
    m_chunk.reset();
    m_at = 0;
    if (m_index < m_recording->chunks().size()) {
        const std::uint64_t first = m_recording->chunks()[m_index].first;
        m_at = sequence > first ? static_cast<std::size_t>(sequence - first) : 0;
    }
}

std::uint64_t Cursor::sequence() const
{
    const auto &chunks = m_recording->chunks();
    if (m_index < chunks.size())
        return chunks[m_index].first + m_at;
    return chunks.empty() ? 0 : chunks.back().first + chunks.back().count;
}

bool Cursor::openChunk(std::size_t index)
{
    Damage damage;
    m_chunk = m_recording->chunk(index, &damage);
    if (m_chunk)
        return true;
    const auto same = [&](const Damage &other) { return other.where == damage.where; };
    if (std::none_of(m_damages.begin(), m_damages.end(), same))
        m_damages.push_back(damage);
    return false;
}

void Cursor::fill(std::size_t at, RecordedMessage &out) const
{
    const Chunk::Message message = m_chunk->at(at);
    out.sequence = m_recording->chunks()[m_index].first + at;
    out.topic = message.topic;
    out.view = message.view;
    if (message.topic < m_recording->topics().size()) {
        const auto &[connection, topic] = m_recording->topics()[message.topic];
        out.view.topic = topic;
        out.view.source = connection;
    }
}

bool Cursor::next(RecordedMessage &out)
{
    const std::size_t count = m_recording->chunks().size();
    for (; m_index < count; ++m_index, m_at = 0, m_chunk.reset()) {
        if (!m_chunk && !openChunk(m_index))
            continue;
        if (m_at < m_chunk->size()) {
            fill(m_at++, out);
            return true;
        }
    }
    return false;
}

bool Cursor::previous(RecordedMessage &out)
{
    for (;;) {
        if (m_at == 0) {
            if (m_index == 0)
                return false;
            --m_index;
            m_chunk.reset();
            m_at = m_recording->chunks()[m_index].count;
        }
        if (!m_chunk && (m_index >= m_recording->chunks().size() || !openChunk(m_index))) {
            m_at = 0;
            continue;
        }
        fill(--m_at, out);
        return true;
    }
}

} // namespace recording
