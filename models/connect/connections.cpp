// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/connections.h"

#include "models/base/log.h"
#include "models/connect/mqtt/brokersource.h"
#include "models/connect/mqtt/connectiontest.h"
#include "models/connect/profilefile.h"
#include "models/connect/secrets.h"

#include <QCoreApplication>
#include <QPointer>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace connect {

struct Connections::Private
{
    struct Entry
    {
        mqtt::Profile profile;
        Outlet outlet;
        std::unique_ptr<mqtt::BrokerSource> source;
        bool wanted = false; ///< start() was called; secrets may still be on their way
        quint64 generation = 0; ///< voids answers to older starts
    };

    QString path;
    Secrets *secrets;
    MakeOutlet makeOutlet;
    std::vector<std::unique_ptr<Entry>> entries;

    Entry *find(const QString &id) const
    {
        const auto it = std::find_if(entries.begin(), entries.end(),
                                     [&id](const auto &entry) { return entry->profile.id == id; });
        return it == entries.end() ? nullptr : it->get();
    }

    Result<> write() const
    {
        std::vector<mqtt::Profile> all;
        for (const auto &entry : entries)
            all.push_back(entry->profile);
        return path.isEmpty() ? Result<>() : writeProfiles(path, all);
    }
};

namespace {

/// Does the running connection depend on what changed?
bool needsRestart(mqtt::Profile before, const mqtt::Profile &after)
{
    before.name = after.name;
    before.autoConnect = after.autoConnect;
    before.mappings = after.mappings;
    before.rebirth = after.rebirth;
    return before.toJson() != after.toJson();
}

} // namespace

Connections::Connections(const QString &path, Secrets *secrets, MakeOutlet makeOutlet,
                         QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{
          .path = path, .secrets = secrets, .makeOutlet = std::move(makeOutlet), .entries = {}}))
{
    if (path.isEmpty())
        return;
    const auto loaded = readProfiles(path);
    if (!loaded)
        qCWarning(base::lcConnect).noquote() << loaded.error().text;
    else
        for (const mqtt::Profile &profile : *loaded)
            d->entries.push_back(std::make_unique<Private::Entry>(
                Private::Entry{.profile = profile, .outlet = {}, .source = nullptr}));
}

Connections::~Connections()
{
    stopAll();
}

std::vector<mqtt::Profile> Connections::profiles() const
{
    std::vector<mqtt::Profile> all;
    for (const auto &entry : d->entries)
        all.push_back(entry->profile);
    return all;
}

mqtt::Profile Connections::profile(const QString &id) const
{
    const Private::Entry *entry = d->find(id);
    return entry ? entry->profile : mqtt::Profile();
}

Result<> Connections::save(const mqtt::Profile &profile)
{
    if (profile.id.isEmpty())
        return failure(tr("The connection has no id."), ErrorCode::Internal);
    if (const QString problem = profile.problem(); !problem.isEmpty())
        return failure(problem);
    Private::Entry *entry = d->find(profile.id);
    const bool restart = entry && entry->wanted && needsRestart(entry->profile, profile);
    if (!entry) {
        d->entries.push_back(std::make_unique<Private::Entry>());
        entry = d->entries.back().get();
    }
    entry->profile = profile;
    const Result<> written = d->write();
    if (restart) {
        stop(profile.id);
        start(profile.id);
    }
    Q_EMIT profilesChanged();
    return written;
}

Result<> Connections::remove(const QString &id)
{
    if (!d->find(id))
        return failure(tr("There is no such connection."), ErrorCode::NotFound);
    stop(id);
    std::erase_if(d->entries, [&id](const auto &entry) { return entry->profile.id == id; });
    for (const QString &key : {mqtt::passwordKey(id), mqtt::passPhraseKey(id)})
        d->secrets->remove(key, {});
    const Result<> written = d->write();
    Q_EMIT profilesChanged();
    return written;
}

void Connections::start(const QString &id)
{
    Private::Entry *entry = d->find(id);
    if (!entry || entry->wanted)
        return;
    entry->wanted = true;
    const quint64 generation = ++entry->generation;
    const QPointer<Connections> self(this);
    const auto current = [self, id, generation] {
        Private::Entry *now = self ? self->d->find(id) : nullptr;
        return now && now->wanted && now->generation == generation ? now : nullptr;
    };
    const auto run = [self, id](Private::Entry *now, const QString &password,
                                const QString &passPhrase) {
        if (!now->outlet.inlet)
            now->outlet = self->d->makeOutlet(now->profile);
        mqtt::LinkSetup setup;
        setup.profile = now->profile;
        setup.password = password;
        setup.passPhrase = passPhrase;
        setup.source = now->outlet.id;
        setup.inlet = now->outlet.inlet;
        setup.brokerDropped = now->outlet.brokerDropped;
        setup.stateChanged = [self, id] {
            // QPointer is read on the main thread only: the call is queued to the application.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, id] {
                    if (self)
                        Q_EMIT self->stateChanged(id);
                },
                Qt::QueuedConnection);
        };
        now->source = std::make_unique<mqtt::BrokerSource>(std::move(setup));
        now->source->start();
    };
    d->secrets->read(
        mqtt::passwordKey(id), [self, id, current, run](const Result<QString> &password) {
            if (!current())
                return;
            self->d->secrets->read(mqtt::passPhraseKey(id),
                                   [current, run, password](const Result<QString> &passPhrase) {
                                       if (Private::Entry *now = current())
                                           run(now, password.value_or(QString()),
                                               passPhrase.value_or(QString()));
                                   });
        });
}

void Connections::stop(const QString &id)
{
    Private::Entry *entry = d->find(id);
    if (!entry)
        return;
    entry->wanted = false;
    if (entry->source) {
        entry->source->stop();
        Q_EMIT stateChanged(id);
    }
}

void Connections::startAutomatic()
{
    for (const mqtt::Profile &profile : profiles())
        if (profile.autoConnect)
            start(profile.id);
}

void Connections::stopAll()
{
    for (const auto &entry : d->entries)
        stop(entry->profile.id);
}

SourceStatus Connections::status(const QString &id) const
{
    const Private::Entry *entry = d->find(id);
    if (entry && entry->source)
        return entry->source->status();
    SourceStatus status;
    status.sentence = entry && entry->wanted ? tr("Waiting for the password from the keychain.")
                                             : tr("Not started.");
    status.state = entry && entry->wanted ? SourceState::Connecting : SourceState::Stopped;
    return status;
}

telemetry::SourceId Connections::sourceId(const QString &id) const
{
    const Private::Entry *entry = d->find(id);
    return entry ? entry->outlet.id : telemetry::SourceId();
}

Source *Connections::source(const QString &id) const
{
    const Private::Entry *entry = d->find(id);
    return entry ? entry->source.get() : nullptr;
}

Result<> Connections::publish(const QString &id, const PublishRequest &request)
{
    const Private::Entry *entry = d->find(id);
    if (!entry)
        return failure(tr("There is no such connection."), ErrorCode::NotFound);
    if (!entry->source)
        return failure(
            tr("\"%1\" is not connected; nothing was published.").arg(entry->profile.name),
            ErrorCode::Io);
    return entry->source->publish(request);
}

Result<> Connections::askRebirth(const QString &id, const QString &node)
{
    const Private::Entry *entry = d->find(id);
    if (!entry || !entry->source)
        return failure(tr("There is no such connection."), ErrorCode::NotFound);
    if (!entry->profile.mayAskRebirth())
        return failure(tr("The connection \"%1\" may not ask Sparkplug nodes for a rebirth.")
                           .arg(entry->profile.name),
                       ErrorCode::Denied);
    return entry->source->askRebirth(node);
}

Result<> Connections::exportTo(const QString &file) const
{
    return writeProfiles(file, profiles());
}

Result<int> Connections::importFrom(const QString &file)
{
    auto loaded = readProfiles(file);
    if (!loaded)
        return tl::unexpected(loaded.error());
    for (mqtt::Profile &profile : *loaded) {
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        profile.autoConnect = false;
        if (const Result<> saved = save(profile); !saved)
            return tl::unexpected(saved.error());
    }
    return static_cast<int>(loaded->size());
}

std::shared_ptr<void> Connections::test(const mqtt::Profile &profile, const QString &password,
                                        std::function<void(const TestStep &)> report)
{
    auto test = std::make_shared<mqtt::ConnectionTest>(profile, password, std::move(report));
    test->start(d->secrets);
    return test;
}

QString Connections::engineName()
{
    return mqtt::engineText();
}

} // namespace connect
