// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/plain.h"

#include "app/fleet/jsonwriter.h"
#include "app/fleet/snapshotimage.h"

namespace fleet {

void writeReadings(JsonWriter &json, const Device &device, const Snapshot &now)
{
    const auto quantities = device.machine().quantities();
    std::string number;
    std::vector<bool> written(quantities.size());
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        if (written[i])
            continue;
        json.key(quantities[i].group).object();
        for (std::size_t k = i; k < quantities.size(); ++k) {
            if (quantities[k].group != quantities[i].group)
                continue;
            written[k] = true;
            number.clear();
            appendValue(number, quantities[k], now.values[k]);
            json.key(quantities[k].leaf);
            if (quantities[k].unit.empty())
                json.raw(number);
            else
                json.object()
                    .key("value")
                    .raw(number)
                    .key("unit")
                    .text(quantities[k].unit)
                    .endObject();
        }
        json.endObject();
    }
}

void writeVerdict(JsonWriter &json, const Verdict &verdict)
{
    json.object().key("model").text(verdict.model).key("version").text(verdict.version);
    json.key("label")
        .text(verdict.label)
        .key("confidence")
        .decimal(verdict.confidence, 4)
        .endObject();
}

PlainJson::PlainJson(Devices devices, int version)
    : Dialect(std::move(devices))
    , m_version(version)
    , m_base(slug(m_devices.front()->site()) + "/" + m_devices.front()->name())
{
}

std::string PlainJson::clientId() const
{
    return m_devices.front()->name() + "-json";
}

Message PlainJson::will(std::int64_t)
{
    return {m_base + "/availability", "offline", 1, true};
}

void PlainJson::online(std::int64_t, Outbox &out)
{
    out.push_back({m_base + "/availability", "online", 1, true});
}

void PlainJson::report(const Device &device, const Snapshot &now, Outbox &out)
{
    JsonWriter json;
    json.object().key("deviceId").text(device.name()).key("ts").integer(now.timeMs);
    json.key("seq").integer(static_cast<std::int64_t>(now.sequence));
    json.key("firmware").text("4.2.1");
    writeReadings(json, device, now);
    if (now.verdict.valid) {
        json.key("inference");
        writeVerdict(json, now.verdict);
    }
    json.endObject();
    Message message{m_base + "/telemetry", json.take()};
    if (m_version == 5) {
        message.contentType = "application/json";
        message.userProperties = {{"site", device.site()}, {"schema", "pilothouse.rehearsal/1"}};
    }
    out.push_back(std::move(message));
    constexpr std::uint64_t pictureEvery = 10;
    if (!device.machine().picture().empty() && now.sequence % pictureEvery == 1) {
        Message picture{m_base + "/snapshot", encodeJpeg(device.machine().picture(), 4)};
        if (m_version == 5)
            picture.contentType = "image/jpeg";
        out.push_back(std::move(picture));
    }
}

Scalars::Scalars(Devices devices)
    : Dialect(std::move(devices))
    , m_base(slug(m_devices.front()->site()) + "/" + m_devices.front()->name())
{
}

std::string Scalars::clientId() const
{
    return m_devices.front()->name() + "-plain";
}

Message Scalars::will(std::int64_t)
{
    return {m_base + "/status", "offline", 1, true};
}

void Scalars::online(std::int64_t, Outbox &out)
{
    out.push_back({m_base + "/status", "online", 1, true});
}

void Scalars::report(const Device &device, const Snapshot &now, Outbox &out)
{
    const auto quantities = device.machine().quantities();
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        Message message{m_base + "/" + std::string(quantities[i].id), {}};
        appendValue(message.payload, quantities[i], now.values[i]);
        if (!quantities[i].unit.empty())
            message.payload += " " + std::string(quantities[i].unit);
        out.push_back(std::move(message));
    }
    if (!now.verdict.valid)
        return;
    JsonWriter json;
    writeVerdict(json, now.verdict);
    out.push_back({m_base + "/inference", json.take()});
}

} // namespace fleet
