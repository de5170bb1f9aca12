// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/homeassistantconfig.h"

#include "models/decode/jsonleaves.h"

#include <algorithm>
#include <array>

namespace decode::homeassistant {

using simdjson::dom::element;

namespace {

constexpr std::size_t maxReadings = 512; ///< per announcement
constexpr std::size_t maxName = 200;
constexpr std::size_t maxTopic = 1'024;

constexpr std::array<std::string_view, 28> components{"alarm_control_panel",
                                                      "binary_sensor",
                                                      "button",
                                                      "camera",
                                                      "climate",
                                                      "cover",
                                                      "device",
                                                      "device_automation",
                                                      "device_tracker",
                                                      "event",
                                                      "fan",
                                                      "humidifier",
                                                      "image",
                                                      "lawn_mower",
                                                      "light",
                                                      "lock",
                                                      "notify",
                                                      "number",
                                                      "scene",
                                                      "select",
                                                      "sensor",
                                                      "siren",
                                                      "switch",
                                                      "tag",
                                                      "text",
                                                      "update",
                                                      "vacuum",
                                                      "valve"};

bool isComponent(std::string_view level)
{
    return std::find(components.begin(), components.end(), level) != components.end()
        || level == "water_heater";
}

/// A topic option besides state_topic, with the template that belongs to it.
struct Extra
{
    std::string_view topic;
    std::string_view shortTopic;
    std::string_view valueTemplate;
    std::string_view shortTemplate;
    std::string_view suffix;
};

constexpr Extra extras[]{
    {"current_temperature_topic", "curr_temp_t", "current_temperature_template", "curr_temp_tpl",
     "current temperature"},
    {"temperature_state_topic", "temp_stat_t", "temperature_state_template", "temp_stat_tpl",
     "target temperature"},
    {"temperature_high_state_topic", "temp_hi_stat_t", "temperature_high_state_template",
     "temp_hi_stat_tpl", "target temperature high"},
    {"temperature_low_state_topic", "temp_lo_stat_t", "temperature_low_state_template",
     "temp_lo_stat_tpl", "target temperature low"},
    {"current_humidity_topic", "curr_hum_t", "current_humidity_template", "curr_hum_tpl",
     "current humidity"},
    {"target_humidity_state_topic", "hum_stat_t", "target_humidity_state_template", "hum_state_tpl",
     "target humidity"},
    {"mode_state_topic", "mode_stat_t", "mode_state_template", "mode_stat_tpl", "mode"},
    {"fan_mode_state_topic", "fan_mode_stat_t", "fan_mode_state_template", "fan_mode_stat_tpl",
     "fan mode"},
    {"swing_mode_state_topic", "swing_mode_stat_t", "swing_mode_state_template",
     "swing_mode_stat_tpl", "swing mode"},
    {"preset_mode_state_topic", "pr_mode_stat_t", "preset_mode_value_template", "pr_mode_val_tpl",
     "preset"},
    {"action_topic", "act_t", "action_template", "act_tpl", "action"},
    {"percentage_state_topic", "pct_stat_t", "percentage_value_template", "pct_val_tpl",
     "percentage"},
    {"oscillation_state_topic", "osc_stat_t", "oscillation_value_template", "osc_val_tpl",
     "oscillation"},
    {"brightness_state_topic", "bri_stat_t", "brightness_value_template", "bri_val_tpl",
     "brightness"},
    {"color_temp_state_topic", "clr_temp_stat_t", "color_temp_value_template", "clr_temp_val_tpl",
     "colour temperature"},
    {"rgb_state_topic", "rgb_stat_t", "rgb_value_template", "rgb_val_tpl", "rgb"},
    {"effect_state_topic", "fx_stat_t", "effect_value_template", "fx_val_tpl", "effect"},
    {"position_topic", "pos_t", "position_template", "pos_tpl", "position"},
    {"tilt_status_topic", "tilt_status_t", "tilt_status_template", "tilt_status_tpl", "tilt"},
    {"latest_version_topic", "l_ver_t", "latest_version_template", "l_ver_tpl", "latest version"},
};

std::string fullTopic(std::string_view topic, std::string_view base)
{
    std::string result(topic.substr(0, maxTopic));
    if (base.empty() || result.empty())
        return result;
    if (result.front() == '~')
        result.replace(0, 1, base.substr(0, maxTopic));
    else if (result.back() == '~')
        result.replace(result.size() - 1, 1, base.substr(0, maxTopic));
    return result;
}

std::string_view firstIdentifier(const element &device)
{
    const auto ids = option(device, "identifiers", "ids");
    std::string_view text;
    if (ids && ids->is_string())
        return ids->get_string().value_unsafe();
    if (ids && ids->is_array() && ids->at(0).get(text) == simdjson::SUCCESS)
        return text;
    if (const auto connections = option(device, "connections", "cns"))
        if (connections->at_pointer("/0/1").get(text) == simdjson::SUCCESS)
            return text;
    return {};
}

std::string deviceName(const element &json, const Place &place)
{
    std::string_view name;
    if (const auto device = option(json, "device", "dev")) {
        name = trimmed(textAt(*device, "name"));
        if (name.empty())
            name = firstIdentifier(*device);
    }
    if (name.empty())
        name = place.node.empty() ? place.object : place.node;
    return std::string(cutUtf8(name, maxName));
}

/// The entity's name below its device, as Home Assistant shows it.
std::string signalName(const element &json, const Reading &reading, std::string_view object)
{
    std::string_view name = trimmed(textAt(json, "name"));
    if (name.size() > reading.device.size() + 1 && name.starts_with(reading.device)
        && name[reading.device.size()] == ' ')
        name = trimmed(name.substr(reading.device.size()));
    if (name.empty() || name == reading.device)
        name = reading.value.path();
    if (name.empty())
        name = textOption(json, "device_class", "dev_cla");
    if (name.empty())
        name = object;
    return std::string(cutUtf8(name, maxName));
}

std::string textOr(std::string_view text, std::string_view otherwise)
{
    return std::string((text.empty() ? otherwise : text).substr(0, 128));
}

bool isSwitch(std::string_view component)
{
    constexpr std::array<std::string_view, 6> names{"binary_sensor", "switch", "light",
                                                    "fan",           "siren",  "humidifier"};
    return std::find(names.begin(), names.end(), component) != names.end();
}

void setTemplate(Reading &reading, std::string_view text)
{
    reading.value = ValueTemplate::parse(text);
    if (reading.value.kind() == ValueTemplate::Kind::Other)
        reading.otherTemplate = cutUtf8(text, 256);
}

void addPresence(Config &config, const element &json, std::string_view topic, std::string_view base,
                 std::string_view valueTemplate)
{
    if (topic.empty() || config.presences.size() >= 16)
        return;
    Presence presence;
    presence.topic = fullTopic(topic, base);
    presence.up = textOr(textOption(json, "payload_available", "pl_avail"), "online");
    presence.down = textOr(textOption(json, "payload_not_available", "pl_not_avail"), "offline");
    presence.value = ValueTemplate::parse(valueTemplate);
    const auto same = [&](const Presence &other) { return other.topic == presence.topic; };
    if (std::none_of(config.presences.begin(), config.presences.end(), same))
        config.presences.push_back(std::move(presence));
}

void addPresences(Config &config, const element &json, std::string_view base)
{
    addPresence(config, json, textOption(json, "availability_topic", "avty_t"), base,
                textOption(json, "availability_template", "avty_tpl"));
    const auto list = option(json, "availability", "avty");
    if (list && list->is_array())
        for (const element entry : simdjson::dom::array(*list))
            addPresence(config, entry, textOption(entry, "topic", "t"), base,
                        textOption(entry, "value_template", "val_tpl"));
    else if (list)
        addPresence(config, *list, textOption(*list, "topic", "t"), base,
                    textOption(*list, "value_template", "val_tpl"));
    const std::string_view mode = textOption(json, "availability_mode", "avty_mode");
    if (mode == "all" || mode == "any")
        config.mode = mode == "all" ? Config::Mode::All : Config::Mode::Any;
}

bool addReading(Config &config, Reading reading)
{
    if (config.readings.size() >= maxReadings) {
        config.cut = true;
        return false;
    }
    config.readings.push_back(std::move(reading));
    return true;
}

void addEntity(Config &config, const element &json, std::string_view component,
               std::string_view object, std::string_view base, std::string_view sharedTopic)
{
    Reading reading;
    reading.device = config.device;
    reading.component = component.substr(0, 64);
    setTemplate(reading, textOption(json, "value_template", "val_tpl"));
    if (component == "light" && reading.value.kind() == ValueTemplate::Kind::None)
        setTemplate(reading, textOption(json, "state_value_template", "stat_val_tpl"));
    const std::string_view own = textOption(json, "state_topic", "stat_t");
    reading.topic = fullTopic(own.empty() ? sharedTopic : own, base);
    reading.unit = cutUtf8(textOption(json, "unit_of_measurement", "unit_of_meas"), 64);
    reading.signal = signalName(json, reading, object);
    if (isSwitch(component)) {
        reading.on = textOr(textOption(json, "payload_on", "pl_on"), "ON");
        reading.off = textOr(textOption(json, "payload_off", "pl_off"), "OFF");
        reading.on = textOr(textOption(json, "state_on", "stat_on"), reading.on);
        reading.off = textOr(textOption(json, "state_off", "stat_off"), reading.off);
    }
    const std::string signal = reading.signal;
    if (!reading.topic.empty() && !addReading(config, reading))
        return;
    for (const Extra &extra : extras) {
        Reading more;
        more.topic = fullTopic(textOption(json, extra.topic, extra.shortTopic), base);
        if (more.topic.empty())
            continue;
        more.device = config.device;
        more.component = reading.component;
        more.signal = signal + "/" + std::string(extra.suffix);
        setTemplate(more, textOption(json, extra.valueTemplate, extra.shortTemplate));
        const std::string_view unit = textOption(json, "temperature_unit", "temp_unit");
        if (extra.suffix.find("temperature") != std::string_view::npos && !unit.empty())
            more.unit = unit == "F" ? "°F" : "°C";
        if (!addReading(config, std::move(more)))
            return;
    }
    Reading attributes;
    attributes.topic = fullTopic(textOption(json, "json_attributes_topic", "json_attr_t"), base);
    attributes.device = config.device;
    attributes.attributes = true;
    if (!attributes.topic.empty())
        addReading(config, std::move(attributes));
}

} // namespace

std::optional<element> option(const element &object, std::string_view longName,
                              std::string_view shortName)
{
    const auto found = memberAt(object, longName);
    return found ? found : memberAt(object, shortName);
}

std::string_view textOption(const element &object, std::string_view longName,
                            std::string_view shortName)
{
    const std::string_view text = textAt(object, longName);
    return text.empty() ? textAt(object, shortName) : text;
}

bool placeOf(std::span<const std::string_view> levels, Place &place)
{
    const std::size_t count = levels.size();
    if (count < 4 || levels.back() != "config")
        return false;
    const bool withNode = count >= 5 && isComponent(levels[count - 4]);
    if (!withNode && !isComponent(levels[count - 3]))
        return false;
    place.object = levels[count - 2];
    place.node = withNode ? levels[count - 3] : std::string_view();
    place.component = levels[count - (withNode ? 4 : 3)];
    place.prefix = levels[count - (withNode ? 5 : 4)];
    return true;
}

bool isAnnouncement(const element &json, const Place &place)
{
    if (!json.is_object())
        return false;
    if (place.component == "device")
        return option(json, "components", "cmps").has_value();
    constexpr std::pair<std::string_view, std::string_view> marks[]{{"unique_id", "uniq_id"},
                                                                    {"state_topic", "stat_t"},
                                                                    {"command_topic", "cmd_t"},
                                                                    {"device", "dev"},
                                                                    {"topic", "t"},
                                                                    {"availability", "avty"}};
    return std::any_of(std::begin(marks), std::end(marks), [&](const auto &mark) {
        return option(json, mark.first, mark.second).has_value();
    });
}

Config parseConfig(const element &json, const Place &place)
{
    Config config;
    config.device = deviceName(json, place);
    const std::string_view base = textAt(json, "~");
    addPresences(config, json, base);
    const auto parts = option(json, "components", "cmps");
    if (place.component != "device" || !parts || !parts->is_object()) {
        addEntity(config, json, place.component, place.object, base, {});
        return config;
    }
    const std::string_view shared = textOption(json, "state_topic", "stat_t");
    for (const auto part : simdjson::dom::object(*parts)) {
        const std::string_view own = textAt(part.value, "~");
        addPresences(config, part.value, own.empty() ? base : own);
        simdjson::dom::object members;
        // A component with nothing but its platform is one that was removed.
        if (part.value.get(members) == simdjson::SUCCESS && members.size() > 1)
            addEntity(config, part.value, textOption(part.value, "platform", "p"), part.key,
                      own.empty() ? base : own, shared);
    }
    return config;
}

} // namespace decode::homeassistant
