// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace decode {

// Word lists for topic levels and member names. Case does not matter.

/// Says only that data follow: telemetry, data, json, up, v1, ...
bool isCarrierWord(std::string_view level);
/// Only at the front of a topic: devices, sensors, iot, ...
bool isLeadingWord(std::string_view level);
/// Says which side of a device: state, status, sensor, inference, config, ...
bool isAspectWord(std::string_view level);
/// temperature, humidity, power, ...
bool isQuantityWord(std::string_view level);
/// The last level of a topic that carries one bare value: state, value, ...
bool isValueWord(std::string_view level);
/// lwt, status, state, availability, online, connected.
bool isAvailabilityWord(std::string_view level);

} // namespace decode
