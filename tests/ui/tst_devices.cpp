// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/feed.h"
#include "ui/devices/devicerows.h"
#include "ui/devices/devicespage.h"
#include "ui/devices/signalrows.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/rows/rowview.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Tester = QAbstractItemModelTester;

namespace {

std::vector<devices::DeviceRecord> fleet(int count)
{
    std::vector<devices::DeviceRecord> out(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        devices::DeviceRecord &device = out[static_cast<std::size_t>(i)];
        device.id = static_cast<quint32>(i);
        device.name = u"D-%1"_s.arg(i);
        device.site = i % 2 ? u"North plant"_s : u"Depot"_s;
        device.state = i % 10 == 3 ? devices::DeviceState::Offline : devices::DeviceState::Well;
        device.samples = static_cast<quint64>(1000 - i);
    }
    return out;
}

QStringList names(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList out;
    for (int row = 0; row < model.rowCount(parent); ++row)
        out << model.index(row, 0, parent).data().toString();
    return out;
}

} // namespace

class TestDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)."_s));
    }

    void rowsComeInOneSignal()
    {
        ui::DeviceRows rows;
        const Tester tester(&rows, Tester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&rows, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&rows, &QAbstractItemModel::dataChanged);
        rows.update(fleet(12), 1, true);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(rows.rowCount(), 12);
        QCOMPARE(names(rows).mid(0, 3), QStringList({u"D-0"_s, u"D-1"_s, u"D-2"_s}));
        QCOMPARE(rows.index(11, 0).data().toString(), u"D-11"_s); // natural, not "D-10, D-11, D-2"
        auto devices = fleet(12);
        devices[4].messages = 7;
        devices[5].messages = 7;
        devices[9].messages = 7;
        rows.update(devices, 1, true);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(inserted.size(), 1);
    }

    void filtersAndSortsByRawValues()
    {
        ui::DeviceRows rows;
        const Tester tester(&rows, Tester::FailureReportingMode::QtTest);
        rows.update(fleet(40), 1, true);
        rows.setFilterText(u"state:offline site:\"north plant\""_s);
        QCOMPARE(names(rows), QStringList({u"D-3"_s, u"D-13"_s, u"D-23"_s, u"D-33"_s}));
        const QPersistentModelIndex kept = rows.index(0, 0);
        rows.sort(ui::DeviceRows::Samples, Qt::AscendingOrder);
        QCOMPARE(kept.row(), 3);
        auto devices = fleet(40);
        devices[5].state = devices::DeviceState::Offline;
        devices[13].state = devices::DeviceState::Well;
        rows.update(devices, 2, true);
        QCOMPARE(rows.rowCount(), 4);
        QVERIFY(names(rows).contains(u"D-5"_s) && !names(rows).contains(u"D-13"_s));
        QVERIFY(kept.isValid());
    }

    void groupsBySiteAndMovesBetweenThem()
    {
        ui::DeviceRows rows;
        const Tester tester(&rows, Tester::FailureReportingMode::QtTest);
        rows.setGrouped(true);
        rows.update(fleet(10), 1, true);
        QCOMPARE(names(rows), QStringList({u"Depot: all 5 well"_s, u"North plant: 4 of 5 well"_s}));
        auto devices = fleet(10);
        devices[3].site = u"Depot"_s;
        rows.update(devices, 2, true);
        QCOMPARE(rows.rowCount(rows.index(0, 0)), 6);
        QCOMPARE(rows.record(rows.indexOf(3)), 3);
        for (auto &device : devices)
            device.site = u"Depot"_s;
        rows.update(devices, 3, true);
        QCOMPARE(rows.rowCount(), 1);
    }

    void thousandsAreQuick()
    {
        ui::DeviceRows rows;
        auto devices = fleet(5000);
        rows.update(devices, 1, true);
        for (auto &device : devices)
            ++device.messages;
        QElapsedTimer timer;
        timer.start();
        rows.update(devices, 2, false);
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    }

    void pageShowsOneDevice()
    {
        const QTemporaryDir folder;
        store::HistorianOptions options;
        options.path = folder.filePath(u"history.db"_s);
        auto historian = store::Historian::open(options);
        QVERIFY(historian.has_value());
        {
            tests::Feed feed(historian->get());
            ui::Scope scope(&feed.settings);
            feed.console.scope = &scope;
            ui::DevicesPage page(feed.console);
            page.resize(1200, 700);
            page.show();
            page.refresh();
            QVERIFY(page.findChild<ui::StatePane *>(u"devicesEmpty"_s)->isVisible());
            for (int i = 0; i < 30; ++i) {
                feed.answer(u"P-1"_s, 0.9);
                feed.answer(u"P-2"_s, 0.9);
                feed.clock.advance(base::nsPerSecond);
            }
            feed.drain();
            auto *view = page.findChild<ui::RowView *>(u"devicesView"_s);
            QTRY_COMPARE((page.refresh(), view->model()->rowCount()), 2);
            view->setCurrentIndex(view->model()->index(1, 0));
            QCOMPARE(page.findChild<QLabel *>(u"deviceName"_s)->text(), u"works/P-2"_s);
            auto *signalView = page.findChild<ui::TableView *>(u"deviceSignals"_s);
            const Tester tester(signalView->model(), Tester::FailureReportingMode::QtTest);
            QVERIFY(signalView->model()->rowCount() >= 3);
            QSignalSpy wanted(&page, &ui::Page::wanted);
            QTest::keyClick(view, Qt::Key_Return);
            QCOMPARE(wanted.size(), 1);
            QCOMPARE(wanted[0][0].value<ui::Destination>().page, u"telemetry"_s);
            page.pageActions().last()->trigger();
            QVERIFY(QApplication::clipboard()->text().contains(u"P-2"));
            scope.setConnection(u"elsewhere"_s); // none of the devices came over it
            QTRY_COMPARE((page.refresh(), view->model()->rowCount()), 0);
            scope.setConnection(u"plant"_s);
            QTRY_COMPARE((page.refresh(), view->model()->rowCount()), 2);
            page.findChild<ui::FilterEdit *>()->setText(u"p-1"_s);
            QTRY_COMPARE(view->model()->rowCount(), 1);
            feed.pipeline->stop();
        }
    }
};

QTEST_MAIN(TestDevices)
#include "tst_devices.moc"
