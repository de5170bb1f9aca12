// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ESPHome nodes without Home Assistant discovery: <prefix>/<component>/<object>/state, the log on
// <prefix>/debug, identity on esphome/discover/<node>. The device is the prefix, a signal
// "<component>/<object>". Source: esphome.io, "MQTT Client Component".
#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"
#include "models/decode/learned.h"
#include "models/decode/scalar.h"

#include <algorithm>
#include <array>

namespace decode {

using simdjson::dom::element;

namespace {

constexpr std::size_t maxNodes = 50'000;

bool isComponent(std::string_view level)
{
    constexpr std::array<std::string_view, 20> components{"alarm_control_panel",
                                                          "binary_sensor",
                                                          "button",
                                                          "climate",
                                                          "cover",
                                                          "date",
                                                          "datetime",
                                                          "event",
                                                          "fan",
                                                          "light",
                                                          "lock",
                                                          "media_player",
                                                          "number",
                                                          "select",
                                                          "sensor",
                                                          "switch",
                                                          "text",
                                                          "text_sensor",
                                                          "update",
                                                          "valve"};
    return std::find(components.begin(), components.end(), level) != components.end();
}

/// "[D][sensor:094]: ..." with or without the colours of a terminal.
bool isLogLine(std::string_view text)
{
    if (text.starts_with("\x1b[")) {
        const std::size_t end = text.find('m');
        if (end == std::string_view::npos || end > 12)
            return false;
        text.remove_prefix(end + 1);
    }
    return text.size() > 5 && text[0] == '[' && text[2] == ']' && text[3] == '['
        && std::string_view("EWICDV").find(text[1]) != std::string_view::npos;
}

class EspHome final : public Convention
{
public:
    std::string_view name() const override { return "esphome"; }

    bool mayTake(std::span<const std::string_view> levels) const override
    {
        return (levels.size() >= 2 && levels.back() == "debug")
            || (levels.size() == 3 && levels[0] == "esphome")
            || (levels.size() >= 4 && isComponent(levels[levels.size() - 3]));
    }

    bool decode(Input &in, Output &out) override
    {
        const auto levels = in.levels;
        const std::string_view last = levels.back();
        if (last == "debug" && levels.size() >= 2 && isLogLine(in.message.payload)) {
            keep(QT_TRANSLATE_NOOP("decode::Tr", "A line of an ESPHome node's log."), out);
            return true;
        }
        if (levels.size() == 3 && levels[0] == "esphome" && levels[1] == "discover")
            return decodeDiscovery(in, out);
        if (levels.size() < 4 || !isComponent(levels[levels.size() - 3]))
            return false;
        if (last == "state")
            return decodeState(in, out);
        if (last != "command" || !isPlainText(in.message.payload))
            return false;
        keep(QT_TRANSLATE_NOOP("decode::Tr", "A command to an ESPHome node, not telemetry."), out);
        return true;
    }

private:
    void keep(const char *sentence, Output &out) const
    {
        out.decoder = name();
        addReason(out, sentence);
    }

    bool decodeDiscovery(Input &in, Output &out)
    {
        const element *json = in.json();
        if (json == nullptr || textAt(*json, "mac").empty())
            return false;
        out.decoder = name();
        const std::string_view given = textAt(*json, "name");
        const std::string_view device =
            out.keep(cutUtf8(given.empty() ? in.levels[2] : given, in.limits.maxNameBytes));
        const auto fact = [&](Fact::Kind kind, std::string_view text) {
            if (!text.empty())
                addFact(out, in.limits, kind, device,
                        out.keep(cutUtf8(text, in.limits.maxTextBytes)));
        };
        addFact(out, in.limits, Fact::Kind::Protocol, device, "ESPHome");
        fact(Fact::Kind::DisplayName, textAt(*json, "friendly_name"));
        fact(Fact::Kind::Firmware, textAt(*json, "version"));
        fact(Fact::Kind::Model, textAt(*json, "board"));
        fact(Fact::Kind::Hardware, textAt(*json, "platform"));
        fact(Fact::Kind::Serial, textAt(*json, "mac"));
        if (const std::string_view ip = textAt(*json, "ip"); !ip.empty())
            addFact(out, in.limits, Fact::Kind::Attribute, device,
                    out.keep("ip=", cutUtf8(ip, 64)));
        out.outcome = Outcome::Decoded;
        return true;
    }

    bool decodeState(Input &in, Output &out)
    {
        const std::string_view text = trimmed(in.message.payload);
        if (text.empty() || !isPlainText(text))
            return false;
        const auto levels = in.levels;
        const std::string_view component = levels[levels.size() - 3];
        const std::string_view object = levels[levels.size() - 2];
        const std::string_view topic = in.message.topic;
        const std::size_t end = topic.size() - component.size() - object.size() - 8; // "///state"
        Sample sample;
        sample.device = out.keep(cutUtf8(topic.substr(0, end), in.limits.maxNameBytes));
        if (sample.device.empty() || object.empty())
            return false;
        const std::string_view signal =
            out.keep(component, "/", cutUtf8(object, in.limits.maxNameBytes));
        const element *json = text.front() == '{' ? in.json() : nullptr;
        if (text.front() == '{' && (json == nullptr || !json->is_object()))
            return false;
        out.decoder = name();
        introduce(sample.device, in, out);
        if (json == nullptr) {
            readScalar(text, sample);
            const telemetry::Value value = sample.value;
            addSample(out, in.limits, sample, signal, value);
        } else { // lights and the like
            std::string path(signal);
            forLeaves(*json, path, in.limits.maxNesting,
                      [&](std::string_view leaf, const element &value) {
                          return addJson(out, in.limits, sample, leaf, value);
                      });
        }
        findPredictions(out, 0, nullptr);
        settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The state of the ESPHome entity is empty."));
        return true;
    }

    /// Once per node.
    void introduce(std::string_view device, Input &in, Output &out)
    {
        if (findIn(m_nodes, device) || m_nodes.size() >= maxNodes)
            return;
        m_nodes.emplace(device, true);
        addFact(out, in.limits, Fact::Kind::Protocol, device, "ESPHome");
    }

    ByName<bool> m_nodes; ///< introduced
};

} // namespace

std::unique_ptr<Convention> makeEspHome()
{
    return std::make_unique<EspHome>();
}

} // namespace decode
