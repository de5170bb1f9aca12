// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/dialect/dialect.h"

#include <functional>

struct mosquitto;
struct mosquitto_message;

namespace fleet {

/// Where the broker is.
struct BrokerAddress
{
    std::string host = "127.0.0.1";
    int port = 1883;
    std::string user = {};
    std::string password = {};
};

/// One device's (or gateway's) own connection to the broker on libmosquitto, without a thread: the
/// owner waits for fd() and calls ready(). Reconnecting is the owner's decision.
class Link
{
public:
    Link(const BrokerAddress &address, std::string clientId, int mqttVersion);
    ~Link();
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    std::function<void(std::string_view topic, std::string_view payload)> onMessage;

    /// Starts a connection attempt; false when it failed at once (error() says why).
    bool connect(const Message *will);
    void subscribe(const std::string &filter);
    void send(const Message &message);
    /// Tears the socket without a good-bye: the broker sends the will.
    void cut();
    /// Says good-bye and waits at most `timeoutMs` for what is queued to leave.
    void close(int timeoutMs);

    int fd() const;
    bool wantsWrite() const;
    void ready(bool readable, bool writable);
    void keepAlive();

    bool started() const { return m_started; } ///< an attempt or a connection is under way
    bool isOnline() const { return m_online; }
    bool takeConnected(); ///< true once after each successful connect
    const std::string &error() const { return m_error; }
    std::uint64_t sent() const { return m_sent; }

private:
    void note(int code);
    void setWill(const Message &will);
    static void connected(mosquitto *, void *self, int code);
    static void disconnected(mosquitto *, void *self, int code);
    static void received(mosquitto *, void *self, const mosquitto_message *message);

    BrokerAddress m_address;
    int m_version;
    mosquitto *m_client;
    std::string m_error;
    std::uint64_t m_sent = 0;
    bool m_started = false;
    bool m_online = false;
    bool m_connected = false;
};

} // namespace fleet
