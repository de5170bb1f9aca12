// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/capture/capturereader.h"
#include "tests/connect/madecapture.h"
#include "tests/interchange/messages.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using connect::capture::CaptureOptions;
using connect::capture::openCapture;
using made::Capture;

namespace {

AllMessages read(const QByteArray &bytes, const CaptureOptions &options = {})
{
    return readAll(openCapture(inMemory(bytes), u"f"_s, options));
}

QStringList topicsAndPayloads(const AllMessages &all)
{
    QStringList out;
    for (const Kept &message : all.messages)
        out +=
            QString::fromStdString(message.topic) + u'=' + QString::fromStdString(message.payload);
    return out;
}

QString capture(const QString &file)
{
    return QStringLiteral(PILOTHOUSE_SHARED_DATA) + u"/captures/"_s + file;
}

/// Server (or client) frame of a WebSocket, masked when from the client.
QByteArray webFrame(int first, QByteArray payload, bool masked)
{
    QByteArray out(1, static_cast<char>(first));
    out += static_cast<char>((masked ? 0x80 : 0) | (payload.size() < 126 ? payload.size() : 126));
    if (payload.size() >= 126)
        out += made::be16(static_cast<quint16>(payload.size()));
    if (masked) {
        const QByteArray mask("\x12\x34\x56\x78");
        for (qsizetype i = 0; i < payload.size(); ++i)
            payload[i] = static_cast<char>(payload[i] ^ mask[i % 4]);
        out += mask;
    }
    return out + payload;
}

} // namespace

class TestCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void real_data();
    void real();
    void noCaptureIsForgotten();
    void realDetails();
    void forms_data();
    void forms();
    void disorder();
    void gaps_data();
    void gaps();
    void truncatedPackets();
    void fiveAliases();
    void joinedInTheMiddle_data();
    void joinedInTheMiddle();
    void webSocket();
    void portsUsedAgain();
    void directions();
    void encryptedAndForeign();
    void damaged_data();
    void damaged();
    void manyStreams();
    void randomDamage();
};

/// Counts and topics as tshark 4.0.17 gives them (mqtt.msgtype==3; 75 with tcp.port==17501 as
/// mqtt).
void TestCapture::real_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("messages"); // direction, topic, QoS
    QTest::addColumn<QString>("words"); // of the refusal, or of the only notice
    const auto row = [](const char *file, const QStringList &messages, const QString &words = {}) {
        QTest::newRow(file) << QString::fromLatin1(file) << messages << words;
    };
    const QString none = u"carry no message"_s;
    row("mqtt/mqtt31-pub-qos1.pcap", {u">topicX 1"_s});
    row("mqtt/mqtt31-sub-userpass.pcap", {}, none);
    row("mqtt/mqtt311-pub-qos2.pcap", {u">topicX 2"_s});
    row("mqtt/mqtt311-sub-userpass.pcap", {}, none);
    row("mqtt/mqtt311-unsub-qos1.pcap", {}, none);
    row("mqtt/mqtt5-pub-qos1.pcap", {u">topicX 1"_s});
    row("mqtt/mqtt5-pub-mosquittoprops.pcap", {u">topicX 1"_s}, u"payload format"_s);
    row("mqtt/mqtt5-pub-userpass-auto-clientid.pcap", {u">topicX 0"_s});
    row("mqtt/mqtt5-unsub-qos2.pcap", {}, none);
    row("mqtt/mqtt-events-invalid-qos.pcap", {}, u"break the rules"_s); // QoS 3
    row("mqtt/mqtt-events-unassigned-msgtype.pcap", {}, u"break the rules"_s);
    row("mqtt/mqtt-frames-truncated.pcap", {}, none);
    row("mqtt/mqtt-limit-2.pcap", {u">foo 1"_s, u"<foo 0"_s, u">bar 1"_s, u">baz 1"_s},
        u"once for each captured session"_s);
    row("mqtt/mqtt5_pub_jpeg.pcap", {u">topicX 0"_s});
    row("mqtt/zeek-mqtt.pcap", {u"<SampleTopic 0"_s, u">SampleTopic 0"_s, u"<SampleTopic 0"_s},
        u"once for each captured session"_s);
    row("coap/ndpi-coap_mqtt.pcap", {u"75"_s}, u"were under way"_s);
    const QString refused = u"holds no MQTT over TCP or WebSocket"_s;
    for (const char *file :
         {"websocket/two-binary-fragments.pcap", "websocket/reply-ping-coalesced.pcap",
          "websocket/wrong-accept-header.pcap", "opcua/open62541_client-server_minimal.pcap",
          "opcua/open62541_client-server-getEndpoints.pcap", "opcua/open62541_browse_next.pcap",
          "opcua/open62541_create_monitored_items.pcap",
          "opcua/open62541_client-server_encrypted.pcap",
          "opcua/python_opcua-client-server_minimal.pcap"})
        row(file, {}, refused);
}

void TestCapture::real()
{
    QFETCH(QString, file);
    QFETCH(QStringList, messages);
    QFETCH(QString, words);
    if (!QFile::exists(capture(file)))
        QSKIP("The captures are not beside the checkout.");
    const AllMessages all = readAll(openCapture(capture(file)));
    QStringList got;
    for (const Kept &message : all.messages)
        got += QLatin1StringView(message.origin.find(" > ") != std::string::npos ? ">" : "<")
            + QString::fromStdString(message.topic) + u' ' + QString::number(message.qos);
    if (messages == QStringList(u"75"_s))
        QCOMPARE(got.size(), 75);
    else
        QCOMPARE(got, messages);
    if (words.isEmpty())
        QCOMPARE(all.notices + QStringList(all.error), QStringList(QString()));
    else
        QVERIFY2((all.notices + QStringList(all.error)).join(u' ').contains(words),
                 qPrintable(all.notices.join(u' ') + all.error));
    QCOMPARE(!all.error.isEmpty(), words.startsWith(u"holds"_s));
}

void TestCapture::noCaptureIsForgotten()
{
    int count = 0;
    for (const QString &folder : {u"mqtt"_s, u"websocket"_s, u"coap"_s, u"opcua"_s})
        count += static_cast<int>(QDir(capture(folder)).entryList({u"*.pcap"_s}).size());
    if (count == 0)
        QSKIP("The captures are not beside the checkout.");
    QCOMPARE(count, 25);
}

void TestCapture::realDetails()
{
    if (!QFile::exists(capture(u"mqtt"_s)))
        QSKIP("The captures are not beside the checkout.");
    const AllMessages jpeg = readAll(openCapture(capture(u"mqtt/mqtt5_pub_jpeg.pcap"_s)));
    QCOMPARE(jpeg.messages.front().payload.size(), std::size_t(35758));
    QVERIFY(jpeg.messages.front().payload.starts_with("\xFF\xD8\xFF"));
    QVERIFY(jpeg.messages.front().payload.ends_with("\xFF\xD9"));
    QCOMPARE(QString::fromStdString(jpeg.origins.front().name),
             u"auto-1B43E800-08E3-3BA1-2E97-E9A0B4064BF5 to [::1]:1883"_s);
    const AllMessages zeek = readAll(openCapture(capture(u"mqtt/zeek-mqtt.pcap"_s)));
    QCOMPARE(zeek.messages[0].time, 1'461'170'591'219'981'000);
    QVERIFY(zeek.messages[0].retain && !zeek.messages[1].retain);
    QCOMPARE(QString::fromStdString(zeek.messages[2].payload), u"Hello MQTT"_s);
    const AllMessages bus = readAll(openCapture(capture(u"coap/ndpi-coap_mqtt.pcap"_s)));
    QVERIFY(bus.messages[0].retainAsPublished && !bus.messages[0].retain); // a client's own
    const AllMessages props =
        readAll(openCapture(capture(u"mqtt/mqtt5-pub-mosquittoprops.pcap"_s)));
    const telemetry::MessageProperties &properties = *props.messages.front().properties;
    QCOMPARE(properties.contentType, std::string("mytype"));
    QCOMPARE(properties.correlationData, std::string("12345"));
    QCOMPARE(properties.expirySeconds, 77);
    QCOMPARE(properties.userProperties.size(), std::size_t(1));
}

void TestCapture::forms_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<bool>("bigEndian");
    QTest::addColumn<int>("link");
    QTest::addColumn<bool>("vlan");
    QTest::addColumn<bool>("ipv6");
    for (int form = 0; form < 3; ++form)
        for (const bool bigEndian : {false, true})
            for (const int link : {0, 1, 101, 113, 276})
                for (const bool ipv6 : {false, true})
                    for (const bool vlan : {false, true}) {
                        if (vlan && link != 1)
                            continue;
                        QTest::addRow("%s %s link %d%s %s",
                                      form == 2  ? "pcapng"
                                          : form ? "pcap ns"
                                                 : "pcap",
                                      bigEndian ? "big" : "little", link, vlan ? " vlan" : "",
                                      ipv6 ? "IPv6" : "IPv4")
                            << form << bigEndian << link << vlan << ipv6;
                    }
}

void TestCapture::forms()
{
    QFETCH(int, form);
    QFETCH(bool, bigEndian);
    QFETCH(int, link);
    QFETCH(bool, vlan);
    QFETCH(bool, ipv6);
    Capture made({.form = static_cast<Capture::Form>(form),
                  .bigEndian = bigEndian,
                  .linkType = static_cast<quint32>(link),
                  .vlan = vlan,
                  .ipv6 = ipv6,
                  .serverPort = 9'999});
    made.time += 123'000; // micro seconds must not be lost
    made.syn();
    made.fromClient(made::connectPacket(4, "me"));
    made.fromServer(made::packet(0x20, QByteArray("\0\0", 2)));
    made.fromClient(made::publish("a/b", "1") + made::publish("a/c", ""));
    const qint64 time = made.time;
    made.fin();
    const AllMessages all = read(made.bytes);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.notices, QStringList());
    QCOMPARE(topicsAndPayloads(all), QStringList({u"a/b=1"_s, u"a/c="_s}));
    QCOMPARE(all.messages[0].time, time);
    QCOMPARE(QString::fromStdString(all.origins.front().name),
             ipv6 ? u"me to [b0b:b0b:b0b:b0b:b0b:b0b:b0b:b0b]:9999"_s
                  : u"me to 11.11.11.11:9999"_s);
}

/// Segments out of order, twice, and overlapping give the stream that was sent.
void TestCapture::disorder()
{
    QByteArray stream = made::connectPacket(4, "c");
    QStringList expected;
    for (int i = 0; i < 300; ++i) {
        const QByteArray payload = QByteArray::number(i).repeated(i % 40 + 1);
        stream += made::publish("t/" + QByteArray::number(i), payload);
        expected += u"t/%1=%2"_s.arg(i).arg(QString::fromLatin1(payload));
    }
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QRandomGenerator random(seed);
        Capture made;
        made.syn();
        const quint32 start = made.sequence(true);
        std::vector<std::pair<qsizetype, qsizetype>> pieces; // at, size
        for (qsizetype at = 0; at < stream.size();) {
            const qsizetype size = std::min<qsizetype>(random.bounded(1, 700), stream.size() - at);
            const qsizetype before = std::min<qsizetype>(random.bounded(0, 60), at);
            pieces.emplace_back(at - before, size + before);
            if (random.bounded(5) == 0)
                pieces.push_back(pieces.back());
            at += size;
        }
        for (std::size_t i = 1; i + 1 < pieces.size(); ++i)
            std::swap(pieces[i],
                      pieces[std::min<std::size_t>(pieces.size() - 1, i + random.bounded(6u))]);
        for (const auto &[at, size] : pieces)
            made.segment(true, start + static_cast<quint32>(at), stream.mid(at, size));
        const AllMessages all = read(made.bytes);
        QCOMPARE(all.error, QString());
        QCOMPARE(all.notices, QStringList());
        QCOMPARE(topicsAndPayloads(all), expected);
        for (std::size_t i = 1; i < all.messages.size(); ++i)
            QVERIFY(all.messages[i].time >= all.messages[i - 1].time);
    }
}

void TestCapture::gaps_data()
{
    QTest::addColumn<bool>("confirmed"); // the server's acknowledgement shows that it got the bytes
    QTest::newRow("at the end of the capture") << false;
    QTest::newRow("shown by acknowledgements") << true;
}

void TestCapture::gaps()
{
    QFETCH(bool, confirmed);
    Capture made;
    made.syn();
    const QByteArray large = made::publish("large", QByteArray(5'000, 'x'));
    made.fromClient(made::connectPacket(4, "c") + made::publish("one", "1"));
    made.fromClient(large.left(1'000));
    made.lost(true, 3'000); // within one packet: its end is known
    made.fromClient(large.mid(4'000) + made::publish("two", "2"));
    const QByteArray lostWhole = made::publish("lost", "?");
    made.lost(true, static_cast<int>(lostWhole.size())); // between packets
    made.fromClient(made::publish("three", "3"));
    const QByteArray half = made::publish("half", QByteArray(100, 'y'));
    made.fromClient(half.left(50));
    made.lost(true, 60); // the end of one and the start of the next
    made.fromClient("rest of something");
    made.fromClient(made::packet(0xC0, {}) + made::publish("four", "4"));
    if (confirmed) {
        made.time += 2'000'000'000;
        made.confirm(false);
        made.fromClient(made::publish("five", "5"));
    }
    const AllMessages all = read(made.bytes);
    QStringList expected{u"one=1"_s, u"two=2"_s, u"three=3"_s, u"four=4"_s};
    if (confirmed)
        expected += u"five=5"_s;
    QCOMPARE(topicsAndPayloads(all), expected);
    QCOMPARE(all.notices.size(), 2);
    QVERIFY2(all.notices[0].startsWith(u"2 MQTT packets are not whole"_s),
             qPrintable(all.notices[0]));
    QVERIFY2(all.notices[1].startsWith(u"1 times bytes"_s), qPrintable(all.notices[1]));
    if (confirmed) // known as soon as it was confirmed, not only at the end
        QVERIFY(all.messages[3].time < all.messages[4].time);
}

/// A capture with a snapshot length: the packets that were cut are lost, the others come out.
void TestCapture::truncatedPackets()
{
    Capture made({.snapLength = 200});
    made.syn();
    made.fromClient(made::connectPacket(4, "c"));
    made.fromClient(made::publish("small", "1"));
    made.fromClient(made::publish("big", QByteArray(900, 'b')));
    made.fromClient(made::publish("small", "2"));
    made.fin();
    const AllMessages all = read(made.bytes);
    QCOMPARE(topicsAndPayloads(all), QStringList({u"small=1"_s, u"small=2"_s}));
    QCOMPARE(all.notices.size(), 1);
    QVERIFY2(all.notices[0].startsWith(u"1 MQTT packets are not whole"_s),
             qPrintable(all.notices[0]));
}

void TestCapture::fiveAliases()
{
    Capture made;
    made.syn();
    made.fromClient(made::connectPacket(5, ""));
    made.fromServer(made::packet(0x20, QByteArray("\0\0\x07\x12\0\4mine", 10)));
    const QByteArray alias("\x23\0\x05", 3);
    made.fromClient(made::publish5("long/topic", "1", alias + QByteArray("\x03\0\x01j", 4)));
    made.fromClient(made::publish5("", "2", alias));
    made.fromServer(made::publish5("", "3", alias)); // the server's aliases are its own
    made.fromClient(made::publish5("other", "4", alias));
    made.fromClient(made::publish5("", "5", alias));
    made.fromClient(made::publish5("", "6")); // neither topic nor alias
    const AllMessages all = read(made.bytes);
    QCOMPARE(topicsAndPayloads(all),
             QStringList({u"long/topic=1"_s, u"long/topic=2"_s, u"other=4"_s, u"other=5"_s}));
    QCOMPARE(all.messages[0].properties->contentType, std::string("j"));
    QCOMPARE(QString::fromStdString(all.origins[0].name), u"mine to 11.11.11.11:1883"_s);
    QCOMPARE(all.notices.size(), 2);
    QVERIFY2(all.notices[0].startsWith(u"1 messages name their topic by an alias"_s),
             qPrintable(all.notices[0]));
    QVERIFY2(all.notices[1].startsWith(u"1 MQTT packets break the rules"_s),
             qPrintable(all.notices[1]));
}

void TestCapture::joinedInTheMiddle_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("five");
    QTest::newRow("1883, 3.1.1") << 1883 << false;
    QTest::newRow("1883, 5") << 1883 << true;
    QTest::newRow("any port, 3.1.1") << 5'555 << false;
    QTest::newRow("any port, 5") << 5'555 << true;
}

void TestCapture::joinedInTheMiddle()
{
    QFETCH(int, port);
    QFETCH(bool, five);
    Capture made({.serverPort = static_cast<quint16>(port)});
    if (port == 1883)
        made.fromServer("the end of a packet");
    const auto one = [five](const char *payload) {
        return five ? made::publish5("t", payload, QByteArray("\x02\0\0\0\x09", 5))
                    : made::publish("t", payload);
    };
    made.fromServer(one("{\"a\":1}"));
    made.fromClient(made::packet(0xC0, {}));
    made.fromServer(one("{\"a\":2}"));
    const AllMessages all = read(made.bytes);
    QCOMPARE(all.error, QString());
    QCOMPARE(topicsAndPayloads(all), QStringList({u"t={\"a\":1}"_s, u"t={\"a\":2}"_s}));
    QCOMPARE(all.messages[0].properties.has_value(), five);
    QVERIFY2(all.notices.last().startsWith(u"1 sessions were under way"_s),
             qPrintable(all.notices.join(u' ')));
    QVERIFY(all.messages[0].origin.find(" < ") != std::string::npos);
}

void TestCapture::webSocket()
{
    Capture made({.serverPort = 8'083});
    made.syn();
    made.fromClient("GET /mqtt HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    "Sec-WebSocket-Key: x\r\nSec-WebSocket-Pro");
    made.fromClient("tocol: mqtt, mqttv3.1\r\n\r\n");
    made.fromServer("HTTP/1.1 101 Switching\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n");
    const QByteArray sent =
        made::connectPacket(4, "web") + made::publish("up", QByteArray(300, 'u'));
    made.fromClient(webFrame(0x82, sent.left(20), true)); // frames do not follow packets
    made.fromClient(webFrame(0x02, sent.mid(20, 100), true) + webFrame(0x89, "ping", true)
                    + webFrame(0x80, sent.mid(120), true));
    const QByteArray frame = webFrame(0x82, made::publish("down", QByteArray(500, 'd')), false);
    made.fromServer(frame.left(3));
    made.fromServer(frame.mid(3));
    made.fromServer(webFrame(0x88, "\x03\xe8", false));
    const AllMessages all = read(made.bytes);
    QCOMPARE(all.error, QString());
    QCOMPARE(topicsAndPayloads(all),
             QStringList({u"up="_s + QString(300, u'u'), u"down="_s + QString(500, u'd')}));

    Capture other({.serverPort = 8'083});
    other.syn();
    other.fromClient("GET /mqtt HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"
                     + webFrame(0x82, sent, true));
    QVERIFY(read(other.bytes).error.contains(u"no MQTT"_s));
}

/// The same port of the client again: two sessions, not one.
void TestCapture::portsUsedAgain()
{
    Capture made;
    for (const char *name : {"first", "second"}) {
        made.lost(true, 77'777);
        made.syn();
        made.fromClient(made::connectPacket(4, name) + made::publish("who", name));
    }
    const AllMessages all = read(made.bytes);
    QCOMPARE(topicsAndPayloads(all), QStringList({u"who=first"_s, u"who=second"_s}));
    QCOMPARE(all.origins.size(), std::size_t(2));
    QVERIFY(all.origins[0].key != all.origins[1].key);
}

void TestCapture::directions()
{
    Capture made;
    made.syn();
    made.fromClient(made::connectPacket(4, "c") + made::publish("t", "up"));
    made.fromServer(made::publish("t", "down"));
    QCOMPARE(topicsAndPayloads(read(made.bytes)), QStringList({u"t=up"_s, u"t=down"_s}));
    QCOMPARE(topicsAndPayloads(read(made.bytes, {.received = false})), QStringList(u"t=up"_s));
    QCOMPARE(topicsAndPayloads(read(made.bytes, {.sent = false})), QStringList(u"t=down"_s));
}

void TestCapture::encryptedAndForeign()
{
    Capture tls({.serverPort = 8'883});
    tls.syn();
    tls.fromClient(QByteArray("\x16\x03\x01\x02\x00\x01", 6) + QByteArray(500, 'x'));
    QVERIFY(read(tls.bytes).error.contains(u"encrypted"_s));
    Capture wireless({.linkType = 127});
    wireless.raw("radiotap");
    QVERIFY(read(wireless.bytes).error.contains(u"kind of network"_s));
    Capture nothing;
    QVERIFY(read(nothing.bytes).error.contains(u"no MQTT"_s));
}

void TestCapture::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << u"no capture file"_s;
    QTest::newRow("text") << QByteArray("time,value\n1,2\n3,4\n5,6\n7,8\n") << u"no capture file"_s;
    QTest::newRow("short header") << Capture().bytes.left(10) << u"ends within its header"_s;
    QTest::newRow("huge packet") << Capture().bytes + QByteArray(16, '\xff')
                                 << u"damaged at byte 24"_s;
    const QByteArray ng = Capture({.form = Capture::Form::Pcapng}).bytes;
    QTest::newRow("odd block") << ng + QByteArray("\x06\0\0\0\x0d\0\0\0zzzz", 12) << u"cannot be"_s;
    QTest::newRow("lengths differ")
        << ng + QByteArray("\x05\0\0\0\x10\0\0\0zzzz\x14\0\0\0", 16) << u"differ"_s;
    QTest::newRow("no interface") << ng.left(28) + QByteArray("\x06\0\0\0\x20\0\0\0", 8)
            + QByteArray(20, '\0') + QByteArray("\x20\0\0\0", 4)
                                  << u"contradicts itself"_s;
}

void TestCapture::damaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const AllMessages all = read(bytes);
    QVERIFY2(all.error.startsWith(u"f: "_s) && all.error.contains(words)
                 && all.error.endsWith(u'.'),
             qPrintable(all.error));
}

/// More connections than are kept at once: the silent ones are forgotten, nothing is lost.
void TestCapture::manyStreams()
{
    QByteArray bytes;
    qint64 time = 0;
    for (int i = 0; i < 2'000; ++i) {
        Capture one;
        one.stream = i;
        one.time += i * 10'000'000ll;
        one.syn();
        one.fromClient(made::connectPacket(3, "c" + QByteArray::number(i))
                       + made::publish("n", QByteArray::number(i)));
        bytes += i == 0 ? one.bytes : one.bytes.mid(24);
        time = one.time;
    }
    Q_UNUSED(time)
    const AllMessages all = read(bytes + "cut");
    QCOMPARE(all.messages.size(), std::size_t(2'000));
    QCOMPARE(all.origins.size(), std::size_t(2'000));
    QSet<QString> keys;
    for (const auto &origin : all.origins)
        keys.insert(QString::fromStdString(origin.key));
    QCOMPARE(keys.size(), 2'000);
    QCOMPARE(all.notices.size(), 1);
    QVERIFY(all.notices[0].contains(u"in the middle of a packet"_s));
}

/// Flipped bytes anywhere: an end or one sentence, and the same when read again.
void TestCapture::randomDamage()
{
    Capture made;
    made.syn();
    made.fromClient(made::connectPacket(5, "c"));
    for (int i = 0; i < 50; ++i) {
        made.fromClient(made::publish5("t/" + QByteArray::number(i), QByteArray(i * 3, 'p')));
        made.fromServer(made::packet(0x40, made::be16(7)));
    }
    made.fin();
    int intact = 0;
    for (quint32 seed = 1; seed <= 2'000; ++seed) {
        QRandomGenerator random(seed);
        QByteArray bytes = made.bytes;
        for (int flips = random.bounded(1, 8); flips > 0; --flips)
            bytes[random.bounded(static_cast<int>(bytes.size()))] =
                static_cast<char>(random.bounded(256));
        const AllMessages first = read(bytes);
        const AllMessages second = read(bytes);
        QVERIFY(first.messages == second.messages && first.notices == second.notices);
        QVERIFY(first.error.isEmpty() || first.error.endsWith(u'.'));
        intact += first.messages.size() == 50;
    }
    QVERIFY(intact > 200 && intact < 2'000);
}

QTEST_GUILESS_MAIN(TestCapture)
#include "tst_capture.moc"
