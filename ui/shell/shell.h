// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/displaytick.h"
#include "ui/shell/pagekinds.h"
#include "ui/widgets/scope.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

namespace ui {

class MainWindow;
class RecordingControls;
class ReplayConsole;

/// The whole face: windows, the display tick, layouts. One per program; owned by main. GUI thread.
class Shell final : public QObject
{
    Q_OBJECT

public:
    Shell(const Console &console, PageKinds kinds, QObject *parent = nullptr);
    ~Shell() override;

    /// Opens the windows of last time, or one when there were none or restoring them crashed.
    void restore();
    MainWindow *openWindow(const Destination &destination = {});
    /// Shows the destination in `window` (null: the front one); false when no page knows it.
    bool go(const Destination &destination, MainWindow *window = nullptr);
    void raise(); ///< brings the front window up: somebody started the program again
    void saveLayout();
    /// Opens a recording in a window of its own, or raises the one that shows it already. Null:
    /// it cannot be opened, and a person was told why.
    ReplayConsole *openReplay(const QString &path);
    QList<ReplayConsole *> replays() const;
    /// Back to one window, default columns and splitters; asks nobody.
    void resetLayout();
    /// Closes every window, saves the layout.
    void shutDown();

    const Console &console() const { return m_console; }
    const PageKinds &kinds() const { return m_kinds; }
    const PageKind *kind(const QString &key) const;
    QList<MainWindow *> windows() const;
    MainWindow *frontWindow() const;
    TickStatistics tickStatistics() const { return m_tick.statistics(); }
    DisplayTick &tick() { return m_tick; }
    /// True when the last start ended while windows were being restored, so that was skipped now.
    bool skippedRestore() const { return m_skippedRestore; }
    /// Sentences a person should see once: damaged history moved aside, settings reset.
    void setNotices(const QStringList &notices);
    QStringList notices() const { return m_notices; }

Q_SIGNALS:
    void lastWindowClosed();
    void pageShown(const QString &key);

private:
    void refreshWindows();
    void forget(MainWindow *window);

    Scope m_scope;
    QTimer m_saveSoon;
    Console m_console;
    RecordingControls *m_controls = nullptr; ///< null where nothing can be recorded
    PageKinds m_kinds;
    DisplayTick m_tick;
    QList<QPointer<MainWindow>> m_windows; ///< front first
    QList<QPointer<MainWindow>> m_made; ///< closed ones, too, until they are deleted
    QStringList m_notices;
    std::vector<std::unique_ptr<ReplayConsole>> m_replays;
    bool m_skippedRestore = false;
    bool m_closing = false;
};

} // namespace ui
