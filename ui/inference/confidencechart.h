// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/column.h"

#include <QWidget>

#include <vector>

namespace ui {

/// Confidence over time with its limit; what lies below the limit is shaded. One column a pixel:
/// lowest and highest value are both drawn, so no dip is lost.
class ConfidenceChart final : public QWidget
{
    Q_OBJECT

public:
    explicit ConfidenceChart(QWidget *parent = nullptr);

    int columns() const; ///< pixels of the plot: ask for as many
    void setColumns(std::vector<telemetry::Column> columns, base::TimeNs start, base::TimeNs end);
    void setLimit(double limit);
    double low() const { return m_low; } ///< lower end of the axis; the upper is 1

    QSize sizeHint() const override { return {420, 220}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void rangeChanged(double low);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect plot() const;
    double yOf(double confidence) const;
    void paintGrid(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;

    std::vector<telemetry::Column> m_columns;
    base::TimeNs m_start = 0;
    base::TimeNs m_end = 0;
    double m_limit = 0.85;
    double m_low = 0.5;
    int m_cursor = -1;
};

} // namespace ui
