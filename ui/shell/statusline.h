// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/statusitem.h"
#include "ui/widgets/console.h"

#include <QElapsedTimer>
#include <QHash>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QProgressBar;
QT_END_NAMESPACE

namespace ui {

/// The always-visible line at the bottom: connections with rates, losses, undecodable, store,
/// tasks, clock. Pulls everything at most four times a second.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(const Console &console, QWidget *parent = nullptr);

    void refresh(); ///< on the display tick

Q_SIGNALS:
    void connectionClicked(const QString &id); ///< empty: all of them
    void ledgerClicked(QWidget *anchor);
    void tasksClicked(QWidget *anchor);
    void undecodableClicked();
    void recordingClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshConnections();
    void refreshLosses();
    void refreshStore();
    void refreshTasks();
    void refreshRecording();

    const Console m_console;
    QElapsedTimer m_since;
    QHBoxLayout *m_layout;
    QHBoxLayout *m_connections;
    QHash<QString, StatusItem *> m_items; ///< by profile id
    StatusItem *m_more;
    StatusItem *m_lost;
    StatusItem *m_undecodable;
    StatusItem *m_store;
    StatusItem *m_recording;
    StatusItem *m_tasks;
    QProgressBar *m_progress;
    StatusItem *m_clock;
};

} // namespace ui
