// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/brokersource.h"
#include "tests/support/broker.h"
#include "tests/support/collector.h"
#include "tests/support/proxy.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using connect::SourceState;
using connect::mqtt::BrokerSource;
using connect::mqtt::LinkSetup;
using support::Broker;
using support::Collector;
using support::Proxy;
using Kind = telemetry::SourceEvent::Kind;

/// A network that breaks, between the console and a real mosquitto.
class TestMqttReconnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void brokerKilledAndRestarted();
    void halfOpenSocket();
    void refusedPort();
    void unknownHost();
    void stopIsPrompt_data();
    void stopIsPrompt();
    void flapping();
    void resumedSessionLosesNothing();

private:
    LinkSetup setup(quint16 port, const Collector &collector) const;

    Broker m_broker;
};

namespace {

qsizetype entries(const QString &folder)
{
    return QDir(folder)
        .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System | QDir::Hidden)
        .size();
}

qsizetype descriptors()
{
    return entries(u"/proc/self/fd"_s);
}

qsizetype threads()
{
    return entries(u"/proc/self/task"_s);
}

} // namespace

void TestMqttReconnect::initTestCase()
{
    if (const QString problem = m_broker.start(); !problem.isEmpty())
        QFAIL(qPrintable(problem));
}

LinkSetup TestMqttReconnect::setup(quint16 port, const Collector &collector) const
{
    LinkSetup setup;
    setup.profile.id = setup.profile.name = u"test"_s;
    setup.profile.host = u"127.0.0.1"_s;
    setup.profile.port = port;
    setup.profile.readOnly = false;
    setup.inlet = collector.inlet;
    setup.retry = {.first = 10, .most = 100, .rareFirst = 10, .rareMost = 100, .stable = 0};
    return setup;
}

void TestMqttReconnect::brokerKilledAndRestarted()
{
    Broker broker;
    QCOMPARE(broker.start(), QString());
    Collector collector;
    BrokerSource source(setup(broker.port(), collector));
    source.start();
    for (int round = 0; round < 3; ++round) {
        QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 0);
        QCOMPARE(source.status().state, SourceState::Connected);
        QVERIFY(Broker::publish(broker.port(), {u"-t"_s, u"r"_s, u"-m"_s, QString::number(round)}));
        QTRY_COMPARE(collector.count("r"), round + 1);
        broker.kill();
        QTRY_COMPARE(source.status().state, SourceState::Reconnecting);
        QVERIFY(!source.status().sentence.isEmpty());
        QCOMPARE(broker.start(), QString());
    }
    QTRY_COMPARE(source.status().state, SourceState::Connected);
    QCOMPARE(source.status().reconnects, 3u);
    source.stop();
    collector.poll();
    // Connected and Disconnected alternate, and messages lie between them in order.
    for (qsizetype i = 0; i < collector.events.size(); ++i) {
        QCOMPARE(collector.events.at(i).kind, i % 2 ? Kind::Disconnected : Kind::Connected);
        if (i > 0)
            QVERIFY(collector.events.at(i).beforeMessage
                    >= collector.events.at(i - 1).beforeMessage);
    }
    QCOMPARE(collector.events.size(), 8);
}

void TestMqttReconnect::halfOpenSocket()
{
    Proxy proxy(m_broker.port());
    Collector collector;
    LinkSetup link = setup(proxy.port(), collector);
    link.profile.keepAliveSeconds = 5;
    BrokerSource source(link);
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 0);
    proxy.stall(true);
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(source.status().state, SourceState::Reconnecting, 12'000);
    QVERIFY2(timer.elapsed() < 7'500,
             qPrintable(QString::number(timer.elapsed()))); // 1.5 x keep-alive
    collector.poll();
    QVERIFY2(collector.events.last().text.contains("half open"),
             collector.events.last().text.constData());
    proxy.stall(false);
    proxy.cut();
    QTRY_COMPARE_WITH_TIMEOUT(source.status().state, SourceState::Connected, 15'000);
}

void TestMqttReconnect::refusedPort()
{
    Collector collector;
    const quint16 port = support::freePort();
    BrokerSource source(setup(port, collector));
    source.start();
    QTRY_VERIFY2(source.status().sentence.contains("Nothing listens on 127.0.0.1"_L1),
                 qPrintable(source.status().sentence));
    QTRY_VERIFY(source.status().attempt > 3);
    QVERIFY(!source.publish({.topic = u"a"_s, .payload = "1"}));
}

void TestMqttReconnect::unknownHost()
{
    Collector collector;
    LinkSetup link = setup(1883, collector);
    link.profile.host = u"no-such-host.invalid"_s;
    BrokerSource source(link);
    source.start();
    QTRY_VERIFY2_WITH_TIMEOUT(source.status().sentence.contains("no address for the name"_L1),
                              qPrintable(source.status().sentence), 15'000);
}

void TestMqttReconnect::stopIsPrompt_data()
{
    QTest::addColumn<QString>("when");
    QTest::newRow("before it connects") << u"at once"_s;
    QTest::newRow("connected") << u"connected"_s;
    QTest::newRow("nobody reads") << u"full"_s;
    QTest::newRow("unreachable address") << u"blackhole"_s;
}

void TestMqttReconnect::stopIsPrompt()
{
    QFETCH(QString, when);
    Collector collector(std::make_shared<telemetry::Inlet>(64 << 10));
    LinkSetup link = setup(m_broker.port(), collector);
    if (when == "blackhole"_L1)
        link.profile.host = u"192.0.2.1"_s; // TEST-NET-1, RFC 5737
    BrokerSource source(link);
    source.start();
    if (when == "connected"_L1 || when == "full"_L1)
        QTRY_COMPARE(source.status().state, SourceState::Connected);
    if (when == "full"_L1)
        QVERIFY(Broker::publish(
            m_broker.port(),
            {u"-t"_s, u"full"_s, u"-m"_s, QString(30'000, u'x'), u"--repeat"_s, u"20"_s}));
    QElapsedTimer timer;
    timer.start();
    source.stop();
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    source.stop();
    QCOMPARE(source.status().state, SourceState::Stopped);
}

/// Half an hour of a link that breaks every few seconds, in fast motion: 300 cuts. Nothing leaks,
/// nothing comes twice, numbers only rise.
void TestMqttReconnect::flapping()
{
    Proxy proxy(m_broker.port());
    Collector collector;
    BrokerSource source(setup(proxy.port(), collector));
    BrokerSource sender(setup(m_broker.port(), Collector()));
    source.start();
    sender.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 0);
    QTRY_COMPARE(sender.status().state, SourceState::Connected);
    qsizetype fdsBefore = 0;
    qsizetype threadsBefore = 0;
    int sent = 0;
    for (int cut = 0; cut < 300; ++cut) {
        QVERIFY(QTest::qWaitFor(
            [&source] { return source.status().subscriptions.at(0).grantedQos == 0; }));
        if (cut == 20) { // warm; connected, as at the end
            fdsBefore = descriptors();
            threadsBefore = threads();
        }
        for (int i = 0; i < 5; ++i)
            QVERIFY(sender.publish({.topic = u"flap"_s, .payload = QByteArray::number(sent++)}));
        if (cut % 3 == 0)
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return collector.poll(),
                           !collector.messages.isEmpty()
                               && collector.messages.last().payload == QByteArray::number(sent - 1);
                },
                2'000));
        proxy.cut();
        QVERIFY(
            QTest::qWaitFor([&source] { return source.status().state != SourceState::Connected; }));
    }
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 0);
    QVERIFY2(descriptors() <= fdsBefore + 3,
             qPrintable(u"%1 then %2"_s.arg(fdsBefore).arg(descriptors())));
    QVERIFY2(threads() <= threadsBefore,
             qPrintable(u"%1 then %2"_s.arg(threadsBefore).arg(threads())));
    QCOMPARE(source.status().reconnects, 300u);
    source.stop();
    collector.poll();
    int last = -1;
    for (const auto &message : std::as_const(collector.messages)) {
        if (message.topic != "flap")
            continue;
        QVERIFY2(message.payload.toInt() > last, message.payload.constData());
        last = message.payload.toInt();
    }
    QVERIFY(last >= 5 * 297);
}

/// With a kept session and QoS 1, what was sent while the link was down arrives afterwards, once.
void TestMqttReconnect::resumedSessionLosesNothing()
{
    Proxy proxy(m_broker.port());
    Collector collector;
    LinkSetup link = setup(proxy.port(), collector);
    link.profile.clientId = u"resuming"_s;
    link.profile.cleanStart = false;
    link.profile.sessionExpirySeconds = 300;
    link.profile.subscriptions = {{u"resume/#"_s, 2}};
    BrokerSource source(link);
    BrokerSource sender(setup(m_broker.port(), Collector()));
    source.start();
    sender.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 2);
    QTRY_COMPARE(sender.status().state, SourceState::Connected);
    int sent = 0;
    for (int round = 0; round < 30; ++round) {
        for (int i = 0; i < 20; ++i)
            QVERIFY(sender.publish(
                {.topic = u"resume/x"_s, .payload = QByteArray::number(sent++), .qos = 1 + i % 2}));
        if (round % 2)
            QTest::qWait(round); // cut at different points of the handshake
        proxy.cut();
    }
    const auto distinct = [&collector] {
        collector.poll();
        QSet<QByteArray> payloads;
        for (const auto &message : std::as_const(collector.messages))
            payloads.insert(message.payload);
        return payloads.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(distinct(), sent, 15'000);
    source.stop();
    QSet<int> seen;
    for (const auto &message : std::as_const(collector.messages)) {
        const int number = message.payload.toInt();
        if (seen.contains(number) && message.qos == 2)
            QFAIL(
                "a QoS 2 message came twice"); // QoS 1 may: what was not acknowledged is sent again
        seen.insert(number);
    }
    QCOMPARE(seen.size(), sent);
}

QTEST_GUILESS_MAIN(TestMqttReconnect)
#include "tst_mqttreconnect.moc"
