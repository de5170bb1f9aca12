// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/telemetry/message.h"

#include <QStringList>

#include <string>
#include <vector>

namespace interchange {

/// A file of another format, read front to back as messages in order of receipt. Memory does not
/// grow with the file. One thread at a time; the object may move between threads.
class MessageReader
{
public:
    /// Where messages come from: the file itself, or one MQTT session of a capture.
    struct Origin
    {
        std::string key; ///< unique within the file, the same each time the file is read
        std::string name; ///< for people
        std::string mappingsJson; ///< array of decode::Mapping::toJson(), empty: none needed
    };

    MessageReader() = default;
    virtual ~MessageReader();
    MessageReader(const MessageReader &) = delete;
    MessageReader &operator=(const MessageReader &) = delete;

    /// True: `out` is valid until the next call (out.source is an index into origins(), the payload
    /// is followed by MessageBatch::padding readable bytes). False: the end. An error is final.
    virtual base::Result<bool> next(telemetry::MessageView &out) = 0;

    virtual std::vector<Origin> origins() const = 0; ///< grows while reading
    virtual std::uint64_t bytesRead() const = 0;
    virtual std::uint64_t bytesTotal() const = 0; ///< 0: not known
    /// What was skipped, repaired or is worth knowing: one sentence each, with count and first
    /// place. Complete after next() gave false.
    virtual QStringList notices() const = 0;
};

} // namespace interchange
