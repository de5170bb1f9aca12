// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

namespace fleet {

/// One Sparkplug B 3.0 edge node with its devices: NBIRTH and DBIRTH with aliases, DDATA by alias
/// with one seq for the node, NDEATH with bdSeq as the will, rebirth on command.
class Sparkplug final : public Dialect
{
public:
    explicit Sparkplug(Devices devices);

    std::string clientId() const override;
    Message will(std::int64_t timeMs) override;
    void online(std::int64_t timeMs, Outbox &out) override;
    void report(const Device &device, const Snapshot &now, Outbox &out) override;
    void offline(std::int64_t timeMs, Outbox &out) override;
    std::string commandFilter() const override;
    void command(std::string_view topic, std::string_view payload, std::int64_t timeMs,
                 Outbox &out) override;

private:
    std::string topic(std::string_view type, std::string_view device = {}) const;
    std::string deathPayload(std::int64_t timeMs) const;
    std::string deviceMetrics(const Device &device, const Snapshot &now, std::uint64_t firstAlias,
                              bool birth) const;
    void deviceBirth(const Device &device, const Snapshot &now, Outbox &out);
    std::uint64_t firstAlias(const Device &device) const;

    std::string m_group;
    std::string m_node;
    std::uint64_t m_bdSeq = 255; ///< counts up at each connect; the first is 0
    std::uint64_t m_seq = 0;
    std::vector<bool> m_born; ///< device has sent its DBIRTH since the NBIRTH
};

} // namespace fleet
