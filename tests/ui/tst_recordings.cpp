// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/notes.h"
#include "models/recording/summary.h"
#include "tests/ui/replayfeed.h"
#include "ui/recording/recordingdetail.h"
#include "ui/recording/recordingspage.h"
#include "ui/recording/runningpanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"
#include "ui/shell/statusitem.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/rows/keyedtable.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

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

private:
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
