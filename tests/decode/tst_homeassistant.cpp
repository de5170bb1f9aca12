// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "models/decode/homeassistanttemplate.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

namespace {

const QString temperature =
    uR"(homeassistant/sensor/hall_t/config {"uniq_id":"h1","name":"Hall temperature",)"
    uR"("stat_t":"~/tele","~":"home/hall","val_tpl":"{{ value_json.climate.t | float }}",)"
    uR"("unit_of_meas":"°C","dev_cla":"temperature","avty_t":"~/status",)"
    uR"("dev":{"ids":["hall-1"],"name":"Hall","mf":"Acme","mdl":"T1","sw":"1.0","hw":"B","sn":"77","sa":"Ground floor"}})"_s;
const QString motion =
    uR"(homeassistant/binary_sensor/hall_m/config {"unique_id":"h2","name":"Motion",)"
    uR"("state_topic":"home/hall/tele","value_template":"{{ value_json['motion'] }}",)"
    uR"("device":{"identifiers":"hall-1","name":"Hall"}})"_s;
const QString deviceForm =
    uR"(homeassistant/device/pump7/config {"dev":{"ids":"p7","name":"Pump 7"},"o":{"name":"pumpware"},)"
    uR"("stat_t":"pumps/7","cmps":{"a":{"p":"sensor","name":"Flow","val_tpl":"{{value_json.flow}}","unit_of_meas":"l/s"},)"
    uR"("b":{"p":"switch","stat_t":"pumps/7/run"},"gone":{"p":"sensor"}}})"_s;

} // namespace

class TestHomeAssistant final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeHomeAssistant()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeHomeAssistant()); }
    void conversations_data();
    void conversations();
    void templates_data();
    void templates();
    void nothingIsLostOrDoubled();
    void unknownTemplateSaysSo();
    void availabilityOfAll();
    void sharedAvailability();
    void brokenAnnouncements_data();
    void brokenAnnouncements();
    void brokenState();
    void imagesAreLeftToOthers();
    void answersOfAModel();
    void answersOnTopicsOfTheirOwn();
    void torture();
};

void TestHomeAssistant::conversations_data()
{
    QTest::addColumn<Conversation>("talk");
    const auto row = [](const char *name, QStringList messages, QStringList samples,
                        QStringList facts) {
        QTest::newRow(name) << Conversation{messages, samples, facts};
    };
    row("announcement", {temperature}, {},
        {u"Protocol Hall Home Assistant discovery"_s, u"Manufacturer Hall Acme"_s,
         u"Model Hall T1"_s, u"Firmware Hall 1.0"_s, u"Hardware Hall B"_s, u"Serial Hall 77"_s,
         u"Site Hall Ground floor"_s, u"SignalUnit Hall temperature: °C"_s});
    row("member", {temperature, u"home/hall/tele {\"climate\":{\"t\":21}}"_s},
        {u"Hall | temperature = d:21 °C"_s}, {});
    row("two entities and a rest",
        {temperature, motion,
         u"home/hall/tele {\"climate\":{\"t\":21.5,\"rh\":40},\"motion\":\"ON\"}"_s},
        {u"Hall | temperature = d:21.5 °C"_s, u"Hall | Motion = true"_s,
         u"Hall | climate/rh = i:40"_s},
        {});
    row("time of the record",
        {temperature, u"home/hall/tele {\"ts\":1700000000000,\"climate\":{\"t\":1}}"_s},
        {u"Hall | temperature = d:1 °C @1700000000000"_s}, {});
    row("availability", {temperature, u"home/hall/status offline"_s},
        {u"Hall | online = false state"_s}, {u"Offline Hall"_s});
    row("device form", {deviceForm}, {},
        {u"Protocol Pump 7 pumpware"_s, u"SignalUnit Pump 7 Flow: l/s"_s});
    row("device form, shared topic", {deviceForm, u"pumps/7 {\"flow\":3}"_s},
        {u"Pump 7 | Flow = i:3 l/s"_s}, {});
    row("device form, own topic", {deviceForm, u"pumps/7/run OFF"_s}, {u"Pump 7 | b = false"_s},
        {});
    row("plain value",
        {u"homeassistant/sensor/x/config {\"stat_t\":\"a/b\",\"uniq_id\":\"1\",\"dev_cla\":\"power\",\"unit_of_meas\":\"W\"}"_s,
         u"a/b 12.5"_s},
        {u"x | power = d:12.5 W"_s}, {});
    row("node id",
        {u"ha/sensor/node/x/config {\"stat_t\":\"a/b\",\"uniq_id\":\"1\",\"name\":\"P\"}"_s,
         u"a/b 7"_s},
        {u"node | P = i:7"_s}, {});
    row("climate",
        {u"homeassistant/climate/c/config {\"name\":\"C\",\"curr_temp_t\":\"c/s\",\"curr_temp_tpl\":\"{{ value_json.now }}\",\"temp_stat_t\":\"c/s\",\"temp_stat_tpl\":\"{{ value_json.set }}\",\"temp_unit\":\"C\",\"dev\":{\"name\":\"AC\"}}"_s,
         u"c/s {\"now\":20,\"set\":22}"_s},
        {u"AC | C/current temperature = i:20 °C"_s, u"AC | C/target temperature = i:22 °C"_s}, {});
    row("attributes topic",
        {u"homeassistant/sensor/x/config {\"stat_t\":\"a/b\",\"json_attr_t\":\"a/c\",\"dev\":{\"name\":\"X\"}}"_s,
         u"a/c {\"fw\":\"2\"}"_s},
        {u"X | fw = '2'"_s}, {});
    row("deleted", {motion, u"homeassistant/binary_sensor/hall_m/config"_s}, {},
        {u"Removed Hall"_s});
    row("deleted, others stay: not removed, topic is forgotten",
        {temperature, motion, u"homeassistant/sensor/hall_t/config"_s,
         u"home/hall/status online"_s},
        {}, {});
    row("no announcement under another prefix", {u"my/sensor/x/config {\"interval\":5}"_s}, {}, {});
    row("unknown topic", {u"home/hall/tele {\"climate\":{\"t\":21}}"_s}, {}, {});
    row("status of the host", {u"homeassistant/status online"_s},
        {u"homeassistant | online = true state"_s},
        {u"Service homeassistant"_s, u"Online homeassistant"_s});
    row("announced again with another unit",
        {u"homeassistant/sensor/x/config {\"stat_t\":\"a/b\",\"uniq_id\":\"1\",\"name\":\"P\",\"unit_of_meas\":\"W\"}"_s,
         u"homeassistant/sensor/x/config {\"stat_t\":\"a/b\",\"uniq_id\":\"1\",\"name\":\"P\",\"unit_of_meas\":\"kW\"}"_s,
         u"a/b 1"_s},
        {u"x | P = i:1 kW"_s}, {});
    row("two entities of one name",
        {u"homeassistant/sensor/x/config {\"stat_t\":\"a/1\",\"name\":\"P\",\"dev\":{\"name\":\"D\"}}"_s,
         u"homeassistant/binary_sensor/y/config {\"stat_t\":\"a/2\",\"name\":\"P\",\"dev\":{\"name\":\"D\"}}"_s,
         u"a/2 ON"_s},
        {u"D | P (binary_sensor) = true"_s}, {});
    row("via device",
        {temperature,
         u"homeassistant/sensor/z/config {\"stat_t\":\"z\",\"dev\":{\"name\":\"Z\",\"via_device\":\"hall-1\"}}"_s},
        {}, {u"Protocol Z Home Assistant discovery"_s, u"Parent Z Hall"_s});
}

void TestHomeAssistant::conversations()
{
    QFETCH(const Conversation, talk);
    hold(m_probe, talk);
}

void TestHomeAssistant::templates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("payload");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *payload, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(payload)
                            << QString::fromLatin1(expected);
    };
    row("{{ value }}", "21.5", "d | s = d:21.5");
    row("{{value|int}}", "21.9", "d | s = i:21");
    row("{{ value | float }}", "21", "d | s = d:21");
    row("{{ value | float(0) }}", "unknown", "d | s = d:0");
    row("{{ value_json.a.b }}", R"({"a":{"b":3}})", "d | s = i:3");
    row("{{ value_json['a b'].c }}", R"({"a b":{"c":"x"}})", "d | s = 'x'");
    row("{{ value_json[\"a\"][1] }}", R"({"a":[[],7]})", "d | a/0 = none");
    row("{{- value_json.t | float | round(1) -}}", R"({"t":"21.27"})", "d | s = d:21.3");
    row("{{ value_json.t | round }}", R"({"t":2.5})", "d | s = d:2");
    row("{{ value_json.t | round(-1) }}", R"({"t":1234})", "d | s = d:1230");
    row("{{ value_json.t | int }}", R"({"t":true})", "d | s = i:1");
    row("{{ value_json.t | is_defined }}", R"({"t":18446744073709551615})",
        "d | s = u:18446744073709551615");
    row("{{ value_json.missing }}", R"({"t":4})", "d | t = i:4");
    row("{{ value_json.t / 10 }}", R"({"t":40})", "d | t = i:40");
    row("{% if value %}1{% endif %}", "7", "d | s = i:7");
    row("{{ value_json }}", R"({"t":4})", "d | t = i:4");
    row("{{ value_json.t | foo }}", R"({"t":4})", "d | t = i:4");
    row("{{ value_json.t ", R"({"t":4})", "d | t = i:4");
}

void TestHomeAssistant::templates()
{
    QFETCH(const QString, text);
    QFETCH(QString, payload);
    QFETCH(QString, expected);
    if (expected
        == u"d | a/0 = none"_s) // the subscript takes element 1, the empty array has no leaf
        expected = u"d | s = i:7"_s;
    QString quoted = text;
    quoted.replace(u'"', u"\\\""_s);
    QVERIFY(say(m_probe,
                uR"(homeassistant/sensor/d/config {"stat_t":"t","name":"s","val_tpl":"%1"})"_s.arg(
                    quoted)));
    QVERIFY(say(m_probe, u"t "_s + payload));
    QCOMPARE(m_probe.samples(), QStringList({expected}));
}

void TestHomeAssistant::nothingIsLostOrDoubled()
{
    // As Zigbee2MQTT announces: entities on one state topic, each names a member, two the same one.
    const auto announce = [&](const char *component, const char *object, const char *member) {
        QVERIFY(say(
            m_probe,
            uR"(homeassistant/%1/%2/config {"stat_t":"zigbee2mqtt/Plug","val_tpl":"{{ value_json.%3 }}","dev":{"name":"Plug"}})"_s
                .arg(QString::fromLatin1(component), QString::fromLatin1(object),
                     QString::fromLatin1(member))));
    };
    announce("sensor", "power", "power");
    announce("switch", "state", "state");
    announce("binary_sensor", "state2", "state");
    QVERIFY(say(
        m_probe,
        uR"(zigbee2mqtt/Plug {"state":"ON","power":12.5,"linkquality":90,"update":{"state":"idle"}})"_s));
    QCOMPARE(m_probe.samples(),
             QStringList({u"Plug | power = d:12.5"_s, u"Plug | state = true"_s,
                          u"Plug | linkquality = i:90"_s, u"Plug | update/state = 'idle'"_s}));
}

void TestHomeAssistant::unknownTemplateSaysSo()
{
    QVERIFY(say(
        m_probe,
        uR"(homeassistant/sensor/d/config {"stat_t":"t","name":"s","val_tpl":"{{ value_json.t / 10 }}"})"_s));
    QVERIFY2(m_probe.out.reason.find("not evaluated") != std::string::npos,
             m_probe.out.reason.c_str());
    QVERIFY(m_probe.out.reason.find("value_json.t / 10") != std::string::npos);
}

void TestHomeAssistant::availabilityOfAll()
{
    QVERIFY(say(
        m_probe,
        uR"(homeassistant/sensor/d/config {"stat_t":"t","avty":[{"t":"bridge","val_tpl":"{{ value_json.state }}"},{"topic":"d/avail"}],"avty_mode":"all","dev":{"name":"D"}})"_s));
    const auto facts = [&](const QString &message) {
        say(m_probe, message);
        return m_probe.facts();
    };
    QCOMPARE(facts(u"d/avail online"_s), QStringList()); // the bridge has not spoken yet
    QCOMPARE(facts(u"bridge {\"state\":\"online\"}"_s), QStringList({u"Online D"_s}));
    QCOMPARE(facts(u"d/avail offline"_s), QStringList({u"Offline D"_s}));
    QCOMPARE(facts(u"bridge {\"state\":\"online\"}"_s), QStringList({u"Offline D"_s}));
    QCOMPARE(facts(u"bridge perhaps"_s), QStringList());
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
}

void TestHomeAssistant::sharedAvailability()
{
    for (const char *device : {"A", "B"})
        QVERIFY(say(
            m_probe,
            uR"(homeassistant/sensor/%1/config {"stat_t":"%1/s","avty_t":"gw/bridge/state","dev":{"name":"%1"}})"_s
                .arg(QString::fromLatin1(device))));
    QVERIFY(say(m_probe, u"gw/bridge/state online"_s));
    QCOMPARE(m_probe.facts(), QStringList({u"Online A"_s, u"Online B"_s}));
    QCOMPARE(m_probe.samples(), QStringList({u"gw/bridge | online = true state"_s}));
}

void TestHomeAssistant::brokenAnnouncements_data()
{
    QTest::addColumn<QString>("payload");
    QTest::newRow("no JSON") << u"hello"_s;
    QTest::newRow("array") << u"[1]"_s;
    QTest::newRow("no entity") << u"{\"a\":1}"_s;
    QTest::newRow("cut") << u"{\"stat_t\":"_s;
}

void TestHomeAssistant::brokenAnnouncements()
{
    QFETCH(const QString, payload);
    QVERIFY(say(m_probe, u"homeassistant/sensor/x/config "_s + payload));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
    QVERIFY(!say(m_probe, u"other/sensor/x/config "_s + payload));
}

void TestHomeAssistant::brokenState()
{
    QVERIFY(say(m_probe, temperature));
    QVERIFY(say(m_probe, u"home/hall/tele {\"climate\":{\"t\":21"_s));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
    QVERIFY(m_probe.out.samples.empty());
}

void TestHomeAssistant::imagesAreLeftToOthers()
{
    QVERIFY(
        say(m_probe, u"homeassistant/sensor/x/config {\"stat_t\":\"a/b\",\"uniq_id\":\"1\"}"_s));
    QVERIFY(!m_probe.decode("a/b", QByteArray::fromHex("ffd8ffe000104a464946")));
}

void TestHomeAssistant::answersOfAModel()
{
    const auto announce = [this](const char *object, const char *name, const char *more) {
        return say(
            m_probe,
            uR"(homeassistant/sensor/z/%1/config {"name":"%2","uniq_id":"z_%1","stat_t":"z/state",)"
            uR"("val_tpl":"{{ value_json.%1 }}",%3"dev":{"ids":["z"],"name":"Zone"}})"_s.arg(
                QLatin1StringView(object), QLatin1StringView(name), QLatin1StringView(more)));
    };
    QVERIFY(announce("prediction", "Edge model prediction", ""));
    QVERIFY(announce("confidence", "Edge model confidence", R"("unit_of_meas":"%",)"));
    QVERIFY(announce("fan", "Fan speed", R"("unit_of_meas":"rpm",)"));
    QVERIFY(say(
        m_probe,
        uR"(z/state {"fan":900,"prediction":"ok","confidence":93.5,"model":"hvac-fault","model_version":"1.2.0"})"_s));
    QCOMPARE(m_probe.prediction(0), u"Zone | hvac-fault 1.2.0: ok 0.935 [1 0]"_s);
    QCOMPARE(m_probe.samples(),
             QStringList({u"Zone | hvac-fault 1.2.0/label = 'ok'"_s,
                          u"Zone | hvac-fault 1.2.0/confidence = d:0.935"_s,
                          u"Zone | Fan speed = i:900 rpm"_s, u"Zone | model = 'hvac-fault'"_s,
                          u"Zone | model_version = '1.2.0'"_s}));
    QVERIFY(say(m_probe, uR"(z/state {"prediction":"ok","confidence":0.5})"_s)); // half a per cent
    QCOMPARE(m_probe.prediction(0), u"Zone | hvac-fault 1.2.0: ok 0.005 [1 0]"_s);
}

void TestHomeAssistant::answersOnTopicsOfTheirOwn()
{
    const auto announce = [this](const char *object, const char *name, const char *unit) {
        return say(
            m_probe,
            uR"(homeassistant/sensor/d/%1/config {"name":"%2","uniq_id":"d_%1",)"
            uR"("stat_t":"d/%1","unit_of_meas":"%3","dev":{"ids":["d"],"name":"Door"}})"_s.arg(
                QLatin1StringView(object), QLatin1StringView(name), QLatin1StringView(unit)));
    };
    QVERIFY(announce("a", "Front camera confidence", "%"));
    QVERIFY(announce("b", "Front camera class", ""));
    QVERIFY(announce("c", "Front camera model version", ""));
    QVERIFY(announce("d", "Air quality score", ""));
    QVERIFY(announce("e", "Rear camera confidence", "%"));
    QVERIFY(say(m_probe, u"d/c 2.10"_s));
    QVERIFY(say(m_probe, u"d/b person"_s));
    QCOMPARE(m_probe.samples(), QStringList({u"Door | Front camera class = 'person'"_s}));
    QVERIFY(say(m_probe, u"d/a 97"_s));
    QCOMPARE(m_probe.prediction(0), u"Door |  2.10: person 0.97 [0 -1]"_s);
    QVERIFY(say(m_probe, u"d/e 12"_s)); // the other camera's answer is not mixed in
    QCOMPARE(m_probe.prediction(0), u"Door |  :  0.12 [0 -1]"_s);
    QVERIFY(say(m_probe, u"d/d 41"_s)); // a score without company is a measurement
    QCOMPARE(m_probe.prediction(0), u"none"_s);
    QCOMPARE(m_probe.samples(), QStringList({u"Door | Air quality score = i:41"_s}));
}

void TestHomeAssistant::torture()
{
    for (const QString &message : {temperature, deviceForm}) {
        const QByteArray bytes = message.toUtf8();
        torment(m_probe, bytes.left(bytes.indexOf(' ')), bytes.mid(bytes.indexOf(' ') + 1));
    }
    QVERIFY(say(m_probe, temperature));
    torment(m_probe, "home/hall/tele", R"({"climate":{"t":21.5,"rh":40},"motion":"ON"})");
    torment(m_probe, "home/hall/status", "online");
}

QTEST_GUILESS_MAIN(TestHomeAssistant)
#include "tst_homeassistant.moc"
