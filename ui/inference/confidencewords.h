// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/predictionbook.h"

namespace ui {

/// "pump-wear v4", made safe to show.
QString modelTitle(const telemetry::ConfidenceRecord &record);
/// The run in words: "Below 85 % for 9 min 12 s, longest 9 min 12 s", "Above 85 %; was below for
/// 41 s at most", "Never below 85 %". Times are those of the answers, not of the clock.
QString runInWords(const telemetry::ConfidenceRecord &record, double limit);
/// Share of valid answers below the limit, 0..1.
double belowShare(const telemetry::ConfidenceRecord &record);
/// Ordered by trouble: below now by length of the run, then the lower recent mean; higher is worse.
double trouble(const telemetry::ConfidenceRecord &record);

} // namespace ui
