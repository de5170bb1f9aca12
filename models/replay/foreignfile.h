// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/csvplan.h"
#include "models/interchange/messagereader.h"
#include "models/interchange/writers.h"
#include "models/recording/recording.h"

#include <QString>

#include <memory>
#include <vector>

namespace replay {

/// Formats that can be read into a recording.
enum class ForeignFormat : std::uint8_t { Guess, Csv, JsonLines, Capture, Mcap };

/// By the first bytes of the file, then by its name.
ForeignFormat formatOf(const QString &path);

/// `plan` is for tables; null: what guessCsv() says.
base::Result<std::unique_ptr<interchange::MessageReader>>
openForeign(const QString &path, ForeignFormat format = ForeignFormat::Guess,
            const interchange::CsvPlan *plan = nullptr);

/// What of a recording is exported.
struct ExportWindow
{
    base::TimeNs from = base::noTime;
    base::TimeNs to = base::noTime; ///< not included
    std::vector<telemetry::SignalId> signalIds; ///< samples only; empty: all
};

/// The messages of a recording, for copyMessages().
std::unique_ptr<interchange::MessageReader>
messagesOf(std::shared_ptr<const recording::Recording> recording, const ExportWindow &window);

/// Samples in order of time within each signal, or, `byTime`, over all signals (which holds a
/// window of each in memory). Returns their number.
base::Result<std::uint64_t> copySamples(const recording::Recording &recording,
                                        const ExportWindow &window, bool byTime,
                                        interchange::SampleWriter &to,
                                        const interchange::Progress &progress = {});

} // namespace replay
