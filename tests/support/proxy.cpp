// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/proxy.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace support {

Proxy::Proxy(quint16 target, QObject *parent)
    : QObject(parent)
    , m_target(target)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, this, &Proxy::accept);
    m_server.listen(QHostAddress::LocalHost, 0);
    m_port = m_server.serverPort();
}

void Proxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        ++m_accepted;
        auto *server = new QTcpSocket(this);
        client->setParent(this);
        m_sockets << client << server;
        for (QTcpSocket *socket : {client, server})
            QObject::connect(socket, &QObject::destroyed, this,
                             [this, socket] { m_sockets.removeAll(socket); });
        forward(client, server);
        forward(server, client);
        server->connectToHost(u"127.0.0.1"_s, m_target);
    }
}

void Proxy::forward(QTcpSocket *from, QTcpSocket *to)
{
    QObject::connect(from, &QIODevice::readyRead, to, [this, from, to] {
        const QByteArray bytes = from->readAll();
        if (!m_stalled)
            to->write(bytes);
    });
    QObject::connect(from, &QAbstractSocket::disconnected, to, [this, from, to] {
        if (m_stalled)
            return;
        to->disconnectFromHost();
        from->deleteLater();
        if (to->state() == QAbstractSocket::UnconnectedState)
            to->deleteLater();
    });
}

void Proxy::cut()
{
    const QVector<QTcpSocket *> sockets = m_sockets;
    m_sockets.clear();
    for (QTcpSocket *socket : sockets) {
        socket->disconnect();
        socket->abort();
        socket->deleteLater();
    }
}

void Proxy::stall(bool on)
{
    m_stalled = on;
}

void Proxy::refuse(bool on)
{
    if (on)
        m_server.close();
    else
        m_server.listen(QHostAddress::LocalHost, m_port);
}

} // namespace support
