// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"
#include "models/decode/topicnames.h"

namespace decode {

/// The last step for every convention: names what has no device yet, tells the site once per topic,
/// and applies the limits on counts, names and texts; what is cut shows in capHit and reason.
void finish(TopicNames &topic, const Limits &limits, Output &out);

/// For a payload beyond Limits::maxPayloadBytes: undecodable, with its size.
void keepOversized(const telemetry::MessageView &message, const Limits &limits, Output &out);

/// Marks the output as cut and appends the sentence to the reason once.
void noteCap(Output &out, std::string_view sentence);
/// Appends a remark to the reason of something that was decoded all the same.
void note(Output &out, std::string_view sentence);

} // namespace decode
