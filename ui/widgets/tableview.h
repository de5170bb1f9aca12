// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QTableView>

#include <memory>

namespace base {
class Settings;
}

namespace ui {

class Columns;

/// Role of the value to sort by: a number or a time, never the formatted text.
inline constexpr int rawRole = Qt::UserRole + 100;

/// Filters by FilterQuery (field names are the lower-case headers) and sorts by rawRole, only when
/// asked to: live values never make rows jump.
class TableFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TableFilter(QObject *parent = nullptr);
    void setFilterText(const QString &text);
    void resort(); ///< sorts again by the current column

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Query;
    std::shared_ptr<const Query> m_query;
};

/// The console's table: sticky header, fixed 24 px rows, thin separators, columns that size
/// themselves and a chooser for them (see Columns), copy as CSV (Ctrl+C), whole-row selection,
/// Enter activates.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    /// Wraps the model into a TableFilter; returns it.
    TableFilter *setLiveModel(QAbstractItemModel *model);
    TableFilter *filter() const { return m_filter; }
    /// Sorts again unless a person is at work in the list (pointer over it or keyboard focus in the
    /// last two seconds). Call at most once or twice a second.
    void resortIfQuiet();

    void setModel(QAbstractItemModel *model) override;

    /// First widths at 100 % scale; contents decide as soon as there are some. `main` is the column
    /// that shares spare width also where it holds numbers.
    void setColumnWidths(const QList<int> &widths, int main = -1);
    /// As high as its rows, from one to `most`; more scroll. After the model was set.
    void growWithRows(int most);
    /// Texts of these columns are cut in the middle: paths differ at their ends.
    void setMiddleElided(const QList<int> &columns);
    /// Keeps widths, order, hidden columns and sorting in the settings' layout under `key`.
    void rememberColumns(base::Settings *settings, const QString &key);
    void copyAsCsv() const; ///< the selection; everything when nothing is selected

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void applyMetrics();

    TableFilter *m_filter = nullptr;
    Columns *m_columns;
    qint64 m_touchedMs = 0;
};

} // namespace ui
