// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QString>

#include <vector>

namespace recording {

/// Something a person said later about an instant of a recording.
struct Note
{
    base::TimeNs time = base::noTime; ///< of the recording
    base::TimeNs written = base::noTime;
    QString text;
    QString author;
    bool operator==(const Note &) const = default;
};

/// "a.phrec" -> "a.phrec.notes.json", beside it. A recording that is closed is never written
/// again, so that its digest names it for ever; what people say about it stands in this file.
QString notesPath(const QString &recording);

/// By time. No file: no notes. Errors: BadInput (not such a file), Io, Conflict (it belongs to
/// another recording: `id` is RecordingInfo::recording).
base::Result<std::vector<Note>> loadNotes(const QString &recording, const QString &id);
/// Written atomically. Errors: Io in one sentence.
base::Result<> saveNotes(const QString &recording, const QString &id,
                         const std::vector<Note> &notes);

} // namespace recording
