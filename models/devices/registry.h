// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/catalogue.h"

#include <QHash>
#include <QString>

#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace devices {

using base::TimeNs;
using telemetry::DeviceId;

/// How a device is doing, worst last.
enum class DeviceState : std::uint8_t {
    Well, ///< talks, and nothing says otherwise
    Asleep, ///< silent by agreement
    Suspect, ///< talks, but reports bad quality or low confidence
    Stale, ///< silent for longer than it should be
    Offline, ///< said goodbye, its will was published, or its connection is down
};

/// What a record stands for.
enum class DeviceKind : std::uint8_t {
    Device, ///< measures or acts
    Gateway, ///< carries other devices' messages: Sparkplug edge node, Zigbee bridge
    Service, ///< a program: Sparkplug host application, Home Assistant
};

/// Identity and health of one device.
struct DeviceRecord
{
    DeviceId id = telemetry::noId;
    telemetry::SourceId source = 0;
    DeviceKind kind = DeviceKind::Device;
    QString name;
    QString displayName;
    QString site; ///< as people write it: "Harbour works" rather than harbour-works
    QString manufacturer;
    QString model;
    QString firmware;
    QString hardware;
    QString serial;
    QString parent;
    QString protocol;
    std::vector<std::pair<QString, QString>> attributes; ///< at most 64
    std::vector<QString> models; ///< "name version" of the edge models it answers with, at most 16
    DeviceState state = DeviceState::Well;
    QString why; ///< one sentence for every state but Well
    TimeNs since = base::noTime; ///< of the state
    TimeNs firstSeen = base::noTime; ///< receive time
    TimeNs lastSeen = base::noTime; ///< receive time
    TimeNs typicalInterval = 0; ///< ns between messages, smoothed; 0 unknown
    std::uint64_t messages = 0;
    std::uint64_t samples = 0;
    std::uint64_t gaps = 0; ///< messages missing by sequence number
    std::uint8_t suspicions = 0; ///< Registry::Suspicion bits
    TimeNs birthDue = base::noTime; ///< it will be born again; stale if not until then
    DeviceId same = telemetry::noId; ///< it turned out to be that device: not listed
    /// Nothing but a retained availability message tells of it: it may be long gone.
    bool onlyHeardOf = false;

    /// Counts in figures such as "40 of 40 devices".
    bool counts() const { return kind == DeviceKind::Device && !onlyHeardOf; }
    bool isDescribed() const; ///< somebody told more of it than that it is there
    /// The state of a device that talks.
    DeviceState talking() const
    {
        return suspicions == 0 ? DeviceState::Well : DeviceState::Suspect;
    }

    QString title() const { return displayName.isEmpty() ? name : displayName; }
};

/// A change of state, for the event log and the time axis.
struct StateChange
{
    DeviceId device = telemetry::noId;
    DeviceState from = DeviceState::Well;
    DeviceState to = DeviceState::Well;
    TimeNs time = 0;
    QString why;
};

enum class DeviceFact : std::uint8_t {
    DisplayName,
    Site,
    Manufacturer,
    Model,
    Firmware,
    Hardware,
    Serial,
    Parent,
    Protocol,
    Attribute
};

/// "Harbour works", "harbour-works" and "harbour_works" are one site: what they have in common.
QString siteKey(const QString &site);

/// All devices. Written by the ingest thread, read by anybody.
class Registry
{
public:
    /// A device is stale when silent for max(staleAfter, 3 x its typical interval).
    explicit Registry(TimeNs staleAfter = 120 * base::nsPerSecond);

    void clear(); ///< forgets every device, as if none had been seen; ids stay
    /// Its name is looked up in the catalogue at the first call. `live` false: only a retained
    /// message told of it, which is no sign of life. `measured`: some of the samples are more than
    /// states of the device itself.
    void seen(DeviceId device, const telemetry::Catalogue &catalogue, TimeNs received,
              std::size_t samples, bool live = true, bool measured = true);
    void learn(DeviceId device, DeviceFact fact, std::string_view value);
    void online(DeviceId device, TimeNs time);
    void offline(DeviceId device, TimeNs time, const QString &why);
    void asleep(DeviceId device, TimeNs time);
    /// A device is suspect as long as one cause says so; causes come and go independently.
    enum class Suspicion : std::uint8_t {
        Quality = 1,
        Confidence = 2,
        Birth = 4, ///< Sparkplug: publishes what no birth has described
    };
    void suspect(DeviceId device, Suspicion cause, bool suspect, TimeNs time, const QString &why);
    void setKind(DeviceId device, DeviceKind kind);
    /// It has announced a new birth: stale when nothing comes within two seconds.
    void awaitBirth(DeviceId device, TimeNs time);
    /// `alias` was taken for a device of its own and is `device`. Its state goes there when it is
    /// newer; it is not listed any more unless it speaks for itself again.
    void join(DeviceId alias, DeviceId device);
    /// It is a device of its own after all.
    void part(DeviceId alias);
    void addGaps(DeviceId device, std::uint64_t count);
    void usesModel(DeviceId device, const QString &modelAndVersion);
    void sourceDown(telemetry::SourceId source, TimeNs time,
                    const QString &why); ///< all its devices go stale
    void sourceUp(telemetry::SourceId source, TimeNs time);
    /// Looks for silent devices; call about once a second.
    void tick(TimeNs now);

    /// Devices, gateways and services; DeviceRecord::counts() says which are devices of the fleet.
    std::vector<DeviceRecord> records() const;
    DeviceRecord record(DeviceId device) const;
    std::size_t size() const; ///< of records()
    std::size_t deviceCount() const; ///< of those that count
    std::vector<StateChange> takeChanges(); ///< one reader: the pipeline
    std::uint64_t revision() const;
    void setStaleAfter(TimeNs staleAfter);

private:
    DeviceRecord &at(DeviceId device);
    void learnSite(DeviceRecord &record, const QString &text);
    void change(DeviceRecord &record, DeviceState to, TimeNs time, const QString &why);

    mutable std::mutex m_mutex;
    std::deque<DeviceRecord> m_records; ///< by DeviceId
    std::vector<StateChange> m_changes;
    QHash<QString, QString> m_sites; ///< siteKey -> the most human spelling seen
    TimeNs m_staleAfter;
    std::uint64_t m_revision = 0;
};

} // namespace devices
