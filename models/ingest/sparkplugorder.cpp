// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/sparkplugorder.h"

#include <algorithm>

namespace ingest {

using Kind = decode::SparkplugStep::Kind;

namespace {

constexpr int modulus = 256;

int stepsFrom(int from, int to)
{
    return (to - from + modulus) % modulus;
}

} // namespace

/// Delivers one held message and forgets it.
void SparkplugOrder::letGo(Node &node, std::size_t index)
{
    const Held held = std::move(node.held[index]);
    node.held.erase(node.held.begin() + static_cast<std::ptrdiff_t>(index));
    --m_waiting;
    m_bytes -= held.message.bytes();
    m_handlers.deliver(held.message.view(), true);
}

void SparkplugOrder::deliverNext(Node &node)
{
    for (std::size_t i = 0; i < node.held.size();) {
        if (node.held[i].sequence != node.next) {
            ++i;
            continue;
        }
        node.next = (node.next + 1) % modulus;
        letGo(node, i);
        i = 0;
    }
}

void SparkplugOrder::deliverAll(Node &node)
{
    while (!node.held.empty()) {
        const auto nearest = std::min_element(
            node.held.begin(), node.held.end(), [&node](const Held &a, const Held &b) {
                return stepsFrom(node.next, a.sequence) < stepsFrom(node.next, b.sequence);
            });
        node.next = (nearest->sequence + 1) % modulus;
        letGo(node, static_cast<std::size_t>(nearest - node.held.begin()));
    }
}

/// What follows the birth directly has overtaken it; the rest is of the time before.
void SparkplugOrder::birth(Node &node, int sequence, const telemetry::MessageView &message)
{
    std::vector<Held> after;
    for (int next = (sequence + 1) % modulus;; next = (next + 1) % modulus) {
        const auto found = std::find_if(node.held.begin(), node.held.end(),
                                        [next](const Held &held) { return held.sequence == next; });
        if (found == node.held.end())
            break;
        after.push_back(std::move(*found));
        node.held.erase(found);
    }
    deliverAll(node);
    node.held = std::move(after);
    node.next = (sequence + 1) % modulus;
    node.late = -1;
    m_handlers.deliver(message, false);
    deliverNext(node);
}

bool SparkplugOrder::take(const decode::SparkplugStep &step, const telemetry::MessageView &message,
                          TimeNs now)
{
    m_key.assign(step.group).append(1, '/').append(step.edge);
    auto found = m_nodes.find(m_key);
    if (found == m_nodes.end() && m_nodes.size() < maxNodes)
        found = m_nodes.emplace(m_key, Node()).first;
    if (found == m_nodes.end()) {
        m_handlers.deliver(message, false);
        return true;
    }
    Node &node = found->second;
    if (step.kind == Kind::Birth && step.sequence >= 0) {
        birth(node, step.sequence, message);
        return true;
    }
    if (step.kind == Kind::Death || step.sequence < 0) {
        if (step.kind != Kind::Counted)
            deliverAll(node);
        m_handlers.deliver(message, false);
        return true;
    }
    const int ahead = node.next < 0 ? 0 : stepsFrom(node.next, step.sequence);
    // A device's birth with a number from behind has overtaken the birth of its node.
    if (ahead > 0 && (ahead < modulus / 2 || step.deviceBirth) && node.held.size() < maxHeldPerNode
        && m_bytes < maxHeldBytes) {
        if (node.held.empty())
            node.until = now + timeout;
        node.held.push_back({step.sequence, HeldMessage(message)});
        ++m_waiting;
        m_bytes += node.held.back().message.bytes();
        return false;
    }
    const bool behind = ahead >= modulus / 2;
    // One from behind is late; two in a row say that the node counts from somewhere else now.
    const bool elsewhere = behind && node.late >= 0 && step.sequence == (node.late + 1) % modulus;
    node.late = behind ? step.sequence : -1;
    if (elsewhere || (ahead > 0 && !behind)) // or there is no room to wait
        deliverAll(node);
    if (!behind || elsewhere)
        node.next = (step.sequence + 1) % modulus;
    m_handlers.deliver(message, false);
    deliverNext(node);
    return true;
}

void SparkplugOrder::tick(TimeNs now, bool all)
{
    if (m_waiting == 0)
        return;
    for (auto &[name, node] : m_nodes) {
        if (node.held.empty() || (!all && node.until > now))
            continue;
        if (!all)
            m_handlers.gap(name);
        deliverAll(node);
    }
}

} // namespace ingest
