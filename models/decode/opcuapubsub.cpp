// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/opcuapubsub.h"

#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"
#include "models/decode/opcuapubsubvalue.h"

namespace decode {

using simdjson::dom::element;

namespace {

constexpr std::size_t maxWriters = 20'000;
constexpr std::size_t maxFields = 400'000;
constexpr std::size_t maxId = 200;

/// PublisherId and DataSetWriterId are numbers in some versions, texts in others.
std::string idText(const element &json, std::string_view key)
{
    const auto member = memberAt(json, key);
    if (!member)
        return {};
    if (member->is_string())
        return std::string(member->get_string().value_unsafe().substr(0, maxId));
    std::uint64_t number = 0;
    return member->get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

/// DisplayName of the EngineeringUnits property (EUInformation), in any of the Variant forms.
std::string_view unitOf(const element &field)
{
    const auto properties = memberAt(field, "Properties");
    if (!properties || !properties->is_array())
        return {};
    for (const element property : simdjson::dom::array(*properties)) {
        const auto key = memberAt(property, "Key");
        const std::string_view name =
            key && key->is_object() ? textAt(*key, "Name") : textAt(property, "Key");
        auto value = memberAt(property, "Value");
        if (!value || (name != "EngineeringUnits" && !name.ends_with(":EngineeringUnits")))
            continue;
        for (int i = 0; i < 4 && value; ++i) { // Variant, then ExtensionObject
            const auto display = memberAt(*value, "DisplayName");
            if (display)
                return display->is_string() ? display->get_string().value_unsafe()
                                            : textAt(*display, "Text");
            const auto body = memberAt(*value, "Body");
            value = body ? body : memberAt(*value, "Value");
        }
    }
    return {};
}

} // namespace

OpcUaPubSub::Sender OpcUaPubSub::senderOfTopic(std::span<const std::string_view> levels,
                                               std::string_view &type)
{
    Sender sender;
    for (std::size_t i = 1; i + 2 < levels.size(); ++i) {
        if (levels[i] != "json")
            continue;
        type = levels[i + 1];
        sender.publisher = levels[i + 2];
        if (i + 3 < levels.size())
            sender.group = levels[i + 3];
        if (i + 4 < levels.size())
            sender.writerName = levels[i + 4];
        break;
    }
    return sender;
}

void OpcUaPubSub::readHeader(const element &json, Sender &sender)
{
    if (const auto publisher = memberAt(json, "PublisherId"); publisher && publisher->is_string())
        sender.publisher = publisher->get_string().value_unsafe().substr(0, maxId);
    if (const std::string_view group = textAt(json, "WriterGroupName"); !group.empty())
        sender.group = group.substr(0, maxId);
    if (const std::string_view writer = textAt(json, "DataSetWriterName"); !writer.empty())
        sender.writerName = writer.substr(0, maxId);
    if (std::string id = idText(json, "DataSetWriterId"); !id.empty())
        sender.writer = std::move(id);
}

bool OpcUaPubSub::decode(Input &in, Output &out)
{
    const element *json = in.json();
    if (json == nullptr || (!json->is_object() && !json->is_array()))
        return false;
    std::string_view topicType;
    Sender sender = senderOfTopic(in.levels, topicType);
    if (json->is_array()) { // data set messages without a network message header
        element first;
        if (topicType != "data" || json->at(0).get(first) != simdjson::SUCCESS
            || !memberAt(first, "Payload"))
            return false;
        out.decoder = name();
        for (const element message : simdjson::dom::array(*json))
            decodeDataSet(message, sender, false, in, out);
        findPredictions(out, 0, &m_inference);
        settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The OPC UA message has no fields."));
        return true;
    }
    const std::string_view type = textAt(*json, "MessageType");
    if (!type.starts_with("ua-") && topicType != "data")
        return false;
    const std::string numeric = idText(*json, "PublisherId");
    readHeader(*json, sender);
    if (!numeric.empty())
        sender.publisher = out.keep(numeric);
    const bool headerless = type.empty() && topicType == "data" && in.levels.size() >= 5;
    const bool dataSetOnly = !memberAt(*json, "Messages") && memberAt(*json, "Payload")
        && (type.starts_with("ua-") || topicType == "data");
    if (!type.starts_with("ua-") && !headerless && !dataSetOnly)
        return false;
    out.decoder = name();
    if (type == "ua-metadata") {
        decodeMetaData(*json, sender, in, out);
    } else if (type == "ua-data" || dataSetOnly || memberAt(*json, "Messages")) {
        if (dataSetOnly)
            decodeDataSet(*json, sender, true, in, out);
        else
            decodeData(*json, sender, in, out);
    } else if (type == "ua-status") {
        decodeStatus(*json, sender, in, out);
    } else if (headerless) {
        addFields(*json, sender, Sample(), in, out);
    } else if (type.ends_with("keepalive")) {
        decodeDataSet(*json, sender, true, in, out);
    } else {
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr", "An OPC UA discovery message, not telemetry."));
        return true;
    }
    findPredictions(out, 0, &m_inference);
    settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The OPC UA message has no fields."));
    return true;
}

void OpcUaPubSub::decodeStatus(const element &json, const Sender &sender, Input &in, Output &out)
{
    // PubSubState: 0 disabled, 1 paused, 2 operational, 3 error, 4 pre-operational.
    std::uint64_t state = 0;
    if (json.at_key("Status").get(state) != simdjson::SUCCESS || sender.publisher.empty())
        return;
    Sample sample;
    sample.device = out.keep(sender.publisher);
    sample.state = true;
    sample.time = timeOfIso(textAt(json, "Timestamp"));
    addFact(out, in.limits, state == 2 || state == 4 ? Fact::Kind::Online : Fact::Kind::Offline,
            sample.device);
    addFact(out, in.limits, Fact::Kind::Protocol, sample.device, "OPC UA PubSub");
    addSample(out, in.limits, sample, "PubSubState", telemetry::Value::natural(state));
}

const OpcUaPubSub::Writer *OpcUaPubSub::writerOf(const Sender &sender)
{
    const std::string id = sender.writer.empty() ? std::string(sender.writerName) : sender.writer;
    return findIn(m_writers, std::string(sender.publisher) + "/" + id);
}

void OpcUaPubSub::decodeMetaData(const element &json, Sender sender, Input &in, Output &out)
{
    const auto meta = memberAt(json, "MetaData");
    if (!meta) {
        out.outcome = Outcome::Undecodable;
        addReason(out,
                  QT_TRANSLATE_NOOP("decode::Tr", "The OPC UA metadata message has no MetaData."));
        return;
    }
    const std::string_view device = out.keep(sender.publisher);
    addFact(out, in.limits, Fact::Kind::Protocol, device, "OPC UA PubSub");
    const std::string_view dataSet = textAt(*meta, "Name");
    if (!dataSet.empty())
        addFact(out, in.limits, Fact::Kind::Attribute, device,
                out.keep("data set=", cutUtf8(dataSet, 128)));
    // A data message may name the writer by its id, by its name, or both.
    for (const std::string &id : {sender.writer, std::string(sender.writerName)}) {
        if (id.empty())
            continue;
        Writer *writer =
            findOrAddIn(m_writers, std::string(sender.publisher) + "/" + id, maxWriters);
        if (writer == nullptr || m_fields > maxFields) {
            out.capHit = true;
            addReason(out,
                      QT_TRANSLATE_NOOP(
                          "decode::Tr",
                          "The limit of OPC UA data sets is reached; this one is not remembered."));
            return;
        }
        writer->name = sender.writerName.empty() ? cutUtf8(dataSet, maxId) : sender.writerName;
        m_fields -= writer->fields.size();
        learnFields(*writer, *meta, device, in, out);
        m_fields += writer->fields.size();
    }
}

void OpcUaPubSub::learnFields(Writer &writer, const element &meta, std::string_view device,
                              Input &in, Output &out)
{
    writer.fields.clear();
    const auto fields = memberAt(meta, "Fields");
    if (!fields || !fields->is_array())
        return;
    for (const element field : simdjson::dom::array(*fields)) {
        Field *known = findOrAddIn(writer.fields, textAt(field, "Name").substr(0, maxId),
                                   in.limits.maxSignals);
        if (known == nullptr)
            return;
        std::uint64_t type = 0;
        if (field.at_key("BuiltInType").get(type) == simdjson::SUCCESS && type < 64)
            known->type = static_cast<std::uint32_t>(type);
        known->unit = cutUtf8(unitOf(field), 64);
        if (known->unit.empty() || out.facts.size() >= in.limits.maxSamples)
            continue;
        const std::string_view prefix =
            writer.name.empty() ? std::string_view() : std::string_view("/");
        out.facts.push_back({Fact::Kind::SignalUnit, device,
                             out.keep(writer.name, prefix, textAt(field, "Name").substr(0, maxId)),
                             out.keep(known->unit), base::noTime});
    }
}

void OpcUaPubSub::decodeData(const element &json, const Sender &sender, Input &in, Output &out)
{
    const auto messages = memberAt(json, "Messages");
    if (!messages)
        return;
    if (messages->is_object()) {
        decodeDataSet(*messages, sender, true, in, out);
        return;
    }
    if (!messages->is_array())
        return;
    const simdjson::dom::array list(*messages);
    for (const element message : list)
        decodeDataSet(message, sender, list.size() == 1, in, out);
}

void OpcUaPubSub::decodeDataSet(const element &json, Sender sender, bool single, Input &in,
                                Output &out)
{
    if (!json.is_object())
        return;
    const std::string publisher = idText(json, "PublisherId");
    readHeader(json, sender);
    if (!publisher.empty())
        sender.publisher = out.keep(publisher);
    Sample sample;
    sample.time = timeOfIso(textAt(json, "Timestamp"));
    if (const auto status = memberAt(json, "Status"))
        sample.quality = opcua::qualityOf(*status);
    std::uint64_t sequence = 0;
    const std::string_view device = out.keep(sender.publisher);
    if (single && json.at_key("SequenceNumber").get(sequence) == simdjson::SUCCESS
        && sequence <= UINT32_MAX) {
        out.sequence = static_cast<std::int64_t>(sequence);
        out.sequenceModulus = std::int64_t(1) << 32;
        out.sequenceScope =
            out.keep(device, "/",
                     sender.writer.empty() ? sender.writerName : std::string_view(sender.writer));
    }
    if (const auto payload = memberAt(json, "Payload"))
        addFields(*payload, sender, sample, in, out);
    else if (!device.empty()) // keep-alive
        addFact(out, in.limits, Fact::Kind::Online, device, {}, sample.time);
}

void OpcUaPubSub::addFields(const element &payload, const Sender &sender, Sample sample, Input &in,
                            Output &out)
{
    if (!payload.is_object())
        return;
    sample.device = out.keep(sender.publisher);
    const Writer *writer = writerOf(sender);
    std::string prefix(sender.writerName);
    if (prefix.empty() && writer != nullptr)
        prefix = writer->name;
    if (prefix.empty())
        prefix = sender.writer;
    prefix += prefix.empty() ? "" : "/";
    for (const auto field : simdjson::dom::object(payload)) {
        const Field *known = writer ? findIn(writer->fields, field.key) : nullptr;
        sample.unit = known ? out.keep(known->unit) : std::string_view();
        if (!opcua::addField(out, in.limits, sample, prefix + std::string(field.key.substr(0, 256)),
                             field.value, known ? known->type : 0, in.limits.maxNesting))
            return;
    }
}

std::unique_ptr<Convention> makeOpcUaPubSub()
{
    return std::make_unique<OpcUaPubSub>();
}

} // namespace decode
