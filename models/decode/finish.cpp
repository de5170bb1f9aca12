// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/finish.h"

#include "models/decode/text.h"

#include <charconv>
#include <unordered_set>

namespace decode {

namespace {

/// Cuts a name so that two long names that differ stay two: the tail tells them apart.
std::string_view cappedName(std::string_view name, std::size_t limit, Output &out)
{
    const std::size_t hash = std::hash<std::string_view>()(name) & 0xffffffffu;
    char tail[9] = "~0000000";
    const auto end = std::to_chars(tail + 1, tail + 9, hash, 16).ptr;
    const std::string_view mark(tail, static_cast<std::size_t>(end - tail));
    noteCap(out, Tr::tr("A name longer than %1 bytes was cut.").arg(limit).toStdString());
    return out.keep(cutUtf8(name, limit > mark.size() ? limit - mark.size() : 0), mark);
}

void forgetSamplesFrom(std::size_t count, Output &out)
{
    out.samples.resize(count);
    const int end = static_cast<int>(count);
    for (Prediction &prediction : out.predictions) {
        if (prediction.confidenceSample >= end)
            prediction.confidenceSample = -1;
        if (prediction.labelSample >= end)
            prediction.labelSample = -1;
    }
}

void limitSignals(const Limits &limits, Output &out)
{
    std::unordered_set<std::string> seen;
    for (std::size_t index = 0; index < out.samples.size(); ++index) {
        const Sample &sample = out.samples[index];
        std::string name(sample.device);
        name.append(1, '\0').append(sample.signal);
        seen.insert(std::move(name));
        if (seen.size() > limits.maxSignals) {
            forgetSamplesFrom(index, out);
            noteCap(out,
                    Tr::tr("Only the first %1 signals of the payload were read.")
                        .arg(limits.maxSignals)
                        .toStdString());
            return;
        }
    }
}

void limitSample(Sample &sample, const Limits &limits, Output &out)
{
    if (sample.signal.size() > limits.maxNameBytes)
        sample.signal = cappedName(sample.signal, limits.maxNameBytes, out);
    if (sample.device.size() > limits.maxNameBytes)
        sample.device = cappedName(sample.device, limits.maxNameBytes, out);
    if (sample.value.text.size() > limits.maxTextBytes) {
        sample.value.text = cutUtf8(sample.value.text, limits.maxTextBytes);
        noteCap(
            out,
            Tr::tr("A text longer than %1 bytes was cut.").arg(limits.maxTextBytes).toStdString());
    }
}

void limitRest(const Limits &limits, Output &out)
{
    for (Prediction &prediction : out.predictions) {
        for (std::string_view *text : {&prediction.device, &prediction.model, &prediction.version,
                                       &prediction.label, &prediction.inputReference}) {
            if (text->size() > limits.maxNameBytes)
                *text = cappedName(*text, limits.maxNameBytes, out);
        }
    }
    for (Fact &fact : out.facts) {
        if (fact.device.size() > limits.maxNameBytes)
            fact.device = cappedName(fact.device, limits.maxNameBytes, out);
        if (fact.signal.size() > limits.maxNameBytes)
            fact.signal = cappedName(fact.signal, limits.maxNameBytes, out);
        fact.value = cutUtf8(fact.value, limits.maxTextBytes);
    }
}

/// Conventions without a device of their own leave it to the topic.
void nameDevices(const TopicNames &topic, Output &out)
{
    std::string_view device;
    const auto named = [&](std::string_view given) {
        if (!given.empty())
            return given;
        if (device.empty())
            device = out.keep(topic.recordDevice);
        return device;
    };
    for (Sample &sample : out.samples)
        sample.device = named(sample.device);
    for (Prediction &prediction : out.predictions)
        prediction.device = named(prediction.device);
    for (Fact &fact : out.facts)
        fact.device = named(fact.device);
}

/// Conventions that own their topics' shape have bases and prefixes in front, not sites.
bool isGeneral(std::string_view decoder)
{
    for (const std::string_view general :
         {"json", "scalar", "senml", "cloudevents", "cbor", "availability"}) {
        if (decoder == general)
            return true;
    }
    return false;
}

void tellSite(TopicNames &topic, Output &out)
{
    if (topic.siteTold || topic.site.empty() || out.samples.empty())
        return;
    topic.siteTold = true;
    for (const Fact &fact : out.facts) {
        if (fact.kind == Fact::Kind::Site)
            return;
    }
    const std::string_view site = out.keep(topic.site);
    std::string_view last;
    for (std::size_t index = 0; index < out.samples.size(); ++index) {
        const std::string_view device = out.samples[index].device;
        if (device != last && device != site)
            out.facts.push_back(
                {.kind = Fact::Kind::Site, .device = device, .signal = {}, .value = site});
        last = device;
    }
}

} // namespace

void note(Output &out, std::string_view sentence)
{
    constexpr std::size_t longest = 1'000;
    if (out.reason.find(sentence) != std::string::npos || out.reason.size() > longest)
        return;
    if (!out.reason.empty())
        out.reason += ' ';
    out.reason += sentence;
}

void noteCap(Output &out, std::string_view sentence)
{
    out.capHit = true;
    note(out, sentence);
}

void finish(TopicNames &topic, const Limits &limits, Output &out)
{
    if (out.samples.size() > limits.maxSamples) {
        forgetSamplesFrom(limits.maxSamples, out);
        noteCap(out,
                Tr::tr("Only the first %1 samples of the payload were read.")
                    .arg(limits.maxSamples)
                    .toStdString());
    }
    nameDevices(topic, out);
    for (Sample &sample : out.samples)
        limitSample(sample, limits, out);
    limitRest(limits, out);
    if (out.samples.size() > limits.maxSignals)
        limitSignals(limits, out);
    if (!topic.siteTold && !topic.site.empty() && isGeneral(out.decoder))
        tellSite(topic, out);
}

void keepOversized(const telemetry::MessageView &message, const Limits &limits, Output &out)
{
    out.outcome = Outcome::Undecodable;
    out.capHit = true;
    out.reason = Tr::tr("The payload has %1 bytes; more than %2 are not decoded.")
                     .arg(message.payload.size())
                     .arg(limits.maxPayloadBytes)
                     .toStdString();
}

} // namespace decode
