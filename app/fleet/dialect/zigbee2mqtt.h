// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

namespace fleet {

/// A Zigbee2MQTT bridge: bridge/state, bridge/devices, NAME with a flat JSON state,
/// NAME/availability.
class Zigbee2Mqtt final : public Dialect
{
public:
    explicit Zigbee2Mqtt(Devices devices);

    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;
    void offline(std::int64_t timeMs, Outbox &out) override;

private:
    std::string devicesList() const;

    std::string m_base;
};

} // namespace fleet
