// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"
#include "models/decode/inference.h"
#include "models/decode/learned.h"

#include <string>
#include <string_view>

namespace decode {

/// The Homie convention, versions 5 and 3/4. A device is named by its id, a signal "node/property".
/// Source: github.com/homieiot/convention, versions 5.0, 4.0 and 3.0.1.
class Homie final : public Convention
{
public:
    std::string_view name() const override { return "homie"; }
    bool decode(Input &in, Output &out) override;

private:
    static constexpr std::size_t maxDevices = 20'000;
    static constexpr std::size_t maxProperties = 400'000;

    struct Property
    {
        std::string unit;
        std::string datatype; ///< empty: not told
    };
    struct Device
    {
        std::string id;
        std::string root; ///< id of the device that carries the connection; empty: itself
        ByName<Property> properties; ///< by "node/property"
        bool described = false; ///< its properties are known
    };
    struct Address
    {
        std::string_view domain;
        std::string_view id;
        std::span<const std::string_view> rest; ///< levels below the device
        bool five = false;
    };

    static bool address(Input &in, Address &at);
    Device *deviceFor(const Address &at, Output &out);
    bool decodeState(const Address &at, Input &in, Output &out);
    bool decodeDescription(const Address &at, Input &in, Output &out);
    void learnNodes(Device &device, const simdjson::dom::element &description, Input &in,
                    Output &out);
    bool decodeFive(const Address &at, Input &in, Output &out);
    bool decodeFour(const Address &at, Input &in, Output &out);
    void decodeDeviceAttribute(const Address &at, std::string_view device, Input &in, Output &out);
    void decodePropertyAttribute(const Address &at, std::string_view device, Input &in,
                                 Output &out);
    void decodeValue(const Address &at, std::string_view suffix, Input &in, Output &out);
    bool lacksItsModel(const Device *device, const Address &at) const;
    void loseChildren(const Address &at, Input &in, Output &out);
    std::string_view keyOf(const Address &at);

    ByName<Device> m_devices; ///< by "domain/id"
    std::size_t m_properties = 0;
    InferenceMemory m_inference;
    std::string m_key;
};

} // namespace decode
