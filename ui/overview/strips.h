// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/predictionbook.h"

#include <vector>

namespace ui {

/// A span of the heat strip: whole minutes per column, ending with the current minute.
struct StripSpan
{
    int minutes = 0;
    int columns = 0;

    int minutesPerColumn() const { return minutes / columns; }
    /// Start of the strip, ns, on the grid of columns, so that cells do not change as time passes.
    base::TimeNs start(base::TimeNs now) const;
    base::TimeNs end(base::TimeNs now) const;
};

inline constexpr StripSpan stripSpans[] = {{5, 5}, {15, 15}, {60, 60}, {360, 72}, {1440, 96}};

/// The shortest span that shows all there is since `first`.
StripSpan fittingSpan(base::TimeNs first, base::TimeNs now);

/// One row: per column the lowest mean of the given records (the models of one device),
/// HeatStrip::noData where they were silent, HeatStrip::notYet before their first answer.
std::vector<float> stripCells(const telemetry::PredictionBook &book,
                              const std::vector<telemetry::ConfidenceRecord> &records,
                              const StripSpan &span, base::TimeNs now);

} // namespace ui
