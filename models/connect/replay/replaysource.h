// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/source.h"
#include "models/recording/recording.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace connect {

/// Where a replay stands.
struct ReplayPosition
{
    std::uint64_t sequence = 0; ///< of the next message
    TimeNs time = 0; ///< of the recording
    bool playing = false;
    bool atEnd = false;
    double speed = 1; ///< 0: as fast as possible
};

/// A recording as a source: pushes its messages with the stamps they were recorded with, into the
/// inlets of the connections they came from, paced by their distances. It publishes nothing.
/// Controls are for any thread; a thread of its own does the work.
class ReplaySource final : public Source
{
public:
    struct Outlet
    {
        telemetry::SourceId id = 0;
        std::shared_ptr<telemetry::Inlet> inlet;
    };
    /// `outlets` by position of the connection in the recording.
    ReplaySource(std::shared_ptr<const recording::Recording> recording,
                 std::vector<Outlet> outlets);
    ~ReplaySource() override; ///< stop()

    void start() override; ///< paused, at the beginning
    void stop() override;
    SourceStatus status() const override;
    base::Result<> publish(const PublishRequest &request) override; ///< always refused
    base::Result<> askRebirth(const QString &node) override; ///< always refused

    void play();
    void pause(); ///< when it returns nothing is pushed any more
    void setSpeed(double factor); ///< 0: as fast as the pipeline takes it; else 0.01 to 10,000
    /// Plays until this receive time; base::noTime: to the end.
    void setEnd(TimeNs time);
    /// Goes there; only while paused, and only after the pipeline was restored to that instant.
    void place(std::uint64_t sequence, TimeNs time);
    /// Pushes `count` messages at once, whatever their times. Only while paused.
    void step(std::uint64_t count);

    ReplayPosition position() const;
    std::vector<recording::Damage> damages() const; ///< left out so far

private:
    void run();
    bool pushNext(const recording::RecordedMessage &message);
    void pushTime(TimeNs time, TimeNs next);
    void pushMarkersUntil(std::uint64_t sequence);

    const std::shared_ptr<const recording::Recording> m_recording;
    const std::vector<Outlet> m_outlets;
    const std::vector<recording::Marker> m_markers; ///< of connections, by sequence

    mutable std::mutex m_mutex;
    std::condition_variable m_changed; ///< a control was used
    std::condition_variable m_idle; ///< the thread pushes nothing
    bool m_stopping = false;
    bool m_started = false;
    bool m_pushing = false;
    ReplayPosition m_position;
    TimeNs m_end = base::noTime;
    std::uint64_t m_stepsLeft = 0;
    bool m_rebase = true; ///< pacing starts anew from here
    std::vector<recording::Damage> m_damages;

    recording::Cursor m_cursor; ///< the thread's, or anybody's while it is idle
    std::size_t m_marker = 0;
    std::thread m_thread;
    std::atomic<std::uint64_t> m_messages = 0;
    std::atomic<std::uint64_t> m_bytes = 0;
};

} // namespace connect
