// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/spectrum.h"
#include "models/analysis/transform.h"
#include "tests/analysis/samples.h"

#include <numbers>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace analysis;
using samples::close;

namespace {

constexpr double turn = 2 * std::numbers::pi;

} // namespace

class tst_spectrum final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transformFollowsItsDefinition()
    {
        for (const std::size_t n : {8, 9, 15, 101, 256}) {
            RealTransform transform(n);
            std::mt19937 random(1);
            std::vector<double> given(n);
            for (double &value : given)
                value = static_cast<double>(random() % 1000) - 500;
            std::ranges::copy(given, transform.values().begin());
            transform.forward();
            for (std::size_t k = 0; k <= n / 2; ++k) {
                std::complex<double> sum = 0;
                for (std::size_t i = 0; i < n; ++i)
                    sum +=
                        given[i]
                        * std::polar(
                            1.0, -turn * static_cast<double>(i * k % n) / static_cast<double>(n));
                QVERIFY(std::abs(transform.bins()[k] - sum) < 1e-9);
            }
            transform.backward();
            for (std::size_t i = 0; i < n; ++i)
                QVERIFY(close(transform.values()[i] / static_cast<double>(n), given[i]));
        }
        QCOMPARE(fastLength(1), std::size_t(1));
        QCOMPARE(fastLength(7), std::size_t(8));
        QCOMPARE(fastLength(121), std::size_t(125));
    }

    // Printed by vectors.py: scipy.signal.welch(x, 10, window, 64, 32, detrend=...), density at
    // bins 0, 1, 5, 20, 32 and power at bin 5.
    void likeScipyWelch_data()
    {
        QTest::addColumn<int>("taper");
        QTest::addColumn<int>("detrend");
        QTest::addColumn<QList<double>>("expected");
        const auto row = [](const char *name, Taper taper, Detrend detrend,
                            const QList<double> &expected) {
            QTest::newRow(name) << static_cast<int>(taper) << static_cast<int>(detrend) << expected;
        };
        row("hann mean", Taper::Hann, Detrend::Mean,
            {0.19061604733358795, 3.4232640156192353, 3.2166855846748446, 6.159974020545031,
             1.162681602943073, 0.7539106839081667});
        row("hann line", Taper::Hann, Detrend::Line,
            {0.17486778176344975, 2.1974580931534398, 3.2032887834291115, 6.159867897210194,
             1.1626816029430733, 0.750770808616198});
        row("hann none", Taper::Hann, Detrend::None,
            {71.61362193755123, 33.00126253606241, 3.2166855846748446, 6.159974020545031,
             1.1626816029430735, 0.7539106839081668});
        row("hamming mean", Taper::Hamming, Detrend::Mean,
            {0.15224341576165268, 3.518824546834246, 2.7927756424269616, 6.934153701219602,
             0.9804411848016279, 0.5946979168276721});
        row("blackman line", Taper::Blackman, Detrend::Line,
            {0.2957407244450356, 2.1578419405356435, 3.401506461423602, 4.739503138137238,
             1.4207877033091045, 0.9177463046960289});
        row("rectangular mean", Taper::Rectangular, Detrend::Mean,
            {4.888472422041457e-31, 3.2338799909002054, 0.5176512443066945, 11.316515931265084,
             0.10504464285714281, 0.080883006922921});
        row("rectangular none", Taper::Rectangular, Detrend::None,
            {111.78114158163267, 3.2338799909002054, 0.5176512443066944, 11.316515931265084,
             0.10504464285714259, 0.080883006922921});
    }

    void likeScipyWelch()
    {
        QFETCH(int, taper);
        QFETCH(int, detrend);
        QFETCH(QList<double>, expected);
        const auto out = spectrum(samples::vectorX(),
                                  {.taper = static_cast<Taper>(taper),
                                   .detrend = static_cast<Detrend>(detrend),
                                   .segment = 64});
        QVERIFY(out);
        QCOMPARE(out->segments, std::size_t(5));
        QCOMPARE(out->density.size(), std::size_t(33));
        QVERIFY(close(out->frequency(5), 0.78125));
        QVERIFY(close(out->nyquist, 5));
        QVERIFY(close(out->lowest, 10.0 / 64));
        const std::size_t bins[] = {0, 1, 5, 20, 32};
        for (int i = 0; i < 5; ++i)
            QVERIFY(close(out->density[bins[i]], expected[i], 1e-11));
        QVERIFY(close(out->amplitude[5], std::sqrt(2 * expected[5]), 1e-11));
    }

    void aSineHasItsAmplitudeInEveryWindow()
    {
        std::vector<Sample> given; // 3 sin at 12.5 Hz and 0.5 at 31.25 Hz around 20, 100 Hz for 8 s
        for (int i = 0; i < 800; ++i) {
            const double t = i / 100.0;
            given.push_back(
                {i * 10 * base::nsPerMs,
                 20 + 3 * std::sin(turn * 12.5 * t + 1) + 0.5 * std::sin(turn * 31.25 * t)});
        }
        for (const Taper taper :
             {Taper::Hann, Taper::Hamming, Taper::Blackman, Taper::Rectangular}) {
            const auto out = spectrum(given, {.taper = taper});
            QVERIFY(out);
            QVERIFY(close(out->amplitude[100], 3, 1e-9)); // 12.5 Hz / 0.125 Hz
            QVERIFY(close(out->amplitude[250], 0.5, 1e-9));
            QVERIFY(out->peaks.size() >= 2);
            QVERIFY(close(out->peaks[0].frequency, 12.5, 1e-9));
            QVERIFY(close(out->peaks[0].amplitude, 3, 1e-9));
            QVERIFY(close(out->peaks[1].frequency, 31.25, 1e-9));
            QVERIFY(close(out->peaks[1].amplitude, 0.5, 1e-9));
            const auto withMean = spectrum(given, {.taper = taper, .detrend = Detrend::None});
            QVERIFY(close(withMean->amplitude[0], 20, 1e-9));
        }
    }

    void aPeakBetweenBinsIsFound()
    {
        std::vector<Sample> given;
        constexpr double frequency = 12.55; // 0.4 bins above 12.5 Hz
        for (int i = 0; i < 800; ++i)
            given.push_back({i * 10 * base::nsPerMs, 3 * std::sin(turn * frequency * i / 100.0)});
        const auto out = spectrum(given);
        QVERIFY(std::abs(out->peaks[0].frequency - frequency) < 0.02 * out->resolution);
        QVERIFY(std::abs(out->peaks[0].amplitude - 3) < 0.03 * 3); // the bin itself says 2.7
        QVERIFY(out->amplitude[100] < 2.75);
    }

    // Parseval: without window and averaging, the density's integral is the variance.
    void powerIsKept()
    {
        for (const int n : {200, 199}) {
            auto given = samples::vectorX();
            given.resize(static_cast<std::size_t>(n));
            const auto out = spectrum(given, {.taper = Taper::Rectangular});
            double power = 0;
            for (const double density : out->density)
                power += density * out->resolution;
            double mean = 0;
            for (const Sample &sample : given)
                mean += sample.value / n;
            double variance = 0;
            for (const Sample &sample : given)
                variance += (sample.value - mean) * (sample.value - mean) / n;
            QVERIFY(close(power, variance));
        }
    }

    void irregularSamplesAndGaps()
    {
        // A slow sine, sampled at 1 Hz give or take 0.3 s, with 20 s missing.
        std::mt19937 random(11);
        std::vector<Sample> given;
        for (int i = 0; i < 600; ++i) {
            const TimeNs time =
                i * base::nsPerSecond + static_cast<TimeNs>(random() % 600) * base::nsPerMs;
            const double seconds = static_cast<double>(time) / 1e9;
            given.push_back(
                {time, i >= 300 && i < 320 ? missing : std::sin(turn * 0.05 * seconds)});
        }
        const auto out = spectrum(given, {.interval = base::nsPerSecond});
        QVERIFY(out);
        QCOMPARE(out->grid.samples, std::size_t(580));
        QCOMPARE(out->grid.gaps, std::size_t(1));
        QVERIFY(std::abs(static_cast<double>(out->grid.longestGap) - 21e9) < 1e9);
        QCOMPARE(out->grid.gapTime, out->grid.longestGap);
        QVERIFY(std::abs(out->peaks[0].frequency - 0.05) < out->resolution / 10);
        // A line instead of a whole wave for 20 of 600 s, and of the curve between samples
        QVERIFY(std::abs(out->peaks[0].amplitude - 1) < 0.12);
    }

    void refusals()
    {
        const auto sentence = [](const std::vector<Sample> &given, const SpectrumOptions &options) {
            const auto out = spectrum(given, options);
            return out ? QString() : out.error().text;
        };
        const auto x = samples::vectorX();
        QCOMPARE(sentence({}, {}), u"The window holds 0 value(s); at least 2 are needed."_s);
        QCOMPARE(sentence({x.begin(), x.begin() + 5}, {}),
                 u"A spectrum needs segments of 8 points or more, and no more than the 5 points of "
                 "the window."_s);
        QVERIFY(sentence(x, {.segment = 201}).contains(u"no more than the 200 points"_s));
        QVERIFY(sentence(x, {.overlap = 1}).contains(u"overlap by 0 to 0.95"_s));
        QCOMPARE(sentence(x, {.interval = 1}),
                 u"At this interval the window has 19900000001 points, more than 4194304; choose a "
                 "longer interval or a shorter window."_s);
    }
};

QTEST_GUILESS_MAIN(tst_spectrum)
#include "tst_spectrum.moc"
