// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/badge.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>

#include <optional>

namespace ui {

/// One thing on the status line: mark, name, figure. Its width only grows, so digits move nothing.
class StatusItem final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StatusItem(QWidget *parent = nullptr);

    struct Text
    {
        std::optional<Mark> mark = {};
        QString quiet = {}; ///< second text: "undecodable"
        QString strong = {}; ///< text: "17"
        bool strongFirst = false;
        Role role = Role::Text; ///< of the whole, when abnormal
    };
    void set(const Text &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Text m_text;
    int m_widest = 0;
};

} // namespace ui
