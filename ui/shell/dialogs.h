// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

QT_BEGIN_NAMESPACE
class QAction;
class QWidget;
QT_END_NAMESPACE

namespace ui {

/// Windows of their own beside the console; none of them blocks it.
void showLog(QWidget *parent);
void showGlossary(QWidget *parent);
void showShortcuts(QWidget *parent, const QList<QAction *> &actions);
void showAbout(QWidget *parent);

} // namespace ui
