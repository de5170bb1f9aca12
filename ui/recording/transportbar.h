// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QList>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
class QComboBox;
class QHBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace replay {
class ReplaySession;
}

namespace ui {

class PositionSlider;

/// The controls of a replay, at the bottom of its window: play, step, speed, loop, position.
class TransportBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TransportBar(replay::ReplaySession *session, QWidget *parent = nullptr);

    void refresh(); ///< on the display tick
    QList<QAction *> actions() const { return m_actions; } ///< for the menu and the palette
    void retranslate();

    void togglePlay();
    void step(int messages);
    void setSpeed(double factor); ///< the nearest of the list; 0: as fast as possible
    void changeSpeed(int steps);
    void askForTime();
    /// "2026-11-22 14:02:31", "14:02:31" or "14:02" of the day of `near`, local time; noTime: not
    /// understood.
    static base::TimeNs readTime(const QString &text, base::TimeNs near);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAction *newAction(const char *name, const QString &iconName, const QString &keys,
                       std::function<void()> run);
    QPushButton *newButton(QHBoxLayout *row, QAction *action);
    void fillSpeeds();

    replay::ReplaySession *m_session;
    QList<QAction *> m_actions;
    QAction *m_play;
    QAction *m_back;
    QAction *m_forward;
    QAction *m_slower;
    QAction *m_faster;
    QAction *m_loop;
    QAction *m_goTo;
    QComboBox *m_speed;
    QPushButton *m_time;
    PositionSlider *m_slider;
    bool m_playing = false;
};

} // namespace ui
