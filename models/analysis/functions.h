// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/tree.h"

#include <QStringView>

#include <span>
#include <string_view>

namespace analysis {

/// One function of the expression language. The page resources/help/expressions.md explains each.
struct Function
{
    Op op;
    std::string_view name;
    /// One letter an argument: x a value, d a duration, u a unit, m a method of resample,
    /// * any number of further values.
    std::string_view arguments;
    int required; ///< arguments that must be given
    std::string_view usage; ///< as the help writes it
};

std::span<const Function> functions();
const Function *findFunction(QStringView name); ///< null: there is none
const Function *functionOf(Op op); ///< null: an operator or a leaf

/// "mean", "min", ...; the index is the Method.
std::span<const std::string_view> methodNames();

/// Units of durations, longest first where one begins like another.
struct DurationUnit
{
    std::string_view name;
    TimeNs ns;
};
std::span<const DurationUnit> durationUnits();
QString durationText(TimeNs duration); ///< "10s", "1500ms": the longest unit without a fraction

} // namespace analysis
