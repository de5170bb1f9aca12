// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/decode/chain.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace connect::mqtt {

/// A topic filter and the QoS asked for.
struct Subscription
{
    QString filter; ///< MQTT wildcards; "$share/<group>/<filter>" for shared subscriptions
    int qos = 0;
};

/// The last will of the console itself (most people leave it off).
struct Will
{
    QString topic; ///< empty: none
    QByteArray payload;
    int qos = 0;
    bool retain = false;
};

/// How to reach one broker. Holds no secret: password and key pass phrase are in the keychain
/// under the profile's id.
struct Profile
{
    QString id; ///< uuid, stable
    QString name; ///< what people call it
    QString host;
    quint16 port = 1883;
    int version = 5; ///< 4: MQTT 3.1.1, 5: MQTT 5.0
    bool tls = false;
    QString caFile; ///< PEM; empty: the system's authorities
    QString clientCertFile; ///< PEM
    QString clientKeyFile; ///< PEM, kept by reference
    QByteArray pinnedSha256; ///< of the one server certificate (DER) that is accepted although it
                             ///< does not verify
    QString user; ///< empty: none
    QString clientId; ///< empty: "pilothouse-" and a random part
    int keepAliveSeconds = 30;
    bool cleanStart = true;
    quint32 sessionExpirySeconds = 0;
    Will will;
    std::vector<Subscription> subscriptions; ///< empty: defaultSubscriptions()
    bool readOnly = true; ///< publishing switched off
    /// When the console may ask a Sparkplug edge node to be born again (a command to a device).
    enum class Rebirth : std::uint8_t {
        WhenWritable, ///< unless the connection is read-only
        Always, ///< on a read-only connection too; nothing else is published then
        Never
    };
    Rebirth rebirth = Rebirth::WhenWritable;
    bool autoConnect = true;
    bool watchSys = true; ///< subscribe to $SYS loss counters
    std::vector<decode::Mapping> mappings;

    /// "#" at QoS 0; `$SYS` counters come with watchSys, other `$` trees on request.
    static std::vector<Subscription> defaultSubscriptions();
    /// A profile from mqtt://[user@]host[:port][/filter[,filter...]] or mqtts://...; "#" needs no
    /// escape. The password part of a URL is returned apart, never kept in the profile.
    static base::Result<Profile> fromUrl(const QString &url, QString *password = nullptr);
    bool mayAskRebirth() const
    {
        return rebirth == Rebirth::Always || (rebirth == Rebirth::WhenWritable && !readOnly);
    }
    /// What is wrong with it, one sentence; empty when it can be used.
    QString problem() const;

    QJsonObject toJson() const;
    static base::Result<Profile> fromJson(const QJsonObject &object);
};

/// Where the secrets of a profile are kept.
inline QString passwordKey(const QString &profileId)
{
    return profileId + QLatin1StringView("/password");
}
inline QString passPhraseKey(const QString &profileId) ///< of the client key
{
    return profileId + QLatin1StringView("/passphrase");
}

} // namespace connect::mqtt
