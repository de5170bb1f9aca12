// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/samplesexport.h"
#include "ui/telemetry/signalmodel.h"
#include "ui/telemetry/statisticspanel.h"
#include "ui/telemetry/telemetrypage.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/rows/rowview.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include "models/base/settings.h"
#include "models/ingest/pipeline.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace telemetry;
using namespace Qt::StringLiterals;
using namespace ui;

namespace {

constexpr TimeNs epoch = 1'763'820'000 * base::nsPerSecond;

struct Plant
{
    base::ManualClock clock{epoch};
    QTemporaryDir folder;
    std::unique_ptr<store::Historian> historian;
    std::unique_ptr<ingest::Pipeline> pipeline;
    base::Settings settings;
    TaskCentre tasks;

    explicit Plant(bool stored = false)
    {
        if (stored) {
            store::HistorianOptions options;
            options.path = folder.filePath(u"history.sqlite"_s);
            options.clock = &clock;
            historian = std::move(*store::Historian::open(options));
        }
        ingest::PipelineOptions options;
        options.clock = &clock;
        pipeline = std::make_unique<ingest::Pipeline>(options, historian.get());
        if (historian)
            historian->follow(pipeline->catalogue(), pipeline->texts());
    }
    Console console()
    {
        Console out;
        out.pipeline = pipeline.get();
        out.historian = historian.get();
        out.settings = &settings;
        out.tasks = &tasks;
        return out;
    }
    SignalId signal(std::string_view device, std::string_view name, std::string_view unit = {},
                    ValueType type = ValueType::Double)
    {
        Catalogue &catalogue = pipeline->catalogue();
        const SourceId source = catalogue.addSource(u"plant"_s, u"Plant"_s);
        const SignalId id =
            catalogue.internSignal(catalogue.internDevice(source, device), name, type);
        if (!unit.empty())
            catalogue.setUnit(id, unit);
        return id;
    }
    void put(SignalId id, TimeNs time, double value)
    {
        pipeline->series().at(id).append(time, time, ValueType::Double,
                                         std::bit_cast<std::uint64_t>(value), Quality::Good);
    }
    // Half an hour of a pump station, once a second.
    std::vector<SignalId> fill()
    {
        std::mt19937 random(4);
        std::normal_distribution<> noise;
        const std::vector<SignalId> ids{signal("P-104", "discharge/pressure", "bar"),
                                        signal("P-104", "flow", "m3/h"),
                                        signal("P-103", "flow", "m3/h"),
                                        signal("P-104", "motor/temperature", "degC"),
                                        signal("P-104", "pump-wear/confidence"),
                                        signal("P-104", "state", {}, ValueType::Text)};
        const TextCode running = pipeline->texts().intern("running");
        const TextCode starting = pipeline->texts().intern("starting");
        double p = 3.4;
        double f = 41;
        double g = 41;
        for (int n = 0; n < 1'800; ++n) {
            const TimeNs time = epoch + n * base::nsPerSecond;
            p += 0.02 * noise(random) + (3.4 - p) * 0.05 - (n > 1'500 ? 0.03 : 0);
            f += 0.2 * noise(random) + (41 - f) * 0.05 - (n > 1'500 ? 0.2 : 0);
            g += 0.2 * noise(random) + (41 - g) * 0.05;
            put(ids[0], time, p);
            put(ids[1], time, f);
            if (n < 700 || n > 760)
                put(ids[2], time, g);
            put(ids[3], time, 62 + std::sin(n / 200.0) + 0.05 * noise(random));
            put(ids[4], time, 0.93 - (n > 1'300 ? (n - 1'300) * 0.0004 : 0) + 0.01 * noise(random));
            pipeline->series().at(ids[5]).append(time, time, ValueType::Text,
                                                 n > 200 && n < 320 ? starting : running,
                                                 Quality::Good);
        }
        clock.set(epoch + 1'800 * base::nsPerSecond);
        return ids;
    }
};

} // namespace

class TestTelemetryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(ThemeKind::Light);
    }
    void modelGrows();
    void filterByWordsAndFields();
    void enterAddsToFittingChart();
    void goAddsSignalAndFiltersDevice();
    void emptyStates();
    void layoutComesBack();
    void unknownSignalsWaitOnTheirChart();
    void dashboards();
    void hostileDashboard();
    void csvHoldsEverySample();
    void csvIsSafeForSpreadsheets();
    void exportRunsInTheBackground();
    void pictures();
    void tableTwin();
    void statisticsOfTheWindow();
    void windowByWords();
    void refreshIsCheap();
    void looks_data();
    void looks();
};

void TestTelemetryPage::modelGrows()
{
    Plant plant;
    SignalModel model(plant.pipeline->catalogue(), plant.pipeline->series(),
                      plant.pipeline->texts(), plant.pipeline->devices());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    plant.fill();
    QVERIFY(model.refresh());
    QCOMPARE(model.count(), 6);
    QVERIFY(model.rowCount() > 1 && model.rowCount() < 6); // devices
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    const auto insertions = inserted.size();
    QVERIFY(!model.refresh());
    QCOMPARE(inserted.size(), insertions);
    QCOMPARE(model.indexOf(3, SignalModel::Unit).data().toString(), u"°C"_s);
    QCOMPARE(model.indexOf(5, SignalModel::Value).data().toString(), u"running"_s);
    plant.signal("<img src=x>", "a\u202eb");
    QVERIFY(model.refresh());
    QVERIFY(!model.indexOf(6, SignalModel::Signal).data().toString().contains(QChar(0x202e)));
    const std::unique_ptr<QMimeData> mime(model.mimeData(
        {model.indexOf(2), model.indexOf(2, 1), model.indexOf(4), model.index(0, 0)}));
    QCOMPARE(mime->data(signalsMimeType()), QByteArray("2 4"));
}

void TestTelemetryPage::filterByWordsAndFields()
{
    Plant plant;
    plant.fill();
    TelemetryPage page(plant.console());
    page.resize(1'400, 800);
    page.refresh();
    auto *model = page.findChild<SignalModel *>();
    auto *filter = page.findChild<FilterEdit *>(u"signalFilter"_s);
    const auto count = [&](const QString &text) {
        filter->setText(text);
        model->setFilterText(text);
        return model->shown();
    };
    QCOMPARE(count({}), 6);
    QCOMPARE(count(u"flow"_s), 2);
    QCOMPARE(count(u"device:P-103"_s), 1);
    QCOMPARE(count(u"unit:bar"_s), 1);
    QCOMPARE(count(u"flow -device:P-103"_s), 1);
    QCOMPARE(count(u"nothing"_s), 0);
}

void TestTelemetryPage::enterAddsToFittingChart()
{
    Plant plant;
    const auto ids = plant.fill();
    TelemetryPage page(plant.console());
    page.resize(1'400, 800);
    page.show();
    page.refresh();
    auto *list = page.findChild<RowView *>(u"signalList"_s);
    page.findChild<SignalModel *>()->setFilterText(u"flow"_s);
    list->setFocus();
    list->showRecord(1);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(page.charts().size(), 1u);
    list->showRecord(2);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(page.charts().size(), 1u); // the same unit: the same chart
    QCOMPARE(page.charts()[0]->lines().size(), 2u);
    page.addSignal(ids[0]);
    QCOMPARE(page.charts().size(), 2u);
    list->showRecord(1);
    QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(page.charts().size(), 3u);
    page.removeChart(page.charts()[0]);
    QCOMPARE(page.charts().size(), 2u);
}

void TestTelemetryPage::goAddsSignalAndFiltersDevice()
{
    Plant plant;
    const auto ids = plant.fill();
    TelemetryPage page(plant.console());
    Destination to;
    to.signal = ids[3];
    QVERIFY(page.go(to));
    QCOMPARE(page.charts().size(), 1u);
    QCOMPARE(page.charts()[0]->signalIds(), std::vector<SignalId>{ids[3]});
    to.signal = 999;
    QVERIFY(!page.go(to));
    Destination device;
    device.device = plant.pipeline->catalogue().signal(ids[2]).device;
    QVERIFY(page.go(device));
    QCOMPARE(page.findChild<SignalModel *>()->shown(), 1);
    const auto found = page.find(u"104 flow"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].destination.signal, ids[1]);
}

void TestTelemetryPage::emptyStates()
{
    Plant plant;
    TelemetryPage page(plant.console());
    page.resize(1'000, 600);
    QSignalSpy wanted(&page, &Page::wanted);
    QVERIFY(page.answer().contains(u'0'));
    page.refresh();
    plant.fill();
    QTRY_VERIFY((page.refresh(), page.findChild<SignalModel *>()->shown() == 6));
    QVERIFY(page.charts().empty());
}

void TestTelemetryPage::layoutComesBack()
{
    Plant plant;
    const auto ids = plant.fill();
    {
        TelemetryPage page(plant.console());
        page.addSignal(ids[1]);
        page.addSignal(ids[2]);
        page.addSignal(ids[0]);
        page.charts()[1]->setValueRange(1, 5);
        page.view().setLength(base::nsPerHour);
    }
    TelemetryPage again(plant.console());
    QCOMPARE(again.charts().size(), 2u);
    QCOMPARE(again.charts()[0]->signalIds(), (std::vector<SignalId>{ids[1], ids[2]}));
    QCOMPARE(again.charts()[1]->valueRange().high, 5.0);
    QCOMPARE(again.view().length(), base::nsPerHour);
    QVERIFY(again.view().isLive());
}

void TestTelemetryPage::unknownSignalsWaitOnTheirChart()
{
    QJsonObject saved;
    {
        Plant plant;
        const auto ids = plant.fill();
        TelemetryPage page(plant.console());
        page.addSignal(ids[0]);
        page.addSignal(ids[1]);
        saved = page.dashboard();
    }
    Plant fresh; // nothing is known yet
    TelemetryPage page(fresh.console());
    page.setDashboard(saved);
    QCOMPARE(page.charts().size(), 2u);
    QVERIFY(page.charts()[0]->isEmpty());
    QCOMPARE(page.dashboard()[u"charts"_s], saved[u"charts"_s]);
    fresh.fill();
    QTRY_VERIFY((page.refresh(), page.charts()[1]->lines().size() == 1));
    QVERIFY(!page.charts()[0]->isEmpty());
}

void TestTelemetryPage::dashboards()
{
    Plant plant;
    const auto ids = plant.fill();
    TelemetryPage page(plant.console());
    page.addSignal(ids[0]);
    page.saveDashboard(u"One"_s);
    page.addSignal(ids[1]);
    page.saveDashboard(u"Two <b>"_s);
    QCOMPARE(page.dashboardNames(), (QStringList{u"One"_s, u"Two <b>"_s}));
    page.openDashboard(u"One"_s);
    QCOMPARE(page.charts().size(), 1u);
    page.openDashboard(u"Two <b>"_s);
    QCOMPARE(page.charts().size(), 2u);
    page.deleteDashboard(u"One"_s);
    QCOMPARE(page.dashboardNames().size(), 1);
}

void TestTelemetryPage::hostileDashboard()
{
    Plant plant;
    plant.fill();
    TelemetryPage page(plant.console());
    QJsonArray charts;
    for (int n = 0; n < 500; ++n)
        charts.append(n % 2 ? QJsonValue(n)
                            : QJsonValue(QJsonObject{{u"height"_s, -5},
                                                     {u"signals"_s, u"x"_s},
                                                     {u"low"_s, 1e308},
                                                     {u"high"_s, -1e308}}));
    page.setDashboard({{u"charts"_s, charts}, {u"windowMs"_s, 1e300}, {u"endMs"_s, -1e300}});
    QVERIFY(page.charts().size() <= 32);
    page.setDashboard({{u"charts"_s, 7}, {u"windowMs"_s, u"no"_s}});
    QVERIFY(page.charts().empty());
    QVERIFY(page.view().length() > 0);
}

void TestTelemetryPage::csvHoldsEverySample()
{
    Plant plant(true);
    const SignalId id = plant.signal("P-1", "pressure", "bar");
    std::vector<Sample> samples;
    constexpr int count = 130'000; // more than two pages, one instant longer than a page's end
    for (int n = 0; n < count; ++n) {
        const TimeNs time = epoch + n / 7 * base::nsPerMs;
        samples.push_back({id, ValueType::Double, Quality::Good, time, time,
                           std::bit_cast<std::uint64_t>(n * 0.1)});
        if (n >= 100'002)
            plant.put(id, time, n * 0.1);
    }
    plant.historian->append(std::move(samples));
    QVERIFY(plant.historian->flush().has_value());
    const ChartSource source{&plant.pipeline->series(),
                             &plant.pipeline->catalogue(),
                             &plant.pipeline->texts(),
                             plant.historian.get(),
                             {}};
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const auto written =
        writeSamples(out, source, {{id}, epoch, epoch + base::nsPerHour}, [](int) { return true; });
    QVERIFY(written.has_value());
    const auto lines = out.data().split('\n');
    QCOMPARE(lines[0].trimmed(), QByteArray("time,time_ns,device,signal,value,unit,quality"));
    QVERIFY2(lines[1].startsWith(
                 "2025-11-22T14:00:00.000000000Z,1763820000000000000,P-1,pressure,0,bar,good"),
             lines[1].constData());
    QCOMPARE(*written, quint64(count));
    QCOMPARE(lines.size(), count + 2);
    const auto stopped = writeSamples(out, source, {{id}, epoch, epoch + base::nsPerHour},
                                      [](int) { return false; });
    QVERIFY(!stopped && stopped.error().code == base::ErrorCode::Cancelled);
}

void TestTelemetryPage::csvIsSafeForSpreadsheets()
{
    Plant plant;
    const SignalId id = plant.signal("=cmd|' /C calc'!A0", "+name,\"x\"", "@unit", ValueType::Text);
    const TextCode text = plant.pipeline->texts().intern("=HYPERLINK(1)");
    plant.pipeline->series().at(id).append(epoch, epoch, ValueType::Text, text, Quality::Suspect);
    const ChartSource source{&plant.pipeline->series(),
                             &plant.pipeline->catalogue(),
                             &plant.pipeline->texts(),
                             nullptr,
                             {}};
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QVERIFY(
        writeSamples(out, source, {{id}, epoch, epoch + 1}, [](int) { return true; }).has_value());
    const QByteArray line = out.data().split('\n').value(1);
    QVERIFY2(!line.contains(",=") && !line.contains(",+") && !line.contains(",@")
                 && !line.contains(",\"=") && !line.contains(",\"+"),
             line.constData());
    QVERIFY(line.contains("suspect"));
}

void TestTelemetryPage::exportRunsInTheBackground()
{
    Plant plant;
    const auto ids = plant.fill();
    TelemetryPage page(plant.console());
    page.addSignal(ids[0]);
    page.view().setLength(base::nsPerHour);
    page.refresh();
    const QString path = plant.folder.filePath(u"out.csv"_s);
    page.exportCsv(path);
    QTRY_VERIFY(!page.isExporting());
    QTRY_VERIFY(!plant.tasks.tasks().empty() && plant.tasks.tasks().front().done);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1'801);
    page.exportCsv(u"/nowhere/at/all.csv"_s);
    QTRY_VERIFY(plant.tasks.tasks().back().failed);
}

void TestTelemetryPage::pictures()
{
    Plant plant;
    const auto ids = plant.fill();
    TelemetryPage page(plant.console());
    page.resize(1'200, 800);
    page.show();
    page.addSignal(ids[0]);
    page.addSignal(ids[5]);
    page.view().setLength(base::nsPerHour);
    page.refresh();
    const QString png = plant.folder.filePath(u"a.png"_s);
    const QString svg = plant.folder.filePath(u"a.svg"_s);
    page.exportPicture(png, false);
    page.exportPicture(svg, true);
    QVERIFY(QImage(png).width() > 1'000);
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("<path"));
    QVERIFY(!text.contains("data:image")); // lines are lines
    const ask::Expect told(ask::Kind::Tell, u"ok"_s);
    page.exportPicture(u"/nowhere/a.png"_s, false);
    QVERIFY(told.asked());
}

void TestTelemetryPage::tableTwin()
{
    Plant plant;
    const auto ids = plant.fill();
    TelemetryPage page(plant.console());
    page.resize(1'200, 800);
    page.show();
    page.addSignal(ids[1]);
    page.addSignal(ids[2]);
    page.view().setLength(30 * base::nsPerMinute);
    page.refresh();
    QVERIFY(QMetaObject::invokeMethod(page.charts()[0], "tableWanted"));
    auto *table = page.findChild<TableView *>(u"chartTable"_s);
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->columnCount(), 3);
    QVERIFY(table->model()->rowCount() > 100);
    QVERIFY(table->model()->index(5, 1).data().toString().contains(u"…"_s));
    QTest::keyClick(table, Qt::Key_Escape);
    QVERIFY(!table->isVisible());
}

void TestTelemetryPage::statisticsOfTheWindow()
{
    Plant plant;
    const SignalId a = plant.signal("P-104", "pressure", "bar");
    const SignalId b = plant.signal("P-104", "power", "kW");
    for (int n = 0; n < 50; ++n) {
        const double value = n < 5 ? n + 1 : 100; // 1, 2, 3, 4, 5, then what is not asked for
        plant.put(a, epoch + n * base::nsPerSecond, value);
        plant.put(b, epoch + n * base::nsPerSecond, 2 * value + 1);
    }
    plant.clock.set(epoch + 60 * base::nsPerSecond);
    TelemetryPage page(plant.console());
    page.resize(1200, 800);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    page.addSignal(a);
    page.addSignal(b, true);
    page.view().setLive(false);
    page.view().setRange(epoch, epoch + 5 * base::nsPerSecond);
    auto *panel = page.findChild<StatisticsPanel *>();
    auto *table = page.findChild<TableView *>(u"statisticsTable"_s);
    QVERIFY(!panel->isVisible());
    page.findChild<QAction *>(u"showStatistics"_s)->trigger();
    QVERIFY(panel->isVisible());
    const auto shown = [&](int row, int column) {
        page.refresh();
        return table->model()->index(row, column).data().toString();
    };
    // Samples, mean, mean over time, lowest, highest, median, deviation, 5 %, 95 %, largest gap:
    // deviation of 1..5 is the square root of 2; type 7 quantiles are 1.2 and 4.8.
    const QStringList expected{u"5"_s, u"3"_s,      u"3"_s,   u"1"_s,   u"5"_s,
                               u"3"_s, u"1.4142"_s, u"1.2"_s, u"4.8"_s, u"1 s"_s};
    QTRY_COMPARE(shown(0, 2), expected[0]);
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(shown(0, i + 2), expected[i]);
    QCOMPARE(shown(1, 3), u"7"_s);
    auto *together = page.findChild<QLabel *>(u"statisticsTogether"_s);
    QVERIFY2(together->text().contains(u"r = 1.000"_s), qPrintable(together->text()));
    // Another window, other figures.
    page.view().setRange(epoch + 10 * base::nsPerSecond, epoch + 20 * base::nsPerSecond);
    QTRY_COMPARE(shown(0, 2), u"10"_s);
    QCOMPARE(shown(0, 3), u"100"_s);
    QVERIFY2(together->text().contains(u"never changes"_s), qPrintable(together->text()));
}

void TestTelemetryPage::windowByWords()
{
    Plant plant;
    plant.fill();
    TelemetryPage page(plant.console());
    QAction *window = page.pageActions().value(0);
    QVERIFY(window && window->menu());
    QAction *custom = window->menu()->actions().constLast();
    {
        const ask::Expect given(ask::Kind::Text, u"2025-11-22 14:05:00 - 2025-11-22 14:15:00"_s);
        custom->trigger();
        QVERIFY(given.asked());
    }
    QVERIFY(!page.view().isLive());
    QCOMPARE(page.view().length(), 10 * base::nsPerMinute);
    const ask::Expect bad(ask::Kind::Text, u"yesterday"_s);
    const ask::Expect told(ask::Kind::Tell, u"ok"_s);
    custom->trigger();
    QVERIFY(told.asked());
    QCOMPARE(page.view().length(), 10 * base::nsPerMinute);
}

void TestTelemetryPage::refreshIsCheap()
{
    Plant plant;
    TelemetryPage page(plant.console());
    page.resize(1'700, 1'000);
    page.show();
    std::vector<SignalId> ids;
    for (int n = 0; n < 32; ++n) {
        ids.push_back(plant.signal("device-" + std::to_string(n / 4), "signal-" + std::to_string(n),
                                   "u" + std::to_string(n / 4)));
        for (int i = 0; i < 60'000; ++i)
            plant.put(ids.back(), epoch + i * base::nsPerMs, i % 1'000);
    }
    plant.clock.set(epoch + 60 * base::nsPerSecond);
    page.view().setLength(base::nsPerMinute);
    for (const SignalId id : ids)
        page.addSignal(id);
    QCOMPARE(page.charts().size(), 8u);
    std::vector<double> took;
    for (int tick = 0; tick < 60; ++tick) {
        const TimeNs now = plant.clock.now();
        for (const SignalId id : ids) {
            for (int i = 0; i < 33; ++i)
                plant.put(id, now + i * base::nsPerMs, i);
        }
        plant.clock.advance(33 * base::nsPerMs);
        QElapsedTimer timer;
        timer.start();
        page.refresh();
        took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(took.begin(), took.end());
    qInfo("8 charts, 32 signals of 1 kHz: refresh p50 %.2f ms, p99 %.2f ms", took[30], took.back());
    // the goal is 3 ms in a release build on a quiet machine; this catches what is off by far
    QVERIFY(took[30] < 15);
}

void TestTelemetryPage::looks_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1920") << 0 << QSize(1'740, 960);
    QTest::newRow("dark-1920") << 1 << QSize(1'740, 960);
    QTest::newRow("contrast-1366") << 2 << QSize(1'186, 640);
    QTest::newRow("light-1366") << 0 << QSize(1'186, 640);
}

// Every line shows on the page in every theme: the colours of the lines are found in the picture.
void TestTelemetryPage::looks()
{
    QFETCH(int, theme);
    QFETCH(QSize, size);
    applyTheme(static_cast<ThemeKind>(theme));
    Plant plant(true);
    const auto ids = plant.fill();
    for (const auto &[seconds, kind] : {std::pair(700, store::EventRecord::Kind::Disconnected),
                                        std::pair(760, store::EventRecord::Kind::Connected)}) {
        store::EventRecord event;
        event.time = epoch + seconds * base::nsPerSecond;
        event.kind = kind;
        event.source = u"plant"_s;
        plant.historian->addEvent(event);
    }
    QVERIFY(plant.historian->flush().has_value());
    TelemetryPage page(plant.console());
    page.resize(size);
    page.show();
    for (const SignalId id : ids)
        page.addSignal(id);
    page.charts()[3]->setThreshold(0.85);
    page.view().setLength(30 * base::nsPerMinute);
    page.refresh();
    QTRY_VERIFY((page.refresh(), !page.view().events().empty()));
    QTRY_VERIFY(!page.charts()[0]->lines()[0].data->isLoading());
    page.view().setCursor(epoch + 1'250 * base::nsPerSecond);
    page.refresh();
    QTest::qWait(300);
    page.refresh();
    const QImage picture = page.grab().toImage();
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    if (!folder.isEmpty())
        picture.save(folder + u"/telemetry-"_s + QString::fromLatin1(QTest::currentDataTag())
                     + u".png"_s);
    for (const TimeChart *chart : page.charts()) {
        const QRect area = QRect(chart->mapTo(&page, QPoint(0, 30)), chart->size() - QSize(0, 60))
                               .intersected(picture.rect());
        if (chart->lines().front().isBand() || area.height() < 80)
            continue;
        const QRgb wanted = dataColour(static_cast<int>(chart->lines().front().signal)).rgb();
        int hits = 0;
        for (int y = area.top(); y < area.bottom(); ++y) {
            for (int x = area.left(); x < area.right(); ++x)
                hits += picture.pixel(x, y) == wanted;
        }
        QVERIFY2(hits > 50, qPrintable(chart->title()));
    }
    applyTheme(ThemeKind::Light);
}

QTEST_MAIN(TestTelemetryPage)
#include "tst_telemetrypage.moc"
