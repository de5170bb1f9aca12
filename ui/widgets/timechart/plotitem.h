// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timechart/chartaxes.h"
#include "ui/widgets/timechart/signalcolumns.h"
#include "ui/widgets/timechart/timeview.h"

#include <QColor>
#include <QGraphicsItem>
#include <QImage>

#include <optional>

namespace ui {

/// One signal of a chart.
struct ChartLine
{
    SignalId signal = telemetry::noId;
    std::unique_ptr<SignalColumns> data;
    QString device; ///< made visible, as all names here
    QString name;
    QString unit;
    telemetry::SourceId source = 0;
    QString sourceKey;
    QString deviceName; ///< as events name it
    telemetry::ValueType type = telemetry::ValueType::Double;
    telemetry::SignalRole role = telemetry::SignalRole::Measurement;
    bool dashed = false; ///< another line of the chart has its colour
    QString value; ///< newest, formatted
    bool stale = false;

    bool isBand() const
    {
        return type == telemetry::ValueType::Text || type == telemetry::ValueType::Bool;
    }
    /// A share of 1 is shown in percent, anything else with its unit.
    QString text(double number, bool withUnit = true) const;
    bool broken(int from, int to, const std::vector<store::EventRecord> &events) const;
};

/// What the plot shows besides its lines.
struct PlotState
{
    std::int64_t firstColumn = 0;
    int columns = 1; ///< device pixels
    TimeNs width = 1; ///< ns per column
    double ratio = 1; ///< device pixels per logical pixel
    QRectF plot; ///< lines; logical pixels in the item
    QRectF lanes; ///< state bands, below the lines
    ValueRange range;
    std::vector<ValueTick> ticks; ///< of the range
    bool percent = false; ///< values are shares of 1
    bool hasValues = false; ///< something to measure on the y axis
    std::optional<double> threshold;
    bool shadeBelow = false;
    QString notice; ///< "loading history", or why there is nothing

    TimeNs start() const { return firstColumn * width; }
    TimeNs end() const { return (firstColumn + columns) * width; }
    double x(TimeNs time) const
    {
        return plot.left()
            + static_cast<double>(time - start()) / static_cast<double>(width) / ratio;
    }
    TimeNs time(double x) const
    {
        return start()
            + static_cast<TimeNs>((x - plot.left()) * ratio * static_cast<double>(width));
    }
    double y(double value) const
    {
        return plot.bottom() - (value - range.low) / (range.high - range.low) * plot.height();
    }
    double value(double y) const
    {
        return range.low + (plot.bottom() - y) / plot.height() * (range.high - range.low);
    }
};

/// The one item that draws all lines, bands, marks and the time axis of a chart.
class PlotItem final : public QGraphicsItem
{
public:
    PlotItem(const std::vector<ChartLine> &lines, const TimeView &view,
             const telemetry::TextTable *texts, QGraphicsItem *parent);

    PlotState &state() { return m_state; }
    const PlotState &state() const { return m_state; }
    void setSize(const QSizeF &size);
    void dataChanged(); ///< lines must be drawn anew
    void setVector(bool on) { m_vector = on; } ///< paths instead of pixels, for SVG

    QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintGrid(QPainter &painter) const;
    void paintShade(QPainter &painter) const;
    void paintHatch(QPainter &painter) const;
    void paintLines(QPainter &painter);
    void paintThreshold(QPainter &painter) const;
    void paintBands(QPainter &painter) const;
    void paintBand(QPainter &painter, const ChartLine &line, const QRectF &lane) const;
    void paintAxis(QPainter &painter);
    void paintEvents(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void paintNotice(QPainter &painter) const;
    QString bandText(const ChartLine &line, double code) const;
    template <class Paint>
    void eachRun(const ChartLine &line,
                 const std::function<bool(const telemetry::Column &)> &wanted,
                 const Paint &paint) const;
    double columnX(int i) const { return m_state.plot.left() + i / m_state.ratio; }

    const std::vector<ChartLine> &m_lines;
    const TimeView &m_view;
    const telemetry::TextTable *m_texts;
    PlotState m_state;
    QSizeF m_size;
    QImage m_image;
    std::vector<TimeTick> m_ticks;
    TimeNs m_ticksStart = 0;
    TimeNs m_ticksEnd = 0;
    bool m_dirty = true;
    bool m_vector = false;
};

} // namespace ui
