// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rows/rowtree.h"

#include "ui/widgets/naturalorder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

int compare(const QVariant &a, const QVariant &b)
{
    if (a.typeId() == QMetaType::QString || b.typeId() == QMetaType::QString) {
        return naturalOrder().compare(a.toString(), b.toString());
    }
    const auto number = [](const QVariant &value) {
        const double x = value.toDouble();
        return std::isnan(x) ? -std::numeric_limits<double>::infinity() : x;
    };
    const double x = number(a);
    const double y = number(b);
    return x < y ? -1 : x > y ? 1 : 0;
}

} // namespace

RowTree::RowTree(QObject *parent)
    : QAbstractItemModel(parent)
{
    m_groups.push_back(std::make_unique<Group>());
    m_groupOf.insert(QString(), m_groups.front().get());
}

RowTree::~RowTree() = default;

bool RowTree::less(int a, int b) const
{
    const int order = compare(sortKey(a, m_sortColumn), sortKey(b, m_sortColumn));
    if (order != 0)
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    return a < b;
}

void RowTree::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    m_filter = FilterQuery::parse(text);
    rebuild();
}

bool RowTree::accepts(int record) const
{
    if (!wanted(record))
        return false;
    return m_filter.isEmpty() || m_filter.matches([this, record](const QString &field) {
        return fieldText(record, field);
    });
}

void RowTree::setGrouped(bool grouped)
{
    if (grouped == m_grouped)
        return;
    m_grouped = grouped;
    rebuild();
}

void RowTree::rebuild()
{
    beginResetModel();
    m_groups.clear();
    m_groupOf.clear();
    m_shown = 0;
    std::fill(m_places.begin(), m_places.end(), Place());
    if (!m_grouped) {
        m_groups.push_back(std::make_unique<Group>());
        m_groupOf.insert(QString(), m_groups.front().get());
    }
    for (int record = 0; record < m_known; ++record) {
        if (!accepts(record))
            continue;
        const QString name = m_grouped ? groupOf(record) : QString();
        Group *group = groupNamed(name);
        if (!group) {
            group = m_groups.emplace_back(std::make_unique<Group>(Group{name, {}})).get();
            m_groupOf.insert(name, group);
        }
        group->records.push_back(record);
        ++m_shown;
    }
    std::sort(m_groups.begin(), m_groups.end(),
              [](const auto &a, const auto &b) { return compare(a->name, b->name) < 0; });
    numberGroups();
    for (const auto &group : m_groups) {
        std::sort(group->records.begin(), group->records.end(),
                  [this](int a, int b) { return less(a, b); });
        renumber(group.get());
    }
    endResetModel();
}

void RowTree::renumber(Group *group, std::size_t from)
{
    for (std::size_t row = from; row < group->records.size(); ++row)
        m_places[static_cast<std::size_t>(group->records[row])] = {group, static_cast<int>(row)};
}

void RowTree::numberGroups(std::size_t from)
{
    for (std::size_t row = from; row < m_groups.size(); ++row)
        m_groups[row]->row = static_cast<int>(row);
}

RowTree::Group *RowTree::groupNamed(const QString &name) const
{
    return m_groupOf.value(name);
}

RowTree::Group *RowTree::makeGroup(const QString &name)
{
    const auto at = std::upper_bound(
        m_groups.begin(), m_groups.end(), name,
        [](const QString &wanted, const auto &group) { return compare(wanted, group->name) < 0; });
    const int row = static_cast<int>(at - m_groups.begin());
    beginInsertRows({}, row, row);
    Group *group = m_groups.insert(at, std::make_unique<Group>(Group{name, {}}))->get();
    m_groupOf.insert(name, group);
    numberGroups(static_cast<std::size_t>(row));
    endInsertRows();
    return group;
}

QModelIndex RowTree::groupIndex(const Group *group) const
{
    return m_grouped ? createIndex(group->row, 0, nullptr) : QModelIndex();
}

void RowTree::takeNew()
{
    const int count = records();
    if (count == m_known)
        return;
    m_places.resize(static_cast<std::size_t>(count));
    std::vector<int> fresh;
    for (int record = m_known; record < count; ++record) {
        if (accepts(record))
            fresh.push_back(record);
    }
    constexpr std::size_t many = 256; // of the first ones: the views lay out once, not per group
    const bool first = m_known == 0 && m_grouped && fresh.size() > many;
    m_known = count;
    first ? rebuild() : fill(fresh);
}

/// Groups that are empty take all their rows in one go; into others each row goes to its place.
void RowTree::fill(const std::vector<int> &records)
{
    std::vector<std::pair<Group *, std::vector<int>>> empty;
    QHash<Group *, std::size_t> place;
    for (const int record : records) {
        const QString name = m_grouped ? groupOf(record) : QString();
        Group *group = groupNamed(name);
        if (!group)
            group = makeGroup(name);
        if (!group->records.empty()) {
            insertOne(record);
            continue;
        }
        const auto it = place.constFind(group);
        const std::size_t at = it == place.constEnd() ? empty.size() : *it;
        if (at == empty.size()) {
            empty.push_back({group, {}});
            place.insert(group, at);
        }
        empty[at].second.push_back(record);
    }
    for (auto &[group, rows] : empty) {
        std::sort(rows.begin(), rows.end(), [this](int a, int b) { return less(a, b); });
        beginInsertRows(groupIndex(group), 0, static_cast<int>(rows.size()) - 1);
        group->records = std::move(rows);
        renumber(group);
        m_shown += static_cast<int>(group->records.size());
        endInsertRows();
    }
}

void RowTree::insertOne(int record)
{
    const QString name = m_grouped ? groupOf(record) : QString();
    Group *group = groupNamed(name);
    if (!group)
        group = makeGroup(name);
    const auto at = std::upper_bound(group->records.begin(), group->records.end(), record,
                                     [this](int a, int b) { return less(a, b); });
    const auto row = static_cast<std::size_t>(at - group->records.begin());
    beginInsertRows(groupIndex(group), static_cast<int>(row), static_cast<int>(row));
    group->records.insert(at, record);
    renumber(group, row);
    ++m_shown;
    endInsertRows();
}

void RowTree::removeOne(int record)
{
    const Place place = m_places[static_cast<std::size_t>(record)];
    beginRemoveRows(groupIndex(place.group), place.row, place.row);
    place.group->records.erase(place.group->records.begin() + place.row);
    m_places[static_cast<std::size_t>(record)] = {};
    renumber(place.group, static_cast<std::size_t>(place.row));
    --m_shown;
    endRemoveRows();
    dropEmptyGroup(place.group);
}

void RowTree::dropEmptyGroup(Group *group)
{
    if (!m_grouped || !group->records.empty())
        return;
    const int row = group->row;
    beginRemoveRows({}, row, row);
    m_groupOf.remove(group->name);
    m_groups.erase(m_groups.begin() + row);
    numberGroups(static_cast<std::size_t>(row));
    endRemoveRows();
}

void RowTree::review()
{
    for (int record = 0; record < m_known; ++record) {
        const Place &place = m_places[static_cast<std::size_t>(record)];
        const bool wanted = accepts(record);
        const bool moved = place.group && m_grouped && place.group->name != groupOf(record);
        if (place.group && (!wanted || moved))
            removeOne(record);
        if (wanted && !m_places[static_cast<std::size_t>(record)].group)
            insertOne(record);
    }
}

void RowTree::touched(const std::vector<int> &records)
{
    std::vector<Place> places;
    for (const int record : records) {
        const Place &place = m_places[static_cast<std::size_t>(record)];
        if (place.group)
            places.push_back(place);
    }
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        return std::pair(a.group, a.row) < std::pair(b.group, b.row);
    });
    const int right = columnCount() - 1;
    for (std::size_t first = 0; first < places.size();) {
        std::size_t last = first;
        while (last + 1 < places.size() && places[last + 1].group == places[first].group
               && places[last + 1].row == places[last].row + 1)
            ++last;
        const QModelIndex top = groupIndex(places[first].group);
        Q_EMIT dataChanged(index(places[first].row, 0, top), index(places[last].row, right, top));
        first = last + 1;
    }
}

int RowTree::record(const QModelIndex &index) const
{
    if (!index.isValid() || (m_grouped && !index.internalPointer()))
        return -1;
    const Group *group =
        m_grouped ? static_cast<Group *>(index.internalPointer()) : m_groups.front().get();
    return group->records[static_cast<std::size_t>(index.row())];
}

QModelIndex RowTree::indexOf(int record, int column) const
{
    if (record < 0 || record >= m_known)
        return {};
    const Place &place = m_places[static_cast<std::size_t>(record)];
    return place.group ? createIndex(place.row, column, m_grouped ? place.group : nullptr)
                       : QModelIndex();
}

QModelIndex RowTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, nullptr);
    return createIndex(row, column, m_groups[static_cast<std::size_t>(parent.row())].get());
}

QModelIndex RowTree::parent(const QModelIndex &index) const
{
    if (!index.isValid() || !index.internalPointer())
        return {};
    return groupIndex(static_cast<Group *>(index.internalPointer()));
}

int RowTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_grouped ? m_groups.size() : m_groups.front()->records.size());
    if (!m_grouped || parent.internalPointer() || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())]->records.size());
}

QVariant RowTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const int at = record(index); at >= 0)
        return cell(at, index.column(), role);
    const Group &group = *m_groups[static_cast<std::size_t>(index.row())];
    return groupCell(group.name, group.records, index.column(), role);
}

QVariant RowTree::groupCell(const QString &group, const std::vector<int> &, int column,
                            int role) const
{
    return column == 0 && role == Qt::DisplayRole ? QVariant(group) : QVariant();
}

void RowTree::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::vector<int> kept;
    for (const QModelIndex &index : from)
        kept.push_back(record(index));
    for (const auto &group : m_groups) {
        std::sort(group->records.begin(), group->records.end(),
                  [this](int a, int b) { return less(a, b); });
        renumber(group.get());
    }
    for (qsizetype i = 0; i < from.size(); ++i) {
        const int record = kept[static_cast<std::size_t>(i)];
        if (record >= 0)
            changePersistentIndex(from[i], indexOf(record, from[i].column()));
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace ui
