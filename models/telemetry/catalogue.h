// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <QString>

#include <deque>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace telemetry {

/// What a signal is for.
enum class SignalRole : std::uint8_t {
    Measurement, ///< a value of the plant
    Confidence, ///< confidence of a model's answers, 0..1
    Label, ///< a model's answer
    State, ///< availability and other states of the device itself
};

struct SourceInfo
{
    SourceId id = 0;
    QString key; ///< stable over restarts: the connection profile's uuid, or the recording's hash
    QString name; ///< what people call it
    bool replay = false;
};

struct DeviceInfo
{
    DeviceId id = noId;
    SourceId source = 0;
    QString name; ///< as found in topic, payload or birth message
};

struct SignalInfo
{
    SignalId id = noId;
    DeviceId device = noId;
    QString name; ///< path within the device, levels separated by '/'
    QString unit; ///< empty when unknown; UCUM-like as received ("degC", "%RH", "bar")
    QString description;
    ValueType type = ValueType::Double;
    SignalRole role = SignalRole::Measurement;
    QString topic; ///< where it was first seen
    QString decoder; ///< which decoder found it
    std::uint64_t range = 0; ///< reserved
};

/// Names of sources, devices and signals, each with a small number. Only grows while the program
/// runs; ids of signals stay the same over restarts (the historian keeps them).
/// Any thread; intern calls are for the ingest thread and cheap when the name is known.
class Catalogue
{
public:
    explicit Catalogue(std::size_t maxSignals = 500'000, std::size_t maxDevices = 200'000);

    SourceId addSource(const QString &key, const QString &name, bool replay = false);
    DeviceId internDevice(SourceId source, std::string_view name); ///< noId when the cap is hit
    SignalId internSignal(DeviceId device, std::string_view name, ValueType type,
                          bool *created = nullptr);

    void describe(SignalId signal,
                  const SignalInfo &known); ///< non-empty fields of `known` are taken
    void setUnit(SignalId signal, std::string_view unit);

    SourceInfo source(SourceId id) const;
    DeviceInfo device(DeviceId id) const;
    SignalInfo signal(SignalId id) const;
    std::vector<SourceInfo> sources() const;
    std::vector<DeviceInfo> devicesFrom(DeviceId first) const; ///< for models that grow with it
    std::vector<SignalInfo> signalsFrom(SignalId first) const;
    std::vector<SignalInfo> signalsOf(DeviceId device) const;
    SignalId findSignal(DeviceId device, QStringView name) const; ///< noId when unknown
    DeviceId findDevice(SourceId source, QStringView name) const;

    std::uint32_t deviceCount() const;
    std::uint32_t signalCount() const;
    std::uint64_t revision() const; ///< counts up with every change of names, units, descriptions
    std::uint64_t capsRefused() const; ///< names refused because a cap was hit

    /// Restores saved names, ids in order; before any intern call.
    void restoreDevice(const DeviceInfo &device);
    void restoreSignal(const SignalInfo &signal);
    /// Signals whose description changed since the last call; for the historian.
    std::vector<SignalId> takeChanged();

private:
    struct Key
    {
        std::uint32_t parent;
        std::string name;
    };
    struct KeyView
    {
        std::uint32_t parent;
        std::string_view name;
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(const Key &key) const
        {
            return (*this)(KeyView{key.parent, key.name});
        }
        std::size_t operator()(const KeyView &key) const
        {
            return std::hash<std::string_view>()(key.name) ^ (key.parent * 0x9e3779b97f4a7c15ull);
        }
    };
    struct Equal
    {
        using is_transparent = void;
        static KeyView view(const Key &k) { return {k.parent, k.name}; }
        static KeyView view(const KeyView &k) { return k; }
        template <class A, class B>
        bool operator()(const A &a, const B &b) const
        {
            return view(a).parent == view(b).parent && view(a).name == view(b).name;
        }
    };
    using Index = std::unordered_map<Key, std::uint32_t, Hash, Equal>;

    SignalId addSignal(SignalInfo info, std::string name);

    mutable std::shared_mutex m_mutex;
    std::vector<SourceInfo> m_sources;
    std::deque<DeviceInfo> m_devices;
    std::deque<SignalInfo> m_signals;
    std::vector<std::vector<SignalId>> m_signalsOfDevice;
    Index m_deviceIndex;
    Index m_signalIndex;
    std::vector<SignalId> m_changed;
    const std::size_t m_maxSignals;
    const std::size_t m_maxDevices;
    std::uint64_t m_revision = 0;
    std::uint64_t m_refused = 0;
};

} // namespace telemetry
