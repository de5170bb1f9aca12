// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/engine.h"
#include "models/connect/mqtt/localpair.h"

#include <QCoreApplication>

#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace connect::mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MosquittoEngine)
};

struct Library
{
    Library() { mosquitto_lib_init(); }
    ~Library() { mosquitto_lib_cleanup(); }
};

/// MQTT 5.0 properties under construction.
class PropertyList
{
public:
    PropertyList() = default;
    ~PropertyList() { mosquitto_property_free_all(&m_list); }
    PropertyList(const PropertyList &) = delete;
    PropertyList &operator=(const PropertyList &) = delete;

    void add32(int id, quint32 value) { mosquitto_property_add_int32(&m_list, id, value); }
    void addByte(int id, quint8 value) { mosquitto_property_add_byte(&m_list, id, value); }
    void addText(int id, const std::string &text)
    {
        if (!text.empty())
            mosquitto_property_add_string(&m_list, id, text.c_str());
    }
    void addPair(const std::string &name, const std::string &value)
    {
        mosquitto_property_add_string_pair(&m_list, MQTT_PROP_USER_PROPERTY, name.c_str(),
                                           value.c_str());
    }
    void addBinary(int id, const std::string &bytes)
    {
        if (!bytes.empty() && bytes.size() <= 65535)
            mosquitto_property_add_binary(&m_list, id, bytes.data(),
                                          static_cast<std::uint16_t>(bytes.size()));
    }
    const mosquitto_property *get() const { return m_list; }

private:
    mosquitto_property *m_list = nullptr;
};

QString libraryError(int rc)
{
    return QString::fromUtf8(rc == MOSQ_ERR_ERRNO ? std::strerror(errno) : mosquitto_strerror(rc));
}

/// libmosquitto only connects by itself, so it gets a socket pair of its own: what it sends is read
/// back at once and goes onto the wire; packets fed go in and its non-blocking read loop runs until
/// they are used up. No thread and no waiting of its own. It reads a message with four system calls
/// (2.0.11), which costs more than half a core at 80,000 messages a second; therefore QoS 0
/// messages, which need no answer, do not pass through it.
class MosquittoEngine final : public Engine
{
public:
    explicit MosquittoEngine(Events events)
        : m_events(std::move(events))
    {
        static const Library library;
    }

    ~MosquittoEngine() override
    {
        m_events = {};
        if (m_client)
            mosquitto_destroy(m_client);
    }

    Result<> connectToBroker(const Profile &profile, const Options &options) override;
    void feed(std::string_view packets, int count) override;
    void feedControl(std::string_view packet, const ControlPacket &read) override;
    Result<> subscribe(const QString &filter, int qos, int options) override;
    Result<std::uint16_t> publish(const PublishRequest &request) override;
    void disconnectFromBroker() override
    {
        mosquitto_disconnect(m_client);
        drain();
    }
    void tick() override { check(mosquitto_loop_misc(m_client)); }
    bool readsMessages() const override { return false; }
    std::size_t feedSize() const override { return 16u << 10; }

private:
    Result<> makeClient(const Profile &profile, const Options &options);
    void check(int rc);
    void drain();

    Events m_events;
    mosquitto *m_client = nullptr;
    LocalPair m_pair;
    bool m_v5 = false;
};

Result<> MosquittoEngine::makeClient(const Profile &profile, const Options &options)
{
    m_v5 = profile.version >= 5;
    m_client = mosquitto_new(options.clientId.toUtf8().constData(), profile.cleanStart, this);
    if (!m_client)
        return failure(
            Words::tr("libmosquitto cannot be set up: %1.").arg(libraryError(MOSQ_ERR_ERRNO)),
            ErrorCode::Internal);
    int rc = mosquitto_int_option(m_client, MOSQ_OPT_PROTOCOL_VERSION,
                                  m_v5 ? MQTT_PROTOCOL_V5 : MQTT_PROTOCOL_V311);
    if (rc == MOSQ_ERR_SUCCESS && !profile.user.isEmpty())
        rc = mosquitto_username_pw_set(
            m_client, profile.user.toUtf8().constData(),
            options.password.isEmpty() ? nullptr : options.password.toUtf8().constData());
    if (rc == MOSQ_ERR_SUCCESS && !profile.will.topic.isEmpty())
        rc = mosquitto_will_set(m_client, profile.will.topic.toUtf8().constData(),
                                static_cast<int>(profile.will.payload.size()),
                                profile.will.payload.constData(), profile.will.qos,
                                profile.will.retain);
    if (rc != MOSQ_ERR_SUCCESS)
        return failure(Words::tr("libmosquitto does not accept the connection's settings: %1.")
                           .arg(libraryError(rc)));
    return {};
}

Result<> MosquittoEngine::connectToBroker(const Profile &profile, const Options &options)
{
    if (const auto made = makeClient(profile, options); !made)
        return made;
    PropertyList properties;
    if (m_v5) {
        if (profile.sessionExpirySeconds > 0)
            properties.add32(MQTT_PROP_SESSION_EXPIRY_INTERVAL, profile.sessionExpirySeconds);
        if (options.maximumPacket > 0)
            properties.add32(MQTT_PROP_MAXIMUM_PACKET_SIZE, options.maximumPacket);
    }
    int rc = MOSQ_ERR_ERRNO;
    const bool opened = m_pair.open([&](const QByteArray &path) {
        // Port 0: the "host" is the path of a Unix socket.
        rc = mosquitto_connect_bind_v5(m_client, path.constData(), 0, profile.keepAliveSeconds,
                                       nullptr, properties.get());
        return rc == MOSQ_ERR_SUCCESS;
    });
    if (!opened)
        return failure(Words::tr("libmosquitto cannot start: %1.")
                           .arg(libraryError(rc ? rc : int(MOSQ_ERR_ERRNO))),
                       ErrorCode::Internal);
    drain();
    return {};
}

void MosquittoEngine::feed(std::string_view packets, int count)
{
    int turns = count + 1; // the last one finds nothing more to read
    LocalPair::Sent sent;
    while ((sent = m_pair.send(packets)) == LocalPair::Sent::Part)
        if (const int rc = mosquitto_loop_read(m_client, 1); rc != MOSQ_ERR_SUCCESS) // makes room
            return check(rc);
    if (sent == LocalPair::Sent::Failed)
        return check(MOSQ_ERR_ERRNO);
    int rc = MOSQ_ERR_SUCCESS;
    while (turns-- > 0 && rc == MOSQ_ERR_SUCCESS)
        rc = mosquitto_loop_read(m_client, 1);
    check(rc);
}

// libmosquitto 2.0.11 leaks the properties of acknowledgements that it has no use for. They were
// read above the seam, so it gets the form without them.
void MosquittoEngine::feedControl(std::string_view packet, const ControlPacket &read)
{
    constexpr std::size_t shortAck = 5; // with packet id and reason code
    const bool ack = read.type >= PacketType::Puback && read.type <= PacketType::Pubcomp;
    if (!m_v5 || !ack || packet.size() <= shortAck)
        return feed(packet, 1);
    const char plain[shortAck] = {packet.front(), 3, static_cast<char>(read.id >> 8),
                                  static_cast<char>(read.id & 0xFF), static_cast<char>(read.code)};
    feed({plain, shortAck}, 1);
}

void MosquittoEngine::check(int rc)
{
    drain();
    if (rc != MOSQ_ERR_SUCCESS && m_events.failed)
        m_events.failed(libraryError(rc));
}

void MosquittoEngine::drain()
{
    char bytes[16 << 10];
    while (true) {
        const std::ptrdiff_t count = m_pair.receive(bytes, sizeof bytes);
        if (count > 0) {
            if (m_events.send)
                m_events.send({bytes, static_cast<std::size_t>(count)});
            continue;
        }
        const bool more = count < 0 && mosquitto_want_write(m_client)
            && mosquitto_loop_write(m_client, 1) == MOSQ_ERR_SUCCESS;
        if (!more)
            return;
    }
}

Result<> MosquittoEngine::subscribe(const QString &filter, int qos, int options)
{
    const int rc = mosquitto_subscribe_v5(m_client, nullptr, filter.toUtf8().constData(), qos,
                                          options, nullptr);
    drain();
    if (rc != MOSQ_ERR_SUCCESS)
        return failure(Words::tr("The subscription was not sent: %1.").arg(libraryError(rc)));
    return {};
}

Result<std::uint16_t> MosquittoEngine::publish(const PublishRequest &request)
{
    PropertyList properties;
    if (m_v5) {
        const telemetry::MessageProperties &from = request.properties;
        if (from.payloadFormat >= 0)
            properties.addByte(MQTT_PROP_PAYLOAD_FORMAT_INDICATOR,
                               static_cast<quint8>(from.payloadFormat));
        if (from.expirySeconds >= 0)
            properties.add32(MQTT_PROP_MESSAGE_EXPIRY_INTERVAL,
                             static_cast<quint32>(from.expirySeconds));
        properties.addText(MQTT_PROP_CONTENT_TYPE, from.contentType);
        properties.addText(MQTT_PROP_RESPONSE_TOPIC, from.responseTopic);
        properties.addBinary(MQTT_PROP_CORRELATION_DATA, from.correlationData);
        for (const auto &[name, value] : from.userProperties)
            properties.addPair(name, value);
    }
    int id = 0;
    const int rc = mosquitto_publish_v5(
        m_client, &id, request.topic.toUtf8().constData(), static_cast<int>(request.payload.size()),
        request.payload.constData(), request.qos, request.retain, properties.get());
    drain();
    if (rc != MOSQ_ERR_SUCCESS)
        return failure(Words::tr("The message was not sent: %1.").arg(libraryError(rc)));
    return request.qos > 0 ? static_cast<std::uint16_t>(id) : std::uint16_t(0);
}

} // namespace

std::unique_ptr<Engine> newEngine(Engine::Events events)
{
    return std::make_unique<MosquittoEngine>(std::move(events));
}

QString engineText()
{
    int major = 0;
    int minor = 0;
    int revision = 0;
    mosquitto_lib_version(&major, &minor, &revision);
    return u"libmosquitto %1.%2.%3"_s.arg(major).arg(minor).arg(revision);
}

} // namespace connect::mqtt
