// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/link.h"

#include <chrono>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mosquitto.h>
#include <mqtt_protocol.h>

namespace fleet {

namespace {

constexpr int keepAliveSeconds = 20;

/// MQTT 5 properties of one message, freed at the end.
class Properties
{
public:
    explicit Properties(const Message &message)
    {
        if (!message.contentType.empty())
            mosquitto_property_add_string(&m_list, MQTT_PROP_CONTENT_TYPE,
                                          message.contentType.c_str());
        for (const auto &[name, value] : message.userProperties)
            mosquitto_property_add_string_pair(&m_list, MQTT_PROP_USER_PROPERTY, name.c_str(),
                                               value.c_str());
    }
    ~Properties() { mosquitto_property_free_all(&m_list); }
    Properties(const Properties &) = delete;
    Properties &operator=(const Properties &) = delete;

    const mosquitto_property *list() const { return m_list; }
    mosquitto_property *release() { return std::exchange(m_list, nullptr); }

private:
    mosquitto_property *m_list = nullptr;
};

void initialise()
{
    static const int once = mosquitto_lib_init();
    static_cast<void>(once);
}

} // namespace

Link::Link(const BrokerAddress &address, std::string clientId, int mqttVersion)
    : m_address(address)
    , m_version(mqttVersion)
{
    initialise();
    // Two fleets at one broker must not take over each other's sessions.
    clientId += "-" + std::to_string(getpid());
    m_client = mosquitto_new(clientId.c_str(), true, this);
    mosquitto_int_option(m_client, MOSQ_OPT_PROTOCOL_VERSION, mqttVersion);
    if (!address.user.empty())
        mosquitto_username_pw_set(m_client, address.user.c_str(), address.password.c_str());
    mosquitto_connect_callback_set(m_client, connected);
    mosquitto_disconnect_callback_set(m_client, disconnected);
    mosquitto_message_callback_set(m_client, received);
}

Link::~Link()
{
    mosquitto_destroy(m_client);
}

void Link::setWill(const Message &will)
{
    mosquitto_will_clear(m_client);
    const auto size = static_cast<int>(will.payload.size());
    if (m_version == 5) {
        Properties properties(will);
        if (mosquitto_will_set_v5(m_client, will.topic.c_str(), size, will.payload.data(), will.qos,
                                  will.retain, const_cast<mosquitto_property *>(properties.list()))
            == MOSQ_ERR_SUCCESS)
            properties.release(); // the client frees them
    } else {
        mosquitto_will_set(m_client, will.topic.c_str(), size, will.payload.data(), will.qos,
                           will.retain);
    }
}

bool Link::connect(const Message *will)
{
    if (will)
        setWill(*will);
    m_started = true;
    note(mosquitto_connect_async(m_client, m_address.host.c_str(), m_address.port,
                                 keepAliveSeconds));
    return m_started;
}

void Link::note(int code)
{
    if (code == MOSQ_ERR_SUCCESS)
        return;
    m_started = m_online = false;
    m_error = mosquitto_strerror(code);
}

void Link::subscribe(const std::string &filter)
{
    mosquitto_subscribe(m_client, nullptr, filter.c_str(), 1);
}

void Link::send(const Message &message)
{
    const auto size = static_cast<int>(message.payload.size());
    int code = 0;
    if (m_version == 5) {
        const Properties properties(message);
        code = mosquitto_publish_v5(m_client, nullptr, message.topic.c_str(), size,
                                    message.payload.data(), message.qos, message.retain,
                                    properties.list());
    } else {
        code = mosquitto_publish(m_client, nullptr, message.topic.c_str(), size,
                                 message.payload.data(), message.qos, message.retain);
    }
    if (code == MOSQ_ERR_SUCCESS)
        ++m_sent;
    else
        m_error = mosquitto_strerror(code);
}

void Link::cut()
{
    if (fd() >= 0)
        ::shutdown(fd(), SHUT_RDWR);
}

void Link::close(int timeoutMs)
{
    if (!m_online)
        return;
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    mosquitto_disconnect(m_client);
    while (mosquitto_want_write(m_client) && fd() >= 0 && std::chrono::steady_clock::now() < end) {
        pollfd waiter{fd(), POLLOUT, 0};
        ::poll(&waiter, 1, 20);
        mosquitto_loop_write(m_client, 1);
    }
}

int Link::fd() const
{
    return mosquitto_socket(m_client);
}

bool Link::wantsWrite() const
{
    return mosquitto_want_write(m_client);
}

void Link::ready(bool readable, bool writable)
{
    if (writable)
        note(mosquitto_loop_write(m_client, 1));
    if (readable && fd() >= 0)
        note(mosquitto_loop_read(m_client, 1));
}

void Link::keepAlive()
{
    if (m_started)
        note(mosquitto_loop_misc(m_client));
}

bool Link::takeConnected()
{
    return std::exchange(m_connected, false);
}

void Link::connected(mosquitto *, void *self, int code)
{
    auto *link = static_cast<Link *>(self);
    link->m_online = link->m_connected = code == 0;
    if (code != 0)
        link->m_error =
            link->m_version == 5 ? mosquitto_reason_string(code) : mosquitto_connack_string(code);
}

void Link::disconnected(mosquitto *, void *self, int code)
{
    auto *link = static_cast<Link *>(self);
    link->m_started = link->m_online = link->m_connected = false;
    if (code != 0 && link->m_error.empty())
        link->m_error = mosquitto_strerror(code);
}

void Link::received(mosquitto *, void *self, const mosquitto_message *message)
{
    auto *link = static_cast<Link *>(self);
    if (link->onMessage && message->payloadlen >= 0)
        link->onMessage(message->topic,
                        {static_cast<const char *>(message->payload),
                         static_cast<std::size_t>(message->payloadlen)});
}

} // namespace fleet
