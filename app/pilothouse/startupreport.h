// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace app {

/// Prints to stderr when the window was painted first, in ms since the process was started (by the
/// kernel's clock, so the dynamic linker counts too), and the resident memory then.
class StartupReport final : public QObject
{
    Q_OBJECT

public:
    StartupReport(QWidget *window, bool print, QObject *parent);

Q_SIGNALS:
    void painted(); ///< once, after the first paint

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void report();

    const bool m_print;
    bool m_seen = false;
};

/// Milliseconds since this process was started; -1 when the kernel does not tell.
double millisecondsSinceStart();

} // namespace app
