// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/capture/packets.h"

#include "models/connect/capture/words.h"

namespace connect::capture {

namespace {

constexpr std::size_t pieceBytes = 256u << 10;
constexpr std::size_t maxInterfaces = 4'096;

enum Block : std::uint32_t {
    SectionHeader = 0x0A0D0D0A,
    InterfaceDescription = 1,
    OldPacket = 2,
    SimplePacket = 3,
    EnhancedPacket = 6,
};

std::uint32_t littleEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

} // namespace

PacketFile::PacketFile(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
{
}

std::uint64_t PacketFile::bytesTotal() const
{
    return m_device->isSequential() ? 0 : static_cast<std::uint64_t>(m_device->size());
}

std::uint16_t PacketFile::u16(std::string_view bytes, std::size_t at) const
{
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint16_t>(m_bigEndian ? first << 8 | second : second << 8 | first);
}

std::uint32_t PacketFile::u32(std::string_view bytes, std::size_t at) const
{
    const std::uint32_t first = u16(bytes, at);
    const std::uint32_t second = u16(bytes, at + 2);
    return m_bigEndian ? first << 16 | second : second << 16 | first;
}

base::Result<bool> PacketFile::damaged(const QString &what) const
{
    return base::failure(Words::tr("The capture is damaged at byte %1, behind packet %2: %3.")
                             .arg(bytesRead())
                             .arg(m_count)
                             .arg(what));
}

base::Result<bool> PacketFile::need(std::size_t bytes)
{
    while (m_buffer.size() - m_at < bytes) {
        m_buffer.erase(0, m_at);
        m_at = 0;
        const std::size_t before = m_buffer.size();
        m_buffer.resize(before + pieceBytes);
        const qint64 got = m_device->read(m_buffer.data() + before, pieceBytes);
        m_buffer.resize(before + static_cast<std::size_t>(std::max<qint64>(got, 0)));
        if (got < 0)
            return base::failure(Words::tr("Reading the capture failed after %1 bytes: %2.")
                                     .arg(m_read)
                                     .arg(m_device->errorString()),
                                 base::ErrorCode::Io);
        if (got == 0)
            return false;
        m_read += static_cast<std::uint64_t>(got);
    }
    return true;
}

base::Result<bool> PacketFile::start()
{
    const auto enough = need(24);
    if (!enough)
        return enough;
    const QString none =
        Words::tr("This is no capture file: it does not start like pcap or pcapng.");
    if (m_buffer.size() < 4)
        return base::failure(none);
    const std::uint32_t magic = littleEndian(m_buffer);
    if (magic == SectionHeader) {
        m_format = Format::Pcapng;
        return true;
    }
    switch (magic) {
    case 0xA1B2C3D4:
    case 0xD4C3B2A1:
        m_nanoseconds = false;
        break;
    case 0xA1B23C4D:
    case 0x4D3CB2A1:
        m_nanoseconds = true;
        break;
    default:
        return base::failure(none);
    }
    if (!*enough)
        return base::failure(Words::tr("The capture ends within its header."));
    m_bigEndian = magic == 0xD4C3B2A1 || magic == 0x4D3CB2A1;
    m_format = Format::Pcap;
    m_linkType = u32(m_buffer, 20) & 0x0FFFFFFF; // the upper bits tell of frame check sequences
    m_at = 24;
    return true;
}

base::Result<bool> PacketFile::next(Packet &out)
{
    if (m_ended)
        return false;
    if (m_format == Format::Unknown)
        if (const auto started = start(); !started)
            return started;
    if (m_format == Format::Pcap)
        return nextPcap(out);
    while (true) {
        bool isPacket = false;
        const auto more = nextBlock(out, isPacket);
        if (!more || !*more || isPacket)
            return more;
    }
}

base::Result<bool> PacketFile::nextPcap(Packet &out)
{
    auto enough = need(16);
    if (!enough)
        return enough;
    m_ended = !*enough;
    m_cut = m_ended && m_buffer.size() > m_at;
    if (m_ended)
        return false;
    const std::string_view head = ahead(16);
    const std::uint32_t captured = u32(head, 8);
    const std::uint32_t original = u32(head, 12);
    const std::uint32_t fraction = u32(head, 4);
    if (captured > maxBlock)
        return damaged(Words::tr("a packet of %1 bytes cannot be").arg(captured));
    out.time = static_cast<base::TimeNs>(u32(head, 0)) * base::nsPerSecond
        + static_cast<base::TimeNs>(fraction) * (m_nanoseconds ? 1 : base::nsPerUs);
    out.linkType = m_linkType;
    out.missing = original > captured ? original - captured : 0;
    enough = need(16 + std::size_t(captured));
    if (!enough)
        return enough;
    if (!*enough) {
        m_ended = m_cut = true;
        return false;
    }
    out.bytes = ahead(16 + std::size_t(captured)).substr(16);
    m_at += 16 + captured;
    ++m_count;
    return true;
}

base::Result<bool> PacketFile::startSection()
{
    const std::uint32_t order = littleEndian(ahead(12).substr(8));
    if (order != 0x1A2B3C4D && order != 0x4D3C2B1A)
        return damaged(Words::tr("a section does not tell its byte order"));
    m_bigEndian = order == 0x4D3C2B1A;
    m_interfaces.clear();
    return true;
}

base::Result<bool> PacketFile::nextBlock(Packet &out, bool &isPacket)
{
    auto enough = need(12);
    if (!enough)
        return enough;
    m_ended = !*enough;
    m_cut = m_ended && m_buffer.size() > m_at;
    if (m_ended)
        return false;
    if (littleEndian(ahead(4)) == SectionHeader)
        if (const auto section = startSection(); !section)
            return section;
    const std::uint32_t type = u32(ahead(12), 0);
    const std::uint32_t length = u32(ahead(12), 4);
    if (length < 12 || length % 4 != 0 || length > maxBlock)
        return damaged(Words::tr("a block of %1 bytes cannot be").arg(length));
    enough = need(length);
    if (!enough)
        return enough;
    if (!*enough) {
        m_ended = m_cut = true;
        return false;
    }
    const std::string_view body = ahead(length).substr(8, length - 12);
    if (u32(ahead(length), length - 4) != length)
        return damaged(Words::tr("the two lengths of a block differ"));
    bool good = true;
    if (type == InterfaceDescription) {
        good = addInterface(body);
    } else if (type == EnhancedPacket || type == OldPacket || type == SimplePacket) {
        good = readPacketBlock(type, body, out);
        isPacket = good;
        m_count += good;
    }
    if (!good)
        return damaged(Words::tr("a block of type %1 contradicts itself").arg(type));
    m_at += length;
    return true;
}

bool PacketFile::addInterface(std::string_view body)
{
    if (body.size() < 8 || m_interfaces.size() >= maxInterfaces)
        return false;
    Interface &interface = m_interfaces.emplace_back();
    interface.linkType = u16(body, 0);
    interface.snapLength = u32(body, 4);
    body.remove_prefix(8);
    while (body.size() >= 4) {
        const std::uint16_t code = u16(body, 0);
        const std::size_t length = u16(body, 2);
        const std::size_t padded = (length + 3) / 4 * 4;
        if (code == 0 || padded > body.size() - 4)
            break;
        const std::string_view value = body.substr(4, length);
        if (code == 9 && length == 1) { // if_tsresol
            const unsigned exponent = static_cast<unsigned char>(value[0]) & 0x7Fu;
            const bool binary = static_cast<unsigned char>(value[0]) & 0x80u;
            if (exponent > (binary ? 62u : 18u))
                return false;
            interface.perSecond = 1;
            for (unsigned i = 0; i < exponent; ++i)
                interface.perSecond *= binary ? 2 : 10;
        } else if (code == 14 && length == 8) { // if_tsoffset
            const std::uint64_t first = u32(value, 0);
            const std::uint64_t second = u32(value, 4);
            interface.offset = static_cast<std::int64_t>(m_bigEndian ? first << 32 | second
                                                                     : second << 32 | first);
        }
        body.remove_prefix(4 + padded);
    }
    return true;
}

bool PacketFile::readPacketBlock(std::uint32_t type, std::string_view body, Packet &out)
{
    const std::size_t head = type == SimplePacket ? 4 : 20;
    const std::size_t index = body.size() < head ? SIZE_MAX
        : type == EnhancedPacket                 ? u32(body, 0)
        : type == OldPacket                      ? u16(body, 0)
                                                 : 0;
    if (index >= m_interfaces.size())
        return false;
    const Interface &interface = m_interfaces[index];
    std::uint32_t original = 0;
    std::uint32_t captured = 0;
    if (type == SimplePacket) {
        original = u32(body, 0);
        captured = interface.snapLength > 0 ? std::min(original, interface.snapLength) : original;
        captured = std::min(captured, static_cast<std::uint32_t>(body.size() - head));
        out.time = m_lastTime;
        m_timeless = true;
    } else {
        captured = u32(body, 12);
        original = u32(body, 16);
        const std::uint64_t ticks = std::uint64_t(u32(body, 4)) << 32 | u32(body, 8);
        const std::uint64_t seconds = ticks / interface.perSecond;
        __extension__ using Wide = unsigned __int128;
        const auto rest = static_cast<std::uint64_t>(Wide(ticks % interface.perSecond)
                                                     * 1'000'000'000 / interface.perSecond);
        std::int64_t whole = 0;
        if (seconds > 9'000'000'000
            || __builtin_add_overflow(static_cast<std::int64_t>(seconds), interface.offset, &whole)
            || __builtin_mul_overflow(whole, base::nsPerSecond, &whole)
            || __builtin_add_overflow(whole, static_cast<std::int64_t>(rest), &out.time))
            return false;
        m_lastTime = out.time;
    }
    if (captured > body.size() - head)
        return false;
    out.bytes = body.substr(head, captured);
    out.missing = original > captured ? original - captured : 0;
    out.linkType = interface.linkType;
    return true;
}

} // namespace connect::capture
