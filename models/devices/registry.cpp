// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/registry.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

constexpr std::size_t maxAttributes = 64;
constexpr std::size_t maxModels = 16;
constexpr TimeNs intervalForget = base::nsPerHour; ///< a longer pause says nothing about the rhythm

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Devices", text);
}

void setAttribute(DeviceRecord &record, const QString &pair)
{
    const qsizetype cut = pair.indexOf(u'=');
    const QString key = cut < 0 ? pair : pair.left(cut);
    const QString value = cut < 0 ? QString() : pair.mid(cut + 1);
    for (auto &[name, old] : record.attributes) {
        if (name == key) {
            old = value;
            return;
        }
    }
    if (record.attributes.size() < maxAttributes)
        record.attributes.emplace_back(key, value);
}

QString &field(DeviceRecord &record, DeviceFact fact)
{
    switch (fact) {
    case DeviceFact::DisplayName:
        return record.displayName;
    case DeviceFact::Site:
        return record.site;
    case DeviceFact::Manufacturer:
        return record.manufacturer;
    case DeviceFact::Model:
        return record.model;
    case DeviceFact::Firmware:
        return record.firmware;
    case DeviceFact::Hardware:
        return record.hardware;
    case DeviceFact::Serial:
        return record.serial;
    case DeviceFact::Parent:
        return record.parent;
    case DeviceFact::Protocol:
    case DeviceFact::Attribute:
        break;
    }
    return record.protocol;
}

DeviceState talking(const DeviceRecord &record)
{
    return record.suspicions == 0 ? DeviceState::Well : DeviceState::Suspect;
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

void Registry::seen(DeviceId device, const telemetry::Catalogue &catalogue, TimeNs received,
                    std::size_t samples, bool live)
{
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    if (record.name.isEmpty()) {
        const telemetry::DeviceInfo info = catalogue.device(device);
        record.name = info.name;
        record.source = info.source;
        ++m_revision;
    }
    ++record.messages;
    record.samples += samples;
    if (!live) {
        if (record.firstSeen == base::noTime && record.since == base::noTime)
            change(record, DeviceState::Stale, received,
                   tr("Known from retained messages; nothing live yet."));
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
        change(record, talking(record), received, {});
}

void Registry::learn(DeviceId device, DeviceFact fact, std::string_view value)
{
    const QString text = fromView(value);
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    if (fact == DeviceFact::Attribute) {
        setAttribute(record, text);
        ++m_revision;
        return;
    }
    QString &member = field(record, fact);
    if (member == text)
        return;
    member = text;
    ++m_revision;
}

void Registry::online(DeviceId device, TimeNs time)
{
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    if (record.state != DeviceState::Suspect)
        change(record, talking(record), time, {});
}

void Registry::offline(DeviceId device, TimeNs time, const QString &why)
{
    const std::lock_guard lock(m_mutex);
    change(at(device), DeviceState::Offline, time, why);
}

void Registry::asleep(DeviceId device, TimeNs time)
{
    const std::lock_guard lock(m_mutex);
    change(at(device), DeviceState::Asleep, time, tr("It said that it sleeps."));
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

void Registry::usesModel(DeviceId device, const QString &modelAndVersion)
{
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    if (std::find(record.models.begin(), record.models.end(), modelAndVersion)
        != record.models.end())
        return;
    if (record.models.size() >= maxModels)
        record.models.erase(record.models.begin());
    record.models.push_back(modelAndVersion);
    ++m_revision;
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
        if (record.lastSeen == base::noTime
            || (record.state != DeviceState::Well && record.state != DeviceState::Suspect))
            continue;
        const TimeNs allowed = std::max(m_staleAfter, 3 * record.typicalInterval);
        if (now - record.lastSeen > allowed) {
            change(record, DeviceState::Stale, now,
                   tr("Silent for longer than %1 s.")
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
        if (!record.name.isEmpty())
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
    return static_cast<std::size_t>(
        std::count_if(m_records.begin(), m_records.end(),
                      [](const DeviceRecord &record) { return !record.name.isEmpty(); }));
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
