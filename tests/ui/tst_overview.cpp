// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/feed.h"
#include "ui/overview/fleetsummary.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/strips.h"
#include "ui/widgets/rows/keyedtable.h"
#include "ui/widgets/spark/heatstrip.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using devices::DeviceRecord;
using devices::DeviceState;

namespace {

DeviceRecord device(quint32 id, const QString &name, DeviceState state = DeviceState::Well)
{
    DeviceRecord record;
    record.id = id;
    record.name = name;
    record.state = state;
    record.lastSeen = tests::Feed::start;
    record.since = tests::Feed::start;
    return record;
}

telemetry::ConfidenceRecord low(quint32 device, base::TimeNs belowFor)
{
    telemetry::ConfidenceRecord record;
    record.device = device;
    record.model = u"defect"_s;
    record.version = u"v3"_s;
    record.answers = 100;
    record.below = 20;
    record.recentMean = 0.79;
    record.lastTime = tests::Feed::start;
    record.belowSince = belowFor > 0 ? tests::Feed::start - belowFor : base::noTime;
    return record;
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)."_s));
    }

    void saysThatAllIsWell()
    {
        ui::FleetInput input;
        input.now = tests::Feed::start;
        input.devices = {device(0, u"P-1"_s), device(1, u"P-2"_s, DeviceState::Asleep)};
        const ui::FleetSummary summary = ui::summarise(input);
        QCOMPARE(summary.headline(), u"All 2 devices are well"_s);
        QVERIFY(summary.second(input.now).isEmpty());
    }

    void namesTheWorstFirst()
    {
        ui::FleetInput input;
        input.now = tests::Feed::start;
        input.devices = {device(0, u"P-1"_s), device(1, u"P-2"_s, DeviceState::Stale),
                         device(2, u"P-3"_s, DeviceState::Offline), device(3, u"P-4"_s)};
        const ui::FleetSummary summary = ui::summarise(input);
        QCOMPARE(summary.headline(), u"2 of 4 devices are well; 2 need you"_s);
        QCOMPARE(summary.needs.size(), 2u);
        QCOMPARE(summary.needs[0].subject, u"P-3"_s);
        QVERIFY(summary.second(input.now).startsWith(u"P-3: Offline"_s));
    }

    void lowConfidenceNeedsSomebodyOnlyWhenItLasts()
    {
        ui::FleetInput input;
        input.now = tests::Feed::start;
        input.devices = {device(0, u"cam-1"_s), device(1, u"cam-2"_s)};
        input.confidences = {low(0, 60 * base::nsPerSecond), low(1, 552 * base::nsPerSecond)};
        const ui::FleetSummary summary = ui::summarise(input);
        QCOMPARE(summary.needs.size(), 1u);
        QCOMPARE(summary.needs[0].subject, u"cam-2"_s);
        QCOMPARE(summary.needs[0].what, u"Confidence 0.79 for 9 min 12 s"_s);
        QCOMPARE(summary.needs[0].destination.page, u"confidence"_s);
        QCOMPARE(summary.modelsBelow, 2);
        QCOMPARE(summary.models.size(), 1u);
        QVERIFY(summary.models[0].low);
    }

    void oneLostConnectionIsOneRow()
    {
        ui::FleetInput input;
        input.now = tests::Feed::start;
        for (quint32 i = 0; i < 14; ++i)
            input.devices.push_back(device(i, u"D-%1"_s.arg(i), DeviceState::Stale));
        ui::LinkState link;
        link.id = u"x"_s;
        link.name = u"lora-gw"_s;
        link.sentence = u"The certificate expired."_s;
        input.links = {link};
        const ui::FleetSummary summary = ui::summarise(input);
        QCOMPARE(summary.needs.size(), 1u);
        QCOMPARE(summary.needs[0].subject, u"lora-gw"_s);
        QVERIFY(summary.needs[0].what.contains(u"14"));
        QCOMPARE(summary.needs[0].destination.connection, u"x"_s);
    }

    void tableTellsOnlyWhatChanged()
    {
        ui::KeyedTable table({u"a"_s, u"b"_s});
        const QAbstractItemModelTester tester(
            &table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&table, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&table, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        const auto row = [](const QString &key, const QString &text) {
            return ui::KeyedRow{key, {{.text = key}, {.text = text}}};
        };
        table.setRows({row(u"1"_s, u"x"_s), row(u"2"_s, u"x"_s), row(u"3"_s, u"x"_s)});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 0);
        const QPersistentModelIndex third = table.index(2, 0);
        table.setRows({row(u"3"_s, u"x"_s), row(u"1"_s, u"y"_s), row(u"4"_s, u"x"_s)});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(third.row(), 0);
        table.setRows(table.rows());
        QCOMPARE(changed.size(), 1);
    }

    void stripTellsSilenceFromNotYet()
    {
        telemetry::PredictionBook book;
        const base::TimeNs now = tests::Feed::start;
        for (const int minutesAgo : {9, 8, 3, 1}) {
            book.add({.device = 0,
                      .model = "m",
                      .version = "1",
                      .label = "ok",
                      .confidence = minutesAgo == 3 ? 0.5 : 0.95,
                      .time = now - minutesAgo * base::nsPerMinute});
        }
        const std::vector<float> cells =
            ui::stripCells(book, book.records(), ui::stripSpans[1], now);
        QCOMPARE(cells.size(), 15u);
        QCOMPARE(cells[0], ui::HeatStrip::notYet);
        QCOMPARE(cells[5], 0.95f);
        QCOMPARE(cells[8], ui::HeatStrip::noData);
        QCOMPARE(cells[11], 0.5f);
    }

    void emptyThenAlive()
    {
        tests::Feed feed;
        ui::OverviewPage page(feed.console);
        page.resize(1200, 800);
        page.show();
        page.refresh();
        auto *empty = page.findChild<ui::StatePane *>(u"overviewEmpty"_s);
        QVERIFY(empty->isVisible());
        QSignalSpy wanted(&page, &ui::Page::wanted);
        empty->button()->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<ui::Destination>().page, u"connections"_s);
        for (int second = 0; second < 400; second += 5) {
            for (int i = 0; i < 4; ++i)
                feed.answer(u"P-10%1"_s.arg(i), i == 2 ? 0.7 : 0.95);
            feed.clock.advance(5 * base::nsPerSecond);
        }
        feed.drain();
        QTRY_VERIFY((page.refresh(), !empty->isVisible()));
        auto *strip = page.findChild<ui::HeatStrip *>(u"confidenceStrip"_s);
        QCOMPARE(strip->rowCount(), 4);
        QCOMPARE(page.headline(), u"3 of 4 devices are well; 1 needs you"_s);
        auto *needs = page.findChild<ui::TableView *>(u"needsView"_s);
        const QAbstractItemModelTester tester(
            needs->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(needs->model()->rowCount(), 1);
        strip->setFocus();
        strip->setCursorCell(2, 14);
        QVERIFY(strip->describe(2, 13).contains(u"70"));
        QTest::keyClick(strip, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].value<ui::Destination>().page, u"confidence"_s);
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
