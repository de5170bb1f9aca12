// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/rebirthdesk.h"

#include <algorithm>

namespace ingest {

bool RebirthDesk::want(std::string_view node, TimeNs now)
{
    const auto found = m_asked.find(std::string(node));
    if (found != m_asked.end() && now - found->second.last < found->second.pause)
        return false;
    if (found == m_asked.end() && m_asked.size() >= maxNodes)
        return false;
    if (now - m_second >= base::nsPerSecond || now < m_second) {
        m_second = now;
        m_inSecond = 0;
    }
    if (m_inSecond >= mostPerSecond)
        return false;
    ++m_inSecond;
    if (found == m_asked.end()) {
        m_asked.emplace(node, Asked{now, firstPause});
        return true;
    }
    Asked &asked = found->second;
    asked.pause =
        now - asked.last >= forgetAfter ? firstPause : std::min(2 * asked.pause, longestPause);
    asked.last = now;
    return true;
}

} // namespace ingest
