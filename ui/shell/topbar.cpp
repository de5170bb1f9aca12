// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/shell/scopebutton.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Looks like a search field, opens the palette; typing into it starts the search at once.
class SearchBox final : public QAbstractButton
{
public:
    explicit SearchBox(QWidget *parent)
        : QAbstractButton(parent)
    {
        setObjectName(u"searchBox"_s);
        retranslate();
        setCursor(Qt::IBeamCursor);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMaximumWidth(px(420));
    }
    QSize sizeHint() const override { return {px(420), px(28)}; }
    QSize minimumSizeHint() const override { return {px(120), px(28)}; }

protected:
    void changeEvent(QEvent *event) override
    {
        QAbstractButton::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            retranslate();
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(colour(Role::Raised));
        painter.setPen(QPen(colour(underMouse() || hasFocus() ? Role::Accent : Role::Line), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
        painter.setPen(colour(Role::TextSecond));
        painter.setFont(typeFont(Type::Base));
        const QRect room = rect().adjusted(px(10), 0, -px(10), 0);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         text()); // the painter mirrors them
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, u"Ctrl+K"_s);
    }

private:
    void retranslate()
    {
        setText(TopBar::tr("Search or do…"));
        setAccessibleName(TopBar::tr("Search for pages, devices, signals and actions"));
        setToolTip(TopBar::tr("%1 (Ctrl+K)").arg(accessibleName()));
    }
};

} // namespace

TopBar::TopBar(const Console &console, WindowActions *actions, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"topBar"_s);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(px(12), px(7), px(12), px(8));
    all->setSpacing(px(8));
    auto *menu = new QToolButton;
    menu->setObjectName(u"menuButton"_s);
    menu->setIcon(icon(u"application-menu"_s));
    menu->setAccessibleName(tr("Menu"));
    menu->setToolTip(tr("Menu (F10)"));
    menu->setAutoRaise(true);
    menu->setPopupMode(QToolButton::InstantPopup);
    menu->setMenu(actions->menu());
    menu->setFocusPolicy(Qt::TabFocus);
    connect(actions, &WindowActions::menuWanted, menu, &QToolButton::showMenu);
    all->addWidget(menu);
    all->addWidget(new ScopeButton(console));
    auto *search = new SearchBox(this);
    all->addWidget(search, 1);
    connect(search, &QAbstractButton::clicked, this, [this] { Q_EMIT searchWanted(QString()); });
    all->addStretch(1);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface));
    painter.fillRect(0, height() - 1, width(), 1, colour(Role::Line));
}

} // namespace ui
