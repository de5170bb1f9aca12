// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/telemetry/message.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace connect {

using base::TimeNs;

enum class SourceState : std::uint8_t {
    Stopped, ///< not asked to run
    Connecting,
    Connected,
    Reconnecting, ///< lost or refused; tries again at SourceStatus::nextTry
    Failed, ///< a person has to do something (password, certificate, profile); tried again rarely,
            ///< at SourceStatus::nextTry, or not at all when that is base::noTime
};

/// One subscription: what was asked and what the server granted.
struct SubscriptionStatus
{
    QString filter;
    int requestedQos = 0;
    int grantedQos = -1; ///< -1: not answered yet or refused
    QString answer; ///< in words: "granted QoS 0", "refused: not authorized (0x87)"
    bool refused = false;
    std::uint64_t messages =
        0; ///< -1-like unknown is 0; a granted filter without data may be an ACL
};

/// One certificate of the server's chain, leaf first.
struct CertificateInfo
{
    QString subject;
    QString issuer;
    QStringList names; ///< subject alternative names
    QDateTime notBefore;
    QDateTime notAfter;
    QByteArray sha256; ///< of the DER form
    QString pem;
};

/// Everything a person wants to know about a connection, as a value.
struct SourceStatus
{
    SourceState state = SourceState::Stopped;
    QString sentence; ///< state in words: what, why, what to do
    TimeNs since = 0; ///< of the state
    int attempt = 0; ///< of reconnecting
    TimeNs nextTry = base::noTime;
    std::uint64_t messages = 0; ///< received
    std::uint64_t bytes = 0; ///< received, payload and topic
    std::uint64_t published = 0;
    std::uint64_t reconnects = 0;
    std::uint64_t droppedHere = 0; ///< our inlet stood still too long
    TimeNs blockedFor = 0; ///< reading paused for the pipeline, total
    std::int64_t brokerDropped = -1; ///< $SYS dropped since connect, -1: broker does not tell
    double roundTripMs = -1; ///< last ping or connect round trip
    QString serverText; ///< "mosquitto 2.0.11", assigned client id, limits
    QString tlsText; ///< "TLS 1.3, TLS_AES_256_GCM_SHA384", empty: not encrypted
    std::vector<CertificateInfo> chain;
    std::vector<SubscriptionStatus> subscriptions;
    std::vector<std::pair<QString, QString>> details; ///< further facts for the panel: name, value
};

/// A publish request. The sender has checked the read-only switch.
struct PublishRequest
{
    QString topic;
    QByteArray payload;
    int qos = 0;
    bool retain = false;
    telemetry::MessageProperties properties = {};
    /// Optional: what became of it. With QoS 0 sent, with QoS 1 and 2 confirmed by the server, or
    /// why not. Called once, on the source's io thread, only when publish() accepted the request.
    std::function<void(const base::Result<> &)> done = {};
};

/// Where messages come from, live or recorded: nothing downstream knows which.
/// Lives on the thread that made it (GUI or main); its own loop runs elsewhere and pushes into the
/// inlet. status() is cheap and for any thread.
class Source
{
public:
    virtual ~Source() = default;

    virtual void start() = 0;
    virtual void stop() = 0; ///< returns when nothing more will be pushed; idempotent
    virtual SourceStatus status() const = 0;
    /// Refused with a sentence when the source is read-only, not connected, or cannot publish.
    virtual base::Result<> publish(const PublishRequest &request) = 0;
    /// Asks the Sparkplug edge node "group/edge" to be born again, on a read-only source too: the
    /// caller has checked mqtt::Profile::mayAskRebirth(). Refused as publish() is.
    virtual base::Result<> askRebirth(const QString &node) = 0;
};

} // namespace connect
