// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
class QAbstractItemView;
class QHeaderView;
class QMenu;
QT_END_NAMESPACE

namespace base {
class Settings;
}

namespace ui {

/// A column as it wants to be; pixels.
struct ColumnWish
{
    int ideal = 0; ///< what its contents need
    int least = 0; ///< a column that gives way is not made narrower
    bool gives = false; ///< gives way where room is short
    bool takes = false; ///< takes its part of spare room; numbers do neither
};

/// Widths for the wishes in a table of `room` pixels: spare width is shared by the columns that
/// take it, in the proportion of their ideals; where room is short, the widest that give way do so
/// first.
std::vector<int> shareWidth(const std::vector<ColumnWish> &wishes, int room);

/// The columns of one table: sized from contents (they only grow while values live, so that nothing
/// jumps with the digits), remembered with order, sorting and hidden ones, and chosen by a person
/// from a menu on the header (Menu key in the table). Headers explain words of the glossary.
class Columns final : public QObject
{
    Q_OBJECT

public:
    Columns(QAbstractItemView *view, QHeaderView *header);

    void watch(QAbstractItemModel *model); ///< after the view has taken the model
    /// Widths at 100 % scale until there are contents, and of columns with a delegate of their own;
    /// 0 leaves one, a negative one is also the most that contents get. `main` takes spare width in
    /// any case.
    void setWidths(const QList<int> &widths, int main);
    /// Keeps what a person changed in the settings' layout under `key`, beginning with what is
    /// there.
    void remember(base::Settings *settings, const QString &key);
    void fit(); ///< measures again and shares the room
    void reset(); ///< as on the first day
    /// Entries for columns, sorting and reset.
    void fillMenu(QMenu *menu);
    void openMenu(const QPoint &at);
    /// Adds the view's own entries ("Copy as CSV") at the end of the menu.
    void setMenuTail(std::function<void(QMenu *)> tail) { m_tail = std::move(tail); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct One
    {
        int base = 0;
        int ideal = 0;
        int own = 0; ///< width a person chose, 0 none
    };

    void measure();
    void place(int onlyRightOf = -1);
    bool isText(int column) const;
    bool hasDelegate(int column) const;
    int leastOf(int column) const;
    void resized(int column, int before, int now);
    void lookAgainSoon();
    void sortBy(int column, Qt::SortOrder order);
    void save();
    void restore();
    bool explain(const QPoint &at, const QPoint &global) const;

    QAbstractItemView *m_view;
    QPointer<QHeaderView> m_header;
    /// Their events still come when the view itself is half gone.
    const QObject *const m_viewport;
    const QObject *const m_headerViewport;
    std::vector<One> m_columns;
    QSet<int> m_hiddenAtFirst;
    int m_main = -1;
    base::Settings *m_settings = nullptr;
    QString m_key;
    std::function<void(QMenu *)> m_tail;
    QTimer m_again;
    int m_patience = 0; ///< ms until the next look at live contents
    bool m_filled = false;
    bool m_placing = false;
    bool m_restoring = false;
};

} // namespace ui
