// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headlinetile.h"

#include "ui/widgets/label.h"

#include <QBoxLayout>

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
    m_unit->setContentsMargins(0, 0, 0, px(6));
    m_row->addStretch(1);
    body()->addLayout(m_row);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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
    // A number never makes its tile narrower again: nothing jumps with the digits.
    m_figure->setMinimumWidth(qMax(m_figure->minimumWidth(), m_figure->sizeHint().width()));
    setAccessibleName(m_caption->text() + u": "_s + figure + u' ' + unit);
}

void HeadlineTile::setAside(QWidget *widget)
{
    m_row->addWidget(widget, 2, Qt::AlignVCenter);
}

} // namespace ui
