// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/facts.h"
#include "models/decode/homeassistant.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"

#include <algorithm>

namespace decode {

using namespace homeassistant;
using simdjson::dom::element;
using telemetry::Value;
using telemetry::ValueType;

namespace {

Presence::State combined(const Config &config, const Presence &latest)
{
    if (config.mode == Config::Mode::Latest)
        return latest.state;
    const auto count = [&](Presence::State state) {
        return static_cast<std::size_t>(
            std::count_if(config.presences.begin(), config.presences.end(),
                          [&](const Presence &p) { return p.state == state; }));
    };
    const bool all = config.mode == Config::Mode::All;
    if (count(all ? Presence::State::Down : Presence::State::Up) > 0)
        return all ? Presence::State::Down : Presence::State::Up;
    if (count(Presence::State::Unknown) > 0)
        return Presence::State::Unknown;
    return all ? Presence::State::Up : Presence::State::Down;
}

} // namespace

const Reading &HomeAssistant::reading(const Reference &reference) const
{
    return m_configs.find(*reference.config)->second.readings[reference.index];
}

bool HomeAssistant::decodeTopic(const Topic &topic, Input &in, Output &out)
{
    if (!isPlainText(in.message.payload))
        return false; // an image or the like: who shows it knows better
    out.decoder = name();
    if (!topic.presences.empty())
        decodePresence(topic, in, out);
    if (!topic.readings.empty() && !in.message.payload.empty()) {
        const element *json = in.json();
        const char first = in.message.payload.front();
        if (json == nullptr && (first == '{' || first == '[')) {
            out.outcome = Outcome::Undecodable;
            addReason(
                out,
                QT_TRANSLATE_NOOP("decode::Tr",
                                  "The state starts as JSON does, but it is not valid JSON."));
            return true;
        }
        if (json != nullptr && !json->is_null() && (json->is_object() || json->is_array()))
            decodeRecord(topic, *json, in, out);
        else
            decodeText(topic, in, out);
        findPredictions(out, 0, nullptr);
    }
    settle(out,
           QT_TRANSLATE_NOOP("decode::Tr",
                             "The message says nothing that its announcement describes."));
    return true;
}

Value HomeAssistant::stateOf(const Reading &reading, const Value &value)
{
    if (value.type != ValueType::Text || reading.on.empty())
        return value;
    if (value.text == reading.on || value.text == reading.off)
        return Value::boolean(value.text == reading.on);
    return value;
}

void HomeAssistant::decodeText(const Topic &topic, Input &in, Output &out)
{
    // Two entities on one bare value (a switch and its sensor, say) would double it.
    const Reading &first = reading(topic.readings.front());
    const std::string_view text = trimmed(in.message.payload);
    Value value = stateOf(first, Value::string(text));
    if (value.type == ValueType::Text)
        value = numberOf(text).value_or(value);
    if (first.value.kind() == ValueTemplate::Kind::Text)
        value = first.value.filtered(value).value_or(value);
    Sample sample;
    sample.device = out.keep(cutUtf8(first.device, in.limits.maxNameBytes));
    sample.unit = out.keep(first.unit);
    addSample(out, in.limits, sample,
              first.attributes ? std::string_view("attributes") : std::string_view(first.signal),
              value);
}

void HomeAssistant::decodeRecord(const Topic &topic, const element &json, Input &in, Output &out)
{
    m_consumed.clear();
    base::TimeNs time = base::noTime;
    for (const std::string_view key : {"timestamp", "ts", "time", "datetime", "@timestamp"}) {
        const auto member = memberAt(json, key);
        if (member && time == base::noTime && (time = timeOf(*member)) != base::noTime)
            m_consumed.emplace_back(key);
    }
    const std::size_t timeKeys = m_consumed.size();
    for (const Reference &reference : topic.readings) {
        const Reading &entity = reading(reference);
        if (entity.value.kind() != ValueTemplate::Kind::Member)
            continue;
        const auto found = std::find(m_consumed.begin(), m_consumed.end(), entity.value.path());
        const auto member = entity.value.member(json);
        if (!member
            || (found != m_consumed.end()
                && found - m_consumed.begin() >= static_cast<std::ptrdiff_t>(timeKeys)))
            continue;
        const auto raw = valueOf(*member);
        if (!raw && !member->is_null())
            continue; // an object or array: its members follow
        m_consumed.push_back(entity.value.path());
        Sample sample;
        sample.device = out.keep(cutUtf8(entity.device, in.limits.maxNameBytes));
        sample.unit = out.keep(entity.unit);
        sample.time = time;
        if (!raw) {
            addJson(out, in.limits, sample, entity.signal, *member);
            continue;
        }
        const Value value = stateOf(entity, *raw);
        addSample(out, in.limits, sample, entity.signal,
                  entity.value.filtered(value).value_or(value));
    }
    Sample rest;
    rest.device = out.keep(cutUtf8(reading(topic.readings.front()).device, in.limits.maxNameBytes));
    rest.time = time;
    std::string path;
    forLeaves(json, path, in.limits.maxNesting, [&](std::string_view leaf, const element &value) {
        const bool used = std::find(m_consumed.begin(), m_consumed.end(), leaf) != m_consumed.end();
        return used || addJson(out, in.limits, rest, leaf, value);
    });
}

void HomeAssistant::decodePresence(const Topic &topic, Input &in, Output &out)
{
    Presence::State seen = Presence::State::Unknown;
    std::string_view only;
    bool several = false;
    for (const Reference &reference : topic.presences) {
        Config &config = m_configs.find(*reference.config)->second;
        Presence &presence = config.presences[reference.index];
        std::string_view word = trimmed(in.message.payload);
        if (const element *json = word.starts_with('{') ? in.json() : nullptr) {
            const auto member = presence.value.kind() == ValueTemplate::Kind::Member
                ? presence.value.member(*json)
                : memberAt(*json, "state");
            if (!member || member->get(word) != simdjson::SUCCESS)
                continue;
        }
        if (word != presence.up && word != presence.down)
            continue;
        seen = presence.state = word == presence.up ? Presence::State::Up : Presence::State::Down;
        several = several || (!only.empty() && only != config.device);
        const bool again = only == config.device;
        only = config.device;
        const Presence::State state = combined(config, presence);
        if (state != Presence::State::Unknown && !again)
            addFact(out, in.limits,
                    state == Presence::State::Up ? Fact::Kind::Online : Fact::Kind::Offline,
                    out.keep(cutUtf8(config.device, in.limits.maxNameBytes)));
    }
    if (seen == Presence::State::Unknown)
        return;
    Sample sample;
    const std::string_view above = in.message.topic.substr(0, in.message.topic.rfind('/'));
    sample.device = out.keep(cutUtf8(several ? above : only, in.limits.maxNameBytes));
    sample.state = true;
    addSample(out, in.limits, sample, "online", Value::boolean(seen == Presence::State::Up));
}

} // namespace decode
