// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/console.h"

#include <map>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class Badge;

/// The recordings under way, one row each with its figures and what can be done with it; hidden
/// when there is none.
class RunningPanel final : public Card
{
    Q_OBJECT

public:
    explicit RunningPanel(const Console &console, QWidget *parent = nullptr);

    void refresh();

private:
    struct Row
    {
        QWidget *widget;
        Badge *badge;
        Label *title;
        Label *figures;
        QPushButton *trigger;
        QPushButton *mark;
    };
    Row newRow(int id);
    void show(Row &row, int id);

    const Console m_console;
    std::map<int, Row> m_rows;
};

} // namespace ui
