// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStyledItemDelegate>

namespace ui {

/// Role of how many characters at the start of a text say where, not what: drawn in second tone,
/// and the first to be cut.
inline constexpr int softPrefixRole = Qt::UserRole + 101;

/// Cells of tables and trees: rows of 24 px at 100 %, and paths that keep both their ends.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Texts of these columns are cut in the middle.
    void setMiddleElided(const QList<int> &columns) { m_middle = columns; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// Shows the whole text of a cell that was cut and has no tip of its own.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    QList<int> m_middle;
};

} // namespace ui
