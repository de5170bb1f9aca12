// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace ui {

class MainWindow;
class Page;

/// Every action of a window, with its shortcut: the menu and the palette show the same ones.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(MainWindow *window);
    ~WindowActions() override;

    QMenu *menu() const { return m_menu; }
    void setPage(Page *page); ///< its actions stand in the menu "Page"
    QList<QAction *> all() const; ///< leaf actions that can be triggered, page actions last
    void addReplay(const QList<QAction *> &actions); ///< of a window that shows a recording
    void retranslate();

Q_SIGNALS:
    void menuWanted(); ///< F10

private:
    QAction *add(QMenu *menu, const char *name, const char *text, const QString &shortcut,
                 std::function<void()> run);
    void buildGo();
    void buildRecording();
    void buildView();
    void buildWindow();
    void buildHelp();
    void syncChecks();

    MainWindow *m_window;
    QMenu *m_menu;
    QMenu *m_pageMenu = nullptr;
    QPointer<Page> m_page;
    QList<QAction *> m_actions;
    QHash<QAction *, const char *> m_texts;
    QList<QPair<QMenu *, const char *>> m_titles;
};

} // namespace ui
