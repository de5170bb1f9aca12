// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spark/histogram.h"

#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace ui {

Histogram::Histogram(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Distribution of confidence"));
    setMinimumWidth(90);
}

void Histogram::setBins(const Bins &bins)
{
    if (bins == m_bins)
        return;
    m_bins = bins;
    update();
}

void Histogram::setLimit(double limit)
{
    m_limit = limit;
    update();
}

void Histogram::setSpan(double top, double bottom)
{
    if (top == m_top && bottom == m_bottom)
        return;
    m_top = top;
    m_bottom = bottom;
    update();
}

void Histogram::setRange(double low, double high)
{
    if (low == m_low && std::max(low + 0.01, high) == m_high)
        return;
    m_low = low;
    m_high = std::max(low + 0.01, high);
    update();
}

QRectF Histogram::plot() const
{
    const QRectF all = QRectF(rect()).adjusted(px(46), 8, -px(6), -24);
    return m_bottom > m_top ? QRectF(all.left(), m_top, all.width(), m_bottom - m_top) : all;
}

double Histogram::yOf(double confidence) const
{
    const QRectF area = plot();
    return area.bottom() - (confidence - m_low) / (m_high - m_low) * area.height();
}

void Histogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF area = plot();
    const std::uint32_t most = *std::max_element(m_bins.begin(), m_bins.end());
    const double width = 1.0 / static_cast<double>(m_bins.size());
    painter.setClipRect(QRectF(0, area.top() - 8, this->width(), area.height() + 16));
    for (std::size_t i = 0; most > 0 && i < m_bins.size(); ++i) {
        const double from = static_cast<double>(i) * width;
        const double length = area.width() * m_bins[i] / most;
        const QRectF bar(area.left(), yOf(from + width) + 0.5,
                         std::max(m_bins[i] ? 1.0 : 0.0, length),
                         std::max(1.0, yOf(from) - yOf(from + width) - 1));
        painter.fillRect(bar,
                         from + width / 2 < m_limit ? colour(Role::High) : colour(Role::Accent));
    }
    painter.setPen(QPen(colour(Role::High), 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), yOf(m_limit)), QPointF(area.right(), yOf(m_limit)));
    painter.setClipping(false);
    painter.setPen(colour(Role::TextSecond));
    painter.setFont(typeFont(Type::Second));
    for (const double mark : {m_low, m_limit, m_high}) {
        const QRectF label(0, yOf(mark) - 8, area.left() - 6, 16);
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(locale().toString(qRound(mark * 100))));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 6, area.width(), 16), Qt::AlignLeft,
                     tr("share of answers"));
}

bool Histogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QRectF area = plot();
        const double confidence =
            m_low + (area.bottom() - help->pos().y()) / area.height() * (m_high - m_low);
        const auto all = std::accumulate(m_bins.begin(), m_bins.end(), std::uint64_t(0));
        if (confidence >= 0 && confidence < 1 && all > 0) {
            const auto bin =
                static_cast<std::size_t>(confidence * static_cast<double>(m_bins.size()));
            const double share = 100.0 * m_bins[bin] / static_cast<double>(all);
            QToolTip::showText(help->globalPos(),
                               tr("%1 to %2 %: %3 answers, %4 %")
                                   .arg(locale().toString(qulonglong(bin) * 2),
                                        locale().toString(qulonglong(bin) * 2 + 2),
                                        locale().toString(m_bins[bin]),
                                        locale().toString(share, 'f', 1)),
                               this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace ui
