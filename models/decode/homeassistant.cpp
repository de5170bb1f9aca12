// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/homeassistant.h"

#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"

#include <algorithm>

namespace decode {

using namespace homeassistant;
using simdjson::dom::element;
using telemetry::Value;
using telemetry::ValueType;

namespace {

constexpr std::size_t maxConfigs = 50'000;
constexpr std::size_t maxTopics = 100'000;
constexpr std::size_t maxPerTopic = 50'000; // one bridge's availability serves all its devices
constexpr std::size_t maxReadingsPerTopic = 512;

std::string signalKey(const Reading &reading)
{
    return reading.device + "\n" + reading.signal;
}

} // namespace

bool HomeAssistant::decode(Input &in, Output &out)
{
    Place place;
    if (placeOf(in.levels, place) && decodeDiscovery(place, in, out))
        return true;
    if (decodeHostStatus(in, out))
        return true;
    const Topic *topic = m_topics.empty() ? nullptr : findIn(m_topics, in.message.topic);
    return topic != nullptr && decodeTopic(*topic, in, out);
}

bool HomeAssistant::decodeDiscovery(const Place &place, Input &in, Output &out)
{
    const std::string_view topic = in.message.topic;
    const bool known = findIn(m_configs, topic) != nullptr;
    const bool usual = place.prefix == "homeassistant";
    if (in.message.payload.empty()) {
        if (!known && !usual)
            return false;
        out.decoder = name();
        forget(topic, in, out);
        settle(
            out,
            QT_TRANSLATE_NOOP("decode::Tr", "The retained announcement of an entity was removed."));
        return true;
    }
    const element *json = in.json();
    if (json == nullptr || !isAnnouncement(*json, place)) {
        if (!usual && !known)
            return false;
        out.decoder = name();
        out.outcome = Outcome::Undecodable;
        addReason(out,
                  QT_TRANSLATE_NOOP(
                      "decode::Tr",
                      "The discovery message is not a JSON object with an entity or a device."));
        return true;
    }
    out.decoder = name();
    Config config = parseConfig(*json, place);
    if (Config *old = findIn(m_configs, topic)) {
        unlink(&m_configs.find(topic)->first, *old);
        old->readings.clear();
        old->presences.clear();
    }
    introduce(*json, config, in, out);
    settleNames(config, place);
    learn(topic, std::move(config), in, out);
    settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The announcement says nothing about a state."));
    return true;
}

void HomeAssistant::introduce(const element &json, const Config &config, Input &in, Output &out)
{
    const std::string_view device = out.keep(cutUtf8(config.device, in.limits.maxNameBytes));
    const auto fact = [&](Fact::Kind kind, std::string_view text) {
        if (!text.empty())
            addFact(out, in.limits, kind, device, out.keep(cutUtf8(text, in.limits.maxTextBytes)));
    };
    const auto origin = option(json, "origin", "o");
    const std::string_view maker = origin ? textAt(*origin, "name") : std::string_view();
    fact(Fact::Kind::Protocol,
         maker.empty() ? std::string_view("Home Assistant discovery") : maker);
    const auto about = option(json, "device", "dev");
    if (!about)
        return;
    fact(Fact::Kind::Manufacturer, textOption(*about, "manufacturer", "mf"));
    fact(Fact::Kind::Model, textOption(*about, "model", "mdl"));
    fact(Fact::Kind::Firmware, textOption(*about, "sw_version", "sw"));
    fact(Fact::Kind::Hardware, textOption(*about, "hw_version", "hw"));
    fact(Fact::Kind::Serial, textOption(*about, "serial_number", "sn"));
    fact(Fact::Kind::Site, textOption(*about, "suggested_area", "sa"));
    const std::string_view via = textAt(*about, "via_device");
    const std::string *parent = findIn(m_deviceOfId, via);
    fact(Fact::Kind::Parent, parent ? std::string_view(*parent) : via);
    const auto remember = [&](std::string_view id) {
        if (std::string *known = findOrAddIn(m_deviceOfId, id.substr(0, 256), maxConfigs))
            *known = config.device;
    };
    const auto ids = option(*about, "identifiers", "ids");
    if (ids && ids->is_string())
        remember(ids->get_string().value_unsafe());
    std::string_view id;
    if (ids && ids->is_array())
        for (const element entry : simdjson::dom::array(*ids))
            if (entry.get(id) == simdjson::SUCCESS)
                remember(id);
}

void HomeAssistant::settleNames(Config &config, const Place &place)
{
    std::vector<std::string> taken;
    for (Reading &reading : config.readings) {
        if (reading.attributes)
            continue;
        const auto used = [&] {
            const std::string key = signalKey(reading);
            return findIn(m_signals, key) != nullptr
                || std::find(taken.begin(), taken.end(), key) != taken.end();
        };
        if (used() && !reading.component.empty())
            reading.signal += " (" + reading.component + ")";
        if (used())
            reading.signal += " " + std::string(cutUtf8(place.object, 64));
        for (int n = 2; used() && n < 100; ++n)
            reading.signal += " " + std::to_string(n);
        taken.push_back(signalKey(reading));
    }
}

void HomeAssistant::learn(std::string_view discoveryTopic, Config config, Input &in, Output &out)
{
    Config *known = findOrAddIn(m_configs, discoveryTopic, maxConfigs);
    bool full = known == nullptr || config.cut;
    if (known != nullptr) {
        *known = std::move(config);
        const std::string *key = &m_configs.find(discoveryTopic)->first;
        const auto link = [&](const std::string &name, std::vector<Reference> Topic::*list,
                              std::size_t index, std::size_t max) {
            Topic *topic = findOrAddIn(m_topics, name, maxTopics);
            if (topic != nullptr && (topic->*list).size() < max)
                (topic->*list).push_back({key, index});
            else
                full = true;
        };
        const std::string_view device = out.keep(cutUtf8(known->device, in.limits.maxNameBytes));
        for (std::size_t i = 0; i < known->readings.size(); ++i) {
            const Reading &reading = known->readings[i];
            link(reading.topic, &Topic::readings, i, maxReadingsPerTopic);
            if (!reading.attributes)
                m_signals.emplace(signalKey(reading), *key);
            if (!reading.unit.empty())
                out.facts.push_back({Fact::Kind::SignalUnit, device,
                                     out.keep(cutUtf8(reading.signal, in.limits.maxNameBytes)),
                                     out.keep(reading.unit), base::noTime});
            if (!reading.otherTemplate.empty())
                out.reason = Tr::tr("The template of \"%1\" is not evaluated, its values are shown "
                                    "as they come: %2")
                                 .arg(excerpt(reading.signal), excerpt(reading.otherTemplate))
                                 .toStdString();
        }
        for (std::size_t i = 0; i < known->presences.size(); ++i) {
            link(known->presences[i].topic, &Topic::presences, i, maxPerTopic);
            out.claims.push_back({device, out.keep(known->presences[i].topic)});
        }
        if (std::size_t *use = findOrAddIn(m_deviceUse, known->device, maxConfigs))
            ++*use;
    }
    if (full) {
        out.capHit = true;
        addReason(out,
                  QT_TRANSLATE_NOOP(
                      "decode::Tr",
                      "The limit of discovered entities is reached; this one is not remembered."));
    }
}

void HomeAssistant::unlink(const std::string *key, const Config &config)
{
    const auto drop = [&](const std::string &name) {
        const auto it = m_topics.find(name);
        if (it == m_topics.end())
            return;
        const auto mine = [&](const Reference &reference) { return reference.config == key; };
        std::erase_if(it->second.readings, mine);
        std::erase_if(it->second.presences, mine);
        if (it->second.readings.empty() && it->second.presences.empty())
            m_topics.erase(it);
    };
    for (const Reading &reading : config.readings) {
        drop(reading.topic);
        if (const auto it = m_signals.find(signalKey(reading));
            it != m_signals.end() && it->second == *key)
            m_signals.erase(it);
    }
    for (const Presence &presence : config.presences)
        drop(presence.topic);
    if (const auto it = m_deviceUse.find(config.device);
        it != m_deviceUse.end() && --it->second == 0)
        m_deviceUse.erase(it);
}

void HomeAssistant::forget(std::string_view discoveryTopic, Input &in, Output &out)
{
    const auto it = m_configs.find(discoveryTopic);
    if (it == m_configs.end())
        return;
    unlink(&it->first, it->second);
    if (findIn(m_deviceUse, it->second.device) == nullptr) {
        addFact(out, in.limits, Fact::Kind::Removed,
                out.keep(cutUtf8(it->second.device, in.limits.maxNameBytes)));
        std::erase_if(m_deviceOfId,
                      [&](const auto &entry) { return entry.second == it->second.device; });
    }
    m_configs.erase(it);
}

bool HomeAssistant::decodeHostStatus(Input &in, Output &out)
{
    if (in.message.topic != "homeassistant/status"
        || (in.message.payload != "online" && in.message.payload != "offline"))
        return false;
    const bool up = in.message.payload == "online";
    out.decoder = "homeassistant";
    addFact(out, in.limits, Fact::Kind::Service, "homeassistant");
    addFact(out, in.limits, up ? Fact::Kind::Online : Fact::Kind::Offline, "homeassistant");
    Sample sample;
    sample.device = "homeassistant";
    sample.state = true;
    addSample(out, in.limits, sample, "online", Value::boolean(up));
    out.outcome = Outcome::Decoded;
    return true;
}

std::unique_ptr<Convention> makeHomeAssistant()
{
    return std::make_unique<HomeAssistant>();
}

} // namespace decode
