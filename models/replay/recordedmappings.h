// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"
#include "models/recording/recorder.h"

#include <vector>

namespace replay {

/// The mappings by which the messages of a recorded connection were decoded.
std::vector<decode::Mapping> mappingsOf(const recording::RecordedConnection &connection);

/// `details` of a connection that has nothing but mappings (a JSON array, may be empty).
QString detailsWith(const QString &mappingsJson);

} // namespace replay
