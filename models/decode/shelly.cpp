// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shelly devices. Generation 1: shellies/<id>/..., one bare value per topic. Generation 2 and
// later: <prefix>/events/rpc with JSON-RPC notifications, <prefix>/status/<component>,
// <prefix>/online. The device is the id or the prefix, signals are "relay/0/power" or
// "switch:0/apower". Source: shelly-api-docs.shelly.cloud, "MQTT", "Notifications", "Status
// Report".
#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"
#include "models/decode/learned.h"
#include "models/decode/scalar.h"

#include <algorithm>

namespace decode {

using simdjson::dom::element;
using telemetry::Value;

namespace {

constexpr std::size_t maxDevices = 50'000;
constexpr std::string_view firstGeneration = "shellies";

struct Unit
{
    std::string_view leaf;
    std::string_view unit;
};

/// By the last level of the signal's name.
constexpr Unit units[]{
    {"act_power", "W"},
    {"apower", "W"},
    {"aprt_power", "VA"},
    {"battery", "%"},
    {"current", "A"},
    {"freq", "Hz"},
    {"humidity", "%"},
    {"lux", "lx"},
    {"percent", "%"},
    {"pos", "%"},
    {"power", "W"},
    {"reactive_power", "var"},
    {"returned_energy", "W.min"},
    {"rh", "%"},
    {"rssi", "dBm"},
    {"tC", "°C"},
    {"tF", "°F"},
    {"temperature", "°C"},
    {"temperature_f", "°F"},
    {"total", "Wh"},
    {"total_act_energy", "Wh"},
    {"total_returned", "Wh"},
    {"uptime", "s"},
    {"voltage", "V"},
};

std::string_view unitOf(std::string_view signal)
{
    const std::string_view leaf = signal.substr(signal.rfind('/') + 1);
    if (leaf == "energy") // counted in watt-minutes by the first generation
        return "W.min";
    for (const Unit &known : units)
        if (known.leaf == leaf)
            return known.unit;
    return {};
}

/// "switch:0", "sys", "temperature:100".
bool isComponent(std::string_view level)
{
    const std::size_t colon = level.find(':');
    const std::string_view word = level.substr(0, colon);
    const std::string_view number =
        colon == std::string_view::npos ? std::string_view() : level.substr(colon + 1);
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || isDigit(c); };
    return !word.empty() && std::all_of(word.begin(), word.end(), letter)
        && std::all_of(number.begin(), number.end(), isDigit)
        && (colon == std::string_view::npos || !number.empty());
}

class Shelly final : public Convention
{
public:
    std::string_view name() const override { return "shelly"; }

    bool mayTake(std::span<const std::string_view> levels) const override
    {
        return levels.size() >= 2
            && (levels[0] == firstGeneration || levels.back() == "rpc" || levels.back() == "online"
                || levels[levels.size() - 2] == "status");
    }

    bool decode(Input &in, Output &out) override
    {
        const auto levels = in.levels;
        const std::size_t count = levels.size();
        if (count < 2)
            return false;
        const std::string_view last = levels[count - 1];
        const std::string_view before = levels[count - 2];
        if (count >= 3 && before == "events" && last == "rpc")
            return decodeNotification(prefixOf(in, 2), in, out);
        if (count >= 3 && before == "status" && isComponent(last))
            return decodeStatus(prefixOf(in, 2), last, in, out);
        if (last == "online")
            return decodeOnline(prefixOf(in, 1), in, out);
        return levels[0] == firstGeneration && decodeFirst(in, out);
    }

private:
    struct Device
    {
        bool notifies = false; ///< sends events/rpc, which say the same with a time
    };

    /// The topic without its last levels; "shellies/" in front says nothing.
    static std::string_view prefixOf(Input &in, std::size_t levels)
    {
        std::string_view topic = in.message.topic;
        for (; levels > 0; --levels)
            topic = topic.substr(0, topic.rfind('/'));
        if (topic.starts_with("shellies/"))
            topic.remove_prefix(firstGeneration.size() + 1);
        return topic;
    }

    bool knows(std::string_view prefix) const
    {
        return findIn(m_devices, prefix) != nullptr
            || prefix.substr(prefix.rfind('/') + 1).starts_with("shelly");
    }

    /// Once per device.
    void introduce(std::string_view device, Input &in, Output &out)
    {
        if (findIn(m_devices, device) != nullptr || m_devices.size() >= maxDevices)
            return;
        m_devices.emplace(device, Device());
        addFact(out, in.limits, Fact::Kind::Protocol, device, "Shelly");
        addFact(out, in.limits, Fact::Kind::Manufacturer, device, "Shelly");
        out.claims.push_back({device, out.keep(device, "/online")});
    }

    std::string_view nameOf(std::string_view prefix, Input &in, Output &out) const
    {
        return out.keep(cutUtf8(prefix, in.limits.maxNameBytes));
    }

    bool decodeOnline(std::string_view prefix, Input &in, Output &out)
    {
        const std::string_view word = in.message.payload;
        if ((word != "true" && word != "false") || !knows(prefix))
            return false;
        out.decoder = name();
        Sample sample;
        sample.device = nameOf(prefix, in, out);
        sample.state = true;
        introduce(sample.device, in, out);
        addFact(out, in.limits, word == "true" ? Fact::Kind::Online : Fact::Kind::Offline,
                sample.device);
        addSample(out, in.limits, sample, "online", Value::boolean(word == "true"));
        out.outcome = Outcome::Decoded;
        return true;
    }

    bool decodeNotification(std::string_view prefix, Input &in, Output &out)
    {
        const element *json = in.json();
        const auto params = json ? memberAt(*json, "params") : std::nullopt;
        const std::string_view method = json ? textAt(*json, "method") : std::string_view();
        const std::string_view source = json ? textAt(*json, "src") : std::string_view();
        if (!params || !params->is_object() || source.empty() || !method.starts_with("Notify"))
            return false;
        out.decoder = name();
        Sample sample;
        sample.device = nameOf(prefix, in, out);
        introduce(sample.device, in, out);
        identify(sample.device, source, in, out);
        if (Device *known = findIn(m_devices, sample.device))
            known->notifies = true;
        if (const auto time = memberAt(*params, "ts"))
            sample.time = timeOf(*time);
        if (method == "NotifyEvent")
            addEvents(sample, *params, in, out);
        else
            addComponents(sample, *params, in, out);
        settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The Shelly notification has no values."));
        return true;
    }

    /// "shellyplus1pm-a8032ab12345": model and MAC address.
    static void identify(std::string_view device, std::string_view source, Input &in, Output &out)
    {
        const std::size_t dash = source.rfind('-');
        if (dash == std::string_view::npos || !source.starts_with("shelly") || source.size() > 64)
            return;
        addFact(out, in.limits, Fact::Kind::Model, device, out.keep(source.substr(0, dash)));
        addFact(out, in.limits, Fact::Kind::Serial, device, out.keep(source.substr(dash + 1)));
    }

    static void addComponents(const Sample &like, const element &components, Input &in, Output &out)
    {
        for (const auto component : simdjson::dom::object(components))
            if (component.value.is_object())
                addComponent(like, component.key, component.value, in, out);
    }

    static void addComponent(const Sample &like, std::string_view component, const element &values,
                             Input &in, Output &out)
    {
        std::string path(component.substr(0, 64));
        const std::size_t own = path.size() + 1;
        forLeaves(values, path, in.limits.maxNesting,
                  [&](std::string_view leaf, const element &value) {
                      const std::string_view inner = leaf.substr(own);
                      // Minute history and numbers of the component itself are no measurements.
                      if (inner == "id" || inner.find("by_minute/") != std::string_view::npos
                          || inner.ends_with("minute_ts"))
                          return true;
                      Sample sample = like;
                      sample.unit = value.is_number() ? unitOf(leaf) : std::string_view();
                      return addJson(out, in.limits, sample, leaf, value);
                  });
    }

    static void addEvents(const Sample &like, const element &params, Input &in, Output &out)
    {
        const auto events = memberAt(params, "events");
        if (!events || !events->is_array())
            return;
        for (const element event : simdjson::dom::array(*events)) {
            const std::string_view component = textAt(event, "component");
            const std::string_view what = textAt(event, "event");
            if (component.empty() || what.empty())
                continue;
            Sample sample = like;
            if (const auto time = memberAt(event, "ts"))
                sample.time = timeOf(*time);
            if (!addSample(out, in.limits, sample, out.keep(cutUtf8(component, 128), "/event"),
                           Value::string(what)))
                return;
        }
    }

    bool decodeStatus(std::string_view prefix, std::string_view component, Input &in, Output &out)
    {
        const element *json = in.json();
        if (json == nullptr || !json->is_object())
            return false;
        std::int64_t id = -1;
        const bool numbered = component.find(':') != std::string_view::npos
            && json->at_key("id").get(id) == simdjson::SUCCESS;
        if (!numbered && !knows(prefix))
            return false;
        out.decoder = name();
        Sample sample;
        sample.device = nameOf(prefix, in, out);
        introduce(sample.device, in, out);
        const Device *known = findIn(m_devices, sample.device);
        if (known && known->notifies && !in.message.retain) {
            addReason(out,
                      QT_TRANSLATE_NOOP("decode::Tr",
                                        "The same values come as a notification, with their "
                                        "time."));
            return true;
        }
        addComponent(sample, component, *json, in, out);
        settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The Shelly status has no values."));
        return true;
    }

    bool decodeFirst(Input &in, Output &out)
    {
        const auto levels = in.levels;
        if (levels.back() == "command") {
            out.decoder = name();
            addReason(out, QT_TRANSLATE_NOOP("decode::Tr", "A command to a Shelly device."));
            return true;
        }
        const bool toAll = levels.size() == 2; // shellies/announce
        if (levels.back() == "announce" || levels.back() == "info")
            return decodeAnnounce(toAll ? std::string_view() : levels[1], in, out);
        const std::string_view text = trimmed(in.message.payload);
        if (toAll || levels[1].empty() || text.empty() || !isPlainText(text))
            return false;
        out.decoder = name();
        Sample sample;
        sample.device = nameOf(levels[1], in, out);
        introduce(sample.device, in, out);
        const std::string_view signal =
            in.message.topic.substr(firstGeneration.size() + levels[1].size() + 2);
        const element *json = text.front() == '{' ? in.json() : nullptr;
        if (json != nullptr && json->is_object()) { // light/0/status and the like
            addComponent(sample, signal, *json, in, out);
            settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The Shelly status has no values."));
            return true;
        }
        readScalar(text, sample);
        const Value value = sample.value;
        if (value.type != telemetry::ValueType::Text && value.type != telemetry::ValueType::Bool)
            sample.unit = unitOf(signal);
        addSample(out, in.limits, sample, signal, value);
        out.outcome = Outcome::Decoded;
        return true;
    }

    bool decodeAnnounce(std::string_view id, Input &in, Output &out)
    {
        const element *json = in.json();
        if (json == nullptr || !json->is_object())
            return false;
        const std::string_view told = textAt(*json, "id");
        if (id.empty())
            id = told;
        if (id.empty())
            return false;
        out.decoder = name();
        const std::string_view device = nameOf(id, in, out);
        introduce(device, in, out);
        const auto fact = [&](Fact::Kind kind, std::string_view text) {
            if (!text.empty())
                addFact(out, in.limits, kind, device,
                        out.keep(cutUtf8(text, in.limits.maxTextBytes)));
        };
        fact(Fact::Kind::Model, textAt(*json, "model"));
        fact(Fact::Kind::Serial, textAt(*json, "mac"));
        fact(Fact::Kind::Firmware, textAt(*json, "fw_ver"));
        if (const std::string_view ip = textAt(*json, "ip"); !ip.empty())
            addFact(out, in.limits, Fact::Kind::Attribute, device,
                    out.keep("ip=", cutUtf8(ip, 64)));
        settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The announcement names nothing new."));
        return true;
    }

    ByName<Device> m_devices; ///< by prefix or id
};

} // namespace

std::unique_ptr<Convention> makeShelly()
{
    return std::make_unique<Shelly>();
}

} // namespace decode
