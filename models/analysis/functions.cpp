// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/functions.h"

#include <QLatin1StringView>

#include <algorithm>

namespace analysis {

namespace {

constexpr Function table[] = {
    {Op::If, "if", "xxx", 3, "if(condition, a, b)"},
    {Op::Abs, "abs", "x", 1, "abs(x)"},
    {Op::Sqrt, "sqrt", "x", 1, "sqrt(x)"},
    {Op::Exp, "exp", "x", 1, "exp(x)"},
    {Op::Ln, "ln", "x", 1, "ln(x)"},
    {Op::Log10, "log10", "x", 1, "log10(x)"},
    {Op::Power, "pow", "xx", 2, "pow(x, y)"},
    {Op::Hypot, "hypot", "xx", 2, "hypot(x, y)"},
    {Op::Sin, "sin", "x", 1, "sin(x)"},
    {Op::Cos, "cos", "x", 1, "cos(x)"},
    {Op::Tan, "tan", "x", 1, "tan(x)"},
    {Op::Asin, "asin", "x", 1, "asin(x)"},
    {Op::Acos, "acos", "x", 1, "acos(x)"},
    {Op::Atan, "atan", "x", 1, "atan(x)"},
    {Op::Atan2, "atan2", "xx", 2, "atan2(y, x)"},
    {Op::Floor, "floor", "x", 1, "floor(x)"},
    {Op::Ceil, "ceil", "x", 1, "ceil(x)"},
    {Op::Round, "round", "x", 1, "round(x)"},
    {Op::Sign, "sign", "x", 1, "sign(x)"},
    {Op::Min, "min", "xx*", 2, "min(x, y, ...)"},
    {Op::Max, "max", "xx*", 2, "max(x, y, ...)"},
    {Op::Clamp, "clamp", "xxx", 3, "clamp(x, low, high)"},
    {Op::IsMissing, "is_missing", "x", 1, "is_missing(x)"},
    {Op::OrElse, "or_else", "xx", 2, "or_else(x, y)"},
    {Op::Convert, "convert", "xuu", 3, "convert(x, \"from\", \"to\")"},
    {Op::RollingMean, "rolling_mean", "xd", 2, "rolling_mean(x, window)"},
    {Op::RollingMin, "rolling_min", "xd", 2, "rolling_min(x, window)"},
    {Op::RollingMax, "rolling_max", "xd", 2, "rolling_max(x, window)"},
    {Op::RollingSum, "rolling_sum", "xd", 2, "rolling_sum(x, window)"},
    {Op::RollingStd, "rolling_std", "xd", 2, "rolling_std(x, window)"},
    {Op::RollingMedian, "rolling_median", "xd", 2, "rolling_median(x, window)"},
    {Op::RollingCount, "rolling_count", "xd", 2, "rolling_count(x, window)"},
    {Op::Derivative, "derivative", "xd", 1, "derivative(x, per)"},
    {Op::Integral, "integral", "xd", 1, "integral(x, longest_gap)"},
    {Op::Diff, "diff", "x", 1, "diff(x)"},
    {Op::CumSum, "cumsum", "x", 1, "cumsum(x)"},
    {Op::Ewma, "ewma", "xd", 2, "ewma(x, time_constant)"},
    {Op::Resample, "resample", "xdm", 3, "resample(x, interval, \"method\")"},
    {Op::Delay, "delay", "xd", 2, "delay(x, time)"},
    {Op::Hold, "hold", "xd", 2, "hold(x, longest_age)"},
    {Op::SinceChange, "since_change", "x", 1, "since_change(x)"},
    {Op::TimeOfDay, "time_of_day", "", 0, "time_of_day()"},
};

constexpr std::string_view methods[] = {"mean", "min", "max", "last", "linear", "count"};

constexpr DurationUnit units[] = {
    {"ns", 1},
    {"us", base::nsPerUs},
    {"ms", base::nsPerMs},
    {"s", base::nsPerSecond},
    {"min", base::nsPerMinute},
    {"h", base::nsPerHour},
    {"d", 24 * base::nsPerHour},
};

QLatin1StringView latin1(std::string_view text)
{
    return QLatin1StringView(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

std::span<const Function> functions()
{
    return table;
}

const Function *findFunction(QStringView name)
{
    const auto *it = std::ranges::find_if(
        table, [&](const Function &function) { return name == latin1(function.name); });
    return it == std::end(table) ? nullptr : it;
}

const Function *functionOf(Op op)
{
    const auto *it = std::ranges::find(table, op, &Function::op);
    return it == std::end(table) || op == Op::Power ? nullptr : it; // pow(x, y) is written x ^ y
}

std::span<const std::string_view> methodNames()
{
    return methods;
}

std::span<const DurationUnit> durationUnits()
{
    return units;
}

QString durationText(TimeNs duration)
{
    const DurationUnit *best = units;
    for (const DurationUnit &unit : units) {
        if (duration % unit.ns == 0)
            best = &unit;
    }
    return QString::number(duration / best->ns) + latin1(best->name);
}

} // namespace analysis
