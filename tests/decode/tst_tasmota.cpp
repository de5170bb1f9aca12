// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

namespace {

const QString announcement =
    uR"(tasmota/discovery/AABBCC001122/config {"ip":"10.0.0.7","dn":"Heater","fn":["Heater",null],"hn":"heater-1",)"
    uR"("mac":"AABBCC001122","md":"Sonoff TH","ofln":"Gone","onln":"Here","sw":"13.1.0","t":"heater","ft":"%prefix%/%topic%/","tp":["cmnd","stat","tele"]})"_s;
const QString sensor =
    uR"(tele/heater/SENSOR {"Time":"2024-05-01T12:00:00","DS18B20":{"Id":"01131B","Temperature":20.6},)"
    uR"("ENERGY":{"TotalStartTime":"2024-01-01T00:00:00","Total":1.25,"Power":[5,6],"Voltage":230},"TempUnit":"F"})"_s;

} // namespace

class TestTasmota final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeTasmota()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeTasmota()); }
    void conversations_data();
    void conversations();
    void kept();
    void answersOfAModel();
    void torture();
};

void TestTasmota::conversations_data()
{
    QTest::addColumn<Conversation>("talk");
    const auto row = [](const char *name, QStringList messages, QStringList samples,
                        QStringList facts) {
        QTest::newRow(name) << Conversation{messages, samples, facts};
    };
    row("announcement", {announcement}, {},
        {u"Protocol heater Tasmota"_s, u"DisplayName heater Heater"_s, u"Model heater Sonoff TH"_s,
         u"Firmware heater 13.1.0"_s, u"Serial heater AABBCC001122"_s,
         u"Attribute heater ip=10.0.0.7"_s, u"Attribute heater host name=heater-1"_s});
    row("sensor, local time is not used", {sensor},
        {u"heater | DS18B20/Id = '01131B'"_s, u"heater | DS18B20/Temperature = d:20.6 °F"_s,
         u"heater | ENERGY/Total = d:1.25 kWh"_s, u"heater | ENERGY/Power/0 = i:5 W"_s,
         u"heater | ENERGY/Power/1 = i:6 W"_s, u"heater | ENERGY/Voltage = i:230 V"_s},
        {});
    row("time in UTC",
        {u"tele/h/SENSOR {\"Time\":\"2023-11-14T22:13:20Z\",\"SHT\":{\"Humidity\":50}}"_s},
        {u"h | SHT/Humidity = i:50 % @1700000000000"_s}, {});
    row("time with an offset",
        {u"tele/h/SENSOR {\"Time\":\"2023-11-14T23:13:20+01:00\",\"A\":{\"B\":1}}"_s},
        {u"h | A/B = i:1 @1700000000000"_s}, {});
    row("prefix behind the topic",
        {u"home/attic/h/tele/SENSOR {\"BMP280\":{\"Pressure\":1013.2},\"PressureUnit\":\"mmHg\"}"_s},
        {u"home/attic/h | BMP280/Pressure = d:1013.2 mmHg"_s}, {});
    row("state",
        {u"tele/h/STATE {\"UptimeSec\":60,\"POWER1\":\"ON\",\"Wifi\":{\"RSSI\":80,\"Signal\":-60}}"_s},
        {u"h | UptimeSec = i:60 s"_s, u"h | POWER1 = true"_s, u"h | Wifi/RSSI = i:80 %"_s,
         u"h | Wifi/Signal = i:-60 dBm"_s},
        {});
    row("power", {u"stat/h/POWER OFF"_s}, {u"h | POWER = false"_s}, {});
    row("result", {u"stat/h/RESULT {\"POWER\":\"ON\"}"_s}, {u"h | POWER = true"_s}, {});
    row("status with sensors",
        {u"stat/h/STATUS10 {\"StatusSNS\":{\"Time\":\"x\",\"AM\":{\"Temperature\":1}}}"_s},
        {u"h | AM/Temperature = i:1 °C"_s}, {});
    row("info",
        {u"tele/h/INFO1 {\"Info1\":{\"Module\":\"Generic\",\"Version\":\"13.1.0(tasmota)\"}}"_s},
        {}, {u"Protocol h Tasmota"_s, u"Firmware h 13.1.0(tasmota)"_s, u"Model h Generic"_s});
    row("will", {u"tele/h/LWT Offline"_s}, {u"h | online = false state"_s},
        {u"Offline h"_s, u"Protocol h Tasmota"_s});
    row("will in announced words", {announcement, u"tele/heater/LWT Here"_s},
        {u"heater | online = true state"_s}, {u"Online heater"_s, u"Protocol heater Tasmota"_s});
    row("will in other words", {u"tele/h/LWT up"_s}, {}, {});
    row("other topic", {u"data/h/SENSOR {\"a\":1}"_s}, {}, {});
    row("other message", {u"tele/h/SOMETHING {\"a\":1}"_s}, {}, {});
    row("no record", {u"tele/h/SENSOR 21.5"_s}, {}, {});
    row("command of nobody", {u"cmnd/h/POWER ON"_s}, {}, {});
}

void TestTasmota::conversations()
{
    QFETCH(const Conversation, talk);
    hold(m_probe, talk);
}

void TestTasmota::kept()
{
    QVERIFY(say(m_probe, announcement));
    for (const char *message : {"cmnd/heater/POWER ON", "tele/heater/SENSOR {}",
                                "tasmota/discovery/AABBCC001122/sensors {\"sn\":{\"A\":1}}",
                                "tasmota/discovery/AABBCC001122/config"}) {
        QVERIFY(say(m_probe, QString::fromLatin1(message)));
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
        QVERIFY(!m_probe.out.reason.empty() && m_probe.out.samples.empty());
    }
    QVERIFY(say(m_probe, u"tasmota/discovery/X/config {\"dn\":1}"_s));
    QCOMPARE(m_probe.out.outcome, decode::Outcome::Undecodable);
}

void TestTasmota::answersOfAModel()
{
    QVERIFY(say(
        m_probe,
        uR"(tele/m/SENSOR {"ENERGY":{"Power":1},"Inference":{"Model":"e","Version":"1","Label":"ok","Confidence":0.9}})"_s));
    QCOMPARE(m_probe.prediction(0), u"m | e 1: ok 0.9 [4 3]"_s);
    QVERIFY(m_probe.samples().contains(u"m | e 1/confidence = d:0.9"_s));
}

void TestTasmota::torture()
{
    for (const QString &message : {announcement, sensor}) {
        const QByteArray bytes = message.toUtf8();
        torment(m_probe, bytes.left(bytes.indexOf(' ')), bytes.mid(bytes.indexOf(' ') + 1));
    }
    torment(m_probe, "tele/h/LWT", "Offline");
}

QTEST_GUILESS_MAIN(TestTasmota)
#include "tst_tasmota.moc"
