// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/positionslider.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int nearMarker = 5; ///< px

Role markerRole(recording::Marker::Kind kind)
{
    using enum recording::Marker::Kind;
    switch (kind) {
    case Lost:
    case Alarm:
        return Role::High;
    case Disconnected:
        return Role::Medium;
    default:
        return Role::Text;
    }
}

} // namespace

PositionSlider::PositionSlider(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"replayPosition"_s);
    setAccessibleName(tr("Position in the recording"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PositionSlider::sizeHint() const
{
    return {px(600), px(46)};
}

QSize PositionSlider::minimumSizeHint() const
{
    return {px(160), px(46)};
}

void PositionSlider::setRange(base::TimeNs start, base::TimeNs end)
{
    m_start = start;
    m_end = std::max(end, start + 1);
    update();
}

void PositionSlider::setActivity(const std::vector<float> &activity)
{
    m_activity = activity;
    update();
}

void PositionSlider::setMarkers(const std::vector<recording::Marker> &markers)
{
    m_markers = markers;
    update();
}

void PositionSlider::setPosition(base::TimeNs time)
{
    if (m_dragged || time == m_position)
        return;
    const double before = xOf(m_position);
    m_position = time;
    if (std::abs(xOf(time) - before) >= 0.5)
        update();
}

QRectF PositionSlider::track() const
{
    return QRectF(rect()).adjusted(px(8), px(8), -px(8), -px(16));
}

double PositionSlider::xOf(base::TimeNs time) const
{
    const double part = static_cast<double>(time - m_start) / static_cast<double>(m_end - m_start);
    return track().left() + std::clamp(part, 0.0, 1.0) * track().width();
}

base::TimeNs PositionSlider::timeAt(double x) const
{
    const double part = std::clamp((x - track().left()) / std::max(1.0, track().width()), 0.0, 1.0);
    return m_start
        + static_cast<base::TimeNs>(std::llround(part * static_cast<double>(m_end - m_start)));
}

void PositionSlider::moveTo(base::TimeNs time)
{
    m_position = std::clamp(time, m_start, m_end);
    update();
    Q_EMIT moved(m_position);
}

void PositionSlider::paintActivity(QPainter &painter) const
{
    const QRectF room = track();
    const float most =
        m_activity.empty() ? 0.0F : *std::max_element(m_activity.begin(), m_activity.end());
    if (!(most > 0))
        return;
    QColor bar = colour(Role::TextSecond);
    bar.setAlphaF(0.45F);
    const double step = room.width() / static_cast<double>(m_activity.size());
    for (std::size_t i = 0; i < m_activity.size(); ++i) {
        const double height = room.height() * static_cast<double>(m_activity[i] / most);
        painter.fillRect(QRectF(room.left() + static_cast<double>(i) * step, room.bottom() - height,
                                std::max(1.0, step - 0.5), height),
                         bar);
    }
}

void PositionSlider::paintMarkers(QPainter &painter) const
{
    const QRectF room = track();
    painter.setPen(Qt::NoPen);
    for (const recording::Marker &marker : m_markers) {
        const double x = xOf(marker.time);
        painter.setBrush(colour(markerRole(marker.kind)));
        painter.drawPolygon(QPolygonF({{x - px(4), room.top() - px(7)},
                                       {x + px(4), room.top() - px(7)},
                                       {x, room.top() - px(1)}}));
    }
}

void PositionSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF room = track();
    painter.fillRect(room, colour(Role::Raised));
    paintActivity(painter);
    QColor played = colour(Role::Accent);
    played.setAlphaF(0.25F);
    const double x = xOf(m_position);
    painter.fillRect(QRectF(room.topLeft(), QPointF(x, room.bottom())), played);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarkers(painter);
    painter.setPen(QPen(colour(Role::Accent), 2));
    painter.drawLine(QPointF(x, room.top() - px(2)), QPointF(x, room.bottom() + px(2)));
    painter.setBrush(colour(hasFocus() || m_dragged ? Role::Accent : Role::Surface));
    painter.drawEllipse(QPointF(x, room.center().y()), px(5), px(5));
    painter.setPen(colour(Role::TextSecond));
    painter.setFont(typeFont(Type::Second));
    const QRectF below(room.left(), room.bottom() + px(1), room.width(), px(15));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, format::dateTime(m_start));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, format::dateTime(m_end));
}

void PositionSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = true;
    moveTo(timeAt(event->position().x()));
}

void PositionSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged)
        moveTo(timeAt(event->position().x()));
}

void PositionSlider::mouseReleaseEvent(QMouseEvent *)
{
    m_dragged = false;
    update();
}

void PositionSlider::keyPressEvent(QKeyEvent *event)
{
    const base::TimeNs step =
        event->modifiers().testFlag(Qt::ControlModifier) ? base::nsPerMinute : base::nsPerSecond;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_position - step);
    case Qt::Key_Right:
        return moveTo(m_position + step);
    case Qt::Key_PageUp:
        return moveTo(m_position - (m_end - m_start) / 10);
    case Qt::Key_PageDown:
        return moveTo(m_position + (m_end - m_start) / 10);
    case Qt::Key_Home:
        return moveTo(m_start);
    case Qt::Key_End:
        return moveTo(m_end);
    default:
        QWidget::keyPressEvent(event);
    }
}

QString PositionSlider::describe(const QPoint &at) const
{
    QStringList lines{format::dateTime(timeAt(at.x()))};
    for (const recording::Marker &marker : m_markers) {
        if (std::abs(xOf(marker.time) - at.x()) <= px(nearMarker))
            lines += u"%1  %2"_s.arg(format::clock(marker.time), base::visibleText(marker.text));
        if (lines.size() > 8)
            break;
    }
    return lines.join(u'\n');
}

bool PositionSlider::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), describe(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace ui
