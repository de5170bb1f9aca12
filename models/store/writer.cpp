// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/writer.h"

#include "models/base/log.h"
#include "models/store/companion.h"
#include "models/store/schema.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QVariant>

#include <algorithm>
#include <future>
#include <sqlite3.h>

namespace store {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(store::Writer)
};

constexpr std::size_t maxWaiting = 4'000'000; ///< samples in the queue
constexpr int walPagesTooMany = 65'536; ///< 256 MiB: the writer has to help
constexpr auto maxQueueAge = 150ms; ///< older than this, producers wait: bounds what a crash takes

} // namespace

Writer::Writer(const HistorianOptions &options, OpenSet &set)
    : m_options(options)
    , m_set(set)
    , m_retentionDays(options.retentionDays)
    , m_retentionBytes(options.retentionBytes)
    , m_keep(options.keep)
{
}

Writer::~Writer()
{
    stop();
}

base::Result<> Writer::start(bool checkFirst)
{
    std::promise<base::Result<>> ready;
    auto answer = ready.get_future();
    m_thread = std::thread([this, checkFirst, &ready] {
        const base::Result<> result = prepare(checkFirst);
        const bool good = result.has_value();
        ready.set_value(result);
        if (good)
            loop();
        m_statements.reset();
        if (m_options.companion)
            m_options.companion->closing();
        m_database.reset();
    });
    const base::Result<> result = answer.get();
    if (!result) {
        m_thread.join();
        return result;
    }
    m_checkpointThread = std::thread([this] { checkpointLoop(); });
    const std::lock_guard lock(m_mutex);
    m_started = true;
    return {};
}

base::Result<> Writer::prepare(bool checkFirst)
{
    auto database = Database::open(m_options.path, false);
    if (!database)
        return tl::unexpected(database.error());
    m_database = std::move(*database);
    if (const auto ready = prepareForWriting(*m_database, schemaVersion, m_options.application);
        !ready)
        return ready;
    if (checkFirst) {
        if (const auto sound = quickCheck(*m_database, 2'000); !sound)
            return sound;
    }
    if (m_options.companion) {
        if (const auto ready = m_options.companion->prepare(*m_database); !ready)
            return ready;
    }
    if (const auto loaded = loadOpenSet(*m_database, m_set); !loaded)
        return loaded;
    m_statements.emplace(*m_database);
    sqlite3_wal_hook(
        m_database->handle(),
        [](void *data, sqlite3 *, const char *, int pages) {
            static_cast<Writer *>(data)->m_walPages.store(pages, std::memory_order_relaxed);
            return SQLITE_OK;
        },
        this);
    return recover();
}

/// Brings the counters up to what the database holds; full signals of a long journal are sealed
/// with the first commit.
base::Result<> Writer::recover()
{
    m_seq = m_set.commit;
    m_journalBytes = m_database->value(u"SELECT total(length(data)) FROM journal"_s).toULongLong();
    // Ids grow by one per block and only the oldest go, so this is close to a count.
    m_blocks =
        m_database->value(u"SELECT coalesce(max(id) - min(id) + 1, 0) FROM blocks"_s).toULongLong();
    for (std::size_t i = 0; i < m_set.signalsById.size(); ++i) {
        OpenSignal &signal = m_set.signalsById[i];
        const auto id = static_cast<SignalId>(i);
        if (signal.total() > 0 && !signal.known && !loadKnown(*m_statements, signal, id))
            return tl::unexpected(m_database->error());
        if (signal.total() >= fullSamples)
            m_full.push_back(id);
    }
    publishSize();
    m_nextRetention = Steady::now() + 1s;
    return {};
}

void Writer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_space.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    {
        const std::lock_guard lock(m_checkpointMutex);
        m_checkpointStop = true;
    }
    m_checkpointWake.notify_all();
    if (m_checkpointThread.joinable())
        m_checkpointThread.join();
    m_done.notify_all();
}

void Writer::follow(telemetry::Catalogue &catalogue, telemetry::TextTable &texts)
{
    const std::lock_guard lock(m_mutex);
    m_names.follow(catalogue, texts);
}

bool Writer::append(std::vector<telemetry::Sample> &&samples)
{
    if (samples.empty())
        return true;
    std::unique_lock lock(m_mutex);
    m_space.wait(lock, [&] {
        if (m_stopping || m_queue.empty())
            return true;
        // While writing fails the queue fills to its bound. Else producers wait for the store, so
        // that a crash never takes more than the last moments.
        if (!m_problem.isEmpty())
            return m_waiting + samples.size() <= maxWaiting;
        return m_waiting + samples.size() <= m_commitLimit
            && Steady::now() - m_queue.front().arrived < maxQueueAge;
    });
    if (m_stopping || !m_started)
        return false;
    m_waiting += samples.size();
    m_accepted += samples.size();
    m_queue.push_back({std::move(samples), Steady::now()});
    m_wake.notify_one();
    return true;
}

void Writer::addEvent(EventRecord event)
{
    const std::lock_guard lock(m_mutex);
    m_events.push_back(std::move(event));
    ++m_eventsGiven;
    m_wake.notify_one();
}

void Writer::wake()
{
    const std::lock_guard lock(m_mutex);
    if (m_companionSince != Steady::time_point{})
        return;
    m_companionSince = Steady::now();
    m_wake.notify_one();
}

base::Result<> Writer::flush()
{
    std::unique_lock lock(m_mutex);
    if (!m_started || m_stopping)
        return base::failure(Text::tr("The history is closed."), base::ErrorCode::Conflict);
    const std::uint64_t samples = m_accepted;
    const std::uint64_t events = m_eventsGiven;
    const std::uint64_t failures = m_failures;
    const std::uint64_t ticket = m_options.companion ? ++m_flushAsked : 0;
    ++m_flushers;
    m_retryNow = !m_problem.isEmpty();
    m_wake.notify_one();
    m_done.wait(lock, [&] {
        return (m_stored >= samples && m_eventsStored >= events && m_flushDone >= ticket)
            || m_failures != failures || (m_stopping && !m_started);
    });
    --m_flushers;
    if (m_stored >= samples && m_eventsStored >= events && m_flushDone >= ticket)
        return {};
    return base::failure(m_problem.isEmpty() ? Text::tr("The history is closed.") : m_problem,
                         base::ErrorCode::Io);
}

void Writer::setRetention(int days, std::int64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_retentionDays = days;
    m_retentionBytes = bytes;
}

void Writer::setKeep(TimeNs keep)
{
    const std::lock_guard lock(m_mutex);
    m_keep = keep;
}

StoreStatus Writer::status() const
{
    StoreStatus status;
    Steady::time_point oldest = Steady::time_point::max();
    {
        const std::lock_guard lock(m_mutex);
        status.accepted = m_accepted;
        status.stored = m_stored;
        status.waiting = m_waiting;
        status.problem = m_problem;
        if (!m_queue.empty())
            oldest = m_queue.front().arrived;
    }
    if (const Steady::rep ticks = m_oldestTicks.load(std::memory_order_relaxed))
        oldest = std::min(oldest, Steady::time_point(Steady::duration(ticks)));
    if (oldest != Steady::time_point::max())
        status.behindMs = std::chrono::duration<double, std::milli>(Steady::now() - oldest).count();
    status.late = m_late;
    status.blocks = m_blocks;
    status.fileBytes = m_fileBytes;
    status.deletedByRetention = m_deleted;
    status.commitMs = m_commitMs;
    return status;
}

void Writer::publishSize()
{
    const qint64 wal = QFileInfo(m_options.path + u"-wal"_s).size();
    m_fileBytes = static_cast<std::uint64_t>(QFileInfo(m_options.path).size() + wal);
}

/// Copies the log while the writer goes on. What the writer adds meanwhile keeps the log from being
/// begun anew; once little is left, the writer is asked to copy the rest between two commits.
void Writer::checkpointLoop()
{
    auto database = Database::open(m_options.path, false);
    // A connection that never read anything does not know yet that there is a log, and copies none.
    if (database && !(*database)->value(u"SELECT count(*) FROM sqlite_master"_s).isValid())
        qCWarning(base::lcStore, "%ls", qUtf16Printable((*database)->error().text));
    std::unique_lock lock(m_checkpointMutex);
    while (!m_checkpointStop) {
        m_checkpointWake.wait_for(lock, 500ms);
        constexpr int pagesWorthCopying = 4'096;
        if (m_checkpointStop || !database
            || m_walPages.load(std::memory_order_relaxed) < pagesWorthCopying)
            continue;
        lock.unlock();
        int pages = 0;
        int copied = 0;
        const int result = sqlite3_wal_checkpoint_v2((*database)->handle(), nullptr,
                                                     SQLITE_CHECKPOINT_PASSIVE, &pages, &copied);
        const int left = m_walPages.load(std::memory_order_relaxed) - copied;
        if (result == SQLITE_OK && (left < pagesWorthCopying || pages > walPagesTooMany))
            m_restartLog = true;
        publishSize();
        lock.lock();
    }
}

} // namespace store
