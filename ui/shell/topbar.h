// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class WindowActions;

/// The bar above the page: menu, the box that opens the command palette.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(WindowActions *actions, QWidget *parent = nullptr);

Q_SIGNALS:
    void searchWanted(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
