// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/brokersource.h"
#include "tests/support/broker.h"
#include "tests/support/collector.h"
#include "tests/support/proxy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using connect::PublishRequest;
using connect::SourceState;
using connect::mqtt::BrokerSource;
using connect::mqtt::LinkSetup;
using connect::mqtt::Profile;
using support::Broker;
using support::Collector;

/// Against a real mosquitto, with both versions of MQTT.
class TestMqtt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_broker.stop(); }
    void receives_data() { versions(); }
    void receives();
    void qos_data() { versions(); }
    void qos();
    void publishes_data() { versions(); }
    void publishes();
    void readOnlyRefusesToPublish();
    void refusesWhatCannotBeSent_data();
    void refusesWhatCannotBeSent();
    void retainedMessages();
    void lastWill();
    void propertiesPassThrough();
    void sharedSubscription_data() { versions(); }
    void sharedSubscription();
    void refusedSubscription_data() { versions(); }
    void refusedSubscription();
    void password_data() { versions(); }
    void password();
    void brokerTellsItsLosses();
    void severalBrokers();
    void sysDoesNotMixWithData();

private:
    static void versions();
    LinkSetup setup(const Collector &collector,
                    std::vector<connect::mqtt::Subscription> subscriptions = {}) const;

    Broker m_broker;
};

void TestMqtt::initTestCase()
{
    if (const QString problem = m_broker.start(); !problem.isEmpty())
        QFAIL(qPrintable(problem));
}

void TestMqtt::versions()
{
    QTest::addColumn<int>("version");
    QTest::newRow("MQTT 3.1.1") << 4;
    QTest::newRow("MQTT 5.0") << 5;
}

LinkSetup TestMqtt::setup(const Collector &collector,
                          std::vector<connect::mqtt::Subscription> subscriptions) const
{
    LinkSetup setup;
    setup.profile.id = setup.profile.name = u"test"_s;
    setup.profile.host = u"127.0.0.1"_s;
    setup.profile.port = m_broker.port();
    setup.profile.subscriptions = std::move(subscriptions);
    setup.profile.readOnly = false;
    setup.inlet = collector.inlet;
    return setup;
}

void TestMqtt::receives()
{
    QFETCH(int, version);
    Collector collector;
    LinkSetup link = setup(collector);
    link.profile.version = version;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 0);
    QCOMPARE(source.status().state, SourceState::Connected);
    QVERIFY(Broker::publish(m_broker.port(), {u"-t"_s, u"site/a"_s, u"-m"_s, u"21.5"_s}));
    QTRY_COMPARE(collector.count("site/a"), 1);
    QCOMPARE(collector.messages.at(0).payload, "21.5");
    QCOMPARE(collector.events.at(0).kind, telemetry::SourceEvent::Kind::Connected);
    source.stop();
    collector.poll();
    QCOMPARE(collector.events.last().kind, telemetry::SourceEvent::Kind::Disconnected);
    QCOMPARE(source.status().state, SourceState::Stopped);
}

void TestMqtt::qos()
{
    QFETCH(int, version);
    Collector collector;
    LinkSetup link = setup(collector, {{u"q/#"_s, 2}});
    link.profile.version = version;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 2);
    for (const QString &qos : {u"0"_s, u"1"_s, u"2"_s})
        QVERIFY(
            Broker::publish(m_broker.port(), {u"-t"_s, u"q/"_s + qos, u"-m"_s, qos, u"-q"_s, qos}));
    QTRY_COMPARE(collector.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(collector.messages.at(i).qos, i);
}

void TestMqtt::publishes()
{
    QFETCH(int, version);
    Collector collector;
    LinkSetup link = setup(collector, {{u"p/#"_s, 2}});
    link.profile.version = version;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 2);
    for (int qos = 0; qos <= 2; ++qos) {
        std::atomic<int> answered = 0;
        QVERIFY(source.publish(
            {.topic = u"p/x"_s,
             .payload = "on",
             .qos = qos,
             .retain = false,
             .properties = {},
             .done = [&](const base::Result<> &result) { answered = result ? 1 : -1; }}));
        QTRY_COMPARE(answered.load(), 1);
    }
    QTRY_COMPARE(collector.count("p/x"), 3);
    QCOMPARE(source.status().published, 3u);
}

void TestMqtt::readOnlyRefusesToPublish()
{
    Collector collector;
    LinkSetup link = setup(collector);
    link.profile.readOnly = true;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 0);
    const auto refused = source.publish({.topic = u"cmd"_s, .payload = "1"});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Denied);
    QVERIFY(refused.error().text.contains("read-only"_L1));
    QVERIFY(Broker::publish(m_broker.port(), {u"-t"_s, u"after"_s, u"-n"_s}));
    QTRY_COMPARE(collector.count("after"), 1);
    QCOMPARE(collector.count("cmd"), 0);
}

void TestMqtt::refusesWhatCannotBeSent_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<int>("qos");
    QTest::newRow("wildcard") << u"a/+"_s << 0;
    QTest::newRow("empty") << u""_s << 0;
    QTest::newRow("too long") << QString(70'000, u'a') << 0;
    QTest::newRow("QoS 3") << u"a"_s << 3;
}

void TestMqtt::refusesWhatCannotBeSent()
{
    QFETCH(QString, topic);
    QFETCH(int, qos);
    Collector collector;
    BrokerSource source(setup(collector));
    source.start();
    QTRY_COMPARE(source.status().state, SourceState::Connected);
    QVERIFY(!source.publish({.topic = topic, .payload = "1", .qos = qos}));
}

void TestMqtt::retainedMessages()
{
    for (int i = 0; i < 50; ++i)
        QVERIFY(Broker::publish(m_broker.port(),
                                {u"-r"_s, u"-t"_s, u"kept/%1"_s.arg(i), u"-m"_s, u"v"_s}));
    Collector collector;
    BrokerSource source(setup(collector, {{u"kept/#"_s, 0}}));
    source.start();
    QTRY_COMPARE(collector.size(), 50);
    for (const auto &message : std::as_const(collector.messages))
        QVERIFY(message.retain);
    QVERIFY(Broker::publish(m_broker.port(), {u"-r"_s, u"-t"_s, u"kept/0"_s, u"-m"_s, u"w"_s}));
    QTRY_COMPARE(collector.size(), 51);
    QVERIFY(!collector.messages.last().retain); // live, not from the store
}

void TestMqtt::lastWill()
{
    Collector collector;
    BrokerSource watcher(setup(collector, {{u"wills/#"_s, 1}}));
    watcher.start();
    QTRY_COMPARE(watcher.status().subscriptions.at(0).grantedQos, 1);
    support::Proxy proxy(m_broker.port());
    LinkSetup link = setup(Collector());
    link.profile.port = proxy.port();
    link.profile.will = {u"wills/console"_s, "gone", 1, false};
    link.retry.first = link.retry.most = 60'000;
    {
        BrokerSource polite(link);
        polite.start();
        QTRY_COMPARE(polite.status().state, SourceState::Connected);
    }
    BrokerSource dying(link);
    dying.start();
    QTRY_COMPARE(dying.status().state, SourceState::Connected);
    QCOMPARE(collector.size(), 0); // a goodbye leaves no will
    proxy.cut();
    QTRY_COMPARE(collector.size(), 1);
    QCOMPARE(collector.messages.at(0).payload, "gone");
}

void TestMqtt::propertiesPassThrough()
{
    Collector collector;
    BrokerSource source(setup(collector, {{u"props"_s, 1}}));
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 1);
    telemetry::MessageProperties properties;
    properties.contentType = "application/json";
    properties.responseTopic = "answers";
    properties.correlationData = std::string("\0\1\xFF", 3);
    properties.userProperties = {{"unit", "\u00B0C"}, {"unit", "K"}};
    properties.expirySeconds = 60;
    properties.payloadFormat = 1;
    QVERIFY(
        source.publish({.topic = u"props"_s, .payload = "{}", .qos = 1, .properties = properties}));
    QTRY_COMPARE(collector.size(), 1);
    const auto &got = collector.messages.at(0).properties;
    QVERIFY(got);
    QCOMPARE(got->contentType, properties.contentType);
    QCOMPARE(got->responseTopic, properties.responseTopic);
    QCOMPARE(got->correlationData, properties.correlationData);
    QVERIFY(got->userProperties == properties.userProperties);
    QCOMPARE(got->payloadFormat, 1);
    QVERIFY(got->expirySeconds > 0 && got->expirySeconds <= 60);
}

void TestMqtt::sharedSubscription()
{
    QFETCH(int, version);
    Collector one;
    Collector two;
    LinkSetup first = setup(one, {{u"$share/group/shared/#"_s, 1}});
    LinkSetup second = setup(two, {{u"$share/group/shared/#"_s, 1}});
    first.profile.version = second.profile.version = version;
    BrokerSource a(first);
    BrokerSource b(second);
    a.start();
    b.start();
    QTRY_COMPARE(a.status().subscriptions.at(0).grantedQos, 1);
    QTRY_COMPARE(b.status().subscriptions.at(0).grantedQos, 1);
    QVERIFY(Broker::publish(
        m_broker.port(),
        {u"-q"_s, u"1"_s, u"-t"_s, u"shared/x"_s, u"-m"_s, u"1"_s, u"--repeat"_s, u"40"_s}));
    QTRY_COMPARE(one.size() + two.size(), 40);
    QVERIFY(one.size() > 0 && two.size() > 0);
    QCOMPARE(a.status().subscriptions.at(0).refused, false);
}

void TestMqtt::refusedSubscription()
{
    QFETCH(int, version);
    Broker::Options options;
    options.dynamicSecurity = true;
    Broker broker(options);
    QCOMPARE(broker.start(), QString());
    QVERIFY(broker.addUser(u"ann"_s, u"pw"_s, u"allowed/#"_s));
    Collector collector;
    LinkSetup link = setup(collector, {{u"allowed/#"_s, 2}, {u"secret/#"_s, 2}});
    link.profile.port = broker.port();
    link.profile.version = version;
    link.profile.user = u"ann"_s;
    link.password = u"pw"_s;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 2);
    QTRY_VERIFY(source.status().subscriptions.at(1).refused);
    const QString answer = source.status().subscriptions.at(1).answer;
    QVERIFY2(version == 5 ? answer == "refused: not authorized (0x87)"_L1
                          : answer.contains("0x80"_L1),
             qPrintable(answer));
    QCOMPARE(source.status().state, SourceState::Connected);
    QCOMPARE(source.status().brokerDropped, -1); // $SYS is not for this user
}

void TestMqtt::password()
{
    QFETCH(int, version);
    Broker broker(Broker::Options{
        .config = {}, .passwordsFor = u"ann:pw"_s, .certificate = {}, .key = {}, .ca = {}});
    QCOMPARE(broker.start(), QString());
    LinkSetup link = setup(Collector());
    link.profile.port = broker.port();
    link.profile.version = version;
    link.profile.user = u"ann"_s;
    link.password = u"wrong"_s;
    BrokerSource refused(link);
    refused.start();
    QTRY_COMPARE(refused.status().state, SourceState::Failed);
    QVERIFY2(refused.status().sentence.contains("not authorized"_L1),
             qPrintable(refused.status().sentence));
    QVERIFY(refused.status().nextTry
            > base::SystemClock::instance().now() + base::nsPerSecond); // does not hammer
    link.password = u"pw"_s;
    BrokerSource accepted(link);
    accepted.start();
    QTRY_COMPARE(accepted.status().state, SourceState::Connected);
}

/// A subscriber that does not read makes this broker drop; every other client can know of it.
void TestMqtt::brokerTellsItsLosses()
{
    Broker broker(Broker::Options{.config = {u"max_queued_messages 10"_s},
                                  .passwordsFor = {},
                                  .certificate = {},
                                  .key = {},
                                  .ca = {}});
    QCOMPARE(broker.start(), QString());
    std::atomic<std::int64_t> told = -1;
    LinkSetup link = setup(Collector(), {{u"quiet"_s, 0}});
    link.profile.port = broker.port();
    link.brokerDropped = [&told](std::int64_t count) { told = count; };
    BrokerSource watcher(link);
    watcher.start();
    QTRY_COMPARE(told.load(), 0);
    QTRY_VERIFY(watcher.status().serverText.contains("2.0"_L1));
    LinkSetup idle =
        setup(Collector(), {{u"bulk"_s, 1}}); // keeps a session, is away, its queue is 10 long
    idle.profile.port = broker.port();
    idle.profile.clientId = u"away"_s;
    idle.profile.cleanStart = false;
    idle.profile.sessionExpirySeconds = 600;
    {
        BrokerSource away(idle);
        away.start();
        QTRY_COMPARE(away.status().subscriptions.at(0).grantedQos, 1);
    }
    QVERIFY(Broker::publish(
        broker.port(),
        {u"-q"_s, u"1"_s, u"-t"_s, u"bulk"_s, u"-m"_s, u"1"_s, u"--repeat"_s, u"60"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(told.load() > 0, 10'000);
    QCOMPARE(watcher.status().brokerDropped, told.load());
}

void TestMqtt::severalBrokers()
{
    constexpr int count = 8;
    std::vector<std::unique_ptr<Broker>> brokers;
    std::vector<std::unique_ptr<Collector>> collectors;
    std::vector<std::unique_ptr<BrokerSource>> sources;
    for (int i = 0; i < count; ++i) {
        brokers.push_back(std::make_unique<Broker>());
        QCOMPARE(brokers.back()->start(), QString());
        collectors.push_back(std::make_unique<Collector>());
        LinkSetup link = setup(*collectors.back());
        link.profile.port = brokers.back()->port();
        link.profile.version = 4 + i % 2;
        sources.push_back(std::make_unique<BrokerSource>(link));
        sources.back()->start();
    }
    for (int i = 0; i < count; ++i) {
        QTRY_COMPARE(sources[static_cast<std::size_t>(i)]->status().subscriptions.at(0).grantedQos,
                     0);
        QVERIFY(Broker::publish(brokers[static_cast<std::size_t>(i)]->port(),
                                {u"-t"_s, u"n"_s, u"-m"_s, QString::number(i)}));
    }
    for (int i = 0; i < count; ++i) {
        QTRY_COMPARE(collectors[static_cast<std::size_t>(i)]->size(), 1);
        QCOMPARE(collectors[static_cast<std::size_t>(i)]->messages.at(0).payload,
                 QByteArray::number(i));
    }
}

void TestMqtt::sysDoesNotMixWithData()
{
    Collector all;
    BrokerSource plain(setup(all));
    Collector sys;
    BrokerSource asked(setup(sys, {{u"$SYS/broker/version"_s, 0}}));
    plain.start();
    asked.start();
    QTRY_COMPARE(sys.count("$SYS/broker/version"), 1); // asked for: shown, once
    QTRY_COMPARE(plain.status().brokerDropped, 0);
    for (const auto &message : std::as_const(all.messages))
        QVERIFY(!message.topic.startsWith("$SYS"));
}

QTEST_GUILESS_MAIN(TestMqtt)
#include "tst_mqtt.moc"
