// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/connections.h"
#include "models/ingest/pipeline.h"
#include "models/recording/recorder.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace replay {

/// What a person asks to be recorded.
struct RecordingRequest
{
    QString path; ///< empty: a new file in the workspace's recordings folder
    QString title;
    QString author;
    /// Connection (profile id) -> topic filters; a connection that is not named is not recorded.
    /// Empty map: all connections, everything.
    std::map<QString, QStringList> filters;
    std::int64_t partBytes = 0; ///< a new file after about this size; 0: never
    base::TimeNs partTime = 0;
    base::TimeNs preTrigger = 0; ///< armed: keeps this much of the past until triggered; 0: at once
    /// A triggered recording ends by itself this long after the trigger; 0: runs on.
    base::TimeNs postTrigger = 0;
};

/// Recordings under way: taps the pipeline. Main thread.
class RecordingDesk final : public QObject
{
    Q_OBJECT

public:
    /// `folder` empty: every request must name its path. The others must outlive this.
    RecordingDesk(const QString &folder, ingest::Pipeline &pipeline,
                  connect::Connections &connections, QObject *parent = nullptr);
    ~RecordingDesk() override; ///< stopAll()

    /// The id of the new recording.
    base::Result<int> start(const RecordingRequest &request);
    base::Result<> stop(int id);
    void stopAll();
    void trigger(int id, const QString &why);
    /// Triggers every armed recording: an alarm came.
    void triggerAll(const QString &why);
    void mark(int id, const QString &text, const QString &author);
    base::Result<> flush(int id);

    /// Writes into the recordings under way how connections and derived signals are now.
    void describeAgain();

    std::vector<int> running() const;
    recording::RecorderStatus status(int id) const;
    QString folder() const { return m_folder; }
    /// A path for a new recording in the folder that nothing has yet.
    QString freshPath(base::TimeNs now) const;

Q_SIGNALS:
    void changed(); ///< one began or ended
    void failed(const QString &sentence);

private:
    struct Job;
    void describeConnections(Job &job);

    const QString m_folder;
    ingest::Pipeline &m_pipeline;
    connect::Connections &m_connections;
    std::map<int, std::unique_ptr<Job>> m_jobs;
    int m_next = 1;
};

/// A connection as it stands in a recording: url, mappings; no secrets.
recording::RecordedConnection describe(const connect::mqtt::Profile &profile);

} // namespace replay
