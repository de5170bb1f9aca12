// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "models/decode/finish.h"
#include "models/decode/inference.h"
#include "models/decode/senml.h"
#include "models/decode/text.h"
#include "models/decode/workspace.h"

namespace decode {

using telemetry::Value;

namespace {

bool isSeparator(char c)
{
    return c == ':' || c == '/' || c == '.' || c == '-' || c == '_';
}

struct Place
{
    std::string_view device; ///< empty: from the topic
    std::string_view signal;
};

/// The base name is the device and the name the signal. A URN without a name below it is the device
/// itself (RFC 9039: parts behind '_' are its components).
Place placeOf(const senml::Record &record)
{
    std::string_view base = record.base;
    std::string_view name = record.name;
    if (!base.empty() && !name.empty()) {
        while (!base.empty() && isSeparator(base.back()))
            base.remove_suffix(1);
        while (!name.empty() && isSeparator(name.front()))
            name.remove_prefix(1);
        return {base, name.empty() ? std::string_view("value") : name};
    }
    const std::string_view full = base.empty() ? name : base;
    if (!full.starts_with("urn:"))
        return base.empty() ? Place{{}, full} : Place{full, "value"};
    const std::size_t component = full.find('_');
    if (component != std::string_view::npos && component + 1 < full.size())
        return {full.substr(0, component), full.substr(component + 1)};
    return {full, "value"};
}

std::string_view contentType(const Input &in)
{
    return in.message.properties ? std::string_view(in.message.properties->contentType)
                                 : std::string_view();
}

class Senml final : public Convention
{
public:
    explicit Senml(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    std::string_view name() const override { return "senml"; }

    bool decode(Input &in, Output &out) override
    {
        const std::string_view type = contentType(in);
        const bool told = m_workspace.pinned || type.starts_with("application/senml")
            || type.starts_with("application/sensml");
        if (isCborArray(in.message.payload)) {
            if (!m_workspace.tree.readCbor(in.message.payload, in.limits, out))
                return told && refuse(translated(m_workspace.tree.error()), out);
            return decodePack(in, true, told, out);
        }
        if (!told && !mayBePack(in.message.payload))
            return false;
        const simdjson::dom::element *json = in.json();
        if (!json)
            return told && refuse(notAPack(in), out);
        m_workspace.tree.read(*json, in.limits, in.jsonHadHugeIntegers());
        return decodePack(in, false, told, out);
    }

private:
    static bool isCborArray(std::string_view payload)
    {
        const auto first = payload.empty() ? 0 : static_cast<unsigned char>(payload.front());
        return first >= 0x80 && first <= 0x9f;
    }

    static bool mayBePack(std::string_view payload)
    {
        const std::size_t start = payload.find_first_not_of(" \t\r\n");
        return start != std::string_view::npos && payload[start] == '[';
    }

    static std::string notAPack(const Input &in)
    {
        return in.jsonError().empty()
            ? Tr::tr("SenML: the payload is not an array of records.").toStdString()
            : translated(in.jsonError());
    }

    static bool refuse(std::string reason, Output &out)
    {
        out.outcome = Outcome::Undecodable;
        out.reason = std::move(reason);
        return true;
    }

    bool decodePack(Input &in, bool cbor, bool told, Output &out)
    {
        if (!told && !senml::looksLikePack(m_workspace.tree, cbor))
            return false;
        const QString error =
            senml::resolve(m_workspace.tree, cbor, in.message.received, m_records);
        if (!error.isEmpty())
            return refuse(error.toStdString(), out);
        for (const senml::Record &record : m_records)
            add(record, out);
        if (m_workspace.tree.sizeCut())
            noteCap(
                out,
                Tr::tr("The payload has too many values; the rest was left out.").toStdString());
        findPredictions(out, 0, &m_workspace.inferences);
        out.outcome = Outcome::Decoded;
        return true;
    }

    static void add(const senml::Record &record, Output &out)
    {
        const Place place = placeOf(record);
        Sample sample;
        sample.device = out.keep(place.device);
        sample.signal = out.keep(place.signal);
        sample.unit = out.keep(record.unit);
        sample.time = record.timed ? record.time : base::noTime;
        if (record.kind != senml::Record::Kind::None) {
            sample.value = record.value;
            sample.value.text = out.keep(record.value.text);
            sample.declared = sample.value.type;
            out.samples.push_back(sample);
        }
        if (record.sum) {
            sample.signal = out.keep(sample.signal, "/", "sum");
            sample.unit = {};
            sample.value = Value::real(*record.sum);
            sample.declared = sample.value.type;
            out.samples.push_back(sample);
        }
    }

    Workspace &m_workspace;
    std::vector<senml::Record> m_records;
};

} // namespace

std::unique_ptr<Convention> makeSenml(Workspace &workspace)
{
    return std::make_unique<Senml>(workspace);
}

} // namespace decode
