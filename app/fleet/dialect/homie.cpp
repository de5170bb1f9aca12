// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/homie.h"

#include "app/fleet/jsonwriter.h"

namespace fleet {

namespace {

void property(JsonWriter &json, std::string_view id, std::string_view type, std::string_view unit)
{
    json.key(id).object().key("name").text(id).key("datatype").text(type);
    if (!unit.empty())
        json.key("unit").text(unit);
    json.endObject();
}

/// Homie ids are a-z, 0-9 and '-'.
std::string homieId(std::string_view id)
{
    std::string out(id);
    for (char &c : out)
        c = c == '_' ? '-' : c;
    return out;
}

} // namespace

Homie::Homie(Devices devices)
    : Dialect(std::move(devices))
    , m_base("homie/5/" + m_devices.front()->name())
{
}

std::string Homie::clientId() const
{
    return m_devices.front()->name() + "-homie";
}

Message Homie::will(std::int64_t)
{
    return {m_base + "/$state", "lost", 1, true};
}

void Homie::offline(std::int64_t, Outbox &out)
{
    out.push_back({m_base + "/$state", "disconnected", 1, true});
}

std::string Homie::description() const
{
    const Device &device = *m_devices.front();
    JsonWriter json;
    json.object().key("homie").text("5.0").key("version").integer(1).key("name").text(
        device.name());
    json.key("nodes")
        .object()
        .key("sensors")
        .object()
        .key("name")
        .text("Sensors")
        .key("properties")
        .object();
    for (const Quantity &q : device.machine().quantities())
        property(json, homieId(q.id), q.kind == Quantity::Kind::Counter ? "integer" : "float",
                 q.unit);
    json.endObject().endObject();
    json.key("inference").object().key("name").text("Edge model").key("properties").object();
    property(json, "model", "string", "");
    property(json, "version", "string", "");
    property(json, "label", "string", "");
    property(json, "confidence", "float", "");
    json.endObject().endObject().endObject().endObject();
    return json.take();
}

void Homie::online(std::int64_t, Outbox &out)
{
    out.push_back({m_base + "/$state", "init", 1, true});
    out.push_back({m_base + "/$description", description(), 1, true});
    const EdgeModel &model = m_devices.front()->model();
    out.push_back({m_base + "/inference/model", model.name(), 0, true});
    out.push_back({m_base + "/inference/version", model.version(), 0, true});
    out.push_back({m_base + "/$state", "ready", 1, true});
}

void Homie::report(const Device &device, const Snapshot &now, Outbox &out)
{
    const auto quantities = device.machine().quantities();
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        Message message{m_base + "/sensors/" + homieId(quantities[i].id), {}, 0, true};
        appendValue(message.payload, quantities[i], now.values[i]);
        out.push_back(std::move(message));
    }
    if (!now.verdict.valid)
        return;
    std::string confidence;
    appendDecimal(confidence, now.verdict.confidence, 4);
    out.push_back({m_base + "/inference/label", std::string(now.verdict.label), 0, true});
    out.push_back({m_base + "/inference/confidence", confidence, 0, true});
}

} // namespace fleet
