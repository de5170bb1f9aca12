// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace fleet {

/// Writes protobuf fields in their wire form (Protocol Buffers encoding).
class ProtoWriter
{
public:
    ProtoWriter &number(int field, std::uint64_t value)
    {
        varint(static_cast<std::uint64_t>(field) << 3);
        varint(value);
        return *this;
    }
    ProtoWriter &bytes(int field, std::string_view value)
    {
        varint(static_cast<std::uint64_t>(field) << 3 | 2);
        varint(value.size());
        m_bytes += value;
        return *this;
    }
    ProtoWriter &real(int field, double value)
    {
        varint(static_cast<std::uint64_t>(field) << 3 | 1);
        append(std::bit_cast<std::uint64_t>(value), 8);
        return *this;
    }
    ProtoWriter &single(int field, float value)
    {
        varint(static_cast<std::uint64_t>(field) << 3 | 5);
        append(std::bit_cast<std::uint32_t>(value), 4);
        return *this;
    }
    std::string take() { return std::move(m_bytes); }

private:
    void varint(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes += static_cast<char>(value | 0x80);
        m_bytes += static_cast<char>(value);
    }
    void append(std::uint64_t value, int size)
    {
        for (int i = 0; i < size; ++i)
            m_bytes += static_cast<char>(value >> (8 * i));
    }

    std::string m_bytes;
};

} // namespace fleet
