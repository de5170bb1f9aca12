// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/theme.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace ui {

class Label;

/// One number that matters: caption, 34 px figure, unit, and room for a sparkline at the right.
class HeadlineTile final : public Card
{
    Q_OBJECT

public:
    explicit HeadlineTile(const QString &caption, QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    /// `figure` already formatted; `role` is Text unless the value is abnormal.
    void setFigure(const QString &figure, const QString &unit = {}, Role role = Role::Text);
    void setAside(QWidget *widget); ///< a sparkline, say; owned by the tile

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitAside();

    QWidget *m_aside = nullptr; ///< shown where there is room for it
    Label *m_caption;
    Label *m_figure;
    Label *m_unit;
    QHBoxLayout *m_row;
};

} // namespace ui
