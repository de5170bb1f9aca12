// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QStringList>

#include <optional>

namespace ui {

/// One cell of a KeyedTable.
struct KeyedCell
{
    QString text{};
    QVariant raw{}; ///< under rawRole; empty: the text
    std::optional<Role> role{}; ///< colour of the text, empty: the usual
    bool strong = false;
    bool number = false; ///< right-aligned
    QList<float> spark{};
    QIcon icon{};
    QString tip{}; ///< plain text

    bool operator==(const KeyedCell &other) const;
};

/// One row: the key says which row it is from one setRows() to the next.
struct KeyedRow
{
    QString key;
    QList<KeyedCell> cells;
    QVariant data{}; ///< what the row stands for, under KeyedTable::DataRole
};

/// A small table (up to some hundred rows) that is given anew on each tick and tells its views only
/// what changed: selection, scroll position and cursor stay on their row.
class KeyedTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Roles { DataRole = Qt::UserRole, KeyRole };

    explicit KeyedTable(const QStringList &headers, QObject *parent = nullptr);

    void setRows(const QList<KeyedRow> &rows);
    /// Headers of these columns stand right, as their numbers.
    void setNumberColumns(const QList<int> &columns) { m_numbers = columns; }
    const QList<KeyedRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeGone(const QList<KeyedRow> &rows);
    void reorder(const QList<KeyedRow> &rows);
    void insertNew(const QList<KeyedRow> &rows);
    void replaceChanged(const QList<KeyedRow> &rows);

    QStringList m_headers;
    QList<int> m_numbers;
    QList<KeyedRow> m_rows;
};

} // namespace ui
