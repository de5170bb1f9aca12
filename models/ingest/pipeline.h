// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"
#include "models/devices/registry.h"
#include "models/ingest/derivations.h"
#include "models/ingest/ledger.h"
#include "models/ingest/tap.h"
#include "models/ingest/topictable.h"
#include "models/store/historian.h"
#include "models/telemetry/catalogue.h"
#include "models/telemetry/message.h"
#include "models/telemetry/predictionbook.h"
#include "models/telemetry/series.h"

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace ingest {

/// Limits and sizes of the pipeline; see base::Setting for the ones people can change.
struct PipelineOptions
{
    decode::Limits limits;
    std::size_t maxTopics = 200'000;
    std::size_t maxSignals = 500'000;
    std::size_t hotBytes = 192u << 20; ///< samples in memory
    std::size_t rawBytes = 48u << 20; ///< raw messages for Explore
    std::size_t inletBytes = 64u << 20; ///< messages waiting per source
    double confidenceLimit = 0.85;
    TimeNs confidenceFor =
        300 * base::nsPerSecond; ///< below the limit for longer: the device is suspect
    TimeNs staleAfter = 120 * base::nsPerSecond;
    const base::Clock *clock = nullptr; ///< null: system clock
    /// Of a replay: the pipeline moves it to the times of the messages and Time events it takes,
    /// and everything that happens with time happens by it. `clock` does not count then, and
    /// nothing is given to the historian, which is the recording's own. All sources get one inlet,
    /// so that their messages stay in order; each message and event says its source.
    base::ManualClock *streamClock = nullptr;
};

/// Message and sample rates, once a second.
struct RatePoint
{
    TimeNs time = 0;
    float messages = 0; ///< per second
    float samples = 0; ///< per second
    float lost = 0; ///< per second
};

/// Joins sources, decoders, series, devices, predictions and the historian on one thread.
/// Everything that the console shows is read from the parts this owns. Made and destroyed on the
/// main thread.
class Pipeline
{
public:
    /// `historian` may be null (nothing is stored); it must outlive the pipeline, whose catalogue
    /// it follows until the pipeline goes.
    Pipeline(const PipelineOptions &options, store::Historian *historian);
    ~Pipeline(); ///< stop()

    /// Registers a source and gives the inlet it must push into. Same key: same id. Main thread.
    struct Intake
    {
        telemetry::SourceId id;
        std::shared_ptr<telemetry::Inlet> inlet;
    };
    Intake addSource(const QString &key, const QString &name, bool replay = false);
    void setMappings(telemetry::SourceId source, std::vector<decode::Mapping> mappings);
    /// Broker-side losses since connect, told by the connection; -1: not told. Any thread.
    void setBrokerDropped(telemetry::SourceId source, std::int64_t count);

    /// Whether Sparkplug edge nodes of this source may be asked for their births (a command to a
    /// device); false until said otherwise.
    void setMayAskRebirth(telemetry::SourceId source, bool may);
    /// Signals computed from others, from now on; all of them each time. Those that cannot be
    /// computed are left out and say why. Main thread.
    void setDerived(std::vector<DerivedDefinition> definitions);
    std::vector<DerivedDefinition> derived() const; ///< as last set; any thread
    std::vector<DerivedStatus> derivedStatus() const; ///< by definition; any thread

    struct RebirthWish
    {
        telemetry::SourceId source = 0;
        QString node; ///< "group/edge"
    };
    /// Those to be asked now; paced here. Poll a few times a second and publish.
    std::vector<RebirthWish> takeRebirthWishes();

    /// Shows the tap everything from now on. `first` is called on the ingest thread's side, between
    /// two messages, before the tap sees anything. Both must not call back. Any thread.
    void addTap(Tap *tap, const std::function<void()> &first = {});
    void between(const std::function<void()> &call); ///< like `first`, for a tap that is there
    void removeTap(Tap *tap); ///< when it returns the tap is not used any more

    /// What restore() is fed with, on the ingest thread.
    class Feed
    {
    public:
        /// Decoded for what follows from it; neither counted nor shown to taps. The source says
        /// which decoder chain.
        virtual void message(const telemetry::MessageView &message) = 0;
        /// The newest sample of a signal, where no message gave it.
        virtual void value(const telemetry::Sample &sample) = 0;

    protected:
        ~Feed() = default;
    };
    /// Of a replay: forgets everything but names, as if nothing had been received, drops what
    /// waits in the inlets, brings back the state that `state` feeds, and sets the clock to `time`.
    /// Returns when done; sources must not push meanwhile.
    void restore(base::TimeNs time, const std::function<void(Feed &)> &state);

    void start();
    /// Drains what waits, hands everything to the historian, joins. Idempotent.
    void stop();
    /// Returns when all messages pushed before the call went through. For tests and headless use.
    void drain();

    /// The display takes what is newest now: values replaced since the last call count as
    /// coalesced.
    void displayTick();

    telemetry::Catalogue &catalogue();
    telemetry::TextTable &texts();
    telemetry::SeriesStore &series();
    telemetry::PredictionBook &predictions();
    devices::Registry &devices();
    TopicTable &topics();
    store::Historian *historian() const;
    const base::Clock &clock() const;

    LedgerFigures ledger(telemetry::SourceId source) const; ///< any thread
    LedgerFigures totals() const;
    std::vector<RatePoint> rates() const; ///< the last hour, one a second, oldest first
    double messageRate(telemetry::SourceId source) const; ///< per second, smoothed
    /// The last undecodable payloads, newest first (at most 200): topic and reason.
    struct Undecodable
    {
        TimeNs time;
        telemetry::SourceId source;
        QString topic;
        QString decoder;
        QString reason;
    };
    std::vector<Undecodable> undecodable() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ingest
