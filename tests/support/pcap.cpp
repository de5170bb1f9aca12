// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pcap.h"

#include <QFile>
#include <QMap>
#include <QtEndian>

#include <optional>
#include <tuple>

namespace support {

namespace {

struct Segment
{
    QByteArray from, to; ///< addresses
    quint16 fromPort = 0, toPort = 0;
    quint32 sequence = 0;
    QByteArray data;
};

quint16 be16(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

std::optional<Segment> parseTcp(const QByteArray &tcp, const QByteArray &from, const QByteArray &to)
{
    if (tcp.size() < 20)
        return {};
    const qsizetype header = ((static_cast<uchar>(tcp[12]) >> 4) & 0x0F) * 4;
    return Segment{from,
                   to,
                   be16(tcp, 0),
                   be16(tcp, 2),
                   qFromBigEndian<quint32>(tcp.constData() + 4),
                   tcp.mid(header)};
}

std::optional<Segment> parseIp(const QByteArray &ip)
{
    const int version = ip.isEmpty() ? 0 : static_cast<uchar>(ip[0]) >> 4;
    if (version == 4 && ip.size() >= 20 && ip[9] == 6) {
        const qsizetype header = (ip[0] & 0x0F) * 4;
        return parseTcp(ip.mid(header, be16(ip, 2) - header), ip.mid(12, 4), ip.mid(16, 4));
    }
    if (version == 6 && ip.size() >= 40 && ip[6] == 6)
        return parseTcp(ip.mid(40, be16(ip, 4)), ip.mid(8, 16), ip.mid(24, 16));
    return {};
}

qsizetype linkHeader(quint32 linkType)
{
    return linkType == 1 ? 14 : linkType == 0 ? 4 : 0;
}

QByteArray join(const QMap<quint32, QByteArray> &segments)
{
    QByteArray all;
    std::optional<quint32> next;
    for (auto it = segments.cbegin(); it != segments.cend(); ++it) {
        const quint32 end = it.key() + static_cast<quint32>(it.value().size());
        if (next && it.key() < *next) { // sent again
            if (end > *next)
                all += it.value().mid(*next - it.key());
        } else {
            all += it.value();
        }
        next = std::max(next.value_or(0), end);
    }
    return all;
}

} // namespace

QVector<TcpStream> readTcpStreams(const QString &path, const QVector<quint16> &ports)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray header = file.read(24);
    if (header.size() != 24)
        return {};
    const bool swapped = qFromLittleEndian<quint32>(header.constData()) != 0xA1B2C3D4
        && qFromLittleEndian<quint32>(header.constData()) != 0xA1B23C4D;
    const auto number = [swapped](const char *at) {
        return swapped ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
    };
    const qsizetype skip = linkHeader(number(header.constData() + 20));
    struct Halves
    {
        QMap<quint32, QByteArray> server, client;
        quint16 port = 0;
    };
    QMap<std::tuple<QByteArray, quint16, QByteArray, quint16>, Halves> streams; // client, server
    while (true) {
        const QByteArray record = file.read(16);
        if (record.size() != 16)
            break;
        const QByteArray packet = file.read(number(record.constData() + 8));
        const auto segment = parseIp(packet.mid(skip));
        if (!segment || segment->data.isEmpty())
            continue;
        const bool fromServer = ports.contains(segment->fromPort);
        if (!fromServer && !ports.contains(segment->toPort))
            continue;
        Halves &halves = fromServer
            ? streams[{segment->to, segment->toPort, segment->from, segment->fromPort}]
            : streams[{segment->from, segment->fromPort, segment->to, segment->toPort}];
        halves.port = fromServer ? segment->fromPort : segment->toPort;
        (fromServer ? halves.server : halves.client).insert(segment->sequence, segment->data);
    }
    QVector<TcpStream> result;
    for (const Halves &halves : std::as_const(streams))
        result.append({halves.port, join(halves.server), join(halves.client)});
    return result;
}

} // namespace support
