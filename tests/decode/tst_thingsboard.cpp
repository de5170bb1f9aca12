// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

class TestThingsBoard final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeThingsBoard()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeThingsBoard()); }
    void conversations_data();
    void conversations();
    void kept();
    void torture();
};

void TestThingsBoard::conversations_data()
{
    QTest::addColumn<Conversation>("talk");
    const auto row = [](const char *name, const char *message, QStringList samples,
                        QStringList facts) {
        QTest::newRow(name) << Conversation{{QString::fromUtf8(message)}, samples, facts};
    };
    row("pairs", R"(v1/devices/me/telemetry {"t":21.5,"on":true,"n":9007199254740993})",
        {u" | t = d:21.5"_s, u" | on = true"_s, u" | n = i:9007199254740993"_s}, {});
    row("array of pairs", R"(v1/devices/me/telemetry [{"a":1},{"b":2}])",
        {u" | a = i:1"_s, u" | b = i:2"_s}, {});
    row("with a time", R"(v1/devices/me/telemetry {"ts":1700000000000,"values":{"t":1}})",
        {u" | t = i:1 @1700000000000"_s}, {});
    row("several times",
        R"(v1/devices/me/telemetry [{"ts":1700000000000,"values":{"t":1}},{"ts":1700000000001,"values":{"t":2}}])",
        {u" | t = i:1 @1700000000000"_s, u" | t = i:2 @1700000000001"_s}, {});
    row("ts is a reading", R"(v1/devices/me/telemetry {"ts":5})", {u" | ts = i:5"_s}, {});
    row("nested", R"(v1/devices/me/telemetry {"a":{"b":[1,null]}})",
        {u" | a/b/0 = i:1"_s, u" | a/b/1 = d:0 missing"_s}, {});
    row("short topic", R"(v2/t {"t":1})", {u" | t = i:1"_s}, {});
    row("attributes", R"(v1/devices/me/attributes {"fw":"1.2"})", {u" | fw = '1.2'"_s}, {});
    row("named device, bridged", R"(tb/v1/devices/press-4/telemetry {"t":1})",
        {u"press-4 | t = i:1"_s}, {});
    row("gateway",
        R"(v1/gateway/telemetry {"Device A":[{"ts":1700000000000,"values":{"t":42}},{"ts":1700000000001,"values":{"t":43}}],"B":[{"ts":1700000000000,"values":{"h":1}}]})",
        {u"Device A | t = i:42 @1700000000000"_s, u"Device A | t = i:43 @1700000000001"_s,
         u"B | h = i:1 @1700000000000"_s},
        {});
    row("gateway attributes", R"(v1/gateway/attributes {"A":{"x":1}})", {u"A | x = i:1"_s}, {});
    row("connect", R"(v1/gateway/connect {"device":"A","type":"meter"})", {},
        {u"Online A"_s, u"Protocol A ThingsBoard gateway"_s, u"Model A meter"_s});
    row("disconnect", R"(v1/gateway/disconnect {"device":"A"})", {},
        {u"Offline A"_s, u"Protocol A ThingsBoard gateway"_s});
    row("copied record", R"(plant/press {"ts":1700000000000,"values":{"t":1}})",
        {u" | t = i:1 @1700000000000"_s}, {});
    row("more than a copied record", R"(plant/press {"ts":1700000000000,"values":{"t":1},"x":2})",
        {}, {});
    row("gateway with a bare value", R"(v1/gateway/telemetry {"A":1})", {}, {});
    row("array of numbers", R"(v1/devices/me/telemetry [1,2])", {}, {});
    row("text", R"(v1/devices/me/telemetry hello)", {}, {});
    row("other topic", R"(v1/things/me {"t":1})", {}, {});
}

void TestThingsBoard::conversations()
{
    QFETCH(const Conversation, talk);
    hold(m_probe, talk);
}

void TestThingsBoard::kept()
{
    for (const char *message :
         {R"(v1/devices/me/rpc/request/1 {"method":"setValue"})",
          R"(v1/devices/me/attributes/request/1 {"clientKeys":"a"})",
          R"(v1/gateway/rpc {"device":"A"})", R"(v1/devices/me/telemetry {})"}) {
        QVERIFY2(say(m_probe, QString::fromLatin1(message)), message);
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
        QVERIFY(!m_probe.out.reason.empty());
    }
}

void TestThingsBoard::torture()
{
    torment(m_probe, "v1/gateway/telemetry",
            R"({"Device A":[{"ts":1700000000000,"values":{"t":42}}]})");
    torment(m_probe, "v1/devices/me/telemetry", R"([{"ts":1700000000000,"values":{"t":1.5}}])");
}

QTEST_GUILESS_MAIN(TestThingsBoard)
#include "tst_thingsboard.moc"
