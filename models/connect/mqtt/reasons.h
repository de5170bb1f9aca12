// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace connect::mqtt {

/// The packet that carries a code: the same number can mean different things.
enum class ReasonOf : std::uint8_t { Connack, Suback, Publish, Disconnect, Unsuback };

/// A reason code in words, without the number ("not authorized"). `version` 4: the return codes of
/// MQTT 3.1.1 (3.2.2.3, 3.9.3), 5: the reason codes of MQTT 5.0 (2.4). Any thread.
QString reasonText(ReasonOf of, int code, int version);

/// As reasonText() with the number behind it: "not authorized (0x87)". Any thread.
QString reasonTextWithCode(ReasonOf of, int code, int version);

/// Is the code allowed in this packet by the standard? Any thread.
bool reasonKnown(ReasonOf of, int code, int version);

/// A refusal that a person has to solve (credentials, permission, ban): tried again rarely.
bool reasonNeedsPerson(int connackCode, int version);

} // namespace connect::mqtt
