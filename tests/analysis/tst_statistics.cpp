// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/histogram.h"
#include "models/analysis/statistics.h"
#include "tests/analysis/samples.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace analysis;
using samples::close;

class tst_statistics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand()
    {
        // values 4, 1, 7 at 0, 2, 3 s; missing at 5 s; 4 at 9 s; out of order when given
        const auto given = samples::read(u"7 at 3s, 4 at 0s, 1 at 2s, missing at 5s, 4 at 9s"_s);
        const Statistics out = statistics(given, {.threshold = 3, .end = 10 * base::nsPerSecond});
        QCOMPARE(out.count, 5u);
        QCOMPARE(out.good, 4u);
        QCOMPARE(out.missingCount, 1u);
        QCOMPARE(out.first.value, 4.0);
        QCOMPARE(out.last.time, 9 * base::nsPerSecond);
        QCOMPARE(out.min.value, 1.0);
        QCOMPARE(out.min.time, 2 * base::nsPerSecond);
        QCOMPARE(out.max.value, 7.0);
        QCOMPARE(out.max.time, 3 * base::nsPerSecond);
        QCOMPARE(out.sum, 16.0);
        QCOMPARE(out.mean, 4.0);
        QCOMPARE(out.variance, 4.5); // (9 + 9) / 4
        QCOMPARE(out.sampleVariance, 6.0);
        QCOMPARE(out.deviation, std::sqrt(4.5));
        QCOMPARE(out.sampleDeviation, std::sqrt(6.0));
        QCOMPARE(out.rms, std::sqrt(82.0 / 4));
        QCOMPARE(out.median, 4.0);
        QCOMPARE(out.percentile25, 3.25); // 1 + 0.75 * 3
        QCOMPARE(out.percentile95, 6.55); // place 2.85 between 4 and 7
        // 4 for 2 s, 1 for 1 s, 7 for 2 s, nothing for 4 s, 4 for 1 s
        QCOMPARE(out.timeMean, 27.0 / 6);
        QCOMPARE(out.duty, 5.0 / 6);
        QCOMPARE(out.duration, 9 * base::nsPerSecond);
        QCOMPARE(out.typicalInterval, 2 * base::nsPerSecond); // 1, 2, 2, 4
        QCOMPARE(out.largestGap, 4 * base::nsPerSecond);
        QCOMPARE(out.largestGapStart, 5 * base::nsPerSecond);
    }

    void anEndBeforeTheLastSampleTakesNothingAway()
    {
        const auto given = samples::read(u"4 at 0s, 1 at 2s, 7 at 3s"_s);
        const Statistics out = statistics(given, {.end = 2 * base::nsPerSecond});
        QCOMPARE(out.timeMean, 3.0); // 4 for 2 s, 1 for 1 s; 7 weighs nothing, not less
    }

    void likeNumPy()
    {
        const Statistics out = statistics(samples::vectorX());
        QVERIFY(close(out.mean, 3.9957142857142856));
        QVERIFY(close(out.variance, 18.74916530612245));
        QVERIFY(close(out.sampleVariance, 18.843382217208493));
        QVERIFY(close(out.rms, 5.891934992783243));
        QVERIFY(close(out.sum, 799.1428571428571));
        QVERIFY(close(out.percentile5, -2.428571428571429));
        QVERIFY(close(out.percentile25, 0.4285714285714284));
        QVERIFY(close(out.median, 3.8571428571428568));
        QVERIFY(close(out.percentile75, 8.571428571428571));
        QVERIFY(close(out.percentile95, 10.285714285714286));
    }

    void aFarOffsetCostsNoDigits()
    {
        // 1e9 + {4, 7, 13, 16}: variance 22.5, a running sum of squares would give 0 or nonsense
        std::vector<Sample> given;
        for (const int value : {4, 7, 13, 16})
            given.push_back({static_cast<TimeNs>(given.size()), 1e9 + value});
        QCOMPARE(statistics(given).variance, 22.5);
        // 1 added to 1e16 a thousand times, and taken away again
        given = {{0, 1e16}};
        for (int i = 1; i <= 1000; ++i)
            given.push_back({i, 1});
        given.push_back({2000, -1e16});
        QCOMPARE(statistics(given).sum, 1000.0);
    }

    void nothingAndOne()
    {
        QCOMPARE(statistics({}).count, 0u);
        QVERIFY(std::isnan(statistics({}).mean));
        const std::vector<Sample> lost{{0, missing}, {1, INFINITY}};
        QCOMPARE(statistics(lost).missingCount, 2u);
        QVERIFY(std::isnan(statistics(lost).median));
        const std::vector<Sample> one{{5, 3}};
        const Statistics out = statistics(one);
        QCOMPARE(out.mean, 3.0);
        QCOMPARE(out.percentile95, 3.0);
        QCOMPARE(out.variance, 0.0);
        QVERIFY(std::isnan(out.sampleVariance));
        QVERIFY(std::isnan(out.timeMean));
        QCOMPARE(out.typicalInterval, TimeNs(0));
        const std::vector<Sample> strange{{INT64_MIN, 3}, {0, 4}, {INT64_MAX, 5}};
        QCOMPARE(statistics(strange).count, 1u);
    }

    void histogramLikeNumPy()
    {
        const auto out = histogram(samples::vectorX());
        QVERIFY(out);
        QCOMPARE(out->counts, (std::vector<std::uint64_t>{33, 44, 24, 28, 32, 39}));
        QCOMPARE(out->from, -3.0);
        QCOMPARE(out->to, 11.285714285714286);
    }

    void histogramEdges()
    {
        const auto given = samples::read(
            u"0 at 1s, 1 at 2s, 2 at 3s, 3 at 4s, -1 at 5s, 9 at 6s, missing at 7s"_s);
        const auto out = histogram(given, {.bins = 3, .range = {{0, 3}}});
        QVERIFY(out);
        QCOMPARE(out->counts, (std::vector<std::uint64_t>{1, 1, 2})); // the last includes its end
        QCOMPARE(out->below, 1u);
        QCOMPARE(out->above, 1u);
        QCOMPARE(out->missingCount, 1u);
        // Each value belongs to the bin whose edges enclose it, whatever the division rounds to.
        std::mt19937 random(3);
        std::vector<Sample> tenths;
        for (int i = 0; i < 3000; ++i)
            tenths.push_back({i, static_cast<double>(random() % 1001) / 1000});
        const auto fine = histogram(tenths, {.bins = 1000, .range = {{0, 1}}});
        std::vector<std::uint64_t> counted(1000);
        for (const Sample &sample : tenths) {
            std::size_t bin = 999;
            while (sample.value < fine->edge(bin))
                --bin;
            ++counted[bin];
        }
        QCOMPARE(fine->counts, counted);
    }

    void histogramLimits()
    {
        std::vector<Sample> given{{0, 5}, {1, 5}};
        QCOMPARE(histogram(given)->counts, std::vector<std::uint64_t>{2});
        for (int i = 2; i < 100; ++i)
            given.push_back({i, 5});
        given.push_back({100, 6}); // IQR 0: Sturges, log2(101) + 1
        QCOMPARE(histogram(given)->counts.size(), std::size_t(8));
        given.push_back({101, 1e9});
        for (int i = 0; i < 60; ++i)
            given.push_back({200 + i, 5 + i * 1e-3}); // a narrow heap and one far away
        QCOMPARE(histogram(given)->counts.size(), HistogramOptions::maxBins);
        QCOMPARE(histogram({}).error().text, u"There is no value to count in this window."_s);
        QCOMPARE(histogram(given, {.bins = 1001}).error().text,
                 u"A histogram has at most 1000 bins, not 1001."_s);
        QVERIFY(!histogram(given, {.range = {{3, 1}}}));
        const std::vector<Sample> wide{{0, -1.7e308}, {1, 1.7e308}};
        QVERIFY(!histogram(wide));
    }
};

QTEST_GUILESS_MAIN(tst_statistics)
#include "tst_statistics.moc"
