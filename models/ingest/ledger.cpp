// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/ledger.h"

namespace ingest {

LedgerFigures &LedgerFigures::operator+=(const LedgerFigures &other)
{
    received += other.received;
    bytes += other.bytes;
    decoded += other.decoded;
    kept += other.kept;
    undecodable += other.undecodable;
    samples += other.samples;
    predictions += other.predictions;
    late += other.late;
    duplicates += other.duplicates;
    handedToStore += other.handedToStore;
    transient += other.transient;
    capped += other.capped;
    noSignal += other.noSignal;
    noTopic += other.noTopic;
    gaps += other.gaps;
    repeated += other.repeated;
    futureTimes += other.futureTimes;
    restarts += other.restarts;
    dropped += other.dropped;
    coalesced += other.coalesced;
    if (other.brokerDropped >= 0)
        brokerDropped = (brokerDropped < 0 ? 0 : brokerDropped) + other.brokerDropped;
    return *this;
}

} // namespace ingest
