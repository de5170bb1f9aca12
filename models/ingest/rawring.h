// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/topictable.h"

#include <cstdlib>
#include <deque>
#include <memory>
#include <vector>

namespace ingest {

/// Raw messages of all topics in one byte ring; each points back to the one before it of the same
/// topic. Adding overwrites the oldest. The ring is calloc'ed: its pages come as it fills.
/// Not thread-safe: TopicTable locks.
class RawRing
{
public:
    static constexpr std::uint64_t none = UINT64_MAX;

    explicit RawRing(std::size_t bytes);

    /// Positions count up for ever; a position is valid while it is within the last size() bytes.
    std::uint64_t add(TopicId topic, std::uint64_t number, std::uint64_t previous,
                      const telemetry::MessageView &message);
    std::vector<KeptMessage> chain(TopicId topic, std::uint64_t newest, std::size_t limit) const;
    void resize(std::size_t bytes); ///< forgets what is kept
    void clear() { resize(m_size); }

private:
    struct Header
    {
        std::uint64_t previous;
        std::uint64_t number;
        std::uint64_t fullSize;
        TimeNs received;
        TopicId topic;
        std::uint32_t size;
        std::int64_t properties; ///< sequence number in m_properties, -1: none
        std::uint8_t qos;
        bool retain;
        bool duplicate;
    };

    bool valid(std::uint64_t position) const;

    struct Free
    {
        void operator()(char *bytes) const { std::free(bytes); }
    };

    std::size_t m_size = 0;
    std::unique_ptr<char, Free> m_bytes;
    std::uint64_t m_end = 0; ///< position after the newest record
    std::uint64_t m_oldest = 0; ///< smallest position still whole
    std::deque<std::shared_ptr<const telemetry::MessageProperties>>
        m_properties; ///< the newest 4,096
    std::int64_t m_firstProperty = 0;
};

} // namespace ingest
