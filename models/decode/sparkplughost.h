// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What a Sparkplug host application needs beside decoding: the order of messages, and the one
// command it may have to give. Source: Eclipse Sparkplug Specification 3.0.0, 5.4, 6.4.

namespace decode {

/// A message of an edge node, as far as its order goes.
struct SparkplugStep
{
    enum class Kind : std::uint8_t {
        Birth, ///< NBIRTH: the count starts anew
        Death, ///< NDEATH: has no sequence number
        Counted, ///< everything else that the node sends
    };
    Kind kind = Kind::Counted;
    bool deviceBirth = false; ///< DBIRTH: its node's birth comes before it
    std::string_view group;
    std::string_view edge;
    int sequence = -1; ///< 0..255; -1: the payload does not show one (a compressed one)
};

/// Empty when the topic is no edge node's (commands and states are not). Pure; reads only the
/// payload's outermost fields.
std::optional<SparkplugStep> sparkplugStep(std::string_view topic, std::string_view payload);

/// Topic of commands to "group/edge"; empty when that is no such name, or was cut by a limit.
std::string sparkplugCommandTopic(std::string_view node);
/// The payload that asks an edge node for its births: Node Control/Rebirth = true, by name,
/// without sequence number (tck-id-payloads-ncmd-*). `now` in ns since the epoch.
std::string sparkplugRebirth(std::int64_t now);

} // namespace decode
