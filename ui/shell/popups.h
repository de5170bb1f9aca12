// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui {

class Shell;

/// Panels over the status line; each refreshes on the display tick while open.
void showLedger(Shell *shell, QWidget *anchor); ///< every figure of every source, explained
void showTasks(Shell *shell, QWidget *anchor); ///< running and failed tasks, with cancel
void showPerformance(Shell *shell, QWidget *anchor); ///< tick durations, memory

} // namespace ui
