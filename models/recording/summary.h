// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/recording.h"

#include <vector>

namespace recording {

/// What a library shows of a recording, read without decoding a message.
struct Summary
{
    RecordingInfo info;
    std::vector<RecordedConnection> connections;
    std::vector<Marker> markers;
    std::vector<float> activity; ///< messages per second in equal steps from start to end
};

/// Opens, reads and closes. Errors as Recording::open(). Any thread.
base::Result<Summary> summarise(const QString &path, std::size_t steps = 60);

/// Messages per second in `steps` equal parts of the recording; a chunk's messages are spread
/// evenly over its span. Empty without messages.
std::vector<float> activity(const Recording &recording, std::size_t steps);

} // namespace recording
