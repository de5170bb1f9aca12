// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stylepaint.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace ui::paint {

namespace {

QRectF crisp(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

void rounded(QPainter *painter, const QRectF &rect, const QBrush &fill, const QPen &pen,
             double radius = 3)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(pen);
    painter->drawRoundedRect(rect, px(1) * radius, px(1) * radius);
    painter->restore();
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state & flag;
}

QColor framePen(const QStyleOption *option)
{
    return has(option, QStyle::State_HasFocus) ? colour(Role::Accent) : colour(Role::Line);
}

double penWidth()
{
    return currentTheme() == ThemeKind::Contrast ? 2.0 : 1.5;
}

} // namespace

bool isFilled(const QStyleOption *option)
{
    if (!has(option, QStyle::State_Enabled))
        return false;
    if (has(option, QStyle::State_On))
        return true;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

void button(QPainter *painter, const QStyleOption *option)
{
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken);
    if (push && push->features.testFlag(QStyleOptionButton::Flat) && !isFilled(option)) {
        if (hovered || down)
            rounded(painter, crisp(option->rect), colour(Role::Raised), Qt::NoPen);
        return;
    }
    if (isFilled(option)) {
        const QColor fill = colour(Role::Accent);
        rounded(painter, crisp(option->rect),
                down          ? fill.darker(115)
                    : hovered ? fill.lighter(108)
                              : fill,
                Qt::NoPen);
        return;
    }
    const QColor fill = down || hovered ? colour(Role::Raised) : colour(Role::Surface);
    rounded(painter, crisp(option->rect), fill, QPen(colour(Role::Line), 1));
}

void toolButton(QPainter *painter, const QStyleOption *option)
{
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_On))
        rounded(painter, crisp(option->rect), colour(Role::Raised), QPen(colour(Role::Accent), 1));
    else if (has(option, QStyle::State_Sunken) || hovered)
        rounded(painter, crisp(option->rect), colour(Role::Raised), Qt::NoPen);
}

void field(QPainter *painter, const QStyleOption *option, bool filled)
{
    const auto *framed = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (filled && framed && framed->lineWidth <= 0)
        return; // a line edit inside a combo or spin box: the box has drawn itself
    const bool focused = has(option, QStyle::State_HasFocus);
    rounded(painter, crisp(option->rect),
            filled ? QBrush(colour(Role::Raised)) : QBrush(Qt::NoBrush),
            QPen(framePen(option), focused ? penWidth() : 1));
}

void frame(QPainter *painter, const QStyleOption *option)
{
    const auto *framed = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (framed && framed->lineWidth <= 0)
        return;
    rounded(painter, crisp(option->rect), Qt::NoBrush, QPen(framePen(option), 1));
}

void focusRing(QPainter *painter, const QRect &rect)
{
    rounded(painter, QRectF(rect).adjusted(1, 1, -1, -1), Qt::NoBrush,
            QPen(colour(Role::Accent), penWidth()));
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const bool on = has(option, QStyle::State_On);
    const bool mixed = has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor fill =
        (on || mixed) ? colour(enabled ? Role::Accent : Role::Line) : colour(Role::Raised);
    const QRectF box = crisp(option->rect).adjusted(1, 1, -1, -1);
    rounded(painter, box, fill, QPen(on || mixed ? fill : colour(Role::TextSecond), 1));
    if (!on && !mixed)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(colour(Role::OnAccent), px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
    };
    if (mixed)
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
    else
        painter->drawPolyline(QPolygonF({at(0.22, 0.52), at(0.43, 0.72), at(0.78, 0.3)}));
    painter->restore();
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const bool on = has(option, QStyle::State_On);
    const QRectF circle = crisp(option->rect).adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour(on ? Role::Accent : Role::TextSecond), on ? penWidth() : 1));
    painter->setBrush(colour(Role::Raised));
    painter->drawEllipse(circle);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(Role::Accent));
        const double inset = circle.width() * 0.28;
        painter->drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

void itemBackground(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    if (item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(item->rect, item->backgroundBrush);
    const bool selected = has(option, QStyle::State_Selected);
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    const bool quietHover = !view || view->selectionMode() != QAbstractItemView::NoSelection;
    if (selected)
        painter->fillRect(item->rect, colour(Role::Raised));
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled)
             && quietHover) {
        QColor hover = colour(Role::Raised);
        hover.setAlphaF(0.5f);
        painter->fillRect(item->rect, hover);
    }
    const bool first = item->viewItemPosition == QStyleOptionViewItem::Beginning
        || item->viewItemPosition == QStyleOptionViewItem::OnlyOne;
    if (selected && first) {
        QRect bar = item->rect;
        bar.setWidth(px(3));
        if (item->direction == Qt::RightToLeft)
            bar.moveRight(item->rect.right());
        painter->fillRect(bar, colour(Role::Accent));
    }
}

void chevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, px(3) / 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    painter->rotate(direction == Qt::DownArrow       ? 0
                        : direction == Qt::UpArrow   ? 180
                        : direction == Qt::LeftArrow ? 90
                                                     : 270);
    const double half = px(7) / 2.0;
    painter->drawPolyline(QPolygonF({{-half, -half / 2}, {0, half / 2}, {half, -half / 2}}));
    painter->restore();
}

void headerArrow(QPainter *painter, const QStyleOption *option)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    const bool up = header->sortIndicator == QStyleOptionHeader::SortUp;
    chevron(painter, option->rect, up ? Qt::DownArrow : Qt::UpArrow, colour(Role::TextSecond));
}

void headerSection(QPainter *painter, const QStyleOption *option)
{
    painter->fillRect(option->rect, colour(Role::Surface));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      colour(Role::Line));
}

void branch(QPainter *painter, const QStyleOption *option)
{
    if (!has(option, QStyle::State_Children))
        return;
    const Qt::ArrowType closed =
        option->direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    chevron(painter, option->rect, has(option, QStyle::State_Open) ? Qt::DownArrow : closed,
            colour(Role::TextSecond));
}

void progress(QPainter *painter, const QStyleOption *option, bool contents)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    QRect line = option->rect;
    const int thickness = px(4);
    line.setTop(line.center().y() - thickness / 2);
    line.setHeight(thickness);
    if (contents) {
        const double range = qMax(1, bar->maximum - bar->minimum);
        const double part =
            bar->maximum == bar->minimum ? 1.0 : (bar->progress - bar->minimum) / range;
        const int width = qRound(line.width() * qBound(0.0, part, 1.0));
        if (option->direction == Qt::RightToLeft)
            line.setLeft(line.right() - width + 1);
        else
            line.setWidth(width);
    }
    rounded(painter, line, colour(contents ? Role::Accent : Role::Line), Qt::NoPen, 2);
}

void tab(QPainter *painter, const QStyleOption *option)
{
    const QRect bottom(option->rect.left(), option->rect.bottom(), option->rect.width(), 1);
    painter->fillRect(bottom, colour(Role::Line));
    if (has(option, QStyle::State_Selected))
        painter->fillRect(bottom.adjusted(px(4), -1, -px(4), 0), colour(Role::Accent));
    else if (has(option, QStyle::State_MouseOver))
        rounded(painter, QRectF(option->rect).adjusted(2, 4, -2, -4), colour(Role::Raised),
                Qt::NoPen);
}

} // namespace ui::paint
