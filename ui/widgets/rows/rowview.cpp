// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rows/rowview.h"

#include "ui/widgets/columns.h"
#include "ui/widgets/csv.h"
#include "ui/widgets/rows/rowtree.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace ui {

RowView::RowView(QWidget *parent)
    : QTreeView(parent)
    , m_columns(new Columns(this, header()))
{
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setItemDelegate(new CellDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setIndentation(px(14));
    header()->setSectionsMovable(true);
    header()->setHighlightSections(false);
    header()->setFont(typeFont(Type::Second));
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_columns->setMenuTail([this](QMenu *menu) {
        connect(menu->addAction(tr("Copy as CSV")), &QAction::triggered, this, &RowView::copyAsCsv);
    });
}

void RowView::setRows(RowTree *rows)
{
    m_rows = rows;
    setModel(rows);
    setSortingEnabled(true);
    m_columns->watch(rows);
    connect(rows, &QAbstractItemModel::modelReset, this, &RowView::restart);
    connect(rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (m_rows->grouped()) {
            spanGroups();
            if (parent.isValid())
                expand(parent);
        }
    });
    connect(rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_restarting = true; });
}

void RowView::restart()
{
    m_restarting = false;
    setRootIsDecorated(m_rows->grouped());
    spanGroups();
    expandAll();
    const int wanted = m_record;
    m_record = -1;
    if (const QModelIndex index = m_rows->indexOf(wanted); index.isValid())
        setCurrentIndex(index);
    else
        Q_EMIT recordChanged(-1);
}

void RowView::spanGroups()
{
    for (int row = 0; m_rows->grouped() && row < m_rows->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
}

int RowView::currentRecord() const
{
    return m_rows ? m_rows->record(currentIndex()) : -1;
}

void RowView::showRecord(int record)
{
    const QModelIndex index = m_rows->indexOf(record);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void RowView::setColumnWidths(const QList<int> &widths, int main)
{
    m_columns->setWidths(widths, main);
}

void RowView::setMiddleElided(const QList<int> &columns)
{
    static_cast<CellDelegate *>(itemDelegate())->setMiddleElided(columns);
}

void RowView::rememberColumns(base::Settings *settings, const QString &key)
{
    m_columns->remember(settings, key);
}

void RowView::copyAsCsv() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int record = 0; rows.size() < m_rows->shown(); ++record) {
            if (const QModelIndex index = m_rows->indexOf(record); index.isValid())
                rows.append(index);
        }
    }
    QModelIndexList cells;
    for (const QModelIndex &row : std::as_const(rows)) {
        for (int column = 0; m_rows->record(row) >= 0 && column < m_rows->columnCount(); ++column) {
            if (!isColumnHidden(column))
                cells.append(row.siblingAtColumn(column));
        }
    }
    QApplication::clipboard()->setText(csv(cells));
}

QModelIndexList RowView::visibleRows() const
{
    QModelIndexList out;
    for (QModelIndex index = indexAt({0, 0}); index.isValid(); index = indexBelow(index)) {
        if (visualRect(index).top() > viewport()->height())
            break;
        if (m_rows->record(index) >= 0)
            out.append(index.siblingAtColumn(0));
    }
    return out;
}

void RowView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    painter->setPen(QPen(colour(Role::Line), 1));
    painter->drawLine(option.rect.bottomLeft(), QPoint(viewport()->width(), option.rect.bottom()));
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyAsCsv();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRecord() >= 0) {
        Q_EMIT recordActivated(currentRecord());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void RowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (m_restarting)
        return;
    const int record = m_rows->record(current);
    if (record == m_record)
        return;
    m_record = record;
    Q_EMIT recordChanged(record);
}

} // namespace ui
