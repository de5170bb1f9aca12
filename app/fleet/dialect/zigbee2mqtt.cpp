// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/zigbee2mqtt.h"

#include "app/fleet/jsonwriter.h"

namespace fleet {

Zigbee2Mqtt::Zigbee2Mqtt(Devices devices)
    : Dialect(std::move(devices))
    , m_base("zigbee2mqtt")
{
    // The base topic is the operator's choice; two bridges on one broker need two.
    if (!m_devices.front()->name().ends_with("-03"))
        m_base += "-" + m_devices.front()->name();
}

std::string Zigbee2Mqtt::clientId() const
{
    return "bridge-" + m_devices.front()->name();
}

Message Zigbee2Mqtt::will(std::int64_t)
{
    return {m_base + "/bridge/state", R"({"state":"offline"})", 1, true};
}

void Zigbee2Mqtt::offline(std::int64_t timeMs, Outbox &out)
{
    for (const Device *device : m_devices)
        out.push_back(
            {m_base + "/" + device->name() + "/availability", R"({"state":"offline"})", 1, true});
    out.push_back(will(timeMs));
}

std::string Zigbee2Mqtt::devicesList() const
{
    JsonWriter json;
    json.array();
    json.object().key("ieee_address").text("0x00124b0000000001").key("type").text("Coordinator");
    json.key("friendly_name").text("Coordinator").key("supported").boolean(true).endObject();
    for (const Device *device : m_devices) {
        json.object()
            .key("ieee_address")
            .text("0x0012" + device->serial())
            .key("type")
            .text("EndDevice");
        json.key("friendly_name").text(device->name()).key("supported").boolean(true);
        json.key("software_build_id")
            .text("1.0.7")
            .key("power_source")
            .text("Mains (single phase)");
        json.key("definition")
            .object()
            .key("model")
            .text("ZN-21")
            .key("vendor")
            .text("Pilothouse rehearsal");
        json.key("description").text("Zone sensor with edge model").key("exposes").array();
        for (const Quantity &q : device->machine().quantities()) {
            json.object()
                .key("type")
                .text("numeric")
                .key("name")
                .text(q.id)
                .key("property")
                .text(q.id);
            json.key("label").text(q.id).key("access").integer(1);
            if (!q.unit.empty())
                json.key("unit").text(q.unit);
            json.endObject();
        }
        json.endArray().endObject().endObject();
    }
    json.endArray();
    return json.take();
}

void Zigbee2Mqtt::online(std::int64_t, Outbox &out)
{
    out.push_back({m_base + "/bridge/state", R"({"state":"online"})", 1, true});
    out.push_back({m_base + "/bridge/devices", devicesList(), 1, true});
    for (const Device *device : m_devices)
        out.push_back(
            {m_base + "/" + device->name() + "/availability", R"({"state":"online"})", 1, true});
}

void Zigbee2Mqtt::report(const Device &device, const Snapshot &now, Outbox &out)
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
    json.key("linkquality").integer(120 + static_cast<std::int64_t>(now.sequence % 7));
    if (now.verdict.valid) {
        json.key("model").text(now.verdict.model).key("model_version").text(now.verdict.version);
        json.key("prediction")
            .text(now.verdict.label)
            .key("confidence")
            .decimal(now.verdict.confidence, 4);
    }
    json.endObject();
    out.push_back({m_base + "/" + device.name(), json.take()});
}

} // namespace fleet
