// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/backoff.h"
#include "models/connect/mqtt/packet.h"
#include "models/connect/mqtt/reasons.h"
#include "models/connect/mqtt/syswatch.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace connect::mqtt;

class TestMqttPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scan_data();
    void scan();
    void publish_data();
    void publish();
    void publishProperties();
    void connackProperties();
    void control_data();
    void control();
    void mosquittoVectors();
    void text_data();
    void text();
    void everyReasonHasWords();
    void reasonsDifferByPacketAndVersion();
    void retryWaits();
    void sysCountsFromTheBaseline();
    void sysLeavesCoveredFiltersOut();
};

namespace {

Frame frameOf(const QByteArray &bytes)
{
    Frame frame;
    if (scanFrame({bytes.constData(), static_cast<std::size_t>(bytes.size())}, 1 << 20, frame)
        != Scan::Complete)
        qFatal("not one whole packet");
    return frame;
}

} // namespace

void TestMqttPacket::scan_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("scan");
    QTest::newRow("nothing") << QByteArray("") << int(Scan::Incomplete);
    QTest::newRow("type only") << QByteArray("30") << int(Scan::Incomplete);
    QTest::newRow("whole") << QByteArray("d000") << int(Scan::Complete);
    QTest::newRow("and more") << QByteArray("d000d0") << int(Scan::Complete);
    QTest::newRow("body missing") << QByteArray("30020000ff").left(6) << int(Scan::Incomplete);
    QTest::newRow("length goes on") << QByteArray("3080") << int(Scan::Incomplete);
    QTest::newRow("length of five bytes") << QByteArray("308080808001") << int(Scan::Malformed);
    QTest::newRow("four bytes, all go on") << QByteArray("30ffffffff") << int(Scan::Malformed);
    QTest::newRow("too large") << QByteArray("30ffffff7f") << int(Scan::TooLarge);
}

void TestMqttPacket::scan()
{
    QFETCH(QByteArray, hex);
    const QByteArray bytes = QByteArray::fromHex(hex);
    Frame frame;
    QTEST(
        int(scanFrame({bytes.constData(), static_cast<std::size_t>(bytes.size())}, 1 << 20, frame)),
        "scan");
}

void TestMqttPacket::publish_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const char *hex, int version, Fault fault) {
        QTest::newRow(name) << QByteArray(hex) << version << int(fault);
    };
    row("3.1.1", "30 05 0001 61 31 32", 4, Fault::None);
    row("5.0 without properties", "30 05 0001 61 00 32", 5, Fault::None);
    row("empty payload", "30 03 0001 61", 4, Fault::None);
    row("QoS 1", "32 05 0001 61 0001", 4, Fault::None);
    row("QoS 3", "36 05 0001 61 0001", 4, Fault::Qos);
    row("QoS 0 with DUP", "38 03 0001 61", 4, Fault::Qos);
    row("id 0", "32 05 0001 61 0000", 4, Fault::PacketId);
    row("no id", "32 03 0001 61", 4, Fault::Short);
    row("empty topic", "30 02 0000", 4, Fault::Topic);
    row("wildcard", "30 03 0001 23", 4, Fault::Topic);
    row("plus", "30 03 0001 2b", 4, Fault::Topic);
    row("topic too short", "30 03 0009 61", 4, Fault::Short);
    row("nothing", "30 00", 4, Fault::Short);
    row("zero in topic", "30 03 0001 00", 4, Fault::Text);
    row("bad UTF-8", "30 03 0001 ff", 4, Fault::Text);
    row("surrogate", "30 05 0003 eda080", 4, Fault::Text);
    row("properties beyond the packet", "30 04 0001 61 05", 5, Fault::PropertyLength);
    row("no property length", "30 03 0001 61", 5, Fault::Short);
    row("property cut", "30 06 0001 61 02 02 00", 5, Fault::PropertyLength);
    row("unknown property", "30 06 0001 61 02 7f 00", 5, Fault::PropertyId);
    row("property of another packet", "30 09 0001 61 05 1100000001", 5, Fault::PropertyId);
    row("twice", "30 08 0001 61 04 01010101", 5, Fault::PropertyTwice);
    row("format 2", "30 06 0001 61 02 0102", 5, Fault::PropertyValue);
    row("alias", "30 07 0001 61 03 230001", 5, Fault::Alias);
    row("subscription id 0", "30 06 0001 61 02 0b00", 5, Fault::PropertyValue);
}

void TestMqttPacket::publish()
{
    QFETCH(QByteArray, hex);
    QFETCH(int, version);
    const QByteArray bytes = QByteArray::fromHex(hex);
    PublishPacket packet;
    QTEST(int(readPublish(frameOf(bytes), version, packet)), "fault");
}

void TestMqttPacket::publishProperties()
{
    // format 1, expiry 60, content type "j", response "r", correlation 00ff, ids 3 and 300, user
    // k=v
    const QByteArray properties = QByteArray::fromHex(
        "0101 020000003c 0300016a 08000172 09000200ff 0b03 0bac02 2600016b000176");
    QByteArray body =
        QByteArray::fromHex("000161") + char(properties.size()) + properties + "payload";
    const QByteArray bytes = QByteArray(1, '\x30') + char(body.size()) + body;
    PublishPacket packet;
    QCOMPARE(readPublish(frameOf(bytes), 5, packet), Fault::None);
    QVERIFY(packet.hasProperties);
    QCOMPARE(packet.payload, std::string_view("payload"));
    QCOMPARE(packet.properties.payloadFormat, 1);
    QCOMPARE(packet.properties.expirySeconds, 60);
    QCOMPARE(packet.properties.contentType, std::string("j"));
    QCOMPARE(packet.properties.responseTopic, std::string("r"));
    QCOMPARE(packet.properties.correlationData, std::string("\0\xFF", 2));
    QCOMPARE(packet.properties.subscriptionIds, (std::vector<std::uint32_t>{3, 300}));
    QCOMPARE(packet.properties.userProperties.at(0).second, std::string("v"));
}

void TestMqttPacket::connackProperties()
{
    const QByteArray properties = QByteArray::fromHex(
        "1100000005 210014 2401 2500 2700001000 120003616263 2800 2900 2a00 13000a 1f00026f6b");
    const QByteArray bytes = QByteArray("\x20", 1) + char(properties.size() + 3)
        + QByteArray("\x01\x00", 2) + char(properties.size()) + properties;
    ControlPacket packet;
    QCOMPARE(readControl(frameOf(bytes), 5, packet), Fault::None);
    QVERIFY(packet.sessionPresent);
    QCOMPARE(packet.properties.sessionExpiry, 5u);
    QCOMPARE(packet.properties.receiveMaximum, std::uint16_t(20));
    QCOMPARE(packet.properties.maximumQos, std::uint8_t(1));
    QCOMPARE(packet.properties.retainAvailable, false);
    QCOMPARE(packet.properties.maximumPacket, 4096u);
    QCOMPARE(packet.properties.assignedClientId, std::string("abc"));
    QCOMPARE(packet.properties.serverKeepAlive, std::uint16_t(10));
    QCOMPARE(packet.properties.reason, std::string("ok"));
}

void TestMqttPacket::control_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const char *hex, int version, Fault fault) {
        QTest::newRow(name) << QByteArray(hex) << version << int(fault);
    };
    row("CONNACK", "20 02 0000", 4, Fault::None);
    row("CONNACK refused", "20 02 0005", 4, Fault::None);
    row("CONNACK unknown code", "20 02 0006", 4, Fault::Code);
    row("CONNACK flags", "20 02 0200", 4, Fault::Flags);
    row("CONNACK session and refused", "20 02 0105", 4, Fault::Flags);
    row("CONNACK long", "20 03 000000", 4, Fault::Long);
    row("CONNACK short", "20 01 00", 4, Fault::Short);
    row("CONNACK of 3.1.1 to 5.0", "20 02 0001", 5, Fault::None);
    row("CONNACK 5.0 without length", "20 02 0000", 5, Fault::Short);
    row("header flags", "21 02 0000", 4, Fault::Flags);
    row("SUBACK", "90 03 0001 02", 4, Fault::None);
    row("SUBACK refused", "90 03 0001 80", 4, Fault::None);
    row("SUBACK code 3", "90 03 0001 03", 4, Fault::Code);
    row("SUBACK empty", "90 02 0001", 4, Fault::Short);
    row("SUBACK id 0", "90 03 0000 00", 4, Fault::PacketId);
    row("SUBACK 5.0", "90 04 0001 00 87", 5, Fault::None);
    row("PUBACK", "40 02 0001", 4, Fault::None);
    row("PUBACK long in 3.1.1", "40 03 0001 00", 4, Fault::Long);
    row("PUBACK refused", "40 03 0001 87", 5, Fault::None);
    row("PUBACK code", "40 03 0001 92", 5, Fault::Code);
    row("PUBREL", "62 02 0001", 4, Fault::None);
    row("PUBREL flags", "60 02 0001", 4, Fault::Flags);
    row("PUBREL 5.0 with code", "62 03 0001 92", 5, Fault::None);
    row("PINGRESP", "d0 00", 4, Fault::None);
    row("PINGRESP long", "d0 01 00", 4, Fault::Long);
    row("DISCONNECT in 3.1.1", "e0 00", 4, Fault::Type);
    row("DISCONNECT", "e0 01 8b", 5, Fault::None);
    row("DISCONNECT reason text", "e0 07 98 05 1f00026f6b", 5, Fault::None);
    row("DISCONNECT code of SUBACK", "e0 01 91", 5, Fault::Code);
    row("SUBSCRIBE", "82 06 0001 0001 61 00", 5, Fault::Flags);
    row("CONNECT", "10 00", 5, Fault::Type);
    row("type 0", "00 00", 5, Fault::Type);
    row("AUTH", "f0 00", 5, Fault::None);
    row("AUTH in 3.1.1", "f0 00", 4, Fault::Type);
}

void TestMqttPacket::control()
{
    QFETCH(QByteArray, hex);
    QFETCH(int, version);
    const QByteArray bytes = QByteArray::fromHex(hex);
    ControlPacket packet;
    QTEST(int(readControl(frameOf(bytes), version, packet)), "fault");
}

/// PUBLISH is the same in both directions: what mosquitto takes must pass, what it refuses for its
/// form must not.
void TestMqttPacket::mosquittoVectors()
{
    QFile file(QStringLiteral(PILOTHOUSE_SHARED_DATA) + "/captures/mqtt-packets/PUBLISH.json"_L1);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The packet vectors are not beside the checkout.");
    int checked = 0;
    for (const QJsonValue &group : QJsonDocument::fromJson(file.readAll()).array()) {
        for (const QJsonValue &value : group[u"tests"_s].toArray()) {
            const QJsonObject test = value.toObject();
            const QByteArray bytes =
                QByteArray::fromHex(test[u"msgs"_s][0][u"payload"_s].toString().toLatin1());
            const int version = test[u"ver"_s].toInt();
            Frame frame;
            if (version < 4 || test.contains(u"connect"_s) || bytes.isEmpty()
                || (bytes[0] & 0xF0) != 0x30
                || scanFrame({bytes.constData(), static_cast<std::size_t>(bytes.size())}, 1 << 20,
                             frame)
                    != Scan::Complete)
                continue;
            const bool accepted = !test[u"expect_disconnect"_s].toBool(true);
            PublishPacket packet;
            const Fault fault = readPublish(frame, version, packet);
            if (accepted && fault != Fault::Alias) {
                QVERIFY2(fault == Fault::None,
                         qPrintable(test[u"name"_s].toString() + u": "_s + faultText(fault)));
                ++checked;
            }
        }
    }
    QVERIFY2(checked > 20, qPrintable(QString::number(checked)));
}

void TestMqttPacket::text_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("long ASCII") << QByteArray(100, 'a') << true;
    QTest::newRow("zero behind eight") << QByteArray("abcdefgh\0ijklmnop", 17) << false;
    QTest::newRow("two, three and four bytes")
        << QByteArray("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80") << true;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("overlong three") << QByteArray("\xE0\x80\xAF") << false;
    QTest::newRow("beyond U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("cut") << QByteArray("\xE2\x82") << false;
    QTest::newRow("lone continuation") << QByteArray("aaaaaaaa\x80") << false;
}

void TestMqttPacket::text()
{
    QFETCH(QByteArray, bytes);
    QTEST(validText({bytes.constData(), static_cast<std::size_t>(bytes.size())}), "valid");
}

void TestMqttPacket::everyReasonHasWords()
{
    // The codes of MQTT 5.0, 3.2.2.2, 3.9.3 and 3.14.2.1.
    const QMap<ReasonOf, QVector<int>> codes = {
        {ReasonOf::Connack, {0x00, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89,
                             0x8A, 0x8C, 0x90, 0x95, 0x97, 0x99, 0x9A, 0x9B, 0x9C, 0x9D, 0x9F}},
        {ReasonOf::Suback,
         {0x00, 0x01, 0x02, 0x80, 0x83, 0x87, 0x8F, 0x91, 0x97, 0x9E, 0xA1, 0xA2}},
        {ReasonOf::Publish, {0x00, 0x10, 0x80, 0x83, 0x87, 0x90, 0x91, 0x97, 0x99}},
        {ReasonOf::Disconnect,
         {0x00, 0x04, 0x80, 0x81, 0x82, 0x83, 0x87, 0x89, 0x8B, 0x8D, 0x8E, 0x8F, 0x90, 0x93, 0x94,
          0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9D, 0x9E, 0x9F, 0xA0, 0xA1, 0xA2}},
    };
    for (auto it = codes.cbegin(); it != codes.cend(); ++it)
        for (int code : it.value()) {
            QVERIFY2(reasonKnown(it.key(), code, 5), qPrintable(QString::number(code, 16)));
            QVERIFY(!reasonText(it.key(), code, 5).contains("unknown"_L1));
        }
    for (int code = 0; code < 256; ++code)
        QVERIFY(!reasonText(ReasonOf::Connack, code, 5).isEmpty());
}

void TestMqttPacket::reasonsDifferByPacketAndVersion()
{
    QCOMPARE(reasonTextWithCode(ReasonOf::Suback, 0x87, 5), u"not authorized (0x87)"_s);
    QCOMPARE(reasonText(ReasonOf::Suback, 1, 5), u"granted QoS 1"_s);
    QCOMPARE(reasonText(ReasonOf::Connack, 4, 4), u"bad user name or password"_s);
    QCOMPARE(reasonText(ReasonOf::Connack, 0x86, 5), u"bad user name or password"_s);
    QVERIFY(reasonText(ReasonOf::Suback, 0x80, 4).contains("3.1.1"_L1));
    QVERIFY(!reasonKnown(ReasonOf::Connack, 6, 4));
    QVERIFY(reasonNeedsPerson(0x87, 5) && reasonNeedsPerson(5, 4));
    QVERIFY(!reasonNeedsPerson(0x89, 5) && !reasonNeedsPerson(3, 4));
}

void TestMqttPacket::retryWaits()
{
    const RetryTimes times;
    QCOMPARE(retryWait(times, Loss::Kind::Network, 1, 0.5), 250);
    QCOMPARE(retryWait(times, Loss::Kind::Network, 2, 0.5), 500);
    QCOMPARE(retryWait(times, Loss::Kind::Network, 1, 0.0), 187);
    QCOMPARE(retryWait(times, Loss::Kind::Network, 1000, 0.5), 30'000);
    QCOMPARE(retryWait(times, Loss::Kind::NeedsPerson, 1, 0.5), 5'000);
    QCOMPARE(retryWait(times, Loss::Kind::NeedsPerson, 50, 0.5), 300'000);
    QVERIFY(retryWait(times, Loss::Kind::BadServer, 1, 0.5)
            > retryWait(times, Loss::Kind::Network, 1, 0.5));
}

void TestMqttPacket::sysCountsFromTheBaseline()
{
    SysWatch watch;
    bool changed = false;
    const auto dropped = [&](std::string_view value) {
        watch.take("$SYS/broker/publish/messages/dropped", value, changed);
        return watch.dropped();
    };
    QCOMPARE(watch.dropped(), -1);
    watch.connected();
    QCOMPARE(dropped("1000"), 0);
    QVERIFY(changed);
    QCOMPARE(dropped("1000"), 0);
    QVERIFY(!changed);
    QCOMPARE(dropped("1040"), 40);
    QCOMPARE(dropped("3"), 43); // started anew
    watch.connected();
    QCOMPARE(dropped("500"), 43); // what happened while we were away is not ours
    QCOMPARE(dropped("nonsense"), 43);
    QVERIFY(!watch.take("$SYS/broker/other", "1", changed));
    watch.take("$SYS/broker/version", "mosquitto version 2.0.11", changed);
    QCOMPARE(watch.version(), u"mosquitto version 2.0.11"_s);
}

void TestMqttPacket::sysLeavesCoveredFiltersOut()
{
    QCOMPARE(SysWatch::filters({"#"}).size(), 4);
    QCOMPARE(SysWatch::filters({"$SYS/#"}).size(), 0);
    QVERIFY(!SysWatch::filters({"$SYS/broker/version"}).contains(u"$SYS/broker/version"_s));
}

QTEST_GUILESS_MAIN(TestMqttPacket)
#include "tst_mqttpacket.moc"
