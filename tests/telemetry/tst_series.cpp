// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/series.h"
#include "models/telemetry/serieschunk.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <random>
#include <thread>

using namespace telemetry;

namespace {

constexpr TimeNs epoch = 1'700'000'000 * base::nsPerSecond;
const double nan = std::numeric_limits<double>::quiet_NaN();

/// The same thing done the obvious way.
class Brute
{
public:
    Appended append(const Point &point)
    {
        const auto at = std::upper_bound(m_points.begin(), m_points.end(), point.time,
                                         [](TimeNs t, const Point &p) { return t < p.time; });
        for (auto it = at; it != m_points.begin() && std::prev(it)->time == point.time; --it) {
            if (std::prev(it)->bits == point.bits && std::prev(it)->type == point.type)
                return Appended::Duplicate;
        }
        const bool late = at != m_points.end();
        m_points.insert(at, point);
        return late ? Appended::Late : Appended::InOrder;
    }
    std::vector<Column> columns(const ColumnGrid &grid) const
    {
        std::vector<Column> out(static_cast<std::size_t>(grid.count));
        for (int i = 0; i < grid.count; ++i) {
            Column &column = out[static_cast<std::size_t>(i)];
            int rank = -1;
            for (auto it = from(grid.edge(i)); it != m_points.end() && it->time < grid.edge(i + 1);
                 ++it) {
                const double v = it->number();
                if (column.count++ == 0)
                    column.first = v;
                column.last = v;
                column.min = v < column.min ? v : column.min;
                column.max = v > column.max ? v : column.max;
                if (qualityRank(it->quality) > rank) {
                    rank = qualityRank(it->quality);
                    column.worst = static_cast<std::uint8_t>(it->quality);
                }
            }
        }
        return out;
    }
    void dropBefore(TimeNs time) { m_points.erase(m_points.begin(), from(time)); }
    const std::vector<Point> &points() const { return m_points; }

private:
    std::vector<Point>::const_iterator from(TimeNs time) const
    {
        return std::lower_bound(m_points.begin(), m_points.end(), time,
                                [](const Point &p, TimeNs t) { return p.time < t; });
    }
    std::vector<Point> m_points;
};

Appended put(Series &series, const Point &p)
{
    return series.append(p.time, p.received, p.type, p.bits, p.quality);
}

Point real(TimeNs time, double value, Quality quality = Quality::Good)
{
    return {time, time, std::bit_cast<std::uint64_t>(value), ValueType::Double, quality};
}

bool same(const Column &a, const Column &b)
{
    const auto equal = [](double x, double y) {
        return x == y || (std::isnan(x) && std::isnan(y));
    };
    return equal(a.first, b.first) && equal(a.last, b.last) && a.min == b.min && a.max == b.max
        && a.count == b.count && a.worst == b.worst;
}

QString describe(const Column &c)
{
    return QStringLiteral("first %1 last %2 min %3 max %4 n %5 worst %6")
        .arg(c.first)
        .arg(c.last)
        .arg(c.min)
        .arg(c.max)
        .arg(c.count)
        .arg(c.worst);
}

void compare(const Series &series, const Brute &brute, const ColumnGrid &grid)
{
    std::vector<Column> got(static_cast<std::size_t>(grid.count));
    series.columns(grid, got);
    const std::vector<Column> want = brute.columns(grid);
    for (std::size_t i = 0; i < got.size(); ++i) {
        if (!same(got[i], want[i]))
            QFAIL(qPrintable(QStringLiteral("column %1: got %2, want %3")
                                 .arg(i)
                                 .arg(describe(got[i]), describe(want[i]))));
    }
}

struct Stream
{
    std::mt19937_64 random{42};
    TimeNs now = epoch;
    TimeNs step = base::nsPerMs;
    ValueType type = ValueType::Double;
    bool hasNan = false;
    bool badQuality = false;
    bool lags = false;
    double lateShare = 0;

    Point next()
    {
        const auto chance = [this](double p) {
            return std::uniform_real_distribution<>(0, 1)(random) < p;
        };
        now += static_cast<TimeNs>(random() % static_cast<std::uint64_t>(2 * step + 1));
        if (chance(0.002))
            now += step * 500; // a gap
        TimeNs time = now;
        if (chance(lateShare))
            time -= static_cast<TimeNs>(random() % static_cast<std::uint64_t>(step * 2'000));
        Point p{time, lags ? time + static_cast<TimeNs>(random() % 1'000'000'000) : time, 0, type,
                badQuality && chance(0.01) ? Quality::Suspect : Quality::Good};
        if (type == ValueType::Double)
            p.bits = std::bit_cast<std::uint64_t>(
                hasNan && chance(0.05) ? nan : std::normal_distribution<>(20, 5)(random));
        else if (type == ValueType::Bool)
            p.bits = random() & 1;
        else if (type == ValueType::Text)
            p.bits = 1 + random() % 5;
        else
            p.bits = random();
        return p;
    }
};

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingSaysNoNumber();
    void columnsAreExact_data();
    void columnsAreExact();
    void pointsComeBackAsGiven_data() { columnsAreExact_data(); }
    void pointsComeBackAsGiven();
    void duplicates();
    void manyValuesAtOneTime();
    void hostileTimes();
    void pointAt();
    void emptySeries();
    void backlogBehindLiveData();
    void evictionKeepsTheRestExact();
    void lateBehindEvictedIsCountedNotShown();
    void packedWidths_data();
    void packedWidths();
    void slowSignalsAreSmall();
    void budgetEvictsOldestFirst();
    void oneWriterManyReaders();
};

void TestSeries::columnsAreExact_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("nans");
    QTest::addColumn<bool>("bad");
    QTest::addColumn<double>("late");
    QTest::addColumn<TimeNs>("step");
    const auto ms = base::nsPerMs;
    QTest::newRow("double") << 0 << false << false << 0.0 << ms;
    QTest::newRow("double with NaN") << 0 << true << false << 0.0 << ms;
    QTest::newRow("double, suspect samples") << 0 << false << true << 0.0 << ms;
    QTest::newRow("double, 5 % late") << 0 << true << true << 0.05 << ms;
    QTest::newRow("double, half late") << 0 << false << false << 0.5 << ms;
    QTest::newRow("double, one a minute") << 0 << false << false << 0.01 << base::nsPerMinute;
    QTest::newRow("double, equal times") << 0 << false << false << 0.0 << TimeNs(1);
    QTest::newRow("int64") << 1 << false << false << 0.02 << ms;
    QTest::newRow("uint64") << 2 << false << true << 0.0 << ms;
    QTest::newRow("bool") << 3 << false << false << 0.02 << ms;
    QTest::newRow("text") << 4 << false << true << 0.02 << base::nsPerSecond;
}

void TestSeries::columnsAreExact()
{
    QFETCH(int, type);
    QFETCH(bool, nans);
    QFETCH(bool, bad);
    QFETCH(double, late);
    QFETCH(TimeNs, step);
    Stream stream;
    stream.step = step;
    stream.type = static_cast<ValueType>(type);
    stream.hasNan = nans;
    stream.badQuality = bad;
    stream.lateShare = late;
    Series series;
    Brute brute;
    for (int n = 0; n < 40'000; ++n) {
        const Point p = stream.next();
        QCOMPARE(put(series, p), brute.append(p));
    }
    QCOMPARE(series.size(), brute.points().size());
    QCOMPARE(series.firstTime(), brute.points().front().time);
    QCOMPARE(series.lastTime(), brute.points().back().time);
    const TimeNs first = series.firstTime();
    const TimeNs last = series.lastTime();
    compare(series, brute, {first, last + 1, 1'920});
    compare(series, brute, {first - 10 * step, last + 10 * step, 333});
    compare(series, brute, {first, last + 1, 1});
    for (int n = 0; n < 60; ++n) {
        const auto span = static_cast<std::uint64_t>(last - first + 1);
        const TimeNs a = first + static_cast<TimeNs>(stream.random() % span);
        const TimeNs width =
            1 + static_cast<TimeNs>(stream.random() % ((span >> (stream.random() % 20)) + 1));
        compare(series, brute, {a, a + width, 1 + static_cast<int>(stream.random() % 700)});
        if (QTest::currentTestFailed())
            return;
    }
}

void TestSeries::pointsComeBackAsGiven()
{
    QFETCH(int, type);
    QFETCH(bool, nans);
    QFETCH(bool, bad);
    QFETCH(double, late);
    QFETCH(TimeNs, step);
    Stream stream;
    stream.step = step;
    stream.type = static_cast<ValueType>(type);
    stream.hasNan = nans;
    stream.badQuality = bad;
    stream.lateShare = late;
    stream.lags = true;
    Series series;
    Brute brute;
    for (int n = 0; n < 5'000; ++n) {
        const Point p = stream.next();
        QCOMPARE(put(series, p), brute.append(p));
    }
    const auto all = series.points(INT64_MIN, INT64_MAX, SIZE_MAX);
    QVERIFY(all == brute.points());
    const auto &want = brute.points();
    const auto some = series.points(want[1'000].time, want[3'000].time, 100);
    QVERIFY(std::all_of(some.begin(), some.end(), [&](const Point &p) {
        return p.time >= want[1'000].time && p.time < want[3'000].time;
    }));
    QVERIFY(some.size() <= 100);
    QVERIFY(series.points(want[9].time, want[9].time, 10).empty());
}

void TestSeries::duplicates()
{
    Series series;
    QCOMPARE(put(series, real(epoch, 1)), Appended::InOrder);
    QCOMPARE(put(series, real(epoch, 1)), Appended::Duplicate);
    QCOMPARE(put(series, real(epoch, 2)), Appended::InOrder); // same time, another value
    QCOMPARE(put(series, real(epoch, 1)), Appended::Duplicate);
    Point whole = real(epoch, 0);
    whole.type = ValueType::Int64;
    whole.bits = std::bit_cast<std::uint64_t>(1.0);
    QCOMPARE(put(series, whole), Appended::InOrder); // same bits, another type
    QCOMPARE(put(series, real(epoch + 5, 3)), Appended::InOrder);
    QCOMPARE(put(series, real(epoch + 2, 3)), Appended::Late);
    QCOMPARE(put(series, real(epoch + 2, 3)), Appended::Duplicate);
    QCOMPARE(put(series, real(epoch, 2)), Appended::Duplicate);
    QCOMPARE(series.size(), 5u);
    QCOMPARE(series.total(), 5u);
    QCOMPARE(series.lateRevision(), 1u);
    // a whole recording twice
    Series twice;
    Stream stream;
    std::vector<Point> points;
    for (int n = 0; n < 2'000; ++n)
        points.push_back(stream.next());
    for (const Point &p : points)
        put(twice, p);
    const auto size = twice.size();
    for (const Point &p : points)
        QCOMPARE(put(twice, p), Appended::Duplicate);
    QCOMPARE(twice.size(), size);
}

void TestSeries::manyValuesAtOneTime()
{
    Series series;
    for (int n = 0; n < 100'000; ++n)
        put(series, real(epoch, n));
    QCOMPARE(series.size(), 100'000u);
    put(series, real(epoch + 1, -1));
    QCOMPARE(put(series, real(epoch, 99'999)), Appended::Duplicate);
    Column column;
    series.columns({epoch, epoch + 1, 1}, {&column, 1});
    QCOMPARE(column.count, 100'000u);
    QCOMPARE(column.first, 0.0);
    QCOMPARE(column.last, 99'999.0);
}

void TestSeries::hostileTimes()
{
    Series series;
    Brute brute;
    std::mt19937_64 random(7);
    const TimeNs times[]{INT64_MAX, INT64_MIN, INT64_MIN + 1, 0, -1, INT64_MAX - 1, epoch};
    for (int n = 0; n < 3'000; ++n) {
        const TimeNs time =
            n % 3 == 0 ? times[random() % std::size(times)] : static_cast<TimeNs>(random());
        Point p = real(time, n % 10);
        p.received = static_cast<TimeNs>(random());
        QCOMPARE(put(series, p), brute.append(p));
    }
    const auto all = series.points(INT64_MIN, INT64_MAX, SIZE_MAX);
    const auto end = std::find_if(brute.points().begin(), brute.points().end(),
                                  [](const Point &p) { return p.time == INT64_MAX; });
    QVERIFY(std::equal(all.begin(), all.end(), brute.points().begin(), end));
    compare(series, brute, {-1'000'000, epoch, 100});
    series.evict(SIZE_MAX);
    QVERIFY(series.size() > 0);
}

void TestSeries::pointAt()
{
    Series series;
    for (int n = 0; n < 1'000; ++n)
        put(series, real(epoch + n * 10, n));
    Point p;
    QVERIFY(!series.pointAt(epoch - 1, p));
    QVERIFY(series.pointAt(epoch, p));
    QCOMPARE(p.number(), 0.0);
    QVERIFY(series.pointAt(epoch + 5'004, p));
    QCOMPARE(p.number(), 500.0);
    QVERIFY(series.pointAt(INT64_MAX, p));
    QCOMPARE(p.number(), 999.0);
    QVERIFY(series.last(p));
    QCOMPARE(p.time, epoch + 9'990);
}

void TestSeries::emptySeries()
{
    Series series;
    Point p;
    QVERIFY(!series.last(p));
    QVERIFY(!series.pointAt(INT64_MAX, p));
    QCOMPARE(series.firstTime(), base::noTime);
    QCOMPARE(series.lastTime(), base::noTime);
    QVERIFY(series.points(INT64_MIN, INT64_MAX, 10).empty());
    Column columns[3];
    series.columns({0, 10, 3}, columns);
    for (const Column &column : columns)
        QCOMPARE(column.count, 0u);
    QCOMPARE(series.evict(1'000), std::size_t(0));
}

void TestSeries::backlogBehindLiveData()
{
    Series series;
    Brute brute;
    TimeNs live = epoch + 100 * base::nsPerMinute;
    TimeNs old = epoch;
    for (int n = 0; n < 20'000;
         ++n) { // a device that was cut off sends its past between live values
        for (const TimeNs time : {live += 900'000, old += 700'000}) {
            const Point p = real(time, n);
            QCOMPARE(put(series, p), brute.append(p));
        }
        if (n % 4'000 == 3'999)
            compare(series, brute, {epoch, live + 1, 501});
    }
    QCOMPARE(series.lateRevision(), 20'000u);
}

void TestSeries::evictionKeepsTheRestExact()
{
    Stream stream;
    stream.lateShare = 0.02;
    Series series;
    Brute brute;
    for (int round = 0; round < 30; ++round) {
        for (int n = 0; n < 2'000; ++n) {
            Point p = stream.next();
            if (p.time < series.firstTime())
                continue;
            QCOMPARE(put(series, p), brute.append(p));
        }
        const std::size_t before = series.bytes();
        const std::size_t freed = series.evict(20'000);
        QVERIFY(freed >= 20'000 && freed < 40'000);
        QCOMPARE(series.bytes(), before - freed);
        const TimeNs from = series.firstTime();
        brute.dropBefore(from);
        compare(series, brute, {from, series.lastTime() + 1, 777});
        compare(series, brute, {from, from + stream.step * 300, 50});
    }
    series.evict(SIZE_MAX);
    QVERIFY(series.size() > 0 && series.size() <= 256);
    Point p;
    QVERIFY(series.last(p));
    QCOMPARE(p.time, brute.points().back().time);
}

void TestSeries::lateBehindEvictedIsCountedNotShown()
{
    Series series;
    for (int n = 0; n < 1'000; ++n)
        put(series, real(epoch + n * 100, n));
    series.evict(1);
    const TimeNs first = series.firstTime();
    QVERIFY(first > epoch);
    QVERIFY(series.completeFrom() <= first && series.completeFrom() > first - 100);
    QCOMPARE(put(series, real(epoch + 50, 7)), Appended::Late);
    QCOMPARE(series.firstTime(), first);
    QCOMPARE(series.total(), 1'001u);
    QCOMPARE(series.lateRevision(), 1u);
    // before the first arrival, but nothing was evicted: shown, yet memory is not whole there
    Series fresh;
    put(fresh, real(epoch, 1));
    put(fresh, real(epoch - 10, 2));
    QCOMPARE(fresh.firstTime(), epoch - 10);
    QCOMPARE(fresh.completeFrom(), epoch);
}

void TestSeries::packedWidths_data()
{
    QTest::addColumn<TimeNs>("step");
    QTest::addColumn<TimeNs>("lag");
    QTest::addColumn<quint64>("range");
    QTest::addColumn<int>("most");
    QTest::newRow("1 kHz, no lag, doubles")
        << TimeNs(1'000'000) << TimeNs(0) << quint64(UINT64_MAX) << 13;
    QTest::newRow("1 Hz in ms, lag")
        << TimeNs(1'000'000'000) << TimeNs(30'000'000) << quint64(UINT64_MAX) << 17;
    QTest::newRow("1 Hz in odd ns")
        << TimeNs(999'999'937) << TimeNs(0) << quint64(UINT64_MAX) << 17;
    QTest::newRow("small counts") << TimeNs(1'000'000) << TimeNs(0) << quint64(200) << 6;
    QTest::newRow("counts") << TimeNs(1'000'000) << TimeNs(0) << quint64(1'000'000) << 9;
    QTest::newRow("constant") << TimeNs(1'000'000) << TimeNs(0) << quint64(1) << 5;
    QTest::newRow("huge lag") << TimeNs(1'000'000) << TimeNs(INT64_MAX) << quint64(UINT64_MAX)
                              << 21;
}

void TestSeries::packedWidths()
{
    QFETCH(TimeNs, step);
    QFETCH(TimeNs, lag);
    QFETCH(quint64, range);
    QFETCH(int, most);
    std::mt19937_64 random(3);
    std::vector<Point> points;
    for (int n = 0; n < 200; ++n) {
        const TimeNs time = epoch + n * step;
        const auto late =
            lag == 0 ? 0 : static_cast<TimeNs>(random() % static_cast<std::uint64_t>(lag));
        points.push_back({time,
                          static_cast<TimeNs>(static_cast<std::uint64_t>(time)
                                              + static_cast<std::uint64_t>(late)),
                          random() % range, ValueType::UInt64, Quality::Good});
    }
    const Chunk::Ptr chunk = Chunk::pack(points);
    QCOMPARE(chunk->count(), 200);
    for (int i = 0; i < 200; ++i) {
        QVERIFY(chunk->point(i) == points[static_cast<std::size_t>(i)]);
        QCOMPARE(chunk->lowerBound(points[static_cast<std::size_t>(i)].time), i);
        QCOMPARE(chunk->lowerBound(points[static_cast<std::size_t>(i)].time + 1), i + 1);
    }
    const double each = static_cast<double>(chunk->bytes()) / 200;
    QVERIFY2(each <= most, qPrintable(QString::number(each)));
}

void TestSeries::slowSignalsAreSmall()
{
    SeriesStore store(SIZE_MAX);
    constexpr SignalId signalCount = 50'000;
    for (int n = 0; n < 5; ++n) {
        for (SignalId s = 0; s < signalCount; ++s)
            put(store.at(s), real(epoch + n * base::nsPerSecond, s));
    }
    const double each = static_cast<double>(store.bytes()) / signalCount;
    QVERIFY2(each <= 400, qPrintable(QString::number(each)));
    std::size_t sum = 0;
    for (SignalId s = 0; s < signalCount; ++s)
        sum += store.find(s)->bytes();
    QCOMPARE(store.bytes(), sum);
}

void TestSeries::budgetEvictsOldestFirst()
{
    SeriesStore store(400'000);
    QVERIFY(!store.find(3));
    for (int n = 0; n < 40'000; ++n) {
        put(store.at(1), real(epoch + n * base::nsPerMs, n));
        if (n % 10 == 0)
            put(store.at(7), real(epoch + n * base::nsPerMs, n));
    }
    QVERIFY(!store.find(2));
    QVERIFY(store.bytes() > 400'000);
    QVERIFY(store.enforceBudget() <= 400'000);
    const auto fast = store.find(1);
    const auto slow = store.find(7);
    QVERIFY(fast->size() < 40'000 && fast->size() > 10'000);
    // what is left of both begins at about the same time
    const TimeNs apart = std::abs(fast->firstTime() - slow->firstTime());
    QVERIFY2(apart <= 1'400 * base::nsPerMs, qPrintable(QString::number(apart)));
    QCOMPARE(fast->lastTime(), epoch + 39'999 * base::nsPerMs);
    store.setBudget(1);
    store.enforceBudget();
    QVERIFY(fast->size() > 0 && slow->size() > 0); // never the newest chunk
}

void TestSeries::oneWriterManyReaders()
{
    auto store = std::make_unique<SeriesStore>(600'000);
    put(store->at(0), real(epoch, 0));
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int r = 0; r < 3; ++r) {
        readers.emplace_back([&, r] {
            std::vector<Column> columns(200);
            while (!stop) {
                for (SignalId s = 0; s < 20; ++s) {
                    const auto series = store->find(s);
                    if (!series)
                        continue;
                    const TimeNs from = series->firstTime();
                    const TimeNs to = series->lastTime();
                    if (r == 0) {
                        series->columns({from, to + 1, 200}, columns);
                        for (const Column &c : columns)
                            wrong += c.count > 0 && !(c.min <= c.first && c.first <= c.max);
                    } else if (r == 1) {
                        const auto points = series->points(from, to, 500);
                        wrong += !std::is_sorted(
                            points.begin(), points.end(),
                            [](const Point &a, const Point &b) { return a.time < b.time; });
                    } else {
                        Point p;
                        series->last(p);
                        series->pointAt(to, p);
                        wrong += series->bytes() == 0;
                        store->bytes();
                    }
                }
            }
        });
    }
    Stream stream;
    stream.lateShare = 0.02;
    for (int n = 0; n < 60'000; ++n) {
        put(store->at(static_cast<SignalId>(n % 20)), stream.next());
        if (n % 5'000 == 0)
            store->enforceBudget();
    }
    stop = true;
    for (auto &reader : readers)
        reader.join();
    QCOMPARE(wrong.load(), 0);
    const auto kept = store->find(3);
    store.reset();
    QVERIFY(kept->size() > 0);
}

/// A null is a sample, but neither zero nor in any minimum: also in packed chunks and groups.
void TestSeries::missingSaysNoNumber()
{
    Series series;
    const ColumnGrid grid{0, 100'000, 1};
    std::vector<Column> out(1);
    for (TimeNs t = 0; t < 100'000; t += 10) {
        const bool missing = t % 1'000 == 0 || (t >= 40'000 && t < 60'000);
        series.append(t, t, ValueType::Int64, missing ? 0 : 500,
                      missing ? Quality::Missing : Quality::Good);
    }
    series.columns(grid, out);
    QCOMPARE(out[0].count, 10'000u);
    QCOMPARE(out[0].min, 500.0);
    QCOMPARE(out[0].max, 500.0);
    QVERIFY(std::isnan(out[0].first));
    QCOMPARE(out[0].last, 500.0);
    QCOMPARE(out[0].worst, static_cast<std::uint8_t>(Quality::Missing));
    series.columns({40'000, 60'000, 1}, out);
    QCOMPARE(out[0].count, 2'000u);
    QVERIFY(out[0].min > out[0].max); // nothing but nulls
}

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
