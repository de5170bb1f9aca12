// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/profile.h"
#include "models/connect/source.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace connect {

class Secrets;

/// Every connection of the workspace: its profile and its source. Lives on the GUI (main) thread.
/// Profiles are kept as connections.json in the workspace, written atomically, without secrets.
class Connections final : public QObject
{
    Q_OBJECT

public:
    /// Called when a source is made, before it starts: gives it an id and the inlet to push into.
    struct Outlet
    {
        telemetry::SourceId id = 0;
        std::shared_ptr<telemetry::Inlet> inlet = {};
        /// Optional: told what the broker says it dropped ($SYS) since the first connect. Io
        /// thread.
        std::function<void(std::int64_t)> brokerDropped = {};
    };
    using MakeOutlet = std::function<Outlet(const mqtt::Profile &)>;

    /// `path` empty: kept in memory only. `secrets` must outlive this.
    Connections(const QString &path, Secrets *secrets, MakeOutlet makeOutlet,
                QObject *parent = nullptr);
    ~Connections() override; ///< stops all

    std::vector<mqtt::Profile> profiles() const;
    mqtt::Profile profile(const QString &id) const; ///< id empty when unknown
    /// Adds or replaces by id; a running connection is restarted when what it depends on changed.
    base::Result<> save(const mqtt::Profile &profile);
    base::Result<> remove(const QString &id);

    void start(const QString &id);
    void stop(const QString &id);
    void startAutomatic(); ///< all profiles with autoConnect
    void stopAll();

    SourceStatus status(const QString &id) const;
    telemetry::SourceId sourceId(const QString &id) const;
    /// The running source, null when it never ran; lives until the profile is changed or removed.
    Source *source(const QString &id) const;
    base::Result<> publish(const QString &id, const PublishRequest &request);
    /// Asks the Sparkplug edge node "group/edge" to be born again, if the profile allows it.
    base::Result<> askRebirth(const QString &id, const QString &node);

    /// Profiles as a file without secrets, and back; imported profiles get new ids and do not
    /// connect by themselves.
    base::Result<> exportTo(const QString &file) const;
    base::Result<int> importFrom(const QString &file);

    /// Tries name, port, TLS, login and subscription one after the other and says in words what
    /// works and what fails. `report` is called on this thread, once per step and once at the end
    /// (done). Returns a handle; destroying it cancels.
    struct TestStep
    {
        QString what; ///< "Name", "Port", "Certificate", "Login", "Subscription"
        bool ok = false;
        QString sentence;
        bool done = false; ///< the last one
        std::vector<CertificateInfo> chain; ///< with the certificate step
    };
    std::shared_ptr<void> test(const mqtt::Profile &profile, const QString &password,
                               std::function<void(const TestStep &)> report);

    static QString engineName(); ///< "libmosquitto 2.0.11" or "Qt MQTT 6.4.2"

Q_SIGNALS:
    void profilesChanged();
    /// A connection changed its state (not its counters). Queued to this thread, rare.
    void stateChanged(const QString &id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace connect
