// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/tasmota.h"

#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"
#include "models/decode/tasmotaunits.h"

#include <algorithm>
#include <array>

namespace decode {

using simdjson::dom::element;
using telemetry::Value;

namespace {

constexpr std::size_t maxDevices = 50'000;

bool prefixOf(std::string_view level)
{
    return level == "tele" || level == "stat" || level == "cmnd";
}

/// "POWER", "POWER1", ... and nothing else.
bool isPower(std::string_view word)
{
    return word.starts_with("POWER") && word.size() <= 7
        && std::all_of(word.begin() + 5, word.end(), isDigit);
}

bool isRecord(std::string_view message)
{
    constexpr std::array<std::string_view, 9> words{"SENSOR", "STATE",   "INFO1",  "INFO2", "INFO3",
                                                    "RESULT", "MARGINS", "ENERGY", "UPTIME"};
    return std::find(words.begin(), words.end(), message) != words.end()
        || message.starts_with("STATUS");
}

/// STATUS messages and INFO messages wrap their record in one member.
constexpr std::array<std::string_view, 18> wrappers{
    "StatusSNS", "StatusSTS", "Status",    "StatusPRM", "StatusFWR", "StatusLOG",
    "StatusMEM", "StatusNET", "StatusMQT", "StatusTIM", "StatusPTH", "StatusSHT",
    "Info1",     "Info2",     "Info3",     "MARGINS",   "Margins",   "UPTIME"};

} // namespace

bool Tasmota::decode(Input &in, Output &out)
{
    if (in.levels.size() == 4 && in.levels[0] == "tasmota" && in.levels[1] == "discovery")
        return decodeDiscovery(in, out);
    Address at;
    if (!address(in, at))
        return false;
    if (at.prefix == Prefix::Command) {
        if (findIn(m_devices, at.topic) == nullptr)
            return false;
        out.decoder = name();
        addReason(out, QT_TRANSLATE_NOOP("decode::Tr", "A Tasmota command, not telemetry."));
        return true;
    }
    if (at.message == "LWT")
        return decodeWill(at, in, out);
    if (isPower(at.message))
        return decodePower(at, in, out);
    return isRecord(at.message) && decodeRecord(at, in, out);
}

bool Tasmota::mayTake(std::span<const std::string_view> levels) const
{
    return levels.size() >= 3
        && (levels[0] == "tasmota" || prefixOf(levels[0]) || prefixOf(levels[levels.size() - 2]));
}

bool Tasmota::address(Input &in, Address &at)
{
    const auto levels = in.levels;
    if (levels.size() < 3)
        return false;
    const bool front = prefixOf(levels[0]);
    const std::string_view word = front ? levels[0] : levels[levels.size() - 2];
    if (!prefixOf(word))
        return false;
    at.message = levels.back();
    at.prefix = word == "tele" ? Prefix::Telemetry
        : word == "stat"       ? Prefix::Status
                               : Prefix::Command;
    // FullTopic may be %prefix%/%topic%/ or %topic%/%prefix%/.
    const std::string_view topic = in.message.topic;
    const std::size_t begin = front ? word.size() + 1 : 0;
    const std::size_t end = topic.size() - at.message.size() - (front ? 1 : word.size() + 2);
    at.topic = topic.substr(begin, end - begin);
    return !at.topic.empty();
}

bool Tasmota::decodeDiscovery(Input &in, Output &out)
{
    const std::string_view kind = in.levels[3];
    if (kind != "config" && kind != "sensors")
        return false;
    if (in.message.payload.empty()) {
        out.decoder = name();
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr",
                                    "The retained announcement of a Tasmota device was removed."));
        return true;
    }
    const element *json = in.json();
    const bool shaped = json && json->is_object()
        && (kind == "sensors" ? memberAt(*json, "sn").has_value() : !textAt(*json, "t").empty());
    out.decoder = name();
    if (!shaped) {
        out.outcome = Outcome::Undecodable;
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr",
                                    "The Tasmota announcement lacks its topic or is not JSON."));
    } else if (kind == "config") {
        learnConfig(*json, in, out);
    } else {
        // Values of the moment of the announcement come again by tele/.../SENSOR.
        addReason(out, QT_TRANSLATE_NOOP("decode::Tr", "The list of a Tasmota device's sensors."));
    }
    return true;
}

void Tasmota::learnConfig(const element &json, Input &in, Output &out)
{
    const std::string_view device = out.keep(cutUtf8(textAt(json, "t"), in.limits.maxNameBytes));
    const auto fact = [&](Fact::Kind kind, std::string_view text) {
        if (!text.empty())
            addFact(out, in.limits, kind, device, out.keep(cutUtf8(text, in.limits.maxTextBytes)));
    };
    const auto attribute = [&](std::string_view key, std::string_view text) {
        if (!text.empty())
            addFact(out, in.limits, Fact::Kind::Attribute, device,
                    out.keep(key, "=", cutUtf8(text, 128)));
    };
    fact(Fact::Kind::Protocol, "Tasmota");
    fact(Fact::Kind::DisplayName, textAt(json, "dn"));
    fact(Fact::Kind::Model, textAt(json, "md"));
    fact(Fact::Kind::Firmware, textAt(json, "sw"));
    fact(Fact::Kind::Serial, textAt(json, "mac"));
    attribute("ip", textAt(json, "ip"));
    attribute("host name", textAt(json, "hn"));
    out.outcome = Outcome::Decoded;
    Device *known = findOrAddIn(m_devices, device, maxDevices);
    if (known == nullptr) {
        out.capHit = true;
        addReason(out,
                  QT_TRANSLATE_NOOP(
                      "decode::Tr",
                      "The limit of Tasmota devices is reached; this one is not remembered."));
        return;
    }
    if (const std::string_view word = textAt(json, "onln"); !word.empty())
        known->online = word.substr(0, 64);
    if (const std::string_view word = textAt(json, "ofln"); !word.empty())
        known->offline = word.substr(0, 64);
}

bool Tasmota::decodeWill(const Address &at, Input &in, Output &out)
{
    const Device *known = findIn(m_devices, at.topic);
    const Device device = known ? *known : Device();
    const bool up = in.message.payload == device.online;
    if (!up && in.message.payload != device.offline)
        return false;
    out.decoder = name();
    Sample sample;
    sample.device = out.keep(cutUtf8(at.topic, in.limits.maxNameBytes));
    sample.state = true;
    addFact(out, in.limits, up ? Fact::Kind::Online : Fact::Kind::Offline, sample.device);
    addFact(out, in.limits, Fact::Kind::Protocol, sample.device, "Tasmota");
    addSample(out, in.limits, sample, "online", Value::boolean(up));
    out.outcome = Outcome::Decoded;
    return true;
}

bool Tasmota::decodePower(const Address &at, Input &in, Output &out)
{
    if (in.message.payload != "ON" && in.message.payload != "OFF")
        return false;
    out.decoder = "tasmota";
    Sample sample;
    sample.device = out.keep(cutUtf8(at.topic, in.limits.maxNameBytes));
    addSample(out, in.limits, sample, at.message, Value::boolean(in.message.payload == "ON"));
    out.outcome = Outcome::Decoded;
    return true;
}

bool Tasmota::decodeRecord(const Address &at, Input &in, Output &out)
{
    const element *json = in.json();
    if (json == nullptr || !json->is_object())
        return false;
    out.decoder = name();
    const std::string_view device = out.keep(cutUtf8(at.topic, in.limits.maxNameBytes));
    element record = *json;
    for (const std::string_view wrapper : wrappers) {
        const auto inner = memberAt(*json, wrapper);
        if (inner && inner->is_object())
            record = *inner;
    }
    addInfo(device, record, in, out);
    // INFO messages describe the device, the rest of them is not worth a series.
    if (!at.message.starts_with("INFO"))
        addRecord(device, record, in, out);
    findPredictions(out, 0, nullptr);
    settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The Tasmota message has no values."));
    return true;
}

void Tasmota::addInfo(std::string_view device, const element &info, Input &in, Output &out)
{
    const auto fact = [&](Fact::Kind kind, std::string_view text) {
        if (!text.empty())
            addFact(out, in.limits, kind, device, out.keep(cutUtf8(text, in.limits.maxTextBytes)));
    };
    const std::string_view version = textAt(info, "Version");
    if (version.empty() && textAt(info, "Module").empty() && textAt(info, "Hostname").empty())
        return;
    fact(Fact::Kind::Protocol, "Tasmota");
    fact(Fact::Kind::Firmware, version);
    fact(Fact::Kind::Model, textAt(info, "Module"));
    fact(Fact::Kind::Hardware, textAt(info, "Hardware"));
    if (const std::string_view ip = textAt(info, "IPAddress"); !ip.empty())
        addFact(out, in.limits, Fact::Kind::Attribute, device, out.keep("ip=", cutUtf8(ip, 64)));
}

void Tasmota::addRecord(std::string_view device, const element &record, Input &in, Output &out)
{
    TasmotaUnits units;
    if (const std::string_view unit = textAt(record, "TempUnit"); !unit.empty())
        units.temperature = unit == "F" ? "°F" : unit == "K" ? "K" : "°C";
    if (const std::string_view unit = textAt(record, "PressureUnit"); !unit.empty())
        units.pressure = out.keep(cutUtf8(unit, 32));
    if (const std::string_view unit = textAt(record, "SpeedUnit"); !unit.empty())
        units.speed = out.keep(cutUtf8(unit, 32));
    Sample sample;
    sample.device = device;
    // Without a zone the device's local time is meant, which nobody here knows.
    sample.time = timeOfIso(textAt(record, "Time"));
    std::string path;
    forLeaves(record, path, in.limits.maxNesting, [&](std::string_view leaf, const element &json) {
        if (leaf == "Time" || leaf == "TempUnit" || leaf == "PressureUnit" || leaf == "SpeedUnit"
            || leaf.ends_with("/TotalStartTime"))
            return true;
        std::string_view text;
        Sample like = sample;
        if (isPower(leaf) && json.get(text) == simdjson::SUCCESS && (text == "ON" || text == "OFF"))
            return addSample(out, in.limits, like, leaf, Value::boolean(text == "ON"));
        if (json.is_number())
            like.unit = tasmotaUnit(leaf, units);
        return addJson(out, in.limits, like, leaf, json);
    });
}

std::unique_ptr<Convention> makeTasmota()
{
    return std::make_unique<Tasmota>();
}

} // namespace decode
