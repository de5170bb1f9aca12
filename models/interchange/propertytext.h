// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/message.h"

#include <simdjson.h>

#include <string>
#include <string_view>

namespace interchange {

/// Appends MQTT 5 properties as a JSON object with mosquitto_sub's names.
void appendProperties(const telemetry::MessageProperties &properties, std::string &out);
/// Reads such an object, also mosquitto_sub's own. `found`: there was one. False: broken JSON.
bool readProperties(simdjson::ondemand::value value, telemetry::MessageProperties &out,
                    bool &found);
/// The same from a text. False when it is no JSON object.
bool readProperties(std::string_view json, telemetry::MessageProperties &out);

bool isUtf8Text(std::string_view text);
/// Appends a JSON string with the bytes in Base64.
void appendBase64(std::string_view bytes, std::string &out);
/// The content of a JSON string, empty when the value is none.
std::string textOf(simdjson::ondemand::value value);
/// An integer, or true and false as 1 and 0.
std::int64_t numberOf(simdjson::ondemand::value value, std::int64_t otherwise);

} // namespace interchange
