// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include "models/base/settings.h"
#include "ui/recording/recordingcontrols.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/popups.h"
#include "ui/shell/shell.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

WindowActions::WindowActions(MainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_menu(new QMenu(window))
{
    buildGo();
    m_pageMenu = m_menu->addMenu(QString());
    m_titles.append({m_pageMenu, QT_TR_NOOP("&Page")});
    buildRecording();
    buildView();
    buildWindow();
    buildHelp();
    m_menu->addSeparator();
    if (!window->shell()->console().replay)
        add(m_menu, "quit", QT_TR_NOOP("&Quit"), u"Ctrl+Q"_s, [this] {
            m_window->shell()->shutDown();
            Q_EMIT m_window->shell()->lastWindowClosed();
        });
    connect(m_menu, &QMenu::aboutToShow, this, &WindowActions::syncChecks);
    connect(m_window->shell()->console().settings, &base::Settings::changed, this,
            &WindowActions::syncChecks);
    retranslate();
    syncChecks();
}

WindowActions::~WindowActions() = default;

QAction *WindowActions::add(QMenu *menu, const char *name, const char *text,
                            const QString &shortcut, std::function<void()> run)
{
    QAction *action = menu->addAction(QString());
    action->setObjectName(QLatin1StringView(name));
    if (!shortcut.isEmpty())
        action->setShortcut(QKeySequence(shortcut));
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    m_window->addAction(action);
    m_actions.append(action);
    m_texts.insert(action, text);
    return action;
}

void WindowActions::buildGo()
{
    QMenu *menu = m_menu->addMenu(QString());
    m_titles.append({menu, QT_TR_NOOP("&Go to")});
    add(menu, "search", QT_TR_NOOP("&Search or do…"), u"Ctrl+K"_s, [this] {
        m_window->openPalette();
    })->setIcon(icon(u"edit-find"_s));
    menu->addSeparator();
    int number = 0;
    for (const PageKind &kind : m_window->shell()->kinds()) {
        ++number;
        QAction *action = menu->addAction(icon(kind.iconName), kind.title());
        action->setObjectName(u"go/"_s + kind.key);
        if (number <= 9)
            action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
        connect(action, &QAction::triggered, this,
                [this, key = kind.key] { m_window->go({.page = key}); });
        m_window->addAction(action);
    }
}

/// The same actions in every window: they are the shell's.
void WindowActions::buildRecording()
{
    const RecordingControls *controls = m_window->shell()->console().recorder;
    if (!controls)
        return;
    QMenu *menu = m_menu->addMenu(QString());
    m_titles.append({menu, QT_TR_NOOP("&Recording")});
    for (QAction *action : controls->all()) {
        menu->addAction(action);
        m_window->addAction(action);
        m_actions.append(action);
    }
}

void WindowActions::buildView()
{
    using base::Setting;
    base::Settings *settings = m_window->shell()->console().settings;
    QMenu *menu = m_menu->addMenu(QString());
    m_titles.append({menu, QT_TR_NOOP("&View")});
    add(menu, "collapse", QT_TR_NOOP("Navigation shows icons &only"), u"Ctrl+B"_s, [settings] {
        settings->set(Setting::NavigationCollapsed,
                      !settings->boolean(Setting::NavigationCollapsed));
    })->setCheckable(true);
    QMenu *themes = menu->addMenu(QString());
    m_titles.append({themes, QT_TR_NOOP("&Theme")});
    const auto theme = [&](const char *name, const char *text, const QString &value) {
        add(themes, name, text, {}, [settings, value] {
            settings->set(Setting::Theme, value);
        })->setCheckable(true);
    };
    theme("theme/system", QT_TR_NOOP("As the &desktop"), u"system"_s);
    theme("theme/light", QT_TR_NOOP("&Light theme"), u"light"_s);
    theme("theme/dark", QT_TR_NOOP("D&ark theme"), u"dark"_s);
    theme("theme/contrast", QT_TR_NOOP("&High contrast theme"), u"contrast"_s);
    const auto scale = [settings](int step) {
        settings->set(Setting::UiScalePercent,
                      step == 0 ? 100 : settings->integer(Setting::UiScalePercent) + step);
    };
    add(menu, "larger", QT_TR_NOOP("La&rger"), u"Ctrl++"_s, [scale] { scale(10); });
    add(menu, "smaller", QT_TR_NOOP("S&maller"), u"Ctrl+-"_s, [scale] { scale(-10); });
    add(menu, "normalSize", QT_TR_NOOP("&Normal size"), u"Ctrl+0"_s, [scale] { scale(0); });
    menu->addSeparator();
    add(menu, "fullScreen", QT_TR_NOOP("&Full screen"), u"F11"_s,
        [this] { m_window->setWindowState(m_window->windowState() ^ Qt::WindowFullScreen); });
}

void WindowActions::addReplay(const QList<QAction *> &actions)
{
    auto *menu = new QMenu(m_menu);
    m_menu->insertMenu(m_pageMenu->menuAction(), menu);
    m_titles.append({menu, QT_TR_NOOP("&Replay")});
    menu->setTitle(tr("&Replay"));
    for (QAction *action : actions) {
        menu->addAction(action);
        m_window->addAction(action);
        m_actions.append(action);
    }
}

void WindowActions::buildWindow()
{
    Shell *shell = m_window->shell();
    QMenu *menu = m_menu->addMenu(QString());
    m_titles.append({menu, QT_TR_NOOP("&Window")});
    add(menu, "newWindow", QT_TR_NOOP("Open page in &new window"), u"Ctrl+Shift+N"_s,
        [this, shell] { shell->openWindow({.page = m_window->currentPage()})->show(); })
        ->setIcon(icon(u"window-new"_s));
    add(menu, "closeWindow", QT_TR_NOOP("&Close window"), u"Ctrl+W"_s,
        [this] { m_window->close(); });
    menu->addSeparator();
    add(menu, "resetLayout", QT_TR_NOOP("&Reset layout"), {}, [shell] { shell->resetLayout(); });
}

void WindowActions::buildHelp()
{
    Shell *shell = m_window->shell();
    QMenu *menu = m_menu->addMenu(QString());
    m_titles.append({menu, QT_TR_NOOP("&Help")});
    add(menu, "ledger", QT_TR_NOOP("What became of every &message"), u"Ctrl+Shift+M"_s,
        [this, shell] { showLedger(shell, m_window->statusLine()); });
    add(menu, "tasks", QT_TR_NOOP("&Tasks"), u"Ctrl+Shift+T"_s,
        [this, shell] { showTasks(shell, m_window->statusLine()); });
    add(menu, "performance", QT_TR_NOOP("&Performance"), u"Ctrl+Shift+P"_s,
        [this, shell] { showPerformance(shell, m_window->statusLine()); });
    add(menu, "log", QT_TR_NOOP("&Log"), u"Ctrl+Shift+L"_s, [this] { showLog(m_window); });
    menu->addSeparator();
    add(menu, "glossary", QT_TR_NOOP("&Glossary"), u"F1"_s, [this] { showGlossary(m_window); });
    add(menu, "shortcuts", QT_TR_NOOP("&Keyboard shortcuts"), u"Ctrl+F1"_s,
        [this] { showShortcuts(m_window, all()); });
    add(menu, "about", QT_TR_NOOP("&About Pilothouse"), {}, [this] { showAbout(m_window); });
    QAction *menuKey = new QAction(this);
    menuKey->setShortcut(QKeySequence(u"F10"_s));
    connect(menuKey, &QAction::triggered, this, &WindowActions::menuWanted);
    m_window->addAction(menuKey);
}

void WindowActions::setPage(Page *page)
{
    m_page = page;
    m_pageMenu->clear();
    if (page)
        m_pageMenu->addActions(page->pageActions());
    m_pageMenu->menuAction()->setVisible(page && !page->pageActions().isEmpty());
}

QList<QAction *> WindowActions::all() const
{
    QList<QAction *> out = m_actions;
    if (m_page) {
        for (QAction *action : m_page->pageActions()) {
            if (!action->isSeparator() && !action->menu() && !out.contains(action))
                out.append(action);
        }
    }
    return out;
}

void WindowActions::retranslate()
{
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it)
        it.key()->setText(tr(it.value()));
    if (RecordingControls *controls = m_window->shell()->console().recorder)
        controls->retranslate();
    for (const auto &[menu, title] : m_titles)
        menu->setTitle(tr(title));
    for (const PageKind &kind : m_window->shell()->kinds()) {
        if (auto *action = m_menu->findChild<QAction *>(u"go/"_s + kind.key))
            action->setText(kind.title());
    }
}

void WindowActions::syncChecks()
{
    using base::Setting;
    const base::Settings *settings = m_window->shell()->console().settings;
    const QString theme = u"theme/"_s + settings->text(Setting::Theme);
    for (QAction *action : m_actions) {
        if (action->objectName() == "collapse"_L1)
            action->setChecked(settings->boolean(Setting::NavigationCollapsed));
        else if (action->objectName().startsWith("theme/"_L1))
            action->setChecked(action->objectName() == theme);
    }
}

} // namespace ui
