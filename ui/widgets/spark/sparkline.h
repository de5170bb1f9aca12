// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStyledItemDelegate>
#include <QWidget>

namespace ui {

/// Item role under which models give the values of a sparkline (QList<float>).
inline constexpr int SparkRole = Qt::UserRole + 50;

/// Strokes `values` from left to right, scaled to their own range; NaN is a gap. A flat line stands
/// in the middle. At most two values per pixel are kept (minimum and maximum), so spikes survive.
void paintSparkline(QPainter *painter, const QRectF &rect, const QList<float> &values,
                    const QColor &colour);

/// A small trend beside a number: no axes, no interaction.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setValues(const QList<float> &values); ///< repaints only when they changed
    QSize sizeHint() const override { return {72, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<float> m_values;
};

/// Paints SparkRole in a cell of an item view.
class SparkDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace ui
