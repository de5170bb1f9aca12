// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace interchange {

/// Header of the long form, by which guessCsv() knows our own file.
inline constexpr std::string_view csvLongHeader = "time,deviceId,signal,value,unit,quality,type";

/// A spreadsheet would run it: = + - @ tab CR in front (OWASP, "CSV Injection").
bool startsLikeFormula(std::string_view text);
/// Appends a text as one field: quoted where needed (RFC 4180), a ' in front of a formula and of
/// another '.
void appendCsvText(std::string_view text, std::string &out);
/// Takes that ' away again.
std::string_view withoutPrefix(std::string_view cell);

} // namespace interchange
