// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QVector>

class QTcpSocket;

namespace support {

/// A server on loopback that answers CONNECT and SUBSCRIBE like a broker and then plays bytes.
class ScriptedBroker final : public QObject
{
    Q_OBJECT

public:
    struct Script
    {
        bool answerConnect = true; ///< CONNACK success, unless `connack` is given
        QByteArray connack = {}; ///< instead of the usual one
        bool answerSubscribe = true;
        QByteArray play =
            {}; ///< sent after the first SUBSCRIBE (after CONNECT if it does not answer that)
        bool closeAfterPlay = false;
        int version = 5;
    };

    explicit ScriptedBroker(QObject *parent = nullptr);

    void setScript(const Script &script) { m_script = script; }
    quint16 port() const { return m_server.serverPort(); }
    int connections() const { return m_connections; }
    bool played() const { return m_played; }
    /// Every packet that came, whole.
    QVector<QByteArray> received;
    void send(const QByteArray &bytes); ///< to the newest connection
    /// Answers PINGREQ; on by default.
    bool answerPing = true;

private:
    void accept();
    void read(QTcpSocket *socket);
    void onPacket(QTcpSocket *socket, const QByteArray &packet);
    void play(QTcpSocket *socket);

    QTcpServer m_server;
    Script m_script;
    QTcpSocket *m_newest = nullptr;
    int m_connections = 0;
    bool m_played = false;
};

} // namespace support
