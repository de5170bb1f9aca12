// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QIODevice>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace connect::capture {

/// One packet of a capture. `bytes` live until the next one is read.
struct Packet
{
    base::TimeNs time = 0;
    std::string_view bytes; ///< as captured
    std::size_t missing = 0; ///< bytes beyond the capture's snapshot length
    std::uint32_t linkType = 0; ///< LINKTYPE_ number of tcpdump.org
};

/// Reads pcap (libpcap, micro- and nanoseconds) and pcapng (draft-ietf-opsawg-pcapng) of either
/// byte order, front to back. One thread.
class PacketFile
{
public:
    static constexpr std::uint32_t maxBlock = 16u << 20;

    explicit PacketFile(std::unique_ptr<QIODevice> device);

    /// True: `out` is the next packet. False: the end. An error is one sentence and final.
    base::Result<bool> next(Packet &out);
    std::uint64_t count() const { return m_count; } ///< packets so far
    bool cut() const { return m_cut; } ///< the file ends in the middle of a packet
    bool timeless() const { return m_timeless; } ///< some packets have no time; they got the last
    std::uint64_t bytesRead() const { return m_read - (m_buffer.size() - m_at); }
    std::uint64_t bytesTotal() const;

private:
    struct Interface
    {
        std::uint32_t linkType = 0;
        std::uint32_t snapLength = 0;
        std::int64_t offset = 0; ///< seconds
        std::uint64_t perSecond = 1'000'000;
    };

    base::Result<bool> start();
    base::Result<bool> nextPcap(Packet &out);
    base::Result<bool> nextBlock(Packet &out, bool &isPacket);
    base::Result<bool> startSection();
    bool addInterface(std::string_view body);
    bool readPacketBlock(std::uint32_t type, std::string_view body, Packet &out);
    base::Result<bool> need(std::size_t bytes); ///< false: the file has fewer
    std::string_view ahead(std::size_t bytes) const { return {m_buffer.data() + m_at, bytes}; }
    base::Result<bool> damaged(const QString &what) const;
    std::uint16_t u16(std::string_view bytes, std::size_t at) const;
    std::uint32_t u32(std::string_view bytes, std::size_t at) const;

    std::unique_ptr<QIODevice> m_device;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_read = 0;
    std::uint64_t m_count = 0;
    enum class Format : std::uint8_t { Unknown, Pcap, Pcapng } m_format = Format::Unknown;
    bool m_bigEndian = false;
    bool m_nanoseconds = false;
    std::uint32_t m_linkType = 0;
    std::vector<Interface> m_interfaces;
    base::TimeNs m_lastTime = 0;
    bool m_cut = false;
    bool m_timeless = false;
    bool m_ended = false;
};

} // namespace connect::capture
