// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/intake.h"

#include <QCoreApplication>

#include <cmath>

namespace ingest {

namespace {

/// How long an availability message waits for data that say whose it is.
constexpr TimeNs patience = 10 * base::nsPerSecond;
constexpr std::size_t maxUnclaimed = 20'000;
constexpr TimeNs farAhead = base::nsPerHour; ///< a sender's clock may be wrong by this much

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isBad(telemetry::Quality quality)
{
    return quality == telemetry::Quality::Fail || quality == telemetry::Quality::Suspect;
}

devices::DeviceFact deviceFact(decode::Fact::Kind kind)
{
    using Kind = decode::Fact::Kind;
    using devices::DeviceFact;
    switch (kind) {
    case Kind::DisplayName:
        return DeviceFact::DisplayName;
    case Kind::Manufacturer:
        return DeviceFact::Manufacturer;
    case Kind::Model:
        return DeviceFact::Model;
    case Kind::Firmware:
        return DeviceFact::Firmware;
    case Kind::Hardware:
        return DeviceFact::Hardware;
    case Kind::Serial:
        return DeviceFact::Serial;
    case Kind::Site:
        return DeviceFact::Site;
    case Kind::Parent:
        return DeviceFact::Parent;
    case Kind::Protocol:
        return DeviceFact::Protocol;
    default:
        return DeviceFact::Attribute;
    }
}

telemetry::SignalRole roleOf(const decode::Sample &sample, std::size_t index,
                             const decode::Output &out)
{
    for (const decode::Prediction &prediction : out.predictions) {
        if (prediction.confidenceSample == static_cast<int>(index))
            return telemetry::SignalRole::Confidence;
        if (prediction.labelSample == static_cast<int>(index))
            return telemetry::SignalRole::Label;
    }
    return sample.state ? telemetry::SignalRole::State : telemetry::SignalRole::Measurement;
}

} // namespace

Intake::Intake(telemetry::SourceId source, const decode::Limits &limits)
    : m_source(source)
    , m_chain(limits)
    , m_order({.deliver = [this](const telemetry::MessageView &message,
                                 bool waited) { decodeAndTake(message, waited, *m_sinks); },
               .gap = [this](std::string_view node) { wantRebirth(node, true, *m_sinks); }})
{
}

void Intake::take(const telemetry::MessageBatch &batch, std::size_t first, std::size_t last,
                  Sinks &sinks)
{
    m_fates.clear();
    std::size_t entered = first;
    for (std::size_t i = first; i < last; ++i) {
        const telemetry::MessageView message = batch.at(i);
        // Whether a retained message is news depends on what came before it, in this batch too.
        if (message.retain)
            entered = enterTopics(batch, entered, i, sinks);
        takeOne(message, sinks);
    }
    enterTopics(batch, entered, last, sinks);
}

std::size_t Intake::enterTopics(const telemetry::MessageBatch &batch, std::size_t first,
                                std::size_t last, Sinks &sinks)
{
    if (first == last)
        return last;
    TopicTable::Writer writer(sinks.topics);
    for (std::size_t i = first; i < last; ++i) {
        const Fate &fate = m_fates[i - first];
        if (writer.add(batch.at(i), static_cast<std::uint8_t>(fate.outcome), fate.decoder,
                       fate.reason)
            == noTopic)
            ++m_ledger.noTopic;
    }
    m_fates.clear();
    return last;
}

void Intake::takeOne(const telemetry::MessageView &message, Sinks &sinks)
{
    for (Tap *tap : sinks.taps)
        tap->message(message);
    // What waits is let go by the time of the stream, so that a replay does it at the same place.
    if (waiting())
        tick(message.received, sinks);
    if (sinks.derivations && sinks.derivations->observe(message.received))
        takeDerived(sinks.derivations->now(), sinks);
    ++m_ledger.received;
    m_ledger.bytes += message.topic.size() + message.payload.size();
    if (message.retain && sinks.topics.sameAsNewest(message)) {
        ++m_ledger.kept;
        ++m_ledger.repeated;
        m_fates.push_back({decode::Outcome::Kept, "repeated",
                           "The broker sent its retained message again; nothing new."});
        return;
    }
    const auto step = message.retain ? std::optional<decode::SparkplugStep>()
                                     : decode::sparkplugStep(message.topic, message.payload);
    if (!step) {
        decodeAndTake(message, false, sinks);
        return;
    }
    m_sinks = &sinks;
    if (!m_order.take(*step, message, message.received)) {
        ++m_ledger.kept; // until it is decoded
        m_fates.push_back({decode::Outcome::Kept, "sparkplug",
                           "It came before its predecessors and waits for them, two seconds at "
                           "most."});
    }
}

void Intake::countOutcome(const telemetry::MessageView &message, bool waited, Sinks &sinks)
{
    m_ledger.kept -= waited ? 1 : 0;
    switch (m_out.outcome) {
    case decode::Outcome::Decoded:
        ++m_ledger.decoded;
        break;
    case decode::Outcome::Kept:
        ++m_ledger.kept;
        break;
    case decode::Outcome::Undecodable:
        ++m_ledger.undecodable;
        sinks.undecodable(message, m_out);
        break;
    }
    m_ledger.capped += m_out.capHit ? 1 : 0;
}

/// `waited`: it was counted and entered among the topics when it came.
void Intake::decodeAndTake(const telemetry::MessageView &message, bool waited, Sinks &sinks)
{
    m_chain.decode(message, m_out);
    countOutcome(message, waited, sinks);
    if (!waited)
        m_fates.push_back({m_out.outcome, m_out.decoder, m_out.reason});
    if (m_out.unclaimed && holdAvailability(message, message.received))
        return;
    takeDecoded(message, sinks);
    for (const std::string &name : m_released)
        releaseAvailability(name, sinks);
    m_released.clear();
}

void Intake::takeDecoded(const telemetry::MessageView &message, Sinks &sinks)
{
    const std::size_t before = sinks.toStore.size();
    takeContent(message, sinks);
    const std::span<const telemetry::Sample> fresh =
        std::span(sinks.toStore).subspan(std::min(before, sinks.toStore.size()));
    if (fresh.empty())
        return;
    for (Tap *tap : sinks.taps)
        tap->samples(message, fresh);
    if (sinks.derivations)
        sinks.derivations->take(fresh);
}

void Intake::takeDerived(TimeNs now, Sinks &sinks, bool all)
{
    std::vector<telemetry::Sample> results;
    if (all)
        sinks.derivations->flush(results);
    else
        sinks.derivations->advance(now, results);
    if (results.empty())
        return;
    telemetry::MessageView nobodys; // no message: the empty topic of the derived signals' source
    nobodys.source = sinks.derivations->source();
    nobodys.received = results.back().received;
    for (Tap *tap : sinks.taps)
        tap->samples(nobodys, results);
    sinks.toStore.insert(sinks.toStore.end(), results.begin(), results.end());
}

void Intake::takeContent(const telemetry::MessageView &message, Sinks &sinks)
{
    if (m_out.sequence >= 0)
        takeSequence(message, sinks);
    m_seen.clear();
    takeSamples(message, sinks);
    if (!m_out.facts.empty())
        takeFacts(message, sinks);
    if (!m_out.predictions.empty())
        takePredictions(message, sinks);
    markSeen(message, sinks);
    if (!m_out.joins.empty())
        takeJoins(sinks);
    if (m_out.rebirthNode.empty())
        return;
    if (m_out.rebirthWanted)
        wantRebirth(m_out.rebirthNode, false, sinks);
    else if (m_out.sequenceStarts)
        if (const DeviceSlot *node = device(m_out.rebirthNode, sinks))
            sinks.devices.suspect(node->id, devices::Registry::Suspicion::Birth, false,
                                  message.received, {});
}

/// Says it where a person sees it, and asks the node if that is allowed and not too often.
void Intake::wantRebirth(std::string_view node, bool gap, Sinks &sinks)
{
    const DeviceSlot *slot = device(node, sinks);
    if (!slot)
        return;
    const auto say = [](const char *sentence) {
        return QCoreApplication::translate("Devices", sentence);
    };
    const QString what = gap
        ? say(QT_TRANSLATE_NOOP("Devices", "Messages of edge node %1 are missing."))
        : say(QT_TRANSLATE_NOOP("Devices",
                                "Edge node %1 publishes, but its birth was not seen or does "
                                "not name all it publishes."));
    const QString done = sinks.mayAskRebirth
        ? say(QT_TRANSLATE_NOOP("Devices", "It was asked to be born again."))
        : say(QT_TRANSLATE_NOOP(
            "Devices",
            "This connection may not ask for it (it is read-only, or its settings say so), so the "
            "node's next birth is awaited."));
    sinks.devices.suspect(slot->id, devices::Registry::Suspicion::Birth, true, sinks.now,
                          QString(what.arg(fromView(node)) + QLatin1Char(' ') + done));
    if (sinks.mayAskRebirth && m_rebirths.want(node, sinks.now))
        sinks.askRebirth(node);
}

/// The first availability of a device of which nothing else is known waits a little: data mostly
/// say whose it is, and then no second device comes of it.
bool Intake::holdAvailability(const telemetry::MessageView &message, TimeNs now)
{
    const std::string_view device = m_out.facts.front().device;
    if (m_devices.find(0, device) || m_unclaimed.size() >= maxUnclaimed)
        return false;
    m_unclaimed.push_back({HeldMessage(message), std::string(device), now + patience});
    return true;
}

void Intake::takeJoins(Sinks &sinks)
{
    for (const decode::Join &join : m_out.joins) {
        if (!join.apart)
            m_released.emplace_back(join.alias);
        const DeviceSlot *alias = m_devices.find(0, join.alias);
        if (!alias || join.alias == join.device)
            continue;
        const telemetry::DeviceId id = alias->id;
        if (join.apart)
            sinks.devices.part(id);
        else if (const DeviceSlot *owner = device(join.device, sinks))
            sinks.devices.join(id, owner->id);
    }
}

/// Decodes again what waited under this name: the chain knows by now whose it is.
void Intake::releaseAvailability(std::string_view device, Sinks &sinks)
{
    for (auto it = m_unclaimed.begin(); it != m_unclaimed.end();) {
        if (it->device != device) {
            ++it;
            continue;
        }
        const HeldMessage held = std::move(it->message);
        it = m_unclaimed.erase(it);
        const telemetry::MessageView message = held.view();
        m_chain.decode(message, m_out);
        m_out.joins.clear();
        takeDecoded(message, sinks);
    }
}

void Intake::tick(TimeNs now, Sinks &sinks, bool all)
{
    m_sinks = &sinks;
    m_order.tick(now, all);
    while (!m_unclaimed.empty() && (all || m_unclaimed.front().until <= now)) {
        const std::string device = m_unclaimed.front().device;
        releaseAvailability(device, sinks);
    }
}

TimeNs Intake::sampleTime(TimeNs own, TimeNs received)
{
    if (own == base::noTime)
        return received;
    if (own > received + farAhead) {
        ++m_ledger.futureTimes;
        return received;
    }
    return own;
}

Intake::DeviceSlot *Intake::device(std::string_view name, Sinks &sinks)
{
    if (DeviceSlot *slot = m_devices.find(0, name))
        return slot;
    const telemetry::DeviceId id = sinks.catalogue.internDevice(m_source, name);
    return id == telemetry::noId ? nullptr : m_devices.add(0, name, DeviceSlot{id});
}

Intake::SignalSlot *Intake::signal(telemetry::DeviceId device, const decode::Sample &sample,
                                   const telemetry::MessageView &message, Sinks &sinks)
{
    if (SignalSlot *slot = m_signals.find(device, sample.signal))
        return slot;
    const telemetry::SignalId id =
        sinks.catalogue.internSignal(device, sample.signal, sample.value.type);
    if (id == telemetry::noId)
        return nullptr;
    telemetry::SignalInfo info;
    info.topic = fromView(message.topic);
    info.decoder = fromView(m_out.decoder);
    info.role = roleOf(sample, m_signalOfSample.size(), m_out);
    sinks.catalogue.describe(id, info);
    SignalSlot slot;
    slot.id = id;
    slot.series = &sinks.series.at(id);
    return m_signals.add(device, sample.signal, std::move(slot));
}

void Intake::takeSamples(const telemetry::MessageView &message, Sinks &sinks)
{
    m_signalOfSample.clear();
    m_isNew.assign(m_out.samples.size(), false);
    m_ledger.samples += m_out.samples.size();
    for (std::size_t i = 0; i < m_out.samples.size(); ++i)
        takeSample(m_out.samples[i], i, message, sinks);
}

void Intake::takeSample(const decode::Sample &in, std::size_t index,
                        const telemetry::MessageView &message, Sinks &sinks)
{
    DeviceSlot *owner = device(in.device, sinks);
    SignalSlot *slot = owner ? signal(owner->id, in, message, sinks) : nullptr;
    m_signalOfSample.push_back(slot ? slot->id : telemetry::noId);
    if (!slot) {
        ++m_ledger.noSignal;
        return;
    }
    if (m_seen.empty() || m_seen.back().device != owner->id)
        m_seen.push_back({owner->id, 0, false});
    ++m_seen.back().samples;
    m_seen.back().measured = m_seen.back().measured || !in.state;
    if (!in.unit.empty() && slot->unit != in.unit) {
        slot->unit = in.unit;
        sinks.catalogue.setUnit(slot->id, in.unit);
    }
    telemetry::Sample sample;
    sample.signal = slot->id;
    sample.type = in.value.type;
    sample.quality = in.quality;
    sample.time = sampleTime(in.time, message.received);
    sample.received = message.received;
    sample.bits = in.value.type == telemetry::ValueType::Text ? sinks.texts.intern(in.value.text)
                                                              : in.value.bits;
    slot->device = owner->id;
    if (slot->quality != in.quality)
        trackQuality(*slot, in.quality, message.received, sinks);
    m_isNew[index] = store(*slot, sample, in.transient, sinks);
}

bool Intake::store(SignalSlot &slot, telemetry::Sample &sample, bool transient, Sinks &sinks)
{
    switch (slot.series->append(sample.time, sample.received, sample.type, sample.bits,
                                sample.quality)) {
    case telemetry::Appended::Duplicate:
        ++m_ledger.duplicates;
        return false;
    case telemetry::Appended::Late:
        ++m_ledger.late;
        break;
    case telemetry::Appended::InOrder:
        break;
    }
    if (sinks.displaySerial != 0) {
        m_ledger.coalesced += slot.displaySerial == sinks.displaySerial ? 1 : 0;
        slot.displaySerial = sinks.displaySerial;
    }
    if (transient) {
        ++m_ledger.transient;
        return true;
    }
    ++m_ledger.handedToStore;
    sinks.toStore.push_back(sample);
    return true;
}

void Intake::trackQuality(SignalSlot &slot, telemetry::Quality quality, TimeNs time, Sinks &sinks)
{
    const bool was = isBad(slot.quality);
    const bool is = isBad(quality);
    slot.quality = quality;
    if (was == is)
        return;
    int &bad = m_badSignals[slot.device];
    bad += is ? 1 : -1;
    sinks.devices.suspect(
        slot.device, devices::Registry::Suspicion::Quality, bad > 0, time,
        QCoreApplication::translate("Devices", "%n signal(s) report bad quality.", nullptr, bad));
}

void Intake::takeSequence(const telemetry::MessageView &message, Sinks &sinks)
{
    const std::string_view scope =
        m_out.sequenceScope.empty() ? message.topic : m_out.sequenceScope;
    SequenceWatch *watch = m_sequences.find(0, scope);
    if (!watch)
        watch = m_sequences.add(0, scope, SequenceWatch());
    else if (m_out.sequenceStarts) { // a birth: what came before it is not missing
        *watch = SequenceWatch();
        ++m_ledger.restarts;
    }
    const SequenceWatch::Step step = watch->next(m_out.sequence, m_out.sequenceModulus);
    m_ledger.restarts += step.restarted ? 1 : 0;
    m_ledger.gaps += static_cast<std::uint64_t>(step.missing);
    if (step.missing > 0 && !m_out.samples.empty()) {
        if (const DeviceSlot *owner = device(m_out.samples.front().device, sinks))
            sinks.devices.addGaps(owner->id, static_cast<std::uint64_t>(step.missing));
    }
}

void Intake::takeFacts(const telemetry::MessageView &message, Sinks &sinks)
{
    using Kind = decode::Fact::Kind;
    for (const decode::Fact &fact : m_out.facts) {
        const DeviceSlot *owner = device(fact.device, sinks);
        if (!owner)
            continue;
        const telemetry::DeviceId id = owner->id;
        const bool talks = fact.kind != Kind::AwaitsBirth && fact.kind != Kind::ValuesStale;
        if (talks && (m_seen.empty() || m_seen.back().device != id))
            m_seen.push_back({id, 0, false});
        const TimeNs time = sampleTime(fact.time, message.received);
        switch (fact.kind) {
        case Kind::Online:
            sinks.devices.online(id, time);
            break;
        case Kind::Offline:
            sinks.devices.offline(id, time,
                                  fact.value.empty() ? QCoreApplication::translate(
                                      "Devices", "It said goodbye, or its last will was published.")
                                                     : fromView(fact.value));
            break;
        case Kind::Asleep:
            sinks.devices.asleep(id, time);
            break;
        case Kind::Removed:
            sinks.devices.offline(id, time,
                                  QCoreApplication::translate(
                                      "Devices", "Its description was removed from the broker."));
            break;
        case Kind::SignalUnit:
        case Kind::SignalText: {
            const telemetry::SignalId known = sinks.catalogue.findSignal(id, fromView(fact.signal));
            telemetry::SignalInfo info;
            (fact.kind == Kind::SignalUnit ? info.unit : info.description) = fromView(fact.value);
            sinks.catalogue.describe(known, info);
            break;
        }
        case Kind::Gateway:
            sinks.devices.setKind(id, devices::DeviceKind::Gateway);
            break;
        case Kind::Service:
            sinks.devices.setKind(id, devices::DeviceKind::Service);
            break;
        case Kind::AwaitsBirth:
            sinks.devices.awaitBirth(id, sinks.now);
            break;
        case Kind::ValuesStale:
            markStale(id, time, message.received, sinks);
            break;
        default:
            sinks.devices.learn(id, deviceFact(fact.kind), fact.value);
        }
    }
}

/// What the device last said is not how things are: every series gets a mark without a value.
void Intake::markStale(telemetry::DeviceId device, TimeNs time, TimeNs received, Sinks &sinks)
{
    for (const telemetry::SignalInfo &info : sinks.catalogue.signalsOf(device)) {
        telemetry::Series &series = sinks.series.at(info.id);
        telemetry::Point last;
        if (info.role == telemetry::SignalRole::State || !series.last(last)
            || last.quality == telemetry::Quality::Missing)
            continue;
        telemetry::Sample sample;
        sample.signal = info.id;
        sample.type = last.type;
        sample.quality = telemetry::Quality::Missing;
        sample.time = std::max(time, last.time + 1);
        sample.received = received;
        if (series.append(sample.time, received, sample.type, 0, sample.quality)
            == telemetry::Appended::Duplicate)
            continue;
        ++m_ledger.samples;
        ++m_ledger.handedToStore;
        sinks.toStore.push_back(sample);
    }
}

void Intake::takePredictions(const telemetry::MessageView &message, Sinks &sinks)
{
    for (const decode::Prediction &in : m_out.predictions) {
        const auto at = static_cast<std::size_t>(in.confidenceSample);
        const bool hasSample = in.confidenceSample >= 0 && at < m_signalOfSample.size();
        if (hasSample && !m_isNew[at])
            continue; // the same answer delivered twice
        const DeviceSlot *owner = device(in.device, sinks);
        if (!owner)
            continue;
        ++m_ledger.predictions;
        telemetry::Prediction prediction;
        prediction.device = owner->id;
        prediction.model = in.model;
        prediction.version = in.version;
        prediction.label = in.label;
        prediction.confidence = in.confidence;
        prediction.time = sampleTime(in.time, message.received);
        if (hasSample)
            prediction.confidenceSignal = m_signalOfSample[at];
        if (sinks.predictions.add(prediction) && !in.model.empty())
            sinks.devices.usesModel(
                owner->id,
                QString(fromView(in.model) + QLatin1Char(' ') + fromView(in.version)).trimmed());
    }
}

void Intake::markSeen(const telemetry::MessageView &message, Sinks &sinks)
{
    for (const Seen &seen : m_seen)
        sinks.devices.seen(seen.device, sinks.catalogue, message.received, seen.samples,
                           !message.retain, seen.measured);
}

} // namespace ingest
