// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/marker.h"
#include "models/recording/recorder.h"
#include "ui/recording/library.h"
#include "ui/widgets/badge.h"

namespace ui {

/// How a recording is, for tables and details.
struct RecordingState
{
    Mark mark = Mark::Well;
    QString word; ///< "closed", "recording", "armed", "cut off", "unreadable"
    QString sentence; ///< what it means and what to do
    bool underWay = false;
};
/// `ours`: it is written by this console now.
RecordingState recordingState(const LibraryEntry &entry, bool ours);

QString markerKind(recording::Marker::Kind kind); ///< "note", "trigger", ...
QString partTitle(const recording::RecordingInfo &info); ///< "Night shift, part 2"
/// "212 GiB free, full in about 3 d"; empty where the disk does not say.
QString roomLeft(const recording::RecorderStatus &status);

} // namespace ui
