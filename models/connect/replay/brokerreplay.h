// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/source.h"
#include "models/recording/recording.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace connect {

/// What to play onto a broker.
struct BrokerReplayOptions
{
    double speed = 1; ///< 0: as fast as the broker takes it
    TimeNs from = base::noTime; ///< the state of this instant is published first; noTime: begin
    TimeNs to = base::noTime; ///< not included
    QString topicPrefix; ///< before each topic, to keep replayed data apart
};

/// Figures of a replay onto a broker. Any thread.
struct BrokerReplayStatus
{
    std::uint64_t published = 0; ///< handed to the broker; QoS 1 and 2: confirmed
    std::uint64_t failed = 0;
    std::uint64_t stateMessages = 0; ///< published before the first, to restore the state
    double worstLateMs = 0; ///< behind the recorded distance, at any message
    TimeNs time = 0; ///< of the recording
    bool done = false;
    QString problem; ///< the first failure
    std::vector<recording::Damage> damages;
};

/// Publishes a recording with its QoS, retain flags, properties and distances in time, in its
/// order. A thread of its own paces; the order of each topic is kept whatever its QoS.
class BrokerReplay
{
public:
    /// `broker` must be connected, may publish, and must outlive this.
    BrokerReplay(std::shared_ptr<const recording::Recording> recording, Source &broker,
                 const BrokerReplayOptions &options);
    ~BrokerReplay(); ///< stop()

    void start();
    void stop(); ///< returns when nothing more is published
    bool wait(int ms); ///< true: done
    BrokerReplayStatus status() const;

    /// Why a recording should not be played onto this broker: it came from there, and its devices
    /// would hear it. Empty: it may.
    static QString sameBroker(const recording::Recording &recording, const QString &host,
                              quint16 port);

private:
    struct Shared; ///< outlives this while answers are under way
    void run();
    bool publishState();
    bool publish(recording::TopicId topic, const telemetry::MessageView &message, bool retain);
    bool sleepUntil(std::chrono::steady_clock::time_point due);

    const std::shared_ptr<const recording::Recording> m_recording;
    Source &m_broker;
    const BrokerReplayOptions m_options;
    const std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

} // namespace connect
