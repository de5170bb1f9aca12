// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/broker.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

using namespace Qt::StringLiterals;

namespace support {

namespace {

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(15'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

QString securityPlugin()
{
    for (const QString &folder : {u"/usr/lib/x86_64-linux-gnu"_s, u"/usr/lib/aarch64-linux-gnu"_s,
                                  u"/usr/lib"_s, u"/usr/lib64"_s})
        if (const QString path = folder + "/mosquitto_dynamic_security.so"_L1; QFile::exists(path))
            return path;
    return {};
}

} // namespace

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

QString findProgram(const QString &name)
{
    const QString path = QStandardPaths::findExecutable(name);
    return path.isEmpty()
        ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s})
        : path;
}

bool waitForPort(quint16 port, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (!deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        if (socket.waitForConnected(200))
            return true;
        QThread::msleep(5);
    }
    return false;
}

Broker::Broker() = default;

Broker::Broker(Options options)
    : m_options(std::move(options))
{
}

Broker::~Broker()
{
    stop();
}

bool Broker::writeConfig()
{
    QStringList lines = {
        u"user root"_s, // else it cannot read the folder when the test runs as root
        u"listener %1 127.0.0.1"_s.arg(m_port),
        u"max_queued_messages 0"_s,
        u"sys_interval 1"_s,
        u"set_tcp_nodelay true"_s,
        u"persistence false"_s};
    if (!m_options.passwordsFor.isEmpty()) {
        const QString file = m_folder.filePath(u"passwords"_s);
        if (!run(findProgram(u"mosquitto_passwd"_s),
                 {u"-b"_s, u"-c"_s, file, m_options.passwordsFor.section(u':', 0, 0),
                  m_options.passwordsFor.section(u':', 1)}))
            return false;
        lines += u"password_file "_s + file;
    }
    if (m_options.dynamicSecurity) {
        const QString file = m_folder.filePath(u"security.json"_s);
        if (!QFile::exists(file)
            && !run(findProgram(u"mosquitto_ctrl"_s),
                    {u"dynsec"_s, u"init"_s, file, u"admin"_s, u"admin"_s}))
            return false;
        lines += u"plugin "_s + securityPlugin();
        lines += u"plugin_opt_config_file "_s + file;
    }
    if (m_options.passwordsFor.isEmpty() && !m_options.dynamicSecurity)
        lines += u"allow_anonymous true"_s;
    if (!m_options.certificate.isEmpty()) {
        lines += u"certfile "_s + m_options.certificate;
        lines += u"keyfile "_s + m_options.key;
        lines += u"cafile "_s + m_options.ca;
        lines += u"require_certificate %1"_s.arg(m_options.requireClientCertificate ? u"true"_s
                                                                                    : u"false"_s);
    }
    lines += m_options.config;
    QFile file(m_folder.filePath(u"mosquitto.conf"_s));
    return file.open(QIODevice::WriteOnly) && file.write(lines.join(u'\n').toUtf8() + "\n") > 0;
}

QString Broker::start()
{
    const QString program = findProgram(u"mosquitto"_s);
    if (program.isEmpty())
        return u"mosquitto is not installed"_s;
    if (m_port == 0)
        m_port = freePort();
    if (!writeConfig())
        return u"the broker's configuration could not be made"_s;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_folder.filePath(u"log"_s));
    QStringList arguments = {u"-c"_s, m_folder.filePath(u"mosquitto.conf"_s)};
    if (m_options.verbose)
        arguments += u"-v"_s;
    m_process->start(program, arguments);
    if (!m_process->waitForStarted() || !waitForPort(m_port))
        return u"mosquitto did not start: "_s + log();
    return {};
}

void Broker::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    m_process.reset();
}

void Broker::stop()
{
    if (!m_process)
        return;
    m_process->terminate();
    if (!m_process->waitForFinished(5'000))
        kill();
    m_process.reset();
}

QString Broker::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool Broker::publish(quint16 port, const QStringList &arguments)
{
    return run(findProgram(u"mosquitto_pub"_s),
               QStringList{u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port)} + arguments);
}

bool Broker::control(const QStringList &arguments)
{
    return run(findProgram(u"mosquitto_ctrl"_s),
               QStringList{u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port), u"-u"_s,
                           u"admin"_s, u"-P"_s, u"admin"_s, u"dynsec"_s}
                   + arguments);
}

bool Broker::addUser(const QString &name, const QString &password, const QString &filter)
{
    const QString role = name + "-role"_L1;
    return control({u"createRole"_s, role})
        && control({u"addRoleACL"_s, role, u"subscribePattern"_s, filter, u"allow"_s})
        && control({u"addRoleACL"_s, role, u"publishClientReceive"_s, filter, u"allow"_s})
        && control({u"createClient"_s, name, u"-p"_s, password})
        && control({u"addClientRole"_s, name, role});
}

} // namespace support
