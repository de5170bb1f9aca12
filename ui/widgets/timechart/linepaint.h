// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/column.h"

#include <QColor>
#include <QImage>
#include <QPainterPath>

#include <cstdint>
#include <functional>
#include <span>

namespace ui {

/// What one line of a chart looks like. Columns are device pixels.
struct LineStyle
{
    double top = 1; ///< value at the upper edge
    double bottom = 0; ///< value at the lower edge
    double thickness = 1.5; ///< device pixels
    QRgb colour = 0xff000000;
    bool dashed = false;
    std::int64_t firstColumn = 0; ///< so that dashes stay where they are in time
    /// True when the line must not join columns `from` and `to`: nothing was heard in between.
    std::function<bool(int from, int to)> broken;
};

/// Draws the line that all samples would draw (M4: Jugel et al., PVLDB 7(10), 2014) with one
/// antialiased vertical span per pixel column, which in software is many times faster than stroking
/// polylines. `image` is ARGB32_Premultiplied, one pixel per column.
void paintLine(QImage &image, std::span<const telemetry::Column> columns, const LineStyle &style);

/// The same line as a path in pixel coordinates, for vector output.
QPainterPath linePath(double height, std::span<const telemetry::Column> columns,
                      const LineStyle &style);

} // namespace ui
