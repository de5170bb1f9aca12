// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/replay/replaysource.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <pthread.h>

namespace connect {

using Steady = std::chrono::steady_clock;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(connect::ReplaySource)
};

constexpr TimeNs timeStep = 50 * base::nsPerMs; ///< of the wall clock, between two Time events
constexpr int batchAtFullSpeed = 512; ///< messages between two looks at the controls

TimeNs steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Steady::now().time_since_epoch())
        .count();
}

std::vector<recording::Marker> connectionMarkers(const recording::Recording &recording)
{
    using Kind = recording::Marker::Kind;
    std::vector<recording::Marker> out;
    for (const recording::Marker &marker : recording.markers()) {
        if (marker.connection >= 0
            && (marker.kind == Kind::Connected || marker.kind == Kind::Disconnected
                || marker.kind == Kind::Source))
            out.push_back(marker);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto &a, const auto &b) { return a.sequence < b.sequence; });
    return out;
}

} // namespace

ReplaySource::ReplaySource(std::shared_ptr<const recording::Recording> recording,
                           std::vector<Outlet> outlets)
    : m_recording(std::move(recording))
    , m_outlets(std::move(outlets))
    , m_markers(connectionMarkers(*m_recording))
    , m_cursor(m_recording)
{
    m_position.sequence = m_recording->info().firstSequence;
    m_position.time = m_recording->info().start;
}

ReplaySource::~ReplaySource()
{
    stop();
}

void ReplaySource::start()
{
    const std::lock_guard lock(m_mutex);
    if (m_started)
        return;
    m_started = true;
    m_thread = std::thread([this] { run(); });
}

void ReplaySource::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_position.playing = false;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

SourceStatus ReplaySource::status() const
{
    const ReplayPosition at = position();
    SourceStatus status;
    status.state = SourceState::Connected;
    status.messages = m_messages;
    status.bytes = m_bytes;
    const QString title = m_recording->info().title;
    status.sentence = at.playing ? Words::tr("Replaying \"%1\".").arg(title)
        : at.atEnd               ? Words::tr("The end of \"%1\" is reached.").arg(title)
                                 : Words::tr("\"%1\" is paused.").arg(title);
    return status;
}

base::Result<> ReplaySource::publish(const PublishRequest &)
{
    return base::failure(Words::tr("This is a replay: nothing is published from it."),
                         base::ErrorCode::Denied);
}

base::Result<> ReplaySource::askRebirth(const QString &)
{
    return base::failure(Words::tr("This is a replay: no device is asked for anything."),
                         base::ErrorCode::Denied);
}

void ReplaySource::play()
{
    {
        const std::lock_guard lock(m_mutex);
        m_position.playing = !m_position.atEnd;
        m_rebase = true;
    }
    m_changed.notify_all();
}

void ReplaySource::pause()
{
    std::unique_lock lock(m_mutex);
    m_position.playing = false;
    m_stepsLeft = 0;
    m_changed.notify_all();
    m_idle.wait(lock, [this] { return !m_pushing || m_stopping; });
}

void ReplaySource::setSpeed(double factor)
{
    {
        const std::lock_guard lock(m_mutex);
        m_position.speed = factor <= 0 ? 0 : std::clamp(factor, 0.01, 10'000.0);
        m_rebase = true;
    }
    m_changed.notify_all();
}

void ReplaySource::setEnd(TimeNs time)
{
    const std::lock_guard lock(m_mutex);
    m_end = time;
    m_position.atEnd = false;
}

void ReplaySource::place(std::uint64_t sequence, TimeNs time)
{
    const std::lock_guard lock(m_mutex);
    m_cursor.seek(sequence);
    m_position.sequence = sequence;
    m_position.time = time;
    m_position.atEnd = false;
    m_rebase = true;
    m_marker = static_cast<std::size_t>(
        std::partition_point(m_markers.begin(), m_markers.end(),
                             [sequence](const auto &m) { return m.sequence < sequence; })
        - m_markers.begin());
}

void ReplaySource::step(std::uint64_t count)
{
    {
        const std::lock_guard lock(m_mutex);
        m_stepsLeft += count;
    }
    m_changed.notify_all();
}

ReplayPosition ReplaySource::position() const
{
    const std::lock_guard lock(m_mutex);
    return m_position;
}

std::vector<recording::Damage> ReplaySource::damages() const
{
    const std::lock_guard lock(m_mutex);
    return m_damages;
}

bool ReplaySource::pushNext(const recording::RecordedMessage &message)
{
    pushMarkersUntil(message.sequence);
    if (message.view.source >= m_outlets.size())
        return true;
    telemetry::MessageView view = message.view;
    const Outlet &outlet = m_outlets[view.source];
    view.source = outlet.id;
    m_messages.fetch_add(1, std::memory_order_relaxed);
    m_bytes.fetch_add(view.topic.size() + view.payload.size(), std::memory_order_relaxed);
    return outlet.inlet->push(view);
}

void ReplaySource::pushMarkersUntil(std::uint64_t sequence)
{
    using Kind = recording::Marker::Kind;
    for (; m_marker < m_markers.size() && m_markers[m_marker].sequence <= sequence; ++m_marker) {
        const recording::Marker &marker = m_markers[m_marker];
        if (static_cast<std::size_t>(marker.connection) >= m_outlets.size())
            continue;
        telemetry::SourceEvent event;
        event.kind = marker.kind == Kind::Connected ? telemetry::SourceEvent::Kind::Connected
            : marker.kind == Kind::Disconnected     ? telemetry::SourceEvent::Kind::Disconnected
                                                    : telemetry::SourceEvent::Kind::Note;
        event.time = marker.time;
        event.source = m_outlets[static_cast<std::size_t>(marker.connection)].id;
        event.text = marker.text.toStdString();
        m_outlets[static_cast<std::size_t>(marker.connection)].inlet->push(std::move(event));
    }
}

void ReplaySource::pushTime(TimeNs time, TimeNs next)
{
    if (m_outlets.empty())
        return;
    telemetry::SourceEvent event;
    event.kind = telemetry::SourceEvent::Kind::Time;
    event.time = time;
    event.next = next;
    m_outlets.front().inlet->push(std::move(event));
}

/// Plays by "this much of the recording has passed since play()": no error adds up.
void ReplaySource::run()
{
    pthread_setname_np(pthread_self(), "replay");
    recording::RecordedMessage message;
    bool have = false;
    TimeNs startWall = 0;
    TimeNs startTime = 0;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (!m_position.playing && m_stepsLeft == 0) {
            m_pushing = false;
            have = false; // place() may move the cursor
            m_idle.notify_all();
            m_changed.wait(lock);
            continue;
        }
        if (!m_pushing) {
            m_pushing = true;
            m_cursor.seek(m_position.sequence);
        }
        if (std::exchange(m_rebase, false)) {
            startWall = steadyNow();
            startTime = m_position.time;
        }
        const double speed = m_position.speed;
        const TimeNs end = m_end;
        const bool stepping = m_stepsLeft > 0;
        if (!have) {
            lock.unlock();
            have = m_cursor.next(message);
            lock.lock();
            m_damages = m_cursor.damages();
        }
        if (!have || (end != base::noTime && message.view.received >= end && !stepping)) {
            m_position.playing = false;
            m_position.atEnd = true;
            m_stepsLeft = 0;
            if (end != base::noTime && have)
                m_position.time = end;
            continue;
        }
        if (!stepping && speed > 0) {
            const TimeNs wall = steadyNow();
            const auto passed = static_cast<TimeNs>(static_cast<double>(wall - startWall) * speed);
            const TimeNs due = startTime + passed;
            if (message.view.received > due) {
                const auto until =
                    static_cast<TimeNs>(static_cast<double>(message.view.received - due) / speed);
                m_position.time = std::max(m_position.time, due);
                const TimeNs next = message.view.received;
                lock.unlock();
                pushTime(due, next);
                lock.lock();
                m_changed.wait_for(lock, std::chrono::nanoseconds(std::min(until, timeStep)));
                continue;
            }
        }
        // A run of messages that are due, without looking at the controls for each.
        const TimeNs due = speed > 0 && !stepping
            ? startTime + static_cast<TimeNs>(static_cast<double>(steadyNow() - startWall) * speed)
            : std::numeric_limits<TimeNs>::max();
        const std::uint64_t most =
            stepping ? std::min<std::uint64_t>(m_stepsLeft, batchAtFullSpeed) : batchAtFullSpeed;
        lock.unlock();
        std::uint64_t pushed = 0;
        TimeNs last = message.view.received;
        std::uint64_t next = message.sequence;
        bool open = true;
        while (have && open && pushed < most && message.view.received <= due
               && (end == base::noTime || message.view.received < end || stepping)) {
            open = pushNext(message);
            last = message.view.received;
            next = message.sequence + 1;
            ++pushed;
            have = m_cursor.next(message);
        }
        lock.lock();
        m_damages = m_cursor.damages();
        m_position.sequence = next;
        m_position.time = std::max(m_position.time, last);
        if (stepping) {
            m_position.time = last;
            m_stepsLeft -= std::min(m_stepsLeft, pushed);
        }
        if (!open)
            m_stopping = true; // the pipeline is gone
    }
    m_pushing = false;
    m_idle.notify_all();
}

} // namespace connect
