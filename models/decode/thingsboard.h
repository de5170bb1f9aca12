// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"

namespace decode {

/// ThingsBoard's device and gateway MQTT API, and its {"ts":..., "values":{...}} records under any
/// topic. On v1/devices/me/... the device stays empty: the connection, not the topic, names it.
/// Source: thingsboard.io, "MQTT Device API Reference", "MQTT Gateway API Reference".
class ThingsBoard final : public Convention
{
public:
    std::string_view name() const override { return "thingsboard"; }
    bool decode(Input &in, Output &out) override;

private:
    enum class Kind : std::uint8_t {
        None,
        Telemetry,
        Attributes,
        GatewayRecords,
        GatewayConnect,
        GatewayDisconnect,
        Other
    };

    static Kind kindOf(std::span<const std::string_view> levels, std::string_view &device);
    static bool isStamped(const simdjson::dom::element &json);
    static bool decodeRecords(const simdjson::dom::element &json, std::string_view device,
                              Input &in, Output &out);
    static bool decodeGateway(const simdjson::dom::element &json, Input &in, Output &out);
    static bool decodePresence(const simdjson::dom::element &json, bool up, Input &in, Output &out);
    static bool addRecord(const simdjson::dom::element &json, std::string_view device, Input &in,
                          Output &out);
};

} // namespace decode
