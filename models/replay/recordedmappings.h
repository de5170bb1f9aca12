// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"
#include "models/ingest/deriveddefinition.h"
#include "models/recording/recorder.h"

#include <vector>

namespace replay {

/// The mappings by which the messages of a recorded connection were decoded.
std::vector<decode::Mapping> mappingsOf(const recording::RecordedConnection &connection);

/// The derived signals that were in force, if `connection` is their source; what cannot be read is
/// left out, all of it.
std::vector<ingest::DerivedDefinition> derivedOf(const recording::RecordedConnection &connection);
/// The source of derived signals as a recording describes it.
recording::RecordedConnection
describeDerived(const telemetry::SourceInfo &source,
                const std::vector<ingest::DerivedDefinition> &definitions);

/// `details` of a connection that has nothing but mappings (a JSON array, may be empty).
QString detailsWith(const QString &mappingsJson);

} // namespace replay
