// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/capture/packets.h"

#include <array>
#include <compare>

namespace connect::capture {

/// One end of a connection. IPv4 addresses are mapped into IPv6 (RFC 4291, 2.5.5.2).
struct Endpoint
{
    std::array<unsigned char, 16> address{};
    std::uint16_t port = 0;

    auto operator<=>(const Endpoint &) const = default;
    QString text() const; ///< "192.0.2.1:1883", "[2001:db8::1]:1883"
};

/// A TCP segment (RFC 9293, 3.1).
struct Segment
{
    Endpoint from;
    Endpoint to;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledged = 0;
    bool syn = false;
    bool fin = false;
    bool reset = false;
    bool ack = false;
    std::string_view payload; ///< as far as it was captured
    std::size_t missing = 0; ///< bytes of it that were not
};

enum class Found : std::uint8_t {
    Segment,
    OtherProtocol, ///< not IP, or not TCP
    Fragment, ///< part of a fragmented IP packet
    Damaged, ///< headers cut off or contradictory
    UnknownLink, ///< a kind of network that is not known here
};

/// Looks for TCP in Ethernet (with VLAN tags), Linux cooked captures v1 and v2, loopback and raw
/// IP.
Found findSegment(const Packet &packet, Segment &out);

} // namespace connect::capture
