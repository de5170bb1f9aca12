// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QString>

namespace recording {

/// Something said about an instant or a span of a recording.
struct Marker
{
    enum class Kind : std::uint8_t {
        Note = 1, ///< by a person
        Trigger = 2, ///< why a triggered recording was kept
        Connected = 3,
        Disconnected = 4,
        Lost = 5, ///< messages that could not be written, `text` says how many
        Source = 6, ///< a connection's own note
        Alarm = 7,
    };
    std::int64_t id = 0;
    std::uint64_t sequence = 0; ///< of the message that follows it
    base::TimeNs time = base::noTime;
    base::TimeNs until = base::noTime; ///< end of a span
    Kind kind = Kind::Note;
    int connection = -1; ///< position, -1: none
    QString text;
    QString author;
};

} // namespace recording
