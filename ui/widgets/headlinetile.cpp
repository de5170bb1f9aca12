// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headlinetile.h"

#include "ui/widgets/label.h"

#include <QBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

HeadlineTile::HeadlineTile(const QString &caption, QWidget *parent)
    : Card(QString(), parent)
    , m_caption(new Label(caption, Type::Second, Role::TextSecond))
    , m_figure(new Label(u"–"_s, Type::Headline, Role::Text, true))
    , m_unit(new Label(QString(), Type::Base, Role::TextSecond))
    , m_row(new QHBoxLayout)
{
    body()->setSpacing(0);
    m_caption->setElide(Qt::ElideRight);
    body()->addWidget(m_caption);
    m_row->setSpacing(px(6));
    m_row->addWidget(m_figure, 0, Qt::AlignBottom);
    m_row->addWidget(m_unit, 0, Qt::AlignBottom);
    m_unit->setElide(Qt::ElideRight); // words give way, figures do not
    m_unit->setContentsMargins(0, 0, 0, px(6));
    m_row->addStretch(1);
    body()->addLayout(m_row);
    // Tiles of a row are equally wide, whatever they say.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(caption);
}

void HeadlineTile::setCaption(const QString &caption)
{
    m_caption->setText(caption);
}

void HeadlineTile::setFigure(const QString &figure, const QString &unit, Role role)
{
    if (figure != m_figure->text())
        m_figure->setText(figure);
    if (unit != m_unit->text())
        m_unit->setText(unit);
    m_figure->setRole(role);
    setAccessibleName(m_caption->text() + u": "_s + figure + u' ' + unit);
    fitAside();
}

void HeadlineTile::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitAside();
}

void HeadlineTile::fitAside()
{
    if (!m_aside)
        return;
    const QMargins margins = contentsMargins() + layout()->contentsMargins();
    const int words = m_figure->sizeHint().width() + m_unit->sizeHint().width();
    const int room = width() - margins.left() - margins.right() - words - 3 * m_row->spacing();
    m_aside->setVisible(room >= px(44));
    m_aside->setFixedWidth(std::clamp(room, px(44), px(72)));
}

void HeadlineTile::setAside(QWidget *widget)
{
    m_aside = widget;
    m_row->addWidget(widget, 0, Qt::AlignBottom);
    fitAside();
}

} // namespace ui
