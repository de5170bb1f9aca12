// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

namespace fleet {

/// Tasmota: tasmota/discovery/MAC/config and /sensors, tele/TOPIC/LWT, STATE and SENSOR.
class Tasmota final : public Dialect
{
public:
    explicit Tasmota(Devices devices);

    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;

private:
    std::string m_topic;
    std::string m_mac;
};

} // namespace fleet
