// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/chunk.h"
#include "models/recording/digest.h"
#include "models/recording/marker.h"
#include "models/recording/recorder.h"
#include "models/recording/schema.h"
#include "models/store/companion.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace recording {

/// What the feeder hands over at once.
struct Handover
{
    ChunkBuilder messages;
    std::vector<std::pair<TopicId, std::string>> topics; ///< new ones
    std::vector<telemetry::SourceId> topicSources;
    std::vector<std::pair<int, RecordedConnection>> connections; ///< new or changed
    std::vector<Marker> markers;
    /// A snapshot of the state after `messages`.
    std::optional<std::string> snapshot;
    TimeNs snapshotTime = 0;
    std::uint64_t snapshotSequence = 0;

    bool empty() const
    {
        return messages.empty() && topics.empty() && connections.empty() && markers.empty()
            && !snapshot;
    }
};

/// One file of a recording: the messages, committed together with the historian's samples.
class PartFile final : public store::Companion
{
public:
    struct Options
    {
        QString path;
        std::vector<std::pair<QString, QString>> meta; ///< recording_meta
        std::uint64_t firstSequence = 0;
        int flushMs = 250;
        TimeNs keep = 0; ///< armed: only the last messages, 0: all
        const base::Clock *clock = nullptr;
    };
    static base::Result<std::unique_ptr<PartFile>>
    create(const Options &options, telemetry::Catalogue &catalogue, telemetry::TextTable &texts);
    ~PartFile() override; ///< close()

    /// False when it had to be refused because writing fails and too much waits. Feeder's thread;
    /// waits for room a few seconds at most.
    bool give(Handover &&handover);
    void giveMarker(Marker marker); ///< any thread
    void setMeta(const QString &key, const QString &value); ///< any thread, with the next commit
    void keepAll(); ///< armed no more
    store::Historian &historian() { return *m_historian; }
    void close(); ///< commits what waits; idempotent

    std::uint64_t writtenMessages() const { return m_written; }
    std::uint64_t fileBytes() const { return m_fileBytes; } ///< pages in use after the last commit
    QString problem() const;

    base::Result<> prepare(store::Database &database) override;
    bool pending() const override;
    void gather(bool last) override;
    bool write(store::Database &database) override;
    void committed() override;
    void failed(const base::Error &error) override;
    void closing() override;

private:
    struct ChunkRow
    {
        std::uint64_t base; ///< of a full chunk: parts from here on are in it, or were trimmed
        std::uint64_t first;
        std::int64_t count;
        TimeNs earliest;
        TimeNs latest;
        std::int64_t raw;
        bool part;
        std::string topics;
        std::string data;
        Digest digest;
    };
    struct SnapshotRow
    {
        std::uint64_t sequence;
        TimeNs time;
        std::string data;
        Digest digest;
    };
    struct Statements;

    explicit PartFile(const Options &options);
    void makeRow(std::size_t from, bool part);
    void seal();
    bool writeRows(store::Database &database);
    bool trim(store::Database &database);
    bool measure();

    const Options m_options;
    std::unique_ptr<store::Historian> m_historian;

    mutable std::mutex m_mutex; ///< what the feeder and others hand over
    std::condition_variable m_room;
    std::deque<Handover> m_queue;
    std::size_t m_queueBytes = 0;
    std::vector<std::pair<QString, QString>> m_newMeta;
    QString m_problem;
    TimeNs m_keep;

    // The writer's thread:
    std::unique_ptr<Statements> m_statements;
    std::vector<Handover> m_taken; ///< not committed yet; messages moved into m_open
    std::vector<std::pair<QString, QString>> m_meta;
    ChunkBuilder m_open; ///< messages of the chunk that is not full
    std::size_t m_openWritten = 0; ///< of these committed as parts
    std::uint64_t m_openFirst; ///< sequence of its first message
    std::uint64_t m_trimmedTo = 0; ///< armed: what is before was forgotten
    std::vector<ChunkRow> m_rows; ///< for this commit
    std::vector<SnapshotRow> m_snapshots;
    std::size_t m_openCommitted = 0; ///< m_openWritten once this commit is done
    bool m_closed = false;
    std::atomic<std::uint64_t> m_written = 0;
    std::uint64_t m_newlyWritten = 0;
    std::atomic<std::uint64_t> m_fileBytes = 0;
    std::uint64_t m_newFileBytes = 0;
};

} // namespace recording
