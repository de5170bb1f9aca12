// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/homeassistanttemplate.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace decode::homeassistant {

/// A state that an entity takes from a topic.
struct Reading
{
    std::string topic;
    std::string device;
    std::string signal;
    std::string unit;
    std::string component; ///< "sensor", "switch", ...
    std::string on; ///< payloads that mean true and false; empty: not a switch
    std::string off;
    ValueTemplate value;
    std::string otherTemplate; ///< the text of a template that is not evaluated
    bool attributes = false; ///< json_attributes_topic
};

/// A topic that says whether the device is there.
struct Presence
{
    enum class State : std::uint8_t { Unknown, Up, Down };
    std::string topic;
    std::string up;
    std::string down;
    ValueTemplate value;
    State state = State::Unknown;
};

/// What one discovery message announces.
struct Config
{
    enum class Mode : std::uint8_t { Latest, All, Any };
    std::string device;
    std::vector<Reading> readings;
    std::vector<Presence> presences;
    Mode mode = Mode::Latest;
    bool cut = false; ///< more components than are taken
};

/// Who announces: <prefix>/<component>/[<node>/]<object>/config.
struct Place
{
    std::string_view prefix; ///< its last level
    std::string_view component;
    std::string_view node; ///< mostly empty
    std::string_view object;
};

/// False when the topic is no discovery topic.
bool placeOf(std::span<const std::string_view> levels, Place &place);

/// Member by its long or short name (MQTT discovery abbreviations); the long one wins.
std::optional<simdjson::dom::element> option(const simdjson::dom::element &object,
                                             std::string_view longName, std::string_view shortName);
std::string_view textOption(const simdjson::dom::element &object, std::string_view longName,
                            std::string_view shortName);

/// True when the object looks like the announcement of an entity or a device.
bool isAnnouncement(const simdjson::dom::element &json, const Place &place);

Config parseConfig(const simdjson::dom::element &json, const Place &place);

} // namespace decode::homeassistant
