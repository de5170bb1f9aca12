// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay/replaysession.h"

#include "models/ingest/pipelineoptions.h"
#include "models/replay/recordedmappings.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace replay {

namespace {

constexpr int lookMs = 50;
constexpr std::size_t inletBytes = 1u << 20; ///< little: what is played is soon seen

/// The last and the retained message of a topic, to be fed in order of receipt.
struct StateMessage
{
    const recording::KeptMessage *message;
    recording::TopicId topic;
};

std::vector<StateMessage> inOrder(const recording::State &state)
{
    std::vector<StateMessage> out;
    for (const recording::TopicState &topic : state.topics()) {
        if (!topic.seen)
            continue;
        if (topic.retained)
            out.push_back({&*topic.retained, topic.topic});
        out.push_back({&topic.last, topic.topic});
    }
    std::stable_sort(out.begin(), out.end(), [](const StateMessage &a, const StateMessage &b) {
        return a.message->received < b.message->received;
    });
    return out;
}

} // namespace

base::Result<std::unique_ptr<ReplaySession>> ReplaySession::open(const QString &path,
                                                                 const base::Settings *settings)
{
    auto recording = recording::Recording::open(path);
    if (!recording)
        return tl::unexpected(recording.error());
    std::unique_ptr<ReplaySession> session(new ReplaySession);
    session->m_recording = std::move(*recording);
    session->build(settings);
    return session;
}

void ReplaySession::build(const base::Settings *settings)
{
    ingest::PipelineOptions options;
    if (settings)
        options = ingest::pipelineOptions(*settings);
    options.streamClock = &m_clock;
    options.inletBytes = inletBytes;
    m_clock.set(m_recording->info().start == base::noTime ? 0 : m_recording->info().start);
    m_pipeline = std::make_unique<ingest::Pipeline>(options, &m_recording->history());
    std::vector<connect::ReplaySource::Outlet> outlets;
    for (const recording::RecordedConnection &connection : m_recording->connections()) {
        const ingest::Pipeline::Intake intake =
            m_pipeline->addSource(connection.key, connection.name, true);
        m_pipeline->setMappings(intake.id, mappingsOf(connection));
        if (auto derived = derivedOf(connection); !derived.empty())
            m_pipeline->setDerived(std::move(derived));
        outlets.push_back({intake.id, intake.inlet});
    }
    m_source = std::make_unique<connect::ReplaySource>(m_recording, std::move(outlets));
    m_pipeline->start();
    m_source->start();
    placeAt(m_recording->info().firstSequence, m_clock.now());
    m_goal = m_clock.now();
    m_look.setInterval(lookMs);
    QObject::connect(&m_look, &QTimer::timeout, this, &ReplaySession::look);
    m_look.start();
}

ReplaySession::~ReplaySession()
{
    m_wanted.reset();
    m_seek.waitForFinished();
    m_source->pause();
    m_pipeline->stop();
    m_source->stop();
}

void ReplaySession::play()
{
    if (m_seeking) {
        m_playAfter = true;
        return;
    }
    if (m_source->position().atEnd)
        return seek(m_recording->info().start), void(m_playAfter = true);
    m_wasPlaying = true;
    m_source->play();
}

void ReplaySession::pause()
{
    m_playAfter = false;
    m_wasPlaying = false;
    if (!m_seeking)
        m_source->pause();
}

void ReplaySession::setSpeed(double factor)
{
    m_source->setSpeed(factor);
}

connect::ReplayPosition ReplaySession::position() const
{
    connect::ReplayPosition out = m_source->position();
    if (m_seeking) {
        out.time = m_goal;
        out.playing = m_playAfter;
        out.atEnd = false;
    }
    return out;
}

void ReplaySession::seek(base::TimeNs time)
{
    const recording::RecordingInfo &info = m_recording->info();
    m_goal = std::clamp(time, info.start, std::max(info.start, info.end));
    if (m_seeking) {
        m_wanted = m_goal;
        return;
    }
    m_playAfter = m_source->position().playing;
    startSeek();
}

void ReplaySession::startSeek()
{
    m_wanted.reset();
    begin(QtConcurrent::run([this, goal = m_goal] {
        m_source->pause();
        placeAt(m_recording->sequenceAt(goal), goal);
    }));
}

/// Follows a seek that was started; between its end and the next wish there is no gap.
void ReplaySession::begin(const QFuture<void> &seek)
{
    m_seek = seek;
    m_seeking = true;
    auto *watcher = new QFutureWatcher<void>(this);
    QObject::connect(watcher, &QFutureWatcher<void>::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (m_wanted)
            return startSeek();
        m_seeking = false;
        if (std::exchange(m_playAfter, false))
            play();
        Q_EMIT sought();
    });
    watcher->setFuture(m_seek);
}

void ReplaySession::seekAndWait(base::TimeNs time)
{
    m_source->pause();
    placeAt(m_recording->sequenceAt(time), time);
}

/// Any thread; the source is paused.
void ReplaySession::placeAt(std::uint64_t sequence, base::TimeNs time)
{
    recording::State state;
    std::uint64_t from = m_recording->info().firstSequence;
    const bool known = m_recording->snapshotBefore(sequence, state, from);
    m_pipeline->restore(time, [&](ingest::Pipeline::Feed &feed) {
        if (known) {
            for (const StateMessage &item : inOrder(state)) {
                if (item.topic >= m_recording->topics().size())
                    continue;
                const auto &[source, topic] = m_recording->topics()[item.topic];
                telemetry::MessageView view;
                recording::applyFlags(item.message->flags, view);
                view.topic = topic;
                view.source = source;
                view.payload = item.message->payload;
                view.received = item.message->received;
                view.properties = item.message->properties.get();
                feed.message(view);
            }
            for (const recording::LastValue &value : state.values()) {
                if (value.signal != telemetry::noId)
                    feed.value({value.signal, value.type, value.quality, value.time, value.received,
                                value.bits});
            }
        }
        recording::Cursor cursor(m_recording);
        cursor.seek(from);
        recording::RecordedMessage message;
        while (cursor.sequence() < sequence && cursor.next(message))
            feed.message(message.view);
    });
    m_source->place(sequence, time);
}

void ReplaySession::step(qint64 messages)
{
    pause();
    if (m_seeking)
        return;
    if (messages > 0) {
        m_source->step(static_cast<std::uint64_t>(messages));
        return;
    }
    const std::uint64_t at = m_source->position().sequence;
    const auto back = static_cast<std::uint64_t>(-messages);
    const std::uint64_t first = m_recording->info().firstSequence;
    const std::uint64_t goal = at > first + back ? at - back : first;
    recording::Cursor cursor(m_recording);
    cursor.seek(goal);
    recording::RecordedMessage message;
    if (!cursor.next(message))
        return;
    m_goal = message.view.received;
    m_playAfter = false;
    begin(QtConcurrent::run([this, goal, time = m_goal] {
        m_source->pause();
        placeAt(goal, time);
    }));
}

void ReplaySession::look()
{
    if (m_seeking || !m_wasPlaying || m_source->position().playing)
        return;
    m_wasPlaying = false;
    if (m_loop) {
        seek(m_recording->info().start);
        m_playAfter = true;
        return;
    }
    Q_EMIT ended();
}

} // namespace replay
