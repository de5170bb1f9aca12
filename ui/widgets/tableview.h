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

/// The console's table: sticky header, fixed 24 px rows, thin separators, column chooser on the
/// header, copy as CSV (Ctrl+C), whole-row selection, Enter activates.
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

    /// Widths at 100 % scale; 0 leaves a column; the last visible column takes the rest unless
    /// `stretch` names another.
    void setColumnWidths(const QList<int> &widths, int stretch = -1);
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
    void chooseColumns(const QPoint &at);
    void saveColumns();
    void restoreColumns();
    void applyMetrics();

    TableFilter *m_filter = nullptr;
    base::Settings *m_settings = nullptr;
    QString m_key;
    QList<int> m_widths;
    qint64 m_touchedMs = 0;
    bool m_restoring = false;
};

} // namespace ui
