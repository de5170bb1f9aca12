// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

namespace {

const QString discovery =
    uR"(esphome/discover/livingroom {"ip":"10.0.0.7","name":"livingroom","friendly_name":"Living room",)"
    uR"("port":6053,"version":"2024.10.2","mac":"a8032ab12345","platform":"ESP32","board":"esp32dev","network":"wifi"})"_s;

} // namespace

class TestEspHome final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeEspHome()};

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeEspHome()); }

    void conversations_data()
    {
        QTest::addColumn<Conversation>("talk");
        const auto row = [](const char *name, QStringList messages, QStringList samples,
                            QStringList facts) {
            QTest::newRow(name) << Conversation{messages, samples, facts};
        };
        const QStringList met{u"Protocol n1 ESPHome"_s};
        row("sensor", {u"n1/sensor/room_temperature/state 21.5"_s},
            {u"n1 | sensor/room_temperature = d:21.5"_s}, met);
        row("introduced once", {u"n1/sensor/a/state 1"_s, u"n1/sensor/a/state 2"_s},
            {u"n1 | sensor/a = i:2"_s}, {});
        row("binary sensor", {u"n1/binary_sensor/door/state ON"_s},
            {u"n1 | binary_sensor/door = true"_s}, met);
        row("text", {u"n1/text_sensor/mode/state eco"_s}, {u"n1 | text_sensor/mode = 'eco'"_s},
            met);
        row("nothing measured", {u"n1/sensor/a/state nan"_s}, {u"n1 | sensor/a = d:0 missing"_s},
            met);
        row("light", {u"n1/light/lamp/state {\"state\":\"ON\",\"brightness\":255}"_s},
            {u"n1 | light/lamp/state = 'ON'"_s, u"n1 | light/lamp/brightness = i:255"_s}, met);
        row("prefix of two levels", {u"home/n1/switch/fan/state OFF"_s},
            {u"home/n1 | switch/fan = false"_s}, {u"Protocol home/n1 ESPHome"_s});
        row("discovery", {discovery}, {},
            {u"Protocol livingroom ESPHome"_s, u"DisplayName livingroom Living room"_s,
             u"Firmware livingroom 2024.10.2"_s, u"Model livingroom esp32dev"_s,
             u"Hardware livingroom ESP32"_s, u"Serial livingroom a8032ab12345"_s,
             u"Attribute livingroom ip=10.0.0.7"_s});
        row("other component", {u"n1/engine/a/state 1"_s}, {}, {});
        row("other end", {u"n1/sensor/a/value 1"_s}, {}, {});
        row("no object", {u"n1/sensor//state 1"_s}, {}, {});
        row("no node", {u"/sensor/a/state 1"_s}, {}, {});
        row("broken JSON", {u"n1/light/a/state {\"state\""_s}, {}, {});
        row("somebody's debug topic", {u"n1/debug 5"_s}, {}, {});
    }
    void conversations()
    {
        QFETCH(const Conversation, talk);
        hold(m_probe, talk);
    }

    void kept()
    {
        for (const QByteArray line :
             {"\x1b[0;36m[D][sensor:094]: 'Temp': Sending state 21.5\x1b[0m", "[I][app:100]: up"}) {
            QVERIFY(m_probe.decode("n1/debug", line));
            QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
            QVERIFY(!m_probe.out.reason.empty() && m_probe.samples().isEmpty());
        }
        QVERIFY(say(m_probe, u"n1/switch/fan/command ON"_s));
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
    }

    void torture()
    {
        const QByteArray bytes = discovery.toUtf8();
        torment(m_probe, "esphome/discover/n", bytes.mid(bytes.indexOf(' ') + 1));
        torment(m_probe, "n/light/l/state", R"({"state":"ON","color":{"r":1}})");
        torment(m_probe, "n/debug", "\x1b[0;36m[D][s:1]: x");
    }
};

QTEST_GUILESS_MAIN(TestEspHome)
#include "tst_esphome.moc"
