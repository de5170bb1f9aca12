// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QIcon;
class QPainter;
QT_END_NAMESPACE

namespace ui {

/// How something is, by shape, brightness and text; colour only where abnormal. Any one suffices.
enum class Mark {
    Well, ///< filled circle, second text
    Idle, ///< hollow circle: stopped, asleep
    Busy, ///< half circle: connecting, waiting
    Critical, ///< filled octagon with 1
    High, ///< triangle with 2
    Medium, ///< diamond with 3
    Low, ///< circle with 4: information
    Stale, ///< hatched circle
    Good, ///< check mark: a test passed
    Failed, ///< cross: a test failed
};

/// Draws a mark into a square. For delegates; widgets use Badge.
void drawMark(QPainter *painter, const QRectF &square, Mark mark);
Role markRole(Mark mark);
/// The mark as an icon of `size` logical pixels (menus, models).
QIcon markIcon(Mark mark, int size = 16);

/// A mark and a word.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(Mark mark = Mark::Idle, const QString &text = {}, QWidget *parent = nullptr);

    void set(Mark mark, const QString &text);
    Mark mark() const { return m_mark; }
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark;
    QString m_text;
};

} // namespace ui
