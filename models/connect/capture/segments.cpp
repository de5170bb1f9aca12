// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/capture/segments.h"

#include <QHostAddress>

#include <algorithm>
#include <optional>

namespace connect::capture {

namespace {

enum LinkType : std::uint32_t {
    Null = 0,
    Ethernet = 1,
    RawBsd = 12,
    RawOpenBsd = 14,
    Raw = 101,
    Loop = 108,
    LinuxCooked = 113,
    Ipv4 = 228,
    Ipv6 = 229,
    LinuxCooked2 = 276,
};

enum EtherType : std::uint16_t { EtherIpv4 = 0x0800, EtherIpv6 = 0x86DD };

unsigned byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

std::uint16_t be16(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(byteAt(bytes, at) << 8 | byteAt(bytes, at + 1));
}

std::uint32_t be32(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(be16(bytes, at)) << 16 | be16(bytes, at + 2);
}

/// Removes the link's header; nothing when the packet carries no IP.
std::optional<std::string_view> ipOf(const Packet &packet, bool &known)
{
    std::string_view bytes = packet.bytes;
    known = true;
    std::size_t header = 0;
    std::uint16_t type = 0;
    switch (packet.linkType) {
    case Raw:
    case RawBsd:
    case RawOpenBsd:
    case Ipv4:
    case Ipv6:
        return bytes;
    case Null:
    case Loop:
        if (bytes.size() < 4)
            return {};
        return bytes.substr(4); // the IP header tells its version itself
    case Ethernet:
        header = 14;
        break;
    case LinuxCooked:
        header = 16;
        break;
    case LinuxCooked2:
        if (bytes.size() < 20)
            return {};
        type = be16(bytes, 0);
        bytes.remove_prefix(20);
        return type == EtherIpv4 || type == EtherIpv6 ? std::optional(bytes) : std::nullopt;
    default:
        known = false;
        return {};
    }
    if (bytes.size() < header)
        return {};
    type = be16(bytes, header - 2);
    bytes.remove_prefix(header);
    while ((type == 0x8100 || type == 0x88A8 || type == 0x9100) && bytes.size() >= 4) { // 802.1Q
        type = be16(bytes, 2);
        bytes.remove_prefix(4);
    }
    return type == EtherIpv4 || type == EtherIpv6 ? std::optional(bytes) : std::nullopt;
}

Found findTcp(std::string_view tcp, std::size_t missing, Segment &out)
{
    if (tcp.size() < 20)
        return Found::Damaged;
    const std::size_t header = (byteAt(tcp, 12) >> 4) * std::size_t(4);
    if (header < 20)
        return Found::Damaged;
    const unsigned flags = byteAt(tcp, 13);
    out.from.port = be16(tcp, 0);
    out.to.port = be16(tcp, 2);
    out.sequence = be32(tcp, 4);
    out.acknowledged = be32(tcp, 8);
    out.fin = flags & 1;
    out.syn = flags & 2;
    out.reset = flags & 4;
    out.ack = flags & 16;
    out.missing = missing;
    if (header > tcp.size()) { // options cut off: the payload is not there at all
        const std::size_t optionsMissing = std::min(header - tcp.size(), missing);
        out.payload = {};
        out.missing = missing - optionsMissing;
        return Found::Segment;
    }
    out.payload = tcp.substr(header);
    return Found::Segment;
}

void setIpv4(std::string_view bytes, Endpoint &out)
{
    out.address = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    for (std::size_t i = 0; i < 4; ++i)
        out.address[12 + i] = static_cast<unsigned char>(bytes[i]);
}

void setIpv6(std::string_view bytes, Endpoint &out)
{
    for (std::size_t i = 0; i < 16; ++i)
        out.address[i] = static_cast<unsigned char>(bytes[i]);
}

/// What the IP header announces beyond its own end, in captured bytes and missing ones.
Found inIp(std::string_view body, std::size_t announced, std::size_t missing, Segment &out)
{
    if (announced == 0) // segmentation offload: the length was not filled in yet
        announced = body.size() + missing;
    const std::size_t captured = std::min(announced, body.size());
    return findTcp(body.substr(0, captured), announced - captured, out);
}

Found findInIpv4(std::string_view ip, std::size_t missing, Segment &out)
{
    const std::size_t header = (byteAt(ip, 0) & 15) * std::size_t(4);
    if (ip.size() < 20 || header < 20 || ip.size() < header)
        return Found::Damaged;
    if (byteAt(ip, 9) != 6)
        return Found::OtherProtocol;
    if ((be16(ip, 6) & 0x3FFF) != 0)
        return Found::Fragment;
    const std::size_t total = be16(ip, 2);
    if (total != 0 && total < header)
        return Found::Damaged;
    setIpv4(ip.substr(12), out.from);
    setIpv4(ip.substr(16), out.to);
    return inIp(ip.substr(header), total == 0 ? 0 : total - header, missing, out);
}

Found findInIpv6(std::string_view ip, std::size_t missing, Segment &out)
{
    if (ip.size() < 40)
        return Found::Damaged;
    setIpv6(ip.substr(8), out.from);
    setIpv6(ip.substr(24), out.to);
    std::size_t announced = be16(ip, 4);
    unsigned next = byteAt(ip, 6);
    ip.remove_prefix(40);
    while (next == 0 || next == 43 || next == 60 || next == 51) { // RFC 8200, 4; RFC 4302
        if (ip.size() < 8)
            return Found::Damaged;
        const std::size_t length = next == 51 ? (byteAt(ip, 1) + 2) * std::size_t(4)
                                              : (byteAt(ip, 1) + 1) * std::size_t(8);
        if (ip.size() < length || (announced != 0 && announced <= length))
            return Found::Damaged;
        next = byteAt(ip, 0);
        announced -= announced == 0 ? 0 : length;
        ip.remove_prefix(length);
    }
    if (next == 44)
        return Found::Fragment;
    return next == 6 ? inIp(ip, announced, missing, out) : Found::OtherProtocol;
}

} // namespace

QString Endpoint::text() const
{
    const bool mapped = std::all_of(address.begin(), address.begin() + 10,
                                    [](unsigned char byte) { return byte == 0; })
        && address[10] == 0xFF && address[11] == 0xFF;
    if (mapped)
        return QStringLiteral("%1.%2.%3.%4:%5")
            .arg(address[12])
            .arg(address[13])
            .arg(address[14])
            .arg(address[15])
            .arg(port);
    return u'[' + QHostAddress(address.data()).toString() + u"]:" + QString::number(port);
}

Found findSegment(const Packet &packet, Segment &out)
{
    out = {};
    bool known = true;
    const auto ip = ipOf(packet, known);
    if (!known)
        return Found::UnknownLink;
    if (!ip || ip->empty())
        return Found::OtherProtocol;
    switch (byteAt(*ip, 0) >> 4) {
    case 4:
        return findInIpv4(*ip, packet.missing, out);
    case 6:
        return findInIpv6(*ip, packet.missing, out);
    default:
        return Found::OtherProtocol;
    }
}

} // namespace connect::capture
