// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

namespace fleet {

/// Home Assistant MQTT discovery, one retained config per quantity (home-assistant.io, "MQTT"), all
/// values of a device in one JSON state.
class HomeAssistant final : public Dialect
{
public:
    explicit HomeAssistant(Devices devices);

    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;

private:
    void config(const Device &device, std::string_view component, std::string_view object,
                std::string_view name, std::string_view unit, std::string_view deviceClass,
                std::string_view stateClass, Outbox &out) const;

    std::string m_base;
};

} // namespace fleet
