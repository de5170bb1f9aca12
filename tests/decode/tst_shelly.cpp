// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/conventions.h"
#include "tests/decode/conversation.h"

using namespace Qt::StringLiterals;

namespace {

// In the form of the notification frames and status objects of the API documentation.
const QString notifyStatus =
    uR"(shellyplus1pm-a8032ab12345/events/rpc {"src":"shellyplus1pm-a8032ab12345","dst":"shellyplus1pm-a8032ab12345/events",)"
    uR"("method":"NotifyStatus","params":{"ts":1700000000.25,"switch:0":{"id":0,"apower":8.9,"voltage":231.2,)"
    uR"("aenergy":{"total":6.532,"by_minute":[45.199,47.141,88.397],"minute_ts":1626935779}}}})"_s;
const QString notifyEvent =
    uR"(home/hall/events/rpc {"src":"shellyplusi4-a8032ab1fe78","dst":"x/events","method":"NotifyEvent","params":{"ts":1700000000,)"
    uR"("events":[{"component":"input:1","id":1,"event":"single_push","ts":1700000001.5}]}})"_s;
const QString status =
    uR"(home/plug/status/switch:0 {"id":0,"source":"init","output":true,"apower":3.5,"temperature":{"tC":45.1,"tF":113.2}})"_s;
const QString announce =
    uR"(shellies/announce {"id":"shelly1pm-BA1936","model":"SHSW-PM","mac":"84CCA8BA1936","ip":"10.0.0.9","new_fw":false,"fw_ver":"20230913"})"_s;

} // namespace

class TestShelly final : public QObject
{
    Q_OBJECT

    Probe m_probe{decode::makeShelly()};

    static QStringList met(const char *device)
    {
        const QString name = QString::fromLatin1(device);
        return {u"Protocol "_s + name + u" Shelly"_s, u"Manufacturer "_s + name + u" Shelly"_s};
    }

private Q_SLOTS:
    void init() { m_probe.restart(decode::makeShelly()); }

    void conversations_data()
    {
        QTest::addColumn<Conversation>("talk");
        const auto row = [](const char *name, QStringList messages, QStringList samples,
                            QStringList facts) {
            QTest::newRow(name) << Conversation{messages, samples, facts};
        };
        row("notification", {notifyStatus},
            {u"shellyplus1pm-a8032ab12345 | switch:0/apower = d:8.9 W @1700000000250"_s,
             u"shellyplus1pm-a8032ab12345 | switch:0/voltage = d:231.2 V @1700000000250"_s,
             u"shellyplus1pm-a8032ab12345 | switch:0/aenergy/total = d:6.532 Wh @1700000000250"_s},
            met("shellyplus1pm-a8032ab12345")
                + QStringList({u"Model shellyplus1pm-a8032ab12345 shellyplus1pm"_s,
                               u"Serial shellyplus1pm-a8032ab12345 a8032ab12345"_s}));
        row("event under a prefix of its own", {notifyEvent},
            {u"home/hall | input:1/event = 'single_push' @1700000001500"_s},
            met("home/hall")
                + QStringList(
                    {u"Model home/hall shellyplusi4"_s, u"Serial home/hall a8032ab1fe78"_s}));
        row("status", {status},
            {u"home/plug | switch:0/source = 'init'"_s, u"home/plug | switch:0/output = true"_s,
             u"home/plug | switch:0/apower = d:3.5 W"_s,
             u"home/plug | switch:0/temperature/tC = d:45.1 °C"_s,
             u"home/plug | switch:0/temperature/tF = d:113.2 °F"_s},
            met("home/plug"));
        row("online of a known one", {status, u"home/plug/online false"_s},
            {u"home/plug | online = false state"_s}, {u"Offline home/plug"_s});
        row("online by name", {u"shellyplus1-1/online true"_s},
            {u"shellyplus1-1 | online = true state"_s},
            met("shellyplus1-1") + QStringList(u"Online shellyplus1-1"_s));
        row("online of somebody", {u"home/lamp/online true"_s}, {}, {});
        row("relay", {u"shellies/shelly1pm-BA1936/relay/0 on"_s},
            {u"shelly1pm-BA1936 | relay/0 = true"_s}, met("shelly1pm-BA1936"));
        row("power", {announce, u"shellies/shelly1pm-BA1936/relay/0/power 12.50"_s},
            {u"shelly1pm-BA1936 | relay/0/power = d:12.5 W"_s}, {});
        row("energy", {announce, u"shellies/shelly1pm-BA1936/relay/0/energy 1234"_s},
            {u"shelly1pm-BA1936 | relay/0/energy = i:1234 W.min"_s}, {});
        row("first generation online", {u"shellies/shelly1pm-BA1936/online false"_s},
            {u"shelly1pm-BA1936 | online = false state"_s},
            met("shelly1pm-BA1936") + QStringList(u"Offline shelly1pm-BA1936"_s));
        row("announce", {announce}, {},
            met("shelly1pm-BA1936")
                + QStringList({u"Model shelly1pm-BA1936 SHSW-PM"_s,
                               u"Serial shelly1pm-BA1936 84CCA8BA1936"_s,
                               u"Firmware shelly1pm-BA1936 20230913"_s,
                               u"Attribute shelly1pm-BA1936 ip=10.0.0.9"_s}));
        row("light",
            {announce,
             u"shellies/shelly1pm-BA1936/light/0/status {\"ison\":true,\"brightness\":40}"_s},
            {u"shelly1pm-BA1936 | light/0/status/ison = true"_s,
             u"shelly1pm-BA1936 | light/0/status/brightness = i:40"_s},
            {});
        row("status of another system", {u"a/status/sys {\"x\":1}"_s}, {}, {});
        row("rpc of another system",
            {u"a/events/rpc {\"method\":\"NotifyStatus\",\"params\":{}}"_s}, {}, {});
    }
    void conversations()
    {
        QFETCH(const Conversation, talk);
        hold(m_probe, talk);
    }

    void statusIsKeptWhereNotificationsCome()
    {
        QVERIFY(say(m_probe, notifyStatus));
        const QByteArray topic = "shellyplus1pm-a8032ab12345/status/switch:0";
        QVERIFY(m_probe.decode(topic, "{\"id\":0,\"apower\":1}"));
        QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
        QVERIFY(m_probe.decode(topic, "{\"id\":0,\"apower\":1}", true)); // all there is at connect
        QCOMPARE(m_probe.samples().size(), 1);
    }

    void itsAvailabilityIsClaimed()
    {
        QVERIFY(say(m_probe, status));
        QCOMPARE(m_probe.out.claims.size(), 1u);
        QCOMPARE(m_probe.out.claims[0].topic, std::string_view("home/plug/online"));
        QCOMPARE(m_probe.out.claims[0].device, std::string_view("home/plug"));
    }

    void commands()
    {
        for (const char *message : {"shellies/command announce", "shellies/s/relay/0/command on"}) {
            QVERIFY(say(m_probe, QString::fromLatin1(message)));
            QCOMPARE(m_probe.out.outcome, decode::Outcome::Kept);
            QVERIFY(!m_probe.out.reason.empty());
        }
    }

    void torture()
    {
        for (const QString &message : {notifyStatus, notifyEvent, status, announce}) {
            const QByteArray bytes = message.toUtf8();
            torment(m_probe, bytes.left(bytes.indexOf(' ')), bytes.mid(bytes.indexOf(' ') + 1));
        }
        torment(m_probe, "shellies/s/relay/0/power", "12.5");
    }
};

QTEST_GUILESS_MAIN(TestShelly)
#include "tst_shelly.moc"
