// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

namespace fleet {

/// Homie 5.0 (homieiot.github.io): $state, $description, one retained property per topic.
class Homie final : public Dialect
{
public:
    explicit Homie(Devices devices);

    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;
    void offline(std::int64_t timeMs, Outbox &out) override;

private:
    std::string description() const;

    std::string m_base;
};

} // namespace fleet
