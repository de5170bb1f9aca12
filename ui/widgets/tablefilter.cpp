// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filteredit.h"
#include "ui/widgets/naturalorder.h"
#include "ui/widgets/tableview.h"

using namespace Qt::StringLiterals;

namespace ui {

struct TableFilter::Query
{
    FilterQuery query;
};

TableFilter::TableFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_query(std::make_shared<Query>())
{
    setDynamicSortFilter(false);
    setSortRole(rawRole);
}

void TableFilter::setFilterText(const QString &text)
{
    m_query = std::make_shared<const Query>(Query{FilterQuery::parse(text)});
    invalidateFilter();
    resort();
}

void TableFilter::resort()
{
    const int column = sortColumn();
    if (column < 0)
        return;
    // sort() does nothing when asked for the same column and order again.
    const Qt::SortOrder order = sortOrder();
    sort(-1);
    sort(column, order);
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_query->query.isEmpty())
        return true;
    const QAbstractItemModel *model = sourceModel();
    return m_query->query.matches([&](const QString &field) {
        QString all;
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QString text = model->index(row, column, parent).data().toString();
            if (field.isEmpty())
                all += text + u'\n';
            else if (model->headerData(column, Qt::Horizontal).toString().toLower().remove(u' ')
                     == field)
                return text.isNull() ? u""_s : text;
        }
        return field.isEmpty() ? all : QString();
    });
}

bool TableFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    QVariant a = left.data(rawRole);
    QVariant b = right.data(rawRole);
    if (!a.isValid())
        a = left.data();
    if (!b.isValid())
        b = right.data();
    if (a.metaType().id() == QMetaType::QString || b.metaType().id() == QMetaType::QString) {
        return naturalOrder().compare(a.toString(), b.toString()) < 0;
    }
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace ui
