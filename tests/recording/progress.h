// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/recording/madestream.h"

#include <atomic>

namespace made {

/// Shared by the recording process with its test through a mapped file.
struct Progress
{
    static constexpr std::size_t capacity = 1 << 16;
    struct Mark
    {
        std::int64_t monotonicNs;
        std::uint64_t messages; ///< handed over with endBatch() when it returned
    };
    std::atomic<std::uint64_t> count;
    std::atomic<std::uint64_t> written; ///< as status() said
    Mark marks[capacity];

    /// Messages handed over at least `age` before `now`.
    std::uint64_t givenBefore(std::int64_t now, std::int64_t age) const
    {
        std::uint64_t messages = 0;
        const std::uint64_t end = count.load(std::memory_order_acquire);
        for (std::uint64_t i = 0; i < end && marks[i].monotonicNs <= now - age; ++i)
            messages = marks[i].messages;
        return messages;
    }
};

} // namespace made
