// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/tree.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace decode::senml {

/// A resolved SenML record (RFC 8428, 4.6): base fields applied, time absolute.
struct Record
{
    std::string_view base; ///< base name in force
    std::string_view name; ///< name below it
    std::string_view unit;
    TimeNs time = base::noTime; ///< noTime: "now" and no clock was given
    bool timed = false; ///< the pack gave a time other than "now"
    enum class Kind : std::uint8_t { None, Number, Text, Bool, Data } kind = Kind::None;
    telemetry::Value value; ///< Text and Data in value.text
    std::optional<double> sum;
};

/// Whether the tree has the shape of a pack: an array of objects with SenML labels only (unknown
/// ones of at most three letters), at least one name and one value. `cbor`: numeric labels.
bool looksLikePack(Tree &tree, bool cbor);

/// Resolves a pack. `now` is the time to which relative times (below 2^28 s) refer. An error
/// sentence when a rule of RFC 8428 is broken; empty when all is well.
QString resolve(Tree &tree, bool cbor, TimeNs now, std::vector<Record> &records);

} // namespace decode::senml
