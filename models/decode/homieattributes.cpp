// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/facts.h"
#include "models/decode/homie.h"
#include "models/decode/jsonleaves.h"

// Versions 3 and 4, which describe a device by attributes in topics of their own.

namespace decode {

using telemetry::Value;

bool Homie::decodeFour(const Address &at, Input &in, Output &out)
{
    const auto rest = at.rest;
    if (at.id == "5" || rest.size() > 4 || at.id.front() == '$')
        return false;
    const std::string_view device = out.keep(cutUtf8(at.id, in.limits.maxNameBytes));
    if (rest[0].starts_with('$')) {
        decodeDeviceAttribute(at, device, in, out);
        return true;
    }
    if (rest.size() == 2 && rest[1].starts_with('$')) {
        out.decoder = name();
        addReason(out, QT_TRANSLATE_NOOP("decode::Tr", "An attribute of a Homie node."));
        return true;
    }
    if (rest.size() == 3 && rest[2].starts_with('$')) {
        decodePropertyAttribute(at, device, in, out);
        return true;
    }
    if (rest.size() == 3 && rest[2] == "set") {
        out.decoder = name();
        addReason(out, QT_TRANSLATE_NOOP("decode::Tr", "A Homie command, not telemetry."));
        return true;
    }
    if (rest.size() != 2)
        return false;
    out.decoder = name();
    decodeValue(at, "", in, out);
    return true;
}

void Homie::decodeDeviceAttribute(const Address &at, std::string_view device, Input &in,
                                  Output &out)
{
    out.decoder = name();
    const auto rest = at.rest;
    const std::string_view text = out.keep(cutUtf8(in.message.payload, in.limits.maxTextBytes));
    const std::string_view second = rest.size() > 1 ? rest[1] : std::string_view();
    out.outcome = Outcome::Decoded;
    if (rest[0] == "$homie") {
        deviceFor(at, out);
        if (text.empty())
            addFact(out, in.limits, Fact::Kind::Removed, device);
        else
            addFact(out, in.limits, Fact::Kind::Protocol, device, out.keep("Homie ", text));
    } else if (rest[0] == "$stats" && rest.size() == 2 && second != "interval") {
        Sample sample;
        sample.device = device;
        sample.unit = second == "uptime" ? "s" : std::string_view();
        addSample(out, in.limits, sample, std::string("$stats/") + std::string(second),
                  numberOf(text).value_or(Value::string(text)));
    } else if (rest[0] == "$name") {
        addFact(out, in.limits, Fact::Kind::DisplayName, device, text);
    } else if (rest[0] == "$fw" && second == "version") {
        addFact(out, in.limits, Fact::Kind::Firmware, device, text);
    } else if (!text.empty()
               && (rest[0] == "$localip" || rest[0] == "$mac" || rest[0] == "$implementation"
                   || rest[0] == "$fw")) {
        addFact(out, in.limits, Fact::Kind::Attribute, device,
                out.keep(rest[0] == "$fw" ? std::string_view("firmware name") : rest[0].substr(1),
                         "=", text));
    } else {
        out.outcome = Outcome::Kept;
        addReason(out, QT_TRANSLATE_NOOP("decode::Tr", "An attribute of a Homie device."));
    }
}

void Homie::decodePropertyAttribute(const Address &at, std::string_view device, Input &in,
                                    Output &out)
{
    out.decoder = name();
    const auto rest = at.rest;
    const std::string_view signal = out.keep(rest[0].substr(0, 128), "/", rest[1].substr(0, 128));
    Device *known = deviceFor(at, out);
    const bool room = known != nullptr && m_properties < maxProperties;
    const std::size_t before = room ? known->properties.size() : 0;
    Property *property =
        room ? findOrAddIn(known->properties, signal, in.limits.maxSignals) : nullptr;
    m_properties += room ? known->properties.size() - before : 0;
    const std::string_view text = out.keep(cutUtf8(in.message.payload, in.limits.maxTextBytes));
    addReason(out, QT_TRANSLATE_NOOP("decode::Tr", "An attribute of a Homie property."));
    if (rest[2] == "$unit" && property != nullptr)
        property->unit = cutUtf8(text, 64);
    if (rest[2] == "$datatype" && property != nullptr)
        property->datatype = cutUtf8(text, 16);
    if (text.empty() || (rest[2] != "$unit" && rest[2] != "$name"))
        return;
    out.facts.push_back({rest[2] == "$unit" ? Fact::Kind::SignalUnit : Fact::Kind::SignalText,
                         device, signal, text, base::noTime});
    out.reason.clear();
    out.outcome = Outcome::Decoded;
}

} // namespace decode
