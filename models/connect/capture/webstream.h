// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace connect::capture {

/// One direction of an HTTP connection that was upgraded to a WebSocket: the bytes within its data
/// frames (RFC 6455, 5.2). One thread.
class WebStream
{
public:
    /// Bytes of data frames, or with empty bytes a gap of `missing` of them.
    using Sink = std::function<void(std::string_view bytes, std::uint64_t missing)>;

    explicit WebStream(Sink sink);

    void bytes(std::string_view bytes);
    void gap(std::uint64_t missing);
    bool dead() const { return m_dead; } ///< cannot be followed any more

private:
    enum class State : std::uint8_t { Handshake, Header, Payload };

    bool readHead();

    Sink m_sink;
    State m_state = State::Handshake;
    std::string m_buffer;
    std::uint64_t m_left = 0; ///< bytes of the frame's payload
    std::uint64_t m_offset = 0; ///< in the payload, for the mask
    unsigned char m_mask[4] = {};
    bool m_masked = false;
    bool m_data = false; ///< not a control frame
    bool m_dead = false;
};

/// True when the request asks for a WebSocket that speaks MQTT.
bool asksForMqtt(std::string_view request);

} // namespace connect::capture
