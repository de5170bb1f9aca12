// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/csv.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

TableView::TableView(QWidget *parent)
    : QTableView(parent)
    , m_columns(new Columns(this, horizontalHeader()))
{
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setTextElideMode(Qt::ElideRight);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_columns->setMenuTail([this](QMenu *menu) {
        connect(menu->addAction(tr("Copy as CSV")), &QAction::triggered, this,
                &TableView::copyAsCsv);
    });
    applyMetrics();
}

TableFilter *TableView::setLiveModel(QAbstractItemModel *model)
{
    m_filter = new TableFilter(this);
    m_filter->setSourceModel(model);
    setModel(m_filter);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    return m_filter;
}

void TableView::resortIfQuiet()
{
    const bool busy =
        QDateTime::currentMSecsSinceEpoch() - m_touchedMs < 2'000 || viewport()->underMouse();
    if (m_filter && !busy)
        m_filter->resort();
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_columns->watch(model);
}

void TableView::setColumnWidths(const QList<int> &widths, int main)
{
    m_columns->setWidths(widths, main);
}

void TableView::growWithRows(int most)
{
    const auto fit = [this, most] {
        const int rows = std::clamp(model()->rowCount(), 1, most);
        setFixedHeight(horizontalHeader()->sizeHint().height() + rows * ui::rowHeight() + 2);
    };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model(), signal, this, fit);
    connect(model(), &QAbstractItemModel::modelReset, this, fit);
    fit();
}

void TableView::setMiddleElided(const QList<int> &columns)
{
    static_cast<CellDelegate *>(itemDelegate())->setMiddleElided(columns);
}

void TableView::rememberColumns(base::Settings *settings, const QString &key)
{
    m_columns->remember(settings, key);
}

void TableView::copyAsCsv() const
{
    QModelIndexList indexes =
        selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    if (indexes.isEmpty() && model()) {
        for (int row = 0; row < model()->rowCount(); ++row) {
            for (int column = 0; column < model()->columnCount(); ++column)
                indexes.append(model()->index(row, column));
        }
    }
    erase_if(indexes, [this](const QModelIndex &index) { return isColumnHidden(index.column()); });
    QApplication::clipboard()->setText(csv(indexes));
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!model())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(colour(Role::Line), 1));
    const int last = rowAt(viewport()->height() - 1);
    const int end = last < 0 ? model()->rowCount() : last + 1;
    for (int row = qMax(0, rowAt(0)); row < end; ++row) {
        const int y = rowViewportPosition(row) + this->rowHeight(row) - 1;
        painter.drawLine(0, y, viewport()->width(), y);
    }
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    m_touchedMs = QDateTime::currentMSecsSinceEpoch();
    if (event->matches(QKeySequence::Copy)) {
        copyAsCsv();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        Q_EMIT activated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    m_touchedMs = QDateTime::currentMSecsSinceEpoch();
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent *event)
{
    m_touchedMs = 0;
    QTableView::leaveEvent(event);
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        applyMetrics();
}

void TableView::applyMetrics()
{
    verticalHeader()->setMinimumSectionSize(ui::rowHeight());
    verticalHeader()->setDefaultSectionSize(ui::rowHeight());
    horizontalHeader()->setFont(typeFont(Type::Second));
    verticalScrollBar()->setSingleStep(ui::rowHeight());
}

} // namespace ui
