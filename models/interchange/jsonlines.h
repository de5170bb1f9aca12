// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/messagereader.h"

#include <QIODevice>

#include <memory>

namespace interchange {

/// One JSON object per line, as `mosquitto_sub -F %j` or `%J` (2.0) and our own export write them.
///
/// Members: `topic`; the time as `tst` (ISO 8601), `time` (with `tst` beside it: nanoseconds since
/// 1970, else by magnitude), `timestamp` or `ts`; `qos`, `retain`, `dup`, `payloadlen`,
/// `properties`, `connection`; the payload as `payload`, `payload_base64` or `payload_hex`.
///
/// What mosquitto_sub has lost cannot come back: %J leaves messages out that are no JSON (an empty
/// line stays) and writes numbers and white space anew; %j cuts a payload at its first zero byte.
/// `payloadlen` shows it: JSON that was written anew is kept and counted, a cut payload is skipped
/// and counted.
base::Result<std::unique_ptr<MessageReader>> openJsonLines(const QString &path);
base::Result<std::unique_ptr<MessageReader>> openJsonLines(std::unique_ptr<QIODevice> device,
                                                           const QString &name);

} // namespace interchange
