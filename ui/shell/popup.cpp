// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/popup.h"

#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScreen>

namespace ui {

Popup::Popup(const QString &title, QWidget *anchor)
    : QFrame(anchor->window(), Qt::Popup | Qt::FramelessWindowHint)
    , m_anchor(anchor)
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(px(16), px(12), px(16), px(14));
    all->setSpacing(px(10));
    m_head->addWidget(new Label(title, Type::Base, Role::Text, true), 1);
    all->addLayout(m_head);
    all->addLayout(m_body);
}

void Popup::openAtAnchor()
{
    adjustSize();
    const QRect screen = m_anchor->screen()->availableGeometry();
    const QRect anchor(m_anchor->mapToGlobal(QPoint()), m_anchor->size());
    const QSize size = sizeHint().boundedTo(screen.size());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPoint at(mirrored ? anchor.right() - size.width() : anchor.left(),
              anchor.top() - size.height() - px(4));
    if (at.y() < screen.top())
        at.setY(anchor.bottom() + px(4));
    at.setX(qBound(screen.left() + px(4), at.x(), screen.right() - size.width() - px(4)));
    at.setY(qBound(screen.top(), at.y(), screen.bottom() - size.height()));
    setGeometry(QRect(at, size));
    show();
    setFocus(Qt::PopupFocusReason);
}

void Popup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface));
    painter.setPen(QPen(colour(Role::Line), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ui
