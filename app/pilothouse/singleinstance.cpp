// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothouse/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int answerMs = 1'000;
constexpr qsizetype longestMessage = 256;

QString serverNameFor(const QString &workspace)
{
    const QByteArray hash = QCryptographicHash::hash(QDir(workspace).canonicalPath().toUtf8(),
                                                     QCryptographicHash::Sha256);
    return u"pilothouse-"_s + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &workspace, QObject *parent)
    : QObject(parent)
    , m_serverName(serverNameFor(workspace))
    , m_lock(QDir(workspace).filePath(u"console.lock"_s))
{
    m_lock.setStaleLockTime(0); // a lock is stale only when its process has gone
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim()
{
    if (!m_lock.tryLock(0))
        return false;
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_serverName); // of a console that crashed
    m_server->listen(m_serverName);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        QLocalSocket *socket = m_server->nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > longestMessage)
                socket->abort();
            if (!socket->canReadLine())
                return;
            Q_EMIT woken(QString::fromUtf8(socket->readLine(longestMessage)).trimmed());
            socket->write("ok\n");
            socket->disconnectFromServer();
        });
    });
    return true;
}

bool SingleInstance::wakeOther(const QString &page) const
{
    QLocalSocket socket;
    socket.connectToServer(m_serverName);
    if (!socket.waitForConnected(answerMs))
        return false;
    socket.write(page.left(64).toUtf8() + '\n');
    return socket.waitForReadyRead(answerMs);
}

QString SingleInstance::holder() const
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!m_lock.getLockInfo(&pid, &host, &program))
        return {};
    return tr("process %1 on %2").arg(pid).arg(host);
}

} // namespace app
