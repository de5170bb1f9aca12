// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/shell.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windowlayout.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A page that counts what the shell does with it.
class CountingPage : public ui::Page
{
public:
    CountingPage(const QString &key, const ui::Console &console, QWidget *parent)
        : ui::Page(console, parent)
        , m_key(key)
        , m_action(new QAction(u"Do it"_s, this))
    {
        ++made[key];
    }
    ~CountingPage() override { --made[m_key]; }
    QString key() const override { return m_key; }
    QString title() const override { return m_key.toUpper(); }
    QString iconName() const override { return u"go-home"_s; }
    QString answer() const override { return u"%1 refreshed"_s.arg(refreshes); }
    void refresh() override { ++refreshes; }
    QList<QAction *> pageActions() const override { return {m_action}; }
    bool go(const ui::Destination &destination) override
    {
        last = destination;
        return destination.text != "unknown"_L1;
    }

    int refreshes = 0;
    ui::Destination last;
    static inline QHash<QString, int> made;

private:
    const QString m_key;
    QAction *m_action;
};

ui::PageKinds countingKinds()
{
    ui::PageKinds out;
    for (const QString &key : {u"overview"_s, u"explore"_s, u"devices"_s})
        out.push_back({key, [key] { return key.toUpper(); }, u"go-home"_s,
                       [key](const ui::Console &console, QWidget *parent) -> ui::Page * {
                           return new CountingPage(key, console, parent);
                       }});
    return out;
}

} // namespace

class tst_shell final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<app::Engine> m_engine;
    std::unique_ptr<ui::TaskCentre> m_tasks;
    std::unique_ptr<ui::Shell> m_shell;

    ui::Console console() const
    {
        return {&m_engine->pipeline(), m_engine->historian(), &m_engine->connections(),
                &m_engine->secrets(),  &m_engine->settings(), m_tasks.get()};
    }
    void openShell(const ui::PageKinds &kinds = countingKinds())
    {
        m_shell = std::make_unique<ui::Shell>(console(), kinds);
        m_shell->restore();
        m_shell->frontWindow()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_shell->frontWindow()));
    }
    void openEngine(const QString &workspace = {})
    {
        m_engine.reset(); // one writer a workspace
        auto engine = app::Engine::create({.workspace = workspace});
        QVERIFY(engine);
        m_engine = std::move(*engine);
        m_tasks = std::make_unique<ui::TaskCentre>();
    }
    CountingPage *page() const
    {
        return static_cast<CountingPage *>(m_shell->frontWindow()->page());
    }

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(ui::ThemeKind::Light); }

    void init()
    {
        CountingPage::made.clear();
        openEngine();
    }

    void cleanup()
    {
        m_shell.reset();
        m_engine.reset();
        m_tasks.reset();
    }

    void pagesAreMadeOnFirstUse()
    {
        openShell();
        QCOMPARE(m_shell->frontWindow()->currentPage(), u"overview"_s);
        QCOMPARE(CountingPage::made.value(u"overview"_s), 1);
        QCOMPARE(CountingPage::made.value(u"explore"_s), 0);
        QTest::keyClick(m_shell->frontWindow(), Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(m_shell->frontWindow()->currentPage(), u"explore"_s);
        QCOMPARE(m_shell->frontWindow()->findChild<QLabel *>(u"pageTitle"_s)->text(), u"EXPLORE"_s);
        QTest::keyClick(m_shell->frontWindow(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(m_shell->frontWindow()->currentPage(), u"overview"_s);
        QCOMPARE(CountingPage::made.value(u"overview"_s), 1);
    }

    void onlyTheVisiblePageIsRefreshed()
    {
        openShell();
        CountingPage *overview = page();
        const int before = overview->refreshes;
        QTRY_VERIFY(overview->refreshes > before + 3);
        m_shell->go({.page = u"explore"_s});
        const int hidden = overview->refreshes;
        CountingPage *explore = page();
        QTRY_VERIFY(explore->refreshes > 5);
        QCOMPARE(overview->refreshes, hidden);
        QVERIFY(m_shell->tickStatistics().ticks > 5);
        QVERIFY(m_shell->tickStatistics().wholeP99 >= m_shell->tickStatistics().refreshP50);
    }

    void railAnswersKeysAndPointer()
    {
        openShell();
        auto *entry = m_shell->frontWindow()->findChild<QAbstractButton *>(u"rail/devices"_s);
        QVERIFY(entry);
        QTest::mouseClick(entry, Qt::LeftButton);
        QCOMPARE(m_shell->frontWindow()->currentPage(), u"devices"_s);
        entry->setFocus();
        QTest::keyClick(entry, Qt::Key_Up);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_shell->frontWindow()->currentPage(), u"explore"_s);
        const int wide = m_shell->frontWindow()->findChild<ui::NavigationRail *>()->width();
        QTest::keyClick(m_shell->frontWindow(), Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(m_shell->frontWindow()->findChild<ui::NavigationRail *>()->width() < wide / 2);
    }

    void destinationReachesThePage()
    {
        openShell();
        QVERIFY(m_shell->go({.page = u"devices"_s, .device = 7}));
        QCOMPARE(page()->last.device, 7u);
        QVERIFY(!m_shell->go({.page = u"devices"_s, .text = u"unknown"_s}));
        QVERIFY(!m_shell->go({.page = u"no such page"_s}));
        QCOMPARE(m_shell->frontWindow()->currentPage(), u"devices"_s);
        Q_EMIT page()->wanted({.page = u"explore"_s});
        QCOMPARE(m_shell->frontWindow()->currentPage(), u"explore"_s);
    }

    void windowsComeBack()
    {
        QTemporaryDir folder;
        openEngine(folder.path());
        openShell();
        m_shell->go({.page = u"explore"_s});
        ui::MainWindow *second = m_shell->openWindow({.page = u"devices"_s});
        second->setGeometry(120, 130, 800, 600);
        second->show();
        QCOMPARE(m_shell->windows().size(), 2);
        m_shell->shutDown();
        m_shell.reset();
        openEngine(folder.path());
        openShell();
        QCOMPARE(m_shell->windows().size(), 2);
        QStringList pages;
        for (const ui::MainWindow *window : m_shell->windows())
            pages.append(window->currentPage());
        pages.sort();
        QCOMPARE(pages, (QStringList{u"devices"_s, u"explore"_s}));
        QVERIFY(!m_shell->skippedRestore());
    }

    /// What stands on disk while the console runs is what a killed one comes back with.
    void windowsSurviveAKill()
    {
        QTemporaryDir folder;
        QTemporaryDir after;
        openEngine(folder.path());
        openShell();
        m_shell->openWindow({.page = u"devices"_s})->show();
        m_shell->windows().last()->go({.page = u"explore"_s});
        const auto onDisk = [&folder] {
            QFile file(folder.filePath(u"settings.json"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(onDisk().contains("\"explore\"") && onDisk().contains("\"devices\""));
        QVERIFY(
            QFile::copy(folder.filePath(u"settings.json"_s), after.filePath(u"settings.json"_s)));
        m_shell.reset();
        openEngine(after.path());
        openShell();
        QCOMPARE(m_shell->windows().size(), 2);
        QVERIFY(!m_shell->skippedRestore());
    }

    void crashWhileRestoringIsSkippedNextTime()
    {
        QTemporaryDir folder;
        openEngine(folder.path());
        openShell();
        m_shell->openWindow({.page = u"devices"_s})->show();
        m_shell->shutDown();
        m_shell.reset();
        // As a crash leaves it: the mark is set, the windows are there.
        m_engine->settings().setLayout(u"restoring"_s, {{u"since"_s, u"2026-01-01T00:00:00Z"_s}});
        QVERIFY(m_engine->settings().flush());
        openEngine(folder.path());
        openShell();
        QVERIFY(m_shell->skippedRestore());
        QCOMPARE(m_shell->windows().size(), 1);
        QCOMPARE(m_shell->notices().size(), 1);
        m_shell->shutDown();
        m_shell.reset();
        openEngine(folder.path());
        openShell();
        QVERIFY(!m_shell->skippedRestore());
    }

    void damagedLayoutGivesTheDefault()
    {
        m_engine->settings().setLayout(
            u"windows"_s,
            {{u"windows"_s,
              QJsonArray{42, QJsonObject{{u"page"_s, u"gone"_s}, {u"geometry"_s, u"x"_s}}}}});
        openShell();
        QCOMPARE(m_shell->frontWindow()->currentPage(), u"overview"_s);
    }

    void resetLayoutKeepsOneWindow()
    {
        openShell();
        m_shell->openWindow({.page = u"devices"_s})->show();
        m_engine->settings().setLayout(u"columns/x"_s, {{u"a"_s, 1}});
        m_shell->resetLayout();
        QTRY_COMPARE(m_shell->windows().size(), 1);
        QVERIFY(m_engine->settings().layout(u"columns/x"_s).isEmpty());
    }

    void geometryIsClamped_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("expected");
        QTest::newRow("inside") << QRect(10, 10, 800, 600) << QRect(10, 10, 800, 600);
        QTest::newRow("screen unplugged")
            << QRect(2000, 100, 800, 600) << QRect(1120, 100, 800, 600);
        QTest::newRow("too large") << QRect(-50, -50, 4000, 3000) << QRect(0, 0, 1920, 1080);
        QTest::newRow("above") << QRect(100, -900, 800, 600) << QRect(100, 0, 800, 600);
    }

    void geometryIsClamped()
    {
        QFETCH(QRect, wanted);
        QFETCH(QRect, expected);
        QCOMPARE(ui::clampedToScreens(wanted, {QRect(0, 0, 1920, 1080)}), expected);
    }

    void iconButtonsHaveNames()
    {
        openShell(ui::allPageKinds());
        for (const ui::PageKind &kind : m_shell->kinds()) {
            QVERIFY2(m_shell->go({.page = kind.key}), qPrintable(kind.key));
            ui::Page *page = m_shell->frontWindow()->page();
            QCOMPARE(page->key(), kind.key);
            QCOMPARE(page->title(), kind.title());
            for (const auto *button : m_shell->frontWindow()->findChildren<QAbstractButton *>()) {
                const QString name =
                    button->text().isEmpty() ? button->accessibleName() : button->text();
                const bool internal = button->isHidden()
                    || button->objectName().startsWith("qt_"_L1)
                    || button->inherits("QTableCornerButton")
                    || button->inherits("QLineEditIconButton");
                QVERIFY2(internal || !name.isEmpty(),
                         qPrintable(kind.key + u": "_s + button->objectName()
                                    + QLatin1StringView(button->metaObject()->className())));
            }
        }
    }

    void tabReachesEverythingAndComesBack()
    {
        openShell();
        ui::MainWindow *window = m_shell->frontWindow();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        window->findChild<QAbstractButton *>(u"rail/overview"_s)->setFocus();
        QWidget *first = QApplication::focusWidget();
        QVERIFY(first);
        QSet<QString> seen;
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            seen.insert(QApplication::focusWidget()->objectName());
            if (QApplication::focusWidget() == first)
                break;
        }
        QCOMPARE(QApplication::focusWidget(), first);
        for (const QString &name :
             {u"rail/explore"_s, u"menuButton"_s, u"searchBox"_s, u"status/lost"_s})
            QVERIFY2(seen.contains(name), qPrintable(name));
    }

    void shortcutsAreUnique()
    {
        openShell(ui::allPageKinds());
        QHash<QKeySequence, QString> known;
        for (const QAction *action : m_shell->frontWindow()->QWidget::actions()) {
            if (action->shortcut().isEmpty())
                continue;
            QVERIFY2(!known.contains(action->shortcut()),
                     qPrintable(action->shortcut().toString()));
            known.insert(action->shortcut(), action->objectName());
        }
        QVERIFY(known.size() > 12);
    }

    void rightToLeftMirrors()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        openShell();
        ui::MainWindow *window = m_shell->frontWindow();
        const auto *rail = window->findChild<ui::NavigationRail *>();
        QVERIFY(rail->mapTo(window, QPoint()).x() > window->width() / 2);
        QVERIFY(!window->grab().isNull());
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void popupsShowWhatIs()
    {
        openShell();
        const auto id = m_tasks->add(u"Export of pump 1"_s, [] {});
        m_tasks->setProgress(id, 500);
        auto actions = m_shell->frontWindow()->actions()->all();
        for (const QString &name : {u"ledger"_s, u"tasks"_s, u"performance"_s}) {
            for (QAction *action : actions) {
                if (action->objectName() == name)
                    action->trigger();
            }
            QTRY_VERIFY(QApplication::activePopupWidget());
            QVERIFY(QApplication::activePopupWidget()->findChildren<QLabel *>().size() > 1);
            QApplication::activePopupWidget()->close();
            QTRY_VERIFY(!QApplication::activePopupWidget());
        }
    }
};

QTEST_MAIN(tst_shell)
#include "tst_shell.moc"
