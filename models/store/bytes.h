// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>

namespace store {

/// Appends little-endian numbers and varints (LEB128) to a string.
class ByteWriter
{
public:
    explicit ByteWriter(std::string &out)
        : m_out(out)
    {
    }
    void u8(std::uint8_t v) { m_out.push_back(static_cast<char>(v)); }
    void u64(std::uint64_t v) { m_out.append(reinterpret_cast<const char *>(&v), sizeof v); }
    void varint(std::uint64_t v)
    {
        for (; v >= 0x80; v >>= 7)
            u8(static_cast<std::uint8_t>(v | 0x80));
        u8(static_cast<std::uint8_t>(v));
    }
    void zigzag(std::int64_t v)
    {
        varint((static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63));
    }
    void raw(const void *data, std::size_t size)
    {
        m_out.append(static_cast<const char *>(data), size);
    }

private:
    std::string &m_out;
};

/// Reads what ByteWriter wrote; past the end it yields zeros and ok() turns false.
class ByteReader
{
public:
    ByteReader(const void *data, std::size_t size)
        : m_at(static_cast<const std::uint8_t *>(data))
        , m_end(m_at + size)
    {
    }
    bool ok() const { return m_ok; }
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }
    const std::uint8_t *at() const { return m_at; }

    std::uint8_t u8()
    {
        if (m_at == m_end) {
            m_ok = false;
            return 0;
        }
        return *m_at++;
    }
    std::uint64_t u64()
    {
        std::uint64_t v = 0;
        if (const std::uint8_t *p = raw(sizeof v))
            std::memcpy(&v, p, sizeof v);
        return v;
    }
    std::uint64_t varint()
    {
        std::uint64_t v = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t b = u8();
            v |= static_cast<std::uint64_t>(b & 0x7f) << shift;
            if (b < 0x80)
                return v;
        }
        m_ok = false;
        return 0;
    }
    std::int64_t zigzag()
    {
        const std::uint64_t v = varint();
        return static_cast<std::int64_t>((v >> 1) ^ (0 - (v & 1)));
    }
    const std::uint8_t *raw(std::size_t size)
    {
        if (left() < size) {
            m_ok = false;
            return nullptr;
        }
        const std::uint8_t *p = m_at;
        m_at += size;
        return p;
    }

private:
    const std::uint8_t *m_at;
    const std::uint8_t *m_end;
    bool m_ok = true;
};

/// 64-bit check of a blob against damage on disk (not against an adversary): multiply and fold over
/// 8-byte words in four independent lanes, which the processor works on at the same time.
inline std::uint64_t blobCheck(const void *data, std::size_t size)
{
    __extension__ using Wide = unsigned __int128;
    const auto *p = static_cast<const std::uint8_t *>(data);
    const auto mix = [](std::uint64_t &h, std::uint64_t word) {
        const Wide wide = static_cast<Wide>(h ^ word) * 0xd6e8feb86659fd93ull;
        h = static_cast<std::uint64_t>(wide) ^ static_cast<std::uint64_t>(wide >> 64) ^ (word << 1);
    };
    std::uint64_t lanes[4] = {0x9e3779b97f4a7c15ull ^ size, 0xbf58476d1ce4e5b9ull,
                              0x94d049bb133111ebull, 0x2545f4914f6cdd1dull};
    std::uint64_t words[4];
    for (; size >= sizeof words; size -= sizeof words, p += sizeof words) {
        std::memcpy(words, p, sizeof words);
        for (int i = 0; i < 4; ++i)
            mix(lanes[i], words[i]);
    }
    for (std::uint64_t word = 0; size > 0; word = 0) {
        const std::size_t part = size < 8 ? size : 8;
        std::memcpy(&word, p, part);
        mix(lanes[0], word);
        p += part;
        size -= part;
    }
    for (int i = 1; i < 4; ++i)
        mix(lanes[0], lanes[i]);
    return lanes[0];
}

} // namespace store
