// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/brokersource.h"
#include "tests/support/broker.h"
#include "tests/support/collector.h"

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

private:
    static void versions();
    LinkSetup setup(const Collector &collector,
                    std::vector<connect::mqtt::Subscription> subscriptions = {}) const;

    Broker m_broker;
};

void TestMqtt::initTestCase()
{
    if (const QString problem = m_broker.start(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
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

QTEST_GUILESS_MAIN(TestMqtt)
#include "tst_mqtt.moc"
