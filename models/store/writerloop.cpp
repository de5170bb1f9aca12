// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/writer.h"

#include "models/base/log.h"
#include "models/store/companion.h"

#include <QCoreApplication>
#include <QVariant>

#include <algorithm>
#include <sqlite3.h>

namespace store {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t leastJournal = 8u << 20; ///< bytes of journal before open blocks are saved;
constexpr std::uint64_t mostJournal = 64u << 20; ///< between the two, an eighth of the file
constexpr std::size_t openLimit = 112u << 20; ///< bytes of open samples in memory
constexpr auto sealingTime = 50ms; ///< of one commit

} // namespace

void Writer::loop()
{
    while (waitForWork()) {
        absorb();
        if (due())
            commitNow();
        if (m_backoff == 0ms && Steady::now() >= m_nextRetention)
            retentionStep();
    }
    closeDown();
}

/// False when the writer shall end. While writing fails it sleeps until the next try and takes
/// nothing from the queue.
bool Writer::waitForWork()
{
    std::unique_lock lock(m_mutex);
    if (m_stopping)
        return false;
    if (m_backoff > 0ms) {
        m_wake.wait_until(lock, m_retryAt, [this] { return m_stopping || m_retryNow; });
        if (std::exchange(m_retryNow, false))
            m_retryAt = Steady::now();
        return !m_stopping;
    }
    auto until = pending() ? std::min(commitTime(), m_nextRetention) : m_nextRetention;
    const auto companionTime = [this] {
        return m_companionSince + std::chrono::milliseconds(m_options.commitIntervalMs);
    };
    const bool companionWaits = m_companionSince != Steady::time_point{};
    if (companionWaits)
        until = std::min(until, companionTime());
    m_wake.wait_until(lock, until, [this, companionWaits] {
        return m_stopping || !m_queue.empty() || !m_events.empty() || m_flushers > 0
            || (!companionWaits && m_companionSince != Steady::time_point{});
    });
    return true;
}

void Writer::absorb()
{
    if (m_backoff > 0ms)
        return;
    const auto began = Steady::now();
    while (Steady::now() - began < 100ms) {
        Batch batch;
        {
            const std::lock_guard lock(m_mutex);
            if (m_queue.empty() || m_uncommitted >= m_commitLimit)
                break;
            batch = std::move(m_queue.front());
            m_queue.pop_front();
            m_waiting -= batch.samples.size();
        }
        m_space.notify_all();
        take(batch);
    }
}

void Writer::take(const Batch &batch)
{
    if (m_uncommitted == 0) {
        m_oldest = batch.arrived;
        m_oldestTicks = m_oldest.time_since_epoch().count();
    }
    m_uncommitted += batch.samples.size();
    std::uint64_t late = 0;
    const auto hour = static_cast<std::uint32_t>(now() / base::nsPerHour);
    const std::unique_lock lock(m_set.mutex);
    for (const telemetry::Sample &sample : batch.samples) {
        if (sample.signal >= maxSignalId)
            continue;
        OpenSignal &signal = m_set.at(sample.signal);
        if (!signal.known)
            loadKnown(*m_statements, signal, sample.signal);
        if (signal.journaled == signal.entries.size())
            m_dirty.push_back(sample.signal);
        late += sample.time < signal.sealedTo;
        m_set.put(signal, Entry::of(sample));
        signal.touchedHour = hour;
        if (signal.total() == fullSamples)
            m_full.push_back(sample.signal);
    }
    m_late += late;
}

bool Writer::pending() const
{
    return m_uncommitted > 0 || !m_full.empty() || !m_toSave.empty() || !m_silent.empty();
}

Writer::Steady::time_point Writer::commitTime() const
{
    return m_oldest + std::chrono::milliseconds(m_options.commitIntervalMs);
}

bool Writer::due() const
{
    if (m_backoff > 0ms)
        return Steady::now() >= m_retryAt;
    if (pending() && Steady::now() >= commitTime())
        return true;
    const std::lock_guard lock(m_mutex);
    if (m_uncommitted >= m_commitLimit)
        return true;
    if (m_companionSince != Steady::time_point{}
        && Steady::now()
            >= m_companionSince + std::chrono::milliseconds(m_options.commitIntervalMs))
        return true;
    return m_queue.empty() && (m_stopping || m_flushers > 0 || !m_events.empty());
}

TimeNs Writer::now() const
{
    return m_options.clock ? m_options.clock->now() : base::SystemClock::instance().now();
}

void Writer::commitNow()
{
    const auto began = Steady::now();
    {
        const std::lock_guard lock(m_mutex);
        m_eventsTaken.insert(m_eventsTaken.end(), std::make_move_iterator(m_events.begin()),
                             std::make_move_iterator(m_events.end()));
        m_events.clear();
        m_companionSince = {};
        m_flushTaken = m_flushAsked;
    }
    if (m_options.companion)
        m_options.companion->gather(m_closing);
    chooseSaves();
    Commit commit(*m_database, *m_statements, m_set, m_seq + 1, now());
    bool good = m_database->run(u"BEGIN IMMEDIATE"_s) && writeParts(commit);
    if (good) {
        const std::unique_lock lock(m_set.mutex);
        good = m_database->run(u"COMMIT"_s);
        if (good)
            commit.apply();
    }
    if (!good) {
        const base::Error error = commit.damaged()
            ? Database::error(m_options.path, SQLITE_CORRUPT, u"an open block"_s)
            : m_database->error();
        m_database->rollback();
        failed(error);
        if (m_options.companion)
            m_options.companion->failed(error);
        return;
    }
    finishCommit(commit, began);
}

bool Writer::writeParts(Commit &commit)
{
    if (!m_names.save(*m_database))
        return false;
    for (const EventRecord &event : m_eventsTaken) {
        if (!saveEvent(*m_database, event))
            return false;
    }
    // Signals that fill up together must not make one long commit: the rest waits for the next.
    const auto until =
        Steady::now() + (m_set.heldBytes < 2 * openLimit ? sealingTime : 10 * sealingTime);
    m_sealedNow = 0;
    while (m_sealedNow < m_full.size() && (m_sealedNow == 0 || Steady::now() < until)) {
        if (!commit.seal(m_full[m_sealedNow++]))
            return false;
    }
    m_silentNow = 0;
    while (m_silentNow < m_silent.size() && (m_silentNow == 0 || Steady::now() < until)) {
        if (!commit.seal(m_silent[m_silent.size() - ++m_silentNow], true))
            return false;
    }
    m_savedNow = 0;
    while (m_savedNow < m_toSave.size() && (m_savedNow == 0 || Steady::now() < until)) {
        if (!commit.save(m_toSave[m_toSave.size() - ++m_savedNow], m_release))
            return false;
    }
    if (m_savedNow > 0 && m_savedNow == m_toSave.size()
        && !m_statements->deleteJournal.bind(1, m_saveTarget).run())
        return false;
    if (m_options.companion && !m_options.companion->write(*m_database))
        return false;
    return commit.journal(m_dirty);
}

/// Starts a round of saving open blocks when the journal or the memory has grown too large.
void Writer::chooseSaves()
{
    const std::uint64_t journalLimit =
        std::clamp<std::uint64_t>(m_fileBytes / 8, leastJournal, mostJournal);
    if (!m_toSave.empty() || (m_journalBytes < journalLimit && m_set.heldBytes < openLimit))
        return;
    m_release = m_set.heldBytes >= openLimit;
    m_saveTarget = m_seq;
    for (std::size_t i = 0; i < m_set.signalsById.size(); ++i) {
        const OpenSignal &signal = m_set.signalsById[i];
        if (signal.pendingSince > 0 || (m_release && signal.entries.capacity() > 0))
            m_toSave.push_back(static_cast<SignalId>(i));
    }
    m_journalBytes = 0;
}

void Writer::finishCommit(const Commit &commit, Steady::time_point began)
{
    ++m_seq;
    m_names.committed();
    if (m_options.companion)
        m_options.companion->committed();
    m_full.erase(m_full.begin(), m_full.begin() + static_cast<std::ptrdiff_t>(m_sealedNow));
    m_silent.resize(m_silent.size() - m_silentNow);
    m_toSave.resize(m_toSave.size() - m_savedNow);
    m_dirty.clear();
    m_journalBytes += commit.figures().journalBytes;
    m_blocks += commit.figures().blocks;
    m_commitMs = std::chrono::duration<double, std::milli>(Steady::now() - began).count();
    m_oldestTicks = 0;
    m_backoff = 0ms;
    learnRate(m_commitMs);
    {
        const std::lock_guard lock(m_mutex);
        m_stored += m_uncommitted;
        m_eventsStored += m_eventsTaken.size();
        m_flushDone = m_flushTaken;
        if (!m_problem.isEmpty())
            qCInfo(base::lcStore, "the history is written again");
        m_problem.clear();
    }
    m_uncommitted = 0;
    m_eventsTaken.clear();
    m_done.notify_all();
    m_space.notify_all();
    if (!m_full.empty() || !m_toSave.empty() || !m_silent.empty())
        m_oldest = Steady::now();
    // Passive: waits for no reader. When all is copied, the next commit begins the log anew.
    if (m_restartLog.exchange(false))
        sqlite3_wal_checkpoint_v2(m_database->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                                  nullptr);
}

/// Commits of about 80 ms: a sample then waits for at most the commit interval or three commits.
void Writer::learnRate(double ms)
{
    constexpr std::uint64_t worthMeasuring = 10'000;
    if (m_uncommitted < worthMeasuring || ms <= 0)
        return;
    const double wanted = static_cast<double>(m_uncommitted) / ms * 80;
    const std::lock_guard lock(m_mutex);
    const double limit = 0.5 * static_cast<double>(m_commitLimit) + 0.5 * wanted;
    m_commitLimit = static_cast<std::size_t>(std::clamp(limit, 20'000.0, 1'000'000.0));
}

void Writer::failed(const base::Error &error)
{
    m_backoff = std::min<std::chrono::milliseconds>(
        std::max<std::chrono::milliseconds>(m_backoff * 2, 250ms), 10s);
    m_retryAt = Steady::now() + m_backoff;
    const std::lock_guard lock(m_mutex);
    ++m_failures;
    if (m_problem != error.text)
        qCWarning(base::lcStore, "%ls", qUtf16Printable(error.text));
    m_problem = error.text;
    m_done.notify_all();
    m_space.notify_all();
}

/// The last commits: everything that waits, then all open blocks, so that the next start replays
/// nothing. Gives up when writing fails: the journal holds what was committed before.
void Writer::closeDown()
{
    m_backoff = 0ms;
    m_closing = true;
    const auto step = [this] {
        commitNow();
        return m_backoff == 0ms;
    };
    bool good = true;
    do {
        absorb();
        good = step();
    } while (good
             && (m_waiting > 0 || !m_full.empty()
                 || (m_options.companion && m_options.companion->pending())));
    if (good) {
        m_toSave.clear();
        m_release = false;
        m_saveTarget = m_seq;
        for (std::size_t i = 0; i < m_set.signalsById.size(); ++i) {
            if (m_set.signalsById[i].pendingSince > 0)
                m_toSave.push_back(static_cast<SignalId>(i));
        }
        while (good && !m_toSave.empty())
            good = step();
        if (good)
            good = m_statements->deleteJournal.bind(1, m_saveTarget).run();
        shrink(-1);
        sqlite3_wal_checkpoint_v2(m_database->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                  nullptr, nullptr);
        m_sound = true;
    }
    publishSize();
    const std::lock_guard lock(m_mutex);
    m_started = false;
    if (m_accepted > m_stored)
        qCCritical(base::lcStore, "%llu samples could not be stored: %ls",
                   static_cast<unsigned long long>(m_accepted - m_stored),
                   qUtf16Printable(m_problem));
    m_done.notify_all();
}

} // namespace store
