// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"

#include "app/fleet/wallclock.h"

#include <algorithm>
#include <cstdio>

namespace fleet {

namespace {

constexpr double housekeepingPeriod = 0.25; // s
constexpr double statusPeriod = 10;
constexpr double longestBackoff = 10;
constexpr double flapPeriod = 12; // s, of which the link is down for flapDown
constexpr double flapDown = 4;
constexpr double connectSpacing = 0.002; // s between connections at the start

} // namespace

Fleet::Fleet(const BrokerAddress &broker, const FleetOptions &options, Roster roster)
    : m_broker(broker)
    , m_options(options)
    , m_roster(std::move(roster))
    , m_random(options.seed ^ 0xf1ee7u)
{
    addStations();
    addControl();
    for (const FaultOrder &fault : options.faults)
        plan(fault, 0);
}

Fleet::~Fleet() = default;

void Fleet::addStations()
{
    const double period = 1 / m_options.rate;
    double at = 0;
    for (const Roster::Group &group : m_roster.groups) {
        Dialect::Devices devices;
        for (const std::size_t index : group.devices) {
            devices.push_back(m_roster.devices[index].get());
            // Spread over the period; everything is at least connected by then.
            m_due.push({0.15 + at + period * m_random.uniform(),
                        static_cast<std::uint32_t>(m_stations.size()), index});
        }
        Station station;
        station.dialect = makeDialect(group.dialect, std::move(devices));
        station.link = std::make_unique<Link>(m_broker, station.dialect->clientId(),
                                              station.dialect->mqttVersion());
        station.retryAt = at;
        at += connectSpacing;
        Dialect *dialect = station.dialect.get();
        Link *link = station.link.get();
        link->onMessage = [dialect, link](std::string_view topic, std::string_view payload) {
            Outbox out;
            dialect->command(topic, payload, wallClockMs(), out);
            for (const Message &message : out)
                link->send(message);
        };
        m_stations.push_back(std::move(station));
    }
}

void Fleet::addControl()
{
    Station control;
    control.link = std::make_unique<Link>(m_broker, "rehearsal-control", 4);
    Link *link = control.link.get();
    link->onMessage = [this, link](std::string_view, std::string_view payload) {
        link->send({"rehearsal/status", order(payload)});
    };
    m_stations.push_back(std::move(control));
}

void Fleet::connectDue(double now)
{
    for (Station &station : m_stations) {
        if (station.link->started() || station.cutShort || now < station.retryAt)
            continue;
        m_poller.forget(static_cast<std::uint32_t>(&station - m_stations.data()));
        station.retryAt = now + station.backoff * m_random.uniform(0.8, 1.2);
        station.backoff = std::min(longestBackoff, station.backoff * 2);
        if (!station.dialect) {
            station.link->connect(nullptr);
        } else {
            const Message will = station.dialect->will(wallClockMs());
            station.link->connect(&will);
        }
    }
}

void Fleet::serve(Station &station, std::uint32_t key)
{
    if (station.link->takeConnected()) {
        station.backoff = 0.5;
        if (!station.dialect) {
            station.link->subscribe("rehearsal/fault");
        } else {
            if (const std::string filter = station.dialect->commandFilter(); !filter.empty())
                station.link->subscribe(filter);
            m_outbox.clear();
            station.dialect->online(wallClockMs(), m_outbox);
            deliver(station, m_outbox);
        }
    }
    m_poller.watch(key, station.link->fd(), station.link->wantsWrite());
}

void Fleet::deliver(Station &station, const Outbox &out)
{
    for (const Message &message : out)
        station.link->send(message);
}

void Fleet::reportOne(const Due &due)
{
    Station &station = m_stations[due.station];
    Device &device = *m_roster.devices[due.device];
    const std::int64_t wall = wallClockMs();
    const double now = fleetTime(due.time);
    const double timeOfDay = std::fmod(static_cast<double>(wall) / 1000 + (now - due.time), 86'400);
    m_snapshot.timeMs = wall;
    if (!device.sample(now, timeOfDay, m_snapshot))
        return;
    ++m_inferences;
    if (!station.link->isOnline())
        return;
    m_outbox.clear();
    station.dialect->report(device, m_snapshot, m_outbox);
    deliver(station, m_outbox);
    if (!m_announced) {
        m_announced = true;
        std::printf("first message after %.0f ms\n", 1000 * monotonicSeconds());
        std::fflush(stdout);
    }
}

void Fleet::reportDue(double now)
{
    const double period = 1 / m_options.rate;
    while (!m_due.empty() && m_due.top().time <= now) {
        Due due = m_due.top();
        m_due.pop();
        reportOne(due);
        due.time =
            std::max(due.time + period, now - period); // after a stall, do not catch up for ever
        m_due.push(due);
    }
}

void Fleet::flap(double now)
{
    for (Station &station : m_stations) {
        if (!station.dialect)
            continue;
        const bool flapping =
            std::ranges::any_of(station.dialect->devices(), [&](const Device *device) {
                return device->hasFault(FaultKind::Flapping, fleetTime(now));
            });
        const bool down = flapping && std::fmod(now, flapPeriod) < flapDown;
        if (down && !station.cutShort)
            station.link->cut();
        if (!down && station.cutShort)
            station.retryAt = now;
        station.cutShort = down;
    }
}

void Fleet::housekeeping(double now)
{
    if (now < m_nextHousekeeping)
        return;
    m_nextHousekeeping = now + housekeepingPeriod;
    planScenario();
    flap(now);
    for (std::uint32_t key = 0; key < m_stations.size(); ++key) {
        m_stations[key].link->keepAlive();
        serve(m_stations[key], key);
    }
    if (now >= m_nextStatus)
        printStatus(now);
}

void Fleet::run()
{
    bool running = true;
    while (running) {
        const double now = monotonicSeconds();
        if (m_options.seconds > 0 && now >= m_options.seconds)
            break;
        connectDue(now);
        reportDue(now);
        housekeeping(now);
        double next = std::min(m_nextHousekeeping, m_due.empty() ? now + 1 : m_due.top().time);
        if (now < connectSpacing * static_cast<double>(m_stations.size()))
            next = std::min(next, now + connectSpacing);
        const int wait =
            static_cast<int>(std::ceil(1000 * std::max(0.0, next - monotonicSeconds())));
        running = m_poller.wait(std::clamp(wait, 0, 250), m_events);
        for (const Poller::Event &event : m_events) {
            Station &station = m_stations[event.key];
            station.link->ready(event.readable, event.writable);
            serve(station, event.key);
        }
    }
    sayGoodbye();
}

void Fleet::printStatus(double now)
{
    m_nextStatus = now + statusPeriod;
    std::uint64_t sent = 0;
    std::size_t online = 0;
    const std::string *error = nullptr;
    for (const Station &station : m_stations) {
        sent += station.link->sent();
        online += station.dialect && station.link->isOnline() ? 1 : 0;
        if (!station.link->isOnline() && !station.link->error().empty())
            error = &station.link->error();
    }
    std::string faults;
    for (const auto &device : m_roster.devices) {
        for (int kind = 0; kind < faultKinds; ++kind) {
            if (device->hasFault(static_cast<FaultKind>(kind), fleetTime(now)))
                faults += " " + std::string(faultName(static_cast<FaultKind>(kind))) + ":"
                    + device->name();
        }
    }
    std::printf("%zu devices, %zu of %zu links online, %.1f msg/s (%llu sent), %.1f inferences/s, "
                "faults:%s%s%s\n",
                m_roster.devices.size(), online, m_stations.size() - 1,
                static_cast<double>(sent - m_sentAtStatus) / statusPeriod,
                static_cast<unsigned long long>(sent),
                static_cast<double>(m_inferences - m_inferencesAtStatus) / statusPeriod,
                faults.empty() ? " none" : faults.c_str(), error ? ", last link error: " : "",
                error ? error->c_str() : "");
    std::fflush(stdout);
    m_sentAtStatus = sent;
    m_inferencesAtStatus = m_inferences;
}

void Fleet::sayGoodbye()
{
    for (Station &station : m_stations) {
        if (!station.dialect || !station.link->isOnline())
            continue;
        m_outbox.clear();
        station.dialect->offline(wallClockMs(), m_outbox);
        deliver(station, m_outbox);
    }
    const double end = monotonicSeconds() + 2;
    for (Station &station : m_stations)
        station.link->close(static_cast<int>(1000 * std::max(0.0, end - monotonicSeconds())));
    std::printf("stopped, every device said good-bye\n");
}

} // namespace fleet
