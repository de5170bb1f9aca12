// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay/recordingdesk.h"

#include "models/replay/recordedmappings.h"
#include "models/replay/recordertap.h"

#include "models/base/log.h"
#include "models/connect/mqtt/topics.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace replay {

struct RecordingDesk::Job
{
    RecordingRequest request;
    std::unique_ptr<recording::Recorder> recorder;
    std::unique_ptr<RecorderTap> tap;
    QTimer post;
};

recording::RecordedConnection describe(const connect::mqtt::Profile &profile)
{
    QJsonObject details = profile.toJson();
    // What a reader of the recording needs to decode it as it was decoded; nothing that opens a
    // door.
    for (const char *key :
         {"user", "clientCertFile", "clientKeyFile", "caFile", "pinnedSha256", "clientId", "will"})
        details.remove(QLatin1StringView(key));
    return {profile.id, profile.name,
            QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact))};
}

RecordingDesk::RecordingDesk(const QString &folder, ingest::Pipeline &pipeline,
                             connect::Connections &connections, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_pipeline(pipeline)
    , m_connections(connections)
{
    QObject::connect(&connections, &connect::Connections::profilesChanged, this,
                     &RecordingDesk::describeAgain);
}

void RecordingDesk::describeAgain()
{
    for (const auto &[id, job] : m_jobs)
        m_pipeline.between([this, &job = job] { describeConnections(*job); });
}

RecordingDesk::~RecordingDesk()
{
    stopAll();
}

QString RecordingDesk::freshPath(base::TimeNs now) const
{
    const QString stem =
        QDateTime::fromMSecsSinceEpoch(now / base::nsPerMs).toString(u"yyyy-MM-dd HH.mm.ss"_s);
    const QDir folder(m_folder);
    QString name = stem + u".phrec"_s;
    for (int i = 2; folder.exists(name); ++i)
        name = stem + u" (%1).phrec"_s.arg(i);
    return folder.filePath(name);
}

base::Result<int> RecordingDesk::start(const RecordingRequest &request)
{
    auto job = std::make_unique<Job>();
    job->request = request;
    recording::RecorderOptions options;
    options.path = request.path;
    if (options.path.isEmpty()) {
        if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
            return base::failure(
                tr("The folder for recordings %1 cannot be made; name a file.").arg(m_folder),
                base::ErrorCode::Io);
        options.path = freshPath(m_pipeline.clock().now());
    }
    options.title = request.title;
    options.author = request.author;
    options.software = u"Pilothouse " PILOTHOUSE_VERSION ""_s;
    options.partBytes = request.partBytes;
    options.partTime = request.partTime;
    options.preTrigger = request.preTrigger;
    options.clock = &m_pipeline.clock();
    if (!request.filters.empty()) {
        std::map<telemetry::SourceId, std::vector<std::string>> filters;
        for (const auto &[profile, topics] : request.filters) {
            std::vector<std::string> &of = filters[m_connections.sourceId(profile)];
            for (const QString &topic : topics) {
                if (const QString problem = connect::mqtt::filterProblem(topic); !problem.isEmpty())
                    return base::failure(problem);
                of.push_back(topic.toStdString());
            }
        }
        options.wanted = [filters = std::move(filters)](telemetry::SourceId source,
                                                        std::string_view topic) {
            const auto it = filters.find(source);
            if (it == filters.end())
                return false;
            return it->second.empty()
                || std::any_of(it->second.begin(), it->second.end(), [&](const std::string &f) {
                       return connect::mqtt::topicMatches(f, topic);
                   });
        };
    }
    auto recorder = recording::Recorder::start(options);
    if (!recorder)
        return tl::unexpected(recorder.error());
    job->recorder = std::move(*recorder);
    job->tap = std::make_unique<RecorderTap>(*job->recorder, m_pipeline);
    const int id = m_next++;
    m_pipeline.addTap(job->tap.get(), [this, &job] {
        describeConnections(*job);
        job->tap->seed();
    });
    job->post.setSingleShot(true);
    QObject::connect(&job->post, &QTimer::timeout, this, [this, id] {
        if (const auto stopped = stop(id); !stopped)
            Q_EMIT failed(stopped.error().text);
    });
    m_jobs.emplace(id, std::move(job));
    Q_EMIT changed();
    return id;
}

void RecordingDesk::describeConnections(Job &job)
{
    for (const telemetry::SourceInfo &source : m_pipeline.catalogue().sources()) {
        if (source.key == QLatin1StringView(ingest::derivedSourceKey)) {
            job.tap->describe(source.id, describeDerived(source, m_pipeline.derived()));
            continue;
        }
        const connect::mqtt::Profile profile = m_connections.profile(source.key);
        job.tap->describe(source.id,
                          profile.id.isEmpty()
                              ? recording::RecordedConnection{source.key, source.name, {}}
                              : describe(profile));
    }
}

base::Result<> RecordingDesk::stop(int id)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end())
        return {};
    const std::unique_ptr<Job> job = std::move(it->second);
    m_jobs.erase(it);
    m_pipeline.removeTap(job->tap.get());
    const auto stopped = job->recorder->stop();
    const bool unwanted = job->recorder->status().armed;
    const QString path = job->recorder->status().path;
    job->recorder.reset();
    if (unwanted)
        QFile::remove(path); // armed and never triggered: there was nothing to keep
    Q_EMIT changed();
    return stopped;
}

void RecordingDesk::stopAll()
{
    while (!m_jobs.empty()) {
        if (const auto stopped = stop(m_jobs.begin()->first); !stopped)
            qCWarning(base::lcEngine).noquote() << stopped.error().text;
    }
}

void RecordingDesk::trigger(int id, const QString &why)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end())
        return;
    it->second->recorder->trigger(why);
    if (it->second->request.postTrigger > 0)
        it->second->post.start(static_cast<int>(it->second->request.postTrigger / base::nsPerMs));
    Q_EMIT changed();
}

void RecordingDesk::triggerAll(const QString &why)
{
    for (const int id : running()) {
        if (status(id).armed)
            trigger(id, why);
    }
}

void RecordingDesk::mark(int id, const QString &text, const QString &author)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end())
        return;
    recording::Marker marker;
    marker.text = text;
    marker.author = author;
    it->second->recorder->mark(marker);
}

base::Result<> RecordingDesk::flush(int id)
{
    const auto it = m_jobs.find(id);
    return it == m_jobs.end() ? base::Result<>{} : it->second->recorder->flush();
}

std::vector<int> RecordingDesk::running() const
{
    std::vector<int> out;
    for (const auto &[id, job] : m_jobs)
        out.push_back(id);
    return out;
}

recording::RecorderStatus RecordingDesk::status(int id) const
{
    const auto it = m_jobs.find(id);
    return it == m_jobs.end() ? recording::RecorderStatus{} : it->second->recorder->status();
}

} // namespace replay
