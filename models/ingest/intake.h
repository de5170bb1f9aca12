// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"
#include "models/devices/registry.h"
#include "models/ingest/derivations.h"
#include "models/ingest/heldmessage.h"
#include "models/ingest/ledger.h"
#include "models/ingest/namecache.h"
#include "models/ingest/rebirthdesk.h"
#include "models/ingest/sequencewatch.h"
#include "models/ingest/sparkplugorder.h"
#include "models/ingest/tap.h"
#include "models/ingest/topictable.h"
#include "models/telemetry/catalogue.h"
#include "models/telemetry/predictionbook.h"
#include "models/telemetry/series.h"
#include "models/telemetry/texttable.h"

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ingest {

/// What an intake writes into; owned by the pipeline.
struct Sinks
{
    telemetry::Catalogue &catalogue;
    telemetry::TextTable &texts;
    telemetry::SeriesStore &series;
    telemetry::PredictionBook &predictions;
    devices::Registry &devices;
    TopicTable &topics;
    std::vector<telemetry::Sample> &toStore;
    TimeNs now = 0;
    std::uint64_t displaySerial = 0; ///< of the last display tick, 0: nobody looks
    std::function<void(const telemetry::MessageView &, const decode::Output &)> undecodable;
    /// A Sparkplug edge node, "group/edge", is to be asked for its births.
    std::function<void(std::string_view node)> askRebirth;
    bool mayAskRebirth = false; ///< else the registry says why nobody does
    std::span<Tap *const> taps = {};
    Derivations *derivations = nullptr; ///< null: nothing is derived
};

/// The messages of one source on the ingest thread: decodes, names, appends, counts.
class Intake
{
public:
    Intake(telemetry::SourceId source, const decode::Limits &limits);

    void setMappings(std::vector<decode::Mapping> mappings)
    {
        m_chain.setMappings(std::move(mappings));
    }
    /// Takes messages first..last-1 of the batch.
    void take(const telemetry::MessageBatch &batch, std::size_t first, std::size_t last,
              Sinks &sinks);
    /// Lets go of messages that have waited long enough; call often. `all`: of everything.
    void tick(TimeNs now, Sinks &sinks, bool all = false);
    /// Computes the derived signals that are due by `now`, or, with `all`, what waits.
    static void takeDerived(TimeNs now, Sinks &sinks, bool all = false);
    const LedgerFigures &ledger() const { return m_ledger; }
    void clearLedger() { m_ledger = {}; } ///< after a restore: what came before does not count

private:
    struct DeviceSlot
    {
        telemetry::DeviceId id = telemetry::noId;
    };
    struct SignalSlot
    {
        telemetry::SignalId id = telemetry::noId;
        telemetry::Series *series = nullptr;
        std::uint64_t displaySerial = 0;
        std::string unit;
        telemetry::Quality quality = telemetry::Quality::Good;
        telemetry::DeviceId device = telemetry::noId;
    };
    struct Fate
    {
        decode::Outcome outcome;
        std::string_view decoder;
        std::string reason;
    };

    std::size_t enterTopics(const telemetry::MessageBatch &batch, std::size_t first,
                            std::size_t last, Sinks &sinks);
    void takeOne(const telemetry::MessageView &message, Sinks &sinks);
    void decodeAndTake(const telemetry::MessageView &message, bool waited, Sinks &sinks);
    void countOutcome(const telemetry::MessageView &message, bool waited, Sinks &sinks);
    void wantRebirth(std::string_view node, bool gap, Sinks &sinks);
    void takeDecoded(const telemetry::MessageView &message, Sinks &sinks);
    void takeContent(const telemetry::MessageView &message, Sinks &sinks);
    bool waiting() const { return !m_unclaimed.empty() || m_order.waiting(); }
    bool holdAvailability(const telemetry::MessageView &message, TimeNs now);
    void takeJoins(Sinks &sinks);
    void releaseAvailability(std::string_view device, Sinks &sinks);
    void takeSamples(const telemetry::MessageView &message, Sinks &sinks);
    void takeSample(const decode::Sample &sample, std::size_t index,
                    const telemetry::MessageView &message, Sinks &sinks);
    void takeFacts(const telemetry::MessageView &message, Sinks &sinks);
    void markStale(telemetry::DeviceId device, TimeNs time, TimeNs received, Sinks &sinks);
    void takePredictions(const telemetry::MessageView &message, Sinks &sinks);
    void takeSequence(const telemetry::MessageView &message, Sinks &sinks);
    bool store(SignalSlot &slot, telemetry::Sample &sample, bool transient, Sinks &sinks);
    void trackQuality(SignalSlot &slot, telemetry::Quality quality, TimeNs time, Sinks &sinks);
    DeviceSlot *device(std::string_view name, Sinks &sinks);
    SignalSlot *signal(telemetry::DeviceId device, const decode::Sample &sample,
                       const telemetry::MessageView &message, Sinks &sinks);
    TimeNs sampleTime(TimeNs own, TimeNs received);
    void markSeen(const telemetry::MessageView &message, Sinks &sinks);

    const telemetry::SourceId m_source;
    decode::Chain m_chain;
    decode::Output m_out;
    LedgerFigures m_ledger;
    NameCache<DeviceSlot> m_devices;
    NameCache<SignalSlot> m_signals;
    NameCache<SequenceWatch> m_sequences;
    std::vector<telemetry::SignalId> m_signalOfSample; ///< of the current message
    std::vector<bool> m_isNew; ///< of the current message's samples: not a duplicate
    std::unordered_map<telemetry::DeviceId, int> m_badSignals;
    struct Seen
    {
        telemetry::DeviceId device;
        std::size_t samples;
        bool measured; ///< more than states of the device itself
    };
    std::vector<Seen> m_seen; ///< of the current message
    struct Unclaimed
    {
        HeldMessage message;
        std::string device; ///< as it would be called
        TimeNs until;
    };
    SparkplugOrder m_order;
    RebirthDesk m_rebirths;
    Sinks *m_sinks = nullptr; ///< while m_order delivers
    std::deque<Unclaimed> m_unclaimed; ///< oldest first
    std::vector<std::string> m_released; ///< names of devices whose availability need not wait
    std::vector<Fate> m_fates;
};

} // namespace ingest
