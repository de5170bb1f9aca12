// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/engine.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QMqttClient>
#include <QMqttConnectionProperties>
#include <QMqttPublishProperties>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace connect::mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QtEngine)
};

/// The transport that Qt MQTT reads from and writes to. It only ever holds whole packets and few of
/// them: Qt MQTT 6.4 copies the rest of its read buffer after each message, so its cost grows with
/// the square of what one readyRead() hands out.
class Port final : public QIODevice
{
public:
    explicit Port(std::function<void(std::string_view)> send)
        : m_send(std::move(send))
    {
        open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    }

    void hand(std::string_view packets)
    {
        m_packets = packets;
        Q_EMIT readyRead();
        m_packets = {};
    }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return static_cast<qint64>(m_packets.size()); }
    bool waitForBytesWritten(int) override { return true; } // or DISCONNECT would wait for 30 s

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const std::size_t count = std::min(m_packets.size(), static_cast<std::size_t>(maxSize));
        std::memcpy(data, m_packets.data(), count);
        m_packets.remove_prefix(count);
        return static_cast<qint64>(count);
    }

    qint64 writeData(const char *data, qint64 size) override
    {
        if (m_send)
            m_send({data, static_cast<std::size_t>(size)});
        return size;
    }

private:
    std::function<void(std::string_view)> m_send;
    std::string_view m_packets;
};

class QtEngine final : public Engine
{
public:
    explicit QtEngine(Events events)
        : m_events(std::move(events))
        , m_port([this](std::string_view bytes) {
            if (m_events.send)
                m_events.send(bytes);
        })
    {
    }

    ~QtEngine() override
    {
        m_events = {};
        m_client.disconnect();
    }

    Result<> connectToBroker(const Profile &profile, const Options &options) override;
    void feed(std::string_view packets, int) override { m_port.hand(packets); }
    void feedControl(std::string_view packet, const ControlPacket &read) override;
    Result<> subscribe(const QString &filter, int qos, int options) override;
    Result<std::uint16_t> publish(const PublishRequest &request) override;
    void disconnectFromBroker() override
    {
        m_client.disconnect();
        m_client.disconnectFromHost();
    }
    Result<> subscribeWith(const QString &filter, int qos, int options);
    static constexpr std::uint16_t firstOwnId = 0xFF00;
    bool readsMessages() const override { return true; }
    std::size_t feedSize() const override { return 4u << 10; }

private:
    void onState(QMqttClient::ClientState state);
    void handShort(PacketType type, std::uint16_t id);

    Events m_events;
    Port m_port;
    std::uint16_t m_ownId = firstOwnId; ///< of the next SUBSCRIBE
    QMqttClient m_client;
    bool m_v5 = false;
};

Result<> QtEngine::connectToBroker(const Profile &profile, const Options &options)
{
    m_v5 = profile.version >= 5;
    m_client.setTransport(&m_port, QMqttClient::IODevice);
    m_client.setProtocolVersion(m_v5 ? QMqttClient::MQTT_5_0 : QMqttClient::MQTT_3_1_1);
    m_client.setClientId(options.clientId);
    m_client.setCleanSession(profile.cleanStart);
    m_client.setKeepAlive(static_cast<quint16>(profile.keepAliveSeconds));
    m_client.setAutoKeepAlive(false); // the session pings, with either engine
    m_client.setUsername(profile.user);
    m_client.setPassword(profile.user.isEmpty() ? QString() : options.password);
    if (!profile.will.topic.isEmpty()) {
        m_client.setWillTopic(profile.will.topic);
        m_client.setWillMessage(profile.will.payload);
        m_client.setWillQoS(static_cast<quint8>(profile.will.qos));
        m_client.setWillRetain(profile.will.retain);
    }
    if (m_v5) {
        QMqttConnectionProperties properties;
        properties.setSessionExpiryInterval(profile.sessionExpirySeconds);
        if (options.maximumPacket > 0)
            properties.setMaximumPacketSize(options.maximumPacket);
        m_client.setConnectionProperties(properties);
    }
    QObject::connect(&m_client, &QMqttClient::stateChanged, &m_client,
                     [this](QMqttClient::ClientState s) { onState(s); });
    QObject::connect(&m_client, &QMqttClient::messageReceived, &m_client,
                     [this](const QByteArray &payload, const QMqttTopicName &topic) {
                         const QByteArray name = topic.name().toUtf8();
                         if (m_events.message)
                             m_events.message(
                                 {name.constData(), static_cast<std::size_t>(name.size())},
                                 {payload.constData(), static_cast<std::size_t>(payload.size())});
                     });
    m_client.connectToHost();
    if (m_client.state() == QMqttClient::Disconnected)
        return failure(Words::tr("Qt MQTT does not accept the connection's settings."));
    return {};
}

void QtEngine::onState(QMqttClient::ClientState state)
{
    if (state == QMqttClient::Disconnected && m_events.failed)
        m_events.failed(
            Words::tr("Qt MQTT gave up (error %1)").arg(static_cast<int>(m_client.error())));
}

void QtEngine::handShort(PacketType type, std::uint16_t id)
{
    const int flags = type == PacketType::Pubrel ? 2 : 0;
    const std::array packet = {static_cast<char>(static_cast<int>(type) << 4 | flags), char(2),
                               static_cast<char>(id >> 8), static_cast<char>(id & 0xFF)};
    m_port.hand({packet.data(), packet.size()});
}

// Qt MQTT 6.4.2 reads one length byte and no reason where the standard allows more (PUBREL with a
// reason, SUBACK beyond 127 bytes) and answers a refused PUBREC with PUBREL. The reasons were read
// above, so it gets the short forms, and PUBACK for "this one is over".
/// Qt MQTT 6.4 does not know subscription options: the packet is written here (MQTT 5.0, 3.8), with
/// ids that Qt, which counts up from 1, does not use soon.
Result<> QtEngine::subscribeWith(const QString &filter, int qos, int options)
{
    const QByteArray utf8 = filter.toUtf8();
    const std::uint16_t id = m_ownId;
    m_ownId = m_ownId == 0xFFFF ? firstOwnId : static_cast<std::uint16_t>(m_ownId + 1);
    std::string body{static_cast<char>(id >> 8), static_cast<char>(id & 0xFF), '\0'};
    body.push_back(static_cast<char>(utf8.size() >> 8));
    body.push_back(static_cast<char>(utf8.size() & 0xFF));
    body.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    body.push_back(static_cast<char>(qos | options));
    std::string packet{'\x82'};
    std::size_t left = body.size();
    do {
        packet.push_back(static_cast<char>((left & 0x7F) | (left > 0x7F ? 0x80 : 0)));
        left >>= 7;
    } while (left > 0);
    if (m_events.send)
        m_events.send(packet + body);
    return {};
}

void QtEngine::feedControl(std::string_view packet, const ControlPacket &read)
{
    if (read.type == PacketType::Suback && read.id >= firstOwnId)
        return; // the session has read it
    switch (read.type) {
    case PacketType::Connack:
        return m_port.hand(packet);
    case PacketType::Puback:
    case PacketType::Pubrel:
    case PacketType::Pubcomp:
        return handShort(read.type, read.id);
    case PacketType::Pubrec:
        return handShort(read.code >= 0x80 ? PacketType::Puback : PacketType::Pubrec, read.id);
    default:
        return; // answered above the seam
    }
}

Result<> QtEngine::subscribe(const QString &filter, int qos, int options)
{
    if (options != 0)
        return subscribeWith(filter, qos, options);
    if (!m_client.subscribe(QMqttTopicFilter(filter), static_cast<quint8>(qos)))
        return failure(Words::tr("Qt MQTT did not send the subscription to \"%1\".").arg(filter));
    return {};
}

Result<std::uint16_t> QtEngine::publish(const PublishRequest &request)
{
    QMqttPublishProperties properties;
    const telemetry::MessageProperties &from = request.properties;
    if (m_v5) {
        if (from.payloadFormat >= 0)
            properties.setPayloadFormatIndicator(from.payloadFormat == 1
                                                     ? QMqtt::PayloadFormatIndicator::UTF8Encoded
                                                     : QMqtt::PayloadFormatIndicator::Unspecified);
        if (from.expirySeconds >= 0)
            properties.setMessageExpiryInterval(static_cast<quint32>(from.expirySeconds));
        if (!from.contentType.empty())
            properties.setContentType(QString::fromStdString(from.contentType));
        if (!from.responseTopic.empty())
            properties.setResponseTopic(QString::fromStdString(from.responseTopic));
        if (!from.correlationData.empty())
            properties.setCorrelationData(QByteArray::fromStdString(from.correlationData));
        QMqttUserProperties user;
        for (const auto &[name, value] : from.userProperties)
            user.append(
                QMqttStringPair(QString::fromStdString(name), QString::fromStdString(value)));
        if (!user.isEmpty())
            properties.setUserProperties(user);
    }
    const qint32 id = m_client.publish(QMqttTopicName(request.topic), properties, request.payload,
                                       static_cast<quint8>(request.qos), request.retain);
    if (id < 0)
        return failure(Words::tr("Qt MQTT did not send the message to \"%1\".").arg(request.topic));
    return static_cast<std::uint16_t>(id);
}

} // namespace

std::unique_ptr<Engine> newEngine(Engine::Events events)
{
    return std::make_unique<QtEngine>(std::move(events));
}

QString engineText()
{
    return u"Qt MQTT %1"_s.arg(QStringLiteral(PILOTHOUSE_QTMQTT_VERSION));
}

} // namespace connect::mqtt
