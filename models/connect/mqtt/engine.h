// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/connect/mqtt/packet.h"
#include "models/connect/mqtt/profile.h"
#include "models/connect/source.h"

#include <functional>
#include <memory>
#include <span>
#include <string_view>

namespace connect::mqtt {

/// An MQTT client library for the life of one connection: it makes every packet that we send and
/// keeps the protocol's state. What comes from the server was framed and checked before it gets
/// here, and connection, certificates, reconnecting, subscriptions and words are above this seam,
/// so that they are the same with each library. One thread.
class Engine
{
public:
    struct Options
    {
        QString clientId;
        QString password;
        quint32 maximumPacket = 0; ///< announced with MQTT 5.0
    };
    struct Events
    {
        std::function<void(std::string_view)> send; ///< bytes for the server
        std::function<void(const QString &)> failed; ///< the library gave up; one sentence
        /// A message, in the order of the packets fed; only with readsMessages().
        std::function<void(std::string_view topic, std::string_view payload)> message;
    };

    virtual ~Engine() = default;

    static constexpr int retainAsPublished = 0x08; ///< subscription option

    virtual base::Result<> connectToBroker(const Profile &profile, const Options &options) = 0;
    /// Whole PUBLISH packets, at most feedSize() bytes unless it is a single one.
    virtual void feed(std::string_view packets, int count) = 0;
    /// One packet of another type, as it came and as it was read. Never a refusing CONNACK, never
    /// DISCONNECT.
    virtual void feedControl(std::string_view packet, const ControlPacket &) { feed(packet, 1); }
    /// `options`: bits 2..5 of the subscription options (MQTT 5.0, 3.8.3.1), 0 with 3.1.1.
    virtual base::Result<> subscribe(const QString &filter, int qos, int options) = 0;
    /// The packet id; 0 with QoS 0.
    virtual base::Result<std::uint16_t> publish(const PublishRequest &request) = 0;
    virtual void disconnectFromBroker() = 0; ///< sends DISCONNECT
    virtual void tick() { } ///< about once a second

    /// True: messages come through Events::message. False: the library only acknowledges them, the
    /// caller delivers what it has checked already.
    virtual bool readsMessages() const = 0;
    virtual std::size_t feedSize() const = 0;
};

std::unique_ptr<Engine> newEngine(Engine::Events events);
QString engineText(); ///< "libmosquitto 2.0.11", "Qt MQTT 6.4.2"

} // namespace connect::mqtt
