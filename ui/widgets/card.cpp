// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QPainter>

namespace ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
    , m_title(new Label(title, Type::Base, Role::Text, true))
    , m_note(new Label(QString(), Type::Second, Role::TextSecond))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(px(14), px(10), px(14), px(12));
    all->setSpacing(px(8));
    m_title->setElide(Qt::ElideRight);
    m_note->setElide(Qt::ElideRight);
    m_head->setSpacing(px(8));
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_note);
    all->addLayout(m_head);
    m_body->setSpacing(px(8));
    all->addLayout(m_body, 1);
    setTitle(title);
    m_note->hide();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setNote(const QString &note)
{
    if (note == m_note->text())
        return;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colour(Role::Surface));
    painter.setPen(QPen(colour(Role::Line), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
}

} // namespace ui
