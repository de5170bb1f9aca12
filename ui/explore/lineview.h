// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include <memory>

namespace ui {

/// Lines made on demand: hex rows, pieces of a text, a difference.
class Lines
{
public:
    enum class Kind : quint8 { Plain, Added, Removed, Note };
    virtual ~Lines() = default;
    virtual qsizetype count() const = 0;
    virtual QString line(qsizetype index) const = 0; ///< made safe to show
    virtual Kind kind(qsizetype) const { return Kind::Plain; }
};

/// Shows lines in a fixed-width font; paints what is on screen only, so a payload of any size costs
/// the same. Lines are selected with mouse or Shift and arrows, copied with Ctrl+C.
class LineView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LineView(QWidget *parent = nullptr);

    void setLines(std::shared_ptr<const Lines> lines); ///< keeps the place when the count allows
    const Lines *lines() const { return m_lines.get(); }
    void copy() const; ///< selected lines, or all (at most 20,000)
    void selectAll();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int lineHeight() const;
    void updateBars();
    qsizetype lineAt(const QPoint &position) const;
    void select(qsizetype line, bool extend);

    std::shared_ptr<const Lines> m_lines;
    qsizetype m_anchor = -1;
    qsizetype m_cursor = -1;
    int m_widest = 0;
};

} // namespace ui
