// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/column.h"

namespace telemetry {

Quality qualityOfRank(int rank)
{
    constexpr Quality byRank[]{Quality::Good,  Quality::Unknown, Quality::Suspect,
                               Quality::Stale, Quality::Missing, Quality::Fail};
    return rank >= 0 && rank < 6 ? byRank[rank] : Quality::Unknown;
}

} // namespace telemetry
