// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole chain. PILOTHOUSE_DECODER pins one decoder, "" detects. The input is the length of the
// topic (one byte), the topic, the payload; without PILOTHOUSE_TOPIC_INSIDE only the payload.
#include "models/decode/chain.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

std::size_t touched(std::string_view text)
{
    std::size_t sum = 0;
    for (const char c : text)
        sum += static_cast<unsigned char>(c);
    return sum;
}

/// Reads every byte that the output points to, so that a dangling view is found.
void check(const decode::Output &out, const decode::Limits &limits)
{
    std::size_t sum = 0;
    require(out.outcome == decode::Outcome::Decoded
            || (!out.reason.empty() && out.samples.empty()));
    require(out.samples.size() <= limits.maxSamples);
    for (const decode::Sample &sample : out.samples) {
        require(sample.signal.size() <= limits.maxNameBytes
                && sample.device.size() <= limits.maxNameBytes);
        require(sample.value.text.size() <= limits.maxTextBytes);
        sum += touched(sample.device) + touched(sample.signal) + touched(sample.unit)
            + touched(sample.value.text);
    }
    for (const decode::Prediction &prediction : out.predictions) {
        require(!(prediction.confidence < 0) && !(prediction.confidence > 1));
        require(prediction.confidenceSample < static_cast<int>(out.samples.size()));
        require(prediction.labelSample < static_cast<int>(out.samples.size()));
        sum += touched(prediction.model) + touched(prediction.version) + touched(prediction.label);
        sum += touched(prediction.inputReference) + touched(prediction.device);
    }
    for (const decode::Fact &fact : out.facts)
        sum += touched(fact.device) + touched(fact.signal) + touched(fact.value);
    require(sum + touched(out.sequenceScope) != SIZE_MAX);
}

decode::Chain &chain()
{
    static decode::Chain *one = [] {
        auto *made = new decode::Chain;
        const QString decoder = QStringLiteral(PILOTHOUSE_DECODER);
        if (!decoder.isEmpty()) {
            decode::Mapping mapping;
            mapping.topicFilter = QStringLiteral("#");
            mapping.decoder = decoder;
            made->setMappings({mapping});
        }
        return made;
    }();
    return *one;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string topic = "site/dev/telemetry";
#ifdef PILOTHOUSE_TOPIC_INSIDE
    if (size == 0)
        return 0;
    const std::size_t length = std::min<std::size_t>(data[0], size - 1);
    topic.assign(reinterpret_cast<const char *>(data + 1), length);
    data += 1 + length;
    size -= 1 + length;
#endif
    std::string payload(reinterpret_cast<const char *>(data), size);
    payload.append(telemetry::MessageBatch::padding, '\0');
    telemetry::MessageView message;
    message.topic = topic;
    message.payload = std::string_view(payload).substr(0, size);
    message.received = 1'700'000'000 * base::nsPerSecond;
    decode::Output out;
    chain().decode(message, out);
    check(out, decode::Limits());
    return 0;
}
