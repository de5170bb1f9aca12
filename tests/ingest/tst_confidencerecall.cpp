// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A restart between two answers of a model: its confidence before the restart comes back.
#include "models/ingest/confidencerecall.h"
#include "models/ingest/pipeline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using base::nsPerSecond;

namespace {

constexpr base::TimeNs start = 1'700'000'000 * nsPerSecond;

/// One run of the program on the same history.
class Run
{
public:
    Run(const QString &path, base::TimeNs now)
        : clock(now)
    {
        store::HistorianOptions options;
        options.path = path;
        options.retentionDays = 0;
        auto opened = store::Historian::open(options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        historian = std::move(*opened);
        ingest::PipelineOptions made;
        made.clock = &clock;
        pipeline = std::make_unique<ingest::Pipeline>(made, historian.get());
        intake = pipeline->addSource(u"uuid"_s, u"Broker"_s);
        pipeline->start();
    }

    ~Run()
    {
        pipeline->drain();
        pipeline->stop();
        if (!historian->flush())
            qFatal("the history could not be written");
    }

    void answer(int second, double confidence)
    {
        clock.set(start + second * nsPerSecond);
        const QByteArray payload = R"({"model":"wear","version":"4","label":"ok","confidence":)"
            + QByteArray::number(confidence) + "}";
        const std::string_view view(payload.constData(), static_cast<std::size_t>(payload.size()));
        QVERIFY(intake.inlet->push(telemetry::MessageView{
            "works/pump-1/inference", view, clock.now(), intake.id, 0, false, false, nullptr}));
    }

    base::ManualClock clock;
    std::unique_ptr<store::Historian> historian;
    std::unique_ptr<ingest::Pipeline> pipeline;
    ingest::Pipeline::Intake intake;
};

} // namespace

class TestConfidenceRecall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRestartForgetsNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.db"_s);
        {
            Run before(path, start);
            for (int second = 0; second < 600; second += 10)
                before.answer(second, second < 300 ? 0.95 : 0.7);
        }
        Run after(path, start + 620 * nsPerSecond);
        ingest::ConfidenceRecall recall(after.pipeline->predictions(), *after.historian);
        recall.tick(); // nothing yet
        after.answer(620, 0.7);
        after.pipeline->drain();
        QCOMPARE(after.pipeline->predictions().size(), 1u);
        QCOMPARE(after.pipeline->predictions().records().at(0).answers, 1u);
        recall.tick();
        QTRY_COMPARE(after.pipeline->predictions().records().at(0).answers, 61u);
        const auto record = after.pipeline->predictions().records().at(0);
        QCOMPARE(record.firstTime, start);
        QCOMPARE(record.below, 31u);
        QCOMPARE(record.belowSince, start + 300 * nsPerSecond);
        QCOMPARE(record.currentRun(), 320 * nsPerSecond);
        QVERIFY(after.pipeline->predictions().bins(0, 0).size() >= 10);
        recall.tick(); // once only
        QTest::qWait(50);
        QCOMPARE(after.pipeline->predictions().records().at(0).answers, 61u);
    }
};

QTEST_GUILESS_MAIN(TestConfidenceRecall)
#include "tst_confidencerecall.moc"
