// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace recording {

using Digest = std::array<unsigned char, 32>; ///< SHA-256

/// SHA-256 over the row's numbers as little-endian 64-bit integers, then its bytes. Any thread.
Digest rowDigest(std::initializer_list<std::int64_t> numbers,
                 std::initializer_list<std::string_view> bytes);

inline std::string_view viewOf(const Digest &digest)
{
    return {reinterpret_cast<const char *>(digest.data()), digest.size()};
}

} // namespace recording
