// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageheader.h"

#include "ui/shell/actionbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(QString(), Type::Page, Role::Text, true))
    , m_answer(new Label(QString(), Type::Base, Role::TextSecond))
    , m_actions(new QHBoxLayout)
{
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(px(20), px(14), px(20), px(10));
    all->setSpacing(px(16));
    auto *words = new QVBoxLayout;
    words->setSpacing(px(2));
    m_title->setElide(Qt::ElideRight);
    m_answer->setElide(Qt::ElideRight);
    m_title->setObjectName(u"pageTitle"_s);
    m_answer->setObjectName(u"pageAnswer"_s);
    words->addWidget(m_title);
    words->addWidget(m_answer);
    all->addLayout(words, 1);
    m_actions->setSpacing(px(8));
    all->addLayout(m_actions);
    all->setAlignment(m_actions, Qt::AlignBottom);
}

void PageHeader::setTitle(const QString &title)
{
    if (title != m_title->text())
        m_title->setText(title);
}

void PageHeader::setAnswer(const QString &answer)
{
    if (answer == m_answer->text())
        return;
    m_answer->setText(answer);
    m_answer->setAccessibleName(answer);
}

void PageHeader::setActions(const QList<QAction *> &actions)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    delete m_more;
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        auto *button = new ActionButton(action, this);
        m_actions->addWidget(button);
        m_buttons.append(button);
    }
    auto *more = new QToolButton(this);
    more->setObjectName(u"moreActions"_s);
    more->setIcon(icon(u"overflow-menu"_s));
    more->setAccessibleName(tr("More actions"));
    more->setToolTip(tr("More actions"));
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    menu->addActions(actions);
    more->setMenu(menu);
    m_actions->addWidget(more);
    m_more = more;
    fit();
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PageHeader::fit()
{
    // Buttons that do not fit into 60 % of the width move into the "more" menu, from the right.
    int room = width() * 6 / 10;
    bool all = true;
    for (QWidget *button : m_buttons) {
        const int needed = button->sizeHint().width() + px(8);
        const bool fits = all && needed <= room;
        all = all && fits;
        room -= needed;
        button->setVisible(fits && static_cast<ActionButton *>(button)->isWanted());
    }
    if (m_more)
        m_more->setVisible(!all);
}

} // namespace ui
