// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/message.h"

#include <chrono>
#include <cstring>

namespace telemetry {

namespace {

constexpr std::size_t keptCapacity = 8u << 20;
constexpr std::size_t wakeAfter = 512; ///< messages; fewer wait for the reader's own poll

} // namespace

void MessageBatch::append(const MessageView &message)
{
    const std::size_t need = m_used + message.topic.size() + message.payload.size() + padding;
    if (m_arena.size() < need)
        m_arena.resize(std::max(need, m_arena.size() * 2));
    std::int32_t properties = -1;
    if (message.properties) {
        properties = static_cast<std::int32_t>(m_properties.size());
        m_properties.push_back(std::make_unique<MessageProperties>(*message.properties));
    }
    m_entries.push_back({m_used, static_cast<std::uint32_t>(message.topic.size()),
                         static_cast<std::uint32_t>(message.payload.size()), message.received,
                         properties, message.source, message.qos, message.retain, message.duplicate,
                         message.retainAsPublished});
    char *out = m_arena.data() + m_used;
    if (!message.topic.empty())
        std::memcpy(out, message.topic.data(), message.topic.size());
    if (!message.payload.empty())
        std::memcpy(out + message.topic.size(), message.payload.data(), message.payload.size());
    m_used += message.topic.size() + message.payload.size();
}

void MessageBatch::append(SourceEvent event)
{
    event.beforeMessage = m_entries.size();
    m_events.push_back(std::move(event));
}

void MessageBatch::clear()
{
    m_entries.clear();
    m_properties.clear();
    m_events.clear();
    m_used = 0;
    if (m_arena.size() > keptCapacity)
        m_arena = {};
}

MessageView MessageBatch::at(std::size_t index) const
{
    const Entry &entry = m_entries[index];
    const char *data = m_arena.data() + entry.offset;
    return {{data, entry.topicSize},
            {data + entry.topicSize, entry.payloadSize},
            entry.received,
            entry.source,
            entry.qos,
            entry.retain,
            entry.duplicate,
            entry.properties < 0 ? nullptr
                                 : m_properties[static_cast<std::size_t>(entry.properties)].get(),
            entry.retainAsPublished};
}

Inlet::Inlet(std::size_t maxBytes, TimeNs maxWait)
    : m_maxBytes(maxBytes)
    , m_maxWait(maxWait)
{
}

void Inlet::wakeReader(std::unique_lock<std::mutex> &lock)
{
    if (!m_readerWaits)
        return;
    m_readerWaits = false;
    lock.unlock();
    m_filled.notify_one();
}

bool Inlet::push(const MessageView &message, bool wait)
{
    std::unique_lock lock(m_mutex);
    if (wait && m_batch.bytes() >= m_maxBytes && !m_closed) {
        using Clock = std::chrono::steady_clock;
        const auto start = Clock::now();
        m_drained.wait_for(lock, std::chrono::nanoseconds(m_maxWait),
                           [this] { return m_closed || m_batch.bytes() < m_maxBytes; });
        m_blockedFor +=
            std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
    }
    if (m_closed || m_batch.bytes() >= m_maxBytes) {
        ++m_dropped;
        return false;
    }
    m_batch.append(message);
    if (m_batch.size() >= wakeAfter)
        wakeReader(lock);
    return true;
}

void Inlet::push(SourceEvent event)
{
    std::unique_lock lock(m_mutex);
    m_batch.append(std::move(event));
    wakeReader(lock);
}

bool Inlet::take(MessageBatch &batch, TimeNs timeout)
{
    batch.clear();
    std::unique_lock lock(m_mutex);
    if (m_batch.size() < wakeAfter && m_batch.events().empty() && !m_closed && timeout > 0) {
        m_readerWaits = true;
        m_filled.wait_for(lock, std::chrono::nanoseconds(timeout),
                          [this] { return !m_readerWaits || m_closed; });
        m_readerWaits = false;
    }
    std::swap(batch, m_batch);
    lock.unlock();
    m_drained.notify_all();
    return !batch.empty();
}

void Inlet::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_filled.notify_all();
    m_drained.notify_all();
}

std::uint64_t Inlet::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

TimeNs Inlet::blockedFor() const
{
    const std::lock_guard lock(m_mutex);
    return m_blockedFor;
}

bool Inlet::nearlyFull() const
{
    constexpr std::size_t margin = 512u << 10;
    const std::lock_guard lock(m_mutex);
    return !m_closed && m_batch.bytes() + std::min(margin, m_maxBytes / 2) >= m_maxBytes;
}

std::size_t Inlet::waitingMessages() const
{
    const std::lock_guard lock(m_mutex);
    return m_batch.size();
}

} // namespace telemetry
