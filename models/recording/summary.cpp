// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/summary.h"

#include <algorithm>
#include <cmath>

namespace recording {

std::vector<float> activity(const Recording &recording, std::size_t steps)
{
    const RecordingInfo &info = recording.info();
    if (info.messages == 0 || info.start == base::noTime || steps == 0)
        return {};
    const double origin = static_cast<double>(info.start);
    const double step = std::max(
        1.0, (static_cast<double>(info.end - info.start) + 1) / static_cast<double>(steps));
    std::vector<double> counts(steps, 0.0);
    for (const Recording::ChunkInfo &chunk : recording.chunks()) {
        const double from = (static_cast<double>(chunk.earliest) - origin) / step;
        const double to = (static_cast<double>(chunk.latest) + 1 - origin) / step;
        const double length = std::max(to - from, 1e-9);
        const auto last = static_cast<double>(steps - 1);
        const auto first = static_cast<std::size_t>(std::clamp(from, 0.0, last));
        const auto end = static_cast<std::size_t>(std::clamp(to, 0.0, last));
        for (std::size_t i = first; i <= end; ++i) {
            const double low = std::max(from, static_cast<double>(i));
            const double high = i == end ? to : std::min(to, static_cast<double>(i + 1));
            counts[i] += chunk.count * std::max(0.0, high - low) / length;
        }
    }
    std::vector<float> out;
    out.reserve(steps);
    // Rounded: what is even must not look uneven because of the last bits.
    for (const double count : counts)
        out.push_back(static_cast<float>(
            std::round(count * static_cast<double>(base::nsPerSecond) / step * 1000) / 1000));
    return out;
}

base::Result<Summary> summarise(const QString &path, std::size_t steps)
{
    const auto opened = Recording::open(path);
    if (!opened)
        return tl::unexpected(opened.error());
    const Recording &recording = **opened;
    return Summary{recording.info(), recording.connections(), recording.markers(),
                   activity(recording, steps)};
}

} // namespace recording
