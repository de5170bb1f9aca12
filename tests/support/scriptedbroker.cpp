// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedbroker.h"

#include <QTcpSocket>

namespace support {

namespace {

/// Size of the first packet in the buffer, 0 when it is not whole yet.
qsizetype packetSize(const QByteArray &buffer)
{
    qsizetype length = 0;
    for (qsizetype i = 1; i < buffer.size() && i < 5; ++i) {
        length |= static_cast<qsizetype>(buffer[i] & 0x7F) << (7 * (i - 1));
        if (!(buffer[i] & 0x80))
            return buffer.size() >= 1 + i + length ? 1 + i + length : 0;
    }
    return 0;
}

} // namespace

ScriptedBroker::ScriptedBroker(QObject *parent)
    : QObject(parent)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, this, &ScriptedBroker::accept);
    m_server.listen(QHostAddress::LocalHost, 0);
}

void ScriptedBroker::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        m_played = false;
        m_newest = socket;
        socket->setParent(this);
        QObject::connect(socket, &QIODevice::readyRead, this, [this, socket] { read(socket); });
        QObject::connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QObject::destroyed, this, [this, socket] {
            if (m_newest == socket)
                m_newest = nullptr;
        });
    }
}

void ScriptedBroker::read(QTcpSocket *socket)
{
    QByteArray buffer = socket->property("buffer").toByteArray() + socket->readAll();
    while (const qsizetype size = packetSize(buffer)) {
        const QByteArray packet = buffer.left(size);
        buffer.remove(0, size);
        received.append(packet);
        onPacket(socket, packet);
    }
    socket->setProperty("buffer", buffer);
}

void ScriptedBroker::onPacket(QTcpSocket *socket, const QByteArray &packet)
{
    const bool v5 = m_script.version >= 5;
    const char type = static_cast<char>(packet[0] & 0xF0);
    if (type == '\x10') {
        if (!m_script.connack.isEmpty())
            socket->write(m_script.connack);
        else if (m_script.answerConnect)
            socket->write(v5 ? QByteArray("\x20\x03\x00\x00\x00", 5)
                             : QByteArray("\x20\x02\x00\x00", 4));
        if (!m_script.answerSubscribe)
            play(socket);
    } else if (type == '\x80' && m_script.answerSubscribe) {
        const QByteArray id = packet.mid(2, 2);
        socket->write(v5 ? QByteArray("\x90\x04", 2) + id + QByteArray("\0\0", 2)
                         : QByteArray("\x90\x03", 2) + id + QByteArray("\0", 1));
        if (!m_played)
            play(socket);
    } else if (type == '\xC0' && answerPing) {
        socket->write(QByteArray("\xD0\x00", 2));
    }
}

void ScriptedBroker::play(QTcpSocket *socket)
{
    m_played = true;
    socket->write(m_script.play);
    if (m_script.closeAfterPlay)
        socket->disconnectFromHost();
}

void ScriptedBroker::send(const QByteArray &bytes)
{
    if (m_newest)
        m_newest->write(bytes);
}

} // namespace support
