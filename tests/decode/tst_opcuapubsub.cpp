// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

namespace {

const QString metaData =
    uR"(opcua/json/metadata/plc1/g/w {"MessageId":"1","MessageType":"ua-metadata","PublisherId":"plc1","DataSetWriterId":62541,)"
    uR"("DataSetWriterName":"Press","MetaData":{"Name":"PressData","Fields":[)"
    uR"({"Name":"Temp","BuiltInType":11,"Properties":[{"Key":{"NamespaceIndex":0,"Name":"EngineeringUnits"},"Value":{"Type":22,"Body":{"TypeId":{"Id":887},"Body":{"DisplayName":{"Text":"°C"}}}}}]},)"
    uR"({"Name":"Count","BuiltInType":8},{"Name":"Run","BuiltInType":1}]}})"_s;

QString data(const QString &dataSetMessages)
{
    return uR"(x/y {"MessageId":"2","MessageType":"ua-data","PublisherId":"plc1","Messages":%1})"_s
        .arg(dataSetMessages);
}

} // namespace

class TestOpcUaPubSub final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeOpcUaPubSub()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeOpcUaPubSub()); }
    void conversations_data();
    void conversations();
    void sequence();
    void kept();
    void torture();
};

void TestOpcUaPubSub::conversations_data()
{
    QTest::addColumn<Conversation>("talk");
    const auto row = [](const char *name, QStringList messages, QStringList samples,
                        QStringList facts) {
        QTest::newRow(name) << Conversation{messages, samples, facts};
    };
    row("metadata", {metaData}, {},
        {u"Protocol plc1 OPC UA PubSub"_s, u"Attribute plc1 data set=PressData"_s,
         u"SignalUnit plc1 Press/Temp: °C"_s, u"SignalUnit plc1 Press/Temp: °C"_s});
    row("raw values with metadata",
        {metaData,
         data(
             uR"([{"DataSetWriterId":62541,"Timestamp":"2023-11-14T22:13:20Z","Payload":{"Temp":"NaN","Count":"-9007199254740993","Run":true}}])"_s)},
        {u"plc1 | Press/Temp = d:nan °C @1700000000000"_s,
         u"plc1 | Press/Count = i:-9007199254740993 @1700000000000"_s,
         u"plc1 | Press/Run = true @1700000000000"_s},
        {});
    row("writer id as text, one object",
        {metaData, data(uR"({"DataSetWriterId":"62541","Payload":{"Temp":2}})"_s)},
        {u"plc1 | Press/Temp = i:2 °C"_s}, {});
    row("variants",
        {data(
            uR"([{"DataSetWriterName":"W","Payload":{"a":{"Type":11,"Body":1.5},"b":{"Type":9,"Body":"18446744073709551615"},"c":{"UaType":8,"Value":"-5"}}}])"_s)},
        {u"plc1 | W/a = d:1.5"_s, u"plc1 | W/b = u:18446744073709551615"_s, u"plc1 | W/c = i:-5"_s},
        {});
    row("data values",
        {data(
            uR"([{"DataSetWriterName":"W","Payload":{"a":{"Value":{"Type":10,"Body":1.5},"SourceTimestamp":"2023-11-14T22:13:20Z"},)"
            uR"("b":{"Value":2,"Status":2147483648},"c":{"Value":3,"StatusCode":{"Code":1073741824,"Symbol":"Uncertain"}},"d":{"Status":{"Code":2150891520}}}}])"_s)},
        {u"plc1 | W/a = d:1.5 @1700000000000"_s, u"plc1 | W/b = i:2 fail"_s,
         u"plc1 | W/c = i:3 suspect"_s, u"plc1 | W/d = d:0 missing"_s},
        {});
    row("status of the message",
        {data(uR"([{"DataSetWriterId":1,"Status":2147483648,"Payload":{"a":1}}])"_s)},
        {u"plc1 | 1/a = i:1 fail"_s}, {});
    row("array, structure, localised text",
        {data(
            uR"([{"DataSetWriterName":"W","Payload":{"v":[1,2],"s":{"x":1,"y":{"z":true}},"t":{"Locale":"en","Text":"open"},"n":null}}])"_s)},
        {u"plc1 | W/v/0 = i:1"_s, u"plc1 | W/v/1 = i:2"_s, u"plc1 | W/s/x = i:1"_s,
         u"plc1 | W/s/y/z = true"_s, u"plc1 | W/t = 'open'"_s, u"plc1 | W/n = d:0 missing"_s},
        {});
    row("keep-alive",
        {data(uR"([{"DataSetWriterId":1,"MessageType":"ua-keepalive","SequenceNumber":4}])"_s)}, {},
        {u"Online plc1"_s});
    row("without header", {u"opcua/json/data/plc1/g/W {\"a\":1}"_s}, {u"plc1 | W/a = i:1"_s}, {});
    row("data set message only",
        {u"opcua/json/data/plc1/g/W {\"DataSetWriterId\":3,\"MessageType\":\"ua-deltaframe\",\"Payload\":{\"a\":1}}"_s},
        {u"plc1 | W/a = i:1"_s}, {});
    row("array of data set messages",
        {u"opcua/json/data/plc1/g [{\"DataSetWriterId\":3,\"Payload\":{\"a\":1}},{\"DataSetWriterId\":4,\"Payload\":{\"a\":2}}]"_s},
        {u"plc1 | 3/a = i:1"_s, u"plc1 | 4/a = i:2"_s}, {});
    row("status",
        {u"opcua/json/status/plc1 {\"MessageId\":\"1\",\"MessageType\":\"ua-status\",\"PublisherId\":\"plc1\",\"Status\":3}"_s},
        {u"plc1 | PubSubState = u:3 state"_s},
        {u"Offline plc1"_s, u"Protocol plc1 OPC UA PubSub"_s});
    row("numeric publisher",
        {u"x/y {\"MessageType\":\"ua-data\",\"PublisherId\":7,\"Messages\":[{\"DataSetWriterName\":\"W\",\"Payload\":{\"a\":1}}]}"_s},
        {u"7 | W/a = i:1"_s}, {});
    row("other JSON", {u"x/y {\"a\":1}"_s}, {}, {});
    row("other type", {u"x/y {\"MessageType\":\"hello\",\"Messages\":[]}"_s}, {}, {});
}

void TestOpcUaPubSub::conversations()
{
    QFETCH(const Conversation, talk);
    hold(m_probe, talk);
}

void TestOpcUaPubSub::sequence()
{
    QVERIFY(
        say(m_probe,
            data(uR"([{"DataSetWriterId":5,"SequenceNumber":4294967295,"Payload":{"a":1}}])"_s)));
    QCOMPARE(m_probe.out.sequence, 4294967295);
    QCOMPARE(m_probe.out.sequenceModulus, std::int64_t(1) << 32);
    QCOMPARE(m_probe.out.sequenceScope, std::string_view("plc1/5"));
    QVERIFY(say(
        m_probe,
        data(
            uR"([{"DataSetWriterId":5,"SequenceNumber":1,"Payload":{"a":1}},{"DataSetWriterId":6,"SequenceNumber":9,"Payload":{"a":1}}])"_s)));
    QCOMPARE(m_probe.out.sequence, -1); // two counters in one message
}

void TestOpcUaPubSub::kept()
{
    for (const char *message :
         {R"(opcua/json/connection/p {"MessageType":"ua-connection","PublisherId":"p"})",
          R"(x {"MessageType":"ua-data","PublisherId":"p","Messages":[]})"}) {
        QVERIFY2(say(m_probe, QString::fromLatin1(message)), message);
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
        QVERIFY(!m_probe.out.reason.empty());
    }
    QVERIFY(say(m_probe, uR"(x {"MessageType":"ua-metadata","PublisherId":"p"})"_s));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
}

void TestOpcUaPubSub::torture()
{
    for (
        const QString &message :
        {metaData,
         data(
             uR"([{"DataSetWriterId":62541,"Timestamp":"2023-11-14T22:13:20Z","Payload":{"Temp":{"Value":{"Type":10,"Body":1.5},"Status":1}}}])"_s)}) {
        const QByteArray bytes = message.toUtf8();
        torment(m_probe, bytes.left(bytes.indexOf(' ')), bytes.mid(bytes.indexOf(' ') + 1));
    }
}

QTEST_GUILESS_MAIN(TestOpcUaPubSub)
#include "tst_opcuapubsub.moc"
