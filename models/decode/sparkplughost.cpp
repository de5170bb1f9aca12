// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/sparkplughost.h"

#include "models/decode/sparkplugwire.h"

#include <array>

namespace decode {

namespace {

/// A protobuf varint at the start of `bytes`, which it takes away.
bool takeVarint(std::string_view &bytes, std::uint64_t &value)
{
    value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (bytes.empty())
            return false;
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0)
            return true;
    }
    return false;
}

/// Field `seq` (3) of a Payload; -1 when there is none or the bytes are no protobuf.
int sequenceOf(std::string_view bytes)
{
    int sequence = -1;
    std::uint64_t tag = 0;
    std::uint64_t value = 0;
    while (!bytes.empty()) {
        if (!takeVarint(bytes, tag))
            return -1;
        std::size_t skip = 0;
        switch (tag & 7) {
        case 0:
            if (!takeVarint(bytes, value))
                return -1;
            if (tag >> 3 == 3)
                sequence = static_cast<int>(value & 0xff);
            break;
        case 1:
            skip = 8;
            break;
        case 2:
            if (!takeVarint(bytes, value) || value > bytes.size())
                return -1;
            skip = value;
            break;
        case 5:
            skip = 4;
            break;
        default:
            return -1;
        }
        if (skip > bytes.size())
            return -1;
        bytes.remove_prefix(skip);
    }
    return sequence;
}

} // namespace

std::optional<SparkplugStep> sparkplugStep(std::string_view topic, std::string_view payload)
{
    constexpr std::string_view prefix = "spBv1.0/";
    if (!topic.starts_with(prefix))
        return {};
    std::array<std::string_view, 4> levels; // group, type, edge, device
    std::size_t count = 0;
    for (std::string_view rest = topic.substr(prefix.size());;) {
        const std::size_t slash = rest.find('/');
        if (count == levels.size())
            return {};
        levels[count++] = rest.substr(0, slash);
        if (slash == std::string_view::npos)
            break;
        rest.remove_prefix(slash + 1);
    }
    const std::string_view type = levels[1];
    const bool ofNode = count == 3 && type.starts_with('N');
    if ((!ofNode && (count != 4 || !type.starts_with('D'))) || levels[0].empty()
        || levels[2].empty())
        return {};
    const std::string_view verb = type.substr(1);
    if (verb != "BIRTH" && verb != "DEATH" && verb != "DATA")
        return {};
    SparkplugStep step;
    step.group = levels[0];
    step.edge = levels[2];
    if (ofNode && verb != "DATA")
        step.kind = verb == "BIRTH" ? SparkplugStep::Kind::Birth : SparkplugStep::Kind::Death;
    step.deviceBirth = !ofNode && verb == "BIRTH";
    step.sequence = sequenceOf(payload);
    return step;
}

std::string sparkplugCommandTopic(std::string_view node)
{
    constexpr std::size_t cutFrom = 256; // Limits::maxNameBytes: a longer name may have been cut
    const std::size_t slash = node.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == node.size()
        || node.size() >= cutFrom || node.find('/', slash + 1) != std::string_view::npos
        || node.find_first_of(std::string_view("+#\0", 3)) != std::string_view::npos)
        return {};
    return "spBv1.0/" + std::string(node.substr(0, slash)) + "/NCMD/"
        + std::string(node.substr(slash + 1));
}

std::string sparkplugRebirth(std::int64_t now)
{
    constexpr std::int64_t nsPerMs = 1'000'000;
    constexpr std::uint32_t boolean = 11;
    spb::Payload payload;
    payload.set_timestamp(static_cast<std::uint64_t>(now / nsPerMs));
    spb::Metric *metric = payload.add_metrics();
    metric->set_name("Node Control/Rebirth");
    metric->set_timestamp(payload.timestamp());
    metric->set_datatype(boolean);
    metric->set_boolean_value(true);
    return payload.SerializeAsString();
}

} // namespace decode
