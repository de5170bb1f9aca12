// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/senml.h"

#include "app/fleet/cborwriter.h"
#include "app/fleet/jsonwriter.h"

#include <array>

namespace fleet {

namespace {

// Labels of RFC 8428 table 4.
enum Label {
    BaseVersion = -1,
    BaseName = -2,
    BaseTime = -3,
    Name = 0,
    Unit = 1,
    Value = 2,
    Text = 3
};

std::string baseName(const Device &device)
{
    return device.name() + ":";
}

std::array<std::pair<std::string_view, std::string_view>, 3> verdictTexts(const Verdict &verdict)
{
    return {{{"inference/model", verdict.model},
             {"inference/version", verdict.version},
             {"inference/label", verdict.label}}};
}

void cborNumber(CborWriter &cbor, const Quantity &quantity, const Measured &value)
{
    if (quantity.kind == Quantity::Kind::Counter)
        cbor.integer(value.counter);
    else
        cbor.decimal(value.real, quantity.decimals);
}

} // namespace

std::string senmlJson(const Device &device, const Snapshot &now)
{
    const auto quantities = device.machine().quantities();
    JsonWriter json;
    json.array();
    std::string number;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        json.object();
        if (i == 0)
            json.key("bn")
                .text(baseName(device))
                .key("bt")
                .decimal(static_cast<double>(now.timeMs) / 1000, 3);
        number.clear();
        appendValue(number, quantities[i], now.values[i]);
        json.key("n").text(quantities[i].id);
        if (!quantities[i].senmlUnit.empty())
            json.key("u").text(quantities[i].senmlUnit);
        json.key("v").raw(number).endObject();
    }
    if (now.verdict.valid) {
        for (const auto &[name, text] : verdictTexts(now.verdict))
            json.object().key("n").text(name).key("vs").text(text).endObject();
        json.object().key("n").text("inference/confidence").key("u").text("/");
        json.key("v").decimal(now.verdict.confidence, 4).endObject();
    }
    json.endArray();
    return json.take();
}

std::string senmlCbor(const Device &device, const Snapshot &now)
{
    const auto quantities = device.machine().quantities();
    CborWriter cbor;
    cbor.array(quantities.size() + (now.verdict.valid ? 4 : 0));
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        const bool unit = !quantities[i].senmlUnit.empty();
        cbor.map((i == 0 ? 4u : 2u) + (unit ? 1u : 0u));
        if (i == 0) {
            cbor.integer(BaseName).text(baseName(device));
            cbor.integer(BaseTime).real(static_cast<double>(now.timeMs) / 1000);
        }
        cbor.integer(Name).text(quantities[i].id);
        if (unit)
            cbor.integer(Unit).text(quantities[i].senmlUnit);
        cbor.integer(Value);
        cborNumber(cbor, quantities[i], now.values[i]);
    }
    if (now.verdict.valid) {
        for (const auto &[name, text] : verdictTexts(now.verdict))
            cbor.map(2).integer(Name).text(name).integer(Text).text(text);
        cbor.map(3).integer(Name).text("inference/confidence").integer(Unit).text("/");
        cbor.integer(Value).real(now.verdict.confidence);
    }
    return cbor.take();
}

Senml::Senml(Devices devices, bool cbor)
    : Dialect(std::move(devices))
    , m_cbor(cbor)
    , m_base(slug(m_devices.front()->site()) + "/senml/" + m_devices.front()->name())
{
}

std::string Senml::clientId() const
{
    return m_devices.front()->name() + "-senml";
}

Message Senml::will(std::int64_t)
{
    return {m_base + "/status", "offline", 1, true};
}

void Senml::online(std::int64_t, Outbox &out)
{
    out.push_back({m_base + "/status", "online", 1, true});
}

void Senml::report(const Device &device, const Snapshot &now, Outbox &out)
{
    out.push_back({m_base, m_cbor ? senmlCbor(device, now) : senmlJson(device, now), 0, false,
                   m_cbor ? "application/senml+cbor" : "application/senml+json"});
}

} // namespace fleet
