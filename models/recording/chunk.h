// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/telemetry/message.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recording {

using base::TimeNs;
using TopicId = std::uint32_t; ///< row of the recording's table `topics`

/// How many messages of a topic a chunk holds.
struct TopicCount
{
    TopicId topic = 0;
    std::uint32_t messages = 0;
    bool operator==(const TopicCount &) const = default;
};

/// Messages on their way into a chunk. One thread at a time.
class ChunkBuilder
{
public:
    void add(TopicId topic, const telemetry::MessageView &message);
    void append(const ChunkBuilder &later);
    void clear(); ///< keeps the memory unless it grew beyond 8 MiB

    std::size_t size() const { return m_heads.size(); }
    bool empty() const { return m_heads.empty(); }
    std::size_t bytes() const { return m_payloads.size() + m_heads.size() * sizeof(Head); }
    TimeNs firstTime() const { return m_heads.front().received; } ///< of the first message
    TimeNs earliest(std::size_t from) const; ///< smallest receive time
    TimeNs latest(std::size_t from) const; ///< largest receive time
    /// The message at `index`; its topic text is not known here. Until the next add().
    telemetry::MessageView at(std::size_t index) const;
    TopicId topicAt(std::size_t index) const { return m_heads[index].topic; }

    /// The messages from `from` on as bytes (resources/doc/phrec.md, "Chunks"), not compressed.
    std::string encode(std::size_t from) const;
    std::vector<TopicCount> topics(std::size_t from) const; ///< by topic

private:
    struct Head
    {
        TimeNs received;
        std::size_t offset;
        std::uint32_t size;
        TopicId topic;
        std::int32_t properties; ///< index or -1
        telemetry::SourceId source;
        std::uint8_t flags;
    };

    std::vector<Head> m_heads;
    std::string m_payloads;
    std::vector<std::shared_ptr<const telemetry::MessageProperties>> m_properties;
};

/// The messages of one chunk, decoded.
class Chunk
{
public:
    struct Message
    {
        TopicId topic;
        telemetry::MessageView view; ///< without topic text and source; lives as long as the chunk
    };

    /// Nothing when the bytes are not a chunk of this format. Never reads outside them; needs at
    /// most about four times their size in memory.
    static std::shared_ptr<const Chunk> decode(std::string_view bytes);

    std::size_t size() const { return m_entries.size(); }
    Message at(std::size_t index) const;

private:
    struct Entry
    {
        TimeNs received;
        std::size_t offset;
        std::uint32_t size;
        TopicId topic;
        std::int32_t properties;
        std::uint8_t flags;
    };
    bool parse(std::string_view bytes);

    std::vector<Entry> m_entries;
    std::string m_payloads; ///< MessageBatch::padding bytes at its end
    std::vector<std::unique_ptr<telemetry::MessageProperties>> m_properties;
};

/// Topics of a chunk as bytes and back; false when damaged.
std::string packTopics(const std::vector<TopicCount> &topics);
bool unpackTopics(std::string_view bytes, std::vector<TopicCount> &topics);

/// MQTT properties as bytes: shared by chunks and snapshots.
void packProperties(const telemetry::MessageProperties &properties, std::string &out);
bool unpackProperties(std::string_view bytes, telemetry::MessageProperties &properties);

/// Flags of a message as one byte: bits 0..1 QoS, 2 retain, 3 DUP, 4 retain as published,
/// 5 properties follow.
std::uint8_t flagsOf(const telemetry::MessageView &message);
void applyFlags(std::uint8_t flags, telemetry::MessageView &message);

/// zstd frame with content size; `level` as in the zstd manual.
std::string compress(std::string_view bytes, int level);
/// Nothing when the frame is damaged or says it holds more than `limit` bytes.
bool decompress(std::string_view frame, std::size_t limit, std::string &out);

inline constexpr std::size_t maxChunkBytes = 288u << 20; ///< one message may have 256 MiB

} // namespace recording
