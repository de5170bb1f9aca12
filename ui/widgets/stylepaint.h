// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
QT_END_NAMESPACE

/// The drawing of ConsoleStyle, one function a part.
namespace ui::paint {

/// True when the button is filled with the accent: default in its dialog, or checked.
bool isFilled(const QStyleOption *option);

void button(QPainter *painter, const QStyleOption *option);
void toolButton(QPainter *painter, const QStyleOption *option);
void field(QPainter *painter, const QStyleOption *option, bool filled);
void frame(QPainter *painter, const QStyleOption *option);
void focusRing(QPainter *painter, const QRect &rect);
void checkBox(QPainter *painter, const QStyleOption *option);
void radioButton(QPainter *painter, const QStyleOption *option);
void itemBackground(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void headerArrow(QPainter *painter, const QStyleOption *option);
void headerSection(QPainter *painter, const QStyleOption *option);
void branch(QPainter *painter, const QStyleOption *option);
void progress(QPainter *painter, const QStyleOption *option, bool contents);
void tab(QPainter *painter, const QStyleOption *option);
void menuItem(QPainter *painter, const QStyleOptionMenuItem &item, const QStyle *style,
              const QWidget *widget);
void menuBarItem(QPainter *painter, const QStyleOptionMenuItem &item, const QStyle *style,
                 const QWidget *widget);
void scrollBar(QPainter *painter, const QStyleOptionSlider &bar, const QRect &slider);
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part);
void comboBox(QPainter *painter, const QStyleOptionComboBox &box, const QRect &arrow);
void spinBox(QPainter *painter, const QStyleOptionSpinBox &box, const QRect &up, const QRect &down);
/// A small chevron in the middle of `rect`.
void chevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &ink);

} // namespace ui::paint
