// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/chain.h"

#include "models/decode/conventions.h"
#include "models/decode/finish.h"
#include "models/decode/mapping.h"
#include "models/decode/places.h"
#include "models/decode/text.h"
#include "models/decode/workspace.h"

#include <array>
#include <bit>

namespace decode {

namespace {

using Conventions = std::vector<std::unique_ptr<Convention>>;

/// The order in which conventions are asked: a convention stands before those that would also read
/// its messages, only with less knowledge.
Conventions allConventions(Workspace &workspace)
{
    Conventions all;
    all.push_back(makeSparkplug());
    all.push_back(makeHomie());
    all.push_back(makeHomeAssistant());
    all.push_back(makeTasmota());
    all.push_back(makeZigbee2Mqtt());
    all.push_back(makeEspHome());
    all.push_back(makeShelly());
    all.push_back(makeThingsBoard());
    all.push_back(makeAwsShadow());
    all.push_back(makeOpcUaPubSub());
    all.push_back(makeSenml(workspace));
    all.push_back(makeCloudEvents(workspace));
    all.push_back(makeAvailability(workspace));
    all.push_back(makeGenericJson(workspace));
    all.push_back(makeImage());
    all.push_back(makeCbor(workspace));
    all.push_back(makeScalar(workspace));
    all.push_back(makeBinary());
    return all;
}

} // namespace

struct Chain::Private
{
    explicit Private(Limits given)
        : limits(given)
        , conventions(allConventions(workspace))
    {
    }

    void findTopic(std::string_view topic, std::span<const std::string_view> levels);
    void decode(Input &in, Output &out);
    void decodePinned(Input &in, Output &out);
    void placeDevices(Input &in, Output &out);
    void dropLargeParser();

    Limits limits;
    Workspace workspace;
    std::vector<Mapping> mappings;
    std::unique_ptr<simdjson::dom::parser> parser = std::make_unique<simdjson::dom::parser>();
    TopicMemo topics;
    Places places;
    Conventions conventions;
};

/// Learns where devices speak, and finds out whose availability a topic tells.
void Chain::Private::placeDevices(Input &in, Output &out)
{
    constexpr std::size_t longestTopic = 1'024;
    constexpr int manyOwners = 64; // a gateway's topic: it says nothing about places any more
    if (!out.claims.empty())
        places.takeClaims(out);
    TopicNames &topic = *workspace.topic;
    const bool named = workspace.mapping && !workspace.mapping->device.isEmpty();
    if (in.message.topic.size() > longestTopic || in.message.topic.starts_with('$') || named)
        return;
    if (out.decoder == "availability") {
        if (!out.facts.empty())
            places.nameAvailability(in.levels, out.facts.front().device, out);
        return;
    }
    if (out.samples.empty() || topic.owners > manyOwners
        || (out.samples.front().device == topic.dataOf
            && out.samples.back().device == topic.dataOf))
        return;
    if (out.decoder == "sparkplug" || out.decoder == "homie")
        return; // they say themselves who is there
    for (const Sample &sample : out.samples) {
        if (sample.state || sample.device == topic.dataOf)
            continue;
        topic.dataOf = sample.device;
        ++topic.owners;
        places.learnData(in.levels, sample.device, out);
    }
}

void Chain::Private::findTopic(std::string_view topic, std::span<const std::string_view> levels)
{
    workspace.topic = topics.find(topic);
    if (!workspace.topic) {
        workspace.topic = &topics.add(namesOfTopic(topic, levels));
        for (std::size_t index = 0; index < conventions.size(); ++index)
            if (conventions[index]->mayTake(levels))
                workspace.topic->conventions |= 1u << index;
        for (std::size_t index = 0; index < mappings.size() && workspace.topic->mapping < 0;
             ++index) {
            if (matchesFilter(mappings[index].topicFilter.toStdString(), topic))
                workspace.topic->mapping = static_cast<int>(index);
        }
    }
    const int mapping = workspace.topic->mapping;
    workspace.mapping = mapping < 0 ? nullptr : &mappings[static_cast<std::size_t>(mapping)];
    workspace.pinned = workspace.mapping && !workspace.mapping->decoder.isEmpty();
}

void Chain::Private::decodePinned(Input &in, Output &out)
{
    const std::string name = workspace.mapping->decoder.toStdString();
    for (const auto &convention : conventions) {
        if (convention->name() != name)
            continue;
        out.decoder = convention->name();
        if (convention->decode(in, out))
            return;
    }
    out.outcome = Outcome::Undecodable;
    out.reason =
        Tr::tr("The mapping of %1 asks for the decoder %2, but the payload is not of that kind.")
            .arg(workspace.mapping->topicFilter, workspace.mapping->decoder)
            .toStdString();
}

void Chain::Private::decode(Input &in, Output &out)
{
    for (std::uint32_t ask = workspace.topic->conventions; ask != 0; ask &= ask - 1) {
        const auto &convention = conventions[static_cast<std::size_t>(std::countr_zero(ask))];
        if (!convention->decode(in, out))
            continue;
        if (out.decoder.empty())
            out.decoder = convention->name();
        return;
    }
}

void Chain::Private::dropLargeParser()
{
    constexpr std::size_t large = 1u << 20;
    if (parser->capacity() > large)
        parser = std::make_unique<simdjson::dom::parser>();
}

Chain::Chain(Limits limits)
    : d(std::make_unique<Private>(limits))
{
}

Chain::~Chain() = default;

void Chain::setMappings(std::vector<Mapping> mappings)
{
    d->mappings = std::move(mappings);
    d->topics.clear();
}

void Chain::decode(const telemetry::MessageView &message, Output &out)
{
    out.clear();
    std::array<std::string_view, 64> room;
    const std::size_t count = splitTopic(message.topic, room);
    const std::span<const std::string_view> levels(room.data(), count);
    if (message.payload.size() > d->limits.maxPayloadBytes) {
        keepOversized(message, d->limits, out);
        return;
    }
    d->findTopic(message.topic, levels);
    Input in(message, levels, d->limits, *d->parser);
    if (d->workspace.mapping && d->workspace.mapping->ignore) {
        out.reason = Tr::tr("The mapping of %1 says not to decode it.")
                         .arg(d->workspace.mapping->topicFilter)
                         .toStdString();
        return;
    }
    if (d->workspace.pinned)
        d->decodePinned(in, out);
    else
        d->decode(in, out);
    if (out.outcome == Outcome::Decoded) {
        if (d->workspace.mapping)
            applyMapping(*d->workspace.mapping, in, out);
        finish(*d->workspace.topic, d->limits, out);
        d->placeDevices(in, out);
    }
    d->dropLargeParser();
}

std::vector<std::string_view> Chain::decoderNames()
{
    Workspace workspace;
    std::vector<std::string_view> names;
    for (const auto &convention : allConventions(workspace))
        names.push_back(convention->name());
    return names;
}

} // namespace decode
