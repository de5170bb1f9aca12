// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palettemodel.h"
#include "ui/shell/shell.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_palette final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<app::Engine> m_engine;
    ui::TaskCentre m_tasks;
    std::unique_ptr<ui::Shell> m_shell;

    void addSignals(int devices, int perDevice)
    {
        telemetry::Catalogue &catalogue = m_engine->pipeline().catalogue();
        const auto source = catalogue.addSource(u"s"_s, u"Source"_s);
        for (int d = 0; d < devices; ++d) {
            const auto device = catalogue.internDevice(source, "plant/pump-" + std::to_string(d));
            for (int s = 0; s < perDevice; ++s)
                catalogue.internSignal(device, "bearing/vibration-" + std::to_string(s),
                                       telemetry::ValueType::Double);
        }
    }

private Q_SLOTS:
    void init()
    {
        ui::applyTheme(ui::ThemeKind::Dark);
        m_engine = std::move(*app::Engine::create({}));
        const ui::Console console{&m_engine->pipeline(),    nullptr,
                                  &m_engine->connections(), &m_engine->secrets(),
                                  &m_engine->settings(),    &m_tasks};
        ui::PageKinds kinds = ui::allPageKinds();
        m_shell = std::make_unique<ui::Shell>(console, kinds);
        m_shell->restore();
        m_shell->frontWindow()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_shell->frontWindow()));
    }

    void cleanup()
    {
        m_shell.reset();
        m_engine.reset();
    }

    void betterMatchesScoreHigher_data()
    {
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::addColumn<QString>("words");
        QTest::newRow("start before inside") << u"pump one"_s << u"a pump"_s << u"pump"_s;
        QTest::newRow("word start before inside") << u"a pump"_s << u"apump"_s << u"pump"_s;
        QTest::newRow("inside before scattered") << u"apump"_s << u"p u m p"_s << u"pump"_s;
        QTest::newRow("short before long")
            << u"pump"_s << u"pump of the north plant"_s << u"pump"_s;
    }

    void betterMatchesScoreHigher()
    {
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QFETCH(QString, words);
        QVERIFY(ui::matchScore(better, {words}) > ui::matchScore(worse, {words}));
    }

    void everyWordMustBeFound()
    {
        QCOMPARE(ui::matchScore(u"pump pressure", {u"pump"_s, u"xyz"_s}), 0);
        QVERIFY(ui::matchScore(u"connections", {u"cnt"_s}) > 0);
        QCOMPARE(ui::matchScore(u"", {u"a"_s}), 0);
    }

    void fiftyThousandSignalsAnswerAtOnce()
    {
        addSignals(500, 100);
        ui::FindIndex index(m_engine->pipeline().catalogue());
        QVERIFY(index.find(u"warm"_s, 30).empty());
        QCOMPARE(index.size(), 50'500u);
        double worst = 0;
        for (const QString &words : {u"vibration"_s, u"pump-77 vib"_s, u"p"_s, u"nothing at all"_s,
                                     u"bearing/vibration-99"_s}) {
            QElapsedTimer timer;
            timer.start();
            (void)index.find(words, 30);
            worst = qMax(worst, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        qInfo("50,500 names: worst search %.2f ms", worst);
        QVERIFY(worst <= 50);
        const auto hits = index.find(u"pump-77 vibration-42"_s, 30);
        QVERIFY(!hits.empty());
        const auto found = index.describe(hits.front());
        QCOMPARE(found.text, u"plant/pump-77 / bearing/vibration-42"_s);
        QCOMPARE(found.destination.page, u"telemetry"_s);
    }

    void wholeModelStaysFast()
    {
        addSignals(500, 100);
        ui::PaletteModel model(m_shell->frontWindow(), nullptr);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.search(u"warm"_s);
        QElapsedTimer timer;
        timer.start();
        model.search(u"pump-12 vib"_s);
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        qInfo("palette search with 50,000 signals: %.2f ms", ms);
        QVERIFY(ms <= 50);
    }

    void keysFindAndOpenAPage()
    {
        ui::MainWindow *window = m_shell->frontWindow();
        window->activateWindow();
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        auto *palette = window->findChild<ui::CommandPalette *>();
        QTRY_VERIFY(palette && palette->isVisible());
        auto *edit = palette->findChild<QLineEdit *>(u"paletteEdit"_s);
        QTest::keyClicks(edit, u"setti"_s);
        QCOMPARE(palette->model()->index(0).data().toString(), u"Settings"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(window->currentPage(), u"settings"_s);
        QVERIFY(!palette->isVisible());
    }

    void keysRunAnAction()
    {
        ui::MainWindow *window = m_shell->frontWindow();
        window->openPalette(u"icons only"_s);
        auto *palette = window->findChild<ui::CommandPalette *>();
        QTest::keyClick(palette->findChild<QLineEdit *>(u"paletteEdit"_s), Qt::Key_Return);
        QVERIFY(m_engine->settings().boolean(base::Setting::NavigationCollapsed));
    }

    void escapeLeavesEverythingAsItWas()
    {
        ui::MainWindow *window = m_shell->frontWindow();
        const QString page = window->currentPage();
        window->openPalette(u"sett"_s);
        auto *palette = window->findChild<ui::CommandPalette *>();
        QTest::keyClick(palette->findChild<QLineEdit *>(u"paletteEdit"_s), Qt::Key_Escape);
        QTRY_VERIFY(!palette->isVisible());
        QCOMPARE(window->currentPage(), page);
    }

    void hostileNamesAreText()
    {
        telemetry::Catalogue &catalogue = m_engine->pipeline().catalogue();
        const auto source = catalogue.addSource(u"s"_s, u"Source"_s);
        (void)catalogue.internDevice(source, "<b>evil</b>\x1b[2J");
        ui::FindIndex index(catalogue);
        const auto hits = index.find(u"evil"_s, 5);
        QCOMPARE(hits.size(), 1u);
        QVERIFY(!index.describe(hits.front()).text.contains(QChar(0x1b)));
    }
};

QTEST_MAIN(tst_palette)
#include "tst_palette.moc"
