// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/tree.h"

#include "models/decode/text.h"

#include <algorithm>

namespace decode {

using telemetry::Value;

Value Node::value() const
{
    switch (type) {
    case Type::Bool:
        return Value::boolean(bits != 0);
    case Type::Integer:
        return {telemetry::ValueType::Int64, bits, {}};
    case Type::Natural:
        return Value::natural(bits);
    case Type::Real:
        return {telemetry::ValueType::Double, bits, {}};
    case Type::Text:
        return Value::string(text);
    default:
        return Value::string({});
    }
}

double Node::number() const
{
    const Value v = value();
    return telemetry::toDouble(v.type, v.bits);
}

void Tree::start(const Limits &limits)
{
    constexpr std::size_t keptNodes = 16'384;
    nodes.clear();
    if (nodes.capacity() > keptNodes)
        nodes.shrink_to_fit();
    // Room for names, times and nesting around the samples; a small limit must not hide the shape.
    m_maxNodes = limits.maxSamples * 4 + 4'096;
    m_maxNesting = limits.maxNesting;
    m_hugeIntegers = false;
    m_nestingCut = false;
    m_sizeCut = false;
    m_duplicates = false;
    m_namesUnits = false;
    m_error = {};
    nodes.emplace_back();
}

NodeIndex Tree::add(NodeIndex parent, NodeIndex &previous, std::string_view key)
{
    const auto index = static_cast<NodeIndex>(nodes.size());
    Node &node = nodes.emplace_back();
    node.key = key;
    if (!key.empty())
        node.role = roleOf(key);
    m_namesUnits = m_namesUnits || node.role.role == Role::UnitOf;
    if (previous == noNode)
        nodes[parent].first = index;
    else
        nodes[previous].next = index;
    ++nodes[parent].count;
    previous = index;
    return index;
}

void Tree::read(const simdjson::dom::element &json, const Limits &limits, bool hugeIntegers)
{
    start(limits);
    m_hugeIntegers = hugeIntegers;
    readElement(0, json, 0);
}

void Tree::readText(std::string_view text)
{
    start(Limits());
    nodes[0].type = Node::Type::Text;
    nodes[0].text = text;
}

void Tree::readElement(NodeIndex index, const simdjson::dom::element &json, int depth)
{
    using simdjson::dom::element_type;
    constexpr double exactBelow = 9'223'372'036'854'775'808.0;
    const auto set = [&](Node::Type type, std::uint64_t bits) {
        nodes[index].type = type;
        nodes[index].bits = bits;
    };
    NodeIndex previous = noNode;
    switch (json.type()) {
    case element_type::ARRAY:
        set(Node::Type::Array, 0);
        if (depth >= m_maxNesting) {
            m_nestingCut = true;
            return;
        }
        for (const simdjson::dom::element item : simdjson::dom::array(json)) {
            if (nodes.size() >= m_maxNodes) {
                m_sizeCut = true;
                return;
            }
            readElement(add(index, previous, {}), item, depth + 1);
        }
        return;
    case element_type::OBJECT:
        set(Node::Type::Object, 0);
        if (depth >= m_maxNesting) {
            m_nestingCut = true;
            return;
        }
        for (const auto member : simdjson::dom::object(json)) {
            if (nodes.size() >= m_maxNodes) {
                m_sizeCut = true;
                return;
            }
            readElement(add(index, previous, member.key), member.value, depth + 1);
        }
        dropDuplicates(nodes[index]);
        return;
    case element_type::INT64:
        return set(Node::Type::Integer, std::bit_cast<std::uint64_t>(std::int64_t(json)));
    case element_type::UINT64:
        return set(Node::Type::Natural, std::uint64_t(json));
    case element_type::DOUBLE: {
        const double value = json;
        set(Node::Type::Real, std::bit_cast<std::uint64_t>(value));
        nodes[index].inexact = m_hugeIntegers && (value >= exactBelow || value <= -exactBelow);
        return;
    }
    case element_type::STRING:
        nodes[index].type = Node::Type::Text;
        nodes[index].text = json;
        return;
    case element_type::BOOL:
        return set(Node::Type::Bool, bool(json) ? 1 : 0);
    case element_type::NULL_VALUE:
        return;
    }
}

void Tree::dropDuplicates(const Node &object)
{
    constexpr std::uint32_t fewMembers = 16;
    const auto dropEarlier = [this](Node &earlier, const Node &later) {
        if (earlier.role.hash == later.role.hash && earlier.key == later.key && !earlier.used) {
            earlier.used = true;
            earlier.role.role = Role::None;
            m_duplicates = true;
        }
    };
    if (object.count <= fewMembers) {
        for (NodeIndex a = object.first; a != noNode; a = nodes[a].next) {
            for (NodeIndex b = nodes[a].next; b != noNode; b = nodes[b].next)
                dropEarlier(nodes[a], nodes[b]);
        }
        return;
    }
    std::vector<NodeIndex> order;
    order.reserve(object.count);
    for (NodeIndex index = object.first; index != noNode; index = nodes[index].next)
        order.push_back(index);
    std::sort(order.begin(), order.end(), [this](NodeIndex a, NodeIndex b) {
        const int compared = nodes[a].key.compare(nodes[b].key);
        return compared != 0 ? compared < 0 : a < b;
    });
    for (std::size_t i = 1; i < order.size(); ++i)
        dropEarlier(nodes[order[i - 1]], nodes[order[i]]);
}

} // namespace decode
