// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/text.h"
#include "models/decode/timetext.h"
#include "models/decode/walker.h"

#include <algorithm>
#include <charconv>

namespace decode {

namespace {

/// 8-4-4-4-12 hexadecimal digits: rather one message's id than a device's.
bool isUuid(std::string_view text)
{
    return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-'
        && text[23] == '-';
}

} // namespace

TimeNs Walker::timeOf(const Node &node) const
{
    switch (node.type) {
    case Node::Type::Integer:
        return timeOfNumber(std::bit_cast<std::int64_t>(node.bits));
    case Node::Type::Real:
        return timeOfNumber(node.number());
    case Node::Type::Text:
        return timeOfText(node.text);
    default:
        return base::noTime;
    }
}

/// The best named member that really is a time; further ones that are times too say the same again.
void Walker::takeTime(NodeIndex object, Scope &scope)
{
    std::uint8_t best = UINT8_MAX;
    for (NodeIndex index = m_tree.at(object).first; index != noNode;
         index = m_tree.at(index).next) {
        Node &node = m_tree.at(index);
        if (node.role.role != Role::Time || node.used)
            continue;
        const TimeNs time = timeOf(node);
        if (time == base::noTime)
            continue;
        node.used = true;
        if (node.role.rank < best) {
            best = node.role.rank;
            scope.time = time;
        }
    }
}

/// An id that a topic level repeats means the device that the topic names up to there, so that
/// messages with and without the id stay one device.
void Walker::setDevice(std::string_view id, Scope &scope)
{
    const auto level = std::find(m_in.levels.begin(), m_in.levels.end(), id);
    const std::string_view topicDevice = m_workspace.topic->recordDevice;
    if (level != m_in.levels.end()) {
        const std::size_t found = topicDevice.find(id);
        const std::size_t end = found + id.size();
        if (found != std::string_view::npos
            && (end == topicDevice.size() || topicDevice[end] == '/')
            && (found == 0 || topicDevice[found - 1] == '/')) {
            scope.device = m_out.keep(topicDevice.substr(0, end));
            if (end < topicDevice.size() && scope.root)
                scope.path = joined(m_out.keep(topicDevice.substr(end + 1)), scope.path);
            return;
        }
    }
    scope.device = m_out.keep(id);
    if (scope.root && m_out.sequence >= 0)
        m_out.sequenceScope = m_out.keep(m_in.message.topic, " ", id);
}

void Walker::takeDevice(Members &members, Scope &scope)
{
    constexpr std::size_t longestId = 128;
    if (Node *node = member(members, Role::DeviceId)) {
        char digits[24];
        std::string_view id = node->text;
        if (node->isInteger()) {
            const auto end = node->type == Node::Type::Integer
                ? std::to_chars(digits, digits + sizeof digits,
                                std::bit_cast<std::int64_t>(node->bits))
                      .ptr
                : std::to_chars(digits, digits + sizeof digits, node->bits).ptr;
            id = {digits, static_cast<std::size_t>(end - digits)};
        }
        if ((node->isText() || node->isInteger()) && !id.empty() && id.size() <= longestId) {
            node->used = true;
            setDevice(id, scope);
            return;
        }
    }
    Node *node = member(members, Role::PlainId);
    if (!node || !scope.root)
        return;
    // A bare `id` is often the message's: a number or UUID names a device only where nothing else
    // does.
    char digits[24];
    std::string_view id = node->text;
    if (node->type == Node::Type::Integer && m_workspace.topic->generic) {
        const auto end =
            std::to_chars(digits, digits + sizeof digits, std::bit_cast<std::int64_t>(node->bits))
                .ptr;
        id = {digits, static_cast<std::size_t>(end - digits)};
    } else if (!node->isText() || (isUuid(id) && !m_workspace.topic->generic)) {
        return;
    }
    if (!id.empty() && id.size() <= longestId) {
        node->used = true;
        setDevice(id, scope);
    }
}

void Walker::takeSequence(const Members &members)
{
    Node *node = member(members, Role::Sequence);
    if (!node || !node->isInteger())
        return;
    const std::int64_t number = std::bit_cast<std::int64_t>(node->bits);
    if (number < 0)
        return;
    node->used = true;
    m_out.sequence = number;
}

void Walker::takeHeader(const Members &members, Scope &scope)
{
    const Node *header = member(members, Role::Header);
    if (!scope.root || !header || !header->isObject())
        return;
    const NodeIndex index = members.at(Role::Header);
    takeTime(index, scope);
    Members inner = membersOf(index);
    takeSequence(inner);
    takeDevice(inner, scope);
}

} // namespace decode
