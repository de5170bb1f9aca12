// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timechart/linepaint.h"

#include <algorithm>
#include <cmath>

namespace ui {

using telemetry::Column;

namespace {

struct Interval
{
    double low;
    double high;
    void cover(double y)
    {
        low = std::min(low, y);
        high = std::max(high, y);
    }
};

// Columns of NaN only draw nothing.
bool drawable(const Column &column)
{
    return column.count > 0 && column.min <= column.max;
}

class Spans
{
public:
    Spans(QImage &image, const LineStyle &style)
        : m_style(style)
        , m_bits(image.bits())
        , m_stride(image.bytesPerLine())
        , m_height(image.height())
        , m_red(qRed(style.colour))
        , m_green(qGreen(style.colour))
        , m_blue(qBlue(style.colour))
    {
    }

    void draw(int x, const Interval &span, double thickness)
    {
        if (m_style.dashed && ((m_style.firstColumn + x) % 12 + 12) % 12 >= 8)
            return;
        const double top = std::max(span.low - thickness / 2, -1.0);
        const double bottom = std::min(span.high + thickness / 2, m_height + 1.0);
        const int first = std::max(0, static_cast<int>(std::floor(top)));
        const int last = std::min(m_height - 1, static_cast<int>(std::floor(bottom)));
        for (int y = first; y <= last; ++y) {
            const double cover = std::min(bottom, y + 1.0) - std::max(top, static_cast<double>(y));
            blend(x, y, static_cast<int>(cover * 255 + 0.5));
        }
    }

private:
    void blend(int x, int y, int alpha)
    {
        if (alpha <= 0)
            return;
        auto *pixel = reinterpret_cast<QRgb *>(m_bits + y * m_stride) + x;
        if (alpha >= 255) {
            *pixel = qRgb(m_red, m_green, m_blue);
            return;
        }
        const int rest = 255 - alpha;
        const QRgb old = *pixel;
        const auto mix = [&](int mine, int other) { return (mine * alpha + other * rest) / 255; };
        *pixel = qRgba(mix(m_red, qRed(old)), mix(m_green, qGreen(old)), mix(m_blue, qBlue(old)),
                       mix(255, qAlpha(old)));
    }

    const LineStyle &m_style;
    uchar *m_bits;
    qsizetype m_stride;
    int m_height;
    int m_red;
    int m_green;
    int m_blue;
};

struct Scale
{
    double top;
    double perUnit;
    double height;
    double operator()(double value) const
    {
        // far outside is far outside: keeps the arithmetic of pixels finite
        return std::clamp((top - value) * perUnit, -4 * height - 8, 5 * height + 8);
    }
};

Scale scaleOf(double height, const LineStyle &style)
{
    const double span = style.top - style.bottom;
    return {style.top, span > 0 ? height / span : 0, height};
}

double endOr(double value, double instead)
{
    return std::isnan(value) ? instead : value;
}

} // namespace

void paintLine(QImage &image, std::span<const Column> columns, const LineStyle &style)
{
    const int count = std::min(static_cast<int>(columns.size()), image.width());
    const Scale y = scaleOf(image.height(), style);
    Spans spans(image, style);
    constexpr int apart = 8; // columns: samples this far from both neighbours get a dot
    int before = count;
    int previous = -1;
    double from = 0; // where the line leaves the previous column
    Interval pending{0, 0};
    bool alone = true;
    const auto flush = [&](int after) {
        if (previous < 0)
            return;
        spans.draw(previous, pending, style.thickness);
        if (!alone && (before < apart || after < apart))
            return;
        const double r = style.thickness * 1.4; // a sample by itself is a dot
        for (int x = std::max(0, previous - static_cast<int>(r));
             x <= std::min(count - 1, previous + static_cast<int>(r)); ++x)
            spans.draw(x, pending, 2 * (r - 0.5 * std::abs(x - previous)));
    };
    for (int i = 0; i < count; ++i) {
        const Column &column = columns[static_cast<std::size_t>(i)];
        if (!drawable(column))
            continue;
        Interval here{y(column.max), y(column.min)};
        const double into = y(endOr(column.first, column.max));
        const bool joined = previous >= 0 && !(style.broken && style.broken(previous, i));
        if (joined) {
            const double slope = (into - from) / (i - previous);
            pending.cover(from + slope / 2);
            here.cover(into - slope / 2);
            alone = false;
        }
        flush(i - previous);
        if (joined) {
            const double slope = (into - from) / (i - previous);
            for (int x = previous + 1; x < i; ++x) {
                const double middle = from + slope * (x - previous);
                spans.draw(x, {middle - std::abs(slope) / 2, middle + std::abs(slope) / 2},
                           style.thickness);
            }
        }
        alone = !joined;
        pending = here;
        from = y(endOr(column.last, column.min));
        before = previous < 0 ? count : i - previous;
        previous = i;
    }
    flush(count);
}

QPainterPath linePath(double height, std::span<const Column> columns, const LineStyle &style)
{
    QPainterPath path;
    const Scale y = scaleOf(height, style);
    int previous = -1;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const Column &column = columns[static_cast<std::size_t>(i)];
        if (!drawable(column))
            continue;
        const double x = i + 0.5;
        const double first = y(endOr(column.first, column.max));
        if (previous < 0 || (style.broken && style.broken(previous, i)))
            path.moveTo(x, first);
        else
            path.lineTo(x, first);
        if (column.count > 1) {
            path.lineTo(x, y(column.max));
            path.lineTo(x, y(column.min));
            path.lineTo(x, y(endOr(column.last, column.min)));
        }
        previous = i;
    }
    return path;
}

} // namespace ui
