// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/profile.h"

#include "models/connect/mqtt/topics.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>
#include <QUuid>

#include <optional>

using namespace Qt::StringLiterals;
using base::failure;
using base::Result;

namespace connect::mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

QString subscriptionsProblem(const std::vector<Subscription> &subscriptions)
{
    constexpr std::size_t most = 64;
    if (subscriptions.size() > most)
        return Words::tr("A connection can have at most %1 subscriptions.").arg(most);
    QSet<QString> seen;
    for (const Subscription &subscription : subscriptions) {
        if (const QString problem = filterProblem(subscription.filter); !problem.isEmpty())
            return problem;
        if (subscription.qos < 0 || subscription.qos > 2)
            return Words::tr("The QoS of the subscription \"%1\" must be 0, 1 or 2.")
                .arg(subscription.filter);
        if (seen.contains(subscription.filter))
            return Words::tr("The subscription \"%1\" is there twice.").arg(subscription.filter);
        seen.insert(subscription.filter);
    }
    return {};
}

QString willProblem(const Will &will)
{
    if (will.topic.isEmpty())
        return {};
    if (const QString problem = topicProblem(will.topic); !problem.isEmpty())
        return Words::tr("Last will: %1").arg(problem);
    if (will.qos < 0 || will.qos > 2)
        return Words::tr("The QoS of the last will must be 0, 1 or 2.");
    return will.payload.size() > 65535 ? Words::tr("The last will is longer than 65,535 bytes.")
                                       : QString();
}

/// Members with the right type; anything else is named in `problem`.
class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {
    }

    QString text(QLatin1StringView key, const QString &fallback = {})
    {
        const QJsonValue value = take(key, QJsonValue::String);
        return value.isUndefined() ? fallback : value.toString();
    }
    bool flag(QLatin1StringView key, bool fallback)
    {
        const QJsonValue value = take(key, QJsonValue::Bool);
        return value.isUndefined() ? fallback : value.toBool();
    }
    qint64 number(QLatin1StringView key, qint64 fallback, qint64 least, qint64 most)
    {
        const QJsonValue value = take(key, QJsonValue::Double);
        if (value.isUndefined())
            return fallback;
        const qint64 number = value.toInteger(least - 1);
        if (number < least || number > most) {
            note(key);
            return fallback;
        }
        return number;
    }
    QJsonArray array(QLatin1StringView key) { return take(key, QJsonValue::Array).toArray(); }
    QJsonObject object(QLatin1StringView key) { return take(key, QJsonValue::Object).toObject(); }
    const std::optional<QString> &wrong() const { return m_wrong; }

private:
    QJsonValue take(QLatin1StringView key, QJsonValue::Type type)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || value.type() == type)
            return value;
        note(key);
        return QJsonValue(QJsonValue::Undefined);
    }
    void note(QLatin1StringView key)
    {
        if (!m_wrong)
            m_wrong = key;
    }

    const QJsonObject m_object;
    std::optional<QString> m_wrong;
};

QJsonObject willToJson(const Will &will)
{
    return {{u"topic"_s, will.topic},
            {u"payload"_s, QString::fromLatin1(will.payload.toBase64())},
            {u"qos"_s, will.qos},
            {u"retain"_s, will.retain}};
}

Will willFromJson(Reader &&from)
{
    Will will;
    will.topic = from.text("topic"_L1);
    will.payload = QByteArray::fromBase64(from.text("payload"_L1).toLatin1());
    will.qos = static_cast<int>(from.number("qos"_L1, 0, 0, 2));
    will.retain = from.flag("retain"_L1, false);
    return will;
}

QString rebirthName(Profile::Rebirth rebirth)
{
    switch (rebirth) {
    case Profile::Rebirth::Always:
        return u"always"_s;
    case Profile::Rebirth::Never:
        return u"never"_s;
    case Profile::Rebirth::WhenWritable:
        break;
    }
    return u"whenWritable"_s;
}

} // namespace

std::vector<Subscription> Profile::defaultSubscriptions()
{
    return {{.filter = u"#"_s, .qos = 0}};
}

QString Profile::problem() const
{
    if (host.trimmed().isEmpty())
        return Words::tr("The connection needs the name or address of a broker.");
    if (host.size() > 253 || host.contains(u' ') || host.contains(u'/'))
        return Words::tr("\"%1\" is not a host name or address.").arg(host);
    if (port == 0)
        return Words::tr("The port must be between 1 and 65535.");
    if (version != 4 && version != 5)
        return Words::tr("The MQTT version must be 3.1.1 or 5.0.");
    if (keepAliveSeconds != 0 && (keepAliveSeconds < 5 || keepAliveSeconds > 65535))
        return Words::tr("The keep-alive time must be 0 (off) or between 5 and 65,535 seconds.");
    if (!clientKeyFile.isEmpty() && clientCertFile.isEmpty())
        return Words::tr("There is a client key but no client certificate.");
    if (!pinnedSha256.isEmpty() && pinnedSha256.size() != 32)
        return Words::tr("The pinned certificate must be given as a SHA-256 of 32 bytes.");
    if (clientId.toUtf8().size() > 65535 || user.toUtf8().size() > 65535)
        return Words::tr("Client id and user name can have at most 65,535 bytes.");
    if (!cleanStart && clientId.isEmpty())
        return Words::tr("A session that the broker keeps needs a client id of its own.");
    if (const QString wrong = willProblem(will); !wrong.isEmpty())
        return wrong;
    return subscriptionsProblem(subscriptions);
}

QJsonObject Profile::toJson() const
{
    QJsonArray filters;
    for (const Subscription &subscription : subscriptions)
        filters.append(
            QJsonObject{{u"filter"_s, subscription.filter}, {u"qos"_s, subscription.qos}});
    QJsonArray maps;
    for (const decode::Mapping &mapping : mappings)
        maps.append(mapping.toJson());
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"host"_s, host},
            {u"port"_s, port},
            {u"version"_s, version},
            {u"tls"_s, tls},
            {u"caFile"_s, caFile},
            {u"clientCertFile"_s, clientCertFile},
            {u"clientKeyFile"_s, clientKeyFile},
            {u"pinnedSha256"_s, QString::fromLatin1(pinnedSha256.toHex())},
            {u"user"_s, user},
            {u"clientId"_s, clientId},
            {u"keepAliveSeconds"_s, keepAliveSeconds},
            {u"cleanStart"_s, cleanStart},
            {u"sessionExpirySeconds"_s, static_cast<qint64>(sessionExpirySeconds)},
            {u"will"_s, willToJson(will)},
            {u"subscriptions"_s, filters},
            {u"readOnly"_s, readOnly},
            {u"rebirth"_s, rebirthName(rebirth)},
            {u"autoConnect"_s, autoConnect},
            {u"watchSys"_s, watchSys},
            {u"mappings"_s, maps}};
}

Result<Profile> Profile::fromJson(const QJsonObject &object)
{
    Reader from(object);
    Profile profile;
    profile.id = from.text("id"_L1);
    profile.host = from.text("host"_L1);
    profile.name = from.text("name"_L1, profile.host);
    profile.tls = from.flag("tls"_L1, false);
    profile.port =
        static_cast<quint16>(from.number("port"_L1, profile.tls ? 8883 : 1883, 1, 65535));
    profile.version = static_cast<int>(from.number("version"_L1, 5, 4, 5));
    profile.caFile = from.text("caFile"_L1);
    profile.clientCertFile = from.text("clientCertFile"_L1);
    profile.clientKeyFile = from.text("clientKeyFile"_L1);
    profile.pinnedSha256 = QByteArray::fromHex(from.text("pinnedSha256"_L1).toLatin1());
    profile.user = from.text("user"_L1);
    profile.clientId = from.text("clientId"_L1);
    profile.keepAliveSeconds = static_cast<int>(from.number("keepAliveSeconds"_L1, 30, 0, 65535));
    profile.cleanStart = from.flag("cleanStart"_L1, true);
    profile.sessionExpirySeconds =
        static_cast<quint32>(from.number("sessionExpirySeconds"_L1, 0, 0, UINT32_MAX));
    profile.will = willFromJson(Reader(from.object("will"_L1)));
    profile.readOnly = from.flag("readOnly"_L1, true);
    const QString rebirth = from.text("rebirth"_L1, rebirthName(Profile::Rebirth::WhenWritable));
    for (const Rebirth when : {Rebirth::WhenWritable, Rebirth::Always, Rebirth::Never}) {
        if (rebirth == rebirthName(when))
            profile.rebirth = when;
    }
    profile.autoConnect = from.flag("autoConnect"_L1, true);
    profile.watchSys = from.flag("watchSys"_L1, true);
    for (const QJsonValue &value : from.array("subscriptions"_L1)) {
        Reader item(value.toObject());
        profile.subscriptions.push_back({.filter = item.text("filter"_L1),
                                         .qos = static_cast<int>(item.number("qos"_L1, 0, 0, 2))});
    }
    for (const QJsonValue &value : from.array("mappings"_L1)) {
        auto mapping = decode::Mapping::fromJson(value.toObject());
        if (!mapping)
            return tl::unexpected(mapping.error());
        profile.mappings.push_back(std::move(*mapping));
    }
    if (from.wrong())
        return failure(Words::tr("The connection \"%1\" has a wrong value at \"%2\".")
                           .arg(profile.name, *from.wrong()));
    if (const QString wrong = profile.problem(); !wrong.isEmpty())
        return failure(
            Words::tr("The connection \"%1\" cannot be used: %2").arg(profile.name, wrong));
    return profile;
}

Result<Profile> Profile::fromUrl(const QString &url, QString *password)
{
    const auto bad = [&url](const QString &why) {
        return failure(Words::tr("\"%1\" is not a broker address: %2. Example: "
                                 "mqtt://user@broker.example:1883/site/#")
                           .arg(url, why));
    };
    const qsizetype schemeEnd = url.indexOf("://"_L1);
    const QString scheme = url.left(std::max<qsizetype>(schemeEnd, 0)).toLower();
    Profile profile;
    profile.tls = scheme == "mqtts"_L1 || scheme == "ssl"_L1 || scheme == "tls"_L1;
    if (!profile.tls && scheme != "mqtt"_L1 && scheme != "tcp"_L1)
        return bad(Words::tr("it must start with mqtt:// or mqtts://"));
    const QString rest = url.mid(schemeEnd + 3);
    const qsizetype slash = rest.indexOf(u'/');
    QString authority = slash < 0 ? rest : rest.left(slash);
    const auto plain = [](const QString &text) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
    };
    if (const qsizetype at = authority.lastIndexOf(u'@'); at >= 0) {
        const QString login = authority.left(at);
        authority = authority.mid(at + 1);
        const qsizetype colon = login.indexOf(u':');
        profile.user = plain(colon < 0 ? login : login.left(colon));
        if (password)
            *password = colon < 0 ? QString() : plain(login.mid(colon + 1));
    }
    const qsizetype bracket = authority.lastIndexOf(u']');
    const qsizetype colon = authority.indexOf(u':', std::max<qsizetype>(bracket, 0));
    bool ok = true;
    profile.port = colon < 0 ? (profile.tls ? 8883 : 1883) : authority.mid(colon + 1).toUShort(&ok);
    if (!ok || profile.port == 0)
        return bad(Words::tr("the port must be between 1 and 65535"));
    profile.host = colon < 0 ? authority : authority.left(colon);
    if (profile.host.startsWith(u'[') && bracket > 0)
        profile.host = profile.host.mid(1, bracket - 1);
    profile.name = profile.host;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    // Not a QUrl: "#" and "?" are ordinary characters of a topic filter.
    const QString path = slash < 0 ? QString() : rest.mid(slash + 1);
    for (const QString &filter : path.split(u',', Qt::SkipEmptyParts))
        profile.subscriptions.push_back({.filter = plain(filter), .qos = 0});
    if (const QString wrong = profile.problem(); !wrong.isEmpty())
        return failure(wrong);
    return profile;
}

} // namespace connect::mqtt
