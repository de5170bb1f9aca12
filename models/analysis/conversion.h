// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringView>

namespace analysis {

/// From one unit to another: `((x - subtract) * multiply / divide) + add`, in this order. One of
/// multiply and divide is 1, so that factors such as 1000 or 25.4 stay exact in both directions.
struct Conversion
{
    double subtract = 0;
    double multiply = 1;
    double divide = 1;
    double add = 0;

    double apply(double x) const { return (x - subtract) * multiply / divide + add; }
};

/// The conversion between two units of the same dimension ("degF" to "degC", "psi" to "kPa").
/// Factors: the SI Brochure (9th edition) and NIST SP 811 appendix B. Metric prefixes are
/// understood where they are usual ("mA", "kWh", "MHz"). An unknown unit, or units that do not
/// measure the same thing, give one sentence. Any thread.
base::Result<Conversion> conversionBetween(QStringView from, QStringView to);

/// What a unit measures ("temperature", "pressure"), as a word to show; empty for an unknown unit.
QString dimensionOf(QStringView unit);

/// True when both are the same unit under two names ("°C" and "degC", "m3/h" and "m³/h").
bool sameUnit(QStringView a, QStringView b);

} // namespace analysis
