// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pilothouse/options.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ui {
class MainWindow;
class Shell;
} // namespace ui

namespace app {

/// Visits every page in every theme and size asked for and leaves one PNG each:
/// page-theme-WxH.png. Says on stderr what it does; ends with finished().
class Tour final : public QObject
{
    Q_OBJECT

public:
    Tour(ui::Shell *shell, const Options &options, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode); ///< 0: every picture was saved

private:
    struct Stop
    {
        QString theme;
        QSize size;
        QString page;
    };
    void plan();
    void waitForData();
    void visit();
    void photograph();
    void record();
    ui::MainWindow *windowOf(const QString &page);
    ui::Destination destinationOf(const QString &page) const;
    void fail(const QString &sentence);

    ui::Shell *m_shell;
    const Options m_options;
    QList<Stop> m_stops;
    qsizetype m_next = 0;
    QElapsedTimer m_waited;
    QTimer m_poll;
    int m_recording = 0; ///< id, 0: none
    QElapsedTimer m_recorded;
    int m_failures = 0;
};

} // namespace app
