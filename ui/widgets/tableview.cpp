// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "models/base/settings.h"
#include "ui/widgets/csv.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ui {

TableView::TableView(QWidget *parent)
    : QTableView(parent)
{
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
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &at) { chooseColumns(header->mapToGlobal(at)); });
    for (const auto signal : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(header, signal, this, &TableView::saveColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &TableView::saveColumns);
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

void TableView::setColumnWidths(const QList<int> &widths, int stretch)
{
    m_widths = widths;
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < widths.size() && column < header->count(); ++column) {
        if (widths[column] > 0)
            header->resizeSection(column, px(widths[column]));
    }
    if (stretch >= 0)
        header->setSectionResizeMode(stretch, QHeaderView::Stretch);
    else
        header->setStretchLastSection(true);
}

void TableView::rememberColumns(base::Settings *settings, const QString &key)
{
    m_settings = settings;
    m_key = u"columns/"_s + key;
    restoreColumns();
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

void TableView::chooseColumns(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int visible = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        visible += isColumnHidden(column) ? 0 : 1;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        QAction *action =
            menu->addAction(title.isEmpty() ? tr("Column %1").arg(column + 1) : title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || visible > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            saveColumns();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Copy as CSV")), &QAction::triggered, this, &TableView::copyAsCsv);
    menu->popup(at);
}

void TableView::saveColumns()
{
    if (!m_settings || m_restoring || !model())
        return;
    const QHeaderView *header = horizontalHeader();
    QJsonArray columns;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        columns.append(QJsonObject{
            {u"column"_s, column},
            {u"width"_s, header->isSectionHidden(column) ? 0 : header->sectionSize(column)},
            {u"hidden"_s, header->isSectionHidden(column)}});
    }
    m_settings->setLayout(m_key,
                          {{u"columns"_s, columns},
                           {u"sort"_s, header->sortIndicatorSection()},
                           {u"descending"_s, header->sortIndicatorOrder() == Qt::DescendingOrder}});
}

void TableView::restoreColumns()
{
    const QJsonObject saved = m_settings->layout(m_key);
    const QJsonArray columns = saved[u"columns"_s].toArray();
    QHeaderView *header = horizontalHeader();
    if (columns.size() != header->count())
        return; // another version of the table: its defaults are better
    m_restoring = true;
    for (int place = 0; place < columns.size(); ++place) {
        const QJsonObject one = columns[place].toObject();
        const int column = one[u"column"_s].toInt(-1);
        if (column < 0 || column >= header->count())
            continue;
        header->moveSection(header->visualIndex(column), place);
        header->setSectionHidden(column, one[u"hidden"_s].toBool());
        const int width = one[u"width"_s].toInt();
        if (width > 0 && width < 4000)
            header->resizeSection(column, width);
    }
    const auto order = saved[u"descending"_s].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    sortByColumn(saved[u"sort"_s].toInt(-1), order);
    m_restoring = false;
}

} // namespace ui
