// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recording/library.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace ui {

class FilterEdit;
class KeyedTable;
struct KeyedRow;
class RecordingDetail;
class RunningPanel;
class StatePane;
class TableView;

/// The recordings there are, those under way, and everything about the chosen one.
class RecordingsPage final : public Page
{
    Q_OBJECT

public:
    explicit RecordingsPage(const Console &console, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QString answer() const override;
    void refresh() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    bool go(const Destination &destination) override;
    QList<Found> find(const QString &text) const override;

    /// Lists a file from elsewhere, without copying it, and chooses it.
    void openFile(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *newList();
    void showLibrary();
    void showSelected();
    void select(const QString &path);
    QString selected() const;
    bool isOurs(const QString &path) const;
    QList<KeyedRow> rows() const;
    KeyedRow row(const LibraryEntry &entry) const;
    void replay(const QString &path);
    void remove(const QString &path);
    void removeNow(const QString &path);

    RecordingLibrary m_library;
    QList<QAction *> m_actions;
    QStackedWidget *m_stack = nullptr;
    StatePane *m_state = nullptr;
    QWidget *m_full = nullptr;
    RunningPanel *m_running = nullptr;
    FilterEdit *m_filter = nullptr;
    KeyedTable *m_model = nullptr;
    TableView *m_table = nullptr;
    RecordingDetail *m_detail = nullptr;
    QElapsedTimer m_scanned;
    QElapsedTimer m_shown;
    QString m_wanted; ///< to be chosen when it is listed
};

} // namespace ui
