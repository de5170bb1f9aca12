// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/pipeline.h"

#include <QWidget>

namespace ui {

/// Messages per second over the last minutes, with every second that lost something marked. The
/// axis starts at zero; two points per pixel at most, lowest and highest.
class RateChart final : public QWidget
{
    Q_OBJECT

public:
    explicit RateChart(QWidget *parent = nullptr);

    void setRates(std::vector<ingest::RatePoint> rates, base::TimeNs now);
    QSize sizeHint() const override { return {300, 180}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRectF plot() const;
    double xOf(base::TimeNs time) const;
    void paintGrid(QPainter &painter, double top) const;
    void paintLine(QPainter &painter, double top) const;
    void paintCursor(QPainter &painter, double top) const;

    std::vector<ingest::RatePoint> m_rates;
    base::TimeNs m_end = 0;
    base::TimeNs m_span = 10 * base::nsPerMinute;
    int m_cursor = -1; ///< x of the mouse, -1: not over it
};

} // namespace ui
