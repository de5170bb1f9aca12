// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/packet.h"

#include <functional>
#include <string>
#include <unordered_map>

namespace connect::capture {

/// What both directions of an MQTT session share.
struct MqttSession
{
    int version = 0; ///< 3, 4, 5; 0: the CONNECT was not seen and nothing told it yet
    bool inferred = false; ///< not from a CONNECT
    bool connectSeen = false;
    std::string clientId;
};

/// What can go wrong in one direction.
enum class StreamEvent : std::uint8_t {
    LostPacket, ///< a PUBLISH (or the unknown) was hit by a gap
    LostBytes, ///< a gap between packets
    Malformed, ///< against the standard
    TooLarge,
    UnknownAlias,
    OddProperty, ///< a payload format that the standard does not know; the message is kept
};

/// Cuts one direction of a session into MQTT packets and gives its PUBLISH packets. Finds the next
/// packet behind gaps: exactly where the gap lies within one packet, else at the next TCP segment
/// that starts like a packet. One thread.
class MqttStream
{
public:
    static constexpr std::size_t maxPacket = 16u << 20;

    /// `topic` has its alias resolved; everything lives for the call.
    using Publish = std::function<void(const mqtt::PublishPacket &packet, std::string_view topic)>;
    using Report = std::function<void(StreamEvent event)>;

    MqttStream(bool toServer, MqttSession &session, Publish publish, Report report);

    void bytes(std::string_view bytes);
    void gap(std::uint64_t missing);
    /// The stream is joined in the middle: look for a packet's start.
    void joinInTheMiddle() { m_unsure = true; }
    /// Gives up the packet that is being gathered.
    void dropPartial();
    std::size_t heldBytes() const { return m_buffer.size(); }

private:
    bool take(const mqtt::Frame &frame);
    bool readPublish(const mqtt::Frame &frame, mqtt::PublishPacket &packet);
    bool readConnect(std::string_view body);
    void give(const mqtt::PublishPacket &packet);
    void lose();
    std::uint64_t lengthAhead() const;

    bool m_toServer;
    MqttSession &m_session;
    Publish m_publish;
    Report m_report;
    std::string m_buffer;
    std::uint64_t m_skip = 0; ///< bytes of a packet that is not kept
    bool m_unsure = false; ///< the buffer may not start at a packet
    std::unordered_map<std::uint16_t, std::string> m_aliases;
};

/// True when the bytes are whole MQTT packets and nothing else, so that a connection whose
/// beginning was not captured may be MQTT; `publish`: one of them is a PUBLISH. Either direction.
bool areWholePackets(std::string_view bytes, bool &publish);

/// True when the bytes begin with a CONNECT of MQTT 3.1, 3.1.1 or 5; `more`: too few to tell.
bool startsWithConnect(std::string_view bytes, bool &more);

} // namespace connect::capture
