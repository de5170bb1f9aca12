// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new Label)
{
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(px(20), px(6), px(12), px(6));
    m_text->setWordWrap(true);
    all->addWidget(m_text, 1);
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(icon(u"window-close"_s));
    close->setAccessibleName(tr("Dismiss the notice"));
    close->setToolTip(close->accessibleName());
    all->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::setNotices(const QStringList &sentences)
{
    m_text->setText(sentences.join(u'\n'));
    setVisible(!sentences.isEmpty());
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Raised));
    painter.fillRect(0, 0, px(3), height(), colour(Role::Low));
}

} // namespace ui
