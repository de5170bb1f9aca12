// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/program.h"

#include <algorithm>

namespace analysis {

Program::Program(const Expression &expression, const TextResolver &resolve)
    : m_expression(expression)
    , m_tree(m_expression.tree())
    , m_states(m_tree.nodes.size())
    , m_timed(m_tree.nodes.size())
{
    build();
    prepareNodes(resolve);
}

void Program::build()
{
    std::vector<std::size_t> stageOf(m_tree.nodes.size());
    m_stages.push_back(std::make_unique<Stage>());
    m_stages.front()->root = static_cast<std::uint16_t>(m_tree.nodes.size() - 1);
    // From the root down: a node's stage is known before its operands are met.
    for (std::size_t i = m_tree.nodes.size(); i-- > 0;) {
        const Node &node = m_tree.nodes[i];
        const auto index = static_cast<std::uint16_t>(i);
        Stage &stage = *m_stages[stageOf[i]];
        std::size_t below = stageOf[i];
        if (node.op == Op::Resample) {
            below = m_stages.size();
            stage.feeders.push_back(
                {index, below, Gridder::create(node.method, node.duration), {}});
            auto next = std::make_unique<Stage>();
            next->root = m_tree.operandsOf(node)[0];
            m_stages.push_back(std::move(next));
        } else if (node.op == Op::Signal) {
            stage.signalNodes.push_back(index);
        } else if (node.op != Op::Number) {
            stage.nodes.push_back(index);
        }
        for (const auto operand : m_tree.operandsOf(node))
            stageOf[operand] = below;
    }
    for (const auto &stage : m_stages) {
        std::ranges::reverse(stage->nodes);
        for (Feeder &feeder : stage->feeders)
            m_stages[feeder.stage]->target = &feeder;
    }
}

void Program::prepareNodes(const TextResolver &resolve)
{
    for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
        const Node &node = m_tree.nodes[i];
        NodeState &state = m_states[i];
        if (node.op == Op::Number) {
            state.value = node.number;
            state.ready = true;
        }
        if (node.op >= Op::RollingMean && node.op <= Op::RollingCount)
            state.window = Window::create(node.op, node.duration, m_budget);
        if ((node.op == Op::TextEqual || node.op == Op::TextUnequal) && resolve)
            state.literal = resolve(m_tree.texts[node.text].toStdString());
        m_timed[i] = looksAtTime(node.op);
        if (!hasMemory(node.op) && node.op != Op::Resample) {
            for (const auto operand : m_tree.operandsOf(node))
                m_timed[i] |= m_timed[operand];
        }
    }
}

void Program::feed(TimeNs time, std::span<const Input> inputs, std::vector<Sample> &out)
{
    for (std::size_t i = m_stages.size(); i-- > 0;)
        run(*m_stages[i], time, inputs, out);
}

void Program::settle(TimeNs through, std::vector<Sample> &out)
{
    feed(through, {}, out);
}

void Program::run(Stage &stage, TimeNs time, std::span<const Input> inputs,
                  std::vector<Sample> &out)
{
    if (stage.feeders.empty()) {
        bool any = false;
        for (const Input &input : inputs)
            any |= deliver(stage, input);
        if (any)
            evaluate(stage, time, out);
        stage.completeThrough = time;
    } else {
        for (const Input &input : inputs) {
            if (!uses(stage, input.signal))
                continue;
            if (stage.waiting.size() >= maxWaiting) {
                stage.waiting.pop_front();
                ++m_budget.cut;
            }
            stage.waiting.push_back({time, input});
        }
        catchUp(stage, time, out);
    }
    if (stage.target)
        stage.target->completeThrough =
            stage.target->gridder->settle(stage.completeThrough, stage.target->ready);
}

void Program::catchUp(Stage &stage, TimeNs through, std::vector<Sample> &out)
{
    for (const Feeder &feeder : stage.feeders)
        through = std::min(through, feeder.completeThrough);
    for (;;) {
        TimeNs time = stage.waiting.empty() ? INT64_MAX : stage.waiting.front().time;
        for (const Feeder &feeder : stage.feeders) {
            if (!feeder.ready.empty())
                time = std::min(time, feeder.ready.front().time);
        }
        if (time > through || time == INT64_MAX)
            break;
        for (Feeder &feeder : stage.feeders) {
            if (feeder.ready.empty() || feeder.ready.front().time != time)
                continue;
            NodeState &state = m_states[feeder.node];
            state.value = feeder.ready.front().value;
            state.ready = state.fired = true;
            feeder.ready.pop_front();
        }
        while (!stage.waiting.empty() && stage.waiting.front().time == time) {
            deliver(stage, stage.waiting.front().input);
            stage.waiting.pop_front();
        }
        evaluate(stage, time, out);
    }
    stage.completeThrough = through;
}

bool Program::uses(const Stage &stage, int signal) const
{
    return std::ranges::any_of(stage.signalNodes, [&](std::uint16_t index) {
        return m_tree.nodes[index].signal == signal;
    });
}

bool Program::deliver(Stage &stage, const Input &input)
{
    bool any = false;
    for (const auto index : stage.signalNodes) {
        if (m_tree.nodes[index].signal != input.signal)
            continue;
        NodeState &state = m_states[index];
        state.isText = input.sample.isText;
        state.text = input.sample.text;
        state.value = input.sample.isText ? missing : input.sample.value;
        state.ready = state.fired = true;
        any = true;
    }
    return any;
}

void Program::evaluate(Stage &stage, TimeNs time, std::vector<Sample> &out)
{
    ++m_steps;
    for (const auto index : stage.nodes)
        evaluateNode(index, time);
    const NodeState &root = m_states[stage.root];
    if (root.fired && root.ready) {
        if (stage.target)
            stage.target->gridder->add({time, root.value}, stage.target->ready);
        else
            out.push_back({time, root.value});
    }
    for (const auto index : stage.signalNodes)
        m_states[index].fired = false;
    for (const Feeder &feeder : stage.feeders)
        m_states[feeder.node].fired = false;
}

void Program::evaluateNode(std::uint16_t index, TimeNs time)
{
    const Node &node = m_tree.nodes[index];
    NodeState &state = m_states[index];
    bool fired = false;
    for (const auto operand : m_tree.operandsOf(node)) {
        if (!m_states[operand].ready) {
            state.fired = false;
            return;
        }
        fired |= m_states[operand].fired;
    }
    if (hasMemory(node.op) || looksAtTime(node.op)) {
        if (fired || !hasMemory(node.op))
            step(m_tree, node, state, m_states, time, m_budget);
    } else if (fired || m_timed[index] || !state.ready) {
        state.value = compute(m_tree, node, m_states);
        state.ready = true;
    }
    state.fired = fired;
}

} // namespace analysis
