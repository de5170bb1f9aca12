// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <algorithm>

/// Builds captures and MQTT packets byte by byte.
namespace made {

inline QByteArray be16(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}
inline QByteArray be32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}
inline QByteArray text(const QByteArray &bytes)
{
    return be16(static_cast<quint16>(bytes.size())) + bytes;
}

inline QByteArray reversed(QByteArray bytes)
{
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

/// A control packet with its length.
inline QByteArray packet(int first, const QByteArray &body)
{
    QByteArray out(1, static_cast<char>(first));
    auto left = static_cast<quint32>(body.size());
    do {
        const quint32 more = left >> 7;
        out += static_cast<char>((left & 0x7F) | (more > 0 ? 0x80 : 0));
        left = more;
    } while (left > 0);
    return out + body;
}
inline QByteArray connectPacket(int version, const QByteArray &clientId)
{
    QByteArray body = version == 3 ? text("MQIsdp") : text("MQTT");
    body += static_cast<char>(version);
    body += '\x02';
    body += be16(60);
    body += version == 5 ? QByteArray(1, '\0') : QByteArray();
    return packet(0x10, body + text(clientId));
}
/// QoS 0 below MQTT 5.
inline QByteArray publish(const QByteArray &topic, const QByteArray &payload)
{
    return packet(0x30, text(topic) + payload);
}
/// QoS 1 of MQTT 5; `properties` without their length.
inline QByteArray publish5(const QByteArray &topic, const QByteArray &payload,
                           const QByteArray &properties = {})
{
    return packet(
        0x32, text(topic) + be16(7) + static_cast<char>(properties.size()) + properties + payload);
}

/// A capture file of one connection between a client and a server.
class Capture
{
public:
    enum class Form { Pcap, PcapNano, Pcapng };
    struct Options
    {
        Form form = Form::Pcap;
        bool bigEndian = false;
        quint32 linkType = 1;
        bool vlan = false;
        bool ipv6 = false;
        quint32 snapLength = 65'535;
        quint16 serverPort = 1883;
    };

    Capture()
        : Capture(Options())
    {
    }
    explicit Capture(const Options &options)
        : m_options(options)
    {
        if (options.form == Form::Pcapng) {
            block(0x0A0D0D0A,
                  number(0x1A2B3C4D) + QByteArray("\1\0\0\0", 4) + QByteArray(8, '\xff'));
            // if_tsresol: 10^-9
            block(1,
                  half(static_cast<quint16>(options.linkType)) + half(0)
                      + number(options.snapLength) + half(9) + half(1) + QByteArray("\x09\0\0\0", 4)
                      + half(0) + half(0));
            return;
        }
        bytes = number(options.form == Form::PcapNano ? 0xA1B23C4D : 0xA1B2C3D4) + half(2) + half(4)
            + QByteArray(8, '\0') + number(options.snapLength) + number(options.linkType);
    }

    void syn()
    {
        segment(true, m_sequence[0]++, {}, 0x02);
        segment(false, m_sequence[1]++, {}, 0x12);
    }
    void fromClient(const QByteArray &payload) { send(true, payload); }
    void fromServer(const QByteArray &payload) { send(false, payload); }
    void fin()
    {
        segment(true, m_sequence[0]++, {}, 0x11);
        segment(false, m_sequence[1]++, {}, 0x11);
    }
    /// Bytes that were sent, but are not in the capture.
    void lost(bool client, int count) { m_sequence[client ? 0 : 1] += static_cast<quint32>(count); }
    quint32 sequence(bool client) const { return m_sequence[client ? 0 : 1]; }
    void confirm(bool client) { segment(client, m_sequence[client ? 0 : 1], {}, 0x10); }
    /// A segment with any sequence number.
    void segment(bool client, quint32 sequence, const QByteArray &payload, int flags = 0x18)
    {
        const quint16 clientPort = static_cast<quint16>(40'000 + stream);
        QByteArray tcp = be16(client ? clientPort : m_options.serverPort)
            + be16(client ? m_options.serverPort : clientPort) + be32(sequence)
            + be32(m_sequence[client ? 1 : 0]) + QByteArray(1, '\x50') + static_cast<char>(flags)
            + be16(65'535) + QByteArray(4, '\0') + payload;
        raw(link(client, tcp));
    }
    /// A frame as it is.
    void raw(const QByteArray &frame)
    {
        time += 1'000'000;
        const QByteArray kept = frame.left(m_options.snapLength);
        const quint32 sizes[] = {static_cast<quint32>(kept.size()),
                                 static_cast<quint32>(frame.size())};
        if (m_options.form == Form::Pcapng) {
            block(6,
                  number(0) + number(static_cast<quint32>(time >> 32))
                      + number(static_cast<quint32>(time)) + number(sizes[0]) + number(sizes[1])
                      + kept + QByteArray((4 - kept.size() % 4) % 4, '\0'));
            return;
        }
        const qint64 unit = m_options.form == Form::PcapNano ? 1 : 1'000;
        bytes += number(static_cast<quint32>(time / 1'000'000'000))
            + number(static_cast<quint32>(time % 1'000'000'000 / unit)) + number(sizes[0])
            + number(sizes[1]) + kept;
    }

    QByteArray bytes;
    qint64 time = 1'714'564'800'000'000'000; ///< of the latest packet
    int stream = 0; ///< picks the client's port

private:
    void send(bool client, const QByteArray &payload)
    {
        quint32 &next = m_sequence[client ? 0 : 1];
        segment(client, next, payload);
        next += static_cast<quint32>(payload.size());
    }
    QByteArray half(quint16 value) const
    {
        const QByteArray big = be16(value);
        return m_options.bigEndian ? big : reversed(big);
    }
    QByteArray number(quint32 value) const
    {
        const QByteArray big = be32(value);
        return m_options.bigEndian ? big : reversed(big);
    }
    void block(quint32 type, const QByteArray &body)
    {
        const QByteArray length = number(static_cast<quint32>(body.size()) + 12);
        bytes += number(type) + length + body + length;
    }
    QByteArray link(bool client, const QByteArray &tcp) const
    {
        const QByteArray a(m_options.ipv6 ? 16 : 4, '\x0a');
        const QByteArray b(m_options.ipv6 ? 16 : 4, '\x0b');
        QByteArray ip;
        if (m_options.ipv6)
            ip = QByteArray("\x60\0\0\0", 4) + be16(static_cast<quint16>(tcp.size())) + "\x06\x40";
        else
            ip = QByteArray("\x45\0", 2) + be16(static_cast<quint16>(20 + tcp.size()))
                + QByteArray("\0\0\x40\0\x40\x06\0\0", 8);
        ip += (client ? a + b : b + a) + tcp;
        const QByteArray type = be16(m_options.ipv6 ? 0x86DD : 0x0800);
        switch (m_options.linkType) {
        case 0:
            return number(m_options.ipv6 ? 30 : 2) + ip;
        case 1: {
            QByteArray frame = QByteArray(12, '\x02')
                + (m_options.vlan ? QByteArray("\x81\0\0\x05\x81\0\0\x06", 8) : QByteArray()) + type
                + ip;
            if (frame.size() < 60)
                frame.append(60 - frame.size(), '\xEE'); // Ethernet pads short frames
            return frame;
        }
        case 113:
            return QByteArray(14, '\x01') + type + ip;
        case 276:
            return type + QByteArray(18, '\x01') + ip;
        default:
            return ip;
        }
    }

    Options m_options;
    quint32 m_sequence[2] = {0xFFFFFFF0, 1'000}; ///< the client's runs over
};

} // namespace made
