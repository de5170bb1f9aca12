// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothouse/rehearsal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int startMs = 5'000;
constexpr int stopMs = 3'000;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(200);
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(stopMs)) {
        process.kill();
        process.waitForFinished(stopMs);
    }
}

QString lastWords(QProcess &process)
{
    const QList<QByteArray> lines = process.readAll().trimmed().split('\n');
    return QString::fromUtf8(lines.isEmpty() ? QByteArray() : lines.last());
}

} // namespace

QString findProgram(const QString &name)
{
    const QString beside =
        QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    if (!beside.isEmpty())
        return beside;
    const QString inPath = QStandardPaths::findExecutable(name);
    return inPath.isEmpty()
        ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s})
        : inPath;
}

Rehearsal::~Rehearsal()
{
    end(m_fleet);
    end(m_broker);
}

base::Result<> Rehearsal::start()
{
    if (auto broker = startBroker(); !broker)
        return broker;
    return startFleet();
}

base::Result<> Rehearsal::startBroker()
{
    const QString program = findProgram(u"mosquitto"_s);
    if (program.isEmpty())
        return base::failure(tr("The broker mosquitto is not installed; install the package "
                                "mosquitto, or give a broker with --connect."),
                             base::ErrorCode::NotFound);
    m_port = freePort();
    QFile config(m_folder.filePath(u"mosquitto.conf"_s));
    if (m_port == 0 || !config.open(QIODevice::WriteOnly))
        return base::failure(
            tr("The rehearsal broker cannot be set up in %1.").arg(m_folder.path()),
            base::ErrorCode::Io);
    config.write("listener " + QByteArray::number(m_port)
                 + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nsys_interval "
                   "1\npersistence false\n");
    config.close();
    m_broker.setProcessChannelMode(QProcess::MergedChannels);
    m_broker.start(program, {u"-c"_s, config.fileName()});
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < startMs && m_broker.waitForStarted(startMs)) {
        if (answers(m_port)) {
            m_url = u"mqtt://127.0.0.1:%1"_s.arg(m_port);
            return {};
        }
        if (m_broker.waitForFinished(20))
            break;
    }
    return base::failure(tr("The rehearsal broker did not start: %1").arg(lastWords(m_broker)),
                         base::ErrorCode::Io);
}

base::Result<> Rehearsal::startFleet()
{
    const QString program = findProgram(u"pilothouse-fleet"_s);
    if (program.isEmpty())
        return base::failure(tr("The rehearsal fleet (pilothouse-fleet) is not beside this "
                                "program; build it, or give a broker with --connect."),
                             base::ErrorCode::NotFound);
    m_fleet.setProcessChannelMode(QProcess::MergedChannels);
    m_fleet.setStandardOutputFile(m_folder.filePath(u"fleet.log"_s));
    m_fleet.start(program, {u"--url"_s, m_url, u"--devices"_s, u"40"_s, u"--speed"_s, u"1"_s});
    if (!m_fleet.waitForStarted(startMs) || m_fleet.waitForFinished(200))
        return base::failure(tr("The rehearsal fleet did not start: %1").arg(m_fleet.errorString()),
                             base::ErrorCode::Io);
    return {};
}

QString Rehearsal::problem() const
{
    if (m_broker.state() == QProcess::NotRunning)
        return tr("The rehearsal broker ended by itself.");
    if (m_fleet.state() == QProcess::NotRunning)
        return tr("The rehearsal fleet ended by itself.");
    return {};
}

} // namespace app
