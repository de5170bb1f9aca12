// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include <QIcon>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QPolygonF regular(const QRectF &square, int corners, double turn)
{
    QPolygonF out;
    const QPointF centre = square.center();
    const double radius = square.width() / 2;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        out << centre + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return out;
}

void digit(QPainter *painter, const QRectF &square, const QString &text)
{
    QFont small = typeFont(Type::Second, true);
    small.setPixelSize(qMax(7, qRound(square.height() * 0.62)));
    painter->setFont(small);
    painter->setPen(colour(Role::Surface));
    painter->drawText(square, Qt::AlignCenter, text);
}

void shape(QPainter *painter, const QRectF &s, Mark mark, const QColor &ink)
{
    const double inset = s.width() * 0.16;
    const QRectF dot = s.adjusted(inset, inset, -inset, -inset);
    switch (mark) {
    case Mark::Well:
        painter->drawEllipse(dot);
        return;
    case Mark::Idle:
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(ink, 1.5));
        painter->drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75));
        return;
    case Mark::Busy: {
        QPainterPath half;
        half.moveTo(dot.center());
        half.arcTo(dot, 90, 180);
        painter->drawPath(half);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(ink, 1.5));
        painter->drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75));
        return;
    }
    case Mark::Stale:
        painter->setBrush(QBrush(ink, Qt::BDiagPattern));
        painter->setPen(QPen(ink, 1));
        painter->drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    case Mark::Critical:
        painter->drawPolygon(regular(s, 8, std::numbers::pi / 8));
        digit(painter, s, u"1"_s);
        return;
    case Mark::High:
        painter->drawPolygon(
            QPolygonF({{s.center().x(), s.top()}, s.bottomRight(), s.bottomLeft()}));
        digit(painter, s.adjusted(0, s.height() * 0.26, 0, 0).adjusted(1, 0, -1, 0), u"2"_s);
        return;
    case Mark::Medium:
        painter->drawPolygon(regular(s, 4, 0));
        digit(painter, s, u"3"_s);
        return;
    case Mark::Low:
        painter->drawEllipse(s);
        digit(painter, s, u"4"_s);
        return;
    case Mark::Good:
    case Mark::Failed:
        break;
    }
    const auto at = [&s](double x, double y) {
        return QPointF(s.x() + x * s.width(), s.y() + y * s.height());
    };
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (mark == Mark::Good) {
        painter->drawPolyline(QPolygonF({at(0.15, 0.55), at(0.4, 0.8), at(0.85, 0.25)}));
    } else {
        painter->drawLine(at(0.2, 0.2), at(0.8, 0.8));
        painter->drawLine(at(0.8, 0.2), at(0.2, 0.8));
    }
}

} // namespace

Role markRole(Mark mark)
{
    switch (mark) {
    case Mark::Critical:
    case Mark::Failed:
        return Role::Critical;
    case Mark::High:
        return Role::High;
    case Mark::Medium:
        return Role::Medium;
    case Mark::Low:
        return Role::Low;
    case Mark::Good:
        return Role::Good;
    default:
        return Role::TextSecond;
    }
}

void drawMark(QPainter *painter, const QRectF &square, Mark mark)
{
    const QColor ink = colour(markRole(mark));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    shape(painter, square, mark, ink);
    painter->restore();
}

QIcon markIcon(Mark mark, int size)
{
    QPixmap pixmap(QSize(size, size) * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawMark(&painter, QRectF(1, 1, size - 2, size - 2), mark);
    return QIcon(pixmap);
}

Badge::Badge(Mark mark, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_mark(mark)
    , m_text(text)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Badge::set(Mark mark, const QString &text)
{
    if (mark == m_mark && text == m_text)
        return;
    const bool resized = text != m_text;
    m_mark = mark;
    m_text = text;
    setAccessibleName(text);
    if (resized)
        updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(typeFont(Type::Base));
    return {px(12) + (m_text.isEmpty() ? 0 : px(9) + metrics.horizontalAdvance(m_text)),
            qMax(px(18), metrics.height())};
}

QSize Badge::minimumSizeHint() const
{
    return {px(12), sizeHint().height()};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = px(12);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double y = (height() - side) / 2.0;
    drawMark(&painter, QRectF(mirrored ? width() - side : 0, y, side, side), m_mark);
    painter.setFont(typeFont(Type::Base));
    const Role role = markRole(m_mark);
    painter.setPen(colour(role == Role::TextSecond ? Role::Text : role));
    const QRect room =
        mirrored ? rect().adjusted(0, 0, -side - px(6), 0) : rect().adjusted(side + px(6), 0, 0, 0);
    const QString shown = painter.fontMetrics().elidedText(m_text, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, shown); // the painter mirrors it
}

} // namespace ui
