// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/textsource.h"

#include <string_view>

namespace interchange {

/// Lines of a text, each followed by readable bytes (see simdjson's padding). One thread.
class Lines
{
public:
    static constexpr std::size_t padding = 64;

    Lines(std::unique_ptr<QIODevice> device, Encoding encoding, std::size_t maxLine);

    /// True: line() is valid until the next call, without its end. False: the end.
    base::Result<bool> next();
    std::string_view line() const { return m_line; }
    bool tooLong() const { return m_tooLong; } ///< line() is only the line's beginning
    std::uint64_t number() const { return m_number; } ///< from 1
    std::uint64_t bytesRead() const { return m_source.bytesRead() - (m_buffer.size() - m_at); }
    std::uint64_t bytesTotal() const { return m_source.bytesTotal(); }

private:
    TextSource m_source;
    std::size_t m_maxLine;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::string_view m_line;
    std::uint64_t m_number = 0;
    bool m_tooLong = false;
    bool m_ended = false;
};

} // namespace interchange
