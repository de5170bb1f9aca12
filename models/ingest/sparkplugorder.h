// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/sparkplughost.h"
#include "models/ingest/heldmessage.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ingest {

using base::TimeNs;

/// Puts the messages of Sparkplug edge nodes back into the order of their sequence numbers, which a
/// cluster of brokers may lose: a message that comes too early waits for those before it, at most
/// the reorder timeout. What comes too late is given on at once. Bounded. One thread.
/// Source: Eclipse Sparkplug Specification 3.0.0, operational-behavior-host-reordering-*.
class SparkplugOrder
{
public:
    static constexpr TimeNs timeout = 2 * base::nsPerSecond;
    static constexpr std::size_t maxNodes = 20'000;
    static constexpr std::size_t maxHeldPerNode = 128;
    static constexpr std::size_t maxHeldBytes = 16u << 20; ///< of all nodes

    struct Handlers
    {
        /// The next message in order; `waited`: it was held before.
        std::function<void(const telemetry::MessageView &, bool waited)> deliver;
        /// Messages of "group/edge" did not come in time.
        std::function<void(std::string_view node)> gap;
    };

    explicit SparkplugOrder(Handlers handlers)
        : m_handlers(std::move(handlers))
    {
    }

    /// False: the message is not in its place yet and waits. True: it, and what it let go, was
    /// delivered.
    bool take(const decode::SparkplugStep &step, const telemetry::MessageView &message, TimeNs now);
    /// Gives up waiting where the time is over; `all`: everywhere.
    void tick(TimeNs now, bool all = false);
    std::size_t waiting() const { return m_waiting; }

private:
    struct Held
    {
        int sequence;
        HeldMessage message;
    };
    struct Node
    {
        int next = -1; ///< sequence number that comes next; -1: nothing seen
        int late = -1; ///< the last one that came from behind
        TimeNs until = 0; ///< of the wait
        std::vector<Held> held;
    };

    void deliverNext(Node &node);
    void deliverAll(Node &node);
    void birth(Node &node, int sequence, const telemetry::MessageView &message);
    void letGo(Node &node, std::size_t index);

    Handlers m_handlers;
    std::unordered_map<std::string, Node> m_nodes; ///< by "group/edge"
    std::string m_key; ///< reused
    std::size_t m_waiting = 0;
    std::size_t m_bytes = 0;
};

} // namespace ingest
