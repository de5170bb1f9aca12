// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One libFuzzer program per convention: PILOTHOUSE_MAKE names its factory, PILOTHOUSE_TOPICS its
// topics. The input is a row of messages: topic number, two bytes of length, payload.
#include "models/decode/conventions.h"
#include "models/telemetry/message.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>

namespace {

constexpr std::string_view topics[]{PILOTHOUSE_TOPICS};

std::vector<std::string_view> levelsOf(std::string_view topic)
{
    std::vector<std::string_view> levels;
    for (std::size_t slash = topic.find('/'); slash != std::string_view::npos;
         slash = topic.find('/')) {
        levels.push_back(topic.substr(0, slash));
        topic.remove_prefix(slash + 1);
    }
    levels.push_back(topic);
    return levels;
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Reads every byte that the output points to, so that a dangling view is found.
void touch(const decode::Output &out, const decode::Limits &limits)
{
    std::size_t sum = 0;
    const auto read = [&](std::string_view text) {
        for (const char c : text)
            sum += static_cast<unsigned char>(c);
    };
    for (const decode::Sample &sample : out.samples) {
        read(sample.device);
        read(sample.signal);
        read(sample.unit);
        read(sample.value.text);
        require(sample.signal.size() <= 4 * limits.maxNameBytes);
        require(sample.value.text.size() <= limits.maxTextBytes);
    }
    for (const decode::Fact &fact : out.facts) {
        read(fact.device);
        read(fact.signal);
        read(fact.value);
    }
    read(out.sequenceScope);
    require(out.samples.size() <= limits.maxSamples && out.facts.size() <= 2 * limits.maxSamples);
    require(sum != SIZE_MAX);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto convention = decode::PILOTHOUSE_MAKE();
    static simdjson::dom::parser parser;
    const decode::Limits limits;
    decode::Output out;
    while (size >= 3) {
        const std::string topic(topics[data[0] % std::size(topics)]);
        const std::size_t length = std::min<std::size_t>(data[1] | data[2] << 8, size - 3);
        std::string payload(reinterpret_cast<const char *>(data + 3), length);
        payload.append(telemetry::MessageBatch::padding, '\0');
        data += 3 + length;
        size -= 3 + length;
        telemetry::MessageView message;
        message.topic = topic;
        message.payload = std::string_view(payload).substr(0, length);
        message.retain = (length & 1) != 0;
        const auto levels = levelsOf(topic);
        decode::Input in(message, levels, limits, parser);
        out.clear();
        const bool taken = convention->decode(in, out);
        require(!taken || convention->mayTake(levels));
        if (!taken)
            require(out.samples.empty() && out.facts.empty() && out.reason.empty());
        else
            require(out.outcome == decode::Outcome::Decoded || !out.reason.empty());
        touch(out, limits);
    }
    return 0;
}
