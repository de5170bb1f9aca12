// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/console.h"

#include <QWidget>

namespace ui {

class WindowActions;

/// The bar above the page: menu, the box that opens the command palette.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    TopBar(const Console &console, WindowActions *actions, QWidget *parent = nullptr);

Q_SIGNALS:
    void searchWanted(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
