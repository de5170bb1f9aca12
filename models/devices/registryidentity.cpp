// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/registry.h"

#include <algorithm>

// Who a device is: names, sites, kinds, and which two are one.

namespace devices {

namespace {

constexpr std::size_t maxAttributes = 64;
constexpr std::size_t maxModels = 16;

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
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

/// How much a spelling looks as people write: capitals and blanks rather than '-' and '_'.
int humanity(const QString &site)
{
    const bool capital = std::any_of(site.begin(), site.end(), [](QChar c) { return c.isUpper(); });
    const bool shouted = capital && site == site.toUpper();
    const bool joined = site.contains(u'-') || site.contains(u'_');
    return (capital && !shouted ? 4 : 0) + (shouted ? 1 : 0) + (joined ? 0 : 2);
}

} // namespace

bool DeviceRecord::isDescribed() const
{
    return !displayName.isEmpty() || !manufacturer.isEmpty() || !model.isEmpty()
        || !firmware.isEmpty() || !serial.isEmpty() || !attributes.empty();
}

QString siteKey(const QString &site)
{
    QString key = site.toCaseFolded();
    for (QChar &c : key)
        c = c == u'-' || c == u'_' ? QChar(u' ') : c;
    return key.simplified();
}

void Registry::learn(DeviceId device, DeviceFact fact, std::string_view value)
{
    const QString text = fromView(value);
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    if (fact == DeviceFact::Site) {
        learnSite(record, text);
        return;
    }
    if (fact == DeviceFact::Attribute) {
        setAttribute(record, text);
        ++m_revision;
    } else if (QString &member = field(record, fact); member != text) {
        member = text;
        ++m_revision;
    }
    record.onlyHeardOf = record.onlyHeardOf && !record.isDescribed();
}

void Registry::learnSite(DeviceRecord &record, const QString &text)
{
    constexpr qsizetype maxSites = 20'000;
    const QString key = siteKey(text);
    const QString known = m_sites.value(key);
    const bool better =
        known.isNull() ? m_sites.size() < maxSites : humanity(text) > humanity(known);
    if (better) {
        m_sites.insert(key, text);
        for (DeviceRecord &other : m_records)
            if (siteKey(other.site) == key)
                other.site = text;
    }
    const QString &spelling = better || known.isNull() ? text : known;
    if (better || record.site != spelling)
        ++m_revision;
    record.site = spelling;
}

void Registry::setKind(DeviceId device, DeviceKind kind)
{
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(device);
    m_revision += record.kind == kind ? 0 : 1;
    record.kind = kind;
}

void Registry::join(DeviceId alias, DeviceId device)
{
    if (alias == device)
        return;
    const std::lock_guard lock(m_mutex);
    DeviceRecord &from = at(alias); // stays where it is: a deque grows at its end
    DeviceRecord &to = at(device);
    from.same = device;
    ++m_revision;
    const bool told = from.state == DeviceState::Offline || from.state == DeviceState::Asleep;
    if (told && (to.lastSeen == base::noTime || to.lastSeen < from.since))
        change(to, from.state, from.since, from.why);
}

void Registry::part(DeviceId alias)
{
    const std::lock_guard lock(m_mutex);
    DeviceRecord &record = at(alias);
    if (record.same == telemetry::noId)
        return;
    DeviceRecord &other = at(record.same);
    record.same = telemetry::noId;
    ++m_revision;
    // What was said of the one was taken for the other.
    if (other.state == DeviceState::Offline || other.state == DeviceState::Asleep)
        change(other, other.lastSeen == base::noTime ? DeviceState::Stale : other.talking(),
               std::max(other.since, other.lastSeen), {});
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

} // namespace devices
