// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/registry.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

constexpr TimeNs intervalForget = base::nsPerHour; ///< a longer pause says nothing about the rhythm

/// lupdate takes the context from here.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Devices)
};

bool isListed(const DeviceRecord &record)
{
    return !record.name.isEmpty() && record.same == telemetry::noId;
}

} // namespace

Registry::Registry(TimeNs staleAfter)
    : m_staleAfter(staleAfter)
{
}

DeviceRecord &Registry::at(DeviceId device)
{
    while (m_records.size() <= device) {
        DeviceRecord record;
        record.id = static_cast<DeviceId>(m_records.size());
        m_records.push_back(std::move(record));
    }
    return m_records[device];
}

void Registry::change(DeviceRecord &record, DeviceState to, TimeNs time, const QString &why)
{
    if (record.state == to) {
        if (record.since == base::noTime)
            record.since = time;
        if (!why.isEmpty() && record.why != why) {
            record.why = why;
            ++m_revision;
        }
        return;
    }
    constexpr std::size_t maxPending = 100'000;
    if (m_changes.size() < maxPending)
        m_changes.push_back({record.id, record.state, to, time, why});
    record.state = to;
    record.since = time;
    record.why = why;
    ++m_revision;
}

void Registry::clear()
{
    const std::lock_guard lock(m_mutex);
    m_records.clear();
    m_changes.clear();
    m_sites.clear();
    ++m_revision;
}

void Registry::seen(DeviceId device, const telemetry::Catalogue &catalogue, TimeNs received,
                    std::size_t samples, bool live, bool measured)
{
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    if (record.name.isEmpty()) {
        const telemetry::DeviceInfo info = catalogue.device(device);
        record.name = info.name;
        record.source = info.source;
        record.onlyHeardOf = !live && !measured && !record.isDescribed();
        ++m_revision;
    } else if (record.onlyHeardOf && (live || measured)) {
        record.onlyHeardOf = false;
        ++m_revision;
    }
    ++record.messages;
    record.samples += samples;
    if (live)
        record.birthDue = base::noTime;
    if (live && record.same != telemetry::noId) {
        record.same = telemetry::noId;
        ++m_revision;
    }
    if (!live) {
        if (record.firstSeen == base::noTime && record.since == base::noTime)
            change(record, DeviceState::Stale, received,
                   Words::tr("Known from retained messages; nothing live yet."));
        return;
    }
    if (record.firstSeen == base::noTime)
        record.firstSeen = received;
    if (record.lastSeen != base::noTime && received > record.lastSeen) {
        const TimeNs gap = received - record.lastSeen;
        if (gap < intervalForget)
            record.typicalInterval = record.typicalInterval == 0
                ? gap
                : record.typicalInterval + (gap - record.typicalInterval) / 8;
    }
    record.lastSeen = std::max(record.lastSeen, received);
    if (record.since == base::noTime)
        record.since = received;
    // A sleeping or offline device says itself when it is back (birth, availability), but only
    // where it ever said that it went; whoever was merely silent is back by talking.
    if (record.state == DeviceState::Stale)
        change(record, record.talking(), received, {});
}

void Registry::awaitBirth(DeviceId device, TimeNs time)
{
    constexpr TimeNs patience = 2 * base::nsPerSecond;
    const std::lock_guard lock(m_mutex);
    at(device).birthDue = time + patience;
}

void Registry::online(DeviceId device, TimeNs time)
{
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    if (record.state != DeviceState::Suspect)
        change(record, record.talking(), time, {});
}

void Registry::offline(DeviceId device, TimeNs time, const QString &why)
{
    const std::lock_guard lock(m_mutex);
    change(at(device), DeviceState::Offline, time, why);
}

void Registry::asleep(DeviceId device, TimeNs time)
{
    const std::lock_guard lock(m_mutex);
    change(at(device), DeviceState::Asleep, time, Words::tr("It said that it sleeps."));
}

void Registry::suspect(DeviceId device, Suspicion cause, bool suspect, TimeNs time,
                       const QString &why)
{
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    const auto bit = static_cast<std::uint8_t>(cause);
    if (suspect == ((record.suspicions & bit) != 0) && (!suspect || record.why == why))
        return;
    record.suspicions =
        static_cast<std::uint8_t>(suspect ? record.suspicions | bit : record.suspicions & ~bit);
    const bool talks = record.state == DeviceState::Well || record.state == DeviceState::Suspect;
    if (!talks)
        return;
    if (suspect)
        change(record, DeviceState::Suspect, time, why);
    else if (record.suspicions == 0)
        change(record, DeviceState::Well, time, {});
}

void Registry::addGaps(DeviceId device, std::uint64_t count)
{
    const std::lock_guard lock(m_mutex);
    at(device).gaps += count;
}

void Registry::sourceDown(telemetry::SourceId source, TimeNs time, const QString &why)
{
    const std::lock_guard lock(m_mutex);
    for (DeviceRecord &record : m_records) {
        if (record.source == source && record.lastSeen != base::noTime
            && record.state != DeviceState::Offline)
            change(record, DeviceState::Stale, time, why);
    }
}

void Registry::sourceUp(telemetry::SourceId source, TimeNs time)
{
    // Devices come back one by one as they talk; the clock for silence starts now.
    const std::lock_guard lock(m_mutex);
    for (DeviceRecord &record : m_records) {
        if (record.source == source && record.state == DeviceState::Stale)
            record.since = time;
    }
}

void Registry::tick(TimeNs now)
{
    const std::lock_guard lock(m_mutex);
    for (DeviceRecord &record : m_records) {
        const bool talks =
            record.state == DeviceState::Well || record.state == DeviceState::Suspect;
        if (talks && record.birthDue != base::noTime && now > record.birthDue) {
            record.birthDue = base::noTime;
            change(record, DeviceState::Stale, now,
                   Words::tr("Its edge node started anew; its own birth is awaited."));
            continue;
        }
        if (record.lastSeen == base::noTime || !talks)
            continue;
        const TimeNs allowed = std::max(m_staleAfter, 3 * record.typicalInterval);
        if (now - record.lastSeen > allowed) {
            change(record, DeviceState::Stale, now,
                   Words::tr("Silent for longer than %1 s.")
                       .arg((now - record.lastSeen) / base::nsPerSecond));
        }
    }
}

std::vector<DeviceRecord> Registry::records() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<DeviceRecord> out;
    out.reserve(m_records.size());
    for (const DeviceRecord &record : m_records) {
        if (isListed(record))
            out.push_back(record);
    }
    return out;
}

DeviceRecord Registry::record(DeviceId device) const
{
    const std::lock_guard lock(m_mutex);
    return device < m_records.size() ? m_records[device] : DeviceRecord{};
}

std::size_t Registry::size() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(std::count_if(m_records.begin(), m_records.end(), isListed));
}

std::size_t Registry::deviceCount() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(
        std::count_if(m_records.begin(), m_records.end(), [](const DeviceRecord &record) {
            return isListed(record) && record.counts();
        }));
}

std::vector<StateChange> Registry::takeChanges()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_changes, {});
}

std::uint64_t Registry::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

void Registry::setStaleAfter(TimeNs staleAfter)
{
    const std::lock_guard lock(m_mutex);
    m_staleAfter = staleAfter;
}

} // namespace devices
