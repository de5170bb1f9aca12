// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "models/decode/finish.h"
#include "models/decode/text.h"
#include "models/decode/timetext.h"
#include "models/decode/walker.h"

#include <QByteArray>

#include <charconv>

namespace decode {

namespace {

/// Attributes of one event (CloudEvents 1.0.2, Context Attributes).
struct Attributes
{
    std::string_view specVersion;
    std::string_view id;
    std::string_view source;
    std::string_view type;
    std::string_view subject;
    std::string_view sequence;
    TimeNs time = base::noTime;

    bool complete() const
    {
        return !specVersion.empty() && !id.empty() && !source.empty() && !type.empty();
    }

    void set(std::string_view name, std::string_view value)
    {
        if (name == "specversion")
            specVersion = value;
        else if (name == "id")
            id = value;
        else if (name == "source")
            source = value;
        else if (name == "type")
            type = value;
        else if (name == "subject")
            subject = value;
        else if (name == "sequence")
            sequence = value;
        else if (name == "time")
            time = timeOfText(value);
    }
};

/// "https://host/plant/pump-1" and "/plant/pump-1" as "plant/pump-1"; URNs stay.
std::string_view deviceOfSource(std::string_view source)
{
    if (const std::size_t scheme = source.find("://"); scheme != std::string_view::npos) {
        const std::size_t path = source.find('/', scheme + 3);
        source = path != std::string_view::npos && path + 1 < source.size()
            ? source.substr(path)
            : source.substr(scheme + 3);
    }
    while (source.starts_with('/'))
        source.remove_prefix(1);
    while (source.ends_with('/'))
        source.remove_suffix(1);
    return source;
}

class CloudEvents final : public Convention
{
public:
    explicit CloudEvents(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    std::string_view name() const override { return "cloudevents"; }

    bool decode(Input &in, Output &out) override
    {
        return decodeBinaryMode(in, out) || decodeStructured(in, out);
    }

private:
    /// MQTT 5 binding, binary content mode: attributes as user properties, data as payload.
    bool decodeBinaryMode(Input &in, Output &out)
    {
        const telemetry::MessageProperties *properties = in.message.properties;
        if (!properties || properties->userProperties.empty())
            return false;
        Attributes attributes;
        for (const auto &[name, value] : properties->userProperties)
            attributes.set(name, value);
        if (!attributes.complete())
            return false;
        const bool cbor = properties->contentType.starts_with("application/cbor");
        if (cbor && m_workspace.tree.readCbor(in.message.payload, in.limits, out)) {
            walk(attributes, in, out);
        } else if (const simdjson::dom::element *json = in.json()) {
            m_workspace.tree.read(*json, in.limits, in.jsonHadHugeIntegers());
            walk(attributes, in, out);
        } else if (cbor || !in.jsonError().empty()) {
            refuse(cbor ? m_workspace.tree.error() : in.jsonError(), out);
        } else {
            keepData(attributes, in.message.payload, in, out);
        }
        return true;
    }

    bool decodeStructured(Input &in, Output &out)
    {
        const simdjson::dom::element *json = in.json();
        simdjson::dom::object object;
        if (!json)
            return false;
        if (json->get_object().get(object) == simdjson::SUCCESS)
            return decodeEvent(object, in, out);
        simdjson::dom::array batch;
        bool any = false;
        if (json->get_array().get(batch) != simdjson::SUCCESS)
            return false;
        for (const simdjson::dom::element event : batch) {
            if (event.get_object().get(object) == simdjson::SUCCESS
                && out.samples.size() < in.limits.maxSamples)
                any = decodeEvent(object, in, out) || any;
        }
        return any;
    }

    bool decodeEvent(const simdjson::dom::object &event, Input &in, Output &out)
    {
        if (event.at_key("specversion").error() != simdjson::SUCCESS)
            return false;
        Attributes attributes;
        simdjson::dom::element data;
        bool hasData = false;
        std::string_view base64;
        for (const auto member : event) {
            std::string_view text;
            if (member.key == "data") {
                data = member.value;
                hasData = true;
            } else if (member.value.get_string().get(text) == simdjson::SUCCESS) {
                if (member.key == "data_base64")
                    base64 = text;
                else
                    attributes.set(member.key, text);
            }
        }
        if (!attributes.complete())
            return false;
        if (!base64.empty()) {
            decodeBase64(attributes, base64, in, out);
        } else if (hasData) {
            m_workspace.tree.read(data, in.limits, in.jsonHadHugeIntegers());
            walk(attributes, in, out);
        } else {
            tell(attributes, out);
        }
        return true;
    }

    void decodeBase64(const Attributes &attributes, std::string_view base64, Input &in, Output &out)
    {
        const QByteArray bytes = QByteArray::fromBase64(
            QByteArray::fromRawData(base64.data(), static_cast<qsizetype>(base64.size())));
        const std::string_view data(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        if (m_workspace.tree.readCbor(data, in.limits, out) && m_workspace.tree.at(0).isContainer())
            walk(attributes, in, out);
        else
            keepData(attributes, data, in, out);
    }

    /// Data that is neither JSON nor CBOR: one bare value when it is short text.
    void keepData(const Attributes &attributes, std::string_view data, Input &in, Output &out)
    {
        if (!data.empty() && isPlainText(data) && data.size() <= in.limits.maxTextBytes) {
            m_workspace.tree.readText(out.keep(trimmed(data)));
            walk(attributes, in, out);
            return;
        }
        tell(attributes, out);
        note(out,
             Tr::tr("The event's data of %1 bytes are kept, not decoded.")
                 .arg(data.size())
                 .toStdString());
    }

    static void refuse(std::string_view error, Output &out)
    {
        out.outcome = Outcome::Undecodable;
        out.reason = translated(error);
    }

    static void tell(const Attributes &attributes, Output &out)
    {
        const std::string_view device = out.keep(deviceOfSource(attributes.source));
        out.facts.push_back({.kind = Fact::Kind::Protocol,
                             .device = device,
                             .signal = {},
                             .value = "CloudEvents 1.0"});
        out.outcome = Outcome::Decoded;
    }

    void walk(const Attributes &attributes, Input &in, Output &out)
    {
        std::int64_t sequence = -1;
        const std::string_view digits = attributes.sequence;
        if (std::from_chars(digits.data(), digits.data() + digits.size(), sequence).ec
                == std::errc()
            && sequence >= 0) {
            out.sequence = sequence;
            out.sequenceScope = out.keep(attributes.source);
        }
        Walker::Scope scope;
        scope.device = out.keep(deviceOfSource(attributes.source));
        scope.time = attributes.time;
        tell(attributes, out);
        Walker(m_workspace, in, out).run(scope);
    }

    Workspace &m_workspace;
};

} // namespace

std::unique_ptr<Convention> makeCloudEvents(Workspace &workspace)
{
    return std::make_unique<CloudEvents>(workspace);
}

} // namespace decode
