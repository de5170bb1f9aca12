// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/thingsboard.h"

#include "models/decode/conventions.h"
#include "models/decode/facts.h"
#include "models/decode/inference.h"
#include "models/decode/jsonleaves.h"

#include <algorithm>

namespace decode {

using simdjson::dom::element;
using telemetry::Value;

ThingsBoard::Kind ThingsBoard::kindOf(std::span<const std::string_view> levels,
                                      std::string_view &device)
{
    if (levels.size() >= 2 && levels[levels.size() - 2] == "v2")
        return levels.back() == "t" ? Kind::Telemetry
            : levels.back() == "a"  ? Kind::Attributes
                                    : Kind::None;
    const auto v1 = std::find(levels.begin(), levels.end(), "v1");
    const auto rest = levels.subspan(static_cast<std::size_t>(v1 - levels.begin()));
    if (rest.size() == 3 && rest[1] == "gateway") {
        const std::string_view what = rest[2];
        return what == "telemetry" || what == "attributes" ? Kind::GatewayRecords
            : what == "connect"                            ? Kind::GatewayConnect
            : what == "disconnect"                         ? Kind::GatewayDisconnect
            : what == "rpc" || what == "claim"             ? Kind::Other
                                                           : Kind::None;
    }
    if (rest.size() < 4 || rest[1] != "devices")
        return Kind::None;
    if (rest[2] != "me")
        device = rest[2];
    const std::string_view what = rest[3];
    if (rest.size() > 4)
        return what == "attributes" || what == "rpc" ? Kind::Other : Kind::None;
    return what == "telemetry" ? Kind::Telemetry
        : what == "attributes" ? Kind::Attributes
                               : Kind::None;
}

/// {"ts":<epoch ms>,"values":{...}} and nothing else, or an array of those.
bool ThingsBoard::isStamped(const element &json)
{
    element first = json;
    if (json.is_array() && json.at(0).get(first) != simdjson::SUCCESS)
        return false;
    simdjson::dom::object object;
    if (first.get(object) != simdjson::SUCCESS || object.size() != 2)
        return false;
    const auto ts = memberAt(first, "ts");
    const auto values = memberAt(first, "values");
    return ts && ts->is_number() && values && values->is_object();
}

bool ThingsBoard::decode(Input &in, Output &out)
{
    std::string_view device;
    const Kind kind = kindOf(in.levels, device);
    const element *json = in.json();
    if (json == nullptr || (!json->is_object() && !json->is_array()))
        return false;
    bool mine = false;
    switch (kind) {
    case Kind::None:
        mine = isStamped(*json) && decodeRecords(*json, {}, in, out);
        break;
    case Kind::Telemetry:
    case Kind::Attributes:
        mine = decodeRecords(*json, out.keep(cutUtf8(device, in.limits.maxNameBytes)), in, out);
        break;
    case Kind::GatewayRecords:
        mine = decodeGateway(*json, in, out);
        break;
    case Kind::GatewayConnect:
    case Kind::GatewayDisconnect:
        mine = decodePresence(*json, kind == Kind::GatewayConnect, in, out);
        break;
    case Kind::Other:
        mine = true;
        addReason(
            out,
            QT_TRANSLATE_NOOP("decode::Tr", "A ThingsBoard request or command, not telemetry."));
    }
    if (!mine)
        return false;
    out.decoder = name();
    findPredictions(out, 0, nullptr);
    if (kind != Kind::Other)
        settle(out, QT_TRANSLATE_NOOP("decode::Tr", "The ThingsBoard message has no values."));
    return true;
}

bool ThingsBoard::addRecord(const element &json, std::string_view device, Input &in, Output &out)
{
    Sample sample;
    sample.device = device;
    element values = json;
    const auto ts = memberAt(json, "ts");
    const auto inner = memberAt(json, "values");
    if (inner && inner->is_object()) {
        values = *inner;
        if (ts)
            sample.time = timeOf(*ts);
    }
    std::string path;
    return forLeaves(values, path, in.limits.maxNesting,
                     [&](std::string_view leaf, const element &value) {
                         return addJson(out, in.limits, sample, leaf, value);
                     });
}

bool ThingsBoard::decodeRecords(const element &json, std::string_view device, Input &in,
                                Output &out)
{
    if (json.is_object()) {
        addRecord(json, device, in, out);
        return true;
    }
    const simdjson::dom::array records(json);
    for (const element record : records)
        if (!record.is_object())
            return false;
    for (const element record : records)
        if (!addRecord(record, device, in, out))
            break;
    return true;
}

bool ThingsBoard::decodeGateway(const element &json, Input &in, Output &out)
{
    simdjson::dom::object devices;
    if (json.get(devices) != simdjson::SUCCESS)
        return false;
    for (const auto entry : devices)
        if (!entry.value.is_array() && !entry.value.is_object())
            return false;
    for (const auto entry : devices) {
        const std::string_view device = out.keep(cutUtf8(entry.key, in.limits.maxNameBytes));
        if (!decodeRecords(entry.value, device, in, out) || out.capHit)
            break;
    }
    return true;
}

bool ThingsBoard::decodePresence(const element &json, bool up, Input &in, Output &out)
{
    const std::string_view name = textAt(json, "device");
    if (name.empty())
        return false;
    const std::string_view device = out.keep(cutUtf8(name, in.limits.maxNameBytes));
    addFact(out, in.limits, up ? Fact::Kind::Online : Fact::Kind::Offline, device);
    addFact(out, in.limits, Fact::Kind::Protocol, device, "ThingsBoard gateway");
    if (const std::string_view type = textAt(json, "type"); !type.empty())
        addFact(out, in.limits, Fact::Kind::Model, device,
                out.keep(cutUtf8(type, in.limits.maxTextBytes)));
    return true;
}

std::unique_ptr<Convention> makeThingsBoard()
{
    return std::make_unique<ThingsBoard>();
}

} // namespace decode
