// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace support {

/// A port of 127.0.0.1 that nothing listens on.
quint16 freePort();
/// Path of a program, or empty; looks into /usr/sbin and /usr/local/sbin too.
QString findProgram(const QString &name);
/// Waits until something listens on the port.
bool waitForPort(quint16 port, int timeoutMs = 10'000);

/// A real mosquitto on a free loopback port, with a configuration of its own in a temporary folder.
/// Stopped with the object.
class Broker final
{
public:
    struct Options
    {
        QStringList config = {}; ///< further lines
        QString passwordsFor = {}; ///< "user:password", empty: anonymous
        QString certificate = {}, key = {}, ca = {}; ///< PEM files; TLS when `certificate` is given
        bool requireClientCertificate = false;
        bool verbose = true; ///< logs every packet, which halves its speed
        bool dynamicSecurity = false; ///< admin/admin; see allowOnly()
    };

    Broker();
    explicit Broker(Options options);
    ~Broker();

    /// Empty, or why the broker does not run.
    QString start();
    void kill(); ///< SIGKILL, as a crash
    void stop(); ///< SIGTERM
    quint16 port() const { return m_port; }
    QString log() const; ///< what it wrote so far
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

    /// Publishes with mosquitto_pub; `arguments` behind host, port and login.
    static bool publish(quint16 port, const QStringList &arguments);
    /// Dynamic security: a user that may only subscribe and receive below `filter`.
    bool addUser(const QString &name, const QString &password, const QString &filter);

private:
    bool writeConfig();
    bool control(const QStringList &arguments);

    Options m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    QByteArray m_log;
};

} // namespace support
