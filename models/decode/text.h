// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <string>
#include <string_view>

namespace decode {

/// Translation context of every sentence that the decoders give.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(decode::Tr)
};

/// Translates a static sentence that was marked with QT_TRANSLATE_NOOP("decode::Tr", ...).
std::string translated(std::string_view sentence);
/// A short piece of foreign text for a sentence: at most 40 bytes, made visible.
QString excerpt(std::string_view text);

/// The text without white space at both ends.
std::string_view trimmed(std::string_view text);
/// At most `limit` bytes, cut between characters.
std::string_view cutUtf8(std::string_view text, std::size_t limit);
bool equalIgnoringCase(std::string_view a, std::string_view lowerCase);
/// True when the bytes are UTF-8 without control characters other than tab and line ends.
bool isPlainText(std::string_view bytes);

inline char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
inline bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace decode
