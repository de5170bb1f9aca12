// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace connect::mqtt {

/// What is wrong with a topic filter to subscribe to (MQTT 5.0, 4.7 and 4.8.2), one sentence; empty
/// when it is valid. "$share/<group>/<filter>" is a shared subscription. Any thread.
QString filterProblem(const QString &filter);

/// What is wrong with a topic to publish to, one sentence; empty when it is valid. Any thread.
QString topicProblem(const QString &topic);

/// The filter without "$share/<group>/". Any thread.
std::string_view plainFilter(std::string_view filter);

/// MQTT 5.0, 4.7: does `topic` match `filter`? Wildcards at the first level do not match topics
/// that start with "$". The filter must be valid and not shared. Any thread.
bool topicMatches(std::string_view filter, std::string_view topic);

} // namespace connect::mqtt
