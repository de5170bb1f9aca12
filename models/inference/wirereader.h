// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace inference {

/// Walks the fields of one protobuf message in its wire form (Protocol Buffers encoding, "Message
/// structure"). next() moves to a field and says whether there was one; after a malformed field it
/// stops and failed() is true. Reads nothing outside the view it was given.
class WireReader
{
public:
    explicit WireReader(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    bool next()
    {
        if (m_rest.empty() || m_failed)
            return false;
        std::uint64_t key = 0;
        if (!varint(key) || (key >> 3) == 0 || (key >> 3) > 0x1fffffff)
            return fail();
        m_field = static_cast<int>(key >> 3);
        m_type = static_cast<int>(key & 7);
        switch (m_type) {
        case 0:
            return varint(m_number) || fail();
        case 1:
            return take(8);
        case 2: {
            std::uint64_t size = 0;
            return varint(size) ? take(size) : fail();
        }
        case 5:
            return take(4);
        default: // groups are not used by ONNX
            return fail();
        }
    }

    bool failed() const { return m_failed; }
    int field() const { return m_field; }
    bool isNumber() const { return m_type == 0; }
    bool isBytes() const { return m_type == 2; }
    std::uint64_t number() const { return m_number; }
    std::string_view bytes() const { return m_bytes; }

private:
    bool fail()
    {
        m_failed = true;
        return false;
    }

    bool take(std::uint64_t size)
    {
        if (size > m_rest.size())
            return fail();
        m_bytes = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return true;
    }

    bool varint(std::uint64_t &value)
    {
        value = 0;
        for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return true;
        }
        return false;
    }

    std::string_view m_rest;
    std::string_view m_bytes;
    std::uint64_t m_number = 0;
    int m_field = 0;
    int m_type = 0;
    bool m_failed = false;
};

} // namespace inference
