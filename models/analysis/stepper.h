// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/sample.h"
#include "models/analysis/tree.h"
#include "models/analysis/widesum.h"

#include <deque>
#include <memory>
#include <vector>

namespace analysis {

struct WindowBudget;
class Window;

/// What one node knows while an expression is evaluated.
struct NodeState
{
    double value = missing;
    bool ready = false; ///< has a value (which may be "missing")
    bool fired = false; ///< has a new sample in this step
    bool any = false; ///< last* are set
    bool isText = false; ///< signals: the newest sample
    telemetry::TextCode text = 0;
    telemetry::TextCode literal = 0; ///< comparisons with a text
    TimeNs lastTime = 0;
    double lastValue = 0;
    WideSum sum;
    std::unique_ptr<Window> window;
    std::deque<std::pair<TimeNs, double>> past; ///< delay
};

/// True when the value of the node depends on the time of the step, not on new samples alone.
bool looksAtTime(Op op);
bool hasMemory(Op op); ///< takes in the new samples of its operand only

/// One operand or more to a value, without memory.
double compute(const Tree &tree, const Node &node, const std::vector<NodeState> &states);

/// Takes in what is new at `time`; sets value and ready.
void step(const Tree &tree, const Node &node, NodeState &state,
          const std::vector<NodeState> &states, TimeNs time, WindowBudget &budget);

} // namespace analysis
