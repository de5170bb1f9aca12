// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/console.h"

#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QWidget;
QT_END_NAMESPACE

namespace ui {

/// What a person does with recordings, from wherever: the same actions stand in every window's
/// menu, in the palette and on the page. One for all windows; owned by the shell.
class RecordingControls final : public QObject
{
    Q_OBJECT

public:
    explicit RecordingControls(const Console &console, QObject *parent = nullptr);

    QAction *start() const { return m_start; } ///< everything, at once, into the workspace
    QAction *startWith() const { return m_startWith; } ///< asks what and how
    QAction *arm() const { return m_arm; }
    QAction *trigger() const { return m_trigger; }
    QAction *mark() const { return m_mark; }
    QAction *stop() const { return m_stop; }
    QList<QAction *> all() const;
    void retranslate();

    void stopOne(int id);
    void triggerOne(int id);
    void markOne(int id); ///< asks for the text

    static QString person(); ///< who sits here: the user's name on this machine

private:
    QAction *newAction(const char *name, const QString &iconName, void (RecordingControls::*run)());
    void startNow();
    void openDialog();
    void openArmed();
    void triggerArmed();
    void addMarker();
    void stopAll();
    void sync();

    const Console m_console;
    QAction *m_start;
    QAction *m_startWith;
    QAction *m_arm;
    QAction *m_trigger;
    QAction *m_mark;
    QAction *m_stop;
};

} // namespace ui
