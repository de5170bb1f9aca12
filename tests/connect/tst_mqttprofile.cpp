// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/connections.h"
#include "models/connect/mqtt/topics.h"
#include "models/connect/secrets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using connect::Connections;
using connect::mqtt::Profile;

class TestMqttProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void fromUrl_data();
    void fromUrl();
    void badUrl_data();
    void badUrl();
    void problem_data();
    void problem();
    void jsonRoundTrip();
    void wrongJson_data();
    void wrongJson();
    void filterMatches_data();
    void filterMatches();
    void badFilter_data();
    void badFilter();
    void fileHoldsNoSecret();
    void importedProfilesDoNotConnect();
    void brokenFileIsNamed();
    void sessionSecrets();
};

void TestMqttProfile::fromUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QStringList>("filters");
    QTest::newRow("host") << u"mqtt://broker"_s << u"broker"_s << 1883 << false << u""_s << u""_s
                          << QStringList();
    QTest::newRow("tls") << u"mqtts://broker"_s << u"broker"_s << 8883 << true << u""_s << u""_s
                         << QStringList();
    QTest::newRow("port") << u"mqtt://10.0.0.2:1884"_s << u"10.0.0.2"_s << 1884 << false << u""_s
                          << u""_s << QStringList();
    QTest::newRow("IPv6") << u"mqtt://[::1]:1884/"_s << u"::1"_s << 1884 << false << u""_s << u""_s
                          << QStringList();
    QTest::newRow("login") << u"mqtt://ann:p%40ss:w@h"_s << u"h"_s << 1883 << false << u"ann"_s
                           << u"p@ss:w"_s << QStringList();
    QTest::newRow("user only") << u"MQTT://ann@h"_s << u"h"_s << 1883 << false << u"ann"_s << u""_s
                               << QStringList();
    QTest::newRow("hash") << u"mqtt://h/site/#"_s << u"h"_s << 1883 << false << u""_s << u""_s
                          << QStringList{u"site/#"_s};
    QTest::newRow("filters") << u"mqtt://h/a/+/c,$SYS/#"_s << u"h"_s << 1883 << false << u""_s
                             << u""_s << QStringList{u"a/+/c"_s, u"$SYS/#"_s};
}

void TestMqttProfile::fromUrl()
{
    QFETCH(QString, url);
    QString password;
    const auto profile = Profile::fromUrl(url, &password);
    QVERIFY2(profile, qPrintable(profile ? QString() : profile.error().text));
    QTEST(profile->host, "host");
    QTEST(int(profile->port), "port");
    QTEST(profile->tls, "tls");
    QTEST(profile->user, "user");
    QTEST(password, "password");
    QStringList filters;
    for (const auto &subscription : profile->subscriptions)
        filters += subscription.filter;
    QTEST(filters, "filters");
    QVERIFY(!QJsonDocument(profile->toJson()).toJson().contains("p@ss"));
}

void TestMqttProfile::badUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("scheme") << u"http://h"_s;
    QTest::newRow("no host") << u"mqtt://"_s;
    QTest::newRow("port") << u"mqtt://h:70000"_s;
    QTest::newRow("port text") << u"mqtt://h:x"_s;
    QTest::newRow("filter") << u"mqtt://h/a#"_s;
    QTest::newRow("space") << u"mqtt://a b"_s;
}

void TestMqttProfile::badUrl()
{
    QFETCH(QString, url);
    const auto profile = Profile::fromUrl(url);
    QVERIFY(!profile);
    QVERIFY(profile.error().text.endsWith(u'.') || profile.error().text.endsWith(u'#'));
}

void TestMqttProfile::problem_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("says");
    QTest::newRow("host") << u"host"_s << QVariant(u" "_s) << u"name or address"_s;
    QTest::newRow("keep-alive") << u"keepAliveSeconds"_s << QVariant(3) << u"keep-alive"_s;
    QTest::newRow("key without certificate")
        << u"clientKeyFile"_s << QVariant(u"k.pem"_s) << u"client certificate"_s;
    QTest::newRow("pin") << u"pinnedSha256"_s << QVariant(u"abcd"_s) << u"SHA-256"_s;
    QTest::newRow("session without id") << u"cleanStart"_s << QVariant(false) << u"client id"_s;
}

void TestMqttProfile::problem()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QFETCH(QString, says);
    QJsonObject object = Profile::fromUrl(u"mqtt://h"_s)->toJson();
    object[key] = QJsonValue::fromVariant(value);
    const auto profile = Profile::fromJson(object);
    QVERIFY(!profile);
    QVERIFY2(profile.error().text.contains(says), qPrintable(profile.error().text));
}

void TestMqttProfile::jsonRoundTrip()
{
    Profile profile = *Profile::fromUrl(u"mqtts://ann@h:9000/a/#"_s);
    profile.name = u"Plant <b>1</b>"_s;
    profile.version = 4;
    profile.caFile = u"/ca.pem"_s;
    profile.clientCertFile = u"/c.pem"_s;
    profile.clientKeyFile = u"/k.pem"_s;
    profile.pinnedSha256 = QByteArray(32, '\x7F');
    profile.clientId = u"console"_s;
    profile.cleanStart = false;
    profile.sessionExpirySeconds = 4'000'000'000u;
    profile.will = {u"will"_s, QByteArray("\x00\xFF", 2), 2, true};
    profile.subscriptions.push_back({u"$share/g/b/#"_s, 2});
    profile.readOnly = profile.autoConnect = profile.watchSys = false;
    profile.rebirth = Profile::Rebirth::Never;
    const auto back = Profile::fromJson(profile.toJson());
    QVERIFY(back);
    QCOMPARE(back->toJson(), profile.toJson());
    QCOMPARE(back->rebirth, Profile::Rebirth::Never);
    QCOMPARE(back->will.payload, profile.will.payload);
    QCOMPARE(back->sessionExpirySeconds, 4'000'000'000u);
}

void TestMqttProfile::wrongJson_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::newRow("empty") << QJsonObject();
    QTest::newRow("port text") << QJsonObject{{u"host"_s, u"h"_s}, {u"port"_s, u"1883"_s}};
    QTest::newRow("port range") << QJsonObject{{u"host"_s, u"h"_s}, {u"port"_s, 70000}};
    QTest::newRow("port fraction") << QJsonObject{{u"host"_s, u"h"_s}, {u"port"_s, 1.5}};
    QTest::newRow("host number") << QJsonObject{{u"host"_s, 1}};
    QTest::newRow("version") << QJsonObject{{u"host"_s, u"h"_s}, {u"version"_s, 3}};
    QTest::newRow("filters") << QJsonObject{{u"host"_s, u"h"_s}, {u"subscriptions"_s, u"#"_s}};
    QTest::newRow("filter twice") << QJsonObject{
        {u"host"_s, u"h"_s},
        {u"subscriptions"_s,
         QJsonArray{QJsonObject{{u"filter"_s, u"#"_s}}, QJsonObject{{u"filter"_s, u"#"_s}}}}};
}

void TestMqttProfile::wrongJson()
{
    QFETCH(QJsonObject, object);
    const auto profile = Profile::fromJson(object);
    QVERIFY(!profile);
    QVERIFY(!profile.error().text.isEmpty());
}

void TestMqttProfile::filterMatches_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *filter, const char *topic, bool matches) {
        QTest::newRow(qPrintable(QString::fromUtf8(filter) + u" ~ "_s + QString::fromUtf8(topic)))
            << QByteArray(filter) << QByteArray(topic) << matches;
    };
    // Examples of MQTT 5.0, 4.7.1 and 4.7.2.
    row("sport/tennis/player1/#", "sport/tennis/player1", true);
    row("sport/tennis/player1/#", "sport/tennis/player1/ranking", true);
    row("sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true);
    row("sport/#", "sport", true);
    row("#", "a/b", true);
    row("sport/tennis/+", "sport/tennis/player1", true);
    row("sport/tennis/+", "sport/tennis/player1/ranking", false);
    row("sport/+", "sport", false);
    row("sport/+", "sport/", true);
    row("+/+", "/finance", true);
    row("/+", "/finance", true);
    row("+", "/finance", false);
    row("#", "$SYS/monitor/Clients", false);
    row("+/monitor/Clients", "$SYS/monitor/Clients", false);
    row("$SYS/#", "$SYS/monitor", true);
    row("$SYS/monitor/+", "$SYS/monitor/Clients", true);
    row("a/b", "a/b/c", false);
    row("a/b/c", "a/b", false);
    row("ab/#", "abc", false);
}

void TestMqttProfile::filterMatches()
{
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, topic);
    QTEST(connect::mqtt::topicMatches(filter.toStdString(), topic.toStdString()), "matches");
}

void TestMqttProfile::badFilter_data()
{
    QTest::addColumn<QString>("filter");
    for (const QString &filter :
         {u""_s, u"a#"_s, u"a/#/b"_s, u"a+/b"_s, u"$share/g"_s, u"$share//a"_s, u"$share/g+/a"_s,
          u"$share/g/a#"_s, QString(70'000, u'a'), QString(u'\0')})
        QTest::newRow(qPrintable(filter.left(20))) << filter;
}

void TestMqttProfile::badFilter()
{
    QFETCH(QString, filter);
    QVERIFY(!connect::mqtt::filterProblem(filter).isEmpty());
}

namespace {

Connections::Outlet nowhere(const Profile &)
{
    return {1, std::make_shared<telemetry::Inlet>(), {}};
}

} // namespace

void TestMqttProfile::fileHoldsNoSecret()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"connections.json"_s);
    QObject owner;
    connect::Secrets *secrets = connect::newSessionSecrets(&owner);
    Profile profile = *Profile::fromUrl(u"mqtt://ann@h"_s);
    secrets->write(connect::mqtt::passwordKey(profile.id), u"hunter2"_s, {});
    {
        Connections connections(path, secrets, nowhere);
        QVERIFY(connections.save(profile));
        profile.name = u"renamed"_s;
        QVERIFY(connections.save(profile));
        QCOMPARE(connections.profiles().size(), 1u);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("hunter2"));
    Connections again(path, secrets, nowhere);
    QCOMPARE(again.profile(profile.id).name, u"renamed"_s);
    QVERIFY(again.remove(profile.id));
    QVERIFY(again.profiles().empty());
    QVERIFY(!again.remove(profile.id));
}

void TestMqttProfile::importedProfilesDoNotConnect()
{
    const QTemporaryDir folder;
    QObject owner;
    Connections from({}, connect::newSessionSecrets(&owner), nowhere);
    QVERIFY(from.save(*Profile::fromUrl(u"mqtt://one"_s)));
    QVERIFY(from.save(*Profile::fromUrl(u"mqtt://two"_s)));
    QVERIFY(from.exportTo(folder.filePath(u"e.json"_s)));
    Connections to({}, connect::newSessionSecrets(&owner), nowhere);
    QCOMPARE(to.importFrom(folder.filePath(u"e.json"_s)).value_or(-1), 2);
    QCOMPARE(to.profiles().size(), 2u);
    QVERIFY(!to.profiles()[0].autoConnect);
    QVERIFY(to.profiles()[0].id != from.profiles()[0].id);
    QCOMPARE(to.profiles()[1].host, u"two"_s);
}

void TestMqttProfile::brokenFileIsNamed()
{
    const QTemporaryDir folder;
    QObject owner;
    Connections connections({}, connect::newSessionSecrets(&owner), nowhere);
    for (const QByteArray &content :
         {QByteArray("not JSON"), QByteArray("[]"), QByteArray("{\"format\":\"x\"}"),
          QByteArray(
              "{\"format\":\"pilothouse-connections\",\"version\":1,\"connections\":[{}]}")}) {
        QFile file(folder.filePath(u"bad.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        const auto imported = connections.importFrom(file.fileName());
        QVERIFY2(!imported, content.constData());
        QVERIFY(!imported.error().text.isEmpty());
    }
    QVERIFY(connections.profiles().empty());
}

void TestMqttProfile::sessionSecrets()
{
    QObject owner;
    connect::Secrets *secrets = connect::newSessionSecrets(&owner);
    QString read = u"?"_s;
    const auto keep = [&read](const base::Result<QString> &value) {
        read = value.value_or(u"error"_s);
    };
    secrets->read(u"k"_s, keep);
    QTRY_COMPARE(read, u""_s);
    secrets->write(u"k"_s, u"v"_s, {});
    secrets->read(u"k"_s, keep);
    QTRY_COMPARE(read, u"v"_s);
    secrets->remove(u"k"_s, {});
    secrets->read(u"k"_s, keep);
    QTRY_COMPARE(read, u""_s);
    QVERIFY(!secrets->where().isEmpty());
}

QTEST_GUILESS_MAIN(TestMqttProfile)
#include "tst_mqttprofile.moc"
