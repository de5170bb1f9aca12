// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/text.h"

#include "models/base/visibletext.h"

#include <simdjson.h>

#include <algorithm>

namespace decode {

std::string translated(std::string_view sentence)
{
    return Tr::tr(std::string(sentence).c_str()).toStdString();
}

QString excerpt(std::string_view text)
{
    constexpr std::size_t shown = 40;
    const QString visible = base::visibleText(cutUtf8(text, shown));
    return text.size() > shown ? visible + QChar(0x2026) : visible;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view cutUtf8(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0u) == 0x80u)
        --limit;
    return text.substr(0, limit);
}

bool equalIgnoringCase(std::string_view a, std::string_view lowerCase)
{
    return a.size() == lowerCase.size()
        && std::equal(a.begin(), a.end(), lowerCase.begin(),
                      [](char x, char y) { return lower(x) == y; });
}

bool isPlainText(std::string_view bytes)
{
    const auto isControl = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && !isSpace(c)) || c == '\x7f';
    };
    return std::none_of(bytes.begin(), bytes.end(), isControl)
        && simdjson::validate_utf8(bytes.data(), bytes.size());
}

} // namespace decode
