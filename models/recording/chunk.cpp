// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/chunk.h"

#include "models/store/bytes.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <zstd.h>

namespace recording {

using store::ByteReader;
using store::ByteWriter;
using telemetry::MessageProperties;
using telemetry::MessageView;

namespace {

constexpr std::uint8_t formatVersion = 1;
constexpr std::size_t keepBytes = 8u << 20;
constexpr std::uint8_t hasProperties = 0x20;

void packText(ByteWriter &out, std::string_view text)
{
    out.varint(text.size());
    out.raw(text.data(), text.size());
}

bool unpackText(ByteReader &in, std::string &out)
{
    const std::uint64_t size = in.varint();
    if (!in.ok() || size > in.left())
        return false;
    const auto *bytes = in.raw(static_cast<std::size_t>(size));
    out.assign(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(size));
    return true;
}

/// Numbers the topics of a run of messages in ascending order; `local` has one entry a message.
std::vector<TopicCount> numberTopics(const std::vector<TopicId> &topics,
                                     std::vector<std::uint32_t> &local)
{
    std::vector<TopicId> distinct(topics);
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<TopicCount> out;
    out.reserve(distinct.size());
    for (const TopicId topic : distinct)
        out.push_back({topic, 0});
    local.reserve(topics.size());
    for (const TopicId topic : topics) {
        const auto at = std::lower_bound(distinct.begin(), distinct.end(), topic);
        local.push_back(static_cast<std::uint32_t>(at - distinct.begin()));
        ++out[local.back()].messages;
    }
    return out;
}

/// Positions of the messages grouped by topic, in order of arrival within a topic.
std::vector<std::uint32_t> groupedOrder(const std::vector<TopicCount> &topics,
                                        const std::vector<std::uint32_t> &local)
{
    std::vector<std::uint32_t> next(topics.size());
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        next[i] = sum;
        sum += topics[i].messages;
    }
    std::vector<std::uint32_t> order(local.size());
    for (std::uint32_t i = 0; i < local.size(); ++i)
        order[next[local[i]]++] = i;
    return order;
}

} // namespace

std::uint8_t flagsOf(const MessageView &message)
{
    return static_cast<std::uint8_t>(
        (message.qos & 3) | (message.retain ? 4 : 0) | (message.duplicate ? 8 : 0)
        | (message.retainAsPublished ? 16 : 0) | (message.properties ? hasProperties : 0));
}

void applyFlags(std::uint8_t flags, MessageView &message)
{
    message.qos = flags & 3;
    message.retain = (flags & 4) != 0;
    message.duplicate = (flags & 8) != 0;
    message.retainAsPublished = (flags & 16) != 0;
}

void packProperties(const MessageProperties &properties, std::string &out)
{
    ByteWriter writer(out);
    packText(writer, properties.contentType);
    packText(writer, properties.responseTopic);
    packText(writer, properties.correlationData);
    writer.varint(properties.userProperties.size());
    for (const auto &[name, value] : properties.userProperties) {
        packText(writer, name);
        packText(writer, value);
    }
    writer.varint(properties.subscriptionIds.size());
    for (const std::uint32_t id : properties.subscriptionIds)
        writer.varint(id);
    writer.zigzag(properties.expirySeconds);
    writer.zigzag(properties.payloadFormat);
}

bool unpackProperties(std::string_view bytes, MessageProperties &properties)
{
    ByteReader in(bytes.data(), bytes.size());
    if (!unpackText(in, properties.contentType) || !unpackText(in, properties.responseTopic)
        || !unpackText(in, properties.correlationData))
        return false;
    for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
        std::string name;
        std::string value;
        if (!unpackText(in, name) || !unpackText(in, value))
            return false;
        properties.userProperties.emplace_back(std::move(name), std::move(value));
    }
    for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left)
        properties.subscriptionIds.push_back(static_cast<std::uint32_t>(in.varint()));
    properties.expirySeconds = in.zigzag();
    properties.payloadFormat = static_cast<int>(in.zigzag());
    return in.ok() && in.left() == 0;
}

void ChunkBuilder::add(TopicId topic, const MessageView &message)
{
    std::int32_t properties = -1;
    if (message.properties) {
        properties = static_cast<std::int32_t>(m_properties.size());
        m_properties.push_back(std::make_shared<const MessageProperties>(*message.properties));
    }
    m_heads.push_back({message.received, m_payloads.size(),
                       static_cast<std::uint32_t>(message.payload.size()), topic, properties,
                       message.source, flagsOf(message)});
    m_payloads.append(message.payload);
}

void ChunkBuilder::append(const ChunkBuilder &later)
{
    const std::size_t offset = m_payloads.size();
    const auto properties = static_cast<std::int32_t>(m_properties.size());
    m_payloads.append(later.m_payloads);
    m_properties.insert(m_properties.end(), later.m_properties.begin(), later.m_properties.end());
    m_heads.reserve(m_heads.size() + later.m_heads.size());
    for (Head head : later.m_heads) {
        head.offset += offset;
        if (head.properties >= 0)
            head.properties += properties;
        m_heads.push_back(head);
    }
}

void ChunkBuilder::clear()
{
    m_heads.clear();
    m_properties.clear();
    if (m_payloads.capacity() > keepBytes)
        m_payloads = {};
    m_payloads.clear();
}

TimeNs ChunkBuilder::earliest(std::size_t from) const
{
    TimeNs out = std::numeric_limits<TimeNs>::max();
    for (std::size_t i = from; i < m_heads.size(); ++i)
        out = std::min(out, m_heads[i].received);
    return out;
}

TimeNs ChunkBuilder::latest(std::size_t from) const
{
    TimeNs out = std::numeric_limits<TimeNs>::min();
    for (std::size_t i = from; i < m_heads.size(); ++i)
        out = std::max(out, m_heads[i].received);
    return out;
}

MessageView ChunkBuilder::at(std::size_t index) const
{
    const Head &head = m_heads[index];
    MessageView out;
    out.payload = std::string_view(m_payloads).substr(head.offset, head.size);
    out.received = head.received;
    out.source = head.source;
    applyFlags(head.flags, out);
    if (head.properties >= 0)
        out.properties = m_properties[static_cast<std::size_t>(head.properties)].get();
    return out;
}

std::vector<TopicCount> ChunkBuilder::topics(std::size_t from) const
{
    std::vector<TopicId> topics;
    topics.reserve(m_heads.size() - from);
    for (std::size_t i = from; i < m_heads.size(); ++i)
        topics.push_back(m_heads[i].topic);
    std::vector<std::uint32_t> local;
    return numberTopics(topics, local);
}

std::string ChunkBuilder::encode(std::size_t from) const
{
    std::vector<TopicId> topics;
    topics.reserve(m_heads.size() - from);
    for (std::size_t i = from; i < m_heads.size(); ++i)
        topics.push_back(m_heads[i].topic);
    std::vector<std::uint32_t> local;
    const std::vector<TopicCount> counts = numberTopics(topics, local);
    const std::vector<std::uint32_t> order = groupedOrder(counts, local);

    std::string out;
    out.reserve(m_payloads.size() + topics.size() * 8 + 1'024);
    ByteWriter writer(out);
    writer.u8(formatVersion);
    writer.varint(topics.size());
    const std::string packed = packTopics(counts);
    writer.varint(packed.size());
    writer.raw(packed.data(), packed.size());
    for (const std::uint32_t number : local)
        writer.varint(number);
    TimeNs before = 0;
    for (std::size_t i = from; i < m_heads.size(); ++i) {
        const auto step =
            static_cast<std::uint64_t>(m_heads[i].received) - static_cast<std::uint64_t>(before);
        writer.zigzag(static_cast<std::int64_t>(step));
        before = m_heads[i].received;
    }
    for (std::size_t i = from; i < m_heads.size(); ++i)
        writer.u8(m_heads[i].flags);
    for (const std::uint32_t i : order)
        writer.varint(m_heads[from + i].size);
    for (std::size_t i = from; i < m_heads.size(); ++i) {
        if (m_heads[i].properties < 0)
            continue;
        std::string bytes;
        packProperties(*m_properties[static_cast<std::size_t>(m_heads[i].properties)], bytes);
        packText(writer, bytes);
    }
    for (const std::uint32_t i : order)
        writer.raw(m_payloads.data() + m_heads[from + i].offset, m_heads[from + i].size);
    return out;
}

std::shared_ptr<const Chunk> Chunk::decode(std::string_view bytes)
{
    auto chunk = std::make_shared<Chunk>();
    return chunk->parse(bytes) ? chunk : nullptr;
}

bool Chunk::parse(std::string_view bytes)
{
    ByteReader in(bytes.data(), bytes.size());
    if (in.u8() != formatVersion)
        return false;
    const std::uint64_t count = in.varint();
    const std::uint64_t topicBytes = in.varint();
    // Each message needs at least four bytes: topic, time, flags, size.
    if (!in.ok() || count > in.left() / 4 || topicBytes > in.left())
        return false;
    std::vector<TopicCount> topics;
    const auto *packed = in.raw(static_cast<std::size_t>(topicBytes));
    if (!unpackTopics({reinterpret_cast<const char *>(packed), topicBytes}, topics))
        return false;
    std::uint64_t sum = 0;
    for (const TopicCount &topic : topics)
        sum += topic.messages;
    if (sum != count)
        return false;
    std::vector<std::uint32_t> local(count);
    std::vector<std::uint32_t> seen(topics.size(), 0);
    for (std::uint32_t &number : local) {
        const std::uint64_t value = in.varint();
        if (value >= topics.size() || ++seen[value] > topics[value].messages)
            return false;
        number = static_cast<std::uint32_t>(value);
    }
    m_entries.resize(count);
    std::uint64_t time = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        time += static_cast<std::uint64_t>(in.zigzag());
        m_entries[i].received = static_cast<TimeNs>(time);
        m_entries[i].topic = topics[local[i]].topic;
        m_entries[i].properties = -1;
    }
    for (Entry &entry : m_entries)
        entry.flags = in.u8();
    const std::vector<std::uint32_t> order = groupedOrder(topics, local);
    std::uint64_t offset = 0;
    for (const std::uint32_t i : order) {
        const std::uint64_t size = in.varint();
        if (size > in.left() || offset + size > bytes.size())
            return false;
        m_entries[i].offset = static_cast<std::size_t>(offset);
        m_entries[i].size = static_cast<std::uint32_t>(size);
        offset += size;
    }
    for (Entry &entry : m_entries) {
        if (!(entry.flags & hasProperties))
            continue;
        std::string text;
        auto properties = std::make_unique<MessageProperties>();
        if (!unpackText(in, text) || !unpackProperties(text, *properties))
            return false;
        entry.properties = static_cast<std::int32_t>(m_properties.size());
        m_properties.push_back(std::move(properties));
    }
    if (!in.ok() || in.left() != offset)
        return false;
    m_payloads.reserve(in.left() + telemetry::MessageBatch::padding);
    m_payloads.assign(reinterpret_cast<const char *>(in.at()), in.left());
    m_payloads.append(telemetry::MessageBatch::padding, '\0');
    return true;
}

Chunk::Message Chunk::at(std::size_t index) const
{
    const Entry &entry = m_entries[index];
    Message out{entry.topic, {}};
    out.view.payload = std::string_view(m_payloads).substr(entry.offset, entry.size);
    out.view.received = entry.received;
    applyFlags(entry.flags, out.view);
    if (entry.properties >= 0)
        out.view.properties = m_properties[static_cast<std::size_t>(entry.properties)].get();
    return out;
}

std::string packTopics(const std::vector<TopicCount> &topics)
{
    std::string out;
    ByteWriter writer(out);
    TopicId before = 0;
    for (const TopicCount &topic : topics) {
        writer.varint(topic.topic - before);
        writer.varint(topic.messages);
        before = topic.topic;
    }
    return out;
}

bool unpackTopics(std::string_view bytes, std::vector<TopicCount> &topics)
{
    ByteReader in(bytes.data(), bytes.size());
    std::uint64_t topic = 0;
    while (in.left() > 0) {
        const std::uint64_t step = in.varint();
        const std::uint64_t messages = in.varint();
        topic += step;
        if (!in.ok() || step > UINT32_MAX || topic > UINT32_MAX || messages > UINT32_MAX
            || (step == 0 && !topics.empty()))
            return false;
        topics.push_back({static_cast<TopicId>(topic), static_cast<std::uint32_t>(messages)});
    }
    return true;
}

std::string compress(std::string_view bytes, int level)
{
    struct Free
    {
        void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    };
    thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compressCCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size(), level);
    out.resize(ZSTD_isError(size) ? 0 : size);
    out.shrink_to_fit();
    return out;
}

bool decompress(std::string_view frame, std::size_t limit, std::string &out)
{
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > limit)
        return false;
    out.resize(static_cast<std::size_t>(size));
    const std::size_t got = ZSTD_decompress(out.data(), out.size(), frame.data(), frame.size());
    return !ZSTD_isError(got) && got == out.size();
}

} // namespace recording
