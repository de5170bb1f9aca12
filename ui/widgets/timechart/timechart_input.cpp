// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"
#include "ui/widgets/timechart/timechart.h"

#include <QAction>
#include <QChartView>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

bool TimeChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_chartView->viewport())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Wheel:
        return wheel(static_cast<QWheelEvent *>(event));
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
        return mouse(static_cast<QMouseEvent *>(event));
    case QEvent::Leave:
        m_view->setCursor(base::noTime);
        return false;
    default:
        return false;
    }
}

bool TimeChart::wheel(QWheelEvent *event)
{
    const PlotState &state = m_plot->state();
    const QPointF at = event->position();
    const double notches = event->angleDelta().y() / 120.0;
    const double sideways = event->angleDelta().x() / 120.0;
    if (sideways != 0 || event->modifiers().testFlag(Qt::ShiftModifier)) {
        const double by = (sideways != 0 ? sideways : notches) * -0.1;
        m_view->pan(static_cast<TimeNs>(by * static_cast<double>(m_view->length())));
    } else if (event->modifiers().testFlag(Qt::ControlModifier) || at.x() < state.plot.left()) {
        zoomValues(std::pow(0.8, notches),
                   state.value(std::clamp(at.y(), state.plot.top(), state.plot.bottom())));
    } else {
        m_view->zoom(std::pow(0.8, notches),
                     state.time(std::clamp(at.x(), state.plot.left(), state.plot.right())));
    }
    event->accept();
    return true;
}

void TimeChart::zoomValues(double factor, double at)
{
    const ValueRange range = m_plot->state().range;
    setValueRange(at - (at - range.low) * factor, at + (range.high - at) * factor);
}

bool TimeChart::mouse(QMouseEvent *event)
{
    const PlotState &state = m_plot->state();
    if (event->type() == QEvent::MouseButtonDblClick && event->button() == Qt::LeftButton) {
        if (event->position().x() < state.plot.left())
            setAutoRange();
        else
            m_view->setLive(true);
        m_dragging = false;
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress)
        return mousePress(event);
    if (event->type() == QEvent::MouseButtonRelease) {
        m_dragging = false;
        m_chartView->viewport()->unsetCursor();
        return event->button() == Qt::LeftButton;
    }
    return mouseMove(event);
}

bool TimeChart::mousePress(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return false;
    setFocus(Qt::MouseFocusReason);
    const PlotState &state = m_plot->state();
    if (m_view->isMeasuring()) {
        m_view->mark(state.time(event->position().x()));
        return true;
    }
    m_dragging = true;
    m_dragFrom = event->position();
    m_dragStart = m_view->start();
    return true;
}

bool TimeChart::mouseMove(QMouseEvent *event)
{
    const PlotState &state = m_plot->state();
    const double x = event->position().x();
    if (m_dragging && event->buttons().testFlag(Qt::LeftButton)) {
        const double moved = x - m_dragFrom.x();
        if (std::abs(moved) >= 2) {
            m_chartView->viewport()->setCursor(Qt::ClosedHandCursor);
            const TimeNs by =
                static_cast<TimeNs>(moved * state.ratio * static_cast<double>(state.width));
            m_view->pan(m_dragStart - by - m_view->start());
        }
        return true;
    }
    const bool inside = x >= state.plot.left() && x <= state.plot.right();
    m_view->setCursor(inside ? state.time(x) : base::noTime);
    return true;
}

void TimeChart::moveCursor(double share)
{
    const TimeNs step = static_cast<TimeNs>(share * static_cast<double>(m_view->length()));
    const TimeNs from = m_view->cursor() != base::noTime ? m_view->cursor()
                                                         : m_view->start() + m_view->length() / 2;
    m_view->setCursor(std::clamp(from + step, m_view->start(), m_view->end()));
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const TimeNs tenth = m_view->length() / 10;
    const TimeNs middle = m_view->cursor() != base::noTime ? m_view->cursor()
        : m_view->isLive()                                 ? m_view->end()
                                                           : m_view->start() + m_view->length() / 2;
    const ValueRange range = m_plot->state().range;
    switch (event->key()) {
    case Qt::Key_Left:
        return shift ? moveCursor(-0.01) : m_view->pan(-tenth);
    case Qt::Key_Right:
        return shift ? moveCursor(0.01) : m_view->pan(tenth);
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!control)
            break;
        return zoomValues(event->key() == Qt::Key_Up ? 0.8 : 1.25, (range.low + range.high) / 2);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_view->zoom(0.5, middle);
    case Qt::Key_Minus:
        return m_view->zoom(2, middle);
    case Qt::Key_0:
        return setAutoRange();
    case Qt::Key_Home: {
        TimeNs first = INT64_MAX;
        for (const ChartLine &line : m_lines) {
            TimeNs from = 0;
            TimeNs to = 0;
            if (m_source.historian
                && m_source.historian->extent(line.signal, from, to).value_or(false))
                first = std::min(first, from);
            else if (line.data->series() && line.data->series()->size() > 0)
                first = std::min(first, line.data->series()->firstTime());
        }
        if (first != INT64_MAX)
            m_view->setRange(first, first + m_view->length());
        return;
    }
    case Qt::Key_End:
        return m_view->setLive(true);
    case Qt::Key_Space:
        return m_view->setLive(!m_view->isLive());
    case Qt::Key_M:
        if (m_view->isMeasuring() && m_view->cursor() != base::noTime
            && m_view->markB() == base::noTime)
            return m_view->mark(m_view->cursor());
        return m_view->setMeasuring(!m_view->isMeasuring());
    case Qt::Key_Escape:
        m_view->setMeasuring(false);
        m_view->setCursor(base::noTime);
        return;
    case Qt::Key_T:
        Q_EMIT tableWanted();
        return;
    case Qt::Key_Menu:
        showMenu();
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimeChart::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    showMenu();
}

void TimeChart::showMenu()
{
    fillMenu();
    m_menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height())));
}

void TimeChart::fillMenu()
{
    QMenu *menu = m_menu;
    menu->clear();
    if (m_framed) {
        menu->addAction(tr("Show as table\tT"), this, &TimeChart::tableWanted);
        menu->addSeparator();
    }
    QAction *fit =
        menu->addAction(tr("Fit values automatically\t0"), this, &TimeChart::setAutoRange);
    fit->setCheckable(true);
    fit->setChecked(m_auto);
    if (!m_framed) // the page around it decides the rest
        return;
    menu->addAction(tr("Set value range…"), this, &TimeChart::rangeWanted);
    menu->addSeparator();
    menu->addAction(tr("Taller"), this, [this] { Q_EMIT heightWanted(height() + px(60)); });
    menu->addAction(tr("Shorter"), this, [this] { Q_EMIT heightWanted(height() - px(60)); });
    menu->addSeparator();
    for (const ChartLine &line : m_lines) {
        QString name = line.device + u" / "_s + line.name;
        name.replace(u'&', u"&&"_s);
        menu->addAction(tr("Remove %1").arg(name), this,
                        [this, id = line.signal] { removeSignal(id); });
    }
    if (m_closable)
        menu->addAction(tr("Remove chart"), this, &TimeChart::closeWanted);
}

void TimeChart::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(signalsMimeType()))
        return;
    event->acceptProposedAction();
    m_dropHere = true;
    update();
}

void TimeChart::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHere = false;
    update();
}

void TimeChart::dropEvent(QDropEvent *event)
{
    m_dropHere = false;
    update();
    const QString ids = QString::fromLatin1(event->mimeData()->data(signalsMimeType()));
    for (const QString &id : ids.split(u' ', Qt::SkipEmptyParts)) {
        bool good = false;
        const uint signal = id.toUInt(&good);
        if (good)
            addSignal(signal);
    }
    event->acceptProposedAction();
}

} // namespace ui
