// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/homie.h"

#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/homievalue.h"
#include "models/decode/jsonleaves.h"
#include "models/decode/roles.h"

#include <algorithm>
#include <array>

namespace decode {

using simdjson::dom::element;
using telemetry::Value;

namespace {

bool isId(std::string_view level)
{
    return !level.empty() && level.front() != '$';
}

bool isState(std::string_view word)
{
    constexpr std::array<std::string_view, 7> words{
        "init", "ready", "disconnected", "sleeping", "lost", "alert", ""};
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::string_view Homie::keyOf(const Address &at)
{
    m_key.assign(at.domain);
    m_key += at.five ? "/5/" : "/";
    m_key += at.id;
    return m_key;
}

bool Homie::address(Input &in, Address &at)
{
    const auto levels = in.levels;
    at.five = levels.size() >= 4 && levels[1] == "5";
    const std::size_t below = at.five ? 3 : 2;
    if (levels.size() <= below || levels[0].empty())
        return false;
    at.domain = levels[0];
    at.id = levels[below - 1];
    at.rest = levels.subspan(below);
    return !at.id.empty();
}

bool Homie::decode(Input &in, Output &out)
{
    Address at;
    if (!address(in, at))
        return false;
    const std::string_view first = at.rest.front();
    if (at.rest.size() == 1 && first == "$state")
        return decodeState(at, in, out);
    if (at.five && at.rest.size() == 1 && first == "$description")
        return decodeDescription(at, in, out);
    if (at.domain != "homie" && m_devices.empty() && first != "$homie")
        return false;
    const bool announces = !at.five && first == "$homie" && !in.message.payload.empty()
        && std::string_view("234").find(in.message.payload.front()) != std::string_view::npos;
    if (at.domain != "homie" && !announces && findIn(m_devices, keyOf(at)) == nullptr)
        return false;
    if (!in.message.payload.empty() && !isPlainText(in.message.payload)
        && in.message.payload != std::string_view("\0", 1))
        return false;
    return at.five ? decodeFive(at, in, out) : decodeFour(at, in, out);
}

Homie::Device *Homie::deviceFor(const Address &at, Output &out)
{
    Device *device = findOrAddIn(m_devices, keyOf(at), maxDevices);
    if (device == nullptr) {
        out.capHit = true;
        addReason(out,
                  QT_TRANSLATE_NOOP(
                      "decode::Tr",
                      "The limit of Homie devices is reached; this one is not remembered."));
    } else if (device->id.empty()) {
        device->id = at.id;
    }
    return device;
}

bool Homie::decodeState(const Address &at, Input &in, Output &out)
{
    const std::string_view word = in.message.payload;
    const Device *known = findIn(m_devices, keyOf(at));
    if (!isState(word) || !isId(at.id)
        || (word.empty() && known == nullptr && at.domain != "homie"))
        return false;
    out.decoder = name();
    const std::string_view device = out.keep(cutUtf8(at.id, in.limits.maxNameBytes));
    if (word.empty()) {
        addFact(out, in.limits, Fact::Kind::Removed, device);
        m_properties -= known ? known->properties.size() : 0;
        m_devices.erase(m_key);
        out.outcome = Outcome::Decoded;
        return true;
    }
    deviceFor(at, out);
    const bool gone = word == "lost" || word == "disconnected";
    addFact(out, in.limits,
            gone                     ? Fact::Kind::Offline
                : word == "sleeping" ? Fact::Kind::Asleep
                                     : Fact::Kind::Online,
            device);
    addFact(out, in.limits, Fact::Kind::Protocol, device, at.five ? "Homie 5" : "Homie");
    Sample sample;
    sample.device = device;
    sample.state = true;
    addSample(out, in.limits, sample, "$state", Value::string(word));
    if (word == "lost")
        loseChildren(at, in, out);
    out.outcome = Outcome::Decoded;
    return true;
}

void Homie::loseChildren(const Address &at, Input &in, Output &out)
{
    const std::string prefix(keyOf(at).substr(0, m_key.size() - at.id.size()));
    for (const auto &[key, device] : m_devices)
        if (device.root == at.id && key.starts_with(prefix))
            addFact(out, in.limits, Fact::Kind::Offline, out.keep(device.id));
}

bool Homie::decodeDescription(const Address &at, Input &in, Output &out)
{
    if (in.message.payload.empty() && findIn(m_devices, keyOf(at)) == nullptr)
        return false;
    const element *json = in.message.payload.empty() ? nullptr : in.json();
    const bool shaped = json != nullptr && textAt(*json, "homie").starts_with("5");
    if (!shaped && at.domain != "homie" && !in.message.payload.empty())
        return false;
    out.decoder = name();
    if (!shaped) {
        out.outcome = in.message.payload.empty() ? Outcome::Kept : Outcome::Undecodable;
        addReason(
            out,
            in.message.payload.empty()
                ? QT_TRANSLATE_NOOP("decode::Tr", "The Homie description was removed.")
                : QT_TRANSLATE_NOOP("decode::Tr",
                                    "The Homie description is not a JSON object of version 5."));
        return true;
    }
    const std::string_view id = out.keep(cutUtf8(at.id, in.limits.maxNameBytes));
    const auto fact = [&](Fact::Kind kind, std::string_view value) {
        if (!value.empty())
            addFact(out, in.limits, kind, id, out.keep(cutUtf8(value, in.limits.maxTextBytes)));
    };
    fact(Fact::Kind::Protocol, "Homie 5");
    fact(Fact::Kind::DisplayName, textAt(*json, "name"));
    fact(Fact::Kind::Parent, textAt(*json, "parent"));
    if (Device *device = deviceFor(at, out)) {
        device->root = cutUtf8(textAt(*json, "root"), in.limits.maxNameBytes);
        learnNodes(*device, *json, in, out);
        device->described = true;
    }
    out.outcome = Outcome::Decoded;
    return true;
}

void Homie::learnNodes(Device &device, const element &description, Input &in, Output &out)
{
    m_properties -= device.properties.size();
    device.properties.clear();
    const std::string_view id = out.keep(cutUtf8(device.id, in.limits.maxNameBytes));
    simdjson::dom::object nodes;
    if (description.at_key("nodes").get(nodes) != simdjson::SUCCESS)
        return;
    for (const auto node : nodes) {
        simdjson::dom::object properties;
        if (node.value.at_key("properties").get(properties) != simdjson::SUCCESS)
            continue;
        for (const auto property : properties) {
            if (m_properties >= maxProperties || device.properties.size() >= in.limits.maxSignals) {
                out.capHit = true;
                addReason(out,
                          QT_TRANSLATE_NOOP(
                              "decode::Tr",
                              "The Homie description has more properties than are remembered."));
                return;
            }
            const std::string_view signal =
                out.keep(node.key.substr(0, 128), "/", property.key.substr(0, 128));
            Property &known = device.properties[std::string(signal)];
            known.unit = cutUtf8(textAt(property.value, "unit"), 64);
            known.datatype = cutUtf8(textAt(property.value, "datatype"), 16);
            if (const std::string_view text = textAt(property.value, "name"); !text.empty())
                out.facts.push_back({Fact::Kind::SignalText, id, signal,
                                     out.keep(cutUtf8(text, in.limits.maxTextBytes)),
                                     base::noTime});
        }
    }
    m_properties += device.properties.size();
}

bool Homie::decodeFive(const Address &at, Input &in, Output &out)
{
    const auto rest = at.rest;
    const bool broadcast = at.id == "$broadcast";
    const bool log = rest.size() == 2 && (rest[0] == "$log" || rest[0] == "$alert");
    const bool value = rest.size() >= 2 && rest.size() <= 3 && isId(rest[0]) && isId(rest[1]);
    if (!broadcast && !log
        && !(value && (rest.size() == 2 || rest[2] == "set" || rest[2] == "$target")))
        return false;
    out.decoder = name();
    if (broadcast || (rest.size() == 3 && rest[2] == "set")) {
        addReason(out,
                  broadcast ? QT_TRANSLATE_NOOP("decode::Tr", "A Homie broadcast, not telemetry.")
                            : QT_TRANSLATE_NOOP("decode::Tr", "A Homie command, not telemetry."));
        return true;
    }
    if (!log) {
        decodeValue(at, rest.size() == 3 ? "/$target" : "", in, out);
        return true;
    }
    Sample sample;
    sample.device = out.keep(cutUtf8(at.id, in.limits.maxNameBytes));
    sample.state = rest[0] == "$alert";
    sample.transient = rest[0] == "$log";
    const std::string signal = std::string(rest[0]) + "/" + std::string(rest[1]);
    addSample(out, in.limits, sample, signal, Value::string(in.message.payload));
    out.outcome = Outcome::Decoded;
    return true;
}

/// A retained answer may come before the retained name and version of its model.
bool Homie::lacksItsModel(const Device *device, const Address &at) const
{
    switch (roleOf(at.rest[1]).role) {
    case Role::Confidence:
    case Role::Percent:
    case Role::Score:
    case Role::Label:
    case Role::Container:
        break;
    default:
        return false;
    }
    const std::string prefix = std::string(at.rest[0].substr(0, 128)) + "/";
    const InferenceMemory::Known *known =
        m_inference.find(cutUtf8(at.id, Limits().maxNameBytes), prefix);
    const bool hasModel = known && !known->model.empty();
    const bool hasVersion = known && !known->version.empty();
    if (device == nullptr || !device->described)
        return !hasModel || !hasVersion;
    for (const auto &[name, property] : device->properties) {
        if (!name.starts_with(prefix))
            continue;
        const Role role = roleOf(std::string_view(name).substr(prefix.size())).role;
        if ((role == Role::Model && !hasModel)
            || ((role == Role::ModelVersion || role == Role::Version) && !hasVersion))
            return true;
    }
    return false;
}

void Homie::decodeValue(const Address &at, std::string_view suffix, Input &in, Output &out)
{
    if (in.message.payload.empty()) {
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr",
                                    "The retained value of this Homie property was removed."));
        return;
    }
    const std::string_view signal =
        out.keep(at.rest[0].substr(0, 128), "/", at.rest[1].substr(0, 128));
    Device *device = findIn(m_devices, keyOf(at));
    const Property *property = device ? findIn(device->properties, signal) : nullptr;
    if (in.message.retain && lacksItsModel(device, at)) {
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr",
                                    "A retained answer of a model whose name and version are not "
                                    "known yet; its next live answer counts."));
        return;
    }
    Sample sample;
    sample.device = out.keep(cutUtf8(at.id, in.limits.maxNameBytes));
    if (property != nullptr)
        sample.unit = out.keep(property->unit);
    const std::string_view path = out.keep(signal, suffix);
    const std::string_view datatype =
        property ? std::string_view(property->datatype) : std::string_view();
    out.outcome = Outcome::Decoded;
    if (datatype == "json" && in.json() != nullptr) {
        std::string leafPath(path);
        forLeaves(*in.json(), leafPath, in.limits.maxNesting,
                  [&](std::string_view leaf, const element &json) {
                      return addJson(out, in.limits, sample, leaf, json);
                  });
        settle(out,
               QT_TRANSLATE_NOOP("decode::Tr", "The JSON value of this Homie property is empty."));
        return;
    }
    if (const auto value = homieValue(in.message.payload, datatype)) {
        addSample(out, in.limits, sample, path, *value);
        findPredictions(out, 0, &m_inference);
        return;
    }
    out.outcome = Outcome::Undecodable;
    out.reason = Tr::tr("\"%1\" is not a Homie value of type %2.")
                     .arg(excerpt(in.message.payload), excerpt(datatype))
                     .toStdString();
}

std::unique_ptr<Convention> makeHomie()
{
    return std::make_unique<Homie>();
}

} // namespace decode
