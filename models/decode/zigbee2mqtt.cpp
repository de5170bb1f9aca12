// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/zigbee2mqtt.h"

#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"

#include <algorithm>
#include <array>

namespace decode {

using simdjson::dom::element;
using telemetry::Value;

namespace {

constexpr std::size_t maxBases = 64;
constexpr std::size_t maxDevices = 50'000;
constexpr std::size_t maxUnits = 256; ///< per device
constexpr std::string_view usualBase = "zigbee2mqtt";

std::optional<bool> onlineWord(std::string_view word)
{
    if (word != "online" && word != "offline")
        return std::nullopt;
    return word == "online";
}

/// "online" or {"state":"online"}.
std::optional<bool> onlineOf(Input &in)
{
    if (const auto plain = onlineWord(in.message.payload))
        return plain;
    const element *json = in.json();
    return json ? onlineWord(textAt(*json, "state")) : std::nullopt;
}

void addOnline(std::string_view device, bool up, Input &in, Output &out)
{
    addFact(out, in.limits, up ? Fact::Kind::Online : Fact::Kind::Offline, device);
    addFact(out, in.limits, Fact::Kind::Protocol, device, "Zigbee2MQTT");
    Sample sample;
    sample.device = device;
    sample.state = true;
    addSample(out, in.limits, sample, "online", Value::boolean(up));
    out.outcome = Outcome::Decoded;
}

} // namespace

bool Zigbee2Mqtt::decode(Input &in, Output &out)
{
    const std::string_view topic = in.message.topic;
    if (const std::size_t at = topic.find("/bridge/"); at != std::string_view::npos && at > 0)
        if (decodeBridge(topic.substr(0, at), topic.substr(at + 8), in, out))
            return true;
    std::string_view rest;
    Base *base = baseFor(topic, rest);
    if (base == nullptr && !topic.starts_with("zigbee2mqtt/"))
        return false;
    if (base == nullptr)
        rest = topic.substr(usualBase.size() + 1);
    return !rest.empty() && !rest.starts_with("bridge/") && decodeDevice(base, rest, in, out);
}

Zigbee2Mqtt::Base *Zigbee2Mqtt::baseFor(std::string_view topic, std::string_view &rest)
{
    for (std::size_t slash = topic.find('/'); slash != std::string_view::npos && !m_bases.empty();
         slash = topic.find('/', slash + 1)) {
        if (Base *base = findIn(m_bases, topic.substr(0, slash))) {
            rest = topic.substr(slash + 1);
            return base;
        }
    }
    return nullptr;
}

bool Zigbee2Mqtt::decodeBridge(std::string_view base, std::string_view what, Input &in, Output &out)
{
    constexpr std::array<std::string_view, 9> kept{"groups",      "event",      "logging",
                                                   "extensions",  "converters", "log",
                                                   "definitions", "config",     "networkmap"};
    const bool others = std::find(kept.begin(), kept.end(), what) != kept.end()
        || what.starts_with("request/") || what.starts_with("response/");
    const bool known = base == usualBase || findIn(m_bases, base) != nullptr;
    const element *json = in.json();
    const std::string_view bridge = out.keep(cutUtf8(base, in.limits.maxNameBytes), "/bridge");
    if (what == "state") {
        if (!onlineOf(in) || (!known && json == nullptr)) // any bridge may say "online"
            return false;
        decodeBridgeState(bridge, in, out);
        return true;
    }
    if (what == "devices" && json != nullptr && json->is_array()) {
        element first;
        const bool shaped =
            json->at(0).get(first) == simdjson::SUCCESS && !textAt(first, "ieee_address").empty();
        Base *entry = shaped || known ? findOrAddIn(m_bases, base, maxBases) : nullptr;
        if (entry == nullptr)
            return false;
        out.decoder = name();
        learnDevices(*entry, bridge, in, out);
        return true;
    }
    if (what == "info" && json != nullptr && !textAt(*json, "version").empty()) {
        findOrAddIn(m_bases, base, maxBases);
        introduceBridge(bridge, *json, in, out);
        return true;
    }
    if (!known || what == "health" || !others)
        return false;
    out.decoder = name();
    addReason(
        out,
        QT_TRANSLATE_NOOP("decode::Tr", "A message about the Zigbee2MQTT bridge, not telemetry."));
    return true;
}

void Zigbee2Mqtt::decodeBridgeState(std::string_view bridge, Input &in, Output &out)
{
    out.decoder = name();
    addFact(out, in.limits, Fact::Kind::Gateway, bridge);
    addOnline(bridge, onlineOf(in).value_or(false), in, out);
}

void Zigbee2Mqtt::introduceBridge(std::string_view bridge, const element &info, Input &in,
                                  Output &out)
{
    out.decoder = name();
    addFact(out, in.limits, Fact::Kind::Gateway, bridge);
    addFact(out, in.limits, Fact::Kind::Protocol, bridge, "Zigbee2MQTT");
    addFact(out, in.limits, Fact::Kind::Firmware, bridge,
            out.keep(cutUtf8(textAt(info, "version"), in.limits.maxTextBytes)));
    if (const auto coordinator = memberAt(info, "coordinator"))
        if (const std::string_view type = textAt(*coordinator, "type"); !type.empty())
            addFact(out, in.limits, Fact::Kind::Model, bridge,
                    out.keep(cutUtf8(type, in.limits.maxTextBytes)));
    out.outcome = Outcome::Decoded;
}

void Zigbee2Mqtt::learnDevices(Base &base, std::string_view bridge, Input &in, Output &out)
{
    m_devices -= base.devices.size();
    base.devices.clear();
    for (const element device : simdjson::dom::array(*in.json())) {
        if (m_devices + base.devices.size() >= maxDevices) {
            out.capHit = true;
            addReason(
                out,
                QT_TRANSLATE_NOOP(
                    "decode::Tr",
                    "The limit of Zigbee devices is reached; the others are not remembered."));
            break;
        }
        learnDevice(base, bridge, device, in, out);
    }
    m_devices += base.devices.size();
    settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The bridge has no devices."));
}

void Zigbee2Mqtt::learnDevice(Base &base, std::string_view bridge, const element &json, Input &in,
                              Output &out)
{
    const std::string_view friendly = textAt(json, "friendly_name");
    if (friendly.empty() || textAt(json, "type") == "Coordinator")
        return;
    const std::string_view device = out.keep(cutUtf8(friendly, in.limits.maxNameBytes));
    const auto fact = [&](Fact::Kind kind, std::string_view text) {
        if (!text.empty())
            addFact(out, in.limits, kind, device, out.keep(cutUtf8(text, in.limits.maxTextBytes)));
    };
    fact(Fact::Kind::Protocol, "Zigbee2MQTT");
    addFact(out, in.limits, Fact::Kind::Parent, device, bridge);
    if (out.claims.size() < in.limits.maxSamples)
        out.claims.push_back(
            {device, out.keep(bridge.substr(0, bridge.rfind('/') + 1), device, "/availability")});
    fact(Fact::Kind::Serial, textAt(json, "ieee_address"));
    fact(Fact::Kind::Firmware, textAt(json, "software_build_id"));
    Device &known = base.devices[std::string(friendly.substr(0, 512))];
    known = {};
    const auto definition = memberAt(json, "definition");
    if (!definition)
        return;
    fact(Fact::Kind::Manufacturer, textAt(*definition, "vendor"));
    fact(Fact::Kind::Model, textAt(*definition, "model"));
    if (const std::string_view text = textAt(*definition, "description"); !text.empty())
        addFact(out, in.limits, Fact::Kind::Attribute, device,
                out.keep("description=", cutUtf8(text, 256)));
    if (const auto exposes = memberAt(*definition, "exposes"))
        learnExposes(known, *exposes, in, in.limits.maxNesting);
    for (const auto &[property, unit] : known.units)
        if (out.facts.size() < in.limits.maxSamples)
            out.facts.push_back(
                {Fact::Kind::SignalUnit, device, out.keep(property), out.keep(unit), base::noTime});
}

void Zigbee2Mqtt::learnExposes(Device &device, const element &exposes, Input &in, int depth)
{
    if (!exposes.is_array() || depth <= 0)
        return;
    for (const element entry : simdjson::dom::array(exposes)) {
        const std::string_view property = textAt(entry, "property");
        const std::string_view unit = textAt(entry, "unit");
        if (!property.empty() && !unit.empty())
            if (std::string *known = findOrAddIn(device.units, property.substr(0, 128), maxUnits))
                *known = cutUtf8(unit, 64);
        if (const auto features = memberAt(entry, "features"))
            learnExposes(device, *features, in, depth - 1);
    }
}

bool Zigbee2Mqtt::decodeDevice(Base *base, std::string_view rest, Input &in, Output &out)
{
    const auto known = [&](std::string_view friendly) {
        return base ? findIn(base->devices, friendly) : nullptr;
    };
    const std::size_t slash = rest.rfind('/');
    const std::string_view last =
        slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    const std::string_view above = slash == std::string_view::npos ? rest : rest.substr(0, slash);
    const Device *exact = known(rest);
    if (exact == nullptr && last == "availability" && decodeAvailability(above, in, out))
        return true;
    const std::size_t set = rest.find("/set");
    const std::size_t get = rest.find("/get");
    const bool command = last == "set" || last == "get"
        || (set != std::string_view::npos && known(rest.substr(0, set)) != nullptr)
        || (get != std::string_view::npos && known(rest.substr(0, get)) != nullptr);
    if (exact == nullptr && command) {
        out.decoder = name();
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr", "A command to a Zigbee device, not telemetry."));
        return true;
    }
    if (in.message.payload.empty() && (exact != nullptr || base != nullptr)) {
        out.decoder = name();
        addReason(
            out,
            QT_TRANSLATE_NOOP("decode::Tr", "The retained state of a Zigbee device was removed."));
        return true;
    }
    const element *json = in.json();
    if (json != nullptr && json->is_object()) {
        out.decoder = name();
        decodeState(exact, rest, *json, in, out);
        return true;
    }
    const Device *owner = exact == nullptr ? known(above) : nullptr;
    if (owner == nullptr || last.empty() || !isPlainText(in.message.payload))
        return false;
    out.decoder = name(); // output "attribute": one topic per property
    Sample sample;
    sample.device = out.keep(cutUtf8(above, in.limits.maxNameBytes));
    if (const auto it = owner->units.find(last); it != owner->units.end())
        sample.unit = out.keep(it->second);
    const std::string_view text = in.message.payload;
    const Value value = text == "true" || text == "false"
        ? Value::boolean(text == "true")
        : numberOf(text).value_or(Value::string(text));
    addSample(out, in.limits, sample, last, value);
    out.outcome = Outcome::Decoded;
    return true;
}

bool Zigbee2Mqtt::decodeAvailability(std::string_view device, Input &in, Output &out)
{
    const auto up = onlineOf(in);
    if (!up)
        return false;
    out.decoder = name();
    addOnline(out.keep(cutUtf8(device, in.limits.maxNameBytes)), *up, in, out);
    return true;
}

void Zigbee2Mqtt::decodeState(const Device *known, std::string_view device, const element &json,
                              Input &in, Output &out)
{
    Sample sample;
    sample.device = out.keep(cutUtf8(device, in.limits.maxNameBytes));
    const auto seen = memberAt(json, "last_seen");
    sample.time = seen ? timeOf(*seen) : base::noTime;
    std::string path;
    forLeaves(json, path, in.limits.maxNesting, [&](std::string_view leaf, const element &value) {
        if (leaf.starts_with("device/") || (leaf == "last_seen" && sample.time != base::noTime))
            return true; // identity, told by bridge/devices
        Sample like = sample;
        const auto unit = known ? known->units.find(leaf) : ByName<std::string>::const_iterator();
        if (known != nullptr && unit != known->units.end())
            like.unit = out.keep(unit->second);
        else if (leaf == "linkquality")
            like.unit = "lqi";
        else if (leaf == "battery")
            like.unit = "%";
        return addJson(out, in.limits, like, leaf, value);
    });
    findPredictions(out, 0, nullptr);
    settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The state of the Zigbee device is empty."));
}

std::unique_ptr<Convention> makeZigbee2Mqtt()
{
    return std::make_unique<Zigbee2Mqtt>();
}

} // namespace decode
