// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timechart/plotitem.h"
#include "ui/widgets/timechart/signalcolours.h"

#include "models/base/visibletext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using telemetry::Column;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimeChart)
};

void paintChip(QPainter &painter, const QRectF &rect, const QString &text, const QColor &edge)
{
    painter.setPen(QPen(edge, 1));
    painter.setBrush(colour(Role::Surface));
    painter.drawRoundedRect(rect, 3, 3);
    painter.setPen(colour(Role::Text));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
}

} // namespace

// A band has one stretch per state; columns in which the state changes too fast to tell are
// hatched.
void PlotItem::paintBand(QPainter &painter, const ChartLine &line, const QRectF &lane) const
{
    const QColor base = signalColour(line.signal);
    painter.setFont(typeFont(Type::Second));
    const QFontMetricsF metrics(painter.font());
    const auto columns = line.data->columns();
    const int count = std::min(static_cast<int>(columns.size()), m_state.columns);
    const auto draw = [&](int from, int to, double code, bool mixed) {
        const QRectF rect(columnX(from), lane.top(), std::max(columnX(to) - columnX(from), 1.0),
                          lane.height());
        const bool strong =
            line.type == telemetry::ValueType::Bool ? code != 0 : std::fmod(code, 2) != 0;
        QColor fill = base;
        fill.setAlphaF(strong ? 0.45f : 0.18f);
        painter.fillRect(rect, mixed ? QBrush(base, Qt::BDiagPattern) : QBrush(fill));
        painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), base);
        if (rect.width() < px(24) || mixed)
            return;
        painter.setPen(colour(Role::Text));
        const QRectF room = rect.adjusted(px(5), 0, -px(3), 0);
        painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(base::visibleText(bandText(line, code)), Qt::ElideRight,
                                            room.width()));
    };
    int from = -1;
    int last = -1;
    double code = 0;
    bool mixed = false;
    for (int i = 0; i < count; ++i) {
        const Column &column = columns[static_cast<std::size_t>(i)];
        if (column.count == 0)
            continue;
        const bool changes = column.min != column.max;
        const bool broken = from >= 0 && i - last > 1 && line.broken(last, i, m_view.events());
        if (from >= 0 && (broken || changes != mixed || (!changes && column.first != code))) {
            draw(from, broken ? last + 1 : i, code, mixed);
            from = -1;
        }
        if (from < 0) {
            from = i;
            code = changes ? column.last : column.first;
            mixed = changes;
        }
        last = i;
    }
    if (from >= 0) {
        // the newest state holds until somebody says otherwise
        const bool newest = m_view.isLive() && !line.stale;
        draw(from, newest ? count : last + 1, code, mixed);
    }
    painter.setPen(colour(Role::TextSecond));
    painter.drawText(QRectF(0, lane.top(), lane.left() - px(6), lane.height()),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(line.name, Qt::ElideLeft, lane.left() - px(8)));
}

void PlotItem::paintAxis(QPainter &painter)
{
    const double bottom = m_state.lanes.bottom();
    painter.setFont(typeFont(Type::Second));
    const QFontMetricsF metrics(painter.font());
    const TimeNs start = m_state.start();
    const TimeNs end = m_state.end();
    if (start != m_ticksStart || end != m_ticksEnd) {
        m_ticks =
            timeTicks(start, end, std::max(2, static_cast<int>(m_state.plot.width() / px(90))));
        m_ticksStart = start;
        m_ticksEnd = end;
    }
    const double top = bottom + px(4);
    double free = m_state.plot.left() - px(20);
    for (const TimeTick &tick : m_ticks) {
        const double x = m_state.x(tick.time);
        painter.fillRect(QRectF(std::round(x), bottom, 1, px(3)), colour(Role::Line));
        const QString context = tick.context.isEmpty() ? QString() : u"  "_s + tick.context;
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = x - width / 2;
        const bool covered = m_view.cursor() != base::noTime
            && std::abs(m_state.x(m_view.cursor()) - x) < width / 2 + px(50);
        if (left < free || left + width > m_size.width() || covered)
            continue;
        painter.setPen(colour(Role::TextSecond));
        painter.drawText(QPointF(left, top + metrics.ascent()), tick.label);
        free = left + width + px(8);
        const double more = metrics.horizontalAdvance(context);
        if (!context.isEmpty() && left + width + more < m_size.width()) {
            painter.setPen(colour(Role::Text));
            painter.drawText(QPointF(left + width, top + metrics.ascent()), context);
            free += more;
        }
    }
    if (m_view.isLive()) { // the live edge
        painter.fillRect(
            QRectF(m_state.plot.right() - 1, m_state.plot.top(), 1, bottom - m_state.plot.top()),
            colour(Role::TextSecond));
    }
}

void PlotItem::paintEvents(QPainter &painter) const
{
    using Kind = store::EventRecord::Kind;
    double taken = -100;
    for (const store::EventRecord &event : m_view.events()) {
        const double x = std::round(m_state.x(event.time)) + 0.5;
        if (x < m_state.plot.left() || x > m_state.plot.right() || event.kind == Kind::Note)
            continue;
        const bool ours = std::any_of(m_lines.begin(), m_lines.end(), [&](const ChartLine &line) {
            return line.sourceKey == event.source
                && (event.device.isEmpty() || event.device == line.deviceName);
        });
        if (!ours)
            continue;
        const bool bad = event.kind == Kind::Disconnected || event.kind == Kind::DeviceOffline
            || event.kind == Kind::Gap;
        const QColor ink = colour(bad ? Role::High : Role::TextSecond);
        painter.setPen(QPen(ink, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, m_state.plot.top()), QPointF(x, m_state.lanes.bottom()));
        if (x - taken < px(9))
            continue;
        taken = x;
        // lost: a filled flag pointing down; back: an open one pointing up
        const double s = px(4);
        const double y = m_state.lanes.bottom();
        const QPolygonF flag = bad ? QPolygonF({{x - s, y - 2 * s}, {x + s, y - 2 * s}, {x, y}})
                                   : QPolygonF({{x - s, y}, {x + s, y}, {x, y - 2 * s}});
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ink, 1));
        painter.setBrush(bad ? QBrush(ink) : QBrush(colour(Role::Surface)));
        painter.drawPolygon(flag);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void PlotItem::paintMarks(QPainter &painter) const
{
    if (!m_view.isMeasuring() || m_view.markA() == base::noTime)
        return;
    const TimeNs a = m_view.markA();
    const TimeNs b = m_view.markB() != base::noTime ? m_view.markB() : m_view.cursor();
    const double xa = std::clamp(m_state.x(a), m_state.plot.left(), m_state.plot.right());
    const QColor ink = colour(Role::Accent);
    painter.fillRect(QRectF(std::round(xa), m_state.plot.top(), 1, m_state.plot.height()), ink);
    if (b == base::noTime)
        return;
    const double xb = std::clamp(m_state.x(b), m_state.plot.left(), m_state.plot.right());
    painter.fillRect(QRectF(std::round(xb), m_state.plot.top(), 1, m_state.plot.height()), ink);
    QColor tint = ink;
    tint.setAlphaF(0.10f);
    painter.fillRect(QRectF(QPointF(std::min(xa, xb), m_state.plot.top()),
                            QPointF(std::max(xa, xb), m_state.plot.bottom())),
                     tint);
    QStringList parts{u"Δt "_s + format::duration(std::abs(b - a))};
    for (const ChartLine &line : m_lines) {
        const auto series = line.data->series();
        telemetry::Point pa;
        telemetry::Point pb;
        if (line.isBand() || !series || !series->pointAt(a, pa) || !series->pointAt(b, pb))
            continue;
        parts += u"Δ "_s + line.text(pb.number() - pa.number());
    }
    painter.setFont(typeFont(Type::Second));
    const QString text = parts.join(u"   "_s);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + px(12);
    const double left = std::clamp((xa + xb - width) / 2, m_state.plot.left(),
                                   std::max(m_state.plot.left(), m_state.plot.right() - width));
    paintChip(painter, QRectF(left, m_state.plot.top() + px(2), width, px(18)), text, ink);
}

void PlotItem::paintCursor(QPainter &painter) const
{
    const TimeNs time = m_view.cursor();
    if (time == base::noTime || time < m_state.start() || time >= m_state.end())
        return;
    const double x = std::round(m_state.x(time));
    painter.fillRect(QRectF(x, m_state.plot.top(), 1, m_state.lanes.bottom() - m_state.plot.top()),
                     colour(Role::Accent));
    painter.setFont(typeFont(Type::Second));
    const QFontMetricsF metrics(painter.font());
    const QString clock = preciseTime(time, m_view.length());
    const double clockWidth = metrics.horizontalAdvance(clock) + px(10);
    const double clockLeft =
        std::clamp(x - clockWidth / 2, 0.0, std::max(0.0, m_size.width() - clockWidth));
    paintChip(painter, QRectF(clockLeft, m_state.lanes.bottom() + px(2), clockWidth, px(17)), clock,
              colour(Role::Accent));

    double lowest = m_state.plot.top();
    const int column = static_cast<int>(
        std::clamp<std::int64_t>((time - m_state.start()) / m_state.width, 0, m_state.columns - 1));
    for (const ChartLine &line : m_lines) {
        // the value that held at the cursor: the column's, or the nearest before it
        const auto columns = line.data->columns();
        int at = std::min(column, static_cast<int>(columns.size()) - 1);
        const int hit = at;
        while (at >= 0 && columns[static_cast<std::size_t>(at)].count == 0)
            --at;
        if (at < 0 || line.broken(at, hit + 1, m_view.events()))
            continue;
        const Column &c = columns[static_cast<std::size_t>(at)];
        QString text =
            line.isBand() ? base::visibleText(bandText(line, c.last)) : line.text(c.last);
        if (!line.isBand() && at == hit && c.count > 1 && c.min != c.max)
            text = Words::tr("%1 … %2").arg(line.text(c.min, false), line.text(c.max));
        if (m_lines.size() > 1)
            text.prepend((line.device.isEmpty() ? line.name : line.device) + u"  "_s);
        text = metrics.elidedText(text, Qt::ElideMiddle, m_state.plot.width() / 2);
        const double width = metrics.horizontalAdvance(text) + px(12);
        const double left =
            x + px(6) + width > m_state.plot.right() ? x - px(6) - width : x + px(6);
        double top = line.isBand() ? lowest : m_state.y(c.last) - px(9);
        top = std::clamp(top, m_state.plot.top(),
                         std::max(m_state.plot.top(), m_state.lanes.bottom() - px(18)));
        top = std::max(top, lowest);
        lowest = top + px(20);
        paintChip(painter, QRectF(left, top, width, px(18)), text, signalColour(line.signal));
    }
}

void PlotItem::paintNotice(QPainter &painter) const
{
    if (m_state.notice.isEmpty())
        return;
    painter.setFont(typeFont(Type::Second));
    painter.setPen(colour(Role::TextSecond));
    painter.drawText(
        m_state.plot.adjusted(px(8), px(4), -px(8), -px(4)),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
        QFontMetricsF(painter.font())
            .elidedText(m_state.notice, Qt::ElideRight, m_state.plot.width() - px(16)));
}

} // namespace ui
