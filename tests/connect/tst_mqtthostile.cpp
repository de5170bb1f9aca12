// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/brokersource.h"
#include "tests/support/collector.h"
#include "tests/support/pcap.h"
#include "tests/support/scriptedbroker.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using connect::SourceState;
using connect::mqtt::BrokerSource;
using connect::mqtt::LinkSetup;
using support::Collector;
using support::ScriptedBroker;

/// A server that breaks the rules: one sentence and another try, never a crash, a hang or memory.
class TestMqttHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badServer_data();
    void badServer();
    void packetVectors_data();
    void packetVectors();
    void captures_data();
    void captures();
    void randomBytes();
    void repeatedQos2IsDeliveredOnce();
    void qos2SurvivesReconnect();
    void refusedLogin_data();
    void refusedLogin();
    void disconnectReason();
    void refusedPublish();
    void connectIsAsConfigured_data();
    void connectIsAsConfigured();
    void wrongProtocol_data();
    void wrongProtocol();
    void largeMessage();
    void backpressure();
    void silentServer();

private:
    static LinkSetup setup(quint16 port, const Collector &collector, int version);
};

LinkSetup TestMqttHostile::setup(quint16 port, const Collector &collector, int version)
{
    LinkSetup setup;
    setup.profile.id = setup.profile.name = u"hostile"_s;
    setup.profile.host = u"127.0.0.1"_s;
    setup.profile.port = port;
    setup.profile.version = version;
    setup.profile.watchSys = false;
    setup.profile.readOnly = false;
    setup.inlet = collector.inlet;
    setup.retry = {.first = 5, .most = 20, .rareFirst = 5, .rareMost = 20, .stable = 10'000};
    setup.session.maximumPacket = 1 << 20;
    return setup;
}

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

bool lostWith(const Collector &collector, const QByteArray &part)
{
    return std::any_of(collector.events.cbegin(), collector.events.cend(),
                       [&](const Collector::Event &event) {
                           return event.kind == telemetry::SourceEvent::Kind::Disconnected
                               && event.text.contains(part);
                       });
}

const QByteArray goodPublish = QByteArray::fromHex("30 05 0001 62 00 31"); // topic b, payload 1
const QByteArray goodPublish4 = QByteArray::fromHex("30 04 0001 62 31");

} // namespace

void TestMqttHostile::badServer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("length of five bytes")
        << hex("30 8080808001") << QByteArray("malformed PUBLISH");
    QTest::newRow("too large") << hex("30 ffffff7f 0001 62") << QByteArray("more than 1 MiB");
    QTest::newRow("unknown type") << hex("00 00") << QByteArray("no server may send it");
    QTest::newRow("CONNECT") << hex("10 00") << QByteArray("malformed CONNECT");
    QTest::newRow("QoS 3") << hex("36 05 0001 62 0001") << QByteArray("QoS bits");
    QTest::newRow("second CONNACK") << hex("20 03 000000") << QByteArray("twice");
    QTest::newRow("AUTH") << hex("f0 00") << QByteArray("extended authentication");
    QTest::newRow("topic alias") << hex("30 07 0000 03 230001 31") << QByteArray("empty");
    QTest::newRow("wildcard topic") << hex("30 04 0001 23 00") << QByteArray("wildcards");
}

void TestMqttHostile::badServer()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    ScriptedBroker broker;
    broker.setScript({.connack = {}, .play = goodPublish + bytes, .version = 5});
    Collector collector;
    BrokerSource source(setup(broker.port(), collector, 5));
    source.start();
    QTRY_VERIFY(broker.connections() >= 3); // tries again
    collector.poll();
    QVERIFY2(lostWith(collector, says),
             collector.events.isEmpty() ? "" : collector.events.last().text.constData());
    QVERIFY(collector.count("b") >= 2); // what came before the bad packet is delivered
    source.stop();
}

void TestMqttHostile::packetVectors_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(PILOTHOUSE_SHARED_DATA) + "/captures/mqtt-packets"_L1);
    for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files))
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
    if (folder.entryList({u"*.json"_s}).isEmpty())
        QTest::newRow("absent") << QString();
}

/// Every packet of the vectors as output of a server, behind CONNACK and SUBACK. What must hold for
/// all: the next connection works, in bounded time.
void TestMqttHostile::packetVectors()
{
    QFETCH(QString, file);
    QFile json(file);
    if (file.isEmpty() || !json.open(QIODevice::ReadOnly))
        QSKIP("The packet vectors are not beside the checkout.");
    int cases = 0;
    for (const QJsonValue &group : QJsonDocument::fromJson(json.readAll()).array())
        for (const QJsonValue &test : group[u"tests"_s].toArray()) {
            QByteArray bytes;
            for (const QJsonValue &message : test[u"msgs"_s].toArray())
                if (message[u"type"_s] == "send"_L1)
                    bytes += QByteArray::fromHex(message[u"payload"_s].toString().toLatin1());
            const int version = test[u"ver"_s].toInt() >= 5 ? 5 : 4;
            ScriptedBroker broker;
            broker.setScript({.connack = {},
                              .play = bytes + (version == 5 ? goodPublish : goodPublish4),
                              .closeAfterPlay = true,
                              .version = version});
            Collector collector;
            BrokerSource source(setup(broker.port(), collector, version));
            QElapsedTimer timer;
            timer.start();
            source.start();
            QVERIFY2(QTest::qWaitFor([&broker] { return broker.connections() >= 2; }),
                     qPrintable(test[u"name"_s].toString()));
            source.stop();
            QVERIFY2(timer.elapsed() < 5000, qPrintable(test[u"name"_s].toString()));
            ++cases;
        }
    QVERIFY(cases > 10);
}

void TestMqttHostile::captures_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(PILOTHOUSE_SHARED_DATA) + "/captures/mqtt"_L1);
    for (const QString &file : folder.entryList({u"*.pcap"_s}, QDir::Files))
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
    if (folder.entryList({u"*.pcap"_s}).isEmpty())
        QTest::newRow("absent") << QString();
}

/// What real servers sent in captures, some broken on purpose, from the first byte on.
void TestMqttHostile::captures()
{
    QFETCH(QString, file);
    if (file.isEmpty())
        QSKIP("The captures are not beside the checkout.");
    const auto streams = support::readTcpStreams(file, {1883, 1884, 8883});
    QVERIFY(!streams.isEmpty());
    for (const support::TcpStream &stream : streams)
        for (int version : {4, 5}) {
            ScriptedBroker broker;
            broker.setScript(
                {.connack = stream.fromServer.isEmpty() ? QByteArray("\0", 1) : stream.fromServer,
                 .answerSubscribe = false,
                 .play = stream.fromClient,
                 .closeAfterPlay = true,
                 .version = version});
            Collector collector;
            BrokerSource source(setup(broker.port(), collector, version));
            source.start();
            QVERIFY(QTest::qWaitFor([&broker] { return broker.connections() >= 2; }));
            source.stop();
        }
}

void TestMqttHostile::randomBytes()
{
    quint32 state = 12345; // the same bytes in every run
    const auto next = [&state] {
        return static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
    };
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes(400, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = next();
        bytes[0] = static_cast<char>((round % 16) << 4);
        bytes[1] = '\x20';
        ScriptedBroker broker;
        broker.setScript(
            {.connack = {}, .play = bytes, .closeAfterPlay = true, .version = round % 2 ? 4 : 5});
        Collector collector;
        BrokerSource source(setup(broker.port(), collector, round % 2 ? 4 : 5));
        source.start();
        QVERIFY(QTest::qWaitFor([&broker] { return broker.connections() >= 2; }));
        source.stop();
    }
}

void TestMqttHostile::repeatedQos2IsDeliveredOnce()
{
    ScriptedBroker broker;
    const QByteArray first = hex("34 07 0001 62 0007 00 31");
    const QByteArray again = hex("3c 07 0001 62 0007 00 31");
    const QByteArray release = hex("62 02 0007");
    // Sent, sent again before the release, released; then the id is used for a new message.
    broker.setScript(
        {.connack = {}, .play = first + again + again + release + first + release, .version = 5});
    Collector collector;
    BrokerSource source(setup(broker.port(), collector, 5));
    source.start();
    const auto sent = [&broker](char type) {
        return std::count_if(
            broker.received.cbegin(), broker.received.cend(),
            [type](const QByteArray &p) { return (p[0] & 0xF0) == (type & 0xF0); });
    };
    QTRY_COMPARE(sent('\x70'), 2); // PUBCOMP
    QCOMPARE(sent('\x50'), 4); // PUBREC for each PUBLISH
    QCOMPARE(collector.size(), 2);
    source.stop();
    QCOMPARE(collector.size(), 2);
}

void TestMqttHostile::qos2SurvivesReconnect()
{
    ScriptedBroker broker;
    broker.setScript({.connack = hex("20 03 01 00 00"),
                      .play = hex("34 07 0001 62 0007 00 31"),
                      .closeAfterPlay = true,
                      .version = 5});
    Collector collector;
    LinkSetup link = setup(broker.port(), collector, 5);
    link.profile.cleanStart = false;
    link.profile.clientId = u"console"_s;
    link.profile.sessionExpirySeconds = 60;
    BrokerSource source(link);
    source.start();
    QTRY_VERIFY(broker.connections()
                >= 4); // the server sends it again each time, never releases it
    source.stop();
    QCOMPARE(collector.size(), 1);
}

void TestMqttHostile::refusedLogin_data()
{
    QTest::addColumn<QByteArray>("connack");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("failed");
    QTest::newRow("3.1.1 password")
        << hex("20 02 0004") << 4 << u"bad user name or password (4)"_s << true;
    QTest::newRow("3.1.1 not authorized")
        << hex("20 02 0005") << 4 << u"not authorized (5)"_s << true;
    QTest::newRow("3.1.1 unavailable") << hex("20 02 0003") << 4 << u"unavailable (3)"_s << false;
    QTest::newRow("5.0 password") << hex("20 03 00 86 00") << 5
                                  << u"bad user name or password (0x86)"_s << true;
    QTest::newRow("5.0 banned") << hex("20 03 00 8a 00") << 5 << u"banned (0x8A)"_s << true;
    QTest::newRow("5.0 busy") << hex("20 03 00 89 00") << 5 << u"busy (0x89)"_s << false;
    QTest::newRow("5.0 reason text") << hex("20 08 00 97 05 1f00026f6b") << 5 << u"ok"_s << false;
    QTest::newRow("5.0 moved") << hex("20 07 00 9d 04 1c000178") << 5 << u"it names x"_s << true;
    QTest::newRow("server of 3.1.1 only")
        << hex("20 02 0001") << 5 << u"does not speak this version of MQTT"_s << true;
}

void TestMqttHostile::refusedLogin()
{
    QFETCH(QByteArray, connack);
    QFETCH(int, version);
    QFETCH(QString, says);
    QFETCH(bool, failed);
    ScriptedBroker broker;
    broker.setScript({.connack = connack, .version = version});
    Collector collector;
    LinkSetup link = setup(broker.port(), collector, version);
    link.retry = {
        .first = 60'000, .most = 60'000, .rareFirst = 60'000, .rareMost = 60'000, .stable = 1};
    BrokerSource source(link);
    source.start();
    QTRY_VERIFY2(source.status().sentence.contains(says), qPrintable(source.status().sentence));
    QCOMPARE(source.status().state, failed ? SourceState::Failed : SourceState::Reconnecting);
    QVERIFY(source.status().nextTry > 0);
    QCOMPARE(broker.connections(), 1);
    collector.poll();
    QVERIFY(collector.events.isEmpty()); // never was connected
}

void TestMqttHostile::disconnectReason()
{
    ScriptedBroker broker;
    broker.setScript({.connack = {}, .play = hex("e0 07 8b 05 1f00026f6b"), .version = 5});
    Collector collector;
    BrokerSource source(setup(broker.port(), collector, 5));
    source.start();
    QTRY_VERIFY((collector.poll(), lostWith(collector, "shutting down (0x8B), ok")));
}

void TestMqttHostile::refusedPublish()
{
    ScriptedBroker broker;
    broker.setScript({.connack = {}, .version = 5});
    Collector collector;
    BrokerSource source(setup(broker.port(), collector, 5));
    source.start();
    QTRY_COMPARE(source.status().subscriptions.at(0).grantedQos, 0);
    std::atomic<int> answered = 0;
    QVERIFY(source.publish(
        {.topic = u"cmd"_s,
         .payload = "1",
         .qos = 2,
         .retain = false,
         .properties = {},
         .done = [&](const base::Result<> &result) { answered = result ? 1 : -1; }}));
    const auto published = [&broker] {
        for (const QByteArray &packet : std::as_const(broker.received))
            if ((packet[0] & 0xF0) == 0x30)
                return packet;
        return QByteArray();
    };
    QTRY_VERIFY(!published().isEmpty());
    const QByteArray id = published().mid(2 + 2 + 3, 2);
    broker.send(hex("50 03") + id + hex("87"));
    QTRY_COMPARE(answered.load(), -1);
    QTRY_VERIFY((collector.poll(), collector.events.last().text.contains("not authorized (0x87)")));
    QCOMPARE(source.status().state, SourceState::Connected);
    QCOMPARE(source.status().published, 0u);
}

void TestMqttHostile::connectIsAsConfigured_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("MQTT 3.1.1") << 4;
    QTest::newRow("MQTT 5.0") << 5;
}

void TestMqttHostile::connectIsAsConfigured()
{
    QFETCH(int, version);
    ScriptedBroker broker;
    broker.setScript({.connack = {}, .version = version});
    Collector collector;
    LinkSetup link = setup(broker.port(), collector, version);
    link.profile.clientId = u"console-1"_s;
    link.profile.user = u"ann"_s;
    link.password = u"s3cret"_s;
    link.profile.keepAliveSeconds = 77;
    link.profile.will = {u"w/t"_s, "gone", 1, true};
    link.profile.sessionExpirySeconds = 600;
    link.profile.cleanStart = false;
    BrokerSource source(link);
    source.start();
    QTRY_VERIFY(!broker.received.isEmpty());
    const QByteArray connect = broker.received.at(0);
    QCOMPARE(int(connect[8]), version);
    QVERIFY(connect.mid(2).startsWith(QByteArray("\0\4MQTT", 6)));
    const int flags = static_cast<uchar>(connect[9]);
    QCOMPARE(flags,
             0x80 | 0x40 | 0x20 | 0x08
                 | 0x04); // user, password, will retain, will QoS 1, will; not clean
    QCOMPARE(connect.mid(10, 2), QByteArray("\0\x4D", 2));
    QVERIFY(connect.contains(QByteArray("\0\x09"
                                        "console-1",
                                        11)));
    QVERIFY(connect.contains(QByteArray("\0\3w/t", 5)));
    QVERIFY(connect.contains(QByteArray("\0\4gone", 6)));
    QVERIFY(connect.endsWith(QByteArray("\0\3ann\0\6s3cret", 13)));
    if (version == 5) {
        QVERIFY(connect.contains(hex("11 00000258")));
        QVERIFY(connect.contains(hex("27 00100000"))); // Maximum Packet Size
    }
    source.stop();
    QTRY_COMPARE(static_cast<uchar>(broker.received.last()[0]), 0xE0); // said goodbye
}

void TestMqttHostile::wrongProtocol_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("TLS alert") << hex("15 0301 0002 0246") << u"switch on TLS"_s;
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << u"web server"_s;
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << u"MQTT broker"_s;
    QTest::newRow("PUBLISH first") << goodPublish << u"else than CONNACK"_s;
}

void TestMqttHostile::wrongProtocol()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    ScriptedBroker broker;
    broker.setScript({.connack = bytes, .version = 5});
    Collector collector;
    LinkSetup link = setup(broker.port(), collector, 5);
    link.retry = {
        .first = 60'000, .most = 60'000, .rareFirst = 60'000, .rareMost = 60'000, .stable = 1};
    BrokerSource source(link);
    source.start();
    QTRY_VERIFY2(source.status().sentence.contains(says), qPrintable(source.status().sentence));
}

void TestMqttHostile::largeMessage()
{
    ScriptedBroker broker;
    const QByteArray payload(900'000, 'x');
    const QByteArray body = hex("0001 62 00") + payload;
    QByteArray length;
    for (qsizetype rest = body.size(); rest > 0; rest /= 128)
        length += static_cast<char>((rest % 128) | (rest >= 128 ? 0x80 : 0));
    broker.setScript(
        {.connack = {}, .play = QByteArray("\x30" + length + body).repeated(5), .version = 5});
    Collector collector;
    BrokerSource source(setup(broker.port(), collector, 5));
    source.start();
    QTRY_COMPARE(collector.size(), 5);
    for (const auto &message : collector.messages)
        QCOMPARE(message.payload.size(), payload.size());
    source.stop();
}

/// The pipeline stands still: reading stops, memory stays bounded, the connection lives; when it
/// goes on, nothing is missing.
void TestMqttHostile::backpressure()
{
    constexpr int count = 100'000;
    QByteArray play;
    for (int i = 0; i < count; ++i)
        play += hex("30 0c 0001 62 00") + QByteArray::number(i).rightJustified(8, '0');
    ScriptedBroker broker;
    broker.setScript({.connack = {}, .play = play, .version = 5});
    Collector collector(std::make_shared<telemetry::Inlet>(256 << 10));
    BrokerSource source(setup(broker.port(), collector, 5));
    source.start();
    QTRY_VERIFY(source.status().messages > 1000);
    QTest::qWait(300); // nobody takes anything
    const quint64 stuck = source.status().messages;
    QVERIFY(stuck < count);
    QCOMPARE(source.status().state, SourceState::Connected);
    QTRY_COMPARE(collector.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(collector.messages.at(i).payload.toInt(), i);
    QCOMPARE(source.status().droppedHere, 0u);
    QVERIFY(source.status().blockedFor > 100 * base::nsPerMs);
    source.stop();
}

void TestMqttHostile::silentServer()
{
    ScriptedBroker broker;
    broker.setScript({.answerConnect = false, .connack = {}, .version = 5});
    Collector collector;
    LinkSetup link = setup(broker.port(), collector, 5);
    link.session.connectTimeoutMs = 300;
    BrokerSource source(link);
    source.start();
    QTRY_VERIFY(broker.connections() >= 2);
    QTRY_VERIFY(source.status().sentence.contains("did not answer the MQTT login"_L1));
    QElapsedTimer timer;
    timer.start();
    source.stop();
    QVERIFY(timer.elapsed() < 500);
}

QTEST_GUILESS_MAIN(TestMqttHostile)
#include "tst_mqtthostile.moc"
