// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/probe.h"

#include <sparkplug_b.pb.h>

#include <QTest>

#include <bit>
#include <random>

using namespace Qt::StringLiterals;
namespace spb = decode::spb;

namespace {

constexpr quint64 t0 = 1'700'000'000'000;

QByteArray bytes(const spb::Payload &payload)
{
    const std::string text = payload.SerializeAsString();
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

spb::Payload payloadAt(quint64 ms, int seq)
{
    spb::Payload payload;
    payload.set_timestamp(ms);
    if (seq >= 0)
        payload.set_seq(static_cast<quint64>(seq));
    return payload;
}

spb::Metric *add(spb::Payload &payload, const char *name, quint32 type)
{
    spb::Metric *metric = payload.add_metrics();
    metric->set_name(name);
    metric->set_datatype(type);
    return metric;
}

spb::Payload nodeBirth(quint64 bdSeq = 0)
{
    spb::Payload payload = payloadAt(t0, 0);
    add(payload, "bdSeq", 4)->set_long_value(bdSeq);
    add(payload, "Node Control/Rebirth", 11)->set_boolean_value(false);
    spb::Metric *metric = add(payload, "temp", 10);
    metric->set_alias(1);
    metric->set_double_value(20.5);
    metric->mutable_properties()->add_keys("engUnit");
    metric->mutable_properties()->add_values()->set_string_value("°C");
    metric = add(payload, "level", 1);
    metric->set_alias(2);
    metric->set_int_value(0xFB);
    return payload;
}

QByteArray nodeDeath(quint64 bdSeq)
{
    spb::Payload payload = payloadAt(t0 - 60'000, -1);
    add(payload, "bdSeq", 4)->set_long_value(bdSeq);
    return bytes(payload);
}

spb::Payload byAlias(quint64 alias, double value, int seq)
{
    spb::Payload payload = payloadAt(t0 + 1'000, seq);
    spb::Metric *metric = payload.add_metrics();
    metric->set_alias(alias);
    metric->set_double_value(value);
    return payload;
}

QByteArray deviceBirth()
{
    spb::Payload payload = payloadAt(t0 + 10, 1);
    spb::Metric *metric = add(payload, "rpm", 3);
    metric->set_alias(7);
    metric->set_int_value(1450);
    return bytes(payload);
}

} // namespace

class TestSparkplug final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeSparkplug()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeSparkplug()); }

    void birthTeachesAliases();
    void bytesByHand();
    void values_data();
    void values();
    void arrays_data();
    void arrays();
    void dataSetAndTemplate();
    void quality_data();
    void quality();
    void flagsAndTimes();
    void identity();
    void predictions();
    void dataBeforeBirth();
    void unknownAliasIsPartial();
    void ambiguousAlias();
    void rebirthForgets();
    void aNodeThatOnlyCarriesIsAGateway();
    void nodeDeath_data();
    void nodeDeath();
    void nodeDeathTakesDevicesAlong();
    void deviceDeath();
    void retainedBirthTeachesOnly();
    void commandIsNoTelemetry();
    void hostState_data();
    void hostState();
    void topics_data();
    void topics();
    void referenceEncoder();
    void compressed_data();
    void compressed();
    void compressedBomb();
    void limits();
    void deepTemplate();
    void manyObjectsAreRefusedBeforeParsing();
    void malformed_data();
    void malformed();
    void truncationAndBitFlips();

private:
    void bear()
    {
        QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(nodeBirth())));
        QVERIFY(m_probe.decode("spBv1.0/G/DBIRTH/E/D", deviceBirth()));
    }
};

void TestSparkplug::birthTeachesAliases()
{
    QVERIFY(m_probe.decode("spBv1.0/Plant 1/NBIRTH/Edge", bytes(nodeBirth())));
    QCOMPARE(m_probe.samples(),
             QStringList({u"Plant 1/Edge | temp = d:20.5 °C @1700000000000"_s,
                          u"Plant 1/Edge | level = i:-5 @1700000000000"_s}));
    QCOMPARE(m_probe.facts(),
             QStringList({u"Online Plant 1/Edge"_s, u"Protocol Plant 1/Edge Sparkplug B"_s,
                          u"Site Plant 1/Edge Plant 1"_s}));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Decoded);
    QVERIFY(m_probe.out.sequenceStarts);
    QCOMPARE(m_probe.out.decoder, std::string_view("sparkplug"));

    QVERIFY(m_probe.decode("spBv1.0/Plant 1/NDATA/Edge", bytes(byAlias(1, 21.25, 1))));
    QCOMPARE(m_probe.samples(),
             QStringList({u"Plant 1/Edge | temp = d:21.25 °C @1700000001000"_s}));
    QCOMPARE(m_probe.out.sequence, 1);
    QCOMPARE(m_probe.out.sequenceModulus, 256);
    QCOMPARE(m_probe.out.sequenceScope, std::string_view("Plant 1/Edge"));
    QVERIFY(!m_probe.out.sequenceStarts);
    QVERIFY(!m_probe.out.rebirthWanted);
    QVERIFY(m_probe.out.reason.empty());
}

void TestSparkplug::bytesByHand()
{
    // 1: timestamp 1700000000000, 3: seq 5, 2: metric {1 "a", 4 Int16, 10: 0xFFFF} and
    // an extension field 100 that must be skipped.
    const QByteArray raw = QByteArray::fromHex("0880d095ffbc31 120c0a0161200250ffff03a20600 1805");
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", raw));
    QCOMPARE(m_probe.samples(), QStringList({u"G/E | a = i:-1 @1700000000000"_s}));
    QCOMPARE(m_probe.out.sequence, 5);
}

void TestSparkplug::values_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("carrier");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int type, const char *carrier, const char *text,
                        const char *expected) {
        QTest::newRow(name) << type << QString::fromLatin1(carrier) << QString::fromUtf8(text)
                            << QString::fromUtf8(expected);
    };
    row("Int8 low byte", 1, "int", "251", "i:-5");
    row("Int8 extended", 1, "int", "4294967291", "i:-5");
    row("Int8 in long", 1, "long", "18446744073709551611", "i:-5");
    row("Int16", 2, "int", "65535", "i:-1");
    row("Int16 extended", 2, "int", "4294967295", "i:-1");
    row("Int32", 3, "int", "2147483648", "i:-2147483648");
    row("Int32 in long", 3, "long", "18446744071562067968", "i:-2147483648");
    row("Int64", 4, "long", "18446744073709551615", "i:-1");
    row("Int64 in int", 4, "int", "4000000000", "i:4000000000");
    row("UInt8", 5, "int", "255", "u:255");
    row("UInt16", 6, "int", "65535", "u:65535");
    row("UInt32 in int", 7, "int", "4294967295", "u:4294967295");
    row("UInt32 in long", 7, "long", "4294967295", "u:4294967295");
    row("UInt64", 8, "long", "18446744073709551615", "u:18446744073709551615");
    row("Float", 9, "float", "1.5", "d:1.5");
    row("Double", 10, "double", "-1e300", "d:-1e+300");
    row("Double in float", 10, "float", "2.5", "d:2.5");
    row("Boolean", 11, "bool", "1", "true");
    row("Boolean in int", 11, "int", "0", "false");
    row("String", 12, "string", "häll", "'häll'");
    row("DateTime", 13, "long", "1700000000123", "i:1700000000123");
    row("Text", 14, "string", "", "''");
    row("UUID", 15, "string", "123e4567-e89b", "'123e4567-e89b'");
    row("no type, double", 0, "double", "4", "d:4");
    row("no type, integer", 0, "int", "4", "u:4 @1700000000000 unknown");
}

void TestSparkplug::values()
{
    QFETCH(const int, type);
    QFETCH(const QString, carrier);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    spb::Payload payload = payloadAt(t0, 0);
    spb::Metric *metric = add(payload, "m", static_cast<quint32>(type));
    if (carrier == "int"_L1)
        metric->set_int_value(text.toUInt());
    else if (carrier == "long"_L1)
        metric->set_long_value(text.toULongLong());
    else if (carrier == "float"_L1)
        metric->set_float_value(text.toFloat());
    else if (carrier == "double"_L1)
        metric->set_double_value(text.toDouble());
    else if (carrier == "bool"_L1)
        metric->set_boolean_value(text == "1"_L1);
    else
        metric->set_string_value(text.toStdString());
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    const QString line = u"G/E | m = "_s + expected;
    QCOMPARE(m_probe.samples(),
             QStringList({line.contains(u'@') ? line : line + u" @1700000000000"_s}));

    // The same by alias, the type known from the birth only.
    metric->set_alias(9);
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    metric->clear_name();
    metric->clear_datatype();
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(payload)));
    QCOMPARE(m_probe.samples(),
             QStringList({line.contains(u'@') ? line : line + u" @1700000000000"_s}));
}

void TestSparkplug::arrays_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, int type, const char *hex, QStringList expected) {
        QTest::newRow(name) << type << QByteArray::fromHex(hex) << expected;
    };
    // The examples of chapter 6.4.17 where they are little-endian as its text says.
    row("Int8Array", 22, "e97b", {u"i:-23"_s, u"i:123"_s});
    row("Int16Array", 23, "d08a2f75", {u"i:-30000"_s, u"i:29999"_s});
    row("Int32Array", 24, "ffffffffb92ee312", {u"i:-1"_s, u"i:316878521"_s});
    row("Int64Array", 25, "ffffffffffffffff", {u"i:-1"_s});
    row("UInt8Array", 26, "17fa", {u"u:23"_s, u"u:250"_s});
    row("UInt16Array", 27, "1e00fad3", {u"u:30"_s, u"u:54266"_s});
    row("UInt32Array", 28, "34000000", {u"u:52"_s});
    row("UInt64Array", 29, "ffffffffffffffff", {u"u:18446744073709551615"_s});
    row("FloatArray", 30, "a4709d3f", {u"d:1.23000002"_s});
    row("DoubleArray", 31, "ae47e17a14aef33f", {u"d:1.23"_s});
    row("BooleanArray, first bit highest", 32, "08000000 34",
        {u"false"_s, u"false"_s, u"true"_s, u"true"_s, u"false"_s, u"true"_s, u"false"_s,
         u"false"_s});
    row("BooleanArray, count is not of eight", 32, "03000000 a0",
        {u"true"_s, u"false"_s, u"true"_s});
    row("StringArray", 33, "41424300 68656c6c6f00", {u"'ABC'"_s, u"'hello'"_s});
    row("DateTimeArray", 34, "c7d0902485010000", {u"i:1671355748551"_s});
    row("empty", 25, "", {});
    row("length does not fit", 24, "0102030405", {});
    row("more booleans than bits", 32, "09000000 ff", {});
    row("string without end", 33, "4142", {});
}

void TestSparkplug::arrays()
{
    QFETCH(const int, type);
    QFETCH(const QByteArray, packed);
    QFETCH(const QStringList, expected);
    spb::Payload payload = payloadAt(t0, 0);
    add(payload, "a", static_cast<quint32>(type))->set_bytes_value(packed.toStdString());
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    QStringList lines;
    for (qsizetype i = 0; i < expected.size(); ++i)
        lines.append(u"G/E | a/%1 = %2 @1700000000000"_s.arg(i).arg(expected[i]));
    QCOMPARE(m_probe.samples(), lines);
    QCOMPARE(m_probe.out.reason.empty(), !expected.isEmpty() || packed.isEmpty());
}

void TestSparkplug::dataSetAndTemplate()
{
    spb::Payload payload = payloadAt(t0, 0);
    spb::DataSet *set = add(payload, "ds", 16)->mutable_dataset_value();
    set->set_num_of_columns(2);
    set->add_columns("n");
    set->add_columns("s");
    set->add_types(1);
    set->add_types(12);
    for (int i = 0; i < 2; ++i) {
        spb::DataSet::Row *row = set->add_rows();
        row->add_elements()->set_int_value(static_cast<quint32>(255 - i));
        row->add_elements()->set_string_value("x");
    }
    spb::Template *type = add(payload, "_types_/Pump", 19)->mutable_template_value();
    type->set_is_definition(true);
    type->add_metrics()->set_name("rpm");
    spb::Template *pump = add(payload, "pump", 19)->mutable_template_value();
    pump->set_template_ref("Pump");
    spb::Metric *rpm = pump->add_metrics();
    rpm->set_name("rpm");
    rpm->set_datatype(2);
    rpm->set_int_value(0xFFFE);
    spb::Metric *inner = pump->add_metrics();
    inner->set_name("motor");
    inner->set_datatype(19);
    spb::Metric *amps = inner->mutable_template_value()->add_metrics();
    amps->set_name("amps");
    amps->set_datatype(9);
    amps->set_float_value(2);
    spb::Template::Parameter *parameter = pump->add_parameters();
    parameter->set_name("site");
    parameter->set_type(12);
    parameter->set_string_value("north");
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    QCOMPARE(m_probe.samples(),
             QStringList(
                 {u"G/E | ds/0/n = i:-1 @1700000000000"_s, u"G/E | ds/0/s = 'x' @1700000000000"_s,
                  u"G/E | ds/1/n = i:-2 @1700000000000"_s, u"G/E | ds/1/s = 'x' @1700000000000"_s,
                  u"G/E | pump/rpm = i:-2 @1700000000000"_s,
                  u"G/E | pump/motor/amps = d:2 @1700000000000"_s,
                  u"G/E | pump/site = 'north' @1700000000000"_s}));

    // A member's type is known from the birth.
    spb::Payload data = payloadAt(t0 + 5, 1);
    spb::Metric *metric = data.add_metrics();
    metric->set_name("pump");
    rpm = metric->mutable_template_value()->add_metrics();
    rpm->set_name("rpm");
    rpm->set_int_value(0xFFFD);
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(data)));
    QCOMPARE(m_probe.samples(), QStringList({u"G/E | pump/rpm = i:-3 @1700000000005"_s}));
    QVERIFY(!m_probe.out.rebirthWanted);
}

void TestSparkplug::quality_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("bad") << 0 << u" fail"_s;
    QTest::newRow("good") << 192 << QString();
    QTest::newRow("stale") << 500 << u" stale"_s;
    QTest::newRow("uncertain") << 64 << u" suspect"_s;
    QTest::newRow("other") << 600 << u" unknown"_s;
}

void TestSparkplug::quality()
{
    QFETCH(const int, code);
    QFETCH(const QString, word);
    spb::Payload payload = payloadAt(t0, 0);
    spb::Metric *metric = add(payload, "m", 10);
    metric->set_double_value(1);
    metric->mutable_properties()->add_keys("Quality");
    spb::PropertyValue *value = metric->mutable_properties()->add_values();
    value->set_type(3);
    value->set_int_value(static_cast<quint32>(code));
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    QCOMPARE(m_probe.samples(), QStringList({u"G/E | m = d:1 @1700000000000"_s + word}));
}

void TestSparkplug::flagsAndTimes()
{
    spb::Payload payload = payloadAt(t0, 0);
    spb::Metric *metric = add(payload, "h", 10);
    metric->set_double_value(1);
    metric->set_is_historical(true);
    metric->set_timestamp(t0 - 5);
    metric = add(payload, "t", 10);
    metric->set_double_value(2);
    metric->set_is_transient(true);
    metric = add(payload, "n", 12);
    metric->set_is_null(true);
    metric = add(payload, "far", 10);
    metric->set_double_value(3);
    metric->set_timestamp(UINT64_MAX);
    metric = add(payload, "file", 18);
    metric->set_bytes_value("PNG");
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    QCOMPARE(m_probe.samples(),
             QStringList({u"G/E | h = d:1 @1699999999995 historical"_s,
                          u"G/E | t = d:2 @1700000000000 transient"_s,
                          u"G/E | n = '' @1700000000000 missing"_s,
                          u"G/E | far = d:3 @1700000000000"_s}));
    QCOMPARE(m_probe.out.samples[2].declared, telemetry::ValueType::Text);
    QVERIFY2(m_probe.out.reason.find("3 bytes") != std::string::npos, m_probe.out.reason.c_str());
}

void TestSparkplug::identity()
{
    spb::Payload payload = payloadAt(t0, 1);
    add(payload, "Properties/Hardware Make", 12)->set_string_value("Acme");
    add(payload, "Properties/hardware_model", 12)->set_string_value("X1");
    add(payload, "Properties/FW", 12)->set_string_value("1.2.3");
    add(payload, "Properties/Serial Number", 12)->set_string_value("S-7");
    add(payload, "Properties/OS", 12)->set_string_value("Linux");
    spb::Metric *metric = add(payload, "p", 10);
    metric->set_double_value(1);
    metric->mutable_metadata()->set_description("Pressure after the pump");
    QVERIFY(m_probe.decode("spBv1.0/G/DBIRTH/E/D", bytes(payload)));
    QCOMPARE(m_probe.facts(),
             QStringList({u"Online G/E/D"_s, u"Protocol G/E/D Sparkplug B"_s, u"Site G/E/D G"_s,
                          u"Parent G/E/D G/E"_s, u"Gateway G/E"_s, u"Manufacturer G/E/D Acme"_s,
                          u"Model G/E/D X1"_s, u"Firmware G/E/D 1.2.3"_s, u"Serial G/E/D S-7"_s,
                          u"Attribute G/E/D OS=Linux"_s,
                          u"SignalText G/E/D p: Pressure after the pump"_s}));
    QVERIFY(m_probe.out.rebirthWanted); // the node itself was never born
}

void TestSparkplug::predictions()
{
    spb::Payload birth = payloadAt(t0, 1);
    add(birth, "Inference/model", 12)->set_string_value("bearing");
    add(birth, "Inference/version", 12)->set_string_value("3");
    spb::Metric *metric = add(birth, "Inference/label", 12);
    metric->set_alias(1);
    metric->set_string_value("ok");
    metric = add(birth, "Inference/confidence", 10);
    metric->set_alias(2);
    metric->set_double_value(0.97);
    QVERIFY(m_probe.decode("spBv1.0/G/DBIRTH/E/D", bytes(birth)));
    QCOMPARE(m_probe.out.predictions.size(), 1);
    QCOMPARE(m_probe.prediction(0), u"G/E/D | bearing 3: ok 0.97 [3 2]"_s);
    // Later only the confidence is reported.
    QVERIFY(m_probe.decode("spBv1.0/G/DDATA/E/D", bytes(byAlias(2, 0.5, 2))));
    QCOMPARE(m_probe.prediction(0), u"G/E/D | bearing 3: ok 0.5 [0 -1]"_s);
}

void TestSparkplug::dataBeforeBirth()
{
    spb::Payload data = byAlias(1, 1, 4);
    spb::Metric *metric = data.add_metrics();
    metric->set_name("named");
    metric->set_datatype(10);
    metric->set_double_value(7);
    QVERIFY(m_probe.decode("spBv1.0/G/DDATA/E/D", bytes(data)));
    QCOMPARE(m_probe.samples(), QStringList({u"G/E/D | named = d:7 @1700000001000"_s}));
    QVERIFY(m_probe.out.rebirthWanted);
    QVERIFY(!m_probe.out.reason.empty());
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Decoded);

    QVERIFY(m_probe.decode("spBv1.0/G/DDATA/E/D", bytes(byAlias(1, 1, 5))));
    QCOMPARE(m_probe.out.rebirthNode, std::string_view("G/E"));
    QVERIFY(m_probe.facts().contains(u"Gateway G/E"_s)); // it is there, and who it is is known
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
    QVERIFY(m_probe.out.rebirthWanted);
}

void TestSparkplug::unknownAliasIsPartial()
{
    bear();
    spb::Payload data = byAlias(1, 30, 2);
    data.add_metrics()->set_alias(99);
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(data)));
    QCOMPARE(m_probe.samples(), QStringList({u"G/E | temp = d:30 °C @1700000001000"_s}));
    QVERIFY(m_probe.out.rebirthWanted);
    QVERIFY2(m_probe.out.reason.find("alias") != std::string::npos, m_probe.out.reason.c_str());
}

void TestSparkplug::ambiguousAlias()
{
    spb::Payload payload = payloadAt(t0, 0);
    for (const char *name : {"a", "b"}) {
        spb::Metric *metric = add(payload, name, 10);
        metric->set_alias(1);
        metric->set_double_value(0);
    }
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    QCOMPARE(m_probe.out.samples.size(), 2);
    QVERIFY(!m_probe.out.reason.empty());
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(byAlias(1, 5, 1))));
    QCOMPARE(m_probe.samples(), QStringList());
}

void TestSparkplug::rebirthForgets()
{
    bear();
    spb::Payload again = payloadAt(t0, 0);
    add(again, "other", 10)->set_double_value(1);
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(again)));
    QVERIFY(m_probe.facts().contains(u"ValuesStale G/E/D"_s)); // until its own birth
    QVERIFY(m_probe.facts().contains(u"AwaitsBirth G/E/D"_s));
    QVERIFY(!m_probe.facts().contains(u"Gateway G/E"_s)); // it measures something itself
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(byAlias(1, 5, 1))));
    QCOMPARE(m_probe.samples(), QStringList());
    QVERIFY(m_probe.decode("spBv1.0/G/DDATA/E/D", bytes(byAlias(7, 5, 2))));
    QCOMPARE(m_probe.samples(), QStringList());
    QVERIFY(m_probe.out.rebirthWanted);
}

void TestSparkplug::nodeDeath_data()
{
    QTest::addColumn<quint64>("born");
    QTest::addColumn<quint64>("dies");
    QTest::addColumn<bool>("counts");
    QTest::newRow("this session") << quint64(4) << quint64(4) << true;
    QTest::newRow("earlier session") << quint64(4) << quint64(3) << false;
    QTest::newRow("wrapped") << quint64(0) << quint64(255) << false;
}

void TestSparkplug::nodeDeath()
{
    QFETCH(const quint64, born);
    QFETCH(const quint64, dies);
    QFETCH(const bool, counts);
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(nodeBirth(born))));
    QVERIFY(m_probe.decode("spBv1.0/G/NDEATH/E", ::nodeDeath(dies)));
    QCOMPARE(m_probe.facts(),
             counts ? QStringList({u"Offline G/E"_s, u"ValuesStale G/E"_s}) : QStringList());
    QCOMPARE(m_probe.out.sequence, -1);
    if (counts) // the will's timestamp must not be believed
        QCOMPARE(m_probe.out.facts.front().time, base::noTime);
    else
        QVERIFY(!m_probe.out.reason.empty());
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(byAlias(1, 5, 1))));
    QCOMPARE(m_probe.samples().isEmpty(), counts);
}

void TestSparkplug::nodeDeathTakesDevicesAlong()
{
    bear();
    QVERIFY(m_probe.decode("spBv1.0/G/NDEATH/E", ::nodeDeath(0)));
    QCOMPARE(m_probe.facts(),
             QStringList({u"Offline G/E"_s, u"ValuesStale G/E"_s, u"Offline G/E/D"_s,
                          u"ValuesStale G/E/D"_s}));
    QVERIFY(m_probe.decode("spBv1.0/G/NDEATH/E", ::nodeDeath(0)));
    QCOMPARE(m_probe.facts(), QStringList());
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
}

void TestSparkplug::deviceDeath()
{
    bear();
    QVERIFY(m_probe.decode("spBv1.0/G/DDEATH/E/D", bytes(payloadAt(t0 + 7, 2))));
    QCOMPARE(m_probe.facts(), QStringList({u"Offline G/E/D"_s, u"ValuesStale G/E/D"_s}));
    QCOMPARE(m_probe.out.facts.back().time, base::TimeNs(t0 + 7) * base::nsPerMs);
    QCOMPARE(m_probe.out.facts.front().time, base::TimeNs(t0 + 7) * base::nsPerMs);
    QCOMPARE(m_probe.out.sequence, 2);
    QVERIFY(m_probe.decode("spBv1.0/G/DDATA/E/D", bytes(byAlias(7, 5, 3))));
    QVERIFY(m_probe.out.rebirthWanted);
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(byAlias(1, 5, 4))));
    QVERIFY(!m_probe.out.rebirthWanted);
}

void TestSparkplug::retainedBirthTeachesOnly()
{
    QVERIFY(m_probe.decode("$sparkplug/certificates/spBv1.0/G/NBIRTH/E", bytes(nodeBirth()), true));
    QCOMPARE(m_probe.samples(), QStringList());
    QCOMPARE(m_probe.facts(), QStringList({u"Protocol G/E Sparkplug B"_s, u"Site G/E G"_s}));
    QCOMPARE(m_probe.out.sequence, -1);
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(byAlias(1, 5, 4))));
    QCOMPARE(m_probe.samples(), QStringList({u"G/E | temp = d:5 °C @1700000001000"_s}));
    QVERIFY(!m_probe.out.rebirthWanted);
}

void TestSparkplug::aNodeThatOnlyCarriesIsAGateway()
{
    spb::Payload birth = payloadAt(t0, 0);
    add(birth, "bdSeq", 4)->set_long_value(0);
    add(birth, "Node Control/Rebirth", 11)->set_boolean_value(false);
    add(birth, "Properties/FW", 12)->set_string_value("1");
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(birth)));
    QVERIFY(m_probe.facts().contains(u"Gateway G/E"_s));
    add(birth, "temp", 10)->set_double_value(1);
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E2", bytes(birth)));
    QVERIFY(!m_probe.facts().contains(u"Gateway G/E2"_s));
}

void TestSparkplug::commandIsNoTelemetry()
{
    spb::Payload command = payloadAt(t0, -1);
    add(command, "Node Control/Rebirth", 11)->set_boolean_value(true);
    for (const char *topic : {"spBv1.0/G/NCMD/E", "spBv1.0/G/DCMD/E/D"}) {
        QVERIFY(m_probe.decode(topic, bytes(command)));
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
        QVERIFY(m_probe.out.samples.empty() && m_probe.out.facts.empty());
        QVERIFY(m_probe.out.reason.find("Node Control/Rebirth") != std::string::npos);
    }
}

void TestSparkplug::hostState_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("expected"); // empty: not Sparkplug
    QTest::newRow("online") << QByteArray("spBv1.0/STATE/scada")
                            << QByteArray(R"({"online":true,"timestamp":1700000000000})")
                            << u"scada | online = true @1700000000000 state"_s;
    QTest::newRow("offline") << QByteArray("spBv1.0/STATE/scada")
                             << QByteArray(R"({"online":false,"timestamp":1700000000001})")
                             << u"scada | online = false @1700000000001 state"_s;
    QTest::newRow("legacy") << QByteArray("STATE/scada") << QByteArray("OFFLINE")
                            << u"scada | online = false state"_s;
    QTest::newRow("legacy, other text")
        << QByteArray("STATE/scada") << QByteArray("idle") << QString();
    QTest::newRow("other JSON") << QByteArray("spBv1.0/STATE/scada") << QByteArray(R"({"up":1})")
                                << QString();
}

void TestSparkplug::hostState()
{
    QFETCH(const QByteArray, topic);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, expected);
    QCOMPARE(m_probe.decode(topic, payload, true), !expected.isEmpty());
    QCOMPARE(m_probe.samples(), expected.isEmpty() ? QStringList() : QStringList({expected}));
    if (!expected.isEmpty())
        QCOMPARE(m_probe.facts().value(1),
                 expected.contains(u"true"_s) ? u"Online scada"_s : u"Offline scada"_s);
}

void TestSparkplug::topics_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<bool>("mine");
    QTest::newRow("node") << QByteArray("spBv1.0/G/NDATA/E") << true;
    QTest::newRow("device") << QByteArray("spBv1.0/G/DDATA/E/D") << true;
    QTest::newRow("node type with device") << QByteArray("spBv1.0/G/NDATA/E/D") << false;
    QTest::newRow("device type without device") << QByteArray("spBv1.0/G/DDATA/E") << false;
    QTest::newRow("unknown type") << QByteArray("spBv1.0/G/NFOO/E") << false;
    QTest::newRow("too deep") << QByteArray("spBv1.0/G/DDATA/E/D/x") << false;
    QTest::newRow("empty edge") << QByteArray("spBv1.0/G/NDATA/") << false;
    QTest::newRow("other namespace") << QByteArray("spAv1.0/G/NDATA/E") << false;
    QTest::newRow("certificate of data")
        << QByteArray("$sparkplug/certificates/spBv1.0/G/NDATA/E") << false;
    QTest::newRow("one level") << QByteArray("spBv1.0") << false;
}

void TestSparkplug::topics()
{
    QFETCH(const QByteArray, topic);
    QFETCH(const bool, mine);
    QCOMPARE(m_probe.decode(topic, bytes(byAlias(1, 1, 1))), mine);
    QVERIFY(!m_probe.decode(topic, R"({"temperature":21.5})"));
}

void TestSparkplug::referenceEncoder()
{
    // Made with npm sparkplug-payload 1.0.3 (Eclipse Tahu's JavaScript encoder): encodePayload().
    const QByteArray birth = QByteArray::fromHex("0880d095ffbc31120b0a05626453657120085803121a0a144"
                                                 "e6f646520436f6e74726f6c2f52656269727468200b70"
                                                 "0012270a1850726f706572746965732f48617264776172652"
                                                 "04d616b65200c7a09536f6e6e626c69636b123a0a0474"
                                                 "656d7010011881d095ffbc3120094a220a07656e67556e697"
                                                 "40a075175616c6974791207080c4203c2b04312050803"
                                                 "18c001650000ac4112180a05636f756e7410021881d095ffb"
                                                 "c3120075880d0acf30e12170a046e65673810031881d0"
                                                 "95ffbc31200150fbffffff0f121b0a0362696710041881d09"
                                                 "5ffbc3120045881808080808080f0ff0112180a047768"
                                                 "656e10051881d095ffbc31200d5898c895ffbc3112110a026"
                                                 "f6b10061881d095ffbc31200b700112130a04676f6e65"
                                                 "10071881d095ffbc31200a380112400a0264731881d095ffb"
                                                 "c3120108a01300802120161120162180a180c22100a09"
                                                 "21000000000000f83f0a0332017822100a092100000000000"
                                                 "004400a0332017912420a0470756d701881d095ffbc31"
                                                 "20139201300a013112140a0372706d1881d095ffbc3120035"
                                                 "0d6f4ffff0f1a0b0a0473697465100c42014222085075"
                                                 "6d70547970651800");
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", birth));
    const QString at = u" @1700000000001"_s;
    QCOMPARE(m_probe.samples(),
             QStringList({u"G/E | Properties/Hardware Make = 'Sonnblick' @1700000000000"_s,
                          u"G/E | temp = d:21.5 °C"_s + at, u"G/E | count = u:4000000000"_s + at,
                          u"G/E | neg8 = i:-5"_s + at, u"G/E | big = i:-9007199254740991"_s + at,
                          u"G/E | when = i:1699999999000"_s + at, u"G/E | ok = true"_s + at,
                          u"G/E | gone = d:0"_s + at + u" missing"_s,
                          u"G/E | ds/0/a = d:1.5"_s + at, u"G/E | ds/0/b = 'x'"_s + at,
                          u"G/E | ds/1/a = d:2.5"_s + at, u"G/E | ds/1/b = 'y'"_s + at,
                          u"G/E | pump/rpm = i:-1450"_s + at, u"G/E | pump/site = 'B'"_s + at}));
    QCOMPARE(m_probe.facts().last(), u"Manufacturer G/E Sonnblick"_s);
    const QByteArray data = QByteArray::fromHex("08e8d795ffbc311210100118e8d795ffbc312009650000b241"
                                                "1211100318e8d795ffbc3120015080ffffff0f121110"
                                                "0218e8d795ffbc31200758ffffffff0f1801");
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", data));
    QCOMPARE(m_probe.samples(),
             QStringList({u"G/E | temp = d:22.25 °C @1700000001000"_s,
                          u"G/E | neg8 = i:-128 @1700000001000"_s,
                          u"G/E | count = u:4294967295 @1700000001000"_s}));
    QCOMPARE(m_probe.out.sequence, 1);
    QVERIFY(m_probe.decode("spBv1.0/G/NDEATH/E", ::nodeDeath(3)));
    QCOMPARE(m_probe.facts(), QStringList({u"Offline G/E"_s, u"ValuesStale G/E"_s}));
}

void TestSparkplug::compressed_data()
{
    // Outer and inner made with npm sparkplug-payload 1.0.3 and Node's zlib.
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("zlib") << QByteArray::fromHex(
        "08d0df95ffbc3112160a09616c676f726974686d200c7a074445464c415445221253504256312e305f434f4d50"
        "52455353"
        "45442a1c789ce3b8707feaff3d86429c028c0a9ca90c0c3b1c25980051690606");
    QTest::newRow("gzip") << QByteArray::fromHex(
        "08d0df95ffbc3112130a09616c676f726974686d200c7a04475a4950221253504256312e305f434f4d50524553"
        "5345442a"
        "281f8b0800000000000003e3b8707feaff3d86429c028c0a9ca90c0c3b1c25980096f21cb614000000");
}

void TestSparkplug::compressed()
{
    QFETCH(const QByteArray, payload);
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(nodeBirth())));
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", payload));
    QCOMPARE(m_probe.samples(), QStringList({u"G/E | temp = d:23 °C @1700000002000"_s}));
    QCOMPARE(m_probe.out.sequence, 2);
    for (qsizetype end = payload.size() - 1; end > payload.size() - 20; --end) {
        QByteArray cut = payload.left(end);
        QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", cut));
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
    }
}

void TestSparkplug::compressedBomb()
{
    const QByteArray zeros = qCompress(QByteArray(32 << 20, '\0'), 9).mid(4);
    spb::Payload payload = payloadAt(t0, 1);
    payload.set_uuid("SPBV1.0_COMPRESSED");
    payload.set_body(zeros.toStdString());
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", bytes(payload)));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
    QVERIFY2(m_probe.out.reason.find("grows") != std::string::npos, m_probe.out.reason.c_str());
}

void TestSparkplug::limits()
{
    decode::Limits limits;
    limits.maxSignals = 3;
    limits.maxNameBytes = 8;
    limits.maxTextBytes = 5;
    Probe probe(decode::makeSparkplug(), limits);
    spb::Payload payload = payloadAt(t0, 0);
    add(payload, "quite-a-long-name", 12)->set_string_value("Füüße und mehr");
    for (int i = 0; i < 10; ++i) {
        spb::Metric *metric = add(payload, ("m" + std::to_string(i)).c_str(), 10);
        metric->set_alias(static_cast<quint64>(i));
        metric->set_double_value(i);
    }
    QVERIFY(probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    QCOMPARE(probe.samples().size(), 3);
    QCOMPARE(probe.samples().first(), u"G/E | quite-a- = 'Füü' @1700000000000"_s);
    QVERIFY(probe.out.capHit);
    QVERIFY(!probe.out.reason.empty());
    // What the birth taught beyond the cap is still known.
    QVERIFY(probe.decode("spBv1.0/G/NDATA/E", bytes(byAlias(9, 4, 1))));
    QCOMPARE(probe.samples(), QStringList({u"G/E | m9 = d:4 @1700000001000"_s}));
}

void TestSparkplug::deepTemplate()
{
    spb::Payload payload = payloadAt(t0, 0);
    spb::Metric *metric = add(payload, "t", 19);
    for (int i = 0; i < 500; ++i) {
        metric = metric->mutable_template_value()->add_metrics();
        metric->set_name("t");
    }
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(payload)));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
    QVERIFY(m_probe.out.samples.empty() && m_probe.out.facts.empty());
}

void TestSparkplug::manyObjectsAreRefusedBeforeParsing()
{
    QByteArray raw;
    for (int i = 0; i < 1'000'000; ++i)
        raw.append("\x12\x00", 2); // an empty metric
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", raw));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", bytes(nodeBirth())));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Decoded);
}

void TestSparkplug::malformed_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("unfinished varint") << QByteArray::fromHex("08ffffff");
    QTest::newRow("length beyond the end") << QByteArray::fromHex("127f0a01");
    QTest::newRow("unknown fields only") << QByteArray::fromHex("f00601");
    QTest::newRow("group") << QByteArray::fromHex("0b08010c");
    QTest::newRow("field number 0") << QByteArray::fromHex("0000");
}

void TestSparkplug::malformed()
{
    QFETCH(const QByteArray, payload);
    QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", payload));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
    QVERIFY(m_probe.out.reason.ends_with('.') || m_probe.out.reason.ends_with(')'));
    QVERIFY(m_probe.out.rebirthWanted);
    QVERIFY(m_probe.out.samples.empty());
}

void TestSparkplug::truncationAndBitFlips()
{
    bear();
    spb::Payload rich = nodeBirth();
    add(rich, "a", 24)->set_bytes_value(std::string(16, '\x7f'));
    spb::Metric *inner = add(rich, "t", 19)->mutable_template_value()->add_metrics();
    inner->set_name("i");
    inner->set_int_value(3);
    const QByteArray birth = bytes(rich);
    QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", birth));
    const qsizetype whole = m_probe.samples().size();
    int undecodable = 0;
    for (qsizetype end = 1; end < birth.size(); ++end) {
        QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", birth.left(end)));
        undecodable += m_probe.out.outcome == decode::Outcome::Undecodable ? 1 : 0;
        QVERIFY(m_probe.out.samples.size() <= static_cast<std::size_t>(whole));
    }
    QVERIFY(undecodable > birth.size() / 2);
    for (qsizetype bit = 0; bit < birth.size() * 8; ++bit) {
        QByteArray flipped = birth;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(m_probe.decode("spBv1.0/G/NBIRTH/E", flipped));
        QVERIFY(m_probe.out.outcome != decode::Outcome::Undecodable || !m_probe.out.reason.empty());
        QVERIFY(m_probe.decode("spBv1.0/G/NDATA/E", flipped));
        QVERIFY(m_probe.samples().size() <= whole + 16);
    }
}

QTEST_GUILESS_MAIN(TestSparkplug)
#include "tst_sparkplug.moc"
