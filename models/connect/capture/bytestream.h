// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/capture/segments.h"

#include <functional>
#include <map>

namespace connect::capture {

/// Puts the segments of one direction of a TCP connection in order: what is sent again or overlaps
/// is given once, what is missing is given as a gap. Memory: at most maxWaiting. One thread.
class ByteStream
{
public:
    static constexpr std::size_t maxWaiting = 4u << 20;

    /// Called in order: bytes, or with empty bytes a gap of `missing` bytes.
    using Sink = std::function<void(std::string_view bytes, std::uint64_t missing)>;

    /// Starts anew behind a SYN's sequence number.
    void start(std::uint32_t sequence);
    bool started() const { return m_started; }
    void add(const Segment &segment, base::TimeNs time, const Sink &sink);
    /// The other side has confirmed everything before `acknowledged`: what is missing there will
    /// not come any more, it was lost by the capture.
    void confirm(std::uint32_t acknowledged, base::TimeNs time, const Sink &sink);
    /// Gives what waits, with gaps.
    void flush(const Sink &sink);
    std::size_t waitingBytes() const { return m_waitingBytes; }
    std::uint64_t repeated() const { return m_repeated; } ///< bytes that came more than once

private:
    struct Piece
    {
        std::string bytes;
        std::size_t missing = 0;
        base::TimeNs time = 0;
    };

    void give(std::string_view bytes, std::size_t missing, const Sink &sink);
    void drain(const Sink &sink);
    void jump(const Sink &sink);

    std::uint32_t m_next = 0; ///< sequence number expected
    std::uint64_t m_position = 0; ///< of m_next in the stream
    std::map<std::uint64_t, Piece> m_waiting; ///< by position
    std::size_t m_waitingBytes = 0;
    std::uint64_t m_repeated = 0;
    bool m_started = false;
};

} // namespace connect::capture
