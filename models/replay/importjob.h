// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/interchange/messagereader.h"
#include "models/recording/recorder.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace replay {

/// What an import made.
struct ImportResult
{
    std::uint64_t messages = 0;
    std::uint64_t samples = 0;
    std::uint64_t undecodable = 0; ///< kept as they are
    QStringList notices; ///< what was skipped or repaired, one sentence each
};

/// Progress of a long job: 0..1, below 0 while unknown. False stops it.
using JobProgress = std::function<bool(double done)>;

/// Reads everything from `reader` through a pipeline of its own, by the times of the messages, into
/// a new recording. Stopped or failed, no file is left. Any thread but the GUI's; takes long.
base::Result<ImportResult> importRecording(interchange::MessageReader &reader,
                                           const recording::RecorderOptions &options,
                                           const JobProgress &progress = {});

} // namespace replay
