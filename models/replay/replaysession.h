// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/settings.h"
#include "models/connect/replay/replaysource.h"
#include "models/ingest/pipeline.h"
#include "models/recording/recording.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace replay {

/// A recording played through a pipeline of its own, with a clock of its own: apart from what is
/// live, so that nothing of it can reach a device, an alarm list or the history. Main thread.
class ReplaySession final : public QObject
{
    Q_OBJECT

public:
    static base::Result<std::unique_ptr<ReplaySession>> open(const QString &path,
                                                             const base::Settings *settings);
    ~ReplaySession() override;

    const std::shared_ptr<recording::Recording> &recording() const { return m_recording; }
    ingest::Pipeline &pipeline() { return *m_pipeline; }
    store::Historian &history() { return m_recording->history(); }

    void play();
    void pause();
    void setSpeed(double factor); ///< 0: as fast as possible
    void setLoop(bool loop) { m_loop = loop; }
    bool loops() const { return m_loop; }
    /// Goes to an instant of the recording: restores its state, then goes on as before. Runs aside;
    /// the newest wish wins. `sought` when done.
    void seek(base::TimeNs time);
    void step(qint64 messages); ///< pauses; negative: back
    connect::ReplayPosition position() const; ///< while seeking: of the goal
    bool seeking() const { return m_seeking; }
    std::vector<recording::Damage> damages() const { return m_source->damages(); }

    /// Seeks and returns when it is done. For programs without a window.
    void seekAndWait(base::TimeNs time);
    /// Restores the state before the message `sequence` and goes there.
    void placeAt(std::uint64_t sequence, base::TimeNs time);
    connect::ReplaySource &source() { return *m_source; }

Q_SIGNALS:
    void sought();
    void ended(); ///< the end was reached and it does not loop

private:
    ReplaySession() = default;
    void build(const base::Settings *settings);
    void startSeek();
    void begin(const QFuture<void> &seek);
    void look();

    std::shared_ptr<recording::Recording> m_recording;
    base::ManualClock m_clock;
    std::unique_ptr<ingest::Pipeline> m_pipeline;
    std::unique_ptr<connect::ReplaySource> m_source;
    QFuture<void> m_seek;
    bool m_seeking = false; ///< from its start until `sought`, newer wishes included
    std::optional<base::TimeNs> m_wanted; ///< newest wish while a seek runs
    base::TimeNs m_goal = 0;
    bool m_playAfter = false;
    bool m_loop = false;
    bool m_wasPlaying = false;
    QTimer m_look;
};

} // namespace replay
