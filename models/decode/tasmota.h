// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"
#include "models/decode/learned.h"

namespace decode {

/// Tasmota: tasmota/discovery/<MAC>/{config,sensors}, tele/ and stat/ messages with the prefix
/// before or behind the device's topic. A device is named by its topic, signals by their JSON path.
/// Source: tasmota.github.io/docs, "MQTT", "JSON Status Responses".
class Tasmota final : public Convention
{
public:
    std::string_view name() const override { return "tasmota"; }
    bool decode(Input &in, Output &out) override;
    bool mayTake(std::span<const std::string_view> levels) const override;

private:
    enum class Prefix : std::uint8_t { Command, Status, Telemetry };
    struct Device
    {
        std::string online = "Online";
        std::string offline = "Offline";
    };
    struct Address
    {
        Prefix prefix = Prefix::Telemetry;
        std::string_view topic; ///< the device's, may hold '/'
        std::string_view message; ///< "SENSOR", "LWT", ...
    };

    bool decodeDiscovery(Input &in, Output &out);
    void learnConfig(const simdjson::dom::element &json, Input &in, Output &out);
    static bool address(Input &in, Address &at);
    bool decodeWill(const Address &at, Input &in, Output &out);
    bool decodeRecord(const Address &at, Input &in, Output &out);
    static bool decodePower(const Address &at, Input &in, Output &out);
    void addRecord(std::string_view device, const simdjson::dom::element &record, Input &in,
                   Output &out);
    void addInfo(std::string_view device, const simdjson::dom::element &info, Input &in,
                 Output &out);

    ByName<Device> m_devices; ///< by topic
};

} // namespace decode
