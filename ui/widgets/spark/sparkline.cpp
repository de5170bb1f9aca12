// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spark/sparkline.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace ui {

namespace {

struct Range
{
    float low = 0;
    float high = 0;
    bool any = false;
};

Range rangeOf(const QList<float> &values)
{
    Range range;
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        range.low = range.any ? std::min(range.low, value) : value;
        range.high = range.any ? std::max(range.high, value) : value;
        range.any = true;
    }
    return range;
}

/// Two values per pixel, lowest and highest, in the order they came.
QList<float> thinned(const QList<float> &values, int pixels)
{
    if (values.size() <= 2 * pixels || pixels < 1)
        return values;
    QList<float> out;
    out.reserve(2 * pixels);
    for (int pixel = 0; pixel < pixels; ++pixel) {
        const qsizetype from = values.size() * pixel / pixels;
        const qsizetype to = values.size() * (pixel + 1) / pixels;
        const auto [low, high] = std::minmax_element(values.begin() + from, values.begin() + to);
        out << (low < high ? *low : *high) << (low < high ? *high : *low);
    }
    return out;
}

} // namespace

void paintSparkline(QPainter *painter, const QRectF &rect, const QList<float> &values,
                    const QColor &colour)
{
    const QList<float> shown = thinned(values, static_cast<int>(rect.width()));
    const Range range = rangeOf(shown);
    if (!range.any || shown.size() < 2 || rect.width() < 4)
        return;
    const double span = static_cast<double>(range.high) - range.low;
    const double step = rect.width() / static_cast<double>(shown.size() - 1);
    QPainterPath path;
    bool down = false;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (!std::isfinite(shown[i])) {
            down = false;
            continue;
        }
        const double part = span > 0 ? (shown[i] - range.low) / span : 0.5;
        const QPointF point(rect.left() + step * static_cast<double>(i),
                            rect.bottom() - part * rect.height());
        down ? path.lineTo(point) : path.moveTo(point);
        down = true;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
    painter->restore();
}

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
}

void Sparkline::setValues(const QList<float> &values)
{
    if (values == m_values)
        return;
    m_values = values;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSparkline(&painter, QRectF(rect()).adjusted(1, 3, -1, -3), m_values,
                   colour(Role::TextSecond));
}

void SparkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    panel.text.clear();
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &panel, painter, widget);
    const auto values = index.data(SparkRole).value<QList<float>>();
    paintSparkline(painter, QRectF(option.rect).adjusted(4, 5, -4, -5), values,
                   colour(Role::TextSecond));
}

} // namespace ui
