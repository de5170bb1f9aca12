// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/pagekinds.h"

#include <QAbstractButton>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui {

/// The navigation at the left: one entry a page, icon and label, or icons only when collapsed.
/// Arrow keys move, Enter opens.
class NavigationRail final : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(const PageKinds &kinds, QWidget *parent = nullptr);

    void setCurrent(const QString &key);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }

Q_SIGNALS:
    void pageChosen(const QString &key);
    void collapseWanted(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Entry;
    void applyMetrics();
    void retitle();

    PageKinds m_kinds;
    QList<Entry *> m_entries;
    Entry *m_fold;
    QWidget *m_brand;
    QVBoxLayout *m_layout;
    bool m_collapsed = false;
};

} // namespace ui
