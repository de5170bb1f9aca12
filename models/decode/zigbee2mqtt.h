// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"
#include "models/decode/learned.h"

namespace decode {

/// Zigbee2MQTT: the bridge's topics and the states of its devices, which are named by their
/// friendly names (these may hold '/'). The bridge itself is "<base>/bridge". Source:
/// zigbee2mqtt.io, "MQTT Topics and Messages".
class Zigbee2Mqtt final : public Convention
{
public:
    std::string_view name() const override { return "zigbee2mqtt"; }
    bool decode(Input &in, Output &out) override;

private:
    struct Device
    {
        ByName<std::string> units; ///< by property
    };
    struct Base
    {
        ByName<Device> devices; ///< by friendly name
    };

    bool decodeBridge(std::string_view base, std::string_view what, Input &in, Output &out);
    void decodeBridgeState(std::string_view bridge, Input &in, Output &out);
    void learnDevices(Base &base, std::string_view bridge, Input &in, Output &out);
    void learnDevice(Base &base, std::string_view bridge, const simdjson::dom::element &json,
                     Input &in, Output &out);
    void learnExposes(Device &device, const simdjson::dom::element &exposes, Input &in, int depth);
    void introduceBridge(std::string_view bridge, const simdjson::dom::element &info, Input &in,
                         Output &out);
    bool decodeDevice(Base *base, std::string_view rest, Input &in, Output &out);
    bool decodeAvailability(std::string_view device, Input &in, Output &out);
    void decodeState(const Device *known, std::string_view device,
                     const simdjson::dom::element &json, Input &in, Output &out);
    Base *baseFor(std::string_view topic, std::string_view &rest);

    ByName<Base> m_bases; ///< by base topic
    std::size_t m_devices = 0;
};

} // namespace decode
