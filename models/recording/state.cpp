// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/state.h"

#include "models/store/bytes.h"

namespace recording {

using store::ByteReader;
using store::ByteWriter;
using telemetry::MessageView;

namespace {

constexpr std::uint8_t formatVersion = 1;
constexpr std::uint8_t hasProperties = 0x20;
constexpr std::size_t perTopic = 24; ///< bytes besides the payload, about
/// Topics and signals are numbered without gaps, or nearly: a number far above how many there are
/// is damage, and must not ask for memory.
constexpr std::uint64_t idLimit(std::uint64_t count)
{
    return 16 * count + 4'096;
}

enum TopicBits : std::uint8_t { LastRetained = 1, RetainedApart = 2 };

void packMessage(ByteWriter &out, const KeptMessage &message)
{
    out.u8(message.flags);
    out.zigzag(message.received);
    out.varint(message.payload.size());
    out.raw(message.payload.data(), message.payload.size());
    if (!message.properties)
        return;
    std::string bytes;
    packProperties(*message.properties, bytes);
    out.varint(bytes.size());
    out.raw(bytes.data(), bytes.size());
}

bool unpackMessage(ByteReader &in, KeptMessage &message)
{
    message.flags = in.u8();
    message.received = in.zigzag();
    const std::uint64_t size = in.varint();
    if (!in.ok() || size > in.left())
        return false;
    const auto *payload = in.raw(static_cast<std::size_t>(size));
    message.payload.assign(reinterpret_cast<const char *>(payload), static_cast<std::size_t>(size));
    if (!(message.flags & hasProperties))
        return true;
    const std::uint64_t length = in.varint();
    if (!in.ok() || length > in.left())
        return false;
    const auto *bytes = in.raw(static_cast<std::size_t>(length));
    auto properties = std::make_shared<telemetry::MessageProperties>();
    if (!unpackProperties({reinterpret_cast<const char *>(bytes), length}, *properties))
        return false;
    message.properties = std::move(properties);
    return true;
}

} // namespace

void KeptMessage::take(const MessageView &message)
{
    payload.assign(message.payload);
    received = message.received;
    flags = flagsOf(message);
    properties = message.properties
        ? std::make_shared<const telemetry::MessageProperties>(*message.properties)
        : nullptr;
}

void State::take(TopicId topic, const MessageView &message)
{
    if (topic >= m_topics.size())
        m_topics.resize(topic + 1);
    TopicState &state = m_topics[topic];
    state.topic = topic;
    const bool retain = message.retain || message.retainAsPublished;
    m_bytes += message.payload.size() + (state.seen ? 0 : perTopic);
    m_bytes -= state.last.payload.size();
    if (retain) {
        if (state.retained)
            m_bytes -= state.retained->payload.size();
        state.retained.reset();
        state.retains = !message.payload.empty(); // MQTT 3.1.1, 3.3.1.3: an empty one clears it
    } else if (state.retains && !state.retained) {
        m_bytes += state.last.payload.size();
        state.retained = std::move(state.last);
        state.last = {};
    }
    state.seen = true;
    state.last.take(message);
}

void State::take(const telemetry::Sample &sample)
{
    if (sample.signal >= m_values.size())
        m_values.resize(sample.signal + 1);
    LastValue &value = m_values[sample.signal];
    if (value.signal != telemetry::noId && sample.time < value.time)
        return;
    value = {sample.signal, sample.type, sample.quality, sample.time, sample.received, sample.bits};
}

std::string State::encode() const
{
    std::string out;
    out.reserve(m_bytes + m_values.size() * 24 + 64);
    ByteWriter writer(out);
    writer.u8(formatVersion);
    std::uint64_t seen = 0;
    for (const TopicState &topic : m_topics)
        seen += topic.seen;
    writer.varint(seen);
    for (const TopicState &topic : m_topics) {
        if (!topic.seen)
            continue;
        writer.varint(topic.topic);
        writer.u8(static_cast<std::uint8_t>((topic.retains && !topic.retained ? LastRetained : 0)
                                            | (topic.retained ? RetainedApart : 0)));
        packMessage(writer, topic.last);
        if (topic.retained)
            packMessage(writer, *topic.retained);
    }
    std::uint64_t values = 0;
    for (const LastValue &value : m_values)
        values += value.signal != telemetry::noId;
    writer.varint(values);
    for (const LastValue &value : m_values) {
        if (value.signal == telemetry::noId)
            continue;
        writer.varint(value.signal);
        writer.u8(static_cast<std::uint8_t>(value.type));
        writer.u8(static_cast<std::uint8_t>(value.quality));
        writer.zigzag(value.time);
        writer.zigzag(value.received);
        writer.u64(value.bits);
    }
    return out;
}

bool State::decode(std::string_view bytes)
{
    *this = {};
    ByteReader in(bytes.data(), bytes.size());
    if (in.u8() != formatVersion)
        return false;
    const std::uint64_t topics = in.varint();
    if (!in.ok() || topics > in.left())
        return false;
    for (std::uint64_t i = 0; i < topics; ++i) {
        const std::uint64_t id = in.varint();
        const std::uint8_t bits = in.u8();
        if (!in.ok() || id >= idLimit(topics))
            return false;
        if (id >= m_topics.size())
            m_topics.resize(id + 1);
        TopicState &topic = m_topics[id];
        if (topic.seen)
            return false; // each topic stands there once
        topic.topic = static_cast<TopicId>(id);
        topic.seen = true;
        topic.retains = bits != 0;
        if (!unpackMessage(in, topic.last))
            return false;
        m_bytes += topic.last.payload.size() + perTopic;
        if (bits & RetainedApart) {
            topic.retained.emplace();
            if (!unpackMessage(in, *topic.retained))
                return false;
            m_bytes += topic.retained->payload.size();
        }
    }
    const std::uint64_t values = in.varint();
    if (!in.ok() || values > in.left())
        return false;
    for (std::uint64_t i = 0; i < values; ++i) {
        LastValue value;
        const std::uint64_t id = in.varint();
        const std::uint8_t type = in.u8();
        const std::uint8_t quality = in.u8();
        value.time = in.zigzag();
        value.received = in.zigzag();
        value.bits = in.u64();
        if (!in.ok() || id >= idLimit(values)
            || type > static_cast<std::uint8_t>(telemetry::ValueType::Text))
            return false;
        value.signal = static_cast<telemetry::SignalId>(id);
        value.type = static_cast<telemetry::ValueType>(type);
        value.quality = static_cast<telemetry::Quality>(quality);
        if (id >= m_values.size())
            m_values.resize(id + 1);
        if (m_values[id].signal != telemetry::noId)
            return false;
        m_values[id] = value;
    }
    return in.ok() && in.left() == 0;
}

} // namespace recording
