// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QVector>

class QTcpSocket;

namespace support {

/// A TCP proxy on loopback that can behave like a bad network: cut, stall without a word
/// (half-open), and refuse.
class Proxy final : public QObject
{
    Q_OBJECT

public:
    explicit Proxy(quint16 target, QObject *parent = nullptr);

    quint16 port() const { return m_server.serverPort(); }
    int accepted() const { return m_accepted; }
    void cut(); ///< resets every connection
    void stall(bool on); ///< bytes are swallowed in both directions, nothing is closed
    void refuse(bool on); ///< stops listening / listens again on the same port

private:
    void accept();
    void forward(QTcpSocket *from, QTcpSocket *to);

    QTcpServer m_server;
    const quint16 m_target;
    quint16 m_port = 0;
    QVector<QTcpSocket *> m_sockets;
    int m_accepted = 0;
    bool m_stalled = false;
};

} // namespace support
