// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/secrets.h"

#include "models/base/log.h"

#include <QHash>
#include <QLibrary>
#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace connect {

namespace {

constexpr int answerMs = 5'000;

/// libsecret, which QtKeychain loads, talks over GLib's shared session bus, and GLib by default
/// raises SIGTERM in the process when that bus goes away (GDBusConnection:exit-on-close). A console
/// that watches a plant stays up. Once the bus is connected only; nothing happens without GLib.
void outliveSessionBus()
{
    static bool done = false;
    if (std::exchange(done, true))
        return;
    constexpr int sessionBus = 2; // G_BUS_TYPE_SESSION
    QLibrary gio(u"gio-2.0"_s, 0);
    QLibrary gobject(u"gobject-2.0"_s, 0);
    using Get = void *(*)(int, void *, void **);
    using SetExit = void (*)(void *, int);
    using Unref = void (*)(void *);
    const auto get = reinterpret_cast<Get>(gio.resolve("g_bus_get_sync"));
    const auto setExit =
        reinterpret_cast<SetExit>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    const auto unref = reinterpret_cast<Unref>(gobject.resolve("g_object_unref"));
    if (!get || !setExit || !unref)
        return;
    if (void *bus = get(sessionBus, nullptr, nullptr)) {
        setExit(bus, 0);
        unref(bus);
    }
}

/// The keychain, with this session's memory in front of it: what could not be stored works until
/// the program ends. QtKeychain's plain-text fallback stays off.
class KeychainSecrets final : public Secrets
{
public:
    explicit KeychainSecrets(QObject *parent)
        : Secrets(parent)
    {
    }

    void read(const QString &key, Done done) override
    {
        if (m_session.contains(key) || m_unavailable)
            return answerLater(std::move(done), m_session.value(key));
        auto *job = new QKeychain::ReadPasswordJob(service());
        run(job, key, std::move(done), [job] { return job->textData(); });
    }

    void write(const QString &key, const QString &secret, Done done) override
    {
        m_session.insert(key, secret);
        if (m_unavailable)
            return answerLater(std::move(done), secret);
        auto *job = new QKeychain::WritePasswordJob(service());
        job->setTextData(secret);
        run(job, key, std::move(done), [secret] { return secret; });
    }

    void remove(const QString &key, Done done) override
    {
        m_session.remove(key);
        if (m_unavailable)
            return answerLater(std::move(done), {});
        run(new QKeychain::DeletePasswordJob(service()), key, std::move(done),
            [] { return QString(); });
    }

    QString where() const override
    {
        return m_unavailable
            ? tr("No keychain answers (%1): passwords are kept in memory until the program ends.")
                  .arg(m_why)
            : tr("Passwords are kept in the desktop's keychain.");
    }

private:
    static QString service() { return u"pilothouse"_s; }

    void answerLater(Done done, const QString &text)
    {
        if (done)
            QTimer::singleShot(0, this, [done = std::move(done), text] { done(text); });
    }

    void giveUp(const QString &why)
    {
        m_unavailable = true;
        m_why = why;
        qCWarning(base::lcConnect) << where();
    }

    template <class Value>
    void run(QKeychain::Job *job, const QString &key, Done done, Value value)
    {
        job->setParent(this);
        job->setInsecureFallback(false);
        job->setKey(key);
        auto *timeout = new QTimer(job);
        timeout->setSingleShot(true);
        // Once: whichever comes first, the answer or the time-out, disconnects the other.
        QObject::connect(timeout, &QTimer::timeout, this, [this, job, key, done] {
            job->disconnect(this);
            giveUp(tr("no answer within %1 s").arg(answerMs / 1000));
            if (done)
                done(m_session.value(key));
        });
        QObject::connect(
            job, &QKeychain::Job::finished, this, [this, job, key, done, value, timeout] {
                timeout->stop();
                outliveSessionBus();
                const QKeychain::Error error = job->error();
                if (error == QKeychain::NoError || error == QKeychain::EntryNotFound) {
                    if (done)
                        done(error == QKeychain::NoError ? value() : m_session.value(key));
                    return;
                }
                giveUp(job->errorString());
                if (done)
                    done(m_session.value(key));
            });
        timeout->start(answerMs);
        job->start();
    }

    QHash<QString, QString> m_session;
    bool m_unavailable = false;
    QString m_why;
};

} // namespace

Secrets *newKeychainSecrets(QObject *parent)
{
    return new KeychainSecrets(parent);
}

} // namespace connect
