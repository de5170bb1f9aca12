// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace interchange::mcap {

/// https://mcap.dev/spec, version "0": magic bytes, then records of an opcode, a length of eight
/// bytes and a content. All numbers little-endian.
inline constexpr std::string_view magic("\x89MCAP0\r\n", 8);

enum class Op : std::uint8_t {
    Header = 0x01,
    Footer = 0x02,
    Schema = 0x03,
    Channel = 0x04,
    Message = 0x05,
    Chunk = 0x06,
    MessageIndex = 0x07,
    ChunkIndex = 0x08,
    Attachment = 0x09,
    AttachmentIndex = 0x0A,
    Statistics = 0x0B,
    Metadata = 0x0C,
    MetadataIndex = 0x0D,
    SummaryOffset = 0x0E,
    DataEnd = 0x0F,
};

inline constexpr std::size_t recordHead = 9; ///< opcode and length

/// Takes fields off the front of a record; once one does not fit, good() stays false.
class Fields
{
public:
    explicit Fields(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    std::uint64_t number(std::size_t bytes)
    {
        std::uint64_t value = 0;
        const std::string_view field = take(bytes);
        for (std::size_t i = field.size(); i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(field[i]);
        return value;
    }
    std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
    std::uint64_t u64() { return number(8); }
    std::string_view text() { return take(u32()); }
    std::string_view take(std::uint64_t bytes)
    {
        m_good = m_good && bytes <= m_rest.size();
        if (!m_good)
            return {};
        const std::string_view field = m_rest.substr(0, bytes);
        m_rest.remove_prefix(bytes);
        return field;
    }
    bool good() const { return m_good; }
    bool empty() const { return m_rest.empty(); }
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
    bool m_good = true;
};

inline void putNumber(std::uint64_t value, std::size_t bytes, std::string &out)
{
    for (std::size_t i = 0; i < bytes; ++i, value >>= 8)
        out += static_cast<char>(value & 0xFF);
}

inline void putText(std::string_view text, std::string &out)
{
    putNumber(text.size(), 4, out);
    out += text;
}

/// Opcode and length in front of a content.
inline void putRecord(Op op, std::string_view content, std::string &out)
{
    out += static_cast<char>(op);
    putNumber(content.size(), 8, out);
    out += content;
}

} // namespace interchange::mcap
