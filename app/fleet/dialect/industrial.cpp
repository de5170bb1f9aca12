// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/industrial.h"

#include "app/fleet/dialect/plain.h"
#include "app/fleet/jsonwriter.h"

namespace fleet {

namespace {

constexpr int builtInInt64 = 8;
constexpr int builtInDouble = 11;

void writeField(JsonWriter &json, std::string_view name, std::string_view value,
                const std::string &time)
{
    json.key(name).object().key("Value").raw(value).key("SourceTimestamp").text(time).endObject();
}

} // namespace

OpcUaPubSub::OpcUaPubSub(Devices devices)
    : Dialect(std::move(devices))
    , m_publisher(m_devices.front()->name())
{
}

std::string OpcUaPubSub::clientId() const
{
    return m_publisher + "-opcua";
}

std::string OpcUaPubSub::statusMessage(std::int64_t timeMs, bool operational) const
{
    JsonWriter json;
    json.object()
        .key("MessageId")
        .text(m_publisher + "-status")
        .key("MessageType")
        .text("ua-status");
    json.key("PublisherId").text(m_publisher).key("Timestamp").text(isoTime(timeMs));
    json.key("IsCyclic").boolean(false).key("Status").integer(operational ? 2 : 3).endObject();
    return json.take();
}

Message OpcUaPubSub::will(std::int64_t timeMs)
{
    return {"opcua/json/status/" + m_publisher, statusMessage(timeMs, false), 1, true, {},
            {{"UAMessageType", "ua-status"}}};
}

std::string OpcUaPubSub::metaMessage(const Device &device, std::int64_t timeMs) const
{
    JsonWriter json;
    json.object()
        .key("MessageId")
        .text(m_publisher + "-metadata")
        .key("MessageType")
        .text("ua-metadata");
    json.key("PublisherId").text(m_publisher).key("DataSetWriterId").integer(1);
    json.key("WriterGroupName").text("process").key("DataSetWriterName").text("machine");
    json.key("Timestamp")
        .text(isoTime(timeMs))
        .key("MetaData")
        .object()
        .key("Name")
        .text(device.name());
    json.key("Fields").array();
    for (const Quantity &quantity : device.machine().quantities()) {
        const bool counter = quantity.kind == Quantity::Kind::Counter;
        json.object()
            .key("Name")
            .text(quantity.id)
            .key("BuiltInType")
            .integer(counter ? builtInInt64 : builtInDouble);
        json.key("ValueRank").integer(-1).key("Properties").array();
        json.object().key("Key").object().key("Name").text("EngineeringUnits").endObject();
        json.key("Value")
            .object()
            .key("DisplayName")
            .object()
            .key("Text")
            .text(quantity.unit)
            .endObject()
            .endObject();
        json.endObject().endArray().endObject();
    }
    json.endArray()
        .key("ConfigurationVersion")
        .object()
        .key("MajorVersion")
        .integer(1)
        .key("MinorVersion")
        .integer(0);
    json.endObject().endObject().endObject();
    return json.take();
}

void OpcUaPubSub::online(std::int64_t timeMs, Outbox &out)
{
    out.push_back({"opcua/json/status/" + m_publisher,
                   statusMessage(timeMs, true),
                   1,
                   true,
                   "application/json",
                   {{"UAMessageType", "ua-status"}}});
    out.push_back({"opcua/json/metadata/" + m_publisher + "/process/machine",
                   metaMessage(*m_devices.front(), timeMs),
                   1,
                   true,
                   "application/json",
                   {{"UAMessageType", "ua-metadata"}}});
}

void OpcUaPubSub::report(const Device &device, const Snapshot &now, Outbox &out)
{
    const std::string time = isoTime(now.timeMs);
    JsonWriter json;
    json.object().key("MessageId").text(m_publisher + "-" + std::to_string(++m_message));
    json.key("MessageType").text("ua-data").key("PublisherId").text(m_publisher);
    json.key("WriterGroupName").text("process").key("Messages").array().object();
    json.key("DataSetWriterId").integer(1).key("DataSetWriterName").text("machine");
    json.key("SequenceNumber").integer(static_cast<std::int64_t>(now.sequence));
    json.key("Timestamp").text(time).key("MessageType").text("ua-keyframe").key("Payload").object();
    const auto quantities = device.machine().quantities();
    std::string number;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        number.clear();
        appendValue(number, quantities[i], now.values[i]);
        // Part 6, 5.4.2.3: 64-bit integers are JSON strings, so that no reader rounds them.
        const bool counter = quantities[i].kind == Quantity::Kind::Counter;
        writeField(json, quantities[i].id, counter ? "\"" + number + "\"" : number, time);
    }
    if (now.verdict.valid) {
        json.key("inference").object().key("Value");
        writeVerdict(json, now.verdict);
        json.key("SourceTimestamp").text(time).endObject();
    }
    json.endObject().endObject().endArray().endObject();
    out.push_back({"opcua/json/data/" + m_publisher + "/process/machine",
                   json.take(),
                   0,
                   false,
                   "application/json",
                   {{"UAMessageType", "ua-data"}}});
}

CloudEvents::CloudEvents(Devices devices)
    : Dialect(std::move(devices))
    , m_base(slug(m_devices.front()->site()) + "/events/" + m_devices.front()->name())
{
}

std::string CloudEvents::clientId() const
{
    return m_devices.front()->name() + "-events";
}

Message CloudEvents::will(std::int64_t)
{
    return {m_base + "/availability", "offline", 1, true};
}

void CloudEvents::online(std::int64_t, Outbox &out)
{
    out.push_back({m_base + "/availability", "online", 1, true});
}

void CloudEvents::report(const Device &device, const Snapshot &now, Outbox &out)
{
    JsonWriter json;
    json.object()
        .key("specversion")
        .text("1.0")
        .key("id")
        .text(device.name() + "-" + std::to_string(now.timeMs) + "-"
              + std::to_string(now.sequence));
    json.key("source").text("/" + slug(device.site()) + "/" + device.name());
    json.key("type").text("org.pilothouse.rehearsal.reading").key("subject").text(device.name());
    json.key("time").text(isoTime(now.timeMs)).key("datacontenttype").text("application/json");
    json.key("data").object();
    writeReadings(json, device, now);
    if (now.verdict.valid) {
        json.key("inference");
        writeVerdict(json, now.verdict);
    }
    json.endObject().endObject();
    out.push_back({m_base, json.take(), 0, false, "application/cloudevents+json; charset=utf-8"});
}

} // namespace fleet
