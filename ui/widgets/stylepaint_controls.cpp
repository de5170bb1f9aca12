// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stylepaint.h"

#include "ui/widgets/theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>

namespace ui::paint {

namespace {

void box(QPainter *painter, const QStyleOption &option, const QColor &fill)
{
    const bool focused = option.state & QStyle::State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(QPen(colour(focused ? Role::Accent : Role::Line), focused ? 1.5 : 1));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
    painter->restore();
}

QColor inkOf(const QStyleOption &option)
{
    return option.palette.color(option.state & QStyle::State_Enabled ? QPalette::Active
                                                                     : QPalette::Disabled,
                                QPalette::Text);
}

void menuSeparator(QPainter *painter, const QRect &rect)
{
    painter->fillRect(QRect(rect.left() + px(8), rect.center().y(), rect.width() - 2 * px(8), 1),
                      colour(Role::Line));
}

void menuMark(QPainter *painter, const QStyleOptionMenuItem &item, const QRect &rect,
              const QStyle *style, const QWidget *widget)
{
    if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
        QStyleOptionButton mark;
        mark.rect = rect;
        mark.state = item.state & QStyle::State_Enabled;
        mark.state |= item.checked ? QStyle::State_On : QStyle::State_Off;
        const bool exclusive = item.checkType == QStyleOptionMenuItem::Exclusive;
        style->drawPrimitive(exclusive ? QStyle::PE_IndicatorRadioButton
                                       : QStyle::PE_IndicatorCheckBox,
                             &mark, painter, widget);
    } else if (!item.icon.isNull()) {
        item.icon.paint(painter, rect, Qt::AlignCenter,
                        item.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
    }
}

} // namespace

void menuItem(QPainter *painter, const QStyleOptionMenuItem &item, const QStyle *style,
              const QWidget *widget)
{
    painter->fillRect(item.rect, colour(Role::Surface));
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        menuSeparator(painter, item.rect);
        return;
    }
    if (item.state & QStyle::State_Selected && item.state & QStyle::State_Enabled)
        painter->fillRect(item.rect.adjusted(px(4), 0, -px(4), 0), colour(Role::Raised));
    const QRect inner = item.rect.adjusted(px(12), 0, -px(12), 0);
    const auto visual = [&item, &inner](const QRect &rect) {
        return QStyle::visualRect(item.direction, inner, rect);
    };
    menuMark(painter, item, visual(QRect(inner.left(), inner.center().y() - px(8), px(16), px(16))),
             style, widget);
    const QRect textRect = visual(inner.adjusted(px(26), 0, -px(18), 0));
    const auto parts = item.text.split(QLatin1Char('\t'));
    painter->save();
    painter->setFont(item.font);
    painter->setPen(inkOf(item));
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    painter->drawText(textRect, flags | int(QStyle::visualAlignment(item.direction, Qt::AlignLeft)),
                      parts.value(0));
    painter->setPen(colour(Role::TextSecond));
    painter->drawText(textRect,
                      flags | int(QStyle::visualAlignment(item.direction, Qt::AlignRight)),
                      parts.value(1));
    painter->restore();
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const bool mirrored = item.direction == Qt::RightToLeft;
        chevron(painter, visual(QRect(inner.right() - px(12), inner.top(), px(12), inner.height())),
                mirrored ? Qt::LeftArrow : Qt::RightArrow, colour(Role::TextSecond));
    }
}

void menuBarItem(QPainter *painter, const QStyleOptionMenuItem &item, const QStyle *style,
                 const QWidget *widget)
{
    painter->fillRect(item.rect, colour(Role::Surface));
    const bool active = item.state & (QStyle::State_Selected | QStyle::State_Sunken);
    if (active)
        painter->fillRect(item.rect, colour(Role::Raised));
    style->drawItemText(
        painter, item.rect,
        Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine,
        item.palette, item.state & QStyle::State_Enabled, item.text, QPalette::Text);
    Q_UNUSED(widget)
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &bar, const QRect &slider)
{
    if (bar.maximum <= bar.minimum)
        return;
    const bool active = bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QColor ink = colour(Role::TextSecond);
    ink.setAlphaF(currentTheme() == ThemeKind::Contrast ? 1.0f : active ? 0.8f : 0.4f);
    const double inset = active ? px(2) : px(3);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    QRectF thumb = slider;
    thumb = bar.orientation == Qt::Vertical ? thumb.adjusted(inset, 1, -inset, -1)
                                            : thumb.adjusted(1, inset, -1, -inset);
    const double radius = qMin(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, radius, radius);
    painter->restore();
}

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool vertical = bar.orientation == Qt::Vertical;
    const int length = vertical ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int slider = range > 0
        ? int(qMax<qint64>(qMin(px(28), length),
                           qint64(bar.pageStep) * length / (range + bar.pageStep)))
        : length;
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto rect = [&](int from, int size) {
        const QRect r = vertical ? QRect(0, from, bar.rect.width(), size)
                                 : QRect(from, 0, size, bar.rect.height());
        return QStyle::visualRect(bar.direction, bar.rect, r.translated(bar.rect.topLeft()));
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return rect(start, slider);
    case QStyle::SC_ScrollBarSubPage:
        return rect(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return rect(start + slider, length - start - slider);
    default:
        return {}; // no step buttons
    }
}

void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QRect &arrow)
{
    if (option.frame) {
        const bool raised =
            option.editable || option.state & (QStyle::State_MouseOver | QStyle::State_On);
        box(painter, option, colour(raised ? Role::Raised : Role::Surface));
    }
    chevron(painter, arrow, Qt::DownArrow,
            option.state & QStyle::State_Enabled ? colour(Role::TextSecond) : inkOf(option));
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up,
             const QRect &down)
{
    if (option.frame)
        box(painter, option, colour(Role::Raised));
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto ink = [&option](QAbstractSpinBox::StepEnabledFlag step) {
        return option.stepEnabled.testFlag(step) ? colour(Role::TextSecond) : colour(Role::Line);
    };
    chevron(painter, up, Qt::UpArrow, ink(QAbstractSpinBox::StepUpEnabled));
    chevron(painter, down, Qt::DownArrow, ink(QAbstractSpinBox::StepDownEnabled));
}

} // namespace ui::paint
