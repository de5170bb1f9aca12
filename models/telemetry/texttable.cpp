// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/texttable.h"

namespace telemetry {

TextTable::TextTable()
{
    m_texts.emplace_back();
}

TextCode TextTable::intern(std::string_view text)
{
    {
        const std::shared_lock lock(m_mutex);
        if (const auto it = m_codes.find(text); it != m_codes.end())
            return it->second;
    }
    const std::unique_lock lock(m_mutex);
    if (text.size() > maxBytes || m_texts.size() > maxTexts) {
        ++m_refused;
        return 0;
    }
    const auto code = static_cast<TextCode>(m_texts.size());
    m_texts.emplace_back(text);
    m_codes.emplace(m_texts.back(), code);
    return code;
}

void TextTable::restore(TextCode code, std::string text)
{
    const std::unique_lock lock(m_mutex);
    if (code != m_texts.size())
        return;
    m_texts.push_back(std::move(text));
    m_codes.emplace(m_texts.back(), code);
}

std::string TextTable::text(TextCode code) const
{
    const std::shared_lock lock(m_mutex);
    return code < m_texts.size() ? m_texts[code] : std::string();
}

std::vector<std::string> TextTable::textsFrom(TextCode first) const
{
    const std::shared_lock lock(m_mutex);
    if (first >= m_texts.size())
        return {};
    return {m_texts.begin() + first, m_texts.end()};
}

TextCode TextTable::size() const
{
    const std::shared_lock lock(m_mutex);
    return static_cast<TextCode>(m_texts.size());
}

std::uint64_t TextTable::refused() const
{
    const std::shared_lock lock(m_mutex);
    return m_refused;
}

} // namespace telemetry
