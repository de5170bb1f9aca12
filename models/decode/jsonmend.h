// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace decode {

/// What mending a text that was almost JSON did.
struct Mended
{
    bool notNumbers = false; ///< bare NaN, Infinity or numbers beyond double became null
    bool hugeIntegers = false; ///< integers beyond 64 bits were marked as floating point
};

/// Rewrites what common writers emit and JSON does not allow (Python's NaN and Infinity), and what
/// a parser of 64-bit numbers refuses, into `out`. Other errors stay. Linear time, one copy.
Mended mendJson(std::string_view json, std::string &out);

} // namespace decode
