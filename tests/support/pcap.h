// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace support {

/// The bytes that a TCP server sent on one connection of a capture, in the order of their sequence
/// numbers.
struct TcpStream
{
    quint16 serverPort = 0;
    QByteArray fromServer;
    QByteArray fromClient;
};

/// Streams whose server listens on one of `ports`.
QVector<TcpStream> readTcpStreams(const QString &file, const QVector<quint16> &ports);

} // namespace support
