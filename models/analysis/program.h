// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/evaluation.h"
#include "models/analysis/rolling.h"
#include "models/analysis/sampling.h"
#include "models/analysis/stepper.h"

#include <functional>
#include <span>

namespace analysis {

struct Input
{
    int signal = 0; ///< position in Expression::signalNames()
    Sample sample;
};

/// The machine behind both evaluators: it is given, in time order, all samples of one time at once.
/// Each resample() cuts the expression: what is below it is a stage of its own, whose grid values
/// are an input of the stage above. Not thread-safe.
class Program
{
public:
    /// Samples that may wait for a linear resample() to know its next value.
    static constexpr std::size_t maxWaiting = 1'000'000;

    Program(const Expression &expression, const TextResolver &resolve);

    /// All samples of `time`, which is later than at the last call; at most one a signal.
    void feed(TimeNs time, std::span<const Input> inputs, std::vector<Sample> &out);
    /// Nothing more will come up to and including `through`.
    void settle(TimeNs through, std::vector<Sample> &out);

    std::uint64_t cut() const { return m_budget.cut; } ///< samples lost to limits
    std::uint64_t steps() const { return m_steps; }

private:
    struct Feeder
    {
        std::uint16_t node; ///< the resample()
        std::size_t stage; ///< what is below it
        std::unique_ptr<Gridder> gridder;
        std::deque<Timed> ready;
        TimeNs completeThrough = INT64_MIN;
    };
    struct Waiting
    {
        TimeNs time;
        Input input;
    };
    struct Stage
    {
        std::vector<std::uint16_t> nodes; ///< operands first
        std::vector<std::uint16_t> signalNodes;
        std::uint16_t root = 0;
        std::vector<Feeder> feeders;
        std::deque<Waiting> waiting;
        TimeNs completeThrough = INT64_MIN;
        Feeder *target = nullptr; ///< null: the result
    };

    void build();
    void prepareNodes(const TextResolver &resolve);
    void run(Stage &stage, TimeNs time, std::span<const Input> inputs, std::vector<Sample> &out);
    void catchUp(Stage &stage, TimeNs through, std::vector<Sample> &out);
    bool uses(const Stage &stage, int signal) const;
    bool deliver(Stage &stage, const Input &input); ///< false: not used here
    void evaluate(Stage &stage, TimeNs time, std::vector<Sample> &out);
    void evaluateNode(std::uint16_t index, TimeNs time);

    Expression m_expression;
    const Tree &m_tree;
    std::vector<NodeState> m_states;
    std::vector<char> m_timed; ///< recomputed in every step, not only when an operand fires
    std::vector<std::unique_ptr<Stage>> m_stages; ///< what feeds another comes after it
    WindowBudget m_budget;
    std::uint64_t m_steps = 0;
};

} // namespace analysis
