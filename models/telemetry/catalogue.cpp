// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/catalogue.h"

#include <mutex>

namespace telemetry {

namespace {

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Catalogue::Catalogue(std::size_t maxSignals, std::size_t maxDevices)
    : m_maxSignals(maxSignals)
    , m_maxDevices(maxDevices)
{
}

SourceId Catalogue::addSource(const QString &key, const QString &name, bool replay)
{
    const std::unique_lock lock(m_mutex);
    for (SourceInfo &source : m_sources) {
        if (source.key == key) {
            source.name = name;
            source.replay = replay;
            return source.id;
        }
    }
    const auto id = static_cast<SourceId>(m_sources.size());
    m_sources.push_back({id, key, name, replay});
    ++m_revision;
    return id;
}

DeviceId Catalogue::internDevice(SourceId source, std::string_view name)
{
    {
        const std::shared_lock lock(m_mutex);
        if (const auto it = m_deviceIndex.find(KeyView{source, name}); it != m_deviceIndex.end())
            return it->second;
    }
    const std::unique_lock lock(m_mutex);
    if (m_devices.size() >= m_maxDevices) {
        ++m_refused;
        return noId;
    }
    const auto id = static_cast<DeviceId>(m_devices.size());
    m_devices.push_back({id, source, fromView(name)});
    m_signalsOfDevice.emplace_back();
    m_deviceIndex.emplace(Key{source, std::string(name)}, id);
    ++m_revision;
    return id;
}

SignalId Catalogue::internSignal(DeviceId device, std::string_view name, ValueType type,
                                 bool *created)
{
    if (created)
        *created = false;
    {
        const std::shared_lock lock(m_mutex);
        if (const auto it = m_signalIndex.find(KeyView{device, name}); it != m_signalIndex.end())
            return it->second;
    }
    const std::unique_lock lock(m_mutex);
    if (device >= m_devices.size() || m_signals.size() >= m_maxSignals) {
        ++m_refused;
        return noId;
    }
    if (created)
        *created = true;
    SignalInfo info;
    info.id = static_cast<SignalId>(m_signals.size());
    info.device = device;
    info.name = fromView(name);
    info.type = type;
    return addSignal(std::move(info), std::string(name));
}

SignalId Catalogue::addSignal(SignalInfo info, std::string name)
{
    const SignalId id = info.id;
    const DeviceId device = info.device;
    m_signals.push_back(std::move(info));
    m_signalsOfDevice[device].push_back(id);
    m_signalIndex.emplace(Key{device, std::move(name)}, id);
    m_changed.push_back(id);
    ++m_revision;
    return id;
}

void Catalogue::describe(SignalId signal, const SignalInfo &known)
{
    const std::unique_lock lock(m_mutex);
    if (signal >= m_signals.size())
        return;
    SignalInfo &info = m_signals[signal];
    const SignalInfo before = info;
    if (!known.unit.isEmpty())
        info.unit = known.unit;
    if (!known.description.isEmpty())
        info.description = known.description;
    if (!known.topic.isEmpty())
        info.topic = known.topic;
    if (!known.decoder.isEmpty())
        info.decoder = known.decoder;
    if (known.role != SignalRole::Measurement)
        info.role = known.role;
    if (before.unit == info.unit && before.description == info.description
        && before.topic == info.topic && before.decoder == info.decoder && before.role == info.role)
        return;
    m_changed.push_back(signal);
    ++m_revision;
}

void Catalogue::setUnit(SignalId signal, std::string_view unit)
{
    {
        const std::shared_lock lock(m_mutex);
        if (signal >= m_signals.size() || m_signals[signal].unit == fromView(unit))
            return;
    }
    const std::unique_lock lock(m_mutex);
    m_signals[signal].unit = fromView(unit);
    m_changed.push_back(signal);
    ++m_revision;
}

SourceInfo Catalogue::source(SourceId id) const
{
    const std::shared_lock lock(m_mutex);
    return id < m_sources.size() ? m_sources[id] : SourceInfo{};
}

DeviceInfo Catalogue::device(DeviceId id) const
{
    const std::shared_lock lock(m_mutex);
    return id < m_devices.size() ? m_devices[id] : DeviceInfo{};
}

SignalInfo Catalogue::signal(SignalId id) const
{
    const std::shared_lock lock(m_mutex);
    return id < m_signals.size() ? m_signals[id] : SignalInfo{};
}

std::vector<SourceInfo> Catalogue::sources() const
{
    const std::shared_lock lock(m_mutex);
    return m_sources;
}

std::vector<DeviceInfo> Catalogue::devicesFrom(DeviceId first) const
{
    const std::shared_lock lock(m_mutex);
    if (first >= m_devices.size())
        return {};
    return {m_devices.begin() + first, m_devices.end()};
}

std::vector<SignalInfo> Catalogue::signalsFrom(SignalId first) const
{
    const std::shared_lock lock(m_mutex);
    if (first >= m_signals.size())
        return {};
    return {m_signals.begin() + first, m_signals.end()};
}

std::vector<SignalInfo> Catalogue::signalsOf(DeviceId device) const
{
    const std::shared_lock lock(m_mutex);
    std::vector<SignalInfo> out;
    if (device >= m_signalsOfDevice.size())
        return out;
    out.reserve(m_signalsOfDevice[device].size());
    for (const SignalId id : m_signalsOfDevice[device])
        out.push_back(m_signals[id]);
    return out;
}

SignalId Catalogue::findSignal(DeviceId device, QStringView name) const
{
    const std::string utf8 = name.toString().toStdString();
    const std::shared_lock lock(m_mutex);
    const auto it = m_signalIndex.find(KeyView{device, utf8});
    return it == m_signalIndex.end() ? noId : it->second;
}

DeviceId Catalogue::findDevice(SourceId source, QStringView name) const
{
    const std::string utf8 = name.toString().toStdString();
    const std::shared_lock lock(m_mutex);
    const auto it = m_deviceIndex.find(KeyView{source, utf8});
    return it == m_deviceIndex.end() ? noId : it->second;
}

std::uint32_t Catalogue::deviceCount() const
{
    const std::shared_lock lock(m_mutex);
    return static_cast<std::uint32_t>(m_devices.size());
}

std::uint32_t Catalogue::signalCount() const
{
    const std::shared_lock lock(m_mutex);
    return static_cast<std::uint32_t>(m_signals.size());
}

std::uint64_t Catalogue::revision() const
{
    const std::shared_lock lock(m_mutex);
    return m_revision;
}

std::uint64_t Catalogue::capsRefused() const
{
    const std::shared_lock lock(m_mutex);
    return m_refused;
}

void Catalogue::restoreDevice(const DeviceInfo &device)
{
    const std::unique_lock lock(m_mutex);
    if (device.id != m_devices.size())
        return;
    m_devices.push_back(device);
    m_signalsOfDevice.emplace_back();
    m_deviceIndex.emplace(Key{device.source, device.name.toStdString()}, device.id);
    ++m_revision;
}

void Catalogue::restoreSignal(const SignalInfo &signal)
{
    const std::unique_lock lock(m_mutex);
    if (signal.id != m_signals.size() || signal.device >= m_devices.size())
        return;
    addSignal(signal, signal.name.toStdString());
    m_changed.pop_back();
}

std::vector<SignalId> Catalogue::takeChanged()
{
    const std::unique_lock lock(m_mutex);
    return std::exchange(m_changed, {});
}

} // namespace telemetry
