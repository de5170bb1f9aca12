// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <cstdint>

namespace ui {

/// Distribution of confidences 0..1, lying on its side so that its axis is that of the chart beside
/// it: high at the top, bars to the right, those below the limit in orange, a line at the limit.
class Histogram final : public QWidget
{
    Q_OBJECT

public:
    using Bins = std::array<std::uint32_t, 50>;

    explicit Histogram(QWidget *parent = nullptr);

    void setBins(const Bins &bins);
    void setLimit(double limit);
    /// The part of 0..1 shown, as the chart beside it.
    void setRange(double low, double high);
    /// Where the plot of the chart beside it begins and ends, in pixels from the top.
    void setSpan(double top, double bottom);
    QSize sizeHint() const override { return {150, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    double yOf(double confidence) const;

    Bins m_bins{};
    double m_limit = 0.85;
    double m_low = 0;
    double m_high = 1;
    double m_top = -1;
    double m_bottom = -1;
};

} // namespace ui
