// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/loss.h"

#include <algorithm>
#include <cstdint>

namespace connect::mqtt {

/// When to try again, in milliseconds.
struct RetryTimes
{
    int first = 250; ///< after a loss; doubled each time
    int most = 30'000;
    int rareFirst = 5'000; ///< when a person has to solve it; tripled each time
    int rareMost = 300'000;
    int stable = 10'000; ///< a connection that held this long starts the row anew
};

/// The wait before try number `attempt` (from 1). `random` in [0, 1) spreads many consoles over
/// -25 % .. +25 %, so that they do not all knock at once when a broker comes back.
constexpr int retryWait(const RetryTimes &times, Loss::Kind kind, int attempt, double random)
{
    const bool rare = kind == Loss::Kind::NeedsPerson;
    std::int64_t wait = rare            ? times.rareFirst
        : kind == Loss::Kind::BadServer ? 4ll * times.first
                                        : times.first;
    const std::int64_t most = rare ? times.rareMost : times.most;
    for (int i = 1; i < attempt && wait < most; ++i)
        wait *= rare ? 3 : 2;
    return static_cast<int>(static_cast<double>(std::min(wait, most)) * (0.75 + 0.5 * random));
}

} // namespace connect::mqtt
