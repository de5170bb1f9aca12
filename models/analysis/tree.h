// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/conversion.h"
#include "models/base/clock.h"

#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

using base::TimeNs;

/// What a node of an expression does.
enum class Op : std::uint8_t {
    Number,
    Signal,
    TextEqual, ///< operand: a signal
    TextUnequal,
    Negate,
    Not,
    Or,
    And,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    Unequal,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    If,
    Abs,
    Sqrt,
    Exp,
    Ln,
    Log10,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Atan2,
    Floor,
    Ceil,
    Round,
    Min,
    Max,
    Clamp,
    Sign,
    Hypot,
    IsMissing,
    OrElse,
    Convert,
    // From here on a node has a memory or looks at the time.
    RollingMean,
    RollingMin,
    RollingMax,
    RollingSum,
    RollingStd,
    RollingMedian,
    RollingCount,
    Derivative,
    Integral,
    Diff,
    Ewma,
    CumSum,
    Resample,
    Delay,
    Hold,
    SinceChange,
    TimeOfDay,
};

/// How resample() sums up an interval.
enum class Method : std::uint8_t { Mean, Min, Max, Last, Linear, Count };

struct Node
{
    Op op = Op::Number;
    Method method = Method::Mean;
    bool hasSignal = false; ///< here or below
    std::uint16_t first = 0; ///< operands: Tree::operands[first, first + count)
    std::uint16_t count = 0;
    std::uint16_t text = 0; ///< text literal, first unit, or name of a constant
    std::uint16_t text2 = 0; ///< second unit
    std::uint16_t signal = 0;
    double number = 0;
    TimeNs duration = 0; ///< 0: not given
    Conversion conversion = {};
};

struct SignalName
{
    QString name;
    bool quoted = true; ///< "device/signal"; else a bare word that the caller binds
    bool operator==(const SignalName &) const = default;
};

/// A checked expression: operands stand before their operators, the root is the last node, and the
/// nodes below any node stand right before it without a gap. Never changed after parsing.
struct Tree
{
    std::vector<Node> nodes;
    std::vector<std::uint16_t> operands;
    std::vector<SignalName> signalNames;
    std::vector<QString> texts{QString()}; ///< 0: none

    std::span<const std::uint16_t> operandsOf(const Node &node) const
    {
        return std::span(operands).subspan(node.first, node.count);
    }
};

} // namespace analysis
