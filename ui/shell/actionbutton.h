// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace ui {

/// A push button that is an action: text, icon, check state, menu and visibility follow it.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);
    bool isWanted() const; ///< the action is visible

private:
    void follow();

    QAction *m_action;
};

/// The tooltip of an action with its shortcut.
QString actionToolTip(const QAction *action);

} // namespace ui
