// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

namespace {

QString devices(const QString &base)
{
    return base
        + uR"(/bridge/devices [{"ieee_address":"0x00","type":"Coordinator","friendly_name":"Coordinator"},)"
          uR"({"ieee_address":"0x01","type":"EndDevice","friendly_name":"attic/climate","software_build_id":"3000",)"
          uR"("definition":{"vendor":"Xiaomi","model":"WSDCGQ11LM","description":"Climate","exposes":[)"
          uR"({"type":"numeric","property":"temperature","unit":"°C","access":1},{"type":"climate","features":[{"property":"local","unit":"K"}]},{"property":"state"}]}}])"_s;
}

} // namespace

class TestZigbee2Mqtt final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeZigbee2Mqtt()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeZigbee2Mqtt()); }
    void conversations_data();
    void conversations();
    void kept();
    void torture();
};

void TestZigbee2Mqtt::conversations_data()
{
    QTest::addColumn<Conversation>("talk");
    const auto row = [](const char *name, QStringList messages, QStringList samples,
                        QStringList facts) {
        QTest::newRow(name) << Conversation{messages, samples, facts};
    };
    const QString known = devices(u"zigbee2mqtt"_s);
    row("devices", {known}, {},
        {u"Protocol attic/climate Zigbee2MQTT"_s, u"Parent attic/climate zigbee2mqtt/bridge"_s,
         u"Serial attic/climate 0x01"_s, u"Firmware attic/climate 3000"_s,
         u"Manufacturer attic/climate Xiaomi"_s, u"Model attic/climate WSDCGQ11LM"_s,
         u"Attribute attic/climate description=Climate"_s, u"SignalUnit attic/climate local: K"_s,
         u"SignalUnit attic/climate temperature: °C"_s});
    row("state with units",
        {known,
         u"zigbee2mqtt/attic/climate {\"temperature\":21.5,\"local\":1,\"linkquality\":90,\"battery\":88,\"state\":\"ON\",\"voltage\":null}"_s},
        {u"attic/climate | temperature = d:21.5 °C"_s, u"attic/climate | local = i:1 K"_s,
         u"attic/climate | linkquality = i:90 lqi"_s, u"attic/climate | battery = i:88 %"_s,
         u"attic/climate | state = 'ON'"_s, u"attic/climate | voltage = d:0 missing"_s},
        {});
    row("state before the bridge spoke",
        {u"zigbee2mqtt/Plug {\"power\":3,\"update\":{\"state\":\"idle\"},\"device\":{\"model\":\"x\"}}"_s},
        {u"Plug | power = i:3"_s, u"Plug | update/state = 'idle'"_s}, {});
    row("last seen in ms", {u"zigbee2mqtt/Plug {\"power\":3,\"last_seen\":1700000000000}"_s},
        {u"Plug | power = i:3 @1700000000000"_s}, {});
    row("last seen in ISO 8601",
        {u"zigbee2mqtt/Plug {\"last_seen\":\"2023-11-14T22:13:20.000Z\",\"power\":3}"_s},
        {u"Plug | power = i:3 @1700000000000"_s}, {});
    row("last seen without zone is kept",
        {u"zigbee2mqtt/Plug {\"last_seen\":\"2023-11-14T22:13:20\"}"_s},
        {u"Plug | last_seen = '2023-11-14T22:13:20'"_s}, {});
    row("availability", {u"zigbee2mqtt/Plug/availability online"_s},
        {u"Plug | online = true state"_s}, {u"Online Plug"_s, u"Protocol Plug Zigbee2MQTT"_s});
    row("availability in JSON, slash in the name",
        {u"zigbee2mqtt/attic/climate/availability {\"state\":\"offline\"}"_s},
        {u"attic/climate | online = false state"_s},
        {u"Offline attic/climate"_s, u"Protocol attic/climate Zigbee2MQTT"_s});
    row("bridge state", {u"zigbee2mqtt/bridge/state {\"state\":\"online\"}"_s},
        {u"zigbee2mqtt/bridge | online = true state"_s},
        {u"Gateway zigbee2mqtt/bridge"_s, u"Online zigbee2mqtt/bridge"_s,
         u"Protocol zigbee2mqtt/bridge Zigbee2MQTT"_s});
    row("bridge info",
        {u"zigbee2mqtt/bridge/info {\"version\":\"1.40\",\"coordinator\":{\"type\":\"zStack\"}}"_s},
        {},
        {u"Gateway zigbee2mqtt/bridge"_s, u"Protocol zigbee2mqtt/bridge Zigbee2MQTT"_s,
         u"Firmware zigbee2mqtt/bridge 1.40"_s, u"Model zigbee2mqtt/bridge zStack"_s});
    row("other base is learned",
        {devices(u"plant/zb"_s), u"plant/zb/attic/climate {\"temperature\":1}"_s},
        {u"attic/climate | temperature = i:1 °C"_s}, {});
    row("other base is not known", {u"plant/zb/attic/climate {\"temperature\":1}"_s}, {}, {});
    row("one topic per property", {known, u"zigbee2mqtt/attic/climate/temperature 21.5"_s},
        {u"attic/climate | temperature = d:21.5 °C"_s}, {});
    row("one topic per property, unknown device", {u"zigbee2mqtt/x/temperature 21.5"_s}, {}, {});
    row("somebody else's bridge", {u"site/bridge/state online"_s}, {}, {});
}

void TestZigbee2Mqtt::conversations()
{
    QFETCH(const Conversation, talk);
    QStringList facts = talk.facts;
    for (const QString &message : talk.messages)
        say(m_probe, message);
    if (talk.facts.size() > 4) { // units come in the order of a hash
        QStringList found = m_probe.facts();
        found.sort();
        facts.sort();
        QCOMPARE(found, facts);
        return;
    }
    m_probe.restart(decode::makeZigbee2Mqtt());
    hold(m_probe, talk);
}

void TestZigbee2Mqtt::kept()
{
    QVERIFY(say(m_probe, devices(u"zigbee2mqtt"_s)));
    for (const char *message :
         {"zigbee2mqtt/attic/climate/set {\"state\":\"ON\"}",
          "zigbee2mqtt/attic/climate/set/state ON", "zigbee2mqtt/attic/climate/get {}",
          "zigbee2mqtt/bridge/logging {\"level\":\"info\"}", "zigbee2mqtt/bridge/groups []",
          "zigbee2mqtt/bridge/request/permit_join {}", "zigbee2mqtt/bridge/devices []",
          "zigbee2mqtt/attic/climate", "zigbee2mqtt/attic/climate {}"}) {
        QVERIFY2(say(m_probe, QString::fromLatin1(message)), message);
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
        QVERIFY(!m_probe.out.reason.empty() && m_probe.out.samples.empty());
    }
}

void TestZigbee2Mqtt::torture()
{
    const QByteArray bytes = devices(u"zigbee2mqtt"_s).toUtf8();
    torment(m_probe, "zigbee2mqtt/bridge/devices", bytes.mid(bytes.indexOf(' ') + 1));
    torment(m_probe, "zigbee2mqtt/attic/climate",
            R"({"temperature":21.5,"last_seen":"2023-11-14T22:13:20.000Z"})");
    torment(m_probe, "zigbee2mqtt/attic/climate/availability", R"({"state":"online"})");
}

QTEST_GUILESS_MAIN(TestZigbee2Mqtt)
#include "tst_zigbee2mqtt.moc"
