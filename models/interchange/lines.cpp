// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/lines.h"

namespace interchange {

Lines::Lines(std::unique_ptr<QIODevice> device, Encoding encoding, std::size_t maxLine)
    : m_source(std::move(device), encoding)
    , m_maxLine(maxLine)
{
}

base::Result<bool> Lines::next()
{
    std::size_t searched = m_at;
    bool skipping = false; // the end of a line that is too long
    while (true) {
        const std::size_t end = m_buffer.find('\n', searched);
        const bool found = end != std::string::npos;
        if (found || (m_ended && m_at < m_buffer.size()) || (m_ended && skipping)) {
            const std::size_t stop = found ? end : m_buffer.size();
            m_buffer.reserve(m_buffer.size() + padding);
            std::string_view line(m_buffer.data() + m_at, stop - m_at);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            m_tooLong = skipping || line.size() > m_maxLine;
            m_line = m_tooLong ? line.substr(0, std::min<std::size_t>(line.size(), 200)) : line;
            m_at = found ? end + 1 : stop;
            ++m_number;
            return true;
        }
        if (m_ended)
            return false;
        if (m_buffer.size() - m_at > m_maxLine) {
            skipping = true;
            m_buffer.clear();
            m_at = 0;
        } else if (m_at > 0) {
            m_buffer.erase(0, m_at);
            m_at = 0;
        }
        searched = m_buffer.size();
        const auto more = m_source.readMore(m_buffer);
        if (!more)
            return tl::unexpected(more.error());
        m_ended = !*more;
    }
}

} // namespace interchange
