// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/finish.h"
#include "models/decode/text.h"
#include "models/decode/units.h"
#include "models/decode/walker.h"

#include <charconv>

namespace decode {

using telemetry::Quality;

namespace {

constexpr std::uint32_t shownOfArray = 32;

std::string_view numbered(std::size_t index, char (&digits)[24])
{
    const auto end = std::to_chars(digits, digits + sizeof digits, index).ptr;
    return {digits, static_cast<std::size_t>(end - digits)};
}

/// Quality words and OPC codes as senders write them; unknown words leave the value as it is.
Quality qualityOf(const Node &node)
{
    if (node.isText()) {
        if (equalIgnoringCase(node.text, "bad") || equalIgnoringCase(node.text, "fail"))
            return Quality::Fail;
        if (equalIgnoringCase(node.text, "uncertain") || equalIgnoringCase(node.text, "suspect"))
            return Quality::Suspect;
        if (equalIgnoringCase(node.text, "unknown"))
            return Quality::Unknown;
        return equalIgnoringCase(node.text, "stale") ? Quality::Stale : Quality::Good;
    }
    if (node.type == Node::Type::Bool)
        return node.bits != 0 ? Quality::Good : Quality::Fail;
    if (node.isInteger() && (node.bits == 0 || node.bits == 500))
        return node.bits == 0 ? Quality::Fail : Quality::Stale;
    return Quality::Good;
}

} // namespace

/// `{"value":x,"unit":u}`, `{"name":n,"value":x}`. What else stands in the object goes below it.
bool Walker::readValueRecord(NodeIndex index, const Members &members, Scope &scope)
{
    Node *value = member(members, Role::Value);
    Node *name = member(members, Role::Name);
    Node *unit = member(members, Role::Unit);
    if (name && !name->isText())
        name = nullptr;
    if (unit && !unit->isText())
        unit = nullptr;
    if (!value && (name || unit))
        value = member(members, Role::WeakValue);
    if (!value || value->isContainer())
        return false;
    std::string_view path = joined(scope.path, name ? name->text : std::string_view());
    if (!name && scope.resultPath.empty() && scope.device.empty() && path == m_topicPrefix) {
        // Only the topic names it: `site/dev/temperature` {"value":21.5}
        scope.device = m_out.keep(m_workspace.topic->scalarDevice);
        path = m_workspace.topic->scalarSignal;
    } else if (path.empty()) {
        path = value->key;
    }
    Quality quality = Quality::Good;
    if (Node *node = member(members, Role::Quality)) {
        quality = qualityOf(*node);
        node->used = true;
    }
    value->used = true;
    if (name)
        name->used = true;
    if (unit)
        unit->used = true;
    emit(*value, path, scope, unit ? unit->text : unitFromName(path), quality);
    scope.path = path;
    readRest(index, scope, {});
    return true;
}

void Walker::readArray(NodeIndex index, std::string_view path, const Scope &scope)
{
    const Node array = m_tree.at(index);
    if (array.first == noNode)
        return;
    if (m_tree.at(array.first).isObject()) {
        if (!readDetections(index, path, scope))
            readRecords(index, path, scope);
        return;
    }
    std::size_t position = 0;
    for (NodeIndex child = array.first; child != noNode && !full();
         child = m_tree.at(child).next, ++position) {
        if (position >= shownOfArray) {
            noteCap(m_out,
                    Tr::tr("%1 is a list of %2 values; the first %3 were read.")
                        .arg(excerpt(path))
                        .arg(array.count)
                        .arg(shownOfArray)
                        .toStdString());
            return;
        }
        char digits[24];
        readMember(m_tree.at(child), joined(path, numbered(position, digits)), scope, {});
    }
}

void Walker::readRecords(NodeIndex index, std::string_view path, const Scope &scope)
{
    const Node array = m_tree.at(index);
    std::size_t position = 0;
    for (NodeIndex child = array.first; child != noNode && !full();
         child = m_tree.at(child).next, ++position)
        readRecord(child, position, array.count == 1, path, scope);
}

/// A record that has a time, a device or a name of its own needs no number in its path.
void Walker::readRecord(NodeIndex record, std::size_t position, bool lone, std::string_view path,
                        const Scope &scope)
{
    char digits[24];
    if (!m_tree.at(record).isObject()) {
        readMember(m_tree.at(record), joined(path, numbered(position, digits)), scope, {});
        return;
    }
    Members members = membersOf(record);
    Scope inner = scope;
    inner.path = path;
    const TimeNs outer = inner.time;
    inner.time = base::noTime;
    takeTime(record, inner);
    const bool timed = inner.time != base::noTime;
    inner.time = timed ? inner.time : outer;
    const Node *name = member(members, Role::Name);
    const Node *id = member(members, Role::PlainId);
    const bool named = name && name->isText();
    const bool hasValue = member(members, Role::Value) || member(members, Role::WeakValue);
    const bool device = member(members, Role::DeviceId) || (scope.root && id && id->isText());
    if (device) {
        if (!scope.root)
            inner.path = {}; // its device says whose it is, the list's name adds nothing
        takeDevice(members, inner);
    } else if (named && !hasValue) {
        inner.path = joined(path, name->text);
        inner.resultPath = joined(scope.resultPath, name->text);
        m_tree.at(members.at(Role::Name)).used = true;
    } else if (id && id->isText()) {
        inner.path = joined(path, id->text);
        m_tree.at(members.at(Role::PlainId)).used = true;
    } else if (!timed && !named && !(lone && scope.root)) {
        inner.path = joined(path, numbered(position, digits));
    }
    inner.root = false;
    readObject(record, inner);
}

} // namespace decode
