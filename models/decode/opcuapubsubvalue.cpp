// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/opcuapubsubvalue.h"

#include "models/decode/jsonleaves.h"

#include <limits>

namespace decode::opcua {

using simdjson::dom::element;
using telemetry::Quality;
using telemetry::Value;

namespace {

enum BuiltInType : std::uint64_t { Boolean = 1, Int64 = 8, UInt64 = 9, Float = 10, Double = 11 };

/// A text that stands for a number under `type`, else the text itself.
Value textValue(std::string_view text, std::uint64_t type)
{
    if (type == Int64 || type == UInt64)
        if (const auto number = numberOf(text))
            return *number;
    if (type == Float || type == Double) {
        if (text == "NaN")
            return Value::real(std::numeric_limits<double>::quiet_NaN());
        if (text == "Infinity" || text == "-Infinity")
            return Value::real(text.front() == '-' ? -std::numeric_limits<double>::infinity()
                                                   : std::numeric_limits<double>::infinity());
    }
    return Value::string(text);
}

std::uint64_t typeAt(const element &json, std::string_view key, std::uint64_t otherwise)
{
    std::uint64_t type = 0;
    return json.at_key(key).get(type) == simdjson::SUCCESS ? type : otherwise;
}

bool hasOnly(const element &json, std::initializer_list<std::string_view> keys)
{
    for (const auto field : simdjson::dom::object(json))
        if (std::find(keys.begin(), keys.end(), field.key) == keys.end())
            return false;
    return true;
}

Quality worse(Quality a, Quality b)
{
    return b == Quality::Good ? a : b;
}

} // namespace

Quality qualityOf(const element &status)
{
    std::uint64_t code = 0;
    element member = status;
    if (status.is_object() && status.at_key("Code").get(member) != simdjson::SUCCESS)
        return Quality::Good; // Good is encoded as an empty object
    if (member.is_null() || member.get(code) != simdjson::SUCCESS)
        return member.is_null() ? Quality::Good : Quality::Unknown;
    switch (code >> 30) {
    case 0:
        return Quality::Good;
    case 1:
        return Quality::Suspect;
    default:
        return Quality::Fail;
    }
}

bool addField(Output &out, const Limits &limits, Sample like, std::string_view signal,
              const element &json, std::uint64_t type, int depth)
{
    if (depth <= 0)
        return true;
    if (json.is_object()) {
        const bool dataValue =
            hasOnly(json,
                    {"UaType", "Value", "Status", "StatusCode", "SourceTimestamp",
                     "SourcePicoseconds", "ServerTimestamp", "ServerPicoseconds", "Dimensions"})
            && !json.at_key("Value").error();
        const bool variant =
            hasOnly(json, {"Type", "Body", "Dimensions"}) && !json.at_key("Type").error();
        const bool bareStatus =
            hasOnly(json, {"Status", "StatusCode", "SourceTimestamp", "ServerTimestamp"})
            && (!json.at_key("Status").error() || !json.at_key("StatusCode").error());
        if (dataValue || bareStatus) {
            for (const std::string_view key : {"Status", "StatusCode"})
                if (const auto status = memberAt(json, key))
                    like.quality = worse(like.quality, qualityOf(*status));
            for (const std::string_view key : {"ServerTimestamp", "SourceTimestamp"})
                if (const base::TimeNs time = timeOfIso(textAt(json, key)); time != base::noTime)
                    like.time = time;
        }
        if (dataValue)
            return addField(out, limits, like, signal, *memberAt(json, "Value"),
                            typeAt(json, "UaType", type), depth - 1);
        if (bareStatus) {
            like.quality = Quality::Missing;
            return addSample(out, limits, like, signal, Value());
        }
        if (variant) {
            const auto body = memberAt(json, "Body");
            like.quality = body ? like.quality : Quality::Missing;
            return body
                ? addField(out, limits, like, signal, *body, typeAt(json, "Type", type), depth - 1)
                : addSample(out, limits, like, signal, Value());
        }
        if (hasOnly(json, {"Locale", "Text"})) // LocalizedText
            return addSample(out, limits, like, signal, Value::string(textAt(json, "Text")));
    }
    if (json.is_array() || json.is_object()) {
        std::size_t index = 0;
        if (json.is_array()) {
            for (const element child : simdjson::dom::array(json))
                if (!addField(out, limits, like,
                              std::string(signal) + "/" + std::to_string(index++), child, type,
                              depth - 1))
                    return false;
            return true;
        }
        for (const auto field : simdjson::dom::object(json))
            if (!addField(out, limits, like,
                          std::string(signal) + "/" + std::string(field.key.substr(0, 256)),
                          field.value, 0, depth - 1))
                return false;
        return true;
    }
    if (json.is_string())
        return addSample(out, limits, like, signal,
                         textValue(json.get_string().value_unsafe(), type));
    if (type == Boolean && json.is_number())
        return addSample(out, limits, like, signal,
                         Value::boolean(!json.is_int64() || json.get_int64().value_unsafe() != 0));
    return addJson(out, limits, like, signal, json);
}

} // namespace decode::opcua
