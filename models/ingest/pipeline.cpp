// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/pipeline.h"

#include "models/base/log.h"
#include "models/ingest/intake.h"

#include <QCoreApplication>

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

namespace ingest {

namespace {

constexpr std::size_t chunk = 1'024; ///< messages between two looks at the clock and the topic lock
constexpr std::size_t storeBatch = 16'384; ///< samples handed to the historian at once
constexpr std::size_t keptUndecodable = 200;
constexpr std::size_t keptRates = 3'600;
constexpr int busyPollMs = 4;
constexpr int idlePollMs = 20;
constexpr int idleAfterPolls = 25;

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

struct Pipeline::Private
{
    /// One source as both threads see it.
    struct Port
    {
        telemetry::SourceId id = 0;
        QString key;
        QString name;
        std::shared_ptr<telemetry::Inlet> inlet;
        std::unique_ptr<ingest::Intake> intake; ///< ingest thread only
        LedgerFigures published; ///< guarded by `mutex`
        std::atomic<std::int64_t> brokerDropped{-1};
        double rate = 0; ///< guarded by `mutex`
        std::uint64_t receivedAtTick = 0;
        std::vector<decode::Mapping> newMappings; ///< guarded by `mutex`
        std::vector<decode::Mapping> mappings; ///< ingest thread only: for a new intake
        bool mappingsChanged = false;
        std::atomic<bool> mayAskRebirth{false};
    };

    Private(const PipelineOptions &options, store::Historian *historian)
        : options(options)
        , historian(historian)
        , clock(options.streamClock ? *options.streamClock
                    : options.clock
                    ? *options.clock
                    : static_cast<const base::Clock &>(base::SystemClock::instance()))
        , catalogue(options.maxSignals)
        , series(options.hotBytes)
        , predictions(options.confidenceLimit)
        , devices(options.staleAfter)
        , topics(options.maxTopics, options.rawBytes)
        , derivations(catalogue, texts, series)
    {
    }

    void run();
    bool round(telemetry::MessageBatch &batch);
    Sinks sinks(Port &port);
    void tickIntakes(TimeNs now, bool all);
    void endTaps();
    void addEvent(store::EventRecord record);
    void applyDerived();
    void showDerived();
    void tickDerived(TimeNs now, bool all);
    void applyMappings(Port &port);
    Port *portOf(telemetry::SourceId source);
    void takeStream(const telemetry::MessageBatch &batch);
    void advanceTo(TimeNs time, TimeNs next);
    class Feeder;
    void restoreNow();
    void takeBatch(Port &port, const telemetry::MessageBatch &batch);
    void takeEvent(Port &port, const telemetry::SourceEvent &event);
    void handToStore(bool all);
    void publish(Port &port);
    void everySecond(TimeNs now);
    void recordRates(TimeNs now);
    void watchConfidence();
    void recordStateChanges();
    void wait(int ms);
    std::vector<Port *> portList();

    const PipelineOptions options;
    store::Historian *historian;
    const base::Clock &clock;
    telemetry::Catalogue catalogue;
    telemetry::TextTable texts;
    telemetry::SeriesStore series;
    telemetry::PredictionBook predictions;
    devices::Registry devices;
    TopicTable topics;
    Derivations derivations; ///< ingest thread only

    std::thread thread;
    std::mutex mutex; ///< guards what follows
    std::condition_variable woken;
    std::condition_variable drained;
    std::deque<std::unique_ptr<Port>> ports;
    bool stopping = false;
    bool running = false;
    std::uint64_t drainAsked = 0;
    std::uint64_t drainDone = 0;
    bool restoreAsked = false;
    TimeNs restoreTime = 0;
    std::function<void(Feed &)> restoreState;
    std::deque<RatePoint> rates;
    std::deque<Undecodable> undecodable;
    std::vector<RebirthWish> rebirthWishes;
    std::vector<DerivedDefinition> derived;
    bool derivedChanged = false;
    std::vector<DerivedStatus> derivedStates;

    std::mutex tapMutex; ///< held while messages go through; guards `taps`
    std::vector<Tap *> taps;

    std::atomic<std::uint64_t> displaySerial{0};
    std::vector<telemetry::Sample> toStore; ///< ingest thread only
    LedgerFigures atLastSecond;
    TimeNs lastSecond = 0;
    TimeNs gapStart = 0; ///< of a replay: time of the last message
    std::shared_ptr<telemetry::Inlet> streamInlet; ///< of a replay: for all sources
};

Pipeline::Pipeline(const PipelineOptions &options, store::Historian *historian)
    : d(std::make_unique<Private>(options, historian))
{
    if (historian) {
        historian->restoreInto(d->catalogue, d->texts);
        historian->follow(d->catalogue, d->texts);
    }
}

Pipeline::~Pipeline()
{
    stop();
    if (d->historian) {
        // The catalogue and the texts go with this object: what is new in them is saved now.
        if (const auto flushed = d->historian->flush(); !flushed)
            qCWarning(base::lcEngine).noquote() << flushed.error().text;
        d->historian->unfollow();
    }
}

Pipeline::Intake Pipeline::addSource(const QString &key, const QString &name, bool replay)
{
    const telemetry::SourceId id = d->catalogue.addSource(key, name, replay);
    const std::lock_guard lock(d->mutex);
    for (const auto &port : d->ports) {
        if (port->id == id) {
            port->name = name;
            return {id, port->inlet};
        }
    }
    auto port = std::make_unique<Private::Port>();
    port->id = id;
    port->key = key;
    port->name = name;
    // A replay waits for the pipeline as long as it takes, and keeps the order of all sources.
    if (d->options.streamClock && !d->streamInlet)
        d->streamInlet =
            std::make_shared<telemetry::Inlet>(d->options.inletBytes, 24 * base::nsPerHour);
    port->inlet = d->options.streamClock
        ? d->streamInlet
        : std::make_shared<telemetry::Inlet>(d->options.inletBytes);
    port->intake = std::make_unique<ingest::Intake>(id, d->options.limits);
    d->ports.push_back(std::move(port));
    return {id, d->ports.back()->inlet};
}

void Pipeline::setMappings(telemetry::SourceId source, std::vector<decode::Mapping> mappings)
{
    const std::lock_guard lock(d->mutex);
    for (const auto &port : d->ports) {
        if (port->id == source) {
            port->newMappings = std::move(mappings);
            port->mappingsChanged = true;
            return;
        }
    }
}

void Pipeline::setDerived(std::vector<DerivedDefinition> definitions)
{
    if (!definitions.empty())
        d->catalogue.addSource(QLatin1StringView(derivedSourceKey), derivedSourceName(),
                               d->options.streamClock != nullptr);
    const std::lock_guard lock(d->mutex);
    d->derived = std::move(definitions);
    d->derivedChanged = true;
    d->woken.notify_all();
}

std::vector<DerivedDefinition> Pipeline::derived() const
{
    const std::lock_guard lock(d->mutex);
    return d->derived;
}

std::vector<DerivedStatus> Pipeline::derivedStatus() const
{
    const std::lock_guard lock(d->mutex);
    return d->derivedStates;
}

void Pipeline::setBrokerDropped(telemetry::SourceId source, std::int64_t count)
{
    const std::lock_guard lock(d->mutex);
    for (const auto &port : d->ports) {
        if (port->id == source)
            port->brokerDropped = count;
    }
}

void Pipeline::addTap(Tap *tap, const std::function<void()> &first)
{
    const std::lock_guard lock(d->tapMutex);
    if (first)
        first();
    d->taps.push_back(tap);
}

void Pipeline::between(const std::function<void()> &call)
{
    const std::lock_guard lock(d->tapMutex);
    call();
}

void Pipeline::removeTap(Tap *tap)
{
    const std::lock_guard lock(d->tapMutex);
    std::erase(d->taps, tap);
}

void Pipeline::start()
{
    const std::lock_guard lock(d->mutex);
    if (d->running || d->stopping)
        return;
    d->running = true;
    d->thread = std::thread([this] { d->run(); });
}

void Pipeline::stop()
{
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
        d->woken.notify_all();
    }
    for (const auto &port : d->ports)
        port->inlet->close();
    if (d->thread.joinable())
        d->thread.join();
}

void Pipeline::drain()
{
    std::unique_lock lock(d->mutex);
    if (!d->running)
        return;
    const std::uint64_t ticket = ++d->drainAsked;
    d->woken.notify_all();
    d->drained.wait(lock, [this, ticket] { return d->drainDone >= ticket || !d->running; });
}

void Pipeline::restore(base::TimeNs time, const std::function<void(Feed &)> &state)
{
    std::unique_lock lock(d->mutex);
    if (!d->running || !d->options.streamClock)
        return;
    d->restoreTime = time;
    d->restoreState = state;
    d->restoreAsked = true;
    d->woken.notify_all();
    d->drained.wait(lock, [this] { return !d->restoreAsked || !d->running; });
    d->restoreState = {};
}

void Pipeline::displayTick()
{
    d->displaySerial.fetch_add(1, std::memory_order_relaxed);
}

telemetry::Catalogue &Pipeline::catalogue()
{
    return d->catalogue;
}

telemetry::TextTable &Pipeline::texts()
{
    return d->texts;
}

telemetry::SeriesStore &Pipeline::series()
{
    return d->series;
}

telemetry::PredictionBook &Pipeline::predictions()
{
    return d->predictions;
}

devices::Registry &Pipeline::devices()
{
    return d->devices;
}

TopicTable &Pipeline::topics()
{
    return d->topics;
}

store::Historian *Pipeline::historian() const
{
    return d->historian;
}

const base::Clock &Pipeline::clock() const
{
    return d->clock;
}

LedgerFigures Pipeline::ledger(telemetry::SourceId source) const
{
    const std::lock_guard lock(d->mutex);
    for (const auto &port : d->ports) {
        if (port->id == source)
            return port->published;
    }
    return {};
}

LedgerFigures Pipeline::totals() const
{
    const std::lock_guard lock(d->mutex);
    LedgerFigures sum;
    for (const auto &port : d->ports)
        sum += port->published;
    return sum;
}

std::vector<RatePoint> Pipeline::rates() const
{
    const std::lock_guard lock(d->mutex);
    return {d->rates.begin(), d->rates.end()};
}

double Pipeline::messageRate(telemetry::SourceId source) const
{
    const std::lock_guard lock(d->mutex);
    for (const auto &port : d->ports) {
        if (port->id == source)
            return port->rate;
    }
    return 0;
}

void Pipeline::setMayAskRebirth(telemetry::SourceId source, bool may)
{
    const std::lock_guard lock(d->mutex);
    for (const auto &port : d->ports) {
        if (port->id == source)
            port->mayAskRebirth = may;
    }
}

std::vector<Pipeline::RebirthWish> Pipeline::takeRebirthWishes()
{
    const std::lock_guard lock(d->mutex);
    return std::exchange(d->rebirthWishes, {});
}

std::vector<Pipeline::Undecodable> Pipeline::undecodable() const
{
    const std::lock_guard lock(d->mutex);
    return {d->undecodable.rbegin(), d->undecodable.rend()};
}

std::vector<Pipeline::Private::Port *> Pipeline::Private::portList()
{
    const std::lock_guard lock(mutex);
    std::vector<Port *> out;
    for (const auto &port : ports)
        out.push_back(port.get());
    return out;
}

void Pipeline::Private::wait(int ms)
{
    std::unique_lock lock(mutex);
    woken.wait_for(lock, std::chrono::milliseconds(ms),
                   [this] { return stopping || restoreAsked || drainAsked > drainDone; });
}

void Pipeline::Private::run()
{
    pthread_setname_np(pthread_self(), "ingest");
    telemetry::MessageBatch batch;
    int quiet = 0;
    for (;;) {
        std::uint64_t ticket = 0;
        bool last = false;
        bool draining = false;
        bool restoring = false;
        {
            const std::lock_guard lock(mutex);
            ticket = drainAsked;
            draining = drainAsked > drainDone;
            last = stopping;
            restoring = restoreAsked;
        }
        if (restoring) {
            restoreNow();
            const std::lock_guard lock(mutex);
            restoreAsked = false;
            drained.notify_all();
        }
        const TimeNs before = clock.now();
        applyDerived();
        const bool busy = round(batch);
        const TimeNs now = clock.now();
        if (!options.streamClock && (now - lastSecond >= base::nsPerSecond || now < lastSecond))
            everySecond(now);
        if (busy) {
            quiet = 0;
            continue;
        }
        tickIntakes(before, last); // everything stamped before has gone through
        tickDerived(before, last || draining);
        handToStore(true);
        {
            const std::lock_guard lock(mutex);
            drainDone = std::max(drainDone, ticket);
            running = !last;
        }
        drained.notify_all();
        if (last)
            return;
        wait(++quiet < idleAfterPolls ? busyPollMs : idlePollMs);
    }
}

/// One look at every inlet; true when anything came.
bool Pipeline::Private::round(telemetry::MessageBatch &batch)
{
    bool busy = false;
    if (options.streamClock) {
        if (streamInlet && streamInlet->take(batch, 0)) {
            busy = true;
            takeStream(batch);
            for (Port *port : portList())
                publish(*port);
        }
        handToStore(false);
        return busy;
    }
    for (Port *port : portList()) {
        if (!port->inlet->take(batch, 0))
            continue;
        busy = true;
        takeBatch(*port, batch);
        publish(*port);
    }
    // What one round brought goes to the historian at once when it is much, else with the pause.
    handToStore(false);
    return busy;
}

Sinks Pipeline::Private::sinks(Port &port)
{
    return {catalogue,
            texts,
            series,
            predictions,
            devices,
            topics,
            toStore,
            clock.now(),
            displaySerial.load(std::memory_order_relaxed),
            [this](const telemetry::MessageView &message, const decode::Output &out) {
                const std::lock_guard lock(mutex);
                undecodable.push_back({message.received, message.source, fromView(message.topic),
                                       fromView(out.decoder), QString::fromStdString(out.reason)});
                if (undecodable.size() > keptUndecodable)
                    undecodable.pop_front();
            },
            [this, &port](std::string_view node) {
                constexpr std::size_t mostWaiting = 1'000; // nobody takes them
                const std::lock_guard lock(mutex);
                if (rebirthWishes.size() < mostWaiting)
                    rebirthWishes.push_back({port.id, fromView(node)});
            },
            port.mayAskRebirth,
            taps,
            derivations.active() ? &derivations : nullptr};
}

/// What waits in the intakes waits for a limited time.
void Pipeline::Private::tickIntakes(TimeNs now, bool all)
{
    for (Port *port : portList()) {
        const std::lock_guard lock(tapMutex);
        Sinks into = sinks(*port);
        port->intake->tick(now, into, all);
        endTaps();
        publish(*port);
    }
}

void Pipeline::Private::applyDerived()
{
    std::vector<DerivedDefinition> definitions;
    {
        const std::lock_guard lock(mutex);
        if (!std::exchange(derivedChanged, false))
            return;
        definitions = derived;
    }
    derivations.set(definitions,
                    definitions.empty()
                        ? telemetry::SourceId(0)
                        : catalogue.addSource(QLatin1StringView(derivedSourceKey),
                                              derivedSourceName(), options.streamClock != nullptr));
    showDerived();
}

void Pipeline::Private::showDerived()
{
    std::vector<DerivedStatus> states = derivations.status();
    const std::lock_guard lock(mutex);
    derivedStates = std::move(states);
}

/// What is due by the clock, when no message comes that says how late it is.
void Pipeline::Private::tickDerived(TimeNs now, bool all)
{
    Port *port = nullptr;
    {
        const std::lock_guard lock(mutex);
        port = ports.empty() ? nullptr : ports.front().get();
    }
    if (!port || !derivations.active())
        return;
    {
        const std::lock_guard lock(tapMutex);
        Sinks into = sinks(*port);
        ingest::Intake::takeDerived(now, into, all);
        endTaps();
    }
    if (all)
        showDerived();
}

void Pipeline::Private::endTaps()
{
    for (Tap *tap : taps)
        tap->endBatch();
}

void Pipeline::Private::addEvent(store::EventRecord record)
{
    {
        const std::lock_guard lock(tapMutex);
        for (Tap *tap : taps)
            tap->event(record);
    }
    if (historian && !options.streamClock)
        historian->addEvent(std::move(record));
}

void Pipeline::Private::applyMappings(Port &port)
{
    const std::lock_guard lock(mutex);
    if (!std::exchange(port.mappingsChanged, false))
        return;
    port.mappings = std::exchange(port.newMappings, {});
    port.intake->setMappings(port.mappings);
}

Pipeline::Private::Port *Pipeline::Private::portOf(telemetry::SourceId source)
{
    const std::lock_guard lock(mutex);
    for (const auto &port : ports) {
        if (port->id == source)
            return port.get();
    }
    return nullptr;
}

/// Of a replay: messages and events of all sources in their order, each at its own time.
void Pipeline::Private::takeStream(const telemetry::MessageBatch &batch)
{
    using Kind = telemetry::SourceEvent::Kind;
    auto event = batch.events().begin();
    std::size_t next = 0;
    for (;;) {
        for (; event != batch.events().end() && event->beforeMessage <= next; ++event) {
            if (event->kind == Kind::Time) {
                advanceTo(event->time, event->next);
                continue;
            }
            Port *port = portOf(event->source);
            if (!port)
                continue;
            {
                const std::lock_guard lock(tapMutex);
                for (Tap *tap : taps)
                    tap->sourceEvent(port->id, *event);
            }
            takeEvent(*port, *event);
        }
        if (next >= batch.size())
            return;
        const telemetry::MessageView first = batch.at(next);
        advanceTo(first.received, first.received);
        gapStart = std::max(gapStart, first.received);
        lastSecond = std::max(lastSecond, gapStart - gapStart % base::nsPerSecond);
        const std::size_t until =
            event != batch.events().end() ? event->beforeMessage : batch.size();
        std::size_t stop = next + 1;
        while (stop < std::min({until, batch.size(), next + chunk})
               && batch.at(stop).source == first.source
               && batch.at(stop).received < lastSecond + base::nsPerSecond)
            ++stop;
        if (Port *port = portOf(first.source)) {
            applyMappings(*port);
            const std::lock_guard lock(tapMutex);
            Sinks into = sinks(*port);
            port->intake->take(batch, next, stop, into);
            endTaps();
        }
        gapStart = std::max(gapStart, batch.at(stop - 1).received);
        next = stop;
        handToStore(false);
    }
}

/// What happens every second happens at the same instants of the stream whatever the speed: a
/// function of the times of the messages before and after. `next` is that of the message after. A
/// silence of more than ten seconds is walked through in at most about 16 steps.
void Pipeline::Private::advanceTo(TimeNs time, TimeNs next)
{
    constexpr TimeNs silence = 10 * base::nsPerSecond;
    constexpr TimeNs steps = 16;
    if (lastSecond == 0) {
        lastSecond = time - time % base::nsPerSecond;
        gapStart = time;
    }
    if (time <= clock.now())
        return; // sources cross by a moment: time does not go back
    const TimeNs gap = next - gapStart;
    const TimeNs step = gap <= silence
        ? base::nsPerSecond
        : std::max(base::nsPerSecond, gap / steps / base::nsPerSecond * base::nsPerSecond);
    for (TimeNs at = lastSecond + step; at <= time; at += step) {
        options.streamClock->set(std::max(at, clock.now()));
        tickIntakes(at, false);
        everySecond(at);
    }
    options.streamClock->set(time);
}

/// Collects what is fed into batches of one source.
class Pipeline::Private::Feeder final : public Pipeline::Feed
{
public:
    explicit Feeder(Private &d)
        : d(d)
    {
    }
    void message(const telemetry::MessageView &message) override
    {
        if (std::exchange(m_stateIsKnown, false)) {
            flush();
            d.derivations.endSeeding();
        }
        if (message.source != m_source || m_batch.size() >= chunk)
            flush();
        m_source = message.source;
        m_batch.append(message);
    }
    void value(const telemetry::Sample &sample) override
    {
        flush();
        m_stateIsKnown = true;
        d.derivations.seed(sample);
        telemetry::Series &series = d.series.at(sample.signal);
        if (series.lastTime() == base::noTime || series.lastTime() < sample.time)
            series.append(sample.time, sample.received, sample.type, sample.bits, sample.quality);
    }
    void flush()
    {
        for (Port *port : d.portList()) {
            if (port->id != m_source || m_batch.size() == 0)
                continue;
            Sinks into = d.sinks(*port);
            into.taps = {};
            port->intake->take(m_batch, 0, m_batch.size(), into);
        }
        m_batch.clear();
        d.toStore.clear();
    }

private:
    Private &d;
    telemetry::MessageBatch m_batch;
    telemetry::SourceId m_source = 0;
    bool m_stateIsKnown = false; ///< values were fed: messages that come now follow it
};

void Pipeline::Private::restoreNow()
{
    telemetry::MessageBatch dropped;
    for (Port *port : portList()) {
        while (port->inlet->take(dropped, 0))
            dropped.clear();
        port->intake = std::make_unique<ingest::Intake>(port->id, options.limits);
        const std::lock_guard lock(mutex);
        if (std::exchange(port->mappingsChanged, false))
            port->mappings = std::exchange(port->newMappings, {});
        port->intake->setMappings(port->mappings);
    }
    series.clear();
    predictions.clear();
    devices.clear();
    topics.clear();
    toStore.clear();
    applyDerived();
    derivations.reset();
    options.streamClock->set(restoreTime);
    Feeder feed(*this);
    restoreState(feed);
    feed.flush();
    derivations.endSeeding();
    for (Port *port : portList()) {
        const std::lock_guard lock(tapMutex);
        Sinks into = sinks(*port);
        into.taps = {};
        port->intake->tick(restoreTime, into);
        port->intake->clearLedger();
        port->receivedAtTick = 0;
        toStore.clear();
        publish(*port);
    }
    std::vector<telemetry::Sample> seenAlready;
    derivations.advance(restoreTime, seenAlready);
    showDerived();
    options.streamClock->set(restoreTime);
    lastSecond = restoreTime - restoreTime % base::nsPerSecond;
    gapStart = restoreTime;
    atLastSecond = {};
    devices.takeChanges();
    const std::lock_guard lock(mutex);
    rates.clear();
    undecodable.clear();
}

void Pipeline::Private::takeBatch(Port &port, const telemetry::MessageBatch &batch)
{
    applyMappings(port);
    std::unique_lock tapping(tapMutex);
    Sinks into = sinks(port);
    std::size_t next = 0;
    auto event = batch.events().begin();
    while (next < batch.size() || event != batch.events().end()) {
        while (event != batch.events().end() && event->beforeMessage <= next) {
            for (Tap *tap : taps)
                tap->sourceEvent(port.id, *event);
            tapping.unlock();
            takeEvent(port, *event++);
            tapping.lock();
            into.taps = taps;
        }
        const std::size_t until =
            event != batch.events().end() ? event->beforeMessage : batch.size();
        const std::size_t stop = std::min({until, batch.size(), next + chunk});
        if (stop > next)
            port.intake->take(batch, next, stop, into);
        next = stop;
        endTaps();
        tapping.unlock();
        into.displaySerial = displaySerial.load(std::memory_order_relaxed);
        into.now = clock.now();
        handToStore(false);
        if (const TimeNs now = clock.now(); now - lastSecond >= base::nsPerSecond) {
            publish(port);
            everySecond(now);
        }
        tapping.lock();
        into.taps = taps;
    }
}

void Pipeline::Private::takeEvent(Port &port, const telemetry::SourceEvent &event)
{
    using Kind = telemetry::SourceEvent::Kind;
    const QString text = QString::fromStdString(event.text);
    store::EventRecord record;
    record.time = event.time;
    record.source = port.key;
    record.text = text;
    switch (event.kind) {
    case Kind::Connected:
        record.kind = store::EventRecord::Kind::Connected;
        devices.sourceUp(port.id, event.time);
        break;
    case Kind::Disconnected:
        record.kind = store::EventRecord::Kind::Disconnected;
        devices.sourceDown(
            port.id, event.time,
            QCoreApplication::translate("Devices", "The connection %1 is down.").arg(port.name));
        break;
    case Kind::Note:
    case Kind::Time:
        break;
    }
    addEvent(std::move(record));
}

void Pipeline::Private::handToStore(bool all)
{
    if (toStore.empty() || (!all && toStore.size() < storeBatch))
        return;
    if (historian && !options.streamClock && !historian->append(std::move(toStore)))
        qCWarning(base::lcEngine, "The historian takes no samples.");
    toStore.clear();
    toStore.reserve(storeBatch + 4'096);
}

void Pipeline::Private::publish(Port &port)
{
    LedgerFigures figures = port.intake->ledger();
    figures.dropped = port.inlet->dropped();
    figures.brokerDropped = port.brokerDropped;
    const std::lock_guard lock(mutex);
    port.published = figures;
}

void Pipeline::Private::everySecond(TimeNs now)
{
    recordRates(now);
    topics.tick(now);
    devices.tick(now);
    watchConfidence();
    recordStateChanges();
    series.enforceBudget();
    if (derivations.active())
        showDerived();
    lastSecond = now;
}

void Pipeline::Private::recordRates(TimeNs now)
{
    LedgerFigures sum;
    const double seconds = static_cast<double>(now - lastSecond) / base::nsPerSecond;
    for (Port *port : portList()) {
        publish(*port);
        const std::lock_guard lock(mutex);
        sum += port->published;
        const double current =
            static_cast<double>(port->published.received - port->receivedAtTick) / seconds;
        port->rate = lastSecond == 0 ? 0 : port->rate + (current - port->rate) * 0.4;
        port->receivedAtTick = port->published.received;
    }
    if (lastSecond != 0) {
        RatePoint point;
        point.time = now;
        point.messages =
            static_cast<float>(static_cast<double>(sum.received - atLastSecond.received) / seconds);
        point.samples =
            static_cast<float>(static_cast<double>(sum.samples - atLastSecond.samples) / seconds);
        // Broker counters start over with a new connection: a smaller sum is no negative loss.
        point.lost = sum.lost() > atLastSecond.lost()
            ? static_cast<float>(static_cast<double>(sum.lost() - atLastSecond.lost()) / seconds)
            : 0;
        const std::lock_guard lock(mutex);
        rates.push_back(point);
        if (rates.size() > keptRates)
            rates.pop_front();
    }
    atLastSecond = sum;
}

/// Confidence below the limit for longer than allowed makes a device suspect; recovering clears it.
void Pipeline::Private::watchConfidence()
{
    const std::vector<telemetry::ConfidenceRecord> records =
        predictions.troubled(options.confidenceFor);
    // One model that is sure again does not excuse another one on the same device.
    std::map<telemetry::DeviceId, const telemetry::ConfidenceRecord *> worst;
    for (const telemetry::ConfidenceRecord &record : records) {
        const telemetry::ConfidenceRecord *&known = worst[record.device];
        if (!known || record.currentRun() > known->currentRun())
            known = &record;
    }
    for (const auto &[device, record] : worst) {
        devices.suspect(
            device, devices::Registry::Suspicion::Confidence,
            record->currentRun() >= options.confidenceFor, record->lastTime,
            QCoreApplication::translate("Devices", "Model %1 %2 is below its confidence limit.")
                .arg(record->model, record->version));
    }
}

void Pipeline::Private::recordStateChanges()
{
    for (const devices::StateChange &change : devices.takeChanges()) {
        const telemetry::DeviceInfo info = catalogue.device(change.device);
        store::EventRecord record;
        record.time = change.time;
        record.kind = change.to == devices::DeviceState::Well
            ? store::EventRecord::Kind::DeviceOnline
            : change.to == devices::DeviceState::Offline || change.to == devices::DeviceState::Stale
            ? store::EventRecord::Kind::DeviceOffline
            : store::EventRecord::Kind::Note;
        record.source = catalogue.source(info.source).key;
        record.device = info.name;
        record.text = change.why;
        addEvent(std::move(record));
    }
}

} // namespace ingest
