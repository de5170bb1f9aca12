// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/facts.h"
#include "models/decode/homeassistant.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"
#include "models/decode/roles.h"

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

/// "Door camera confidence" as "Door camera/confidence", when the last words say what part of a
/// model's answer it is; else the name.
std::string keyOfName(std::string_view name)
{
    std::size_t cut = name.size();
    for (int words = 1; words <= 2; ++words) {
        cut = cut == 0 ? std::string_view::npos : name.rfind(' ', cut - 1);
        const std::string_view last = name.substr(cut == std::string_view::npos ? 0 : cut + 1);
        switch (roleOf(last).role) {
        case Role::Confidence:
        case Role::Percent:
        case Role::Score:
        case Role::Label:
        case Role::Container:
        case Role::Model:
        case Role::ModelVersion:
            return cut == std::string_view::npos
                ? std::string(last)
                : std::string(name.substr(0, cut)) + "/" + std::string(last);
        default:
            break;
        }
        if (cut == std::string_view::npos)
            break;
    }
    return std::string(name);
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
        m_shown.clear();
        if (json != nullptr && !json->is_null() && (json->is_object() || json->is_array()))
            decodeRecord(topic, *json, in, out);
        else
            decodeText(topic, in, out);
        findPredictions(out, 0, &m_inference);
        nameForPeople(out);
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
    const std::string key = keyOfName(first.signal);
    const bool version = roleOf(std::string_view(key).substr(key.rfind('/') + 1)).role
        == Role::ModelVersion; // "2.10" is not 2.1
    if (value.type == ValueType::Text && !version)
        value = numberOf(text).value_or(value);
    if (first.value.kind() == ValueTemplate::Kind::Text)
        value = first.value.filtered(value).value_or(value);
    Sample sample;
    sample.device = out.keep(cutUtf8(first.device, in.limits.maxNameBytes));
    sample.unit = out.keep(first.unit);
    if (first.attributes) {
        addSample(out, in.limits, sample, "attributes", value);
        return;
    }
    m_shown.emplace_back(out.samples.size(), out.keep(first.signal));
    addSample(out, in.limits, sample, key, value);
}

void HomeAssistant::nameForPeople(Output &out) const
{
    for (const auto &[index, name] : m_shown) {
        const auto at = static_cast<int>(index);
        const bool answer = std::any_of(
            out.predictions.begin(), out.predictions.end(), [at](const Prediction &prediction) {
                return prediction.confidenceSample == at || prediction.labelSample == at;
            });
        if (index < out.samples.size() && !answer)
            out.samples[index].signal = name;
    }
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
        m_shown.emplace_back(out.samples.size(), out.keep(entity.signal));
        addSample(out, in.limits, sample, entity.value.path(),
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
