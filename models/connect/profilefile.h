// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/profile.h"

namespace connect {

/// Connection profiles as a JSON file without secrets, written atomically. Main thread.
base::Result<> writeProfiles(const QString &path, const std::vector<mqtt::Profile> &profiles);
/// Every profile of the file, or a sentence about the first that cannot be used. A file that is not
/// there has none.
base::Result<std::vector<mqtt::Profile>> readProfiles(const QString &path);

} // namespace connect
