// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/link.h"
#include "app/fleet/options.h"
#include "app/fleet/poller.h"
#include "app/fleet/roster.h"

#include <queue>

namespace fleet {

/// Runs all devices on one thread: their clocks, their connections, the faults.
class Fleet
{
public:
    Fleet(const BrokerAddress &broker, const FleetOptions &options, Roster roster);
    ~Fleet();

    /// Until SIGTERM, SIGINT or the time is over; then every device says good-bye.
    void run();

    /// Takes what comes on rehearsal/fault; the answer goes to rehearsal/status. For tests too.
    std::string order(std::string_view json);

private:
    struct Station
    {
        std::unique_ptr<Link> link;
        std::unique_ptr<Dialect> dialect; ///< none: the control connection
        double retryAt = 0;
        double backoff = 0.5;
        bool cutShort = false; ///< held down by a flapping fault
    };
    struct Due
    {
        double time;
        std::uint32_t station;
        std::size_t device;
        bool operator>(const Due &other) const { return time > other.time; }
    };

    void addStations();
    void addControl();
    void plan(const FaultOrder &order, double now);
    void planScenario();
    void connectDue(double now);
    void serve(Station &station, std::uint32_t key);
    void deliver(Station &station, const Outbox &out);
    void reportDue(double now);
    void reportOne(const Due &due);
    void flap(double now);
    void housekeeping(double now);
    void printStatus(double now);
    void sayGoodbye();
    double fleetTime(double now) const { return now * m_options.speed; }

    BrokerAddress m_broker;
    FleetOptions m_options;
    Roster m_roster;
    std::vector<Station> m_stations;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    Poller m_poller;
    std::vector<Poller::Event> m_events;
    Random m_random;
    Snapshot m_snapshot;
    Outbox m_outbox;
    double m_nextHousekeeping = 0;
    double m_nextStatus = 10;
    double m_nextScenario = 0;
    std::uint64_t m_inferences = 0;
    std::uint64_t m_sentAtStatus = 0;
    std::uint64_t m_inferencesAtStatus = 0;
    bool m_announced = false;
};

} // namespace fleet
