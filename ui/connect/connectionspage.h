// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace ui {

class ConnectionDetail;
class ConnectionEditor;
class ConnectionModel;
class StatePane;
class TableView;

/// Profiles, their state and figures; adding, testing and changing them.
class ConnectionsPage final : public Page
{
    Q_OBJECT

public:
    explicit ConnectionsPage(const Console &console, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QString answer() const override;
    void refresh() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    bool go(const Destination &destination) override;

private:
    QAction *newAction(const char *name, const QString &iconName, const QString &text,
                       const QString &tip, void (ConnectionsPage::*run)());
    void build();
    void add();
    void edit();
    void startStop();
    void importFile();
    void exportFile();
    void remove();
    void profilesChanged();
    void select(const QString &id);
    void showSelected();
    void syncActions();
    QString selected() const;

    ConnectionModel *m_model;
    TableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_lower = nullptr;
    StatePane *m_empty = nullptr;
    QWidget *m_list = nullptr;
    ConnectionDetail *m_detail = nullptr;
    ConnectionEditor *m_editor = nullptr;
    QList<QAction *> m_actions;
    QAction *m_edit;
    QAction *m_startStop;
    QAction *m_remove;
    QAction *m_export;
    QString m_shown;
    QElapsedTimer m_since;
};

} // namespace ui
