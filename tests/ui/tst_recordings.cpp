// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/notes.h"
#include "models/recording/summary.h"
#include "tests/ui/replayfeed.h"
#include "ui/recording/positionslider.h"
#include "ui/recording/recordingdetail.h"
#include "ui/recording/recordingspage.h"
#include "ui/recording/replayband.h"
#include "ui/recording/runningpanel.h"
#include "ui/recording/transportbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/replayconsole.h"
#include "ui/shell/shell.h"
#include "ui/shell/statusitem.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/format.h"
#include "ui/widgets/rows/keyedtable.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QSpinBox>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

class tst_recordings final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<tests::Bench> m_bench;
    std::unique_ptr<ui::Shell> m_shell;

    ui::MainWindow *window() const { return m_shell->frontWindow(); }
    template <class W>
    W *part(const QString &name = {}) const
    {
        return window()->findChild<W *>(name);
    }
    QAction *action(const QString &name) const
    {
        for (QAction *action : window()->actions()->all()) {
            if (action->objectName() == name)
                return action;
        }
        return nullptr;
    }
    QString cell(int row, int column) const
    {
        return part<ui::TableView>(u"recordings"_s)->model()->index(row, column).data().toString();
    }
    int rows() const { return part<ui::TableView>(u"recordings"_s)->model()->rowCount(); }
    /// A closed recording of `count` messages, one a second.
    QString record(const QString &title, int count)
    {
        replay::RecordingRequest request;
        request.title = title;
        request.author = u"mara"_s;
        const auto id = m_bench->engine->recordings().start(request);
        if (!id)
            return {};
        m_bench->ramp(u"pump-7"_s, count);
        m_bench->engine->recordings().mark(*id, u"valve opened"_s, u"mara"_s);
        const QString path = m_bench->engine->recordings().status(*id).path;
        return m_bench->engine->recordings().stop(*id) ? path : QString();
    }

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(ui::ThemeKind::Light); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)."_s));
        m_bench = std::make_unique<tests::Bench>();
        m_shell = std::make_unique<ui::Shell>(m_bench->console, ui::allPageKinds());
        m_shell->restore();
        m_shell->go({.page = u"recordings"_s});
        window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window()));
    }

    void cleanup()
    {
        m_shell.reset();
        m_bench.reset();
    }

    void oneClickRecordsEverything()
    {
        auto *empty = part<ui::StatePane>(u"noRecording"_s);
        QTRY_VERIFY(empty->isVisible() && empty->button()->isVisible());
        auto *item = part<ui::StatusItem>(u"status/recording"_s);
        QVERIFY(!item->isVisible());
        QVERIFY(!action(u"stopRecording"_s)->isEnabled());
        QTest::mouseClick(empty->button(), Qt::LeftButton);
        m_bench->ramp(u"pump-7"_s, 90);
        QTRY_VERIFY(item->isVisible());
        QTRY_VERIFY(part<QLabel>(u"runningFigures"_s));
        QTRY_VERIFY(part<QLabel>(u"runningFigures"_s)->text().contains(u"90 messages"_s));
        QVERIFY(part<QLabel>(u"pageAnswer"_s)->isVisible());
        QTRY_COMPARE(part<QLabel>(u"pageAnswer"_s)->text().section(u'.', 0, 0),
                     u"1 recording(s) under way"_s);
        QVERIFY(action(u"stopRecording"_s)->isEnabled());
        {
            const ui::ask::Expect text(ui::ask::Kind::Text, u"pump started"_s);
            action(u"markRecording"_s)->trigger();
            QVERIFY(text.asked());
        }
        QTRY_COMPARE(rows(), 1);
        QTest::mouseClick(part<QPushButton>(u"stopOne"_s), Qt::LeftButton);
        QTRY_VERIFY(!part<ui::RunningPanel>()->isVisible());
        QTRY_COMPARE(cell(0, 6), u"closed"_s);
        QCOMPARE(cell(0, 4), u"90"_s);
        QCOMPARE(cell(0, 5), u"1"_s);
        QCOMPARE(cell(0, 2), u"1 min 29 s"_s);
        QTRY_VERIFY(!item->isVisible());
        auto *markers = part<ui::TableView>(u"recordingMarkers"_s)->model();
        QCOMPARE(markers->rowCount(), 1);
        QCOMPARE(markers->index(0, 2).data().toString(), u"pump started"_s);
    }

    void dialogNarrowsAndArms()
    {
        connect::mqtt::Profile profile;
        profile.id = u"plant"_s;
        profile.name = u"Plant broker"_s;
        profile.host = u"localhost"_s;
        profile.autoConnect = false;
        QVERIFY(m_bench->engine->connections().save(profile));
        action(u"armRecording"_s)->trigger();
        auto *dialog = part<QDialog>(u"recordingDialog"_s);
        QVERIFY(dialog);
        auto *accept = dialog->findChild<QPushButton *>(u"recordingAccept"_s);
        auto *filters = dialog->findChild<QLineEdit *>(u"recordingFilters/plant"_s);
        QVERIFY(filters && accept->isEnabled());
        filters->setText(u"works/#/x"_s);
        QVERIFY(!accept->isEnabled()); // # must be last
        filters->setText(u"works/pump-7/#"_s);
        QVERIFY(accept->isEnabled());
        auto *wanted = dialog->findChild<QCheckBox *>(u"recordingSource/plant"_s);
        wanted->setChecked(false);
        QVERIFY(!accept->isEnabled());
        wanted->setChecked(true);
        dialog->findChild<QLineEdit *>(u"recordingTitle"_s)->setText(u"Night shift"_s);
        dialog->findChild<QSpinBox *>(u"recordingBefore"_s)->setValue(2);
        QTest::mouseClick(accept, Qt::LeftButton);
        const std::vector<int> ids = m_bench->engine->recordings().running();
        QCOMPARE(ids.size(), 1u);
        QVERIFY(m_bench->engine->recordings().status(ids[0]).armed);
        auto *item = part<ui::StatusItem>(u"status/recording"_s);
        QTRY_VERIFY(item->isVisible());
        m_bench->ramp(u"pump-8"_s, 3); // not asked for
        m_bench->ramp(u"pump-7"_s, 5);
        QVERIFY(action(u"triggerRecording"_s)->isEnabled());
        action(u"triggerRecording"_s)->trigger();
        QVERIFY(!action(u"triggerRecording"_s)->isEnabled());
        const QString path = m_bench->engine->recordings().status(ids[0]).path;
        action(u"stopRecording"_s)->trigger();
        const auto summary = recording::summarise(path);
        QVERIFY(summary);
        QCOMPARE(summary->info.messages, 5u);
        QCOMPARE(summary->info.title, u"Night shift"_s);
        QVERIFY(std::ranges::any_of(summary->markers, [](const recording::Marker &marker) {
            return marker.kind == recording::Marker::Kind::Trigger;
        }));
    }

    void activityIsMessagesPerSecond()
    {
        const auto summary = recording::summarise(record(u"Ramp"_s, 101), 10);
        QVERIFY(summary);
        QCOMPARE(summary->activity.size(), 10u);
        double sum = 0;
        for (const float rate : summary->activity)
            sum += rate * 10.0; // each part is 10 s long
        QVERIFY2(std::abs(sum - 101) < 0.5, qPrintable(QString::number(sum)));
    }

    void notesStandBesideTheRecording()
    {
        const QString path = record(u"Ramp"_s, 20);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();
        QTRY_COMPARE(rows(), 1);
        QTRY_COMPARE(part<QLabel>(u"detailTitle"_s)->text(), u"Ramp"_s);
        {
            const ui::ask::Expect text(ui::ask::Kind::Text, u"was a test run"_s);
            QTest::mouseClick(part<QPushButton>(u"addNote"_s), Qt::LeftButton);
            QVERIFY(text.asked());
        }
        auto *markers = part<ui::TableView>(u"recordingMarkers"_s);
        QCOMPARE(markers->model()->rowCount(), 2);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
        const auto summary = recording::summarise(path);
        const auto notes = recording::loadNotes(path, summary->info.recording);
        QVERIFY(notes);
        QCOMPARE(notes->size(), 1u);
        QCOMPARE(notes->front().text, u"was a test run"_s);
        QVERIFY(!recording::loadNotes(path, u"another"_s));
        for (int row = 0; row < 2; ++row) {
            if (markers->model()->index(row, 2).data().toString() == "was a test run"_L1)
                markers->selectRow(row);
        }
        {
            const ui::ask::Expect sure(ui::ask::Kind::Confirm, u"yes"_s);
            QTest::mouseClick(part<QPushButton>(u"removeNote"_s), Qt::LeftButton);
        }
        QCOMPARE(markers->model()->rowCount(), 1);
    }

    void damageIsNamed()
    {
        const QString path = record(u"Hurt"_s, 5'000);
        QTRY_COMPARE(rows(), 1);
        QTest::mouseClick(part<QPushButton>(u"verifyRecording"_s), Qt::LeftButton);
        QTRY_VERIFY(part<QLabel>(u"recordingSound"_s)->text().startsWith(u"Sound"_s));
        // One byte within a chunk.
        const QString blob = damageChunk(path);
        QVERIFY2(blob.isEmpty(), qPrintable(blob));
        QTest::mouseClick(part<QPushButton>(u"verifyRecording"_s), Qt::LeftButton);
        QTRY_VERIFY(part<QLabel>(u"recordingSound"_s)->text().startsWith(u"Damaged"_s));
        QVERIFY(part<ui::TableView>(u"recordingDamages"_s)->isVisible());
        QVERIFY(part<ui::TableView>(u"recordingDamages"_s)->model()->rowCount() >= 1);
    }

    void whatIsNoRecordingIsShownAsSuch()
    {
        QFile file(m_bench->folder.filePath(u"elsewhere.phrec"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no database");
        file.close();
        auto *page = qobject_cast<ui::RecordingsPage *>(window()->page());
        page->openFile(file.fileName());
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(cell(0, 6), u"unreadable"_s);
        QTRY_VERIFY(part<QLabel>(u"detailSentence"_s)->text().contains(u"elsewhere.phrec"_s));
        QVERIFY(!part<QPushButton>(u"replayRecording"_s)->isEnabled());
        QTRY_VERIFY(part<QLabel>(u"pageAnswer"_s)->text().contains(u"cannot be read"_s));
        // It is not ours: taken off the list, not deleted.
        QTest::mouseClick(part<QPushButton>(u"deleteRecording"_s), Qt::LeftButton);
        QTRY_VERIFY(part<ui::StatePane>(u"noRecording"_s)->isVisible());
        QVERIFY(QFile::exists(file.fileName()));
    }

    void deletingAsksAndNamesTheFile()
    {
        const QString path = record(u"Old"_s, 5);
        QTRY_COMPARE(rows(), 1);
        {
            const ui::ask::Expect no(ui::ask::Kind::Confirm, QString());
            QTest::mouseClick(part<QPushButton>(u"deleteRecording"_s), Qt::LeftButton);
            QVERIFY(no.question().contains(path));
        }
        QVERIFY(QFile::exists(path));
        {
            const ui::ask::Expect yes(ui::ask::Kind::Confirm, u"yes"_s);
            QTest::mouseClick(part<QPushButton>(u"deleteRecording"_s), Qt::LeftButton);
        }
        QVERIFY(!QFile::exists(path));
        QTRY_VERIFY(part<ui::StatePane>(u"noRecording"_s)->isVisible());
    }

    void replayOpensInAWindowOfItsOwn()
    {
        record(u"Ramp"_s, 120);
        QTRY_COMPARE(rows(), 1);
        QTest::mouseClick(part<QPushButton>(u"replayRecording"_s), Qt::LeftButton);
        QCOMPARE(m_shell->replays().size(), 1);
        ui::MainWindow *shown = m_shell->replays().first()->shell().frontWindow();
        QVERIFY(shown && shown != window());
        QVERIFY(shown->windowTitle().contains(u"REPLAY Ramp"_s));
        auto *band = shown->findChild<ui::ReplayBand *>();
        QVERIFY(band && band->isVisible() && band->text().contains(u"Ramp"_s));
        for (const ui::PageKind &kind : m_shell->replays().first()->shell().kinds()) {
            QVERIFY(shown->go({.page = kind.key}));
            QVERIFY(band->isVisible());
            QCOMPARE(band->mapTo(shown, QPoint()), QPoint());
        }
        QVERIFY(!shown->go({.page = u"connections"_s}));
        QVERIFY(!shown->go({.page = u"settings"_s}));
        // Nothing that acts is offered.
        shown->go({.page = u"explore"_s});
        for (QAction *one : shown->actions()->all()) {
            QVERIFY2(!one->text().contains(u"Publish"_s), qPrintable(one->text()));
            QVERIFY2(!one->text().contains(u"decoder"_s), qPrintable(one->text()));
            QVERIFY2(!one->objectName().contains(u"Recording"_s), qPrintable(one->objectName()));
        }
        QVERIFY(!m_shell->replays().first()->session().source().publish({}));
        // Nothing is called live there.
        shown->go({.page = u"telemetry"_s});
        QVERIFY(!shown->findChild<QLabel *>(u"pageAnswer"_s)->text().contains(u"Live"_s));
        for (QAction *one : shown->actions()->all())
            QVERIFY2(one->text() != "Live"_L1, qPrintable(one->objectName()));
        // A second wish raises the same window.
        m_shell->openReplay(m_shell->replays().first()->path());
        QCOMPARE(m_shell->replays().size(), 1);
        // Its layout is not the live one's.
        const QJsonObject before = m_bench->engine->settings().layout(u"windows"_s);
        const QString page = m_bench->engine->settings().text(base::Setting::LastPage);
        shown->resize(900, 700);
        shown->go({.page = u"devices"_s});
        m_shell->replays().first()->shell().saveLayout();
        QCOMPARE(m_bench->engine->settings().layout(u"windows"_s), before);
        QCOMPARE(m_bench->engine->settings().text(base::Setting::LastPage), page);
        shown->close();
        QTRY_VERIFY(m_shell->replays().isEmpty());
        QVERIFY(window()->isVisible());
    }

    void seekRestoresWhatPagesShow()
    {
        m_shell->openReplay(record(u"Ramp"_s, 120));
        ui::ReplayConsole *replay = m_shell->replays().value(0);
        QVERIFY(replay);
        ui::MainWindow *shown = replay->shell().frontWindow();
        QVERIFY(QTest::qWaitForWindowExposed(shown));
        shown->go({.page = u"devices"_s, .device = 0});
        auto *slider = shown->findChild<ui::PositionSlider *>();
        auto *time = shown->findChild<QPushButton *>(u"replayTime"_s);
        const auto visit = [&](int second) {
            const base::TimeNs goal = tests::Bench::start + second * base::nsPerSecond;
            const QPoint at(static_cast<int>(std::lround(slider->xOf(goal))), slider->height() / 2);
            QTest::mouseClick(slider, Qt::LeftButton, Qt::NoModifier, at);
            QTRY_VERIFY(!replay->session().seeking());
            // What was last received before that instant, neither newer nor older.
            const auto expected = static_cast<int>(
                std::ceil(static_cast<double>(slider->timeAt(at.x()) - tests::Bench::start) / 1e9));
            QTRY_VERIFY2(deviceShows(shown, QString::number(expected - 1)),
                         qPrintable(QString::number(expected - 1)));
            QTRY_COMPARE(time->text(), ui::format::dateTime(slider->timeAt(at.x())));
        };
        visit(90);
        visit(30); // back
        visit(110);
        // Ages are told by the clock of the recording: nothing is a year old.
        QVERIFY(!deviceShows(shown, u" d ago"_s));
    }

    void scrubbingEndsWhereTheHandleIs()
    {
        m_shell->openReplay(record(u"Ramp"_s, 3'000));
        ui::ReplayConsole *replay = m_shell->replays().value(0);
        QVERIFY(replay);
        QVERIFY(QTest::qWaitForWindowExposed(replay->shell().frontWindow()));
        auto *slider = replay->shell().frontWindow()->findChild<ui::PositionSlider *>();
        const int y = slider->height() / 2;
        const int end = slider->width() * 2 / 3;
        const auto mouse = [&](QEvent::Type type, int x) {
            QMouseEvent event(type, QPointF(x, y), slider->mapToGlobal(QPointF(x, y)),
                              Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(slider, &event);
        };
        mouse(QEvent::MouseButtonPress, 20);
        for (int x = 20; x <= end; ++x)
            mouse(QEvent::MouseMove, x);
        mouse(QEvent::MouseButtonRelease, end);
        const base::TimeNs goal = slider->timeAt(end);
        QVERIFY(goal > tests::Bench::start + 500 * base::nsPerSecond);
        QTRY_VERIFY(!replay->session().seeking());
        QCOMPARE(replay->session().position().time, goal);
        QCOMPARE(replay->session().pipeline().clock().now(), goal);
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_COMPARE(replay->session().position().time, tests::Bench::start);
    }

    void playsAtTheSpeedThatIsChosen()
    {
        m_shell->openReplay(record(u"Ramp"_s, 3'000));
        ui::ReplayConsole *replay = m_shell->replays().value(0);
        QVERIFY(replay);
        ui::MainWindow *shown = replay->shell().frontWindow();
        shown->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shown));
        auto *bar = shown->findChild<ui::TransportBar *>();
        bar->setSpeed(100);
        QElapsedTimer timer;
        timer.start();
        shown->setFocus();
        QTest::keyClick(shown, Qt::Key_Space);
        QVERIFY(replay->session().position().playing);
        QTRY_VERIFY(replay->session().position().time
                    >= tests::Bench::start + 100 * base::nsPerSecond);
        const double seconds =
            static_cast<double>(replay->session().position().time - tests::Bench::start) / 1e9;
        const double speed = seconds / (static_cast<double>(timer.elapsed()) / 1000);
        QVERIFY2(speed > 40 && speed < 115, qPrintable(QString::number(speed)));
        QTest::keyClick(shown, Qt::Key_Space);
        QVERIFY(!replay->session().position().playing);
        // Step by step.
        const auto before = replay->session().position().sequence;
        QTest::keyClick(shown, Qt::Key_Period);
        QTRY_COMPARE(replay->session().position().sequence, before + 1);
        QTest::keyClick(shown, Qt::Key_Comma);
        QTRY_COMPARE(replay->session().position().sequence, before);
        // As fast as it goes, to the end.
        bar->setSpeed(0);
        QTest::keyClick(shown, Qt::Key_Space);
        QTRY_VERIFY(replay->session().position().atEnd);
    }

    void timesAreRead()
    {
        using ui::TransportBar;
        const base::TimeNs near = tests::Bench::start; // 2025-10-09 08:53:20 UTC
        QCOMPARE(TransportBar::readTime(u"2025-10-09 09:00:00"_s, near),
                 near + 400 * base::nsPerSecond);
        QCOMPARE(TransportBar::readTime(u" 09:00 "_s, near), near + 400 * base::nsPerSecond);
        QCOMPARE(TransportBar::readTime(u"tea time"_s, near), base::noTime);
    }

private:
    /// Whether a cell of the device's tables shows this text.
    static bool deviceShows(ui::MainWindow *shown, const QString &text)
    {
        for (const QAbstractItemView *view : shown->page()->findChildren<QAbstractItemView *>()) {
            const QAbstractItemModel *model = view->model();
            if (!model || !view->isVisible())
                continue;
            for (int row = 0; row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    const QString cell = model->index(row, column).data().toString();
                    if (cell == text || (text.startsWith(u' ') && cell.endsWith(text)))
                        return true;
                }
            }
        }
        return false;
    }

    /// Flips one byte in the largest chunk, through the database. The problem; empty: done.
    static QString damageChunk(const QString &path)
    {
        QString problem;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"damage"_s);
            database.setDatabaseName(path);
            QSqlQuery query(database);
            if (!database.open()
                || !query.exec(u"SELECT first, data FROM chunk_data ORDER BY length(data) DESC"_s)
                || !query.next()) {
                problem = u"no chunk: "_s + database.lastError().text();
            } else {
                const qint64 first = query.value(0).toLongLong();
                QByteArray data = query.value(1).toByteArray();
                query.finish();
                data[data.size() / 2] = static_cast<char>(data[data.size() / 2] ^ 0x10);
                query.prepare(u"UPDATE chunk_data SET data = ? WHERE first = ?"_s);
                query.addBindValue(data);
                query.addBindValue(first);
                if (!query.exec())
                    problem = query.lastError().text();
            }
        }
        QSqlDatabase::removeDatabase(u"damage"_s);
        return problem;
    }
};

QTEST_MAIN(tst_recordings)
#include "tst_recordings.moc"
