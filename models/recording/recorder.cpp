// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/recorder.h"

#include "models/base/log.h"
#include "models/recording/partfile.h"
#include "models/recording/state.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

#include <algorithm>
#include <atomic>
#include <thread>

namespace recording {

using namespace Qt::StringLiterals;
using telemetry::MessageView;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(recording::Recorder)
};

constexpr std::size_t mostTopics = 1'000'000;
/// A seek plays what came since the last snapshot: about 5 us a message.
constexpr std::uint64_t snapshotMessages = 25'000;
constexpr std::size_t snapshotBytes = 8u << 20; ///< or so much payload
constexpr std::uint64_t leastSnapshotMessages = 1'000;
/// A snapshot may take a fifth of what is written: raw bytes since the last against its own.
constexpr std::size_t snapshotShare = 4;
constexpr std::uint64_t mostWaitingSamples = 1'000'000; ///< while writing fails
constexpr auto lookEvery = std::chrono::seconds(1); ///< at file size and free space

struct TopicKey
{
    telemetry::SourceId source;
    std::string topic;
};
struct TopicKeyView
{
    telemetry::SourceId source;
    std::string_view topic;
};
struct TopicHash
{
    using is_transparent = void;
    std::size_t operator()(const TopicKey &key) const
    {
        return (*this)(TopicKeyView{key.source, key.topic});
    }
    std::size_t operator()(const TopicKeyView &key) const
    {
        return std::hash<std::string_view>()(key.topic) ^ (key.source * 0x9e3779b97f4a7c15ull);
    }
};
struct TopicEqual
{
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A &a, const B &b) const
    {
        return a.source == b.source && std::string_view(a.topic) == std::string_view(b.topic);
    }
};

} // namespace

QString partPath(const QString &first, int part)
{
    if (part <= 1)
        return first;
    const QFileInfo info(first);
    return info.path() + u'/' + info.completeBaseName() + u'.' + QString::number(part) + u'.'
        + info.suffix();
}

struct Recorder::Private
{
    using Steady = std::chrono::steady_clock;

    explicit Private(const RecorderOptions &given)
        : options(given)
        , clock(given.clock ? *given.clock
                            : static_cast<const base::Clock &>(base::SystemClock::instance()))
    {
    }

    base::Result<std::unique_ptr<PartFile>> newPart(int number);
    TopicId topicId(const MessageView &message, bool &wanted);
    telemetry::SignalId signalId(telemetry::SignalId id, const telemetry::Catalogue &from);
    std::uint64_t textBits(std::uint64_t bits, const telemetry::TextTable &from);
    bool translate(telemetry::Sample &sample, const telemetry::Catalogue &from,
                   const telemetry::TextTable &texts);
    void takeSnapshot(TimeNs time);
    void giveSamples();
    void giveMessages();
    void markLost(std::uint64_t before);
    telemetry::SourceId sourceId(telemetry::SourceId source) const;
    bool snapshotDue() const;
    void rotateIfDue();
    void look();
    void closeOld();

    const RecorderOptions options;
    const base::Clock &clock;
    QString recordingId;

    // The feeder's thread:
    struct KnownTopic
    {
        TopicId id;
        bool wanted;
    };
    std::unordered_map<TopicKey, KnownTopic, TopicHash, TopicEqual> topics;
    std::vector<std::pair<telemetry::SourceId, std::string>> topicNames; ///< by TopicId
    std::vector<telemetry::SourceId> sources; ///< feeder's id -> ours; noSource: not given
    std::vector<RecordedConnection> connections; ///< by our id
    std::vector<telemetry::SignalId> signalIds; ///< feeder's -> ours
    std::vector<std::uint64_t> signalRevisions;
    std::vector<telemetry::TextCode> texts;
    State state;
    Handover handover;
    std::vector<telemetry::Sample> samples;
    std::uint64_t sequence = 0; ///< of the next message
    std::uint64_t atSnapshot = 0; ///< sequence
    TimeNs snapshotTime = base::noTime;
    std::size_t bytesSinceSnapshot = 0;
    std::size_t lastSnapshotBytes = 0;
    TimeNs partStart = base::noTime;
    std::uint64_t lostNow = 0; ///< since writing failed
    std::uint64_t lostSamplesNow = 0;
    bool snapshotMissed = false; ///< what was lost is known to the state only
    TimeNs lostSince = base::noTime;
    TimeNs lastTime = base::noTime;
    Steady::time_point looked{};
    std::uint64_t bytesAtLook = 0;

    telemetry::Catalogue catalogue;
    telemetry::TextTable textTable;

    mutable std::mutex mutex; ///< guards `part` against status() and markers
    std::shared_ptr<PartFile> part;
    std::shared_ptr<PartFile> closing; ///< the part before, while it is closed
    int partNumber = 1;
    std::uint64_t closedBytes = 0; ///< of earlier parts
    std::uint64_t closedWritten = 0;
    RecorderStatus status;
    std::thread closer;
    std::atomic<std::uint64_t> messages = 0;
    std::atomic<std::uint64_t> lost = 0;
    std::atomic<std::uint64_t> sampleCount = 0;
    std::atomic<bool> armed = false;
    bool stopped = false;

    static constexpr telemetry::SourceId noSource = UINT16_MAX;
};

Recorder::Recorder(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Recorder::~Recorder()
{
    if (const auto stopped = stop(); !stopped)
        qCWarning(base::lcStore).noquote() << stopped.error().text;
}

base::Result<std::unique_ptr<Recorder>> Recorder::start(const RecorderOptions &options)
{
    if (QFileInfo::exists(options.path))
        return base::failure(
            Text::tr("%1 is there already; a recording never overwrites a file. Choose another "
                     "name.")
                .arg(options.path),
            base::ErrorCode::Conflict);
    auto p = std::make_unique<Private>(options);
    p->recordingId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    p->armed = options.preTrigger > 0;
    auto part = p->newPart(1);
    if (!part)
        return tl::unexpected(part.error());
    p->part = std::move(*part);
    p->status.path = options.path;
    p->status.title =
        options.title.isEmpty() ? QFileInfo(options.path).completeBaseName() : options.title;
    p->look();
    return std::unique_ptr<Recorder>(new Recorder(std::move(p)));
}

base::Result<std::unique_ptr<PartFile>> Recorder::Private::newPart(int number)
{
    PartFile::Options file;
    file.path = partPath(options.path, number);
    file.firstSequence = sequence;
    file.flushMs = options.flushMs;
    file.keep = armed ? options.preTrigger : 0;
    file.clock = options.clock;
    const QString title =
        options.title.isEmpty() ? QFileInfo(options.path).completeBaseName() : options.title;
    file.meta = {{u"recording"_s, recordingId},
                 {u"part"_s, QString::number(number)},
                 {u"title"_s, title},
                 {u"author"_s, options.author},
                 {u"software"_s, options.software},
                 {u"created"_s, QString::number(clock.now())},
                 {u"state"_s, armed ? u"armed"_s : u"recording"_s}};
    return PartFile::create(file, catalogue, textTable);
}

void Recorder::connection(telemetry::SourceId source, const RecordedConnection &connection)
{
    if (source >= d->sources.size())
        d->sources.resize(source + 1u, Private::noSource);
    telemetry::SourceId &own = d->sources[source];
    if (own == Private::noSource) {
        own = d->catalogue.addSource(connection.key, connection.name);
        if (own >= d->connections.size())
            d->connections.resize(own + 1u);
    }
    d->connections[own] = connection;
    d->handover.connections.emplace_back(own, connection);
}

telemetry::SourceId Recorder::Private::sourceId(telemetry::SourceId source) const
{
    return source < sources.size() ? sources[source] : noSource;
}

TopicId Recorder::Private::topicId(const MessageView &message, bool &wanted)
{
    if (const auto it = topics.find(TopicKeyView{message.source, message.topic});
        it != topics.end()) {
        wanted = it->second.wanted;
        return it->second.id;
    }
    const telemetry::SourceId source = sourceId(message.source);
    wanted = source != noSource && topicNames.size() < mostTopics
        && (!options.wanted || options.wanted(message.source, message.topic));
    if (topics.size() >= 2 * mostTopics)
        return 0; // not remembered: asked again each time
    TopicId id = 0;
    if (wanted) {
        id = static_cast<TopicId>(topicNames.size());
        topicNames.emplace_back(source, std::string(message.topic));
        handover.topics.emplace_back(id, std::string(message.topic));
        handover.topicSources.push_back(source);
    }
    topics.emplace(TopicKey{message.source, std::string(message.topic)}, KnownTopic{id, wanted});
    return id;
}

void Recorder::message(const MessageView &message)
{
    bool wanted = false;
    const TopicId topic = d->topicId(message, wanted);
    if (!wanted)
        return;
    d->handover.messages.add(topic, message);
    d->state.take(topic, message);
    d->bytesSinceSnapshot += message.payload.size() + 16;
    d->lastTime = message.received;
    ++d->messages;
}

telemetry::SignalId Recorder::Private::signalId(telemetry::SignalId id,
                                                const telemetry::Catalogue &from)
{
    if (id < signalIds.size() && signalIds[id] != telemetry::noId)
        return signalIds[id];
    const telemetry::SignalInfo signal = from.signal(id);
    const telemetry::DeviceInfo device = from.device(signal.device);
    const telemetry::SourceId source = sourceId(device.source);
    if (source == noSource)
        return telemetry::noId;
    const telemetry::DeviceId own = catalogue.internDevice(source, device.name.toStdString());
    if (own == telemetry::noId)
        return telemetry::noId;
    const telemetry::SignalId out =
        catalogue.internSignal(own, signal.name.toStdString(), signal.type);
    if (out == telemetry::noId)
        return out;
    catalogue.describe(out, signal);
    if (id >= signalIds.size())
        signalIds.resize(id + 1u, telemetry::noId);
    signalIds[id] = out;
    return out;
}

std::uint64_t Recorder::Private::textBits(std::uint64_t bits, const telemetry::TextTable &from)
{
    const auto code = static_cast<telemetry::TextCode>(bits);
    if (code == 0)
        return 0;
    if (code >= texts.size())
        texts.resize(code + 1u, 0);
    if (texts[code] == 0)
        texts[code] = textTable.intern(from.text(code));
    return texts[code];
}

bool Recorder::Private::translate(telemetry::Sample &sample, const telemetry::Catalogue &from,
                                  const telemetry::TextTable &texts)
{
    sample.signal = signalId(sample.signal, from);
    if (sample.signal == telemetry::noId)
        return false;
    if (sample.type == telemetry::ValueType::Text)
        sample.bits = textBits(sample.bits, texts);
    return true;
}

void Recorder::samples(const MessageView &of, std::span<const telemetry::Sample> samples,
                       const telemetry::Catalogue &catalogue, const telemetry::TextTable &texts)
{
    if (d->options.wanted) {
        bool wanted = false;
        d->topicId(of, wanted);
        if (!wanted)
            return;
    }
    for (telemetry::Sample sample : samples) {
        if (!d->translate(sample, catalogue, texts))
            continue;
        d->state.take(sample);
        d->samples.push_back(sample);
    }
}

void Recorder::seed(const MessageView &message)
{
    bool wanted = false;
    const TopicId topic = d->topicId(message, wanted);
    if (wanted)
        d->state.take(topic, message);
}

void Recorder::seed(const telemetry::Sample &given, const telemetry::Catalogue &catalogue,
                    const telemetry::TextTable &texts)
{
    telemetry::Sample sample = given;
    if (d->translate(sample, catalogue, texts))
        d->state.take(sample);
}

void Recorder::seeded(TimeNs now)
{
    d->takeSnapshot(now);
}

void Recorder::event(telemetry::SourceId source, const telemetry::SourceEvent &event)
{
    using Kind = telemetry::SourceEvent::Kind;
    const telemetry::SourceId own = d->sourceId(source);
    if (own == Private::noSource)
        return;
    Marker marker;
    marker.sequence = d->sequence + d->handover.messages.size();
    marker.time = event.time;
    marker.kind = event.kind == Kind::Connected ? Marker::Kind::Connected
        : event.kind == Kind::Disconnected      ? Marker::Kind::Disconnected
                                                : Marker::Kind::Source;
    marker.connection = own;
    marker.text = QString::fromStdString(event.text);
    d->handover.markers.push_back(std::move(marker));
}

void Recorder::event(const store::EventRecord &event)
{
    std::shared_ptr<PartFile> part;
    {
        const std::lock_guard lock(d->mutex);
        part = d->part;
    }
    if (part)
        part->historian().addEvent(event);
}

bool Recorder::Private::snapshotDue() const
{
    const std::uint64_t since = sequence - atSnapshot;
    if (snapshotTime == base::noTime || snapshotMissed)
        return since > 0;
    if (since == 0 || bytesSinceSnapshot < snapshotShare * lastSnapshotBytes)
        return since >= 8 * snapshotMessages;
    return since >= snapshotMessages || bytesSinceSnapshot >= snapshotBytes
        || (lastTime - snapshotTime >= options.snapshotEvery && since >= leastSnapshotMessages)
        || lastTime - snapshotTime >= 10 * options.snapshotEvery;
}

/// Of the state after everything that was handed over and what is about to be.
void Recorder::Private::takeSnapshot(TimeNs time)
{
    handover.snapshot = state.encode();
    handover.snapshotTime = time;
    handover.snapshotSequence = sequence;
    lastSnapshotBytes = handover.snapshot->size();
    snapshotTime = time;
    atSnapshot = sequence;
    bytesSinceSnapshot = 0;
    snapshotMissed = false;
}

void Recorder::endBatch()
{
    d->giveSamples();
    d->giveMessages();
    if (Private::Steady::now() - d->looked >= lookEvery)
        d->look();
    d->rotateIfDue();
}

/// While writing fails the historian lets its feeder wait when much waits: it gets no more then.
void Recorder::Private::giveSamples()
{
    if (samples.empty())
        return;
    if (!part->problem().isEmpty()
        && part->historian().status().waiting + samples.size() > mostWaitingSamples) {
        lostSamplesNow += samples.size();
        if (lostSince == base::noTime)
            lostSince = samples.front().received;
        samples.clear();
        return;
    }
    sampleCount += samples.size();
    part->historian().append(std::move(samples));
    samples = {};
}

void Recorder::Private::giveMessages()
{
    const std::uint64_t count = handover.messages.size();
    if ((lostNow > 0 || lostSamplesNow > 0) && part->problem().isEmpty())
        markLost(sequence);
    if (handover.empty())
        return;
    sequence += count;
    if (count > 0 && partStart == base::noTime)
        partStart = handover.messages.firstTime();
    if (snapshotDue())
        takeSnapshot(lastTime);
    const TimeNs first = count > 0 ? handover.messages.firstTime() : base::noTime;
    // Names and markers must not be lost with the messages they came with.
    Handover kept;
    kept.topics = handover.topics;
    kept.topicSources = handover.topicSources;
    kept.connections = handover.connections;
    kept.markers = handover.markers;
    const bool given = part->give(std::move(handover));
    handover = {};
    if (!given) {
        handover = std::move(kept);
        sequence -= count;
        atSnapshot = std::min(atSnapshot, sequence);
        snapshotMissed = true;
        for (Marker &marker : handover.markers)
            marker.sequence = std::min(marker.sequence, sequence);
        lost += count;
        lostNow += count;
        if (lostSince == base::noTime)
            lostSince = first;
    } else if (count > 0) {
        const std::lock_guard lock(mutex);
        if (status.first == base::noTime)
            status.first = first;
        status.last = lastTime;
    }
}

/// Says what is missing before the message `before`, now that it can be written again.
void Recorder::Private::markLost(std::uint64_t before)
{
    Marker marker;
    marker.sequence = before;
    marker.time = lostSince;
    marker.until = lastTime;
    marker.kind = Marker::Kind::Lost;
    const auto number = [](std::uint64_t n) {
        return static_cast<int>(std::min<std::uint64_t>(n, INT_MAX));
    };
    marker.text = lostNow > 0
        ? Text::tr("%n message(s) could not be written.", nullptr, number(lostNow))
        : Text::tr("%n sample(s) could not be written.", nullptr, number(lostSamplesNow));
    handover.markers.push_back(std::move(marker));
    lostNow = 0;
    lostSamplesNow = 0;
    lostSince = base::noTime;
}

/// File size and free space change slowly and cost system calls.
void Recorder::Private::look()
{
    const auto now = Steady::now();
    const QStorageInfo disk(QFileInfo(options.path).absolutePath());
    const std::lock_guard lock(mutex);
    const std::uint64_t bytes =
        closedBytes + (closing ? closing->fileBytes() : 0) + (part ? part->fileBytes() : 0);
    if (looked != Steady::time_point{}) {
        const double seconds = std::chrono::duration<double>(now - looked).count();
        const double rate = bytes > bytesAtLook && seconds > 0
            ? static_cast<double>(bytes - bytesAtLook) / seconds
            : 0;
        status.bytesPerSecond += (rate - status.bytesPerSecond) * 0.1;
    }
    looked = now;
    bytesAtLook = bytes;
    status.fileBytes = bytes;
    status.freeBytes = disk.isValid() ? disk.bytesAvailable() : -1;
}

void Recorder::Private::rotateIfDue()
{
    if (armed || partStart == base::noTime)
        return;
    const bool full =
        options.partBytes > 0 && part->fileBytes() >= static_cast<std::uint64_t>(options.partBytes);
    const bool old = options.partTime > 0 && lastTime - partStart >= options.partTime;
    if (!full && !old)
        return;
    auto next = newPart(partNumber + 1);
    if (!next) {
        qCWarning(base::lcStore).noquote() << next.error().text;
        partStart = lastTime; // the file goes on; tried again after as long
        return;
    }
    if (closer.joinable())
        closer.join();
    // The new part stands alone: all names, and the state so far.
    Handover begin;
    for (std::size_t id = 0; id < topicNames.size(); ++id) {
        begin.topics.emplace_back(static_cast<TopicId>(id), topicNames[id].second);
        begin.topicSources.push_back(topicNames[id].first);
    }
    for (std::size_t id = 0; id < connections.size(); ++id)
        begin.connections.emplace_back(static_cast<int>(id), connections[id]);
    begin.snapshot = state.encode();
    begin.snapshotTime = lastTime;
    begin.snapshotSequence = sequence;
    snapshotTime = lastTime;
    atSnapshot = sequence;
    bytesSinceSnapshot = 0;
    lastSnapshotBytes = begin.snapshot->size();
    (*next)->give(std::move(begin));
    partStart = base::noTime;
    const std::lock_guard lock(mutex);
    closing = std::exchange(part, std::move(*next));
    ++partNumber;
    status.path = partPath(options.path, partNumber);
    status.part = partNumber;
    closer = std::thread([this, file = closing] {
        file->setMeta(u"state"_s, u"closed"_s);
        file->close();
        const std::lock_guard guard(mutex);
        closedBytes +=
            static_cast<std::uint64_t>(QFileInfo(partPath(options.path, partNumber - 1)).size());
        closedWritten += file->writtenMessages();
        closing.reset();
    });
}

void Recorder::mark(const Marker &given)
{
    Marker marker = given;
    std::shared_ptr<PartFile> part;
    {
        const std::lock_guard lock(d->mutex);
        part = d->part;
        if (marker.time == base::noTime)
            marker.time = d->clock.now();
    }
    if (marker.sequence == 0)
        marker.sequence = d->messages; // about: for a note the time counts
    if (part)
        part->giveMarker(std::move(marker));
}

void Recorder::trigger(const QString &why)
{
    if (!d->armed.exchange(false))
        return;
    Marker marker;
    marker.kind = Marker::Kind::Trigger;
    marker.text = why;
    const std::lock_guard lock(d->mutex);
    if (!d->part)
        return;
    marker.time = d->status.last == base::noTime ? d->clock.now() : d->status.last;
    marker.sequence = d->messages;
    d->part->keepAll();
    d->part->setMeta(u"state"_s, u"recording"_s);
    d->part->giveMarker(std::move(marker));
}

RecorderStatus Recorder::status() const
{
    const std::lock_guard lock(d->mutex);
    RecorderStatus out = d->status;
    out.part = d->partNumber;
    out.armed = d->armed;
    out.messages = d->messages;
    out.lost = d->lost;
    out.samples = d->sampleCount;
    out.written = d->closedWritten + (d->closing ? d->closing->writtenMessages() : 0)
        + (d->part ? d->part->writtenMessages() : 0);
    if (d->part)
        out.problem = d->part->problem();
    return out;
}

base::Result<> Recorder::flush()
{
    std::shared_ptr<PartFile> part;
    {
        const std::lock_guard lock(d->mutex);
        part = d->part;
    }
    if (!part)
        return {};
    for (int tries = 0; part->pending() && tries < 3; ++tries) {
        if (const auto flushed = part->historian().flush(); !flushed)
            return flushed;
    }
    return part->historian().flush();
}

base::Result<> Recorder::stop()
{
    if (std::exchange(d->stopped, true))
        return {};
    endBatch();
    if (d->closer.joinable())
        d->closer.join();
    std::shared_ptr<PartFile> part;
    {
        const std::lock_guard lock(d->mutex);
        part = d->part;
    }
    part->setMeta(u"state"_s, d->armed ? u"armed"_s : u"closed"_s);
    part->close();
    const QString problem = part->problem();
    {
        const std::lock_guard lock(d->mutex);
        d->closedWritten += part->writtenMessages();
        // What could not be written in the end is lost as well.
        d->lost = d->messages - std::min<std::uint64_t>(d->messages, d->closedWritten);
        d->part.reset();
        d->status.fileBytes =
            d->closedBytes + static_cast<std::uint64_t>(QFileInfo(d->status.path).size());
    }
    if (!problem.isEmpty())
        return base::failure(problem, base::ErrorCode::Io);
    return {};
}

} // namespace recording
