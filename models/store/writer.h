// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/commit.h"
#include "models/store/historian.h"
#include "models/store/names.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace store {

/// The one writer: a bounded queue, a thread that owns the writing connection, and a second thread
/// that only copies the write-ahead log into the database, so that its fsync never delays a commit.
class Writer
{
public:
    Writer(const HistorianOptions &options, OpenSet &set);
    ~Writer();

    base::Result<> start(bool checkFirst); ///< returns when the database is open and replayed
    void stop(); ///< commits what waits, saves open blocks, joins; idempotent
    bool closedSound() const { return m_sound; } ///< after stop(): everything was written

    void follow(telemetry::Catalogue &catalogue, telemetry::TextTable &texts);
    void unfollow() { m_names.unfollow(); }
    bool append(std::vector<telemetry::Sample> &&samples);
    void addEvent(EventRecord event);
    void wake(); ///< the companion has something
    base::Result<> flush();
    void setRetention(int days, std::int64_t bytes);
    void setKeep(TimeNs keep);
    StoreStatus status() const;

private:
    using Steady = std::chrono::steady_clock;
    struct Batch
    {
        std::vector<telemetry::Sample> samples;
        Steady::time_point arrived;
    };

    base::Result<> prepare(bool checkFirst);
    base::Result<> recover();
    void loop();
    void checkpointLoop();
    bool waitForWork();
    void absorb();
    void take(const Batch &batch);
    bool pending() const;
    Steady::time_point commitTime() const;
    bool due() const;
    void learnRate(double ms);
    TimeNs now() const;
    void commitNow();
    bool writeCommit();
    bool writeParts(Commit &commit);
    void finishCommit(const Commit &commit, Steady::time_point began);
    void chooseSaves();
    void failed(const base::Error &error);
    void retentionStep();
    void findSilent(int retentionDays);
    void shrink(int pages);
    void closeDown();
    void publishSize();

    const HistorianOptions m_options;
    OpenSet &m_set;
    std::unique_ptr<Database> m_database;
    std::optional<CommitStatements> m_statements;

    mutable std::mutex m_mutex; ///< everything down to the next blank line
    std::condition_variable m_wake; ///< the writer waits
    std::condition_variable m_space; ///< producers wait
    std::condition_variable m_done; ///< flush waits
    std::deque<Batch> m_queue;
    std::size_t m_waiting = 0; ///< samples in m_queue
    std::vector<EventRecord> m_events;
    std::uint64_t m_accepted = 0;
    std::uint64_t m_stored = 0;
    std::uint64_t m_eventsGiven = 0;
    std::uint64_t m_eventsStored = 0;
    std::uint64_t m_failures = 0;
    int m_flushers = 0;
    std::uint64_t m_flushAsked = 0; ///< flushes that the companion takes part in
    std::uint64_t m_flushTaken = 0;
    std::uint64_t m_flushDone = 0;
    bool m_stopping = false;
    bool m_retryNow = false; ///< a flush does not wait for the next retry
    bool m_started = false;
    Steady::time_point m_companionSince{}; ///< of what the companion has waiting; zero: nothing
    QString m_problem;
    std::size_t m_commitLimit =
        200'000; ///< samples that a commit of about 80 ms takes, as measured
    int m_retentionDays;
    std::int64_t m_retentionBytes;
    TimeNs m_keep;

    NameSaver m_names;
    std::vector<EventRecord> m_eventsTaken;
    std::vector<SignalId> m_dirty;
    std::vector<SignalId> m_full;
    std::vector<SignalId> m_toSave; ///< signals that the journal's truncation waits for
    std::vector<SignalId> m_silent; ///< signals without a sample for long: nothing stays open
    std::int64_t m_saveTarget = 0; ///< journal rows up to here go when m_toSave is done
    bool m_closing = false; ///< the last commits
    bool m_sound = false; ///< closed with everything written
    bool m_release = false; ///< saving also frees memory
    std::uint64_t m_uncommitted = 0;
    std::int64_t m_seq = 0;
    std::uint64_t m_journalBytes = 0;
    std::size_t m_savedNow = 0; ///< of m_toSave, by the commit under way
    std::size_t m_sealedNow = 0; ///< of m_full
    std::size_t m_silentNow = 0; ///< of m_silent
    std::uint32_t m_silentHour = 0; ///< when findSilent() looked last, hours since 1970
    Steady::time_point m_oldest;
    Steady::time_point m_retryAt;
    Steady::time_point m_nextRetention;
    std::chrono::milliseconds m_backoff{0};
    std::thread m_thread;

    std::atomic<int> m_walPages = 0;
    std::atomic<bool> m_restartLog = false; ///< the log is copied but for its end: start it anew
    std::atomic<std::uint64_t> m_blocks = 0;
    std::atomic<std::uint64_t> m_late = 0;
    std::atomic<std::uint64_t> m_deleted = 0;
    std::atomic<std::uint64_t> m_fileBytes = 0;
    std::atomic<double> m_commitMs = 0;
    std::atomic<Steady::rep> m_oldestTicks =
        0; ///< of the oldest sample taken, not committed; 0: none
    std::mutex m_checkpointMutex;
    std::condition_variable m_checkpointWake;
    bool m_checkpointStop = false;
    std::thread m_checkpointThread;
};

} // namespace store
