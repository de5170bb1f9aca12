// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filteredit.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace ui {

/// Live records as rows, flat or under group rows, filtered and ordered by raw values. Rows keep
/// their place while values change; a new order is made only by sort(). Records are numbered from
/// 0, only ever appended. Subclasses give the values; format only what is asked for in cell().
class RowTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit RowTree(QObject *parent = nullptr);
    ~RowTree() override;

    /// Words and `field:value` terms (see FilterQuery); resets the model when the text is new.
    void setFilterText(const QString &text);
    void setGrouped(bool grouped); ///< resets the model
    bool grouped() const { return m_grouped; }
    bool filtered() const { return !m_filter.isEmpty(); }

    int record(const QModelIndex &index) const; ///< -1 for group rows and invalid indexes
    QModelIndex indexOf(int record, int column = 0) const; ///< invalid when filtered out
    int shown() const { return m_shown; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

protected:
    virtual int records() const = 0;
    virtual QVariant cell(int record, int column, int role) const = 0;
    /// Ordered by: numbers as numbers, texts in natural order.
    virtual QVariant sortKey(int record, int column) const = 0;
    virtual QString groupOf(int record) const = 0;
    /// Text of a field by its lower-case name, of all for an empty name, null when there is none.
    virtual QString fieldText(int record, const QString &field) const = 0;
    /// False hides a record whatever the filter says.
    virtual bool wanted(int) const { return true; }
    virtual QVariant groupCell(const QString &group, const std::vector<int> &records, int column,
                               int role) const;

    /// Takes in records that are new since the last call.
    void takeNew();
    /// Looks again at filter and group of all records: rows come, go and move. At most once a
    /// second.
    void review();
    void rebuild(); ///< resets the model: groups or texts are new
    /// Tells the views that these records (ascending) have new values: one signal per run of rows.
    void touched(const std::vector<int> &records);

private:
    struct Group
    {
        QString name;
        std::vector<int> records;
        int row = 0; ///< its own
    };
    struct Place
    {
        Group *group = nullptr;
        int row = -1;
    };

    bool accepts(int record) const;
    bool less(int a, int b) const;
    Group *groupNamed(const QString &name) const;
    Group *makeGroup(const QString &name);
    void fill(const std::vector<int> &records);
    void insertOne(int record);
    void removeOne(int record);
    void dropEmptyGroup(Group *group);
    void renumber(Group *group, std::size_t from = 0);
    void numberGroups(std::size_t from = 0);
    QModelIndex groupIndex(const Group *group) const;

    std::vector<std::unique_ptr<Group>> m_groups; ///< one nameless when flat
    QHash<QString, Group *> m_groupOf; ///< by name
    std::vector<Place> m_places; ///< by record
    FilterQuery m_filter;
    QString m_filterText;
    bool m_grouped = false;
    int m_known = 0;
    int m_shown = 0;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace ui
