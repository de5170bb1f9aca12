// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/reference.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <thread>

using namespace Qt::StringLiterals;
using namespace reference;
using store::Historian;
using store::HistorianOptions;

namespace {

std::unique_ptr<Historian> openAt(const QString &path,
                                  HistorianOptions options = {.path = {}, .retentionDays = 0})
{
    options.path = path;
    auto opened = Historian::open(options);
    if (!opened)
        qWarning("%s", qPrintable(opened.error().text));
    return opened ? std::move(*opened) : nullptr;
}

void give(Historian &historian, const std::vector<Sample> &samples, std::size_t batch)
{
    for (std::size_t i = 0; i < samples.size(); i += batch)
        historian.append(
            {samples.begin() + static_cast<std::ptrdiff_t>(i),
             samples.begin() + static_cast<std::ptrdiff_t>(std::min(samples.size(), i + batch))});
}

/// Compares `rounds` random windows, among them ones that start or end at a sample.
bool windowsEqual(const Historian &historian, std::uint32_t signal,
                  const std::vector<Sample> &ordered, int rounds, std::uint32_t seed)
{
    std::mt19937_64 random(seed);
    const TimeNs first = ordered.front().time - 5'000'000'000;
    const TimeNs last = ordered.back().time + 5'000'000'000;
    const auto anywhere = [&] {
        if (random() % 3 == 0)
            return ordered[random() % ordered.size()].time + static_cast<TimeNs>(random() % 3) - 1;
        return first + static_cast<TimeNs>(random() % static_cast<std::uint64_t>(last - first));
    };
    for (int round = 0; round < rounds; ++round) {
        ColumnGrid grid{anywhere(), anywhere(), static_cast<int>(1 + random() % 400)};
        if (round == 0)
            grid = {first, last, 1920};
        if (round % 5 == 1)
            grid.end = grid.start + 1 + static_cast<TimeNs>(random() % 100'000'000'000);
        if (grid.start > grid.end)
            std::swap(grid.start, grid.end);
        if (grid.start == grid.end)
            continue;
        std::vector<Column> got(static_cast<std::size_t>(grid.count));
        if (const auto result = historian.columns(signal, grid, got); !result) {
            qWarning("%s", qPrintable(result.error().text));
            return false;
        }
        const std::vector<Column> wanted = columns(ordered, grid);
        for (std::size_t i = 0; i < got.size(); ++i) {
            if (!same(got[i], wanted[i])) {
                qWarning("round %d column %zu of %d: count %llu/%llu min %g/%g max %g/%g first "
                         "%g/%g last %g/%g worst %d/%d",
                         round, i, grid.count, static_cast<unsigned long long>(got[i].count),
                         static_cast<unsigned long long>(wanted[i].count), got[i].min,
                         wanted[i].min, got[i].max, wanted[i].max, got[i].first, wanted[i].first,
                         got[i].last, wanted[i].last, got[i].worst, wanted[i].worst);
                return false;
            }
        }
    }
    return true;
}

bool pointsEqual(const Historian &historian, std::uint32_t signal,
                 const std::vector<Sample> &ordered, TimeNs start, TimeNs end, std::size_t limit)
{
    const auto got = historian.points(signal, start, end, limit);
    if (!got)
        return false;
    std::vector<telemetry::Point> wanted;
    for (const Sample &s : ordered) {
        if (s.time >= start && s.time < end && wanted.size() < limit)
            wanted.push_back(point(s));
    }
    return *got == wanted;
}

bool everything(const Historian &historian, std::uint32_t signal,
                const std::vector<Sample> &samples, std::uint32_t seed, int rounds = 60)
{
    const std::vector<Sample> ordered = inTimeOrder(samples);
    const auto count = historian.count(signal);
    TimeNs first = 0;
    TimeNs last = 0;
    const auto any = historian.extent(signal, first, last);
    if (!count || *count != samples.size() || !any || !*any || first != ordered.front().time
        || last != ordered.back().time) {
        qWarning("count %llu of %zu", static_cast<unsigned long long>(count.value_or(0)),
                 samples.size());
        return false;
    }
    const TimeNs middle = ordered[ordered.size() / 2].time;
    return pointsEqual(historian, signal, ordered, first, last + 1, SIZE_MAX)
        && pointsEqual(historian, signal, ordered, middle, last, 1000)
        && pointsEqual(historian, signal, ordered, first + 1, middle, 9000)
        && windowsEqual(historian, signal, ordered, rounds, seed);
}

} // namespace

Q_DECLARE_METATYPE(reference::Shape)

class TestHistorian : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    QString nextPath() { return m_folder.filePath(u"history-%1.db"_s.arg(++m_number)); }

private Q_SLOTS:
    void missingSaysNoNumber()
    {
        const auto historian = openAt(nextPath());
        QVERIFY(historian);
        std::vector<Sample> samples;
        for (TimeNs t = 0; t < 6'000'000; t += 1'000) {
            Sample s;
            s.signal = 3;
            s.time = s.received = t;
            s.type = telemetry::ValueType::Int64;
            const bool missing = t % 100'000 == 0;
            s.bits = missing ? 0 : 500;
            s.quality = missing ? telemetry::Quality::Missing : telemetry::Quality::Good;
            samples.push_back(s);
        }
        historian->append(std::move(samples));
        QVERIFY(historian->flush());
        std::vector<Column> out(7);
        QVERIFY(historian->columns(3, {0, 6'000'000, 7}, out));
        std::uint64_t count = 0;
        for (const Column &c : out) {
            count += c.count;
            QCOMPARE(c.min, 500.0);
            QCOMPARE(c.max, 500.0);
            QCOMPARE(c.worst, static_cast<std::uint8_t>(telemetry::Quality::Missing));
        }
        QCOMPARE(count, 6'000u);
        QVERIFY(std::isnan(out[0].first));
    }

    void emptySignal()
    {
        const auto historian = openAt(nextPath());
        QVERIFY(historian);
        std::vector<Column> out(10);
        QVERIFY(historian->columns(7, {0, 1000, 10}, out));
        QVERIFY(std::all_of(out.begin(), out.end(), [](const Column &c) { return c.count == 0; }));
        QCOMPARE(historian->count(7).value(), 0u);
        TimeNs first;
        TimeNs last;
        QVERIFY(!historian->extent(7, first, last).value());
        QVERIFY(!historian->columns(7, {1000, 1000, 10}, out));
        QVERIFY(!historian->columns(7, {0, 1000, 11}, out));
    }

    void exact_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<int>("count");
        QTest::newRow("few samples, all open") << Shape{} << 900;
        QTest::newRow("regular") << Shape{} << 150'000;
        QTest::newRow("jitter and gaps")
            << Shape{.jitter = 900'000'000, .gapChance = 0.001} << 150'000;
        QTest::newRow("nanosecond times") << Shape{.step = 1237, .jitter = 1000} << 60'000;
        QTest::newRow("disorder within the slack") << Shape{.disorder = 0.2} << 60'000;
        QTest::newRow("late samples") << Shape{.jitter = 900'000'000, .lateChance = 0.1} << 150'000;
        QTest::newRow("mostly late") << Shape{.lateChance = 0.8} << 60'000;
        QTest::newRow("NaN and infinities") << Shape{.nanChance = 0.01} << 60'000;
        QTest::newRow("full mantissas with NaN")
            << Shape{.nanChance = 0.001, .decimals = -1} << 60'000;
        QTest::newRow("bad quality") << Shape{.badQuality = 0.001} << 60'000;
        QTest::newRow("mixed types") << Shape{.mixedTypes = true} << 60'000;
        QTest::newRow("many samples at one time") << Shape{.repeatTimes = true} << 60'000;
        QTest::newRow("all at once") << Shape{.step = 0} << 30'000;
        QTest::newRow("everything") << Shape{.jitter = 5'000'000'000,
                                             .gapChance = 0.001,
                                             .lateChance = 0.02,
                                             .disorder = 0.1,
                                             .nanChance = 0.001,
                                             .badQuality = 0.01,
                                             .mixedTypes = true,
                                             .repeatTimes = true}
                                    << 150'000;
    }

    void exact()
    {
        QFETCH(Shape, shape);
        QFETCH(int, count);
        const QString path = nextPath();
        const std::vector<Sample> samples = make(3, static_cast<std::size_t>(count), shape, 17);
        {
            const auto historian = openAt(path);
            QVERIFY(historian);
            give(*historian, samples, 1777);
            QVERIFY(historian->flush());
            QVERIFY(everything(*historian, 3, samples, 1));
            QCOMPARE(historian->status().stored, samples.size());
        }
        const auto historian = openAt(path);
        QVERIFY(historian);
        QVERIFY(everything(*historian, 3, samples, 2));
    }

    void continuesAfterRestart()
    {
        const QString path = nextPath();
        const std::vector<Sample> samples =
            make(1, 40'000, {.jitter = 3'000'000'000, .lateChance = 0.01}, 4);
        for (std::size_t from = 0; from < samples.size(); from += 3'100) {
            const auto historian = openAt(path);
            QVERIFY(historian);
            const auto begin = samples.begin() + static_cast<std::ptrdiff_t>(from);
            give(*historian,
                 {begin,
                  samples.begin()
                      + static_cast<std::ptrdiff_t>(std::min(samples.size(), from + 3'100))},
                 500);
        }
        const auto historian = openAt(path);
        QVERIFY(historian);
        QVERIFY(everything(*historian, 1, samples, 5));
    }
};

QTEST_GUILESS_MAIN(TestHistorian)
#include "tst_historian.moc"
