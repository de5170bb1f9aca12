// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionbutton.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setAutoDefault(false);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, this, [this] {
        if (!m_action->menu())
            m_action->trigger();
        follow(); // a checkable action decides about its state, not the click
    });
    follow();
}

bool ActionButton::isWanted() const
{
    return m_action->isVisible();
}

void ActionButton::follow()
{
    setText(m_action->text().isEmpty() ? m_action->iconText() : m_action->text());
    setIcon(m_action->icon());
    setToolTip(actionToolTip(m_action));
    setEnabled(m_action->isEnabled());
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    if (menu() != m_action->menu())
        setMenu(m_action->menu());
    setObjectName(u"action/"_s + m_action->objectName());
    if (!m_action->isVisible())
        hide();
}

QString actionToolTip(const QAction *action)
{
    const QString words = action->toolTip().isEmpty() ? action->iconText() : action->toolTip();
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() || words.contains(keys) ? words : u"%1 (%2)"_s.arg(words, keys);
}

} // namespace ui
