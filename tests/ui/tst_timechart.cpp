// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"
#include "ui/widgets/timechart/linepaint.h"
#include "ui/widgets/timechart/signalcolours.h"
#include "ui/widgets/timechart/timechart.h"

#include <QAbstractScrollArea>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace telemetry;
using namespace Qt::StringLiterals;
using namespace ui;

namespace {

constexpr TimeNs epoch = 1'700'000'000 * base::nsPerSecond;

struct Engine
{
    base::ManualClock clock{epoch};
    Catalogue catalogue;
    TextTable texts;
    SeriesStore series{SIZE_MAX};
    std::unique_ptr<store::Historian> historian;
    SourceId source = catalogue.addSource(u"plant"_s, u"Plant"_s);
    DeviceId pump = catalogue.internDevice(source, "pump-1");

    SignalId signal(const char *name, ValueType type = ValueType::Double)
    {
        return catalogue.internSignal(pump, name, type);
    }
    void put(SignalId id, TimeNs time, double value)
    {
        series.at(id).append(time, time, ValueType::Double, std::bit_cast<std::uint64_t>(value),
                             Quality::Good);
    }
    ChartSource chartSource(std::function<quint64(SourceId)> lost = {})
    {
        return {&series, &catalogue, &texts, historian.get(), std::move(lost)};
    }
};

bool sameColumn(const Column &a, const Column &b)
{
    return a.count == b.count
        && (a.count == 0
            || (a.first == b.first && a.last == b.last && a.min == b.min && a.max == b.max
                && a.worst == b.worst));
}

void compareColumns(const SignalColumns &cached, const Series &series)
{
    const auto got = cached.columns();
    std::vector<Column> want(got.size());
    const std::int64_t first = cached.firstColumn();
    series.columns({first * cached.width(), (first + std::ssize(got)) * cached.width(),
                    static_cast<int>(got.size())},
                   want);
    for (std::size_t i = 0; i < got.size(); ++i)
        QVERIFY2(sameColumn(got[i], want[i]), qPrintable(QString::number(i)));
}

int inked(const QImage &image, int x)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        count += qAlpha(image.pixel(x, y)) > 60;
    return count;
}

Column flat(double v)
{
    return {v, v, v, v, 1, 1};
}

} // namespace

class TestTimeChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(ThemeKind::Light);
    }
    void cachedColumnsEqualFreshOnes();
    void historyAndMemoryMakeOneLine();
    void newestRequestWins();
    void lineCoversEveryExtreme();
    void linesBreakWhereNothingWasHeard();
    void zoomKeepsTheTimeUnderTheCursor();
    void liveFollowsAndPauseHolds();
    void autoRangeDoesNotJump();
    void ticksAreRound_data();
    void ticksAreRound();
    void axisLabelsTellNeighboursApart_data();
    void axisLabelsTellNeighboursApart();
    void linkedAxesKeepOneWidth();
    void footerTellsWhatIsShown();
    void mouseAndKeys();
    void hostileNamesAndValues();
    void sameColourEverywhere();
    void statesAndQualityPaint();
    void scalesWithFontAndDpi();
};

void TestTimeChart::cachedColumnsEqualFreshOnes()
{
    Engine engine;
    const SignalId id = engine.signal("pressure");
    std::mt19937 random(5);
    TimeNs now = epoch;
    engine.put(id, now, 1);
    SignalColumns columns(engine.chartSource(), id, now);
    const TimeNs width = 7 * base::nsPerMs;
    for (int tick = 0; tick < 400; ++tick) {
        for (int i = 0; i < 20; ++i) {
            now += static_cast<TimeNs>(random() % 3'000'000);
            const bool late = random() % 50 == 0;
            engine.put(id, late ? now - static_cast<TimeNs>(random() % 900'000'000) : now,
                       std::normal_distribution<>()(random));
        }
        const TimeNs used = tick > 200 ? width * 3 : width;
        const int count = tick % 100 == 99 ? 150 : 200;
        columns.update(now / used + 1 - count, count, used);
        compareColumns(columns, *engine.series.find(id));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(!columns.update(columns.firstColumn(), static_cast<int>(columns.columns().size()),
                            columns.width()));
}

void TestTimeChart::historyAndMemoryMakeOneLine()
{
    QTemporaryDir folder;
    Engine engine;
    store::HistorianOptions options;
    options.path = folder.filePath(u"history.sqlite"_s);
    auto opened = store::Historian::open(options);
    QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : opened.error().text));
    engine.historian = std::move(*opened);
    engine.historian->follow(engine.catalogue, engine.texts);
    const SignalId id = engine.signal("pressure");
    Series whole; // the truth
    std::vector<Sample> samples;
    constexpr int count = 20'000;
    for (int n = 0; n < count; ++n) {
        const TimeNs time = epoch + n * 10 * base::nsPerMs;
        const double v = std::sin(n / 300.0) + (n % 997 == 0 ? 5 : 0);
        samples.push_back(
            {id, ValueType::Double, Quality::Good, time, time, std::bit_cast<std::uint64_t>(v)});
        whole.append(time, time, ValueType::Double, samples.back().bits, Quality::Good);
        if (n >= count / 2 + 3) // memory begins in the middle of a pixel column
            engine.put(id, time, v);
    }
    engine.historian->append(std::move(samples));
    QVERIFY(engine.historian->flush().has_value());
    const TimeNs end = epoch + count * 10 * base::nsPerMs;
    SignalColumns columns(engine.chartSource(), id, end);
    QSignalSpy arrived(&columns, &SignalColumns::arrived);
    const TimeNs width = 333 * base::nsPerMs;
    columns.update(end / width - 700, 705, width);
    QVERIFY(columns.isLoading());
    QTRY_VERIFY(!arrived.isEmpty());
    columns.update(end / width - 700, 705, width);
    QVERIFY(!columns.isLoading());
    compareColumns(columns, whole);
    // nothing more is asked while the window moves on over what is there
    columns.update(end / width - 690, 705, width);
    QVERIFY(!columns.isLoading());
    compareColumns(columns, whole);
    // a window wholly in the past of this session, at another width
    const TimeNs finer = 100 * base::nsPerMs;
    columns.update(epoch / finer + 10, 200, finer);
    QTRY_COMPARE(arrived.size(), 2);
    columns.update(epoch / finer + 10, 200, finer);
    compareColumns(columns, whole);
    QVERIFY(columns.typicalInterval() > 0);
}

void TestTimeChart::newestRequestWins()
{
    QTemporaryDir folder;
    Engine engine;
    store::HistorianOptions options;
    options.path = folder.filePath(u"history.sqlite"_s);
    engine.historian = std::move(*store::Historian::open(options));
    engine.historian->follow(engine.catalogue, engine.texts);
    const SignalId id = engine.signal("flow");
    std::vector<Sample> samples;
    for (int n = 0; n < 5'000; ++n)
        samples.push_back({id, ValueType::Double, Quality::Good, epoch + n * base::nsPerSecond,
                           epoch, std::bit_cast<std::uint64_t>(1.0 * n)});
    engine.historian->append(std::move(samples));
    QVERIFY(engine.historian->flush().has_value());
    SignalColumns columns(engine.chartSource(), id, epoch + 6'000 * base::nsPerSecond);
    for (int n = 1; n <= 30; ++n)
        columns.update(epoch / (n * base::nsPerSecond), 100, n * base::nsPerSecond);
    const TimeNs width = 30 * base::nsPerSecond;
    QTRY_VERIFY(!columns.isLoading());
    columns.update(epoch / width, 100, width);
    const TimeNs shown = (epoch / width + 100) * width - epoch;
    QCOMPARE(columns.samples(), static_cast<quint64>(shown / base::nsPerSecond));
}

void TestTimeChart::lineCoversEveryExtreme()
{
    std::mt19937 random(9);
    std::vector<Column> columns(300);
    for (Column &c : columns) {
        const double a = std::uniform_real_distribution<>(10, 90)(random);
        const double b = a + std::uniform_real_distribution<>(0, 8)(random);
        c = {a, b, a, b, 5, 1};
    }
    QImage image(300, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(0);
    LineStyle style;
    style.top = 100;
    style.bottom = 0;
    paintLine(image, columns, style);
    for (int x = 0; x < 300; ++x) {
        const Column &c = columns[static_cast<std::size_t>(x)];
        for (const double v : {c.min, c.max, c.first, c.last}) {
            const int y = std::clamp(static_cast<int>((100 - v) * 2), 0, 199);
            const int best =
                std::max({qAlpha(image.pixel(x, y)), qAlpha(image.pixel(x, std::max(0, y - 1))),
                          qAlpha(image.pixel(x, std::min(199, y + 1)))});
            QVERIFY2(best > 120, qPrintable(QStringLiteral("column %1 value %2").arg(x).arg(v)));
        }
        if (x > 0) { // no hole between neighbours: their inked rows touch
            const auto rows = [&](int at) {
                QPair<int, int> r(999, -1);
                for (int y = 0; y < 200; ++y) {
                    if (qAlpha(image.pixel(at, y)) > 20)
                        r = {std::min(r.first, y), std::max(r.second, y)};
                }
                return r;
            };
            const auto a = rows(x - 1);
            const auto b = rows(x);
            QVERIFY(a.first <= b.second + 1 && b.first <= a.second + 1);
        }
    }
    // values beyond any reason draw at the edge and harm nothing
    columns[5] = {1e300, -1e300, -1e300, 1e300, 2, 1};
    columns[6].min = columns[6].first = -std::numeric_limits<double>::infinity();
    paintLine(image, columns, style);
}

void TestTimeChart::linesBreakWhereNothingWasHeard()
{
    std::vector<Column> columns(100);
    for (const int i : {10, 11, 12, 60, 61, 62})
        columns[static_cast<std::size_t>(i)] = flat(50);
    QImage image(100, 100, QImage::Format_ARGB32_Premultiplied);
    LineStyle style;
    style.top = 100;
    image.fill(0);
    paintLine(image, columns, style);
    QVERIFY(inked(image, 36) > 0);
    style.broken = [](int from, int to) { return to - from > 10; };
    image.fill(0);
    paintLine(image, columns, style);
    QCOMPARE(inked(image, 36), 0);
    QVERIFY(inked(image, 11) > 0 && inked(image, 61) > 0);
    // by silence and by a lost connection, as the chart decides it
    Engine engine;
    const SignalId id = engine.signal("level");
    for (int n = 0; n < 100; ++n)
        engine.put(id, epoch + n * base::nsPerSecond + (n >= 50 ? 30 * base::nsPerSecond : 0), 1);
    ChartLine line;
    line.signal = id;
    line.sourceKey = u"plant"_s;
    line.data = std::make_unique<SignalColumns>(engine.chartSource(), id, epoch);
    line.data->update(epoch / base::nsPerSecond, 140, base::nsPerSecond);
    QVERIFY(!line.broken(20, 21, {}));
    QVERIFY(line.broken(49, 80, {}));
    QVERIFY(!line.broken(20, 23, {}));
    store::EventRecord lost;
    lost.kind = store::EventRecord::Kind::Disconnected;
    lost.source = u"plant"_s;
    lost.time = epoch + 21 * base::nsPerSecond;
    QVERIFY(line.broken(20, 23, {lost}));
    lost.source = u"other"_s;
    QVERIFY(!line.broken(20, 23, {lost}));
}

void TestTimeChart::zoomKeepsTheTimeUnderTheCursor()
{
    base::ManualClock clock(epoch);
    TimeView view(&clock);
    view.setLive(false);
    view.setRange(epoch - 1'000'000'000'000, epoch - 500'000'000'000);
    const TimeNs at = view.start() + view.length() / 4;
    view.zoom(0.5, at);
    QCOMPARE(view.length(), 250'000'000'000);
    QVERIFY(std::abs(at - view.start() - view.length() / 4) <= 1'000);
    for (int n = 0; n < 200; ++n)
        view.zoom(0.5, at);
    QCOMPARE(view.length(), TimeView::shortest);
    for (int n = 0; n < 200; ++n)
        view.zoom(2, at);
    QCOMPARE(view.length(), TimeView::longest);
    for (int n = 0; n < 200; ++n)
        view.pan(TimeView::longest);
    view.pan(-TimeView::longest);
}

void TestTimeChart::liveFollowsAndPauseHolds()
{
    base::ManualClock clock(epoch);
    TimeView view(&clock);
    QSignalSpy live(&view, &TimeView::liveChanged);
    view.setLength(base::nsPerMinute);
    QVERIFY(view.isLive());
    clock.advance(base::nsPerSecond);
    view.tick();
    QCOMPARE(view.end(), epoch + base::nsPerSecond);
    view.pan(-10 * base::nsPerSecond);
    QVERIFY(!view.isLive());
    QCOMPARE(live.size(), 1);
    const TimeNs end = view.end();
    clock.advance(base::nsPerHour);
    view.tick();
    QCOMPARE(view.end(), end);
    view.setLive(true);
    QCOMPARE(view.end(), clock.now());
    QCOMPARE(view.length(), base::nsPerMinute);
}

void TestTimeChart::autoRangeDoesNotJump()
{
    AutoRange range;
    QVERIFY(range.follow(0, 10, 4, 0));
    const ValueRange first = range.range();
    QVERIFY(first.low <= 0 && first.high >= 10);
    int changes = 0;
    for (int n = 1; n < 200; ++n)
        changes += range.follow(0.3 + std::sin(n) * 0.2, 9.7 + std::cos(n) * 0.2, 4, n * 33);
    QCOMPARE(changes, 0);
    QVERIFY(range.follow(0, first.high + 5, 4, 7'000)); // grows at once
    QVERIFY(!range.follow(4, 5, 4, 8'000)); // shrinks only after three seconds
    QVERIFY(!range.follow(4, 5, 4, 10'900));
    QVERIFY(range.follow(4, 5, 4, 11'100));
    QVERIFY(!range.follow(std::nan(""), std::nan(""), 4, 20'000));
    AutoRange constant;
    QVERIFY(constant.follow(21.5, 21.5, 4, 0));
    QVERIFY(constant.range().low < 21.5 && constant.range().high > 21.5);
    AutoRange huge;
    huge.follow(-1e308, 1e308, 4, 0);
    QVERIFY(std::isfinite(huge.range().high - huge.range().step));
}

void TestTimeChart::ticksAreRound_data()
{
    QTest::addColumn<TimeNs>("length");
    QTest::addColumn<TimeNs>("step");
    QTest::newRow("10 s") << 10 * base::nsPerSecond << 2 * base::nsPerSecond;
    QTest::newRow("10 min") << 10 * base::nsPerMinute << 2 * base::nsPerMinute;
    QTest::newRow("1 day") << 24 * base::nsPerHour << 3 * base::nsPerHour;
    QTest::newRow("30 days") << 720 * base::nsPerHour << 7 * 24 * base::nsPerHour;
    QTest::newRow("1 ms") << base::nsPerMs << 200 * base::nsPerUs;
}

void TestTimeChart::ticksAreRound()
{
    QFETCH(TimeNs, length);
    QFETCH(TimeNs, step);
    const auto ticks = timeTicks(epoch + 123, epoch + 123 + length, 8);
    QVERIFY(ticks.size() >= 3 && ticks.size() <= 9);
    QVERIFY(!ticks.front().context.isEmpty());
    for (std::size_t i = 1; i < ticks.size(); ++i)
        QCOMPARE(ticks[i].time - ticks[i - 1].time, step);
    QVERIFY(timeTicks(5, 5, 8).empty());
}

void TestTimeChart::axisLabelsTellNeighboursApart_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("percent");
    QTest::addColumn<QString>("first");
    QTest::newRow("bar") << 4.1 << 4.7 << false << u"4.0"_s;
    QTest::newRow("half steps") << 0.0 << 10.0 << false << u"0.0"_s;
    QTest::newRow("counter") << 70'414'441.0 << 70'414'464.0 << false << u"70414440"_s;
    QTest::newRow("energy") << 1.2e9 << 1.9e9 << false << u"1.2 G"_s;
    QTest::newRow("epoch, ms") << 1.7637e12 << 1.7637e12 + 20'000 << false << u"1763700000000"_s;
    QTest::newRow("below zero") << -3.0 << 4.0 << false << u"-4"_s;
    QTest::newRow("tiny") << 1.0e-9 << 4.0e-9 << false << u"1e-09"_s;
    QTest::newRow("huge") << 1.0e20 << 1.000002e20 << false << QString();
    QTest::newRow("confidence") << 0.72 << 1.0 << true << u"70 %"_s;
}

void TestTimeChart::axisLabelsTellNeighboursApart()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(bool, percent);
    QFETCH(QString, first);
    auto ticks = valueTicks(roundRange(low, high, 4), percent);
    QVERIFY(ticks.size() >= 2);
    if (!first.isEmpty())
        QCOMPARE(ticks.front().label.replace(QChar(0x202F), u' '), first);
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        QVERIFY2(ticks[i].label != ticks[i - 1].label, qPrintable(ticks[i].label));
        QVERIFY2(ticks[i].label.size() <= 16, qPrintable(ticks[i].label));
    }
}

void TestTimeChart::linkedAxesKeepOneWidth()
{
    Engine engine;
    const SignalId small = engine.signal("pressure");
    const SignalId large = engine.signal("counter");
    engine.put(small, epoch, 4);
    engine.put(large, epoch, 1.7637e12);
    engine.put(large, epoch + base::nsPerSecond, 1.7637e12 + 20);
    engine.clock.set(epoch + 2 * base::nsPerSecond);
    TimeView view(&engine.clock);
    TimeChart a(engine.chartSource(), &view);
    a.resize(600, 200);
    a.addSignal(small);
    const double usual = a.plotState().plot.left();
    {
        TimeChart b(engine.chartSource(), &view);
        b.resize(600, 200);
        b.addSignal(large);
        QVERIFY(b.plotState().plot.left() > usual);
        QCOMPARE(a.plotState().plot.left(), b.plotState().plot.left());
    }
    QCOMPARE(a.plotState().plot.left(), usual);
}

void TestTimeChart::footerTellsWhatIsShown()
{
    Engine engine;
    const SignalId id = engine.signal("pressure");
    for (int n = 0; n < 100; ++n)
        engine.put(id, epoch + n * base::nsPerSecond, n);
    engine.clock.set(epoch + 100 * base::nsPerSecond);
    TimeView view(&engine.clock);
    view.setLength(200 * base::nsPerSecond);
    TimeChart chart(engine.chartSource([](SourceId) { return 7u; }), &view);
    chart.resize(800, 240);
    QVERIFY(chart.addSignal(id));
    QVERIFY(!chart.addSignal(id));
    QVERIFY(!chart.addSignal(12'345));
    QVERIFY2(chart.footer().contains(u"all 100 samples shown"_s), qPrintable(chart.footer()));
    QVERIFY(chart.footer().contains(u"7 lost"_s));
    for (int n = 0; n < 500'000; ++n)
        engine.put(id, epoch + 100 * base::nsPerSecond + n * base::nsPerUs, n % 50);
    engine.clock.set(epoch + 101 * base::nsPerSecond);
    chart.refresh();
    QTRY_VERIFY_WITH_TIMEOUT((chart.refresh(), chart.footer().contains(u" of 500"_s)), 2'000);
    QVERIFY2(chart.footer().contains(u"min/max per pixel"_s), qPrintable(chart.footer()));
}

void TestTimeChart::mouseAndKeys()
{
    Engine engine;
    const SignalId id = engine.signal("pressure");
    for (int n = 0; n < 1'000; ++n)
        engine.put(id, epoch + n * base::nsPerSecond, n % 17);
    engine.clock.set(epoch + 1'000 * base::nsPerSecond);
    TimeView view(&engine.clock);
    view.setLength(500 * base::nsPerSecond);
    TimeChart chart(engine.chartSource(), &view);
    chart.resize(900, 260);
    chart.addSignal(id);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Space);
    QVERIFY(!view.isLive());
    QTest::keyClick(&chart, Qt::Key_Space);
    QVERIFY(view.isLive());
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY(!view.isLive());
    const TimeNs length = view.length();
    QTest::keyClick(&chart, Qt::Key_Plus);
    QCOMPARE(view.length(), length / 2);
    QTest::keyClick(&chart, Qt::Key_Minus);
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(view.start(), epoch);
    QTest::keyClick(&chart, Qt::Key_End);
    QVERIFY(view.isLive());
    QTest::keyClick(&chart, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(!chart.isAutoRange());
    QTest::keyClick(&chart, Qt::Key_0);
    QVERIFY(chart.isAutoRange());
    // drag to the right shows the past
    auto *viewport = chart.findChild<QAbstractScrollArea *>()->viewport();
    const QPoint middle = viewport->rect().center();
    const TimeNs before = view.start();
    QTest::mousePress(viewport, Qt::LeftButton, {}, middle);
    QMouseEvent drag(QEvent::MouseMove, middle + QPoint(100, 0),
                     viewport->mapToGlobal(middle + QPoint(100, 0)), Qt::NoButton, Qt::LeftButton,
                     {});
    QCoreApplication::sendEvent(viewport, &drag);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, middle + QPoint(100, 0));
    QVERIFY(view.start() < before);
    // measuring
    QTest::keyClick(&chart, Qt::Key_M);
    QVERIFY(view.isMeasuring());
    QTest::mouseClick(viewport, Qt::LeftButton, {}, middle);
    QTest::mouseClick(viewport, Qt::LeftButton, {}, middle + QPoint(50, 0));
    QVERIFY(view.markA() != base::noTime && view.markB() > view.markA());
    chart.grab();
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!view.isMeasuring());
    QSignalSpy table(&chart, &TimeChart::tableWanted);
    QTest::keyClick(&chart, Qt::Key_T);
    QCOMPARE(table.size(), 1);
    QTest::mouseDClick(viewport, Qt::LeftButton, {}, middle);
    QVERIFY(view.isLive());
}

void TestTimeChart::hostileNamesAndValues()
{
    Engine engine;
    const SignalId id = engine.signal("<b>bold</b>\u202e\n");
    const double odd[]{std::nan(""), INFINITY, -INFINITY, 1e308, -1e308, 0.0, 5e-324};
    for (int n = 0; n < 700; ++n)
        engine.put(id, epoch + n * base::nsPerMs, odd[n % 7]);
    engine.put(id, INT64_MAX, 1);
    engine.clock.set(epoch + base::nsPerSecond);
    TimeView view(&engine.clock);
    TimeChart chart(engine.chartSource(), &view);
    chart.resize(600, 200);
    chart.addSignal(id);
    QVERIFY(!chart.title().contains(QChar(0x202e)));
    for (const TimeNs length : {TimeView::longest, TimeView::shortest, base::nsPerSecond}) {
        view.setLength(length);
        chart.refresh();
        QVERIFY(!chart.grab().isNull());
    }
    chart.setValueRange(std::nan(""), 3);
    QVERIFY(chart.isAutoRange());
    chart.restore(QJsonObject{{u"signals"_s, 5}, {u"low"_s, u"x"_s}});
}

void TestTimeChart::sameColourEverywhere()
{
    QCOMPARE(signalColour(3), signalColour(3));
    QVERIFY(signalColour(3) != signalColour(4));
    QCOMPARE(signalColourIndex(3 + dataColours), signalColourIndex(3));
}

void TestTimeChart::statesAndQualityPaint()
{
    Engine engine;
    const SignalId state = engine.signal("state", ValueType::Text);
    const SignalId valve = engine.signal("valve", ValueType::Bool);
    const SignalId level = engine.signal("level");
    const auto running = engine.texts.intern("running");
    const auto stopped = engine.texts.intern("stopped");
    for (int n = 0; n < 100; ++n) {
        const TimeNs time = epoch + n * base::nsPerSecond;
        engine.series.at(state).append(time, time, ValueType::Text, n < 50 ? running : stopped,
                                       Quality::Good);
        engine.series.at(valve).append(time, time, ValueType::Bool, n / 10 % 2, Quality::Good);
        engine.series.at(level).append(time, time, ValueType::Double,
                                       std::bit_cast<std::uint64_t>(n * 0.01),
                                       n > 40 && n < 60 ? Quality::Suspect : Quality::Good);
    }
    engine.clock.set(epoch + 100 * base::nsPerSecond);
    TimeView view(&engine.clock);
    view.setLength(100 * base::nsPerSecond);
    TimeChart chart(engine.chartSource(), &view);
    chart.resize(900, 260);
    chart.addSignal(level);
    const QImage plain = chart.grab().toImage();
    chart.addSignal(state);
    chart.addSignal(valve);
    chart.setThreshold(0.85);
    QVERIFY(chart.plotState().lanes.height() > 0);
    QVERIFY(chart.grab().toImage() != plain);
}

void TestTimeChart::scalesWithFontAndDpi()
{
    Engine engine;
    const SignalId id = engine.signal("pressure");
    engine.put(id, epoch, 1);
    TimeView view(&engine.clock);
    TimeChart chart(engine.chartSource(), &view);
    chart.resize(900, 260);
    chart.addSignal(id);
    const QSize before = chart.minimumSizeHint();
    applyTheme(ThemeKind::Dark, 200);
    QVERIFY(chart.minimumSizeHint().height() > before.height());
    QVERIFY(!chart.grab().isNull());
    applyTheme(ThemeKind::Light);
}

QTEST_MAIN(TestTimeChart)
#include "tst_timechart.moc"
