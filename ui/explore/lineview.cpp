// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/lineview.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(px(12));
    return font;
}

QColor tinted(Role role)
{
    QColor tint = colour(role);
    tint.setAlphaF(0.16f);
    return tint;
}

} // namespace

LineView::LineView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFont(fixedFont());
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
}

void LineView::setLines(std::shared_ptr<const Lines> lines)
{
    m_lines = std::move(lines);
    const qsizetype last = (m_lines ? m_lines->count() : 0) - 1;
    m_anchor = std::min(m_anchor, last);
    m_cursor = std::min(m_cursor, last);
    m_widest = 0;
    updateBars();
    viewport()->update();
}

int LineView::lineHeight() const
{
    return fontMetrics().height() + 2;
}

void LineView::updateBars()
{
    const qsizetype count = m_lines ? m_lines->count() : 0;
    const int shown = std::max(1, viewport()->height() / lineHeight());
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qsizetype>(0, count - shown)));
    verticalScrollBar()->setPageStep(shown);
    horizontalScrollBar()->setRange(0, std::max(0, m_widest - viewport()->width() + px(8)));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(px(20));
}

void LineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (!m_lines)
        return;
    const int height = lineHeight();
    const int left = px(4) - horizontalScrollBar()->value();
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    int widest = m_widest;
    for (int row = 0; row * height < viewport()->height(); ++row) {
        const qsizetype index = verticalScrollBar()->value() + row;
        if (index >= m_lines->count())
            break;
        const QRect area(0, row * height, viewport()->width(), height);
        const Lines::Kind kind = m_lines->kind(index);
        if (kind == Lines::Kind::Added || kind == Lines::Kind::Removed)
            painter.fillRect(area, tinted(kind == Lines::Kind::Added ? Role::Accent : Role::High));
        if (from >= 0 && index >= from && index <= to)
            painter.fillRect(area, tinted(Role::Accent));
        painter.setPen(kind == Lines::Kind::Note ? colour(Role::TextSecond) : colour(Role::Text));
        const QString line = m_lines->line(index);
        widest = std::max(widest, fontMetrics().horizontalAdvance(line) + px(8));
        painter.drawText(left, area.top() + fontMetrics().ascent() + 1, line);
    }
    if (widest != m_widest) {
        m_widest = widest;
        updateBars();
    }
}

qsizetype LineView::lineAt(const QPoint &position) const
{
    const qsizetype line = verticalScrollBar()->value() + position.y() / lineHeight();
    return std::clamp<qsizetype>(line, 0,
                                 std::max<qsizetype>(0, (m_lines ? m_lines->count() : 0) - 1));
}

void LineView::select(qsizetype line, bool extend)
{
    if (!m_lines || m_lines->count() == 0)
        return;
    m_cursor = std::clamp<qsizetype>(line, 0, m_lines->count() - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_cursor;
    QScrollBar *bar = verticalScrollBar();
    if (m_cursor < bar->value())
        bar->setValue(static_cast<int>(m_cursor));
    else if (m_cursor >= bar->value() + bar->pageStep())
        bar->setValue(static_cast<int>(m_cursor) - bar->pageStep() + 1);
    viewport()->update();
}

void LineView::selectAll()
{
    m_anchor = 0;
    m_cursor = m_lines ? m_lines->count() - 1 : -1;
    viewport()->update();
}

void LineView::copy() const
{
    if (!m_lines)
        return;
    constexpr qsizetype most = 20'000;
    auto [from, to] = std::minmax(m_anchor, m_cursor);
    const qsizetype first = from < 0 ? 0 : from;
    const qsizetype last =
        std::min({from < 0 ? m_lines->count() - 1 : to, m_lines->count() - 1, first + most - 1});
    QString text;
    for (qsizetype index = first; index <= last; ++index)
        text += m_lines->line(index) + u'\n';
    QApplication::clipboard()->setText(text);
}

void LineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int page = verticalScrollBar()->pageStep();
    switch (event->key()) {
    case Qt::Key_Up:
        return select(m_cursor - 1, extend);
    case Qt::Key_Down:
        return select(m_cursor + 1, extend);
    case Qt::Key_PageUp:
        return select(m_cursor - page, extend);
    case Qt::Key_PageDown:
        return select(m_cursor + page, extend);
    case Qt::Key_Home:
        return select(0, extend);
    case Qt::Key_End:
        return select(m_lines ? m_lines->count() - 1 : 0, extend);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LineView::mousePressEvent(QMouseEvent *event)
{
    select(lineAt(event->pos()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LineView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        select(lineAt(event->pos()), true);
}

void LineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void LineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        setFont(fixedFont());
        updateBars();
    }
}

} // namespace ui
