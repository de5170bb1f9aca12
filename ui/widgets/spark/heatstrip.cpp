// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spark/heatstrip.h"

#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int axisHeight = 20;
constexpr int gap = 10;

QColor mixed(const QColor &a, const QColor &b, double part)
{
    const auto channel = [part](float x, float y) {
        return static_cast<float>(x + (y - x) * part);
    };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

QDateTime local(base::TimeNs time)
{
    return QDateTime::fromMSecsSinceEpoch(time / base::nsPerMs);
}

} // namespace

HeatStrip::HeatStrip(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(),
            qOverload<>(&QWidget::update));
}

void HeatStrip::setSource(Cells cells)
{
    m_source = std::move(cells);
    invalidate();
}

void HeatStrip::setRows(const QList<Row> &rows)
{
    if (rows == m_rows)
        return;
    const quint32 at = m_cursorRow >= 0 ? m_rows[m_cursorRow].key : 0;
    const bool had = m_cursorRow >= 0;
    m_rows = rows;
    m_nameWidth = -1;
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [at](const Row &row) { return row.key == at; });
    m_cursorRow = had && found != m_rows.end() ? static_cast<int>(found - m_rows.begin()) : -1;
    setMaximumHeight(std::max(3, rowCount()) * rowHeight() + axisHeight);
    updateBars();
    updateGeometry();
    invalidate();
}

void HeatStrip::setWindow(base::TimeNs start, base::TimeNs end, int columns)
{
    if (start == m_start && end == m_end && columns == m_columns)
        return;
    m_start = start;
    m_end = end;
    m_columns = columns;
    m_cursorColumn = std::min(m_cursorColumn, columns - 1);
    invalidate();
}

void HeatStrip::setLimit(double limit)
{
    if (limit == m_limit)
        return;
    m_limit = limit;
    viewport()->update();
}

void HeatStrip::invalidate()
{
    m_cells.clear();
    viewport()->update();
}

void HeatStrip::setCursorCell(int row, int column)
{
    if (m_rows.isEmpty() || m_columns < 1)
        return;
    m_cursorRow = std::clamp(row, 0, rowCount() - 1);
    m_cursorColumn = std::clamp(column, 0, m_columns - 1);
    const int top = m_cursorRow * rowHeight();
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (top + rowHeight() > bar->value() + plot().height())
        bar->setValue(top + rowHeight() - plot().height());
    const QString text = describe(m_cursorRow, m_cursorColumn);
    setAccessibleDescription(text);
    Q_EMIT pointed(text);
    viewport()->update();
}

QString HeatStrip::describe(int row, int column) const
{
    if (row < 0 || row >= rowCount() || column < 0 || column >= m_columns)
        return {};
    const base::TimeNs width = (m_end - m_start) / m_columns;
    const QString from = local(m_start + width * column).toString(u"HH:mm"_s);
    const QString to = local(m_start + width * (column + 1)).toString(u"HH:mm"_s);
    const float value = cells(row)[static_cast<std::size_t>(column)];
    const QString what = value < 0
        ? tr("no data")
        : tr("%1 %").arg(locale().toString(static_cast<double>(value) * 100, 'f', 1));
    const Row &at = m_rows[row];
    return tr("%1, %2 to %3: %4").arg(at.path.isEmpty() ? at.name : at.path, from, to, what);
}

QSize HeatStrip::sizeHint() const
{
    return {640, std::clamp(rowCount(), 3, 16) * rowHeight() + axisHeight};
}

int HeatStrip::rowHeight() const
{
    return std::max(18, fontMetrics().height() + 4);
}

int HeatStrip::nameWidth() const
{
    if (m_nameWidth < 0) {
        m_nameWidth = 40;
        const qsizetype measured = std::min<qsizetype>(m_rows.size(), 400);
        for (qsizetype i = 0; i < measured; ++i)
            m_nameWidth = std::max(m_nameWidth, fontMetrics().horizontalAdvance(m_rows[i].name));
        m_nameWidth = std::min(m_nameWidth + 4, px(190)); // advances are rounded
    }
    return m_nameWidth;
}

QRect HeatStrip::plot() const
{
    const QRect all = viewport()->rect();
    // The time axis stands right below the last row, at the bottom when rows scroll.
    const int height = std::min(all.height() - axisHeight, rowCount() * rowHeight());
    const QRect area(all.left() + nameWidth() + gap, all.top(), all.width() - nameWidth() - gap - 2,
                     height);
    return QStyle::visualRect(layoutDirection(), all, area);
}

QRect HeatStrip::cellRect(int row, int column) const
{
    const QRect area = plot();
    const int left = area.left() + area.width() * column / m_columns;
    const int right = area.left() + area.width() * (column + 1) / m_columns;
    const int top = area.top() + row * rowHeight() - verticalScrollBar()->value();
    return {left, top, std::max(1, right - left), rowHeight() - 3};
}

bool HeatStrip::cellAt(const QPoint &position, int &row, int &column) const
{
    const QRect area = plot();
    if (m_columns < 1 || position.y() < area.top() || position.y() >= area.bottom())
        return false;
    row = (position.y() - area.top() + verticalScrollBar()->value()) / rowHeight();
    column = std::clamp((position.x() - area.left()) * m_columns / std::max(1, area.width()), 0,
                        m_columns - 1);
    return row >= 0 && row < rowCount();
}

const std::vector<float> &HeatStrip::cells(int row) const
{
    std::vector<float> &cells = m_cells[m_rows[row].key];
    if (cells.empty() && m_source)
        cells = m_source(m_rows[row].key);
    cells.resize(static_cast<std::size_t>(std::max(0, m_columns)), notYet);
    return cells;
}

QBrush HeatStrip::brush(float value) const
{
    const QColor ground = colour(Role::Surface);
    if (value == notYet)
        return mixed(ground, colour(Role::Raised), 0.6);
    if (value < 0)
        return QBrush(colour(Role::TextSecond), Qt::BDiagPattern);
    const double confidence = std::clamp(static_cast<double>(value), 0.0, 1.0);
    if (confidence < m_limit) {
        const double depth = std::min(1.0, (m_limit - confidence) / 0.25);
        return mixed(ground, colour(Role::High), 0.5 + 0.5 * depth);
    }
    const double height = (confidence - m_limit) / std::max(0.001, 1 - m_limit);
    return mixed(ground, colour(Role::Accent), 0.28 + 0.12 * height);
}

void HeatStrip::paintRow(QPainter &painter, int row) const
{
    const std::vector<float> &values = cells(row);
    const QRect first = cellRect(row, 0);
    QRect name(viewport()->rect().left(), first.top(), nameWidth(), first.height());
    name = QStyle::visualRect(layoutDirection(), viewport()->rect(), name);
    painter.setPen(row == m_cursorRow ? colour(Role::Text) : colour(Role::TextSecond));
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_rows[row].name, Qt::ElideMiddle, name.width()));
    painter.setPen(Qt::NoPen);
    for (int column = 0; column < m_columns; ++column) {
        const QRect cell = cellRect(row, column);
        const int separator = cell.width() > 4 ? 1 : 0;
        painter.fillRect(cell.adjusted(0, 0, -separator, 0),
                         brush(values[static_cast<std::size_t>(column)]));
    }
}

void HeatStrip::paintAxis(QPainter &painter) const
{
    const QRect area = plot();
    const bool dates = m_end - m_start > 26 * base::nsPerHour;
    painter.setPen(colour(Role::TextSecond));
    painter.setFont(typeFont(Type::Second));
    constexpr int labels = 4;
    for (int i = 0; i <= labels; ++i) {
        const QDateTime time = local(m_start + (m_end - m_start) / labels * i);
        const QString text = time.toString(dates ? u"d MMM HH:mm"_s : u"HH:mm"_s);
        const int width = painter.fontMetrics().horizontalAdvance(text);
        const int x = area.left() + (area.width() - width) * i / labels;
        painter.drawText(x, area.bottom() + axisHeight - 5, text);
    }
}

void HeatStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (m_rows.isEmpty() || m_columns < 1)
        return;
    const QRect area = plot();
    painter.setClipRect(QRect(0, area.top(), viewport()->width(), area.height()));
    const int first = verticalScrollBar()->value() / rowHeight();
    const int last = std::min(rowCount() - 1, first + area.height() / rowHeight() + 1);
    for (int row = first; row <= last; ++row)
        paintRow(painter, row);
    if (m_cursorRow >= 0 && m_cursorColumn >= 0 && hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(Role::Text), 2));
        painter.drawRect(cellRect(m_cursorRow, m_cursorColumn).adjusted(0, 0, -1, -1));
    }
    painter.setClipping(false);
    paintAxis(painter);
}

void HeatStrip::updateBars()
{
    const int all = rowCount() * rowHeight();
    verticalScrollBar()->setRange(0, std::max(0, all - plot().height()));
    verticalScrollBar()->setPageStep(std::max(1, plot().height()));
    verticalScrollBar()->setSingleStep(rowHeight());
}

void HeatStrip::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void HeatStrip::keyPressEvent(QKeyEvent *event)
{
    const int row = std::max(0, m_cursorRow);
    const int column = m_cursorColumn < 0 ? m_columns - 1 : m_cursorColumn;
    const int page = std::max(1, plot().height() / rowHeight());
    switch (event->key()) {
    case Qt::Key_Up:
        return setCursorCell(row - 1, column);
    case Qt::Key_Down:
        return setCursorCell(m_cursorRow < 0 ? 0 : row + 1, column);
    case Qt::Key_Left:
        return setCursorCell(row, column - 1);
    case Qt::Key_Right:
        return setCursorCell(row, column + 1);
    case Qt::Key_PageUp:
        return setCursorCell(row - page, column);
    case Qt::Key_PageDown:
        return setCursorCell(row + page, column);
    case Qt::Key_Home:
        return setCursorCell(row, 0);
    case Qt::Key_End:
        return setCursorCell(row, m_columns - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursorRow >= 0)
            Q_EMIT activated(m_rows[m_cursorRow].key);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void HeatStrip::mousePressEvent(QMouseEvent *event)
{
    int row = 0;
    int column = 0;
    if (event->button() == Qt::LeftButton && cellAt(event->pos(), row, column))
        setCursorCell(row, column);
}

void HeatStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    int row = 0;
    int column = 0;
    if (event->button() == Qt::LeftButton && cellAt(event->pos(), row, column))
        Q_EMIT activated(m_rows[row].key);
}

void HeatStrip::mouseMoveEvent(QMouseEvent *event)
{
    int row = 0;
    int column = 0;
    Q_EMIT pointed(cellAt(event->pos(), row, column) ? describe(row, column) : QString());
}

bool HeatStrip::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        int row = 0;
        int column = 0;
        if (cellAt(help->pos(), row, column))
            QToolTip::showText(help->globalPos(), describe(row, column).toHtmlEscaped(), this);
        return true;
    }
    if (event->type() == QEvent::Leave)
        Q_EMIT pointed({});
    return QAbstractScrollArea::viewportEvent(event);
}

void HeatStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_nameWidth = -1;
    QAbstractScrollArea::changeEvent(event);
}

void HeatStrip::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_cursorRow < 0 && event->reason() != Qt::MouseFocusReason)
        setCursorCell(0, m_columns - 1);
    viewport()->update();
}

void HeatStrip::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
    Q_EMIT pointed({});
}

} // namespace ui
