// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace ui {

class CommandPalette;
class NavigationRail;
class NoticeBar;
class PageHeader;
class ReplayBand;
class Shell;
class StatusLine;
class TopBar;
class TransportBar;
class WindowActions;

/// One window of the console: rail, top bar, a page at a time, status line. Owned by the shell.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(Shell *shell);
    ~MainWindow() override;

    bool go(const Destination &destination); ///< makes the page when it is the first time
    QString currentPage() const { return m_current; }
    Page *page() const;
    /// The page of this window, null when nobody opened it here yet.
    Page *existingPage(const QString &key) const { return m_pages.value(key); }
    QList<Page *> existingPages() const { return m_pages.values(); }
    Shell *shell() const { return m_shell; }
    StatusLine *statusLine() const { return m_status; }
    WindowActions *actions() const { return m_actions; }

    void refresh(); ///< on the display tick
    void openPalette(const QString &text = {});
    void showNotices();
    void rebuildPages(); ///< throws all pages away and makes the current one again
    void setNavigationCollapsed(bool collapsed);

Q_SIGNALS:
    void activated();
    void closing();
    void pageShown(const QString &key);
    void placed(); ///< moved, resized, or its state changed

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void build();
    void connectParts();
    Page *pageFor(const QString &key);
    void retitle();
    void rebuildSoon();

    Shell *m_shell;
    QHash<QString, Page *> m_pages;
    QString m_current;
    NavigationRail *m_rail = nullptr;
    TopBar *m_top = nullptr;
    NoticeBar *m_notice = nullptr;
    PageHeader *m_header = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatusLine *m_status = nullptr;
    ReplayBand *m_band = nullptr; ///< of a replay, else null
    TransportBar *m_transport = nullptr; ///< of a replay, else null
    WindowActions *m_actions = nullptr;
    QPointer<CommandPalette> m_palette;
    bool m_rebuilding = false;
};

} // namespace ui
