// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/tasmota.h"

#include "app/fleet/jsonwriter.h"

#include <cctype>

namespace fleet {

namespace {

/// "voltage_l1" -> "VoltageL1", as Tasmota names things.
std::string camel(std::string_view id)
{
    std::string out;
    bool upper = true;
    for (const char c : id) {
        if (c != '_')
            out += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        upper = c == '_';
    }
    return out;
}

void writeSensor(JsonWriter &json, const Device &device, const Snapshot &now)
{
    const auto quantities = device.machine().quantities();
    json.object().key("Time").text(isoTime(now.timeMs, false)).key("ENERGY").object();
    std::string number;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        number.clear();
        appendValue(number, quantities[i], now.values[i]);
        json.key(camel(quantities[i].id)).raw(number);
    }
    json.endObject();
    if (now.verdict.valid) {
        json.key("Inference")
            .object()
            .key("Model")
            .text(now.verdict.model)
            .key("Version")
            .text(now.verdict.version);
        json.key("Label")
            .text(now.verdict.label)
            .key("Confidence")
            .decimal(now.verdict.confidence, 4)
            .endObject();
    }
    json.endObject();
}

} // namespace

Tasmota::Tasmota(Devices devices)
    : Dialect(std::move(devices))
    , m_topic(m_devices.front()->name())
    , m_mac(m_devices.front()->serial())
{
}

std::string Tasmota::clientId() const
{
    return "DVES_" + m_mac.substr(6);
}

Message Tasmota::will(std::int64_t)
{
    return {"tele/" + m_topic + "/LWT", "Offline", 1, true};
}

void Tasmota::online(std::int64_t timeMs, Outbox &out)
{
    JsonWriter config;
    config.object().key("ip").text("127.0.0.1").key("dn").text(m_devices.front()->name());
    config.key("fn").array().text("Meter").endArray().key("hn").text("tasmota-" + m_topic);
    config.key("mac")
        .text(m_mac)
        .key("md")
        .text("Three-phase meter")
        .key("ofln")
        .text("Offline")
        .key("onln")
        .text("Online");
    config.key("state").array().text("OFF").text("ON").text("TOGGLE").text("HOLD").endArray();
    config.key("sw").text("14.3.0").key("t").text(m_topic).key("ft").text("%prefix%/%topic%/");
    config.key("tp").array().text("cmnd").text("stat").text("tele").endArray();
    config.key("rl")
        .array()
        .integer(0)
        .endArray()
        .key("so")
        .object()
        .endObject()
        .key("ver")
        .integer(1)
        .endObject();
    out.push_back({"tasmota/discovery/" + m_mac + "/config", config.take(), 1, true});

    Snapshot blank;
    blank.timeMs = timeMs;
    blank.values.assign(m_devices.front()->machine().quantities().size(), {});
    JsonWriter sensors;
    sensors.object().key("sn");
    writeSensor(sensors, *m_devices.front(), blank);
    sensors.key("ver").integer(1).endObject();
    out.push_back({"tasmota/discovery/" + m_mac + "/sensors", sensors.take(), 1, true});
    out.push_back({"tele/" + m_topic + "/LWT", "Online", 1, true});
}

void Tasmota::report(const Device &device, const Snapshot &now, Outbox &out)
{
    JsonWriter sensor;
    writeSensor(sensor, device, now);
    out.push_back({"tele/" + m_topic + "/SENSOR", sensor.take()});
    constexpr std::uint64_t stateEvery = 30;
    if (now.sequence % stateEvery != 1)
        return;
    JsonWriter state;
    state.object()
        .key("Time")
        .text(isoTime(now.timeMs, false))
        .key("UptimeSec")
        .integer(static_cast<std::int64_t>(now.sequence));
    state.key("Heap").integer(25).key("LoadAvg").integer(19);
    state.key("Wifi")
        .object()
        .key("RSSI")
        .integer(76)
        .key("Signal")
        .integer(-62)
        .endObject()
        .endObject();
    out.push_back({"tele/" + m_topic + "/STATE", state.take()});
}

} // namespace fleet
