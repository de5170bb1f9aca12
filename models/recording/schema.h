// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace recording {

/// Version of the recording's own tables, kept in recording_meta; the historian's tables beside
/// them have theirs in user_version. See resources/doc/phrec.md.
inline constexpr int recordingVersion = 1;

base::Result<> makeTables(store::Database &database);
base::Result<> checkTables(store::Database &database);

} // namespace recording
