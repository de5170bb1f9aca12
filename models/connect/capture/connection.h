// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/capture/bytestream.h"
#include "models/connect/capture/mqttstream.h"
#include "models/connect/capture/webstream.h"

#include <array>
#include <memory>
#include <optional>
#include <span>

namespace connect::capture {

/// One TCP connection of a capture. Finds out by its first bytes whether it speaks MQTT; what does
/// not is dropped. One thread.
class Connection
{
public:
    enum class Kind : std::uint8_t { Undecided, Mqtt, WebSocket, Encrypted, Other };

    struct Events
    {
        std::function<void(Connection &, bool toServer, const mqtt::PublishPacket &,
                           std::string_view topic)>
            publish;
        std::function<void(StreamEvent)> report;
        std::span<const std::uint16_t> ports; ///< taken for MQTT without a CONNECT
    };

    /// `ends[0]` is the side that the key names first; the side that sent `first` begins.
    Connection(const Events &events, const Segment &first, bool firstIsEnd0);

    void add(const Segment &segment, bool fromEnd0, base::TimeNs time);
    void finish();
    bool closed() const { return (m_fin[0] && m_fin[1]) || m_reset; }
    bool startsAnew(const Segment &segment, bool fromEnd0) const;

    Kind kind() const { return m_kind; }
    const MqttSession &session() const { return m_session; }
    const Endpoint &client() const { return m_ends[m_client]; }
    const Endpoint &server() const { return m_ends[1 - m_client]; }
    base::TimeNs lastTime() const { return m_lastTime; }
    std::size_t heldBytes() const;
    bool lostWebSocket() const
    {
        return (m_web[0] && m_web[0]->dead()) || (m_web[1] && m_web[1]->dead());
    }
    void dropHeld();

    /// Index of the origins in the reader, per direction: 0 to the server, 1 from it; -1: none yet.
    std::array<int, 2> origins{-1, -1};

private:
    void deliver(std::size_t end, std::string_view bytes, std::uint64_t missing);
    void decide(std::size_t end, std::string_view latest);
    void become(Kind kind, std::size_t client, bool inTheMiddle);
    void pass(std::size_t end, std::string_view bytes, std::uint64_t missing);

    const Events &m_events;
    std::array<Endpoint, 2> m_ends;
    std::size_t m_client = 0; ///< index of the client's end
    Kind m_kind = Kind::Undecided;
    std::array<ByteStream, 2> m_bytes;
    std::array<std::string, 2> m_first; ///< what came before it was decided
    std::array<std::unique_ptr<MqttStream>, 2> m_mqtt;
    std::array<std::unique_ptr<WebStream>, 2> m_web;
    MqttSession m_session;
    std::array<bool, 2> m_fin{};
    std::optional<std::uint32_t> m_synOf[2];
    bool m_reset = false;
    int m_fitting = 0; ///< segments so far that look like MQTT on a port that tells nothing
    base::TimeNs m_lastTime = 0;
};

} // namespace connect::capture
