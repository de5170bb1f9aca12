// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inference/confidencechart.h"

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

ConfidenceChart::ConfidenceChart(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Confidence over time"));
}

QRect ConfidenceChart::plot() const
{
    return rect().adjusted(px(44), 8, -px(4), -24);
}

int ConfidenceChart::columns() const
{
    return std::max(1, plot().width());
}

void ConfidenceChart::setColumns(std::vector<telemetry::Column> columns, base::TimeNs start,
                                 base::TimeNs end)
{
    m_columns = std::move(columns);
    m_start = start;
    m_end = end;
    double lowest = m_limit - 0.05;
    for (const telemetry::Column &column : m_columns)
        if (column.count > 0)
            lowest = std::min(lowest, column.min);
    const double low = std::clamp(std::floor(lowest * 10) / 10, 0.0, 0.9);
    if (low != m_low) {
        m_low = low;
        Q_EMIT rangeChanged(low);
    }
    update();
}

void ConfidenceChart::setLimit(double limit)
{
    m_limit = limit;
}

double ConfidenceChart::yOf(double confidence) const
{
    const QRect area = plot();
    return area.bottom() - (confidence - m_low) / (1 - m_low) * area.height();
}

void ConfidenceChart::paintGrid(QPainter &painter) const
{
    const QRect area = plot();
    painter.setFont(typeFont(Type::Second));
    const double step = m_low >= 0.7 ? 0.05 : m_low >= 0.4 ? 0.1 : 0.2;
    for (double value = 1; value > m_low - 0.001; value -= step) {
        const double y = std::round(yOf(value)) + 0.5;
        painter.setPen(QPen(colour(Role::Line), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colour(Role::TextSecond));
        painter.drawText(QRectF(0, y - 8, area.left() - px(8), 16),
                         Qt::AlignRight | Qt::AlignVCenter, format::percent(value));
    }
    constexpr int labels = 4;
    for (int i = 0; i <= labels; ++i) {
        const base::TimeNs time = m_start + (m_end - m_start) / labels * i;
        const QString text =
            QDateTime::fromMSecsSinceEpoch(time / base::nsPerMs).toString(u"HH:mm"_s);
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(area.left() + (area.width() - width) * i / labels, area.bottom() + 18,
                         text);
    }
}

void ConfidenceChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGrid(painter);
    const QRect area = plot();
    const double limitY = yOf(m_limit);
    QColor shade = colour(Role::High);
    shade.setAlphaF(0.28f);
    QPainterPath line;
    double before = -1;
    double lastX = -1;
    const double step = m_columns.empty()
        ? 1
        : static_cast<double>(area.width()) / static_cast<double>(m_columns.size());
    // A gap longer than this is shown as one; answers come some seconds apart.
    const double gap = std::max(30.0, area.width() / 20.0);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const telemetry::Column &column = m_columns[i];
        if (column.count == 0)
            continue;
        const double x = area.left() + step * (static_cast<double>(i) + 0.5);
        const bool joined = lastX >= 0 && x - lastX < gap;
        if (column.min < m_limit || (joined && before < m_limit)) {
            const double from = joined ? lastX : x - step / 2;
            const double bottom = yOf(joined ? std::min(column.min, before) : column.min);
            painter.fillRect(
                QRectF(from, limitY, std::max(1.0, x - from), std::max(0.0, bottom - limitY)),
                shade);
        }
        joined ? line.lineTo(x, yOf(column.first)) : line.moveTo(x, yOf(column.first));
        line.lineTo(x, yOf(column.min));
        line.lineTo(x, yOf(column.max));
        line.lineTo(x, yOf(column.last));
        before = column.last;
        lastX = x;
    }
    painter.setPen(QPen(colour(Role::High), 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), limitY), QPointF(area.right(), limitY));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(dataColour(0), 1.5, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.drawPath(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintCursor(painter);
}

void ConfidenceChart::paintCursor(QPainter &painter) const
{
    const QRect area = plot();
    if (m_columns.empty() || m_cursor < area.left() || m_cursor > area.right())
        return;
    const auto count = static_cast<int>(m_columns.size());
    int at = std::clamp((m_cursor - area.left()) * count / std::max(1, area.width()), 0, count - 1);
    for (int reach = 0; reach < 40; ++reach) {
        if (at - reach >= 0 && m_columns[static_cast<std::size_t>(at - reach)].count > 0) {
            at -= reach;
            break;
        }
    }
    const telemetry::Column &column = m_columns[static_cast<std::size_t>(at)];
    if (column.count == 0)
        return;
    const base::TimeNs time = m_start + (m_end - m_start) / count * at;
    QString text = tr("%1  %2").arg(format::clock(time), format::percent(column.last, 1));
    if (column.count > 1)
        text +=
            tr(", %1 to %2").arg(format::percent(column.min, 1), format::percent(column.max, 1));
    const int width = painter.fontMetrics().horizontalAdvance(text) + px(12);
    QRect chip(m_cursor + px(6), area.top(), width, px(20));
    if (chip.right() > area.right())
        chip.moveRight(m_cursor - px(6));
    painter.setPen(QPen(colour(Role::Accent), 1));
    painter.drawLine(m_cursor, area.top(), m_cursor, area.bottom());
    painter.setPen(QPen(colour(Role::Line), 1));
    painter.setBrush(colour(Role::Raised));
    painter.drawRect(chip);
    painter.setPen(colour(Role::Text));
    painter.drawText(chip, Qt::AlignCenter, text);
}

void ConfidenceChart::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->pos().x();
    update();
}

void ConfidenceChart::leaveEvent(QEvent *)
{
    m_cursor = -1;
    update();
}

} // namespace ui
