// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/ratechart.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// The next round number that is not below `value` and has round thirds.
double roundUp(double value)
{
    if (!(value > 0))
        return 1;
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.2, 1.5, 1.8, 2.4, 3.0, 4.5, 6.0, 9.0})
        if (step * decade >= value)
            return step * decade;
    return 12 * decade;
}

} // namespace

RateChart::RateChart(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Messages per second"));
}

void RateChart::setRates(std::vector<ingest::RatePoint> rates, base::TimeNs now)
{
    const bool same =
        !rates.empty() && !m_rates.empty() && rates.back().time == m_rates.back().time;
    m_rates = std::move(rates);
    if (same)
        return;
    m_end = m_rates.empty() ? now : m_rates.back().time;
    const base::TimeNs length = m_rates.empty() ? 0 : m_end - m_rates.front().time;
    m_span = 2 * base::nsPerMinute;
    for (const int minutes : {5, 10, 30, 60}) {
        if (length > m_span)
            m_span = minutes * base::nsPerMinute;
    }
    if (!m_rates.empty())
        setAccessibleDescription(format::rate(static_cast<double>(m_rates.back().messages)));
    update();
}

QRectF RateChart::plot() const
{
    return QRectF(rect()).adjusted(px(46), px(8), -px(6), -px(20));
}

double RateChart::xOf(base::TimeNs time) const
{
    const QRectF area = plot();
    return area.right()
        - static_cast<double>(m_end - time) / static_cast<double>(m_span) * area.width();
}

void RateChart::paintGrid(QPainter &painter, double top) const
{
    const QRectF area = plot();
    painter.setFont(typeFont(Type::Second));
    constexpr int lines = 3;
    for (int i = 0; i <= lines; ++i) {
        const double y = std::round(area.bottom() - area.height() * i / lines) + 0.5;
        painter.setPen(QPen(colour(Role::Line), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colour(Role::TextSecond));
        painter.drawText(QRectF(0, y - px(8), area.left() - px(8), px(16)),
                         Qt::AlignRight | Qt::AlignVCenter, format::si(top * i / lines));
    }
    const int labels = area.width() > px(360) ? 5 : 2;
    for (int i = 0; i <= labels; ++i) {
        const base::TimeNs time = m_end - m_span + m_span / labels * i;
        const QString text =
            QDateTime::fromMSecsSinceEpoch(time / base::nsPerMs)
                .toString(m_span < 10 * base::nsPerMinute ? u"HH:mm:ss"_s : u"HH:mm"_s);
        const double width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(
            QPointF(area.left() + (area.width() - width) * i / labels, area.bottom() + px(16)),
            text);
    }
}

void RateChart::paintLine(QPainter &painter, double top) const
{
    const QRectF area = plot();
    QPainterPath path;
    int column = INT_MIN;
    double low = 0;
    double high = 0;
    const auto yOf = [&](double value) { return area.bottom() - value / top * area.height(); };
    const auto flush = [&] {
        if (column == INT_MIN)
            return;
        const double x = column + 0.5;
        path.elementCount() == 0 ? path.moveTo(x, yOf(low)) : path.lineTo(x, yOf(low));
        if (high > low)
            path.lineTo(x, yOf(high));
    };
    for (const ingest::RatePoint &point : m_rates) {
        const double x = xOf(point.time);
        if (x < area.left())
            continue;
        const auto value = static_cast<double>(point.messages);
        if (static_cast<int>(x) != column) {
            flush();
            column = static_cast<int>(x);
            low = high = value;
        }
        low = std::min(low, value);
        high = std::max(high, value);
        if (point.lost > 0)
            painter.fillRect(QRectF(x - 1, area.bottom() - px(12), 2, px(12)),
                             colour(Role::Critical));
    }
    flush();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(dataColour(0), 1.5));
    painter.drawPath(path);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colour(Role::TextSecond), 1));
    painter.drawLine(area.topRight(), area.bottomRight());
}

void RateChart::paintCursor(QPainter &painter, double top) const
{
    const QRectF area = plot();
    if (m_cursor < area.left() || m_cursor > area.right() || m_rates.empty())
        return;
    const auto time = m_end
        - static_cast<base::TimeNs>((area.right() - m_cursor) / area.width()
                                    * static_cast<double>(m_span));
    const auto it =
        std::min_element(m_rates.begin(), m_rates.end(), [time](const auto &a, const auto &b) {
            return std::abs(a.time - time) < std::abs(b.time - time);
        });
    const double x = xOf(it->time);
    if (x < area.left())
        return;
    const double y = area.bottom() - static_cast<double>(it->messages) / top * area.height();
    painter.setPen(QPen(colour(Role::Accent), 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setBrush(colour(Role::Accent));
    painter.drawEllipse(QPointF(x, y), 3, 3);
    QString text =
        tr("%1  %2").arg(format::clock(it->time), format::rate(static_cast<double>(it->messages)));
    if (it->lost > 0)
        text += tr(", %1 lost").arg(format::number(static_cast<double>(it->lost)));
    const double width = painter.fontMetrics().horizontalAdvance(text) + px(12);
    QRectF chip(x + px(6), area.top(), width, px(20));
    if (chip.right() > area.right())
        chip.moveRight(x - px(6));
    painter.setPen(QPen(colour(Role::Line), 1));
    painter.setBrush(colour(Role::Raised));
    painter.drawRect(chip);
    painter.setPen(colour(Role::Text));
    painter.drawText(chip, Qt::AlignCenter, text);
}

void RateChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    double most = 0;
    for (const ingest::RatePoint &point : m_rates)
        if (point.time >= m_end - m_span)
            most = std::max(most, static_cast<double>(point.messages));
    const double top = roundUp(most * 1.05);
    paintGrid(painter, top);
    paintLine(painter, top);
    paintCursor(painter, top);
}

void RateChart::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->pos().x();
    update();
}

void RateChart::leaveEvent(QEvent *)
{
    m_cursor = -1;
    update();
}

} // namespace ui
