// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace telemetry {

/// MQTT 5 publish properties (OASIS MQTT 5.0, 3.3.2.3), kept only for messages that have any.
struct MessageProperties
{
    std::string contentType;
    std::string responseTopic;
    std::string correlationData;
    std::vector<std::pair<std::string, std::string>> userProperties;
    std::vector<std::uint32_t> subscriptionIds;
    std::int64_t expirySeconds = -1; ///< -1: none
    int payloadFormat = -1; ///< -1 not given, 0 bytes, 1 UTF-8
};

/// One message as received. Views live as long as the batch that gave them.
struct MessageView
{
    std::string_view topic;
    std::string_view payload; ///< at least MessageBatch::padding readable bytes follow its end
    TimeNs received = 0;
    SourceId source = 0;
    std::uint8_t qos = 0;
    bool retain = false; ///< the server sent what it keeps, because we subscribed
    bool duplicate = false; ///< MQTT DUP flag
    const MessageProperties *properties = nullptr;
    /// Published just now with the retain flag, where the server says so (MQTT 5.0, 3.8.3.1 Retain
    /// As Published).
    bool retainAsPublished = false;
};

/// What happened to a connection, in order with its messages.
struct SourceEvent
{
    enum class Kind : std::uint8_t {
        Connected,
        Disconnected,
        Note,
        Time, ///< of a replay: it is `time` now, whether messages come or not
    };
    Kind kind = Kind::Note;
    TimeNs time = 0;
    std::string text;
    std::size_t beforeMessage = 0; ///< index in the batch of the message that follows the event
    SourceId source = 0; ///< of a replay, where one inlet serves all sources
    TimeNs next = 0; ///< Kind::Time: receive time of the message that comes next
};

/// Messages packed into one arena: no allocation per message once warm. One thread at a time.
class MessageBatch
{
public:
    /// Readable bytes after every payload (simdjson's SIMDJSON_PADDING and room for wide loads).
    static constexpr std::size_t padding = 64;

    void append(const MessageView &message);
    void append(SourceEvent event);
    void clear(); ///< keeps the memory unless it grew beyond 8 MiB

    std::size_t size() const { return m_entries.size(); }
    bool empty() const { return m_entries.empty() && m_events.empty(); }
    std::size_t bytes() const { return m_used; }
    MessageView at(std::size_t index) const;
    const std::vector<SourceEvent> &events() const { return m_events; }

private:
    struct Entry
    {
        std::size_t offset;
        std::uint32_t topicSize;
        std::uint32_t payloadSize;
        TimeNs received;
        std::int32_t properties; ///< index or -1
        SourceId source;
        std::uint8_t qos;
        bool retain;
        bool duplicate;
        bool retainAsPublished;
    };

    std::vector<Entry> m_entries;
    std::vector<char> m_arena; ///< size() is capacity in use + padding
    std::size_t m_used = 0;
    std::vector<std::unique_ptr<MessageProperties>> m_properties;
    std::vector<SourceEvent> m_events;
};

/// Hands batches from the thread that reads a socket to the ingest thread. Bounded: when `maxBytes`
/// wait, push() blocks (so that TCP slows the sender) for at most `maxWait`, and counts the time;
/// only after that is a message dropped, counted. One or more writers, one reader.
class Inlet
{
public:
    explicit Inlet(std::size_t maxBytes = 64u << 20, TimeNs maxWait = 10 * base::nsPerSecond);

    /// False when the message had to be dropped. `wait` false: without waiting for room. Writer's
    /// thread.
    bool push(const MessageView &message, bool wait = true);
    void push(SourceEvent event);

    /// Swaps the waiting batch into `batch` (cleared first). Waits up to `timeout` for something to
    /// come. False when nothing did. Reader's thread.
    bool take(MessageBatch &batch, TimeNs timeout);

    /// Wakes everybody; push() refuses from now on. Any thread.
    void close();

    std::uint64_t dropped() const; ///< messages refused because the reader stood still
    TimeNs blockedFor() const; ///< total time writers waited
    std::size_t waitingMessages() const; ///< now
    bool nearlyFull() const; ///< the next push() may have to wait

private:
    void wakeReader(std::unique_lock<std::mutex> &lock);

    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_drained;
    MessageBatch m_batch;
    const std::size_t m_maxBytes;
    const TimeNs m_maxWait;
    std::uint64_t m_dropped = 0;
    TimeNs m_blockedFor = 0;
    bool m_readerWaits = false;
    bool m_closed = false;
};

} // namespace telemetry
