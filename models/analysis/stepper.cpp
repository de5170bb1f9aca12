// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/stepper.h"

#include "models/analysis/rolling.h"

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

constexpr TimeNs day = 24 * base::nsPerHour;

double seconds(TimeNs duration)
{
    return static_cast<double>(duration) / static_cast<double>(base::nsPerSecond);
}

/// Remainder with the sign of the divisor, so that it repeats evenly over zero.
double modulo(double a, double b)
{
    const double rest = std::fmod(a, b);
    return rest != 0 && std::signbit(rest) != std::signbit(b) ? rest + b : rest;
}

double truth(bool yes)
{
    return yes ? 1 : 0;
}

double binary(Op op, double a, double b)
{
    switch (op) {
    case Op::Add:
        return a + b;
    case Op::Subtract:
        return a - b;
    case Op::Multiply:
        return a * b;
    case Op::Divide:
        return a / b;
    case Op::OrElse:
        return std::isnan(a) ? b : a;
    default:
        break;
    }
    if (std::isnan(a) || std::isnan(b))
        return missing;
    switch (op) {
    case Op::Modulo:
        return modulo(a, b);
    case Op::Power:
        return std::pow(a, b);
    case Op::Hypot:
        return std::hypot(a, b);
    case Op::Atan2:
        return std::atan2(a, b);
    case Op::Less:
        return truth(a < b);
    case Op::LessEqual:
        return truth(a <= b);
    case Op::Greater:
        return truth(a > b);
    case Op::GreaterEqual:
        return truth(a >= b);
    case Op::Equal:
        return truth(a == b);
    case Op::Unequal:
        return truth(a != b);
    case Op::And:
        return truth(a != 0 && b != 0);
    default:
        return truth(a != 0 || b != 0);
    }
}

double unary(const Node &node, double x)
{
    switch (node.op) {
    case Op::Negate:
        return -x;
    case Op::IsMissing:
        return truth(std::isnan(x));
    case Op::Not:
        return std::isnan(x) ? missing : truth(x == 0);
    case Op::Abs:
        return std::abs(x);
    case Op::Sqrt:
        return std::sqrt(x);
    case Op::Exp:
        return std::exp(x);
    case Op::Ln:
        return std::log(x);
    case Op::Log10:
        return std::log10(x);
    case Op::Sin:
        return std::sin(x);
    case Op::Cos:
        return std::cos(x);
    case Op::Tan:
        return std::tan(x);
    case Op::Asin:
        return std::asin(x);
    case Op::Acos:
        return std::acos(x);
    case Op::Atan:
        return std::atan(x);
    case Op::Floor:
        return std::floor(x);
    case Op::Ceil:
        return std::ceil(x);
    case Op::Round:
        return std::round(x);
    case Op::Sign:
        return x > 0 ? 1 : x < 0 ? -1 : x;
    default:
        return node.conversion.apply(x);
    }
}

/// Extremes and clamp; a missing operand makes the result missing.
double ofMany(const Tree &tree, const Node &node, const std::vector<NodeState> &states)
{
    const auto operands = tree.operandsOf(node);
    double out = states[operands[0]].value;
    if (node.op == Op::If) {
        if (std::isnan(out))
            return missing;
        return states[operands[out != 0 ? 1 : 2]].value;
    }
    for (std::size_t i = 1; i < operands.size(); ++i) {
        const double next = states[operands[i]].value;
        if (std::isnan(out) || std::isnan(next))
            return missing;
        const bool least = node.op == Op::Min || (node.op == Op::Clamp && i == 2);
        out = least ? std::min(out, next) : std::max(out, next);
    }
    return out;
}

void takeDelayed(const Node &node, NodeState &state, const NodeState &operand, TimeNs time,
                 WindowBudget &budget)
{
    if (operand.fired) {
        if (!state.past.empty() && budget.full(state.past.size())) {
            state.past.pop_front();
            --budget.held;
            ++budget.cut;
        }
        state.past.emplace_back(time, operand.value);
        ++budget.held;
    }
    while (!state.past.empty() && state.past.front().first <= time - node.duration) {
        state.value = state.past.front().second;
        state.ready = true;
        state.past.pop_front();
        --budget.held;
    }
}

bool changed(const NodeState &state, const NodeState &operand)
{
    if (!state.any || state.isText != operand.isText)
        return true;
    return operand.isText ? state.text != operand.text : state.lastValue != operand.value;
}

void takeChange(NodeState &state, const NodeState &operand, TimeNs time)
{
    const bool known = operand.isText || !std::isnan(operand.value);
    if (operand.fired && known && changed(state, operand)) {
        state.lastTime = time;
        state.lastValue = operand.value;
        state.isText = operand.isText;
        state.text = operand.text;
        state.any = true;
    }
    state.value = known ? seconds(time - state.lastTime) : missing;
    state.ready = state.any;
}

void takeHeld(const Node &node, NodeState &state, const NodeState &operand, TimeNs time)
{
    if (operand.fired) {
        state.lastTime = time;
        state.any = true;
    }
    if (!state.any)
        return;
    state.ready = true;
    state.value = time - state.lastTime <= node.duration ? operand.value : missing;
}

/// Derivative, integral and difference look at the sample before.
void takePair(const Node &node, NodeState &state, double x, TimeNs time)
{
    const TimeNs distance = time - state.lastTime;
    switch (node.op) {
    case Op::Derivative:
        state.value = (x - state.lastValue)
            / (static_cast<double>(distance)
               / static_cast<double>(node.duration > 0 ? node.duration : base::nsPerSecond));
        state.ready = state.any;
        break;
    case Op::Diff:
        state.value = x - state.lastValue;
        state.ready = state.any;
        break;
    default:
        if (state.any && (node.duration == 0 || distance <= node.duration)) {
            const double area = (state.lastValue / 2 + x / 2) * seconds(distance);
            if (!std::isnan(area))
                state.sum.add(area);
        }
        state.value = std::isnan(x) ? missing : state.sum.value();
        state.ready = true;
    }
    state.any = true;
    state.lastTime = time;
    state.lastValue = x;
}

void takeSmoothed(const Node &node, NodeState &state, double x, TimeNs time)
{
    state.ready = true;
    if (std::isnan(x)) {
        state.value = missing;
        return;
    }
    if (state.any) {
        const double part =
            static_cast<double>(time - state.lastTime) / static_cast<double>(node.duration);
        state.lastValue += (x - state.lastValue) * -std::expm1(-part);
    } else {
        state.lastValue = x;
    }
    state.any = true;
    state.lastTime = time;
    state.value = state.lastValue;
}

void takeSum(NodeState &state, double x)
{
    state.ready = true;
    if (!std::isnan(x))
        state.sum.add(x);
    state.value = std::isnan(x) ? missing : state.sum.value();
}

} // namespace

bool looksAtTime(Op op)
{
    return op == Op::Delay || op == Op::Hold || op == Op::SinceChange || op == Op::TimeOfDay;
}

bool hasMemory(Op op)
{
    return op >= Op::RollingMean && op < Op::Resample;
}

double compute(const Tree &tree, const Node &node, const std::vector<NodeState> &states)
{
    const auto operands = tree.operandsOf(node);
    switch (node.op) {
    case Op::TextEqual:
    case Op::TextUnequal: {
        const NodeState &signal = states[operands[0]];
        if (!signal.isText && std::isnan(signal.value))
            return missing;
        const NodeState &own = states[static_cast<std::size_t>(&node - tree.nodes.data())];
        const bool equal = signal.isText && signal.text != 0 && signal.text == own.literal;
        return truth(equal == (node.op == Op::TextEqual));
    }
    case Op::If:
    case Op::Min:
    case Op::Max:
    case Op::Clamp:
        return ofMany(tree, node, states);
    default:
        break;
    }
    if (operands.size() == 2)
        return binary(node.op, states[operands[0]].value, states[operands[1]].value);
    return unary(node, states[operands[0]].value);
}

void step(const Tree &tree, const Node &node, NodeState &state,
          const std::vector<NodeState> &states, TimeNs time, WindowBudget &budget)
{
    if (node.op == Op::TimeOfDay) {
        const TimeNs rest = time % day;
        state.value = seconds(rest < 0 ? rest + day : rest);
        state.ready = true;
        return;
    }
    const NodeState &operand = states[tree.operandsOf(node)[0]];
    switch (node.op) {
    case Op::Delay:
        return takeDelayed(node, state, operand, time, budget);
    case Op::Hold:
        return takeHeld(node, state, operand, time);
    case Op::SinceChange:
        return takeChange(state, operand, time);
    case Op::Derivative:
    case Op::Integral:
    case Op::Diff:
        return takePair(node, state, operand.value, time);
    case Op::Ewma:
        return takeSmoothed(node, state, operand.value, time);
    case Op::CumSum:
        return takeSum(state, operand.value);
    default:
        state.value = state.window->add(time, operand.value);
        state.ready = true;
    }
}

} // namespace analysis
