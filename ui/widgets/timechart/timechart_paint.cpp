// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"
#include "ui/widgets/timechart/signalcolours.h"
#include "ui/widgets/timechart/timechart.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QJsonArray>
#include <QPaintEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

void TimeChart::applyTheme()
{
    m_chartView->setBackgroundBrush(colour(Role::Surface));
    layoutPlot();
    m_plot->dataChanged();
    update();
}

void TimeChart::changeEvent(QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::ApplicationPaletteChange
        || type == QEvent::FontChange || type == QEvent::ApplicationFontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutPlot();
    dataMoved();
}

void TimeChart::paintHeader(QPainter &painter, double width)
{
    const double middle = px(14);
    double x = px(12);
    const double end = width - px(34);
    const auto text = [&](const QString &words, Type type, bool strong, Role role, double most) {
        painter.setFont(typeFont(type, strong));
        painter.setPen(colour(role));
        const QFontMetricsF metrics(painter.font());
        const QString shown =
            metrics.elidedText(words, Qt::ElideMiddle, std::max(0.0, std::min(most, end - x)));
        painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), shown);
        x += metrics.horizontalAdvance(shown);
    };
    text(title(), Type::Base, true, Role::Text, width * 0.3);
    QStringList units;
    bool oneName = true;
    for (const ChartLine &line : m_lines) {
        if (!line.unit.isEmpty() && !units.contains(line.unit))
            units += line.unit;
        oneName &= line.name == m_lines.front().name;
    }
    x += px(10);
    if (units.size() == 1)
        text(units.front(), Type::Second, false, Role::TextSecond, width * 0.1);
    paintLegend(painter, x, end, oneName, units.size() > 1);
}

// Values are never cut: names give way, and entries without room are counted.
void TimeChart::paintLegend(QPainter &painter, double x, double end, bool oneName, bool withUnits)
{
    const double middle = px(14);
    const QFontMetricsF plain(typeFont(Type::Second));
    const QFontMetricsF strong(typeFont(Type::Second, true));
    const double base = middle + plain.capHeight() / 2;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const ChartLine &line = m_lines[i];
        const QString value =
            withUnits && !line.unit.isEmpty() ? line.value + u" "_s + line.unit : line.value;
        const double valueWidth =
            std::max(strong.horizontalAdvance(value), strong.horizontalAdvance(u"00.000"_s));
        const double share = (end - x) / static_cast<double>(m_lines.size() - i);
        const QString name = oneName ? line.device : line.device + u" / "_s + line.name;
        double room = share - px(40) - valueWidth;
        if (end - x < px(40) + valueWidth) {
            painter.setPen(colour(Role::TextSecond));
            painter.setFont(typeFont(Type::Second));
            painter.drawText(QPointF(x + px(8), base), u"+%1"_s.arg(m_lines.size() - i));
            return;
        }
        x += px(14);
        painter.setPen(
            QPen(signalColour(line.signal), 2, line.dashed ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(QPointF(x, middle), QPointF(x + px(14), middle));
        x += px(20);
        painter.setFont(typeFont(Type::Second));
        painter.setPen(colour(Role::TextSecond));
        room = std::min(room, plain.horizontalAdvance(name) + 1);
        if (room > px(24)) {
            painter.drawText(QPointF(x, base), plain.elidedText(name, Qt::ElideMiddle, room));
            x += room + px(6);
        }
        painter.setFont(typeFont(Type::Second, true));
        painter.setPen(colour(line.stale ? Role::TextSecond : Role::Text));
        painter.drawText(QPointF(x, base), value);
        x += valueWidth;
    }
}

void TimeChart::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), colour(Role::Surface));
    if (event->rect().top() < px(26))
        paintHeader(painter, width());
    painter.setFont(typeFont(Type::Second));
    painter.setPen(colour(Role::TextSecond));
    const QRectF foot(m_plot->state().plot.left() + px(2), height() - px(20),
                      width() - m_plot->state().plot.left() - px(14), px(18));
    painter.drawText(
        foot, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetricsF(painter.font()).elidedText(m_footer, Qt::ElideRight, foot.width()));
    const bool lit = m_dropHere || hasFocus();
    if (!m_framed && !lit)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(lit ? Role::Accent : Role::Line), m_dropHere ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QStringList values;
    for (const ChartLine &line : m_lines)
        values += line.device + u" "_s + line.name + u" "_s + line.value + u" "_s + line.unit;
    setAccessibleName(tr("Time chart %1").arg(title()));
    setAccessibleDescription(values.join(u", "_s));
    QWidget::focusInEvent(event);
    update();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void TimeChart::renderTo(QPainter &painter, const QRectF &target, bool vector)
{
    painter.save();
    painter.setClipRect(target);
    painter.translate(target.topLeft());
    painter.scale(target.width() / width(), target.height() / height());
    painter.fillRect(QRectF(rect()), colour(Role::Surface));
    painter.save();
    paintHeader(painter, width());
    painter.restore();
    m_plot->setVector(vector);
    m_chartView->scene()->render(&painter, m_chartView->geometry(), m_chartView->sceneRect());
    m_plot->setVector(false);
    painter.setFont(typeFont(Type::Second));
    painter.setPen(colour(Role::TextSecond));
    painter.drawText(QPointF(m_plot->state().plot.left() + px(2), height() - px(7)), m_footer);
    painter.restore();
}

QJsonObject TimeChart::state() const
{
    QJsonArray signalList;
    for (const ChartLine &line : m_lines) {
        const telemetry::SignalInfo info = m_source.catalogue->signal(line.signal);
        signalList.append(QJsonObject{{u"source"_s, line.sourceKey},
                                      {u"device"_s, line.deviceName},
                                      {u"signal"_s, info.name}});
    }
    QJsonObject out{{u"signals"_s, signalList}, {u"height"_s, height()}};
    if (!m_title.isEmpty())
        out[u"title"_s] = m_title;
    if (!m_auto) {
        out[u"low"_s] = m_manual.low;
        out[u"high"_s] = m_manual.high;
    }
    return out;
}

void TimeChart::restore(const QJsonObject &state)
{
    for (const QJsonValue &entry : state[u"signals"_s].toArray()) {
        for (const telemetry::SourceInfo &source : m_source.catalogue->sources()) {
            if (source.key != entry[u"source"_s].toString())
                continue;
            const auto device =
                m_source.catalogue->findDevice(source.id, entry[u"device"_s].toString());
            if (device != telemetry::noId)
                addSignal(m_source.catalogue->findSignal(device, entry[u"signal"_s].toString()));
        }
    }
    setTitle(state[u"title"_s].toString());
    if (state.contains(u"low"_s))
        setValueRange(state[u"low"_s].toDouble(), state[u"high"_s].toDouble());
}

} // namespace ui
