// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/walker.h"

#include "models/decode/finish.h"
#include "models/decode/scalar.h"
#include "models/decode/text.h"
#include "models/decode/units.h"

namespace decode {

using telemetry::Quality;
using telemetry::Value;

Walker::Walker(Workspace &workspace, Input &in, Output &out)
    : m_workspace(workspace)
    , m_tree(workspace.tree)
    , m_in(in)
    , m_out(out)
    , m_topicDevice(out.keep(workspace.topic->recordDevice))
    , m_topicPrefix(workspace.topic->recordPrefix)
{
}

void Walker::run()
{
    run(Scope());
}

void Walker::run(Scope scope)
{
    scope.root = true;
    readRoot(0, scope);
    m_out.outcome = Outcome::Decoded;
    if (m_tree.nestingCut())
        noteCap(m_out,
                Tr::tr("What is nested deeper than %1 levels was left out.")
                    .arg(m_in.limits.maxNesting)
                    .toStdString());
    if (m_tree.sizeCut())
        noteCap(m_out,
                Tr::tr("The payload has too many values; the rest was left out.").toStdString());
    if (m_tree.duplicates())
        note(
            m_out,
            Tr::tr("A member name occurs twice in one object; the last one counts.").toStdString());
    if (!m_in.jsonNote().empty())
        note(m_out, translated(m_in.jsonNote()));
}

void Walker::readRoot(NodeIndex root, Scope scope)
{
    const Node &node = m_tree.at(root);
    if (node.isObject()) {
        scope.path = m_topicPrefix;
        readObject(root, scope);
        return;
    }
    // A bare value or a list of bare values is named as a scalar is: by the last level of the
    // topic.
    const bool records =
        node.isArray() && node.first != noNode && m_tree.at(node.first).isContainer();
    scope.path = records ? m_topicPrefix : std::string_view(m_workspace.topic->scalarSignal);
    if (!records && scope.device.empty())
        scope.device = m_out.keep(m_workspace.topic->scalarDevice);
    if (node.isArray())
        readArray(root, scope.path, scope);
    else
        readMember(m_tree.at(root), scope.path, scope, {});
}

Walker::Members Walker::membersOf(NodeIndex object)
{
    Members members;
    members.byRole.fill(noNode);
    for (NodeIndex index = m_tree.at(object).first; index != noNode;
         index = m_tree.at(index).next) {
        const Node &node = m_tree.at(index);
        if (node.role.role == Role::None || node.used)
            continue;
        NodeIndex &best = members.byRole[static_cast<std::size_t>(node.role.role)];
        if (best == noNode || node.role.rank < m_tree.at(best).role.rank)
            best = index;
    }
    return members;
}

Node *Walker::member(const Members &members, Role role)
{
    const NodeIndex index = members.at(role);
    return index == noNode || m_tree.at(index).used ? nullptr : &m_tree.at(index);
}

void Walker::readObject(NodeIndex index, Scope scope)
{
    Members members = membersOf(index);
    takeHeader(members, scope);
    takeTime(index, scope);
    if (scope.root)
        takeSequence(members);
    takeDevice(members, scope);
    scope.root = false;
    if (!readResult(index, members, scope) && readValueRecord(index, members, scope))
        return;
    std::string_view loneUnit;
    if (Node *unit = member(members, Role::Unit); unit && unit->isText()) {
        std::size_t numbers = 0;
        m_tree.forEach(m_tree.at(index),
                       [&](const Node &node) { numbers += node.isNumber() && !node.used; });
        if (numbers == 1) {
            loneUnit = unit->text;
            unit->used = true;
        }
    }
    readRest(index, scope, loneUnit);
}

void Walker::readRest(NodeIndex index, const Scope &scope, std::string_view loneUnit)
{
    for (NodeIndex child = m_tree.at(index).first; child != noNode; child = m_tree.at(child).next) {
        Node &node = m_tree.at(child);
        if (node.used || full())
            continue;
        const bool mayHaveUnit = node.isNumber() || node.isText() || node.type == Node::Type::Null;
        const std::string_view unit = !mayHaveUnit ? std::string_view()
            : loneUnit.empty() || !node.isNumber() ? unitOf(index, node)
                                                   : loneUnit;
        if (node.used)
            continue;
        readMember(node, joined(scope.path, node.key.empty() ? std::string_view("_") : node.key),
                   scope, unit);
    }
}

void Walker::readMember(Node &node, std::string_view path, const Scope &scope,
                        std::string_view unit)
{
    const auto index = static_cast<NodeIndex>(&node - m_tree.nodes.data());
    if (node.isObject()) {
        Scope inner = scope;
        inner.root = false;
        inner.path = path;
        const bool container = node.role.role == Role::Container;
        inner.inference = container;
        if (!container)
            inner.resultPath = joined(scope.resultPath, node.key);
        readObject(index, inner);
    } else if (node.isArray()) {
        readArray(index, path, scope);
    } else {
        emit(node, path, scope, unit);
    }
}

void Walker::emit(const Node &node, std::string_view path, const Scope &scope,
                  std::string_view unit, Quality quality)
{
    if (full())
        return;
    Sample &sample = m_out.samples.emplace_back();
    sample.device = scope.device.empty() ? m_topicDevice : scope.device;
    sample.signal = m_out.keep(path);
    sample.unit = m_out.keep(unit);
    sample.time = scope.time;
    sample.quality = node.inexact ? Quality::Unknown : quality;
    if (node.type == Node::Type::Null) {
        sample.quality = Quality::Missing;
    } else if (node.isText() || node.type == Node::Type::Bytes) {
        sample.value = Value::string(m_out.keep(node.text));
        sample.declared = telemetry::ValueType::Text;
        const char first = node.text.empty() ? 'x' : node.text.front();
        const bool mayBeNumber =
            isDigit(first) || first == '-' || first == '+' || first == '.' || first == ' ';
        const Role role = node.role.role;
        if (mayBeNumber
            && (role == Role::Value || role == Role::WeakValue || startsWithQuantity(node.key))) {
            if (const auto number = numberAndUnit(sample.value.text)) {
                sample.value = number->value;
                sample.unit = number->unit.empty() ? sample.unit : number->unit;
            }
        }
    } else {
        sample.value = node.value();
    }
    if (sample.quality != Quality::Missing)
        sample.declared = sample.value.type;
}

bool Walker::full()
{
    if (m_out.samples.size() < m_in.limits.maxSamples)
        return false;
    noteCap(m_out,
            Tr::tr("Only the first %1 samples of the payload were read.")
                .arg(m_in.limits.maxSamples)
                .toStdString());
    return true;
}

std::string_view Walker::joined(std::string_view path, std::string_view name)
{
    if (path.empty() || name.empty())
        return path.empty() ? name : path;
    constexpr std::size_t longest = 4'096; // finish() cuts names much earlier
    if (path.size() + name.size() > longest)
        return m_out.keep(cutUtf8(path, longest), "/", cutUtf8(name, longest));
    return m_out.keep(path, "/", name);
}

/// The unit that a sibling (`temperature_unit`) or the name itself gives.
std::string_view Walker::unitOf(NodeIndex object, const Node &node)
{
    constexpr std::size_t longestUnit = 32;
    if (!m_tree.namesUnits())
        return node.isNumber() ? unitFromName(node.key) : std::string_view();
    for (NodeIndex index = m_tree.at(object).first; index != noNode;
         index = m_tree.at(index).next) {
        Node &sibling = m_tree.at(index);
        if (sibling.role.role != Role::UnitOf || !sibling.isText()
            || sibling.text.size() > longestUnit || !sibling.key.starts_with(node.key)
            || &sibling == &node)
            continue;
        const std::string_view tail = sibling.key.substr(node.key.size());
        if (tail == "_unit" || tail == "Unit" || tail == "_units" || tail == "Units"
            || tail == "_uom" || tail == "-unit") {
            sibling.used = true;
            return sibling.text;
        }
    }
    return node.isNumber() ? unitFromName(node.key) : std::string_view();
}

} // namespace decode
