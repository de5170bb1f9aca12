// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/feed.h"
#include "ui/inference/confidencepage.h"
#include "ui/inference/confidencerows.h"
#include "ui/inference/confidencewords.h"
#include "ui/widgets/rows/rowview.h"
#include "ui/widgets/statepane.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestConfidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)."_s));
    }

    void runsInWords()
    {
        telemetry::ConfidenceRecord record;
        record.answers = 10;
        QCOMPARE(ui::runInWords(record, 0.85), u"Never below 85\u202F%"_s);
        record.below = 3;
        record.longestBelow = 41 * base::nsPerSecond;
        record.timeBelow = 60 * base::nsPerSecond;
        QCOMPARE(ui::runInWords(record, 0.85),
                 u"Above 85\u202F% now; was below for 41 s at most, 1 min in all"_s);
        record.lastTime = tests::Feed::start;
        record.belowSince = tests::Feed::start - 192 * base::nsPerSecond;
        QCOMPARE(ui::runInWords(record, 0.85),
                 u"Below 85\u202F% for 3 min 12 s, longest 3 min 12 s"_s);
    }

    void worstFirst()
    {
        telemetry::ConfidenceRecord sure;
        sure.recentMean = 0.97;
        telemetry::ConfidenceRecord unsure;
        unsure.recentMean = 0.88;
        telemetry::ConfidenceRecord below;
        below.recentMean = 0.9;
        below.belowSince = 1;
        below.lastTime = 2;
        QVERIFY(ui::trouble(below) > ui::trouble(unsure));
        QVERIFY(ui::trouble(unsure) > ui::trouble(sure));
    }

    void pageNamesTheWorst()
    {
        tests::Feed feed;
        ui::ConfidencePage page(feed.console);
        page.resize(1200, 800);
        page.show();
        page.refresh();
        QVERIFY(page.findChild<ui::StatePane *>(u"confidenceEmpty"_s)->isVisible());
        for (int second = 0; second < 200; second += 4) {
            for (int i = 0; i < 5; ++i)
                feed.answer(u"cam-%1"_s.arg(i), i == 3 && second > 100 ? 0.6 : 0.95);
            feed.clock.advance(4 * base::nsPerSecond);
        }
        feed.drain();
        auto *view = page.findChild<ui::RowView *>(u"confidenceView"_s);
        const QAbstractItemModelTester tester(
            view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE((page.refresh(), view->model()->rowCount()), 5);
        QCOMPARE(view->model()->index(0, 0).data().toString(), u"works/cam-3"_s);
        QVERIFY(page.answer().startsWith(u"1 of 5 are below 85\u202F%"));
        QVERIFY(page.findChild<QLabel *>(u"confidenceRun"_s)
                    ->text()
                    .startsWith(u"Below 85\u202F% for 1 min"));
        page.pageActions().at(5)->setChecked(true);
        QCOMPARE(view->model()->rowCount(), 1);
        QCOMPARE(view->model()->rowCount(view->model()->index(0, 0)), 5);
        QSignalSpy wanted(&page, &ui::Page::wanted);
        view->showRecord(3);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<ui::Destination>().page, u"telemetry"_s);
        QVERIFY(page.go({.device = 0}));
    }
};

QTEST_MAIN(TestConfidence)
#include "tst_confidence.moc"
