// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a Sparkplug host does beside decoding: order, and asking for births.
#include "models/decode/sparkplughost.h"
#include "models/decode/sparkplugwire.h"
#include "models/ingest/pipeline.h"
#include "models/ingest/rebirthdesk.h"
#include "models/ingest/sparkplugorder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::nsPerSecond;
namespace spb = decode::spb;
using ingest::RebirthDesk;
using ingest::SparkplugOrder;

namespace {

constexpr base::TimeNs start = 1'700'000'000 * nsPerSecond;

/// A payload with a sequence number (-1: none) and one metric.
std::string payload(int sequence, const std::string &metric = {}, double value = 0)
{
    spb::Payload out;
    out.set_timestamp(1'700'000'000'000);
    if (sequence >= 0)
        out.set_seq(static_cast<std::uint64_t>(sequence));
    if (!metric.empty()) {
        out.add_metrics()->set_name(metric);
        out.mutable_metrics(0)->set_datatype(10);
        out.mutable_metrics(0)->set_double_value(value);
    }
    return out.SerializeAsString();
}

/// Feeds an order and notes what comes out: "3", with '*' when it waited; "gap G/E".
class Line
{
public:
    Line()
        : order({.deliver =
                     [this](const telemetry::MessageView &message, bool waited) {
                         const auto step = decode::sparkplugStep(message.topic, message.payload);
                         QString text =
                             step->sequence < 0 ? u"death"_s : QString::number(step->sequence);
                         if (step->kind == decode::SparkplugStep::Kind::Birth)
                             text = u"birth "_s + text;
                         out += waited ? text + u'*' : text;
                     },
                 .gap =
                     [this](std::string_view node) {
                         out += u"gap "_s + QString::fromStdString(std::string(node));
                     }})
    {
    }

    void say(const char *type, int sequence, base::TimeNs at = 0)
    {
        const std::string topic =
            std::string("spBv1.0/G/") + type + "/E" + (type[0] == 'D' ? "/D" : "");
        std::string bytes = payload(sequence);
        const std::size_t size = bytes.size();
        bytes.append(telemetry::MessageBatch::padding, '\0');
        telemetry::MessageView view;
        view.topic = topic;
        view.payload = std::string_view(bytes).substr(0, size);
        const auto step = decode::sparkplugStep(view.topic, view.payload);
        QVERIFY(step.has_value());
        order.take(*step, view, at);
    }

    QStringList taken() { return std::exchange(out, {}); }

    QStringList out;
    SparkplugOrder order;
};

class Fixture
{
public:
    Fixture()
        : clock(start)
        , pipeline(options(), nullptr)
        , intake(pipeline.addSource(u"uuid"_s, u"Broker"_s))
    {
        pipeline.start();
    }

    void push(std::string_view topic, const std::string &bytes)
    {
        QVERIFY(intake.inlet->push(telemetry::MessageView{topic, bytes, clock.now(), intake.id, 0,
                                                          false, false, nullptr}));
        pipeline.drain();
    }

    devices::DeviceRecord device(const QString &name)
    {
        for (const devices::DeviceRecord &record : pipeline.devices().records())
            if (record.name == name)
                return record;
        return {};
    }

    ingest::PipelineOptions options()
    {
        ingest::PipelineOptions options;
        options.clock = &clock;
        return options;
    }

    base::ManualClock clock;
    ingest::Pipeline pipeline;
    ingest::Pipeline::Intake intake;
};

} // namespace

class TestSparkplugHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps()
    {
        const auto kind = [](const char *topic) {
            const auto step = decode::sparkplugStep(topic, payload(7));
            return step ? static_cast<int>(step->kind) * 1'000 + step->sequence : -1;
        };
        QCOMPARE(kind("spBv1.0/G/NBIRTH/E"), 7);
        QCOMPARE(kind("spBv1.0/G/NDEATH/E"), 1'007);
        QCOMPARE(kind("spBv1.0/G/NDATA/E"), 2'007);
        QCOMPARE(kind("spBv1.0/G/DDATA/E/D"), 2'007);
        QCOMPARE(kind("spBv1.0/G/DDEATH/E/D"), 2'007);
        for (const char *topic :
             {"spBv1.0/G/NCMD/E", "spBv1.0/G/NDATA/E/D", "spBv1.0/G/DDATA/E", "spBv1.0/STATE/h",
              "spBv1.0/G/NDATA", "x/G/NDATA/E", "spBv1.0/G/NDATA/E/D/F", "spBv1.0//NDATA/E"})
            QCOMPARE(kind(topic), -1);
        const auto sequence = [](std::string_view bytes) {
            return decode::sparkplugStep("spBv1.0/G/NDATA/E", bytes)->sequence;
        };
        QCOMPARE(sequence(payload(-1, "a", 1)), -1);
        QCOMPARE(sequence(payload(200, "a", 1)), 200);
        std::string cut = payload(200, "a", 1);
        for (; !cut.empty(); cut.pop_back())
            QVERIFY(sequence(cut) <= 200);
        QCOMPARE(sequence("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"), -1);
    }

    void theCommand()
    {
        QCOMPARE(decode::sparkplugCommandTopic("Harbour works/edge 1"),
                 std::string("spBv1.0/Harbour works/NCMD/edge 1"));
        for (const std::string &bad :
             {std::string("G"), std::string("/E"), std::string("G/"), std::string("G/E/D"),
              std::string("+/E"), std::string("G/#"), "G/" + std::string(300, 'e')})
            QVERIFY(decode::sparkplugCommandTopic(bad).empty());
        spb::Payload command;
        QVERIFY(command.ParseFromString(decode::sparkplugRebirth(start)));
        QVERIFY(!command.has_seq()); // tck-id-payloads-ncmd-seq
        QCOMPARE(command.timestamp(), std::uint64_t(1'700'000'000'000));
        QCOMPARE(command.metrics_size(), 1);
        QCOMPARE(command.metrics(0).name(), std::string("Node Control/Rebirth"));
        QVERIFY(!command.metrics(0).has_alias());
        QCOMPARE(command.metrics(0).datatype(), 11u);
        QVERIFY(command.metrics(0).boolean_value());
    }

    void orderIsRestored()
    {
        Line line;
        line.say("NBIRTH", 0);
        line.say("DBIRTH", 1);
        line.say("DDATA", 4);
        line.say("DDATA", 3);
        QCOMPARE(line.taken(), QStringList({u"birth 0"_s, u"1"_s}));
        QCOMPARE(line.order.waiting(), 2u);
        line.say("NDATA", 2);
        QCOMPARE(line.taken(), QStringList({u"2"_s, u"3*"_s, u"4*"_s}));
        QCOMPARE(line.order.waiting(), 0u);
        line.order.tick(100 * nsPerSecond);
        QVERIFY(line.taken().isEmpty()); // no gap
    }

    void aGapThatStays()
    {
        Line line;
        line.say("NDATA", 254);
        line.say("NDATA", 1, 5 * nsPerSecond);
        line.say("NDATA", 0, 6 * nsPerSecond);
        line.order.tick(6 * nsPerSecond);
        QCOMPARE(line.taken(), QStringList(u"254"_s));
        line.order.tick(7 * nsPerSecond);
        QCOMPARE(line.taken(), QStringList({u"gap G/E"_s, u"0*"_s, u"1*"_s}));
        line.say("NDATA", 255, 8 * nsPerSecond); // too late, but not lost
        line.say("NDATA", 2, 8 * nsPerSecond);
        QCOMPARE(line.taken(), QStringList({u"255"_s, u"2"_s}));
    }

    void aBirthStartsAnew()
    {
        Line line;
        line.say("NDATA", 100);
        line.say("NDATA", 103);
        line.say("DBIRTH", 1); // overtook its node's birth
        line.say("NBIRTH", 0);
        line.say("DDATA", 2);
        QCOMPARE(line.taken(), QStringList({u"100"_s, u"103*"_s, u"birth 0"_s, u"1*"_s, u"2"_s}));
        line.say("DDATA", 5);
        line.say("NDEATH", -1); // nothing may wait behind a death
        QCOMPARE(line.taken(), QStringList({u"5*"_s, u"death"_s}));
    }

    void aNodeThatCountsFromElsewhere()
    {
        Line line;
        line.say("NDATA", 10);
        line.say("NDATA", 240);
        line.say("NDATA", 241);
        line.say("NDATA", 242);
        QCOMPARE(line.taken(), QStringList({u"10"_s, u"240"_s, u"241"_s, u"242"_s}));
        QCOMPARE(line.order.waiting(), 0u);
    }

    void waitingIsBounded()
    {
        Line line;
        line.say("NDATA", 0);
        for (int i = 2; i < 2 + 120; ++i)
            line.say("NDATA", i);
        QCOMPARE(line.order.waiting(), 120u);
        QCOMPARE(line.taken().size(), 1);
        line.say("NDATA", 1);
        QCOMPARE(line.taken().size(), 121);
        Line again;
        again.say("NDATA", 0);
        for (int round = 0; round < 10; ++round)
            for (int i = 2; i < 100; ++i)
                again.say("NDATA", i);
        QVERIFY(again.order.waiting() <= SparkplugOrder::maxHeldPerNode);
        again.order.tick(0, true);
        QCOMPARE(again.order.waiting(), 0u);
        QCOMPARE(again.taken().size(), 1 + 10 * 98); // nothing is lost
    }

    void askingIsPaced()
    {
        RebirthDesk desk;
        QVERIFY(desk.want("G/E", start));
        QVERIFY(!desk.want("G/E", start + 4 * nsPerSecond));
        QVERIFY(desk.want("G/E", start + 5 * nsPerSecond));
        QVERIFY(!desk.want("G/E", start + 14 * nsPerSecond)); // ten seconds now
        QVERIFY(desk.want("G/E", start + 15 * nsPerSecond));
        int asked = 0;
        for (int second = 16; second < 16 + 3'600; ++second)
            asked += desk.want("G/E", start + second * nsPerSecond) ? 1 : 0;
        QVERIFY2(asked >= 10 && asked <= 17, qPrintable(QString::number(asked)));
        QVERIFY(desk.want("G/E", start + 9'000 * nsPerSecond));
        QVERIFY(desk.want("G/E", start + 9'005 * nsPerSecond)); // it was quiet: as at first
        // A whole plant is not asked at once.
        int atOnce = 0;
        for (int i = 0; i < 100; ++i)
            atOnce += desk.want("G/" + std::to_string(i), start + 10'000 * nsPerSecond) ? 1 : 0;
        QCOMPARE(atOnce, RebirthDesk::mostPerSecond);
    }

    void dataWithoutABirth()
    {
        Fixture f;
        f.push("spBv1.0/G/NDATA/E", payload(5));
        devices::DeviceRecord node = f.device(u"G/E"_s);
        QCOMPARE(node.state, devices::DeviceState::Suspect);
        QVERIFY2(node.why.contains(u"read-only"_s), qPrintable(node.why));
        QVERIFY(f.pipeline.takeRebirthWishes().empty()); // nobody may
        f.pipeline.setMayAskRebirth(f.intake.id, true);
        f.push("spBv1.0/G/NDATA/E", payload(6));
        const auto wishes = f.pipeline.takeRebirthWishes();
        QCOMPARE(wishes.size(), 1u);
        QCOMPARE(wishes[0].node, u"G/E"_s);
        QCOMPARE(wishes[0].source, f.intake.id);
        QVERIFY(f.device(u"G/E"_s).why.contains(u"asked"_s));
        f.push("spBv1.0/G/NDATA/E", payload(7));
        QVERIFY(f.pipeline.takeRebirthWishes().empty()); // not so soon
        f.push("spBv1.0/G/NBIRTH/E", payload(0, "temp", 1));
        node = f.device(u"G/E"_s);
        QCOMPARE(node.state, devices::DeviceState::Well);
        QVERIFY(node.why.isEmpty());
        const auto ledger = f.pipeline.ledger(f.intake.id);
        QCOMPARE(ledger.received, ledger.decoded + ledger.kept + ledger.undecodable);
    }

    void missingMessages()
    {
        Fixture f;
        f.pipeline.setMayAskRebirth(f.intake.id, true);
        f.push("spBv1.0/G/NBIRTH/E", payload(0, "temp", 1));
        f.push("spBv1.0/G/NDATA/E", payload(2, "temp", 3));
        QCOMPARE(f.pipeline.ledger(f.intake.id).samples, 1u); // it waits
        QCOMPARE(f.pipeline.ledger(f.intake.id).kept, 1u);
        f.clock.advance(3 * nsPerSecond);
        f.pipeline.drain();
        const auto ledger = f.pipeline.ledger(f.intake.id);
        QCOMPARE(ledger.samples, 2u);
        QCOMPARE(ledger.kept, 0u);
        QCOMPARE(ledger.decoded, 2u);
        QCOMPARE(ledger.gaps, 1u);
        QCOMPARE(f.pipeline.takeRebirthWishes().size(), 1u);
        QCOMPARE(f.device(u"G/E"_s).state, devices::DeviceState::Suspect);
        QVERIFY(f.device(u"G/E"_s).why.contains(u"missing"_s));
    }

    void valuesGoStaleWithADeath()
    {
        Fixture f;
        f.push("spBv1.0/G/NBIRTH/E", payload(0, "temp", 1));
        f.push("spBv1.0/G/DBIRTH/E/D", payload(1, "p", 2));
        const auto &catalogue = f.pipeline.catalogue();
        const auto signal = [&](QStringView device, QStringView name) {
            return f.pipeline.series().find(
                catalogue.findSignal(catalogue.findDevice(f.intake.id, device), name));
        };
        telemetry::Point last;
        QVERIFY(signal(u"G/E/D", u"p")->last(last));
        QCOMPARE(last.quality, telemetry::Quality::Good);
        f.clock.advance(nsPerSecond);
        f.push("spBv1.0/G/NDEATH/E", payload(-1));
        for (const auto &[device, name] :
             {std::pair(u"G/E"_s, u"temp"_s), std::pair(u"G/E/D"_s, u"p"_s)}) {
            QVERIFY(signal(device, name)->last(last));
            QCOMPARE(last.quality, telemetry::Quality::Missing);
            QCOMPARE(last.time, f.clock.now()); // the will's own time is not believed
            QCOMPARE(f.device(device).state, devices::DeviceState::Offline);
        }
        f.push("spBv1.0/G/NBIRTH/E", payload(0, "temp", 1));
        f.push("spBv1.0/G/DBIRTH/E/D", payload(1, "p", 2));
        QCOMPARE(f.device(u"G/E/D"_s).state, devices::DeviceState::Well);
        // Born again without its device: that one is stale after two seconds.
        f.push("spBv1.0/G/NBIRTH/E", payload(0, "temp", 1));
        QVERIFY(signal(u"G/E/D", u"p")->last(last));
        QCOMPARE(last.quality, telemetry::Quality::Missing);
        for (int i = 0; i < 4; ++i) {
            f.clock.advance(nsPerSecond);
            f.push("spBv1.0/G/NDATA/E", payload(1 + i, "temp", 1));
        }
        QTRY_COMPARE(f.device(u"G/E/D"_s).state, devices::DeviceState::Stale);
    }
};

QTEST_GUILESS_MAIN(TestSparkplugHost)
#include "tst_sparkplughost.moc"
