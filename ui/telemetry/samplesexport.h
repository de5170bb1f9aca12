// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/widgets/timechart/signalcolumns.h"

#include <QIODevice>

#include <functional>

namespace ui {

/// What an export wants: every sample of these signals with start <= time < end.
struct SamplesExport
{
    std::vector<SignalId> wanted;
    TimeNs start = 0;
    TimeNs end = 0;
};

/// Writes a CSV (RFC 4180) with one line per sample, in full: time (ISO 8601 UTC, ns), time_ns,
/// device, signal, value, unit, quality; texts made safe for spreadsheets. Older samples come from
/// the historian, newer ones from memory. Any thread; gives the number of samples. `progress` gets
/// 0..1000 and returns false to stop.
base::Result<quint64> writeSamples(QIODevice &out, const ChartSource &source,
                                   const SamplesExport &what,
                                   const std::function<bool(int)> &progress);

} // namespace ui
