// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QList>

#include <functional>
#include <vector>

namespace ui {

/// Rows x time columns of a value in 0..1: one hue while at or above the limit, orange the deeper
/// below, hatched where nothing came, blank before the first value ever. A cursor moves with the
/// arrow keys; Enter or a double click opens the row. Values are asked for visible rows only.
class HeatStrip final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    struct Row
    {
        quint32 key = 0;
        QString name; ///< made safe to show, short
        QString path{}; ///< the whole name where `name` is short for it
        bool operator==(const Row &) const = default;
    };
    static constexpr float noData = -1; ///< silent though it had spoken before
    static constexpr float notYet = -2; ///< before the first value ever
    /// One value per column for the row with this key.
    using Cells = std::function<std::vector<float>(quint32 key)>;

    explicit HeatStrip(QWidget *parent = nullptr);

    void setSource(Cells cells);
    void setRows(const QList<Row> &rows);
    /// Window [start, end) in ns cut into `columns`.
    void setWindow(base::TimeNs start, base::TimeNs end, int columns);
    void setLimit(double limit);
    void invalidate(); ///< asks for the cells again at the next paint

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    int cursorRow() const { return m_cursorRow; }
    int cursorColumn() const { return m_cursorColumn; }
    void setCursorCell(int row, int column);
    /// "Q-cam-2, 13:45 to 14:00: 79.1 %"; empty outside.
    QString describe(int row, int column) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, 90}; }

Q_SIGNALS:
    void activated(quint32 key);
    /// What the mouse or the cursor points at; empty when at nothing.
    void pointed(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRect plot() const;
    QRect cellRect(int row, int column) const;
    bool cellAt(const QPoint &position, int &row, int &column) const;
    const std::vector<float> &cells(int row) const;
    void paintRow(QPainter &painter, int row) const;
    void paintAxis(QPainter &painter) const;
    QBrush brush(float value) const;
    void updateBars();
    int rowHeight() const;
    int nameWidth() const;

    QList<Row> m_rows;
    Cells m_source;
    mutable QHash<quint32, std::vector<float>> m_cells;
    mutable int m_nameWidth = -1;
    base::TimeNs m_start = 0;
    base::TimeNs m_end = 0;
    int m_columns = 0;
    double m_limit = 0.85;
    int m_cursorRow = -1;
    int m_cursorColumn = -1;
};

} // namespace ui
