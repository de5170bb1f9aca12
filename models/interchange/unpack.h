// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace interchange {

enum class Unpacked : std::uint8_t { Done, Damaged, UnknownKind };

/// Unpacks exactly `size` bytes: "" (none), "zstd" or, where built in, "lz4" (its frame format).
/// Never more memory than `size`.
Unpacked unpack(std::string_view kind, std::string_view packed, std::size_t size, std::string &out);

} // namespace interchange
