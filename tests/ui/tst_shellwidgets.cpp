// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/settings.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/csv.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/format.h"
#include "ui/widgets/glossary.h"
#include "ui/widgets/scope.h"
#include "ui/widgets/shortnames.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;
namespace format = ui::format;

class tst_shellwidgets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ui::applyTheme(ui::ThemeKind::Light);
    }

    void numbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << u"0"_s;
        QTest::newRow("plain") << 33.1 << u"33.1"_s;
        QTest::newRow("small") << 0.04213 << u"0.04213"_s;
        QTest::newRow("five figures") << 1234.5678 << u"1,234.6"_s;
        QTest::newRow("tiny") << 1.234e-7 << u"1.234e-07"_s;
        QTest::newRow("NaN") << double(NAN) << format::none;
        QTest::newRow("infinite") << -double(INFINITY) << u"−∞"_s;
    }

    void numbers()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(format::number(value).toLower(), text);
    }

    void siPrefixes_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("below a thousand") << 999.0 << u"999"_s;
        QTest::newRow("thousands") << 12431.0 << u"12.4k"_s;
        QTest::newRow("rounds up") << 999960.0 << u"1.00M"_s;
        QTest::newRow("millions") << 44.7e6 << u"44.7M"_s;
    }

    void siPrefixes()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(format::si(value).remove(QChar(0x202F)), text);
    }

    void agesInWords_data()
    {
        QTest::addColumn<qint64>("passed");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(base::nsPerMs) << u"now"_s;
        QTest::newRow("seconds") << qint64(41 * base::nsPerSecond) << u"41 s ago"_s;
        QTest::newRow("minutes") << qint64(125 * base::nsPerSecond) << u"2 min ago"_s;
        QTest::newRow("days") << qint64(72 * base::nsPerHour) << u"3 d ago"_s;
        QTest::newRow("clocks differ") << qint64(-5 * base::nsPerMinute) << u"in 5 min"_s;
    }

    void agesInWords()
    {
        QFETCH(qint64, passed);
        QFETCH(QString, text);
        const base::TimeNs now = 1'700'000'000 * base::nsPerSecond;
        QCOMPARE(format::age(now - passed, now), text);
        QCOMPARE(format::age(base::noTime, now), format::none);
    }

    void durations()
    {
        QCOMPARE(format::duration(192 * base::nsPerSecond), u"3 min 12 s"_s);
        QCOMPARE(format::duration(8 * base::nsPerMs), u"8 ms"_s);
        QCOMPARE(format::unit(u"degC"_s), u"°C"_s);
    }

    void csvFields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << u"pump"_s << u"pump"_s;
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quote") << u"say \"hi\""_s << u"\"say \"\"hi\"\"\""_s;
        QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("command") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("negative number") << u"-12.5"_s << u"-12.5"_s;
        QTest::newRow("dash text") << u"-cmd"_s << u"'-cmd"_s;
    }

    void csvFields()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QCOMPARE(ui::csvField(text), field);
    }

    void filterTerms()
    {
        const auto fields = [](const QString &name) {
            if (name == "site"_L1)
                return u"North plant"_s;
            if (name == "state"_L1)
                return u"well"_s;
            return name.isEmpty() ? u"pump-104 North plant well a:b"_s : QString();
        };
        const auto matches = [&fields](const QString &text) {
            return ui::FilterQuery::parse(text).matches(fields);
        };
        QVERIFY(matches(u""_s));
        QVERIFY(matches(u"PUMP"_s));
        QVERIFY(matches(u"site:\"north plant\" pump"_s));
        QVERIFY(!matches(u"site:south"_s));
        QVERIFY(matches(u"-state:stale"_s));
        QVERIFY(!matches(u"-state:well"_s));
        QVERIFY(matches(u"a:b"_s)); // no such field: the text is meant
        QVERIFY(!matches(u"pump fan"_s));
    }

    void tableFiltersSortsAndCopies()
    {
        QStandardItemModel model(0, 2);
        model.setHorizontalHeaderLabels({u"Name"_s, u"Rate"_s});
        const QList<QPair<QString, double>> rows{
            {u"pump-10"_s, 9.0}, {u"pump-9"_s, 100.0}, {u"fan"_s, 20.0}};
        for (const auto &[name, rate] : rows) {
            auto *number = new QStandardItem(QString::number(rate));
            number->setData(rate, ui::rawRole);
            model.appendRow({new QStandardItem(name), number});
        }
        ui::TableView table;
        ui::TableFilter *filter = table.setLiveModel(&model);
        table.resize(400, 300);
        table.sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(filter->index(0, 0).data().toString(), u"pump-9"_s);
        table.sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(filter->index(1, 0).data().toString(),
                 u"pump-9"_s); // numbers in names count as numbers
        // Live values do not move rows by themselves.
        table.sortByColumn(1, Qt::DescendingOrder);
        model.item(0, 1)->setData(1000.0, ui::rawRole);
        QCOMPARE(filter->index(0, 0).data().toString(), u"pump-9"_s);
        filter->resort();
        QCOMPARE(filter->index(0, 0).data().toString(), u"pump-10"_s);
        filter->setFilterText(u"name:pump"_s);
        QCOMPARE(filter->rowCount(), 2);
        table.copyAsCsv();
        QCOMPARE(QApplication::clipboard()->text(), u"Name,Rate\r\npump-10,9\r\npump-9,100\r\n"_s);
        QCOMPARE(table.rowHeight(0), 24);
    }

    void spareWidthGoesToTexts()
    {
        const std::vector<ui::ColumnWish> wishes{
            {.ideal = 200, .least = 80, .gives = true, .takes = true},
            {.ideal = 60, .least = 60},
            {.ideal = 100, .least = 80, .gives = true, .takes = true}};
        QCOMPARE(ui::shareWidth(wishes, 360), (std::vector{200, 60, 100}));
        QCOMPARE(ui::shareWidth(wishes, 660), (std::vector{400, 60, 200}));
        QCOMPARE(ui::shareWidth(wishes, 300), (std::vector{140, 60, 100})); // the widest first
        QCOMPARE(ui::shareWidth(wishes, 10), (std::vector{80, 60, 80}));
    }

    void columnsFitTheirContents()
    {
        QStandardItemModel model(0, 2);
        model.setHorizontalHeaderLabels({u"Name"_s, u"Rate"_s});
        model.setHeaderData(1, Qt::Horizontal, int(Qt::AlignRight), Qt::TextAlignmentRole);
        ui::TableView table;
        table.setLiveModel(&model);
        table.setColumnWidths({60, 60});
        table.resize(600, 300);
        table.show();
        const auto add = [&model](const QString &name, const QString &rate) {
            model.appendRow({new QStandardItem(name), new QStandardItem(rate)});
        };
        add(u"Harbour works/edge-pump-01/pump-01"_s, u"12"_s);
        QTRY_COMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
        const int numbers = table.columnWidth(1);
        QVERIFY(numbers < 100); // spare width goes to the names
        model.item(0, 1)->setText(u"7"_s);
        QTest::qWait(0);
        QCOMPARE(table.columnWidth(1), numbers); // fewer digits move nothing
        model.item(0, 1)->setText(u"1,234,567,890"_s);
        QTRY_VERIFY(table.columnWidth(1) > numbers);
        table.resize(200, 300);
        QTRY_VERIFY(table.columnWidth(0) < 130); // names give way, numbers do not
        QVERIFY(table.columnWidth(1) > numbers);
    }

    void keyboardReachesTheColumnChooser()
    {
        QStandardItemModel model(3, 2);
        model.setHorizontalHeaderLabels({u"Name"_s, u"Rate"_s});
        base::Settings settings;
        ui::TableView table;
        table.setLiveModel(&model);
        table.rememberColumns(&settings, u"k"_s);
        table.show();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {5, 5},
                                table.mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(&table, &event);
        auto *menu = table.findChild<QMenu *>(u"columnMenu"_s);
        QVERIFY(menu && menu->isVisible());
        menu->actions().at(1)->trigger();
        QVERIFY(table.isColumnHidden(1));
        ui::TableView again;
        again.setLiveModel(&model);
        again.rememberColumns(&settings, u"k"_s);
        QVERIFY(again.isColumnHidden(1));
    }

    void headersAndLabelsExplainThemselves()
    {
        QStandardItemModel model(2, 2);
        model.setHorizontalHeaderLabels({u"Name"_s, u"Gaps"_s});
        ui::TableView table;
        table.setLiveModel(&model);
        table.resize(400, 200);
        table.show();
        QHeaderView *header = table.horizontalHeader();
        const QPoint at(header->sectionViewportPosition(1) + 5, 5);
        QHelpEvent help(QEvent::ToolTip, at, header->viewport()->mapToGlobal(at));
        QApplication::sendEvent(header->viewport(), &help);
        QVERIFY(QToolTip::text().contains(u"sequence"_s));
        QVERIFY(!ui::explained(u"duplicates"_s).isEmpty()); // another form of the word
        QVERIFY(ui::explained(u"nonsense"_s).isEmpty());
    }

    void scopeCoversAndComesBack()
    {
        base::Settings settings;
        {
            ui::Scope scope(&settings);
            QSignalSpy changed(&scope, &ui::Scope::changed);
            QVERIFY(scope.isAll() && scope.covers(u"North"_s, u"a"_s));
            scope.setSite(u"North"_s);
            scope.setSite(u"North"_s);
            QCOMPARE(changed.size(), 1);
            QVERIFY(!scope.covers(u"South"_s, u"a"_s));
            scope.setSite(QString()); // devices without a site
            QVERIFY(scope.covers(QString(), u"a"_s) && !scope.covers(u"North"_s, u"a"_s));
            scope.setSite(u"North"_s);
            scope.setConnection(u"a"_s);
            QVERIFY(scope.covers(u"North"_s, u"a"_s) && !scope.covers(u"North"_s, u"b"_s));
        }
        const ui::Scope again(&settings);
        QCOMPARE(again.site(), std::optional(u"North"_s));
        QCOMPARE(again.connection(), u"a"_s);
    }

    void shortNamesStayApart()
    {
        const QStringList names{u"A/edge-1/pump-01"_s,
                                u"A/edge-1/pump-02"_s,
                                u"B/pump-02"_s,
                                u"hvac"_s,
                                u"C/hvac"_s,
                                u"same"_s,
                                u"same"_s,
                                u""_s,
                                u"x/y/"_s};
        QCOMPARE(ui::shortNames(names),
                 QStringList({u"pump-01"_s, u"edge-1/pump-02"_s, u"B/pump-02"_s, u"hvac"_s,
                              u"C/hvac"_s, u"same"_s, u"same"_s, u""_s, u"y/"_s}));
    }

    void columnsAreRemembered()
    {
        QStandardItemModel model(1, 3);
        base::Settings settings;
        {
            ui::TableView table;
            table.setLiveModel(&model);
            table.rememberColumns(&settings, u"t"_s);
            table.horizontalHeader()->resizeSection(0, 222);
            table.setColumnHidden(1, true);
            table.horizontalHeader()->moveSection(2, 0);
        }
        ui::TableView table;
        table.setLiveModel(&model);
        table.rememberColumns(&settings, u"t"_s);
        QCOMPARE(table.columnWidth(0), 222);
        QVERIFY(table.isColumnHidden(1));
        QCOMPARE(table.horizontalHeader()->visualIndex(2), 0);
    }

    void dialogsAreAnsweredByTheSeam()
    {
        QWidget window;
        bool done = false;
        ui::ask::Expect yes(ui::ask::Kind::Confirm, u"yes"_s);
        ui::ask::confirm(&window, {.title = u"Delete"_s, .text = u"Delete 3 rows?"_s},
                         [&done] { done = true; });
        QVERIFY(done);
        QVERIFY(yes.question().contains(u"3 rows"_s));
    }

    void dialogThatDidNotOpenIsReported()
    {
        QTest::ignoreMessage(QtWarningMsg, "A dialog was expected and did not open.");
        ui::ask::Expect never(ui::ask::Kind::Tell, u"ok"_s);
    }

    void destructiveQuestionsAreSafeByDefault()
    {
        QWidget window;
        window.show();
        bool done = false;
        ui::ask::confirm(&window,
                         {.title = u"Delete"_s,
                          .text = u"<b>Delete</b>?"_s,
                          .accept = u"Delete"_s,
                          .destructive = true},
                         [&done] { done = true; });
        auto *box = window.findChild<QMessageBox *>(u"confirmBox"_s);
        QVERIFY(box);
        QTRY_VERIFY(box->isVisible());
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!window.findChild<QMessageBox *>(u"confirmBox"_s));
        QVERIFY(!done);
    }

    void tasksEndAndCancel()
    {
        ui::TaskCentre centre;
        QSignalSpy changed(&centre, &ui::TaskCentre::changed);
        bool stopped = false;
        const auto id = centre.add(u"Export"_s, [&stopped] { stopped = true; });
        for (int i = 0; i < 1000; ++i)
            centre.setProgress(id, i);
        QTRY_VERIFY(changed.size() >= 2);
        QVERIFY(changed.size() < 10); // progress is told at most 25 times a second
        QCOMPARE(centre.tasks().front().progress, 999);
        centre.cancel(id);
        QVERIFY(stopped);
        centre.finish(id, u"disk full"_s, true);
        QCOMPARE(centre.running(), 0);
        QVERIFY(centre.tasks().front().failed);
        centre.dismiss(id);
        QVERIFY(centre.tasks().empty());
        centre.setProgress(99, 1); // unknown ids do nothing
    }
};

QTEST_MAIN(tst_shellwidgets)
#include "tst_shellwidgets.moc"
