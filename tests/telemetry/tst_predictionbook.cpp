// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/predictionbook.h"

#include <QTest>

#include <cmath>

using base::nsPerSecond;
using telemetry::Prediction;
using telemetry::PredictionBook;

namespace {

Prediction answer(double confidence, base::TimeNs time)
{
    Prediction p;
    p.device = 1;
    p.model = "pump-wear";
    p.version = "4";
    p.label = "ok";
    p.confidence = confidence;
    p.time = time;
    return p;
}

} // namespace

class TestPredictionBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsBelow()
    {
        PredictionBook book(0.85);
        // 0: well, 10..40 below, 50 exactly at the limit (not below), 60..70 below and still so.
        const std::pair<int, double> answers[] = {{0, 0.9},   {10, 0.8}, {20, 0.7}, {40, 0.84},
                                                  {50, 0.85}, {60, 0.5}, {70, 0.6}};
        for (const auto &[second, confidence] : answers)
            book.add(answer(confidence, second * nsPerSecond));
        const auto record = book.records().at(0);
        QCOMPARE(record.answers, 7u);
        QCOMPARE(record.below, 5u);
        QCOMPARE(record.longestBelow, 40 * nsPerSecond); // 10 -> 50
        QCOMPARE(record.timeBelow, 50 * nsPerSecond); // 40 + 10
        QCOMPARE(record.currentRun(), 10 * nsPerSecond);
        QCOMPARE(record.belowSince, 60 * nsPerSecond);
        QCOMPARE(record.last, 0.6);
    }

    void recalledPastIsAsIfItHadBeenHeard()
    {
        // A run that is still going, one that ended in the past, nulls, a minute shared by both.
        for (const int cut : {40, 95, 130, 200}) {
            PredictionBook whole(0.85);
            PredictionBook since(0.85);
            PredictionBook::Past past(0.85);
            for (int second = 0; second < 300; second += 5) {
                const bool low = (second >= 60 && second < 90) || second >= 120;
                const double value = second == 150 ? NAN : low ? 0.6 : 0.9;
                whole.add(answer(value, second * nsPerSecond));
                if (second < cut)
                    past.add(second * nsPerSecond, value);
                else
                    since.add(answer(value, second * nsPerSecond));
            }
            since.recall(0, past);
            const auto want = whole.records().at(0);
            const auto got = since.records().at(0);
            QCOMPARE(got.answers, want.answers);
            QCOMPARE(got.invalid, want.invalid);
            QCOMPARE(got.below, want.below);
            QVERIFY(std::abs(got.sum - want.sum) < 1e-9);
            QCOMPARE(got.firstTime, want.firstTime);
            QCOMPARE(got.lastTime, want.lastTime);
            QCOMPARE(got.timeBelow, want.timeBelow);
            QCOMPARE(got.belowSince, want.belowSince);
            QCOMPARE(got.longestBelow, want.longestBelow);
            QCOMPARE(got.last, want.last);
            QCOMPARE(got.lastLabel, want.lastLabel);
            QVERIFY(got.histogram == want.histogram);
            const auto wantBins = whole.bins(0, 0);
            const auto gotBins = since.bins(0, 0);
            QCOMPARE(gotBins.size(), wantBins.size());
            for (std::size_t i = 0; i < gotBins.size(); ++i) {
                QCOMPARE(gotBins[i].minute, wantBins[i].minute);
                QCOMPARE(gotBins[i].count, wantBins[i].count);
                QVERIFY(std::abs(gotBins[i].mean - wantBins[i].mean) < 1e-5f);
                QCOMPARE(gotBins[i].min, wantBins[i].min);
            }
        }
    }

    void aRunDoesNotSpanASilence()
    {
        PredictionBook book(0.85);
        PredictionBook::Past past(0.85);
        past.add(0, 0.5);
        past.add(10 * nsPerSecond, 0.5);
        past.add(3'600 * nsPerSecond, 0.5); // nobody knows what was in the hour between
        book.add(answer(0.5, 9'000 * nsPerSecond));
        book.recall(0, past);
        const auto record = book.records().at(0);
        QCOMPARE(record.answers, 4u);
        QCOMPARE(record.longestBelow, 10 * nsPerSecond);
        QCOMPARE(record.belowSince, 9'000 * nsPerSecond);
    }

    void invalidConfidencesAreCountedNotUsed()
    {
        PredictionBook book;
        book.add(answer(NAN, 1));
        book.add(answer(1.2, 2));
        book.add(answer(-0.1, 3));
        book.add(answer(0.9, 4));
        const auto record = book.records().at(0);
        QCOMPARE(record.invalid, 3u);
        QCOMPARE(record.mean(), 0.9);
        QCOMPARE(record.below, 0u);
    }

    void lateAnswersDoNotMoveTheRun()
    {
        PredictionBook book;
        book.add(answer(0.9, 100 * nsPerSecond));
        book.add(answer(0.2, 50 * nsPerSecond));
        const auto record = book.records().at(0);
        QCOMPARE(record.belowSince, base::noTime);
        QCOMPARE(record.last, 0.9);
        QCOMPARE(record.below, 1u);
    }

    void versionsAreApart()
    {
        PredictionBook book;
        QVERIFY(book.add(answer(0.9, 1)));
        Prediction other = answer(0.9, 1);
        other.version = "5";
        QVERIFY(book.add(other));
        QVERIFY(!book.add(other));
        QCOMPARE(book.size(), 2u);
    }

    void onlyTheTroubledAreCopied()
    {
        PredictionBook book;
        Prediction sure = answer(0.95, 0);
        Prediction unsure = answer(0.6, 0);
        unsure.version = "unsure";
        Prediction recovered = answer(0.6, 0);
        recovered.version = "recovered";
        for (int second = 0; second <= 400; second += 10) {
            sure.time = unsure.time = recovered.time = second * nsPerSecond;
            recovered.confidence = second < 350 ? 0.6 : 0.95;
            book.add(sure);
            book.add(unsure);
            book.add(recovered);
        }
        QCOMPARE(book.troubled(300 * nsPerSecond).size(), 2u);
        QCOMPARE(book.troubled(380 * nsPerSecond).size(), 1u); // the other run was shorter
        QCOMPARE(book.troubled(380 * nsPerSecond).front().version, QStringLiteral("unsure"));
    }

    void minuteBins()
    {
        PredictionBook book;
        for (int second = 0; second < 600; ++second)
            book.add(answer(second < 300 ? 0.9 : 0.7, second * nsPerSecond));
        const auto bins = book.bins(0, 3);
        QCOMPARE(bins.size(), 7u);
        QCOMPARE(bins.front().minute, 3);
        QCOMPARE(bins.front().count, 60u);
        QVERIFY(std::abs(bins.front().mean - 0.9f) < 1e-5f);
        QVERIFY(std::abs(bins.back().mean - 0.7f) < 1e-5f);
        QVERIFY(std::abs(book.records().at(0).recentMean - 0.7) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestPredictionBook)
#include "tst_predictionbook.moc"
