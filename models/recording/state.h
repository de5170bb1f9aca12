// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/chunk.h"
#include "models/telemetry/value.h"

#include <optional>
#include <string>
#include <vector>

namespace recording {

/// A message kept as state: the last of its topic, or the one that the broker retains.
struct KeptMessage
{
    std::string payload;
    TimeNs received = 0;
    std::uint8_t flags = 0; ///< flagsOf()
    std::shared_ptr<const telemetry::MessageProperties> properties;

    void take(const telemetry::MessageView &message);
    bool operator==(const KeptMessage &other) const
    {
        return payload == other.payload && received == other.received && flags == other.flags;
    }
};

/// What is known of a topic at an instant.
struct TopicState
{
    TopicId topic = 0;
    bool seen = false;
    KeptMessage last; ///< births are the last messages of their own topics
    bool retains = false; ///< the broker keeps a message of this topic, as far as was seen
    std::optional<KeptMessage> retained; ///< when it is not `last`
};

/// The newest sample of a signal by its time, exactly as it went through the pipeline.
struct LastValue
{
    telemetry::SignalId signal = telemetry::noId;
    telemetry::ValueType type = telemetry::ValueType::Double;
    telemetry::Quality quality = telemetry::Quality::Good;
    TimeNs time = base::noTime;
    TimeNs received = 0;
    std::uint64_t bits = 0;
    bool operator==(const LastValue &) const = default;
};

/// Everything that has to be known at an instant so that playing on from there gives what playing
/// from the beginning gave: retained messages, births, last messages, last values.
class State
{
public:
    void take(TopicId topic, const telemetry::MessageView &message);
    void take(const telemetry::Sample &sample);

    const std::vector<TopicState> &topics() const { return m_topics; } ///< by TopicId
    const std::vector<LastValue> &values() const { return m_values; } ///< by SignalId
    std::size_t bytes() const { return m_bytes; } ///< of payloads, about what encode() gives

    std::string encode() const; ///< phrec.md, "Snapshots"; not compressed
    /// False when the bytes are not a snapshot of this format.
    bool decode(std::string_view bytes);

private:
    std::vector<TopicState> m_topics;
    std::vector<LastValue> m_values;
    std::size_t m_bytes = 0;
};

} // namespace recording
