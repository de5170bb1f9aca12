// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Live and batch evaluation give the same bits; windows agree with sums made from scratch.
#include "tests/analysis/samples.h"

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace analysis;

namespace {

struct Event
{
    int signal;
    Sample sample;
};

Expression parsed(const QString &source)
{
    const auto expression = Expression::parse(source);
    if (!expression)
        qFatal("%s: %s", qPrintable(source), qPrintable(expression.error().text));
    return *expression;
}

/// Irregular samples with equal times, gaps, missing values, texts, huge and tiny numbers.
std::vector<Event> randomEvents(std::uint32_t seed, int signalCount, int count)
{
    std::mt19937_64 random(seed);
    std::vector<Event> out;
    TimeNs time = -3 * base::nsPerSecond;
    for (int i = 0; i < count; ++i) {
        const auto dice = random() % 100;
        if (dice < 10)
            time += static_cast<TimeNs>(random() % 400) * base::nsPerSecond;
        else if (dice < 70)
            time += static_cast<TimeNs>(random() % 900) * base::nsPerMs;
        Event event{static_cast<int>(random() % static_cast<std::uint64_t>(signalCount)), {time}};
        const auto kind = random() % 20;
        if (kind == 0) {
            event.sample.isText = true;
            event.sample.text = 1 + random() % 2;
        } else if (kind > 1) {
            const double wide = kind == 2 ? 1e17 : kind == 3 ? 1e-12 : 100;
            event.sample.value =
                wide * (static_cast<double>(random() % 2'000'001) - 1'000'000) / 1'000'000;
        }
        out.push_back(event);
    }
    return out;
}

std::vector<Sample> live(const Expression &expression, const std::vector<Event> &events,
                         const TextResolver &resolve, std::uint32_t advanceSeed)
{
    StreamEvaluator evaluator(expression, resolve);
    std::vector<Sample> out;
    std::mt19937 random(advanceSeed);
    TimeNs before = INT64_MIN;
    for (const Event &event : events) {
        // Now and then the clock says that nothing older is to come.
        if (advanceSeed != 0 && event.sample.time > before && random() % 3 == 0)
            evaluator.advance(event.sample.time, out);
        before = event.sample.time;
        evaluator.push(event.signal, event.sample, out);
    }
    evaluator.finish(out);
    if (evaluator.counts().late != 0)
        qFatal("late");
    return out;
}

std::vector<Sample> batch(const Expression &expression, const std::vector<Event> &events,
                          const TextResolver &resolve)
{
    std::vector<std::vector<Sample>> columns(expression.signalNames().size());
    for (const Event &event : events)
        columns[static_cast<std::size_t>(event.signal)].push_back(event.sample);
    const std::vector<std::span<const Sample>> spans(columns.begin(), columns.end());
    return evaluate(expression, spans, resolve)->samples;
}

/// What a window function should give, computed from all its samples anew with long doubles.
double fromScratch(const QString &name, const std::vector<double> &values)
{
    if (name == u"rolling_count")
        return static_cast<double>(values.size());
    if (values.empty())
        return missing;
    long double sum = 0;
    for (const double value : values)
        sum += value;
    const auto n = static_cast<long double>(values.size());
    if (name == u"rolling_sum")
        return static_cast<double>(sum);
    if (name == u"rolling_mean")
        return static_cast<double>(sum / n);
    if (name == u"rolling_min")
        return *std::ranges::min_element(values);
    if (name == u"rolling_max")
        return *std::ranges::max_element(values);
    if (name == u"rolling_std") {
        long double squares = 0;
        for (const double value : values)
            squares += (value - sum / n) * (value - sum / n);
        return values.size() < 2 ? missing : static_cast<double>(std::sqrt(squares / (n - 1)));
    }
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

} // namespace

class tst_evaluation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liveEqualsBatch_data()
    {
        QTest::addColumn<QString>("source");
        const QStringList sources{
            u"a + b * c - a"_s,
            u"rolling_mean(a, 10s) + derivative(b)"_s,
            u"rolling_std(a + b, 1min) / rolling_median(c, 30s)"_s,
            u"rolling_sum(a, 700ms) - rolling_min(b, 7s) * rolling_max(c, 90s)"_s,
            u"integral(a, 10s) + integral(b) + cumsum(c)"_s,
            u"ewma(a, 20s) - diff(b) + rolling_count(c, 1h)"_s,
            u"resample(a, 1s, 'mean') + b - c"_s,
            u"resample(a, 3s, 'linear') - resample(b, 7s, 'count') * c"_s,
            u"resample(resample(a, 1s, 'linear') + b, 5s, 'max') + resample(c, 2s, 'last')"_s,
            u"rolling_mean(resample(a, 1s, 'min'), 10s) + hold(b, 5s) + delay(c, 3s)"_s,
            u"since_change(a) + time_of_day() * (b == 'on') + (c != 'on')"_s,
            u"if(a > b and not c < 1, convert(a, 'degC', 'degF'), or_else(b, hypot(a, c)))"_s,
            u"delay(resample(a, 500ms, 'linear'), 2s) + rolling_mean(delay(b, 1s), 4s) % c"_s,
        };
        for (const QString &source : sources)
            QTest::newRow(qPrintable(source)) << source;
    }

    void liveEqualsBatch()
    {
        QFETCH(QString, source);
        const Expression expression = parsed(source);
        const int signalCount = static_cast<int>(expression.signalNames().size());
        const TextResolver resolve = [](std::string_view text) { return text == "on" ? 1u : 0u; };
        for (std::uint32_t seed = 1; seed <= 20; ++seed) {
            const auto events = randomEvents(seed, signalCount, 3000);
            const auto all = batch(expression, events, resolve);
            QVERIFY(all.size() > 100);
            QVERIFY(std::ranges::any_of(all, [](const Sample &s) { return !std::isnan(s.value); }));
            QVERIFY(std::ranges::is_sorted(all, {}, &Sample::time));
            QVERIFY(samples::sameBits(live(expression, events, resolve, 0), all));
            QVERIFY(samples::sameBits(live(expression, events, resolve, seed), all));
        }
    }

    void normalisedTextMeansTheSame()
    {
        const Expression one = parsed(u"-(a-b-(c-a))^2*-(2^-1)+(a<b)*rolling_mean(a,1500ms)"_s);
        const Expression two = parsed(one.normalised());
        const auto events = randomEvents(7, 3, 2000);
        QVERIFY(samples::sameBits(batch(one, events, {}), batch(two, events, {})));
    }

    void windowsAgreeWithSumsFromScratch_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"rolling_mean", "rolling_min", "rolling_max", "rolling_sum",
                                 "rolling_std", "rolling_median", "rolling_count"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void windowsAgreeWithSumsFromScratch()
    {
        QFETCH(QString, name);
        const Expression expression = parsed(name + u"(a, 5s)"_s);
        std::mt19937_64 random(42);
        std::vector<Sample> input;
        TimeNs time = 0;
        for (int i = 0; i < 5000; ++i) {
            time += 1 + static_cast<TimeNs>(random() % base::nsPerSecond);
            // A far offset with small changes, and now and then a huge value that must leave
            // nothing behind once it is out of the window.
            double value = 1e9 + static_cast<double>(random() % 1000) / 1000;
            if (random() % 200 == 0)
                value = 1e25;
            input.push_back({time, random() % 50 == 0 ? missing : value});
        }
        const std::vector<std::span<const Sample>> spans{input};
        const auto out = evaluate(expression, spans)->samples;
        QCOMPARE(out.size(), input.size());
        int compared = 0;
        for (std::size_t i = 0; i < input.size(); ++i) {
            std::vector<double> inside;
            for (std::size_t k = 0; k <= i; ++k) {
                if (input[k].time > input[i].time - 5 * base::nsPerSecond
                    && !std::isnan(input[k].value))
                    inside.push_back(input[k].value);
            }
            const double expected = fromScratch(name, inside);
            QCOMPARE(std::isnan(out[i].value), std::isnan(expected));
            if (std::isnan(expected))
                continue;
            ++compared;
            // With a spread of 0.3 around 1e9 a naive running variance would have no digit right.
            const double allowed = name == u"rolling_std" ? 1e-8 : 3e-16;
            QVERIFY2(std::abs(out[i].value - expected) <= allowed * std::abs(expected),
                     qPrintable(u"%1: %2 instead of %3"_s.arg(i)
                                    .arg(out[i].value, 0, 'g', 17)
                                    .arg(expected, 0, 'g', 17)));
        }
        QVERIFY(compared > 4000);
    }

    void lateSamplesAreCountedNotEvaluated()
    {
        const Expression expression = parsed(u"a"_s);
        StreamEvaluator evaluator(expression);
        std::vector<Sample> out;
        const auto given = samples::read(u"1 at 1s, 3 at 3s, 2 at 2s, 4 at 3s, 5 at 4s"_s);
        for (const Sample &sample : given)
            evaluator.push(0, sample, out);
        evaluator.finish(out);
        evaluator.push(0, {4 * base::nsPerSecond, 9}, out);
        QCOMPARE(samples::write(out), u"1 at 1s, 4 at 3s, 5 at 4s"_s);
        QCOMPARE(evaluator.counts().late, 2u);
        QCOMPARE(evaluator.counts().replaced, 1u);
        QCOMPARE(evaluator.counts().taken, 4u);
        // The batch puts them in their place: the one case in which the two differ.
        const std::vector<std::span<const Sample>> spans{given};
        const auto all = evaluate(expression, spans);
        QCOMPARE(samples::write(all->samples), u"1 at 1s, 2 at 2s, 4 at 3s, 5 at 4s"_s);
        QCOMPARE(all->counts.late, 0u);
    }

    void advanceBringsOutWhatIsOver()
    {
        StreamEvaluator evaluator(parsed(u"resample(a, 1s, 'mean')"_s));
        std::vector<Sample> out;
        evaluator.push(0, {0, 4}, out);
        evaluator.push(0, {base::nsPerMs, 6}, out);
        evaluator.advance(900 * base::nsPerMs, out);
        QVERIFY(out.empty());
        evaluator.advance(base::nsPerSecond + 1, out);
        QCOMPARE(samples::write(out), u"5 at 1s"_s);
        evaluator.advance(60 * base::nsPerSecond, out);
        QCOMPARE(samples::write(out), u"5 at 1s, missing at 2s"_s);
        evaluator.push(0, {base::nsPerSecond, 1}, out);
        QCOMPARE(evaluator.counts().late, 1u);
    }

    void timesOutOfRangeAreRefused()
    {
        const Expression expression = parsed(u"rolling_mean(a, 3650d) + delay(a, 3650d)"_s);
        StreamEvaluator evaluator(expression);
        std::vector<Sample> out;
        const std::vector<Sample> given{{INT64_MIN, 1},
                                        {-4'000'000'000'000'000'000, 1},
                                        {4'000'000'000'000'000'000, 3},
                                        {INT64_MAX, 1}};
        for (const Sample &sample : given)
            evaluator.push(0, sample, out);
        evaluator.advance(INT64_MAX, out);
        QCOMPARE(evaluator.counts().refused, 2u);
        QCOMPARE(out.size(), std::size_t(1));
        QCOMPARE(out.front().value, 3.0 + 1.0);
        const std::vector<std::span<const Sample>> spans{given};
        QVERIFY(samples::sameBits(evaluate(expression, spans)->samples, out));
    }

    void fullWindowsSaySo()
    {
        const Expression expression = parsed(u"rolling_count(a, 1h) + 0 * rolling_median(a, 1h)"_s);
        StreamEvaluator evaluator(expression);
        std::vector<Sample> out;
        constexpr int over = 3;
        for (int i = 0; i < 1'000'000 + over; ++i)
            evaluator.push(0, {i, 1.0 * (i % 10)}, out);
        evaluator.finish(out);
        QCOMPARE(out.back().value, 1'000'000.0);
        QCOMPARE(evaluator.counts().cut, std::uint64_t(2 * over));
    }

    void waitingForALineIsBounded()
    {
        StreamEvaluator evaluator(parsed(u"resample(a, 1d, 'linear') + b"_s));
        std::vector<Sample> out;
        evaluator.push(0, {0, 1}, out);
        for (int i = 1; i <= 1'000'005; ++i)
            evaluator.push(1, {i, 1}, out);
        evaluator.finish(out);
        QCOMPARE(evaluator.counts().cut, 5u);
    }
};

QTEST_GUILESS_MAIN(tst_evaluation)
#include "tst_evaluation.moc"
