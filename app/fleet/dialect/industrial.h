// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

namespace fleet {

/// OPC UA PubSub JSON network messages (OPC 10000-14, 7.2.5 and 7.3.5): retained metadata and
/// status, key frames with DataValue fields.
class OpcUaPubSub final : public Dialect
{
public:
    explicit OpcUaPubSub(Devices devices);

    int mqttVersion() const override { return 5; }
    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;

private:
    std::string statusMessage(std::int64_t timeMs, bool operational) const;
    std::string metaMessage(const Device &device, std::int64_t timeMs) const;

    std::string m_publisher;
    std::uint64_t m_message = 0;
};

/// CloudEvents 1.0 in structured mode (CloudEvents MQTT binding 1.0.2, section 3.2).
class CloudEvents final : public Dialect
{
public:
    explicit CloudEvents(Devices devices);

    int mqttVersion() const override { return 5; }
    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;

private:
    std::string m_base;
};

} // namespace fleet
