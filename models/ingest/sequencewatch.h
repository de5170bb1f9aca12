// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ingest {

/// Finds missing messages by the sender's own sequence numbers. One per sender (topic, or Sparkplug
/// edge node). Without a modulus, gaps count only after eight steps by exactly one, so that a
/// number that merely looks like a counter (or counts over several topics) raises no false loss.
class SequenceWatch
{
public:
    struct Step
    {
        std::int64_t missing = 0; ///< newly missing; negative when a late message fills a gap
        bool restarted = false; ///< the number started over
    };

    /// `modulus` 0: the number does not wrap (Sparkplug B: 256, chapter 5 of the specification).
    Step next(std::int64_t sequence, std::int64_t modulus);

private:
    Step wrapping(std::int64_t sequence, std::int64_t modulus);
    Step counting(std::int64_t sequence);

    std::int64_t m_last = -1;
    std::int64_t m_open = 0; ///< missing messages that may still come late
    int m_steady = 0;
};

} // namespace ingest
