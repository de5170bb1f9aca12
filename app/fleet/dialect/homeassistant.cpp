// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/homeassistant.h"

#include "app/fleet/jsonwriter.h"

namespace fleet {

HomeAssistant::HomeAssistant(Devices devices)
    : Dialect(std::move(devices))
    , m_base("home/" + slug(m_devices.front()->site()) + "/" + m_devices.front()->name())
{
}

std::string HomeAssistant::clientId() const
{
    return m_devices.front()->name() + "-ha";
}

Message HomeAssistant::will(std::int64_t)
{
    return {m_base + "/availability", "offline", 1, true};
}

void HomeAssistant::config(const Device &device, std::string_view component,
                           std::string_view object, std::string_view name, std::string_view unit,
                           std::string_view deviceClass, std::string_view stateClass,
                           Outbox &out) const
{
    JsonWriter json;
    json.object()
        .key("name")
        .text(name)
        .key("unique_id")
        .text(device.name() + "_" + std::string(object));
    json.key("state_topic").text(m_base + "/state");
    json.key("value_template").text("{{ value_json." + std::string(object) + " }}");
    if (!unit.empty())
        json.key("unit_of_measurement").text(unit);
    if (!deviceClass.empty())
        json.key("device_class").text(deviceClass);
    if (!stateClass.empty())
        json.key("state_class").text(stateClass);
    json.key("availability_topic").text(m_base + "/availability");
    json.key("device").object().key("identifiers").array().text(device.serial()).endArray();
    json.key("name").text(device.name()).key("manufacturer").text("Pilothouse rehearsal");
    json.key("model").text("Zone controller ZC-4").key("sw_version").text("2026.10.1");
    json.key("suggested_area").text(device.site()).endObject().endObject();
    out.push_back({"homeassistant/" + std::string(component) + "/" + device.name() + "/"
                       + std::string(object) + "/config",
                   json.take(), 1, true});
}

void HomeAssistant::online(std::int64_t, Outbox &out)
{
    const Device &device = *m_devices.front();
    for (const Quantity &q : device.machine().quantities()) {
        const bool counter = q.kind == Quantity::Kind::Counter;
        config(device, "sensor", q.id, q.id, q.unit, q.deviceClass,
               counter ? "total_increasing" : "measurement", out);
    }
    config(device, "sensor", "prediction", "Edge model prediction", "", "", "", out);
    config(device, "sensor", "confidence", "Edge model confidence", "%", "", "measurement", out);
    out.push_back({m_base + "/availability", "online", 1, true});
}

void HomeAssistant::report(const Device &device, const Snapshot &now, Outbox &out)
{
    const auto quantities = device.machine().quantities();
    JsonWriter json;
    json.object();
    std::string number;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        number.clear();
        appendValue(number, quantities[i], now.values[i]);
        json.key(quantities[i].id).raw(number);
    }
    if (now.verdict.valid) {
        json.key("prediction")
            .text(now.verdict.label)
            .key("confidence")
            .decimal(100 * now.verdict.confidence, 2);
        json.key("model").text(now.verdict.model).key("model_version").text(now.verdict.version);
    }
    json.endObject();
    out.push_back({m_base + "/state", json.take()});
}

} // namespace fleet
