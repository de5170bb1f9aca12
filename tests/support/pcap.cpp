// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pcap.h"

#include "models/connect/capture/bytestream.h"

#include <QFile>

#include <map>

namespace support {

using namespace connect::capture;

QVector<TcpStream> readTcpStreams(const QString &path, const QVector<quint16> &ports)
{
    struct Halves
    {
        ByteStream server, client;
        TcpStream stream;
    };
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return {};
    PacketFile packets(std::move(file));
    std::map<std::pair<Endpoint, Endpoint>, Halves> streams; // client, server
    Packet packet;
    while (packets.next(packet).value_or(false)) {
        Segment segment;
        if (findSegment(packet, segment) != Found::Segment || segment.payload.empty())
            continue;
        const bool fromServer = ports.contains(segment.from.port);
        if (!fromServer && !ports.contains(segment.to.port))
            continue;
        Halves &halves =
            fromServer ? streams[{segment.to, segment.from}] : streams[{segment.from, segment.to}];
        halves.stream.serverPort = fromServer ? segment.from.port : segment.to.port;
        QByteArray &bytes = fromServer ? halves.stream.fromServer : halves.stream.fromClient;
        (fromServer ? halves.server : halves.client)
            .add(segment, packet.time, [&bytes](std::string_view more, std::uint64_t) {
                bytes.append(more.data(), static_cast<qsizetype>(more.size()));
            });
    }
    QVector<TcpStream> result;
    for (const auto &[ends, halves] : streams)
        result.append(halves.stream);
    return result;
}

} // namespace support
