// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timechart/plotitem.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timechart/linepaint.h"
#include "ui/widgets/timechart/signalcolours.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

using telemetry::Column;

bool ChartLine::broken(int from, int to, const std::vector<store::EventRecord> &events) const
{
    const TimeNs width = data->width();
    const TimeNs silence = (to - from - 1) * width;
    const TimeNs typical = data->typicalInterval();
    if (typical > 0 && silence > std::max(5 * typical, 2 * width))
        return true;
    if (to - from < 2)
        return false;
    const TimeNs start = (data->firstColumn() + from) * width;
    const TimeNs end = (data->firstColumn() + to + 1) * width;
    return std::any_of(events.begin(), events.end(), [&](const store::EventRecord &event) {
        return event.kind == store::EventRecord::Kind::Disconnected && event.source == sourceKey
            && event.time >= start && event.time < end;
    });
}

QString ChartLine::text(double number, bool withUnit) const
{
    if (role == telemetry::SignalRole::Confidence)
        return format::percent(number, 1);
    return withUnit ? format::value(number, unit) : format::number(number);
}

PlotItem::PlotItem(const std::vector<ChartLine> &lines, const TimeView &view,
                   const telemetry::TextTable *texts, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_lines(lines)
    , m_view(view)
    , m_texts(texts)
{
    setZValue(10);
}

void PlotItem::setSize(const QSizeF &size)
{
    if (size == m_size)
        return;
    prepareGeometryChange();
    m_size = size;
    dataChanged();
}

void PlotItem::dataChanged()
{
    m_dirty = true;
    update();
}

void PlotItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_state.plot.width() < 2 || m_state.plot.height() < 2)
        return;
    paintGrid(*painter);
    paintShade(*painter);
    paintHatch(*painter);
    paintLines(*painter);
    paintThreshold(*painter);
    paintBands(*painter);
    paintAxis(*painter);
    paintEvents(*painter);
    paintMarks(*painter);
    paintCursor(*painter);
    paintNotice(*painter);
}

void PlotItem::paintGrid(QPainter &painter) const
{
    if (!m_state.hasValues)
        return;
    QColor grid = colour(Role::Line);
    if (currentTheme() == ThemeKind::Contrast)
        grid.setAlphaF(0.35f); // white lines would drown the data
    painter.setFont(typeFont(Type::Second));
    const double half = QFontMetricsF(painter.font()).capHeight() / 2;
    for (const ValueTick &tick : m_state.ticks) {
        const double y = std::round(m_state.y(tick.value));
        painter.fillRect(QRectF(m_state.plot.left(), y, m_state.plot.width(), 1), grid);
        painter.setPen(colour(Role::TextSecond));
        painter.drawText(
            QRectF(0, y - half - px(6), m_state.plot.left() - px(8), 2 * half + px(12)),
            Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, tick.label);
    }
}

template <class Paint>
void PlotItem::eachRun(const ChartLine &line, const std::function<bool(const Column &)> &wanted,
                       const Paint &paint) const
{
    const auto columns = line.data->columns();
    const int count = std::min(static_cast<int>(columns.size()), m_state.columns);
    int from = -1;
    int last = -1;
    for (int i = 0; i < count; ++i) {
        const Column &column = columns[static_cast<std::size_t>(i)];
        if (column.count == 0)
            continue;
        const bool here = wanted(column);
        const bool goesOn = from >= 0 && !line.broken(last, i, m_view.events());
        if (from >= 0 && (!here || !goesOn)) {
            paint(from, here || !goesOn ? last + 1 : i);
            from = -1;
        }
        if (here && from < 0)
            from = i;
        last = i;
    }
    if (from >= 0)
        paint(from, last + 1);
}

void PlotItem::paintShade(QPainter &painter) const
{
    if (!m_state.threshold || !m_state.shadeBelow)
        return;
    QColor tint = colour(m_state.percent ? Role::High : Role::Critical);
    tint.setAlphaF(0.22f);
    const double limit =
        std::clamp(m_state.y(*m_state.threshold), m_state.plot.top(), m_state.plot.bottom());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    for (const ChartLine &line : m_lines) {
        if (line.isBand())
            continue;
        const auto columns = line.data->columns();
        eachRun(
            line, [this](const Column &c) { return c.min < *m_state.threshold; },
            [&](int from, int to) {
                // what lies between the limit and the lowest values
                QPolygonF area({{columnX(from), limit}});
                for (int i = from; i < to; ++i) {
                    const Column &c = columns[static_cast<std::size_t>(i)];
                    if (c.count > 0)
                        area << QPointF(columnX(i),
                                        std::min(m_state.y(c.min), m_state.plot.bottom()));
                }
                area << QPointF(columnX(to), area.last().y()) << QPointF(columnX(to), limit);
                painter.drawPolygon(area);
            });
    }
    painter.setBrush(Qt::NoBrush);
}

void PlotItem::paintHatch(QPainter &painter) const
{
    QColor ink = colour(Role::TextSecond);
    ink.setAlphaF(0.35f);
    const auto doubtful = [](const Column &column) {
        return qualityRank(static_cast<telemetry::Quality>(column.worst))
            >= qualityRank(telemetry::Quality::Suspect);
    };
    for (const ChartLine &line : m_lines) {
        const auto columns = line.data->columns();
        if (std::none_of(columns.begin(), columns.end(),
                         [&](const Column &c) { return c.count > 0 && doubtful(c); }))
            continue;
        eachRun(line, doubtful, [&](int from, int to) {
            painter.fillRect(
                QRectF(QPointF(columnX(from), m_state.plot.top()),
                       QPointF(std::max(columnX(to), columnX(from) + 2), m_state.plot.bottom())),
                QBrush(ink, Qt::BDiagPattern));
        });
    }
}

void PlotItem::paintLines(QPainter &painter)
{
    const auto styleOf = [&](const ChartLine &line) {
        LineStyle style;
        style.top = m_state.range.high;
        style.bottom = m_state.range.low;
        style.thickness = 1.5 * m_state.ratio;
        style.colour = signalColour(line.signal).rgb();
        style.dashed = line.dashed;
        style.firstColumn = m_state.firstColumn;
        style.broken = [&line, this](int from, int to) {
            return to - from > 1 && line.broken(from, to, m_view.events());
        };
        return style;
    };
    const QSize size(m_state.columns,
                     static_cast<int>(std::lround(m_state.plot.height() * m_state.ratio)));
    if (m_vector) {
        painter.save();
        painter.setClipRect(m_state.plot);
        painter.translate(m_state.plot.topLeft());
        painter.scale(1 / m_state.ratio, 1 / m_state.ratio);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const ChartLine &line : m_lines) {
            if (line.isBand())
                continue;
            const LineStyle style = styleOf(line);
            QPen pen(QColor(style.colour), style.thickness);
            pen.setStyle(line.dashed ? Qt::DashLine : Qt::SolidLine);
            pen.setJoinStyle(Qt::BevelJoin);
            painter.strokePath(linePath(size.height(), line.data->columns(), style), pen);
        }
        painter.restore();
        return;
    }
    if (m_dirty || m_image.size() != size) {
        if (m_image.size() != size)
            m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(0);
        for (const ChartLine &line : m_lines) {
            if (!line.isBand())
                paintLine(m_image, line.data->columns(), styleOf(line));
        }
        m_image.setDevicePixelRatio(m_state.ratio);
        m_dirty = false;
    }
    painter.drawImage(m_state.plot.topLeft(), m_image);
}

void PlotItem::paintThreshold(QPainter &painter) const
{
    if (!m_state.threshold || *m_state.threshold < m_state.range.low
        || *m_state.threshold > m_state.range.high)
        return;
    QPen pen(colour(Role::High), 1, Qt::CustomDashLine);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    const double y = std::round(m_state.y(*m_state.threshold)) + 0.5;
    painter.drawLine(QPointF(m_state.plot.left(), y), QPointF(m_state.plot.right(), y));
}

QString PlotItem::bandText(const ChartLine &line, double code) const
{
    if (line.type == telemetry::ValueType::Bool)
        return code != 0 ? QCoreApplication::translate("TimeChart", "on")
                         : QCoreApplication::translate("TimeChart", "off");
    return m_texts ? QString::fromStdString(m_texts->text(static_cast<telemetry::TextCode>(code)))
                   : QString();
}

void PlotItem::paintBands(QPainter &painter) const
{
    int lane = 0;
    for (const ChartLine &line : m_lines) {
        if (!line.isBand())
            continue;
        const double height = px(18);
        const QRectF rect(m_state.lanes.left(), m_state.lanes.top() + lane * height,
                          m_state.lanes.width(), height - 2);
        if (rect.bottom() <= m_state.lanes.bottom() + 1)
            paintBand(painter, line, rect);
        ++lane;
    }
}

} // namespace ui
