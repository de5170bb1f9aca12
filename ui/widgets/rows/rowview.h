// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/celldelegate.h"

#include <QTreeView>

namespace base {
class Settings;
}

namespace ui {

class Columns;
class RowTree;

/// The view of a RowTree, in the looks of TableView: 24 px rows, thin separators, columns that size
/// themselves (see Columns), copy as CSV (Ctrl+C). Keeps selection and open groups when the model
/// starts over.
class RowView final : public QTreeView
{
    Q_OBJECT

public:
    explicit RowView(QWidget *parent = nullptr);

    void setRows(RowTree *rows);
    int currentRecord() const; ///< -1: none
    void showRecord(int record);
    /// As in TableView.
    void setColumnWidths(const QList<int> &widths, int main);
    void setMiddleElided(const QList<int> &columns);
    void rememberColumns(base::Settings *settings, const QString &key);
    void copyAsCsv() const; ///< selected records; all that are shown when none is selected
    /// First and last record rows on screen, as indexes in column 0, groups left out.
    QModelIndexList visibleRows() const;

Q_SIGNALS:
    void recordChanged(int record); ///< the current one; -1: none
    void recordActivated(int record);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void restart();
    void spanGroups();

    Columns *m_columns;
    RowTree *m_rows = nullptr;
    int m_record = -1;
    bool m_restarting = false;
};

} // namespace ui
