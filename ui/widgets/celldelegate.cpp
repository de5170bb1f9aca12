// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), ui::rowHeight()};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const int prefix = index.data(softPrefixRole).toInt();
    if (prefix <= 0)
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    const QFontMetrics &metrics = cell.fontMetrics;
    const QString name = metrics.elidedText(text.sliced(prefix), Qt::ElideMiddle, room.width());
    const int nameWidth = metrics.horizontalAdvance(name);
    const QString where =
        metrics.elidedText(text.first(prefix), Qt::ElideMiddle, room.width() - nameWidth);
    const bool rightToLeft = cell.direction == Qt::RightToLeft;
    const auto draw = [&](const QString &words, const QColor &ink) {
        const int width = metrics.horizontalAdvance(words);
        painter->setPen(ink);
        painter->drawText(
            room, int(Qt::AlignVCenter) | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft), words);
        rightToLeft ? room.setRight(room.right() - width) : room.setLeft(room.left() + width);
    };
    painter->save();
    painter->setFont(cell.font);
    draw(where, colour(Role::TextSecond));
    draw(name, cell.palette.color(QPalette::Text));
    painter->restore();
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (m_middle.contains(index.column()))
        option->textElideMode = Qt::ElideMiddle;
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const bool cut = sizeHint(option, index).width() > option.rect.width();
    QToolTip::showText(event->globalPos(),
                       cut ? index.data().toString().toHtmlEscaped() : QString(), view);
    return true;
}

} // namespace ui
