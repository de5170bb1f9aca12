// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace fleet {

/// Appends `value` with a fixed number of decimals, as an instrument prints it.
inline void appendDecimal(std::string &out, double value, int decimals)
{
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals);
    out.append(text, end.ec == std::errc() ? static_cast<std::size_t>(end.ptr - text) : 0);
}

inline void appendInteger(std::string &out, std::int64_t value)
{
    char text[24];
    out.append(text,
               static_cast<std::size_t>(std::to_chars(text, text + sizeof text, value).ptr - text));
}

/// Writes one JSON text (RFC 8259) member by member; the caller keeps the nesting right.
class JsonWriter
{
public:
    JsonWriter &object() { return open('{'); }
    JsonWriter &array() { return open('['); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &endArray() { return close(']'); }

    JsonWriter &key(std::string_view name)
    {
        separate();
        quote(name);
        m_text += ':';
        m_comma = false;
        return *this;
    }
    JsonWriter &text(std::string_view value)
    {
        separate();
        quote(value);
        return *this;
    }
    JsonWriter &integer(std::int64_t value)
    {
        separate();
        appendInteger(m_text, value);
        return *this;
    }
    JsonWriter &decimal(double value, int decimals)
    {
        separate();
        appendDecimal(m_text, value, decimals);
        return *this;
    }
    /// Text that is JSON already: a number as it stands in a file, true, null.
    JsonWriter &raw(std::string_view json)
    {
        separate();
        m_text += json;
        return *this;
    }
    JsonWriter &boolean(bool value) { return raw(value ? "true" : "false"); }

    std::string take() { return std::move(m_text); }

private:
    JsonWriter &open(char bracket)
    {
        separate();
        m_text += bracket;
        m_comma = false;
        return *this;
    }
    JsonWriter &close(char bracket)
    {
        m_text += bracket;
        m_comma = true;
        return *this;
    }
    void separate()
    {
        if (m_comma)
            m_text += ',';
        m_comma = true;
    }
    void quote(std::string_view value)
    {
        m_text += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                m_text += '\\';
                m_text += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                constexpr std::string_view digits = "0123456789abcdef";
                m_text += "\\u00";
                m_text += digits[static_cast<unsigned char>(c) >> 4];
                m_text += digits[static_cast<unsigned char>(c) & 15];
            } else {
                m_text += c;
            }
        }
        m_text += '"';
    }

    std::string m_text;
    bool m_comma = false;
};

} // namespace fleet
