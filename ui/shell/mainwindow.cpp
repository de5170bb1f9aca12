// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/base/settings.h"
#include "models/replay/replaysession.h"
#include "ui/recording/librarywords.h"
#include "ui/recording/replayband.h"
#include "ui/recording/transportbar.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/popups.h"
#include "ui/shell/shell.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ui {

MainWindow::MainWindow(Shell *shell)
    : m_shell(shell)
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(640, 400);
    build();
    connectParts();
    retitle();
    showNotices();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_actions = new WindowActions(this);
    m_rail = new NavigationRail(m_shell->kinds(), this);
    m_rail->setCollapsed(m_shell->console().settings->boolean(base::Setting::NavigationCollapsed));
    m_top = new TopBar(m_shell->console(), m_actions, this);
    m_notice = new NoticeBar(this);
    m_header = new PageHeader(this);
    m_stack = new QStackedWidget(this);
    m_status = new StatusLine(m_shell->console(), this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    if (replay::ReplaySession *session = m_shell->console().replay) {
        m_band = new ReplayBand(session, this);
        m_transport = new TransportBar(session, this);
        m_actions->addReplay(m_transport->actions());
        outer->addWidget(m_band);
    }
    auto *all = new QHBoxLayout;
    all->setSpacing(0);
    outer->addLayout(all, 1);
    all->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_notice);
    column->addWidget(m_header);
    auto *room = new QVBoxLayout;
    room->setContentsMargins(px(20), 0, px(20), px(16));
    room->addWidget(m_stack);
    column->addLayout(room, 1);
    if (m_transport)
        column->addWidget(m_transport);
    column->addWidget(m_status);
    all->addLayout(column, 1);
}

void MainWindow::connectParts()
{
    connect(m_rail, &NavigationRail::pageChosen, this,
            [this](const QString &key) { go({.page = key}); });
    connect(m_rail, &NavigationRail::collapseWanted, this, &MainWindow::setNavigationCollapsed);
    connect(m_top, &TopBar::searchWanted, this, &MainWindow::openPalette);
    connect(m_status, &StatusLine::connectionClicked, this,
            [this](const QString &id) { go({.page = u"connections"_s, .connection = id}); });
    connect(m_status, &StatusLine::undecodableClicked, this,
            [this] { go({.page = u"connections"_s, .text = u"undecodable"_s}); });
    connect(m_status, &StatusLine::recordingClicked, this,
            [this] { go({.page = u"recordings"_s}); });
    connect(m_status, &StatusLine::ledgerClicked, this,
            [this](QWidget *anchor) { showLedger(m_shell, anchor); });
    connect(m_status, &StatusLine::tasksClicked, this,
            [this](QWidget *anchor) { showTasks(m_shell, anchor); });
    connect(m_shell->console().settings, &base::Settings::changed, this,
            [this](base::Setting setting) {
                if (setting == base::Setting::UiScalePercent && m_current != "settings"_L1)
                    rebuildSoon(); // sizes are taken when a page is made
                if (setting == base::Setting::NavigationCollapsed)
                    m_rail->setCollapsed(m_shell->console().settings->boolean(setting));
            });
}

void MainWindow::setNavigationCollapsed(bool collapsed)
{
    m_shell->console().settings->set(base::Setting::NavigationCollapsed, collapsed);
}

Page *MainWindow::page() const
{
    return m_pages.value(m_current);
}

Page *MainWindow::pageFor(const QString &key)
{
    if (Page *known = m_pages.value(key))
        return known;
    const PageKind *kind = m_shell->kind(key);
    if (!kind)
        return nullptr;
    Page *page = kind->make(m_shell->console(), m_stack);
    page->setObjectName(u"page/"_s + key);
    connect(page, &Page::wanted, this, [this](const Destination &destination) { go(destination); });
    m_stack->addWidget(page);
    m_pages.insert(key, page);
    // Shortcuts of a page's actions work while the page is on screen.
    for (QAction *action : page->pageActions()) {
        if (action->parent() != page)
            continue; // every window's: they work wherever one is
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        page->addAction(action);
    }
    return page;
}

bool MainWindow::go(const Destination &destination)
{
    const QString key = destination.page.isEmpty() ? m_current : destination.page;
    Page *page = pageFor(key);
    if (!page)
        return false;
    const bool known = page->go(destination);
    const bool changed = key != m_current;
    m_current = key;
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(key);
    m_actions->setPage(page);
    m_header->setActions(page->pageActions());
    page->refresh();
    m_header->setTitle(page->headline());
    m_header->setAnswer(page->answer());
    retitle();
    if (changed)
        Q_EMIT pageShown(key);
    return known;
}

void MainWindow::refresh()
{
    if (!isVisible() || isMinimized())
        return;
    if (Page *page = this->page()) {
        page->refresh();
        m_header->setTitle(page->headline());
        m_header->setAnswer(page->answer());
    }
    m_status->refresh();
    if (m_transport) {
        m_transport->refresh();
        m_band->refresh();
    }
}

void MainWindow::openPalette(const QString &text)
{
    if (!m_palette)
        m_palette = new CommandPalette(this);
    m_palette->open(text);
}

void MainWindow::showNotices()
{
    m_notice->setNotices(m_shell->notices());
}

void MainWindow::rebuildPages()
{
    const QString key = m_current;
    m_header->setActions({});
    m_actions->setPage(nullptr);
    qDeleteAll(m_pages);
    m_pages.clear();
    m_current.clear();
    go({.page = key});
}

void MainWindow::rebuildSoon()
{
    if (m_rebuilding)
        return; // one change of language arrives as several events
    m_rebuilding = true;
    QTimer::singleShot(0, this, [this] {
        m_rebuilding = false;
        rebuildPages();
    });
}

void MainWindow::retitle()
{
    const Page *shown = page();
    QString title = shown ? tr("%1 – Pilothouse").arg(shown->title()) : u"Pilothouse"_s;
    if (const replay::ReplaySession *session = m_shell->console().replay)
        title = tr("REPLAY %1 – %2").arg(partTitle(session->recording()->info()), title);
    setWindowTitle(title);
}

bool MainWindow::event(QEvent *event)
{
    // Space plays and pauses, but presses the button that has the focus.
    if (event->type() == QEvent::ShortcutOverride && m_transport
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space
        && qobject_cast<QAbstractButton *>(focusWidget())) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::WindowActivate)
        Q_EMIT activated();
    else if (event->type() == QEvent::LanguageChange) {
        m_actions->retranslate();
        if (m_transport)
            m_transport->retranslate();
        rebuildSoon(); // pages are built with their texts; state worth keeping is in the settings
    }
    return QWidget::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    QWidget::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_palette)
        m_palette->place();
    Q_EMIT placed();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    Q_EMIT placed();
}

} // namespace ui
