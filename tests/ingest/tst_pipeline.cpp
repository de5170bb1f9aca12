// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/pipeline.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using base::nsPerSecond;
using ingest::Pipeline;
using ingest::PipelineOptions;
using telemetry::MessageView;
using telemetry::SourceEvent;

namespace {

constexpr base::TimeNs start = 1'700'000'000 * nsPerSecond;

class Fixture
{
public:
    explicit Fixture(store::Historian *historian = nullptr)
        : clock(start)
        , pipeline(options(), historian)
        , intake(pipeline.addSource(u"uuid"_s, u"Broker"_s))
    {
        pipeline.start();
    }

    void push(std::string_view topic, std::string_view payload, base::TimeNs time,
              bool retain = false)
    {
        QVERIFY(intake.inlet->push(
            MessageView{topic, payload, time, intake.id, 0, retain, false, nullptr}));
    }

    PipelineOptions options()
    {
        PipelineOptions options;
        options.clock = &clock;
        options.maxTopics = 100;
        return options;
    }

    base::ManualClock clock;
    Pipeline pipeline;
    Pipeline::Intake intake;
};

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJsonMessageBecomesDeviceSignalsAndSamples()
    {
        Fixture f;
        f.push("harbour/P-101/telemetry",
               R"({"flow":41.5,"speed":1484,"running":true,"mode":"auto"})", start + 1);
        f.pipeline.drain();
        telemetry::Catalogue &catalogue = f.pipeline.catalogue();
        QCOMPARE(catalogue.deviceCount(), 1u);
        QCOMPARE(catalogue.signalCount(), 4u);
        const telemetry::SignalId flow = catalogue.findSignal(0, u"flow");
        QVERIFY(flow != telemetry::noId);
        telemetry::Point last;
        QVERIFY(f.pipeline.series().find(flow)->last(last));
        QCOMPARE(last.number(), 41.5);
        QCOMPARE(last.time, start + 1);
        const auto ledger = f.pipeline.ledger(f.intake.id);
        QCOMPARE(ledger.received, 1u);
        QCOMPARE(ledger.decoded, 1u);
        QCOMPARE(ledger.samples, 4u);
        QCOMPARE(ledger.lost(), 0u);
        QCOMPARE(f.pipeline.devices().records().size(), 1u);
        QCOMPARE(f.pipeline.topics().size(), 1u);
    }

    void availabilityWaitsForItsDevice()
    {
        Fixture f;
        f.push("depot/senml/hvac-05/status", "online", start);
        f.pipeline.drain();
        QCOMPARE(f.pipeline.devices().size(), 0u);
        f.push("depot/senml/hvac-05", R"([{"bn":"hvac-05:","n":"t","v":1.5}])", start + 1);
        f.pipeline.drain();
        // One device, which also has the state that came before it.
        QCOMPARE(f.pipeline.catalogue().deviceCount(), 1u);
        QCOMPARE(f.pipeline.devices().deviceCount(), 1u);
        const telemetry::SignalId state = f.pipeline.catalogue().findSignal(0, u"status");
        QVERIFY(state != telemetry::noId);
        QCOMPARE(f.pipeline.catalogue().signal(state).role, telemetry::SignalRole::State);
        f.push("depot/senml/hvac-05/status", "offline", start + 2);
        f.pipeline.drain();
        QCOMPARE(f.pipeline.devices().record(0).state, devices::DeviceState::Offline);
        const auto ledger = f.pipeline.ledger(f.intake.id);
        QCOMPARE(ledger.received, 3u);
        QCOMPARE(ledger.decoded, 3u);
        QCOMPARE(ledger.samples, 3u);
    }

    void availabilityWithoutDataBecomesADeviceAfterAWhile()
    {
        Fixture f;
        f.push("site/dev/status", "online", start);
        f.push("site/old/status", "online", start, true); // retained: hearsay
        f.pipeline.drain();
        QCOMPARE(f.pipeline.devices().size(), 0u);
        f.clock.advance(11 * nsPerSecond);
        f.pipeline.drain();
        QCOMPARE(f.pipeline.devices().size(), 2u);
        QCOMPARE(f.pipeline.devices().deviceCount(), 1u);
        // Its data come late, under another name: the two are one from then on.
        f.push("site/dev", R"([{"bn":"dev-4711:","n":"t","v":1.5}])", start + 12 * nsPerSecond);
        f.pipeline.drain();
        QStringList names;
        for (const devices::DeviceRecord &record : f.pipeline.devices().records())
            names += record.name;
        QCOMPARE(names, QStringList({u"site/old"_s, u"dev-4711"_s}));
    }

    void stoppingLetsGoOfWhatWaits()
    {
        Fixture f;
        f.push("site/dev/status", "online", start);
        f.pipeline.stop();
        QCOMPARE(f.pipeline.devices().size(), 1u);
    }

    void everyMessageIsAccountedFor()
    {
        Fixture f;
        f.push("a/1", "21.5", start);
        f.push("a/2", R"({"x":)", start); // claims JSON, is broken
        f.push("a/3", "\xff\xd8\xff\xe0rest of a jpeg", start); // image
        f.push("a/4", "", start, true); // deleted
        for (int i = 0; i < 500; ++i)
            f.push("a/5", std::to_string(i), start + i);
        f.pipeline.drain();
        const auto ledger = f.pipeline.ledger(f.intake.id);
        QCOMPARE(ledger.received, 504u);
        QCOMPARE(ledger.received, ledger.decoded + ledger.kept + ledger.undecodable);
        QCOMPARE(ledger.undecodable, 1u);
        const auto reasons = f.pipeline.undecodable();
        QCOMPARE(reasons.size(), 1u);
        QCOMPARE(reasons[0].topic, u"a/2"_s);
        QVERIFY(!reasons[0].reason.isEmpty());
    }

    void lateAndDuplicateSamplesAreKeptInOrderAndCounted()
    {
        Fixture f;
        const auto row = [&f](int second, double value) {
            const std::string payload =
                "{\"ts\":" + std::to_string(1'700'000'000'000LL + second * 1'000LL)
                + ",\"v\":" + std::to_string(value) + "}";
            f.push("d/x", payload, start + 100 * nsPerSecond);
        };
        for (const int second : {1, 2, 5, 3, 4, 4, 6})
            row(second, second);
        f.pipeline.drain();
        const auto ledger = f.pipeline.ledger(f.intake.id);
        QCOMPARE(ledger.late, 2u);
        QCOMPARE(ledger.duplicates, 1u);
        QCOMPARE(ledger.handedToStore, 6u);
        const auto series = f.pipeline.series().find(0);
        const auto points = series->points(0, INT64_MAX, 100);
        QCOMPARE(points.size(), 6u);
        for (std::size_t i = 0; i < points.size(); ++i)
            QCOMPARE(points[i].number(), static_cast<double>(i + 1));
    }

    void predictionsAreFirstClass()
    {
        Fixture f;
        for (int i = 0; i < 10; ++i) {
            f.push("plant/cam-2/inference",
                   R"({"label":"scratch","confidence":0.8,"model":"surface-defect","version":"3"})",
                   start + i * nsPerSecond);
        }
        f.pipeline.drain();
        const auto records = f.pipeline.predictions().records();
        QCOMPARE(records.size(), 1u);
        QCOMPARE(records[0].model, u"surface-defect"_s);
        QCOMPARE(records[0].version, u"3"_s);
        QCOMPARE(records[0].answers, 10u);
        QCOMPARE(records[0].currentRun(), 9 * nsPerSecond);
        QVERIFY(records[0].signal != telemetry::noId);
        const auto info = f.pipeline.catalogue().signal(records[0].signal);
        QCOMPARE(info.role, telemetry::SignalRole::Confidence);
        QCOMPARE(f.pipeline.devices().records().at(0).models.size(), 1u);
    }

    void aRetainedMessageSentAgainBringsNothing()
    {
        Fixture f;
        f.push("d/temperature", "20.5", start, true);
        f.push("d/temperature", "20.6", start + 1);
        f.push("d/temperature", "20.6", start + 2, true); // after a reconnect
        f.push("d/temperature", "20.7", start + 3, true); // changed while we were away
        f.pipeline.drain();
        QCOMPARE(f.pipeline.ledger(f.intake.id).repeated, 1u);
        QCOMPARE(f.pipeline.series().find(0)->size(), 3u);
    }

    void gapsByTheSendersNumbers()
    {
        Fixture f;
        for (int i = 1; i <= 100; ++i) {
            if (i % 50 != 0)
                f.push("d/x", "{\"seq\":" + std::to_string(i) + ",\"v\":1}", start + i);
        }
        f.pipeline.drain();
        QCOMPARE(f.pipeline.ledger(f.intake.id).gaps, 1u); // 50; 100 was the last
        QCOMPARE(f.pipeline.totals().lost(), 1u);
        QCOMPARE(f.pipeline.devices().records().at(0).gaps, 1u);
    }

    void aClockFarAheadIsNotBelieved()
    {
        Fixture f;
        f.push("d/x", R"({"ts":1700172800000,"v":1})", start); // two days ahead
        f.pipeline.drain();
        telemetry::Point last;
        QVERIFY(f.pipeline.series().find(0)->last(last));
        QCOMPARE(last.time, start);
        QCOMPARE(f.pipeline.ledger(f.intake.id).futureTimes, 1u);
    }

    void theTopicCapIsVisible()
    {
        Fixture f;
        for (int i = 0; i < 150; ++i)
            f.push("t/" + std::to_string(i), "1", start);
        f.pipeline.drain();
        QCOMPARE(f.pipeline.topics().size(), 100u);
        QCOMPARE(f.pipeline.ledger(f.intake.id).noTopic, 50u);
        QCOMPARE(f.pipeline.ledger(f.intake.id).decoded, 150u);
    }

    void connectionEventsReachDevicesAndHistory()
    {
        QTemporaryDir dir;
        base::ManualClock clock(start);
        store::HistorianOptions options;
        options.path = dir.filePath(u"history.db"_s);
        options.clock = &clock;
        auto historian = store::Historian::open(options);
        QVERIFY2(historian.has_value(), historian ? "" : qPrintable(historian.error().text));
        {
            Fixture f(historian->get());
            f.intake.inlet->push(SourceEvent{SourceEvent::Kind::Connected, start, "connected", 0});
            f.push("s/d/v", "1", start + 1);
            f.intake.inlet->push(
                SourceEvent{SourceEvent::Kind::Disconnected, start + 2, "keep-alive", 0});
            f.pipeline.drain();
            QCOMPARE(f.pipeline.devices().records().at(0).state, devices::DeviceState::Stale);
            f.pipeline.stop();
            QVERIFY((*historian)->flush().has_value());
        }
        const auto events = (*historian)->events(0, INT64_MAX, 10);
        QVERIFY(events.has_value());
        QVERIFY(events->size() >= 2u);
        QCOMPARE((*events)[0].kind, store::EventRecord::Kind::Connected);
    }

    void whatIsSeenIsStored()
    {
        QTemporaryDir dir;
        base::ManualClock clock(start);
        store::HistorianOptions options;
        options.path = dir.filePath(u"history.db"_s);
        options.clock = &clock;
        auto historian = store::Historian::open(options);
        QVERIFY(historian.has_value());
        constexpr int count = 20'000;
        Fixture f(historian->get());
        for (int i = 0; i < count; ++i)
            f.push("line/d/telemetry",
                   "{\"a\":" + std::to_string(i) + ",\"b\":" + std::to_string(i * 0.5) + "}",
                   start + i * 1'000'000LL);
        f.pipeline.drain();
        QVERIFY((*historian)->flush().has_value());
        for (telemetry::SignalId id : {0u, 1u}) {
            const auto points = (*historian)->points(id, 0, INT64_MAX, 2 * count);
            QVERIFY(points.has_value());
            QCOMPARE(points->size(), static_cast<std::size_t>(count));
            const auto live = f.pipeline.series().find(id)->points(0, INT64_MAX, 2 * count);
            for (std::size_t i = 0; i < live.size(); ++i) {
                QCOMPARE((*points)[i].time, live[i].time);
                QCOMPARE((*points)[i].bits, live[i].bits);
            }
        }
        f.pipeline.stop();
    }

    void twoSourcesWithTheSameNamesStayApart()
    {
        Fixture f;
        const auto other = f.pipeline.addSource(u"uuid-2"_s, u"Broker 2"_s);
        f.push("d/x/v", "1", start);
        QVERIFY(other.inlet->push(
            MessageView{"d/x/v", "2", start, other.id, 0, false, false, nullptr}));
        f.pipeline.drain();
        QCOMPARE(f.pipeline.catalogue().deviceCount(), 2u);
        QCOMPARE(f.pipeline.topics().size(), 2u);
        QCOMPARE(f.pipeline.totals().received, 2u);
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
