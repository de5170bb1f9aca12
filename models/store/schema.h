// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/historian.h"

namespace store {

inline constexpr int schemaVersion = 2;
inline constexpr std::int64_t applicationId = historyApplication;

/// Sets the connection up (WAL read back, synchronous=NORMAL, no automatic checkpoint) and brings
/// the tables up to schemaVersion, one step per transaction. Refuses files of other programs and of
/// newer versions with one sentence. `upTo` is for tests.
base::Result<> prepareForWriting(Database &database, int upTo = schemaVersion,
                                 std::int64_t application = applicationId);
/// Checks application id and version only.
base::Result<> checkReadable(Database &database, std::int64_t application = applicationId);
/// PRAGMA quick_check, given up (as good) after `limitMs`.
base::Result<> quickCheck(Database &database, int limitMs);

} // namespace store
