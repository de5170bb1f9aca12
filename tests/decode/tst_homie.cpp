// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

namespace {

const QString description =
    uR"(homie/5/boiler/$description {"homie":"5.0","version":7,"name":"Boiler room",)"
    uR"("nodes":{"main":{"properties":{)"
    uR"("temp":{"name":"Flow","datatype":"float","unit":"°C"},)"
    uR"("count":{"datatype":"integer"},"pump":{"datatype":"boolean","settable":true},)"
    uR"("mode":{"datatype":"enum","format":"a,b"},"cfg":{"datatype":"json"}}}}})"_s;

} // namespace

class TestHomie final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeHomie()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeHomie()); }
    void conversations_data();
    void conversations();
    void kept_data();
    void kept();
    void emptyString();
    void wrongDatatype();
    void childrenAreLostWithTheirRoot();
    void answersOfAModel();
    void retainedAnswersWaitForTheirModel();
    void torture();
};

void TestHomie::conversations_data()
{
    QTest::addColumn<Conversation>("talk");
    const auto row = [](const char *name, QStringList messages, QStringList samples,
                        QStringList facts) {
        QTest::newRow(name) << Conversation{messages, samples, facts};
    };
    row("state ready", {u"homie/5/boiler/$state ready"_s}, {u"boiler | $state = 'ready' state"_s},
        {u"Online boiler"_s, u"Protocol boiler Homie 5"_s});
    row("state lost, other domain", {u"site7/5/boiler/$state lost"_s},
        {u"boiler | $state = 'lost' state"_s}, {u"Offline boiler"_s, u"Protocol boiler Homie 5"_s});
    row("state sleeping", {u"homie/5/boiler/$state sleeping"_s},
        {u"boiler | $state = 'sleeping' state"_s},
        {u"Asleep boiler"_s, u"Protocol boiler Homie 5"_s});
    row("removed", {u"homie/5/boiler/$state ready"_s, u"homie/5/boiler/$state"_s}, {},
        {u"Removed boiler"_s});
    row("no state", {u"some/5/thing/$state happy"_s}, {}, {});
    row("description", {description}, {},
        {u"Protocol boiler Homie 5"_s, u"DisplayName boiler Boiler room"_s,
         u"SignalText boiler main/temp: Flow"_s});
    row("child",
        {u"homie/5/valve/$description {\"homie\":\"5.0\",\"root\":\"boiler\",\"parent\":\"boiler\"}"_s},
        {}, {u"Protocol valve Homie 5"_s, u"Parent valve boiler"_s});
    row("float is a double with its unit", {description, u"homie/5/boiler/main/temp 21"_s},
        {u"boiler | main/temp = d:21 °C"_s}, {});
    row("integer", {description, u"homie/5/boiler/main/count 9007199254740993"_s},
        {u"boiler | main/count = i:9007199254740993"_s}, {});
    row("boolean", {description, u"homie/5/boiler/main/pump true"_s},
        {u"boiler | main/pump = true"_s}, {});
    row("enum that looks like a number", {description, u"homie/5/boiler/main/mode 12"_s},
        {u"boiler | main/mode = '12'"_s}, {});
    row("json", {description, u"homie/5/boiler/main/cfg {\"a\":1,\"b\":[2.5]}"_s},
        {u"boiler | main/cfg/a = i:1"_s, u"boiler | main/cfg/b/0 = d:2.5"_s}, {});
    row("target", {description, u"homie/5/boiler/main/temp/$target 55"_s},
        {u"boiler | main/temp/$target = d:55 °C"_s}, {});
    row("before its description", {u"homie/5/boiler/main/temp 21.5"_s},
        {u"boiler | main/temp = d:21.5"_s}, {});
    row("other domain is known by its state", {u"x/5/d/$state ready"_s, u"x/5/d/n/p 1"_s},
        {u"d | n/p = i:1"_s}, {});
    row("other domain is not known", {u"x/5/d/n/p 1"_s}, {}, {});
    row("alert", {u"homie/5/boiler/$alert/battery Battery is low"_s},
        {u"boiler | $alert/battery = 'Battery is low' state"_s}, {});
    row("log", {u"homie/5/boiler/$log/warn Sensor slow"_s},
        {u"boiler | $log/warn = 'Sensor slow' transient"_s}, {});
    row("4: homie", {u"homie/d/$homie 4.0.0"_s}, {}, {u"Protocol d Homie 4.0.0"_s});
    row("4: name", {u"homie/d/$name Shed"_s}, {}, {u"DisplayName d Shed"_s});
    row("4: state alert", {u"homie/d/$state alert"_s}, {u"d | $state = 'alert' state"_s},
        {u"Online d"_s, u"Protocol d Homie"_s});
    row("3: firmware", {u"homie/d/$fw/version 1.2"_s}, {}, {u"Firmware d 1.2"_s});
    row("3: statistics", {u"homie/d/$stats/uptime 120"_s}, {u"d | $stats/uptime = i:120 s"_s}, {});
    row("3: mac", {u"homie/d/$mac DE:AD"_s}, {}, {u"Attribute d mac=DE:AD"_s});
    row("4: unit", {u"homie/d/n/p/$unit lx"_s}, {}, {u"SignalUnit d n/p: lx"_s});
    row("4: value with attributes",
        {u"homie/d/n/p/$unit lx"_s, u"homie/d/n/p/$datatype float"_s, u"homie/d/n/p 7"_s},
        {u"d | n/p = d:7 lx"_s}, {});
    row("4: other domain", {u"yard/d/$homie 3.0.1"_s, u"yard/d/n/p 7"_s}, {u"d | n/p = i:7"_s}, {});
    row("4: other domain is not known", {u"yard/d/n/p 7"_s}, {}, {});
    row("binary is not Homie", {QString(u"homie/5/boiler/main/temp "_s + QChar(1) + QChar(2))}, {},
        {});
}

void TestHomie::conversations()
{
    QFETCH(const Conversation, talk);
    hold(m_probe, talk);
}

void TestHomie::kept_data()
{
    QTest::addColumn<QString>("message");
    for (const char *message :
         {"homie/5/d/n/p/set 1", "homie/5/$broadcast/alert fire", "homie/d/n/p/set 1",
          "homie/d/$nodes a,b", "homie/d/n/$properties p", "homie/5/d/n/p",
          "homie/d/n/p/$settable true"})
        QTest::newRow(message) << QString::fromLatin1(message);
}

void TestHomie::kept()
{
    QFETCH(const QString, message);
    QVERIFY(say(m_probe, message));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
    QVERIFY(!m_probe.out.reason.empty());
    QVERIFY(m_probe.out.samples.empty() && m_probe.out.facts.empty());
}

void TestHomie::emptyString()
{
    QVERIFY(m_probe.decode("homie/5/d/n/p", QByteArray(1, '\0')));
    QCOMPARE(m_probe.samples(), QStringList({u"d | n/p = ''"_s}));
}

void TestHomie::wrongDatatype()
{
    QVERIFY(say(m_probe, description));
    for (const char *message : {"homie/5/boiler/main/temp warm", "homie/5/boiler/main/count 1.5",
                                "homie/5/boiler/main/pump on"}) {
        QVERIFY(say(m_probe, QString::fromLatin1(message)));
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
        QVERIFY(m_probe.out.samples.empty());
    }
    QCOMPARE(m_probe.out.reason, std::string("\"on\" is not a Homie value of type boolean."));
}

void TestHomie::childrenAreLostWithTheirRoot()
{
    QVERIFY(say(
        m_probe,
        u"homie/5/valve/$description {\"homie\":\"5.0\",\"root\":\"boiler\",\"parent\":\"boiler\"}"_s));
    QVERIFY(say(m_probe, u"other/5/valve2/$description {\"homie\":\"5.0\",\"root\":\"boiler\"}"_s));
    QVERIFY(say(m_probe, u"homie/5/boiler/$state lost"_s));
    QCOMPARE(m_probe.facts(),
             QStringList({u"Offline boiler"_s, u"Protocol boiler Homie 5"_s, u"Offline valve"_s}));
}

void TestHomie::answersOfAModel()
{
    for (const char *message :
         {"homie/5/z/ai/version 1.2.0", "homie/5/z/ai/model hvac-fault", "homie/5/z/ai/label ok"})
        QVERIFY(say(m_probe, QString::fromLatin1(message)));
    QVERIFY(m_probe.out.predictions.empty()); // the confidence comes on a topic of its own
    QVERIFY(say(m_probe, u"homie/5/z/ai/confidence 0.9"_s));
    QCOMPARE(m_probe.prediction(0), u"z | hvac-fault 1.2.0: ok 0.9 [0 -1]"_s);
    QVERIFY(say(m_probe, u"homie/5/z/other/confidence 0.5"_s)); // another node, another model
    QCOMPARE(m_probe.prediction(0), u"z |  :  0.5 [0 -1]"_s);
}

void TestHomie::retainedAnswersWaitForTheirModel()
{
    const auto retained = [this](const char *topic, const char *payload) {
        return m_probe.decode(topic, payload, true);
    };
    QVERIFY(retained("homie/5/z/ai/confidence", "0.9"));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
    QVERIFY(!m_probe.out.reason.empty() && m_probe.out.samples.empty());
    QVERIFY(retained("homie/5/z/ai/model", "m"));
    QVERIFY(retained("homie/5/z/ai/confidence", "0.9"));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept); // the version is missing
    QVERIFY(retained("homie/5/z/ai/version", "1"));
    QVERIFY(retained("homie/5/z/ai/confidence", "0.9"));
    QCOMPARE(m_probe.prediction(0), u"z | m 1:  0.9 [0 -1]"_s);
    // A description without model and version says that there is nothing to wait for.
    QVERIFY(retained(
        "homie/5/y/$description",
        R"({"homie":"5.0","nodes":{"ai":{"properties":{"confidence":{"datatype":"float"}}}}})"));
    QVERIFY(retained("homie/5/y/ai/confidence", "0.9"));
    QCOMPARE(m_probe.prediction(0), u"y |  :  0.9 [0 -1]"_s);
}

void TestHomie::torture()
{
    const QByteArray bytes = description.toUtf8();
    torment(m_probe, "homie/5/boiler/$description", bytes.mid(bytes.indexOf(' ') + 1));
    torment(m_probe, "homie/5/boiler/main/temp", "21.5");
}

QTEST_GUILESS_MAIN(TestHomie)
#include "tst_homie.moc"
