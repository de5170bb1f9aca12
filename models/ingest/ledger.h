// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <atomic>
#include <cstdint>

namespace ingest {

/// What became of every message and sample of one source, as plain numbers.
/// received = decoded + kept + undecodable + ignored (dropped ones never entered).
struct LedgerFigures
{
    std::uint64_t received = 0; ///< messages that reached the pipeline
    std::uint64_t bytes = 0; ///< topic and payload
    std::uint64_t decoded = 0; ///< messages that gave samples, predictions or facts
    std::uint64_t kept = 0; ///< shown, not decoded (images, binary, deletes)
    std::uint64_t undecodable = 0; ///< broke the rules of their format
    std::uint64_t samples = 0; ///< found in messages
    std::uint64_t predictions = 0;
    std::uint64_t late = 0; ///< samples put in their place behind newer ones
    std::uint64_t duplicates = 0; ///< samples that were there already
    std::uint64_t handedToStore = 0; ///< samples given to the historian
    std::uint64_t transient = 0; ///< samples that must not be stored
    std::uint64_t capped = 0; ///< messages cut by a limit
    std::uint64_t noSignal = 0; ///< samples refused because the signal or device cap was hit
    std::uint64_t noTopic =
        0; ///< messages whose topic is beyond the topic cap (decoded all the same)
    std::uint64_t gaps = 0; ///< messages missing by sequence number
    std::uint64_t repeated =
        0; ///< retained messages sent again after a reconnect, nothing new (counted in kept)
    std::uint64_t futureTimes =
        0; ///< samples whose own time lay over an hour ahead: receive time taken
    std::uint64_t restarts = 0; ///< sequence numbers that started over
    std::uint64_t dropped = 0; ///< refused by the inlet because the pipeline stood still
    std::int64_t brokerDropped = -1; ///< $SYS, since connect; -1: not told
    std::uint64_t coalesced = 0; ///< live values overwritten before a display tick saw them

    LedgerFigures &operator+=(const LedgerFigures &other);
    /// Losses a person must know of: dropped, gaps, brokerDropped, noSignal.
    std::uint64_t lost() const
    {
        return dropped + gaps + noSignal
            + (brokerDropped > 0 ? static_cast<std::uint64_t>(brokerDropped) : 0);
    }
};

} // namespace ingest
