// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace ingest {

using base::TimeNs;

/// Decides when a Sparkplug edge node may be asked for its births, because each answer loads the
/// plant: at once the first time, then after 5 s, 10 s, ... up to 5 min while the reason stays, and
/// at most ten nodes a second. A quiet quarter of an hour forgets. Bounded. One thread.
class RebirthDesk
{
public:
    static constexpr TimeNs firstPause = 5 * base::nsPerSecond;
    static constexpr TimeNs longestPause = 300 * base::nsPerSecond;
    static constexpr TimeNs forgetAfter = 900 * base::nsPerSecond;
    static constexpr int mostPerSecond = 10;
    static constexpr std::size_t maxNodes = 20'000;

    /// There is a reason to ask "group/edge". True: do it now.
    bool want(std::string_view node, TimeNs now);

private:
    struct Asked
    {
        TimeNs last = 0;
        TimeNs pause = firstPause;
    };

    std::unordered_map<std::string, Asked> m_asked;
    TimeNs m_second = 0;
    int m_inSecond = 0;
};

} // namespace ingest
