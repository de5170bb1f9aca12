// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUtf8StringView>

#include <string>
#include <string_view>

namespace interchange {

/// A name as one level of an MQTT topic: '/', '+', '#', '%', controls and what is not UTF-8 are
/// percent-encoded, so that two names never become one.
inline std::string topicLevel(std::string_view name)
{
    static constexpr std::string_view hex = "0123456789ABCDEF";
    const bool utf8 =
        QUtf8StringView(name.data(), static_cast<qsizetype>(name.size())).isValidUtf8();
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || (byte > 0x7F && !utf8) || c == '/' || c == '+'
            || c == '#' || c == '%') {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    return out.empty() ? std::string("_") : out;
}

} // namespace interchange
