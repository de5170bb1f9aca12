// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/correlation.h"
#include "tests/analysis/samples.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace analysis;
using samples::close;
using Pairs = CorrelationOptions::Pairs;

namespace {

/// A random walk that falls back (AR(1)), 1 Hz.
std::vector<double> wandering(std::mt19937_64 &random, double memory, int n)
{
    std::normal_distribution<double> noise;
    std::vector<double> out;
    double value = 0;
    for (int i = 0; i < n + 200; ++i) {
        value = memory * value + noise(random);
        if (i >= 200)
            out.push_back(value);
    }
    return out;
}

std::vector<Sample> atSeconds(const std::vector<double> &values)
{
    std::vector<Sample> out;
    for (const double value : values)
        out.push_back({static_cast<TimeNs>(out.size()) * base::nsPerSecond, value});
    return out;
}

} // namespace

class tst_correlation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Printed by vectors.py.
    void likeScipy()
    {
        for (const Pairs pairs : {Pairs::Union, Pairs::Grid}) {
            for (const Fill fill : {Fill::Hold, Fill::Linear}) {
                const auto out = correlate(samples::vectorX(), samples::vectorY(),
                                           {.pairs = pairs, .fill = fill});
                QVERIFY(out);
                QCOMPARE(out->pairs, std::size_t(200));
                QVERIFY(close(out->pearson, 0.7084967616573228));
                QVERIFY(close(out->spearman, 0.6923973763636583));
                QVERIFY(close(out->slope, 0.5828606930390401));
                QVERIFY(close(out->intercept, 3.8198214360088136));
                QVERIFY(close(out->r2, 0.5019676612789135));
                QCOMPARE(out->gridInterval, 100 * base::nsPerMs);
            }
        }
        auto ties = samples::vectorX();
        for (Sample &sample : ties)
            sample.value = std::nearbyint(sample.value);
        QVERIFY(close(correlate(ties, samples::vectorY())->spearman, 0.6929249590418953));
    }

    void pairsByHand()
    {
        const auto a = samples::read(u"1 at 0s, 2 at 2s, missing at 4s, 4 at 6s, 9 at 8s"_s);
        const auto b = samples::read(u"10 at 1s, 20 at 3s, 30 at 5s, 50 at 7s"_s);
        // Held, from 1 s to 7 s: (1,10) (2,10) (2,20) - - (4,30) (4,50)
        const auto held = correlate(a, b);
        QVERIFY(held);
        QCOMPARE(held->start, base::nsPerSecond);
        QCOMPARE(held->end, 7 * base::nsPerSecond);
        QCOMPARE(held->pairs, std::size_t(5));
        // means 2.6 and 24; Sxx 7.2, Sxy 78, Syy 1120
        QVERIFY(close(held->slope, 78 / 7.2));
        QVERIFY(close(held->intercept, 24 - 78 / 7.2 * 2.6));
        QVERIFY(close(held->pearson, 78 / std::sqrt(7.2 * 1120)));
        // Lines, at 1, 2, 6, 7 s: (1.5,10) (2,15) (4,40) (6.5,50); nothing beside the missing value
        const auto lines = correlate(a, b, {.fill = Fill::Linear});
        QCOMPARE(lines->pairs, std::size_t(4));
        QVERIFY(close(lines->pearson, 127.5 / std::sqrt(15.5 * 1118.75)));
    }

    void theLagIsFound_data()
    {
        QTest::addColumn<int>("lag");
        QTest::addColumn<bool>("inverted");
        for (const int lag : {0, 1, 17, -23})
            QTest::addRow("%d s", lag) << lag << (lag == 17);
    }

    void theLagIsFound()
    {
        QFETCH(int, lag);
        QFETCH(bool, inverted);
        std::mt19937_64 random(5);
        const auto values = wandering(random, 0.5, 400);
        const std::vector<Sample> a = atSeconds(values);
        std::vector<Sample> b = a; // the same, `lag` seconds later
        for (Sample &sample : b) {
            sample.time += lag * base::nsPerSecond;
            sample.value = (inverted ? -2 : 2) * sample.value + 7;
        }
        const auto out = correlate(a, b);
        QVERIFY(out);
        QCOMPARE(out->lag, lag * base::nsPerSecond);
        QVERIFY(close(out->lagCorrelation, inverted ? -1 : 1, 1e-9));
        const auto shorter = correlate(a, b, {.longestLag = 5 * base::nsPerSecond});
        QVERIFY(std::abs(shorter->lag) <= 5 * base::nsPerSecond);
    }

    void lagEqualsTheLongWay()
    {
        const auto a = samples::vectorX();
        auto b = samples::vectorY();
        std::ranges::rotate(b, b.begin() + 190);
        for (std::size_t i = 0; i < b.size(); ++i)
            b[i].time = a[i].time;
        double best = 0;
        int bestLag = 0;
        for (int lag = -50; lag <= 50; ++lag) {
            std::vector<Sample> partA;
            std::vector<Sample> partB;
            for (int i = 0; i < 200; ++i) {
                if (i + lag < 0 || i + lag >= 200)
                    continue;
                partA.push_back(a[static_cast<std::size_t>(i)]);
                partB.push_back({partA.back().time, b[static_cast<std::size_t>(i + lag)].value});
            }
            const double r = correlate(partA, partB)->pearson;
            if (std::abs(r) > std::abs(best)) {
                best = r;
                bestLag = lag;
            }
        }
        const auto out = correlate(a, b);
        QCOMPARE(out->lag, bestLag * 100 * base::nsPerMs);
        QVERIFY(close(out->lagCorrelation, best, 1e-10));
    }

    void effectivePairsFollowBartlett()
    {
        // AR(1) with memories p and q: n_eff / n = (1 - pq) / (1 + pq)
        std::mt19937_64 random(17);
        double sum = 0;
        constexpr int runs = 60;
        constexpr int n = 2000;
        for (int run = 0; run < runs; ++run) {
            const auto out = correlate(atSeconds(wandering(random, 0.9, n)),
                                       atSeconds(wandering(random, 0.8, n)));
            sum += out->effectivePairs / n / runs;
        }
        const double expected = (1 - 0.72) / (1 + 0.72);
        QVERIFY2(std::abs(sum - expected) < 0.1 * expected, qPrintable(QString::number(sum)));
    }

    void theIntervalCoversNothingAsOftenAsItSays()
    {
        // Unrelated signals with memory: 95 % of the intervals must hold 0. Without the effective
        // number of pairs it would be about half of them.
        std::mt19937_64 random(23);
        int held = 0;
        constexpr int runs = 400;
        for (int run = 0; run < runs; ++run) {
            const auto out = correlate(atSeconds(wandering(random, 0.9, 500)),
                                       atSeconds(wandering(random, 0.9, 500)));
            held += out->low <= 0 && out->high >= 0;
        }
        QVERIFY2(held > 0.91 * runs && held < 0.99 * runs, qPrintable(QString::number(held)));
    }

    void confidenceOfIndependentPairs()
    {
        // Fisher: tanh(atanh r -+ 1.96 / sqrt(n - 3)) with whatever n is effective
        const auto out = correlate(samples::vectorX(), samples::vectorY());
        const double half = 1.959963984540054 / std::sqrt(out->effectivePairs - 3);
        QVERIFY(close(out->low, std::tanh(std::atanh(out->pearson) - half)));
        QVERIFY(close(out->high, std::tanh(std::atanh(out->pearson) + half)));
        QVERIFY(out->effectivePairs <= 200);
    }

    void refusals()
    {
        const auto sentence = [](const std::vector<Sample> &a, const std::vector<Sample> &b) {
            const auto out = correlate(a, b);
            return out ? QString() : out.error().text;
        };
        const auto x = samples::vectorX();
        auto late = x;
        for (Sample &sample : late)
            sample.time += base::nsPerHour;
        auto flat = x;
        for (Sample &sample : flat)
            sample.value = 2;
        QCOMPARE(sentence(x, {}),
                 u"Each of the two signals needs at least 2 values in the window."_s);
        QCOMPARE(sentence(x, late), u"The two signals have no time in common."_s);
        QCOMPARE(sentence(x, flat),
                 u"One of the two signals never changes, so there is nothing to correlate."_s);
        QCOMPARE(sentence({x.begin(), x.begin() + 3}, x),
                 u"The two signals have 3 values in common; at least 4 are needed."_s);
    }
};

QTEST_GUILESS_MAIN(tst_correlation)
#include "tst_correlation.moc"
