// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/chunk.h"
#include "models/recording/digest.h"
#include "models/recording/marker.h"
#include "models/recording/recorder.h"
#include "models/recording/state.h"
#include "models/store/historian.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace recording {

/// Facts of a recording, read when it is opened.
struct RecordingInfo
{
    QString path;
    QString recording; ///< id shared by all parts
    int part = 1;
    QString title;
    QString author;
    QString software;
    QString state; ///< "recording", "armed", "closed"; "recording" of nobody: it was cut off
    TimeNs created = 0;
    std::uint64_t messages = 0;
    std::uint64_t firstSequence = 0;
    TimeNs start = base::noTime; ///< smallest receive time, noTime: no messages
    TimeNs end = base::noTime; ///< largest receive time
    std::uint64_t chunks = 0;
    std::uint64_t rawBytes = 0; ///< of the messages, not compressed
    std::uint64_t packedBytes = 0;
    std::uint64_t snapshots = 0;
    std::uint64_t devices = 0;
    std::uint64_t signalCount = 0;
    std::uint64_t fileBytes = 0;
    /// SHA-256 over the digests of all chunks in order: names the content. Hex.
    QString contentDigest;
};

/// One message of a recording.
struct RecordedMessage
{
    std::uint64_t sequence = 0;
    TopicId topic = 0;
    telemetry::MessageView view; ///< source is the position of the connection
};

/// Something that cannot be read.
struct Damage
{
    QString where; ///< "chunk 12800", "snapshot 50000", "blocks of signal 7", "the file"
    QString sentence; ///< what is wrong and what is missing because of it
    std::uint64_t messages = 0; ///< that are missing
    TimeNs from = base::noTime; ///< receive times of what is missing
    TimeNs to = base::noTime;
};

using Progress = std::function<bool(double done)>; ///< 0..1; false: stop

/// A recording opened for reading, never changed. Any thread unless said otherwise; a file that is
/// being written is read up to its last flush when opened or refresh()ed.
class Recording
{
public:
    struct ChunkInfo
    {
        std::uint64_t first = 0; ///< sequence
        std::uint32_t count = 0;
        TimeNs earliest = 0;
        TimeNs latest = 0;
        std::uint32_t raw = 0;
        std::uint32_t packed = 0;
        Digest digest;
    };

    /// Errors in one sentence: NotFound, Unsupported (not a recording, newer version), BadInput
    /// (damaged beyond reading).
    static base::Result<std::shared_ptr<Recording>> open(const QString &path);
    ~Recording();

    const RecordingInfo &info() const { return m_info; }
    const std::vector<RecordedConnection> &connections() const { return m_connections; }
    const std::vector<std::pair<telemetry::SourceId, std::string>> &topics() const
    {
        return m_topics;
    } ///< by TopicId
    const std::vector<ChunkInfo> &chunks() const { return m_chunks; }
    telemetry::Catalogue &catalogue() const { return *m_catalogue; }
    telemetry::TextTable &texts() const { return *m_texts; }
    store::Historian &history() const { return *m_history; }

    std::vector<Marker> markers() const;
    /// Position of the chunk with the first message at or after `time` (chunks().size(): none).
    std::size_t chunkAt(TimeNs time) const;
    std::size_t chunkOf(std::uint64_t sequence) const;
    /// Decoded and checked against its digest; the last few stay in memory. Null: damaged, and
    /// `damage` says how.
    std::shared_ptr<const Chunk> chunk(std::size_t index, Damage *damage = nullptr) const;
    /// Which topics a chunk holds, without decoding it.
    bool chunkTopics(std::size_t index, std::vector<TopicCount> &topics) const;

    /// The newest sound snapshot at or before `sequence`; false: none, begin at the start.
    bool snapshotBefore(std::uint64_t sequence, State &state, std::uint64_t &at) const;
    /// Sequence of the first message received at or after `time`.
    std::uint64_t sequenceAt(TimeNs time) const;

    /// Reads everything: digests of chunks and snapshots, blocks of all signals, the database's own
    /// structure. An empty list: sound.
    base::Result<std::vector<Damage>> verify(const Progress &progress = {}) const;

private:
    struct Private;
    Recording();
    base::Result<> load(const QString &path);
    bool loadMeta();
    bool loadTopics();
    void loadChunks();
    void addChunk(const ChunkInfo &chunk);

    RecordingInfo m_info;
    std::vector<RecordedConnection> m_connections;
    std::vector<std::pair<telemetry::SourceId, std::string>> m_topics;
    std::vector<ChunkInfo> m_chunks;
    std::vector<TimeNs> m_reach; ///< latest receive time of this chunk and all before
    std::vector<Damage> m_indexDamages; ///< found when it was opened
    std::unique_ptr<telemetry::Catalogue> m_catalogue;
    std::unique_ptr<telemetry::TextTable> m_texts;
    std::unique_ptr<store::Historian> m_history;
    std::unique_ptr<Private> d;
};

/// Walks the messages of a recording in their order, forward or backward; damaged chunks are left
/// out and listed. One thread.
class Cursor
{
public:
    explicit Cursor(std::shared_ptr<const Recording> recording);

    void seek(std::uint64_t sequence); ///< next() gives this message or the first after it
    bool next(RecordedMessage &out); ///< view valid until the next call
    bool previous(RecordedMessage &out);
    std::uint64_t sequence() const; ///< of what next() would give
    const std::vector<Damage> &damages() const { return m_damages; }

private:
    bool openChunk(std::size_t index);
    void fill(std::size_t at, RecordedMessage &out) const;

    std::shared_ptr<const Recording> m_recording;
    std::shared_ptr<const Chunk> m_chunk;
    std::size_t m_index = 0; ///< of m_chunk
    std::size_t m_at = 0; ///< next message within it
    std::vector<Damage> m_damages;
};

} // namespace recording
