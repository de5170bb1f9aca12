// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/block.h"

#include <functional>

namespace store {

/// Samples of one signal in one row of the journal.
struct JournalRun
{
    telemetry::SignalId signal;
    std::span<const Entry> entries;
};

/// All samples of one commit: columns, compressed with zstd level 1, with its content checksum.
/// Empty only when memory is short.
std::string packJournal(std::span<const JournalRun> runs);

/// Calls `take` for each run in order; false when the row is damaged.
bool unpackJournal(std::string_view blob,
                   const std::function<void(telemetry::SignalId, std::span<const Entry>)> &take);

} // namespace store
