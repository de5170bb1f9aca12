// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rows/keyedtable.h"

#include "ui/widgets/spark/sparkline.h"
#include "ui/widgets/tableview.h"

#include <QFont>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace ui {

bool KeyedCell::operator==(const KeyedCell &other) const
{
    return text == other.text && raw == other.raw && role == other.role && strong == other.strong
        && number == other.number && spark == other.spark && tip == other.tip
        && icon.cacheKey() == other.icon.cacheKey();
}

KeyedTable::KeyedTable(const QStringList &headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(headers)
{
}

void KeyedTable::setRows(const QList<KeyedRow> &rows)
{
    removeGone(rows);
    reorder(rows);
    insertNew(rows);
    replaceChanged(rows);
}

void KeyedTable::removeGone(const QList<KeyedRow> &rows)
{
    QSet<QString> wanted;
    for (const KeyedRow &row : rows)
        wanted.insert(row.key);
    for (qsizetype last = m_rows.size() - 1; last >= 0; --last) {
        if (wanted.contains(m_rows[last].key))
            continue;
        qsizetype first = last;
        while (first > 0 && !wanted.contains(m_rows[first - 1].key))
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void KeyedTable::reorder(const QList<KeyedRow> &rows)
{
    QHash<QString, qsizetype> place;
    for (qsizetype i = 0; i < rows.size(); ++i)
        place.insert(rows[i].key, i);
    const auto before = [&place](const KeyedRow &a, const KeyedRow &b) {
        return place.value(a.key) < place.value(b.key);
    };
    if (std::is_sorted(m_rows.begin(), m_rows.end(), before))
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    QList<QString> keys;
    for (const QModelIndex &index : from)
        keys.append(m_rows[index.row()].key);
    std::stable_sort(m_rows.begin(), m_rows.end(), before);
    QHash<QString, int> now;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        now.insert(m_rows[i].key, static_cast<int>(i));
    for (qsizetype i = 0; i < from.size(); ++i)
        changePersistentIndex(from[i], index(now.value(keys[i]), from[i].column()));
    Q_EMIT layoutChanged();
}

void KeyedTable::insertNew(const QList<KeyedRow> &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i < m_rows.size() && m_rows[i].key == rows[i].key)
            continue;
        const QString next = i < m_rows.size() ? m_rows[i].key : QString();
        qsizetype last = i;
        while (last + 1 < rows.size() && (i >= m_rows.size() || rows[last + 1].key != next))
            ++last;
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(last));
        for (qsizetype row = i; row <= last; ++row)
            m_rows.insert(row, rows[row]);
        endInsertRows();
        i = last;
    }
}

void KeyedTable::replaceChanged(const QList<KeyedRow> &rows)
{
    const int right = static_cast<int>(m_headers.size()) - 1;
    qsizetype first = -1;
    for (qsizetype i = 0; i <= rows.size(); ++i) {
        const bool changed = i < rows.size() && rows[i].cells != m_rows[i].cells;
        if (i < rows.size())
            m_rows[i] = rows[i];
        if (changed && first < 0)
            first = i;
        if (!changed && first >= 0) {
            Q_EMIT dataChanged(index(static_cast<int>(first), 0),
                               index(static_cast<int>(i) - 1, right));
            first = -1;
        }
    }
}

int KeyedTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeyedTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant KeyedTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeyedRow &row = m_rows[index.row()];
    if (role == DataRole)
        return row.data;
    if (role == KeyRole)
        return row.key;
    if (index.column() >= row.cells.size())
        return {};
    const KeyedCell &cell = row.cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case rawRole:
        return cell.raw.isValid() ? cell.raw : QVariant(cell.text);
    case SparkRole:
        return cell.spark.isEmpty() ? QVariant() : QVariant::fromValue(cell.spark);
    case Qt::DecorationRole:
        return cell.icon.isNull() ? QVariant() : QVariant(cell.icon);
    case Qt::ToolTipRole:
        return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip.toHtmlEscaped());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (cell.number ? Qt::AlignRight : Qt::AlignLeading));
    case Qt::ForegroundRole:
        return cell.role ? QVariant(colour(*cell.role)) : QVariant();
    case Qt::FontRole:
        return cell.strong ? QVariant(typeFont(Type::Base, true)) : QVariant();
    default:
        return {};
    }
}

QVariant KeyedTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headers[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter
                        | (m_numbers.contains(section) ? Qt::AlignRight : Qt::AlignLeading));
    return {};
}

} // namespace ui
