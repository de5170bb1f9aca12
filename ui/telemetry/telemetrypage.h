// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"
#include "ui/widgets/timechart/timechart.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QJsonArray>

QT_BEGIN_NAMESPACE
class QMenu;
class QScrollArea;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace ui {

class Card;
class ChartTable;
class FilterEdit;
class Label;
class RowView;
class SignalModel;
class StatePane;
class StatisticsPanel;
class TableView;

/// Signals over time: a list of all signals, a stack of charts with one time axis, live or any past
/// window, saved dashboards and exports.
class TelemetryPage final : public Page
{
    Q_OBJECT

public:
    explicit TelemetryPage(const Console &console, QWidget *parent = nullptr);
    ~TelemetryPage() override;

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QString answer() const override;
    void refresh() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    bool go(const Destination &destination) override;
    QList<Found> find(const QString &words) const override;

    TimeView &view() { return *m_view; }
    std::vector<TimeChart *> charts() const;
    /// To the current chart when it fits there by unit, else to a new one.
    void addSignal(SignalId signal, bool newChart = false);
    TimeChart *addChart();
    void removeChart(TimeChart *chart);

    QJsonObject dashboard() const;
    void setDashboard(const QJsonObject &dashboard);
    void saveDashboard(const QString &name);
    void openDashboard(const QString &name);
    void deleteDashboard(const QString &name);
    QStringList dashboardNames() const;

    void exportPicture(const QString &path, bool vector);
    void exportCsv(const QString &path); ///< in the background
    bool isExporting() const { return m_export.isRunning(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Box
    {
        TimeChart *chart;
        QJsonObject saved; ///< what is still to be found in the catalogue
    };

    QWidget *buildList();
    QWidget *buildCharts();
    void buildActions();
    QAction *makeAction(const QString &text, const QString &icon, const QKeySequence &key,
                        const QString &help);
    void buildWindowMenu();
    void buildDashboardMenu(QMenu *menu);
    void buildExportMenu();
    void askWindow();
    void askValueRange(TimeChart *chart);
    void importDashboard();
    void exportDashboard();
    void showTable(TimeChart *chart);
    void showState();
    void refreshStatistics();
    void showFirstSignals();
    void settleWindow();
    void showLimits();
    void chartChanged();
    void fitHeight(TimeChart *chart);
    void saveLayout();
    void restoreLayout();
    void retryPending();
    void fetchEvents();
    void updateActions();
    QString windowText() const;
    ChartSource chartSource() const;

    TimeView *m_view;
    SignalModel *m_model;
    Card *m_card;
    FilterEdit *m_filter;
    RowView *m_list;
    Label *m_hint;
    QSplitter *m_stack;
    QScrollArea *m_scroll;
    QStackedWidget *m_right;
    StatePane *m_state;
    QWidget *m_tablePanel;
    Label *m_tableTitle;
    TableView *m_tableView;
    ChartTable *m_table;
    StatisticsPanel *m_statistics = nullptr;
    bool m_firstUse = false; ///< nothing was ever laid out here
    bool m_settling = false; ///< the window grows with what there is to see
    bool m_placing = false;
    std::vector<Box> m_boxes;
    TimeChart *m_current = nullptr;
    QList<QAction *> m_actions;
    QAction *m_windowAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QAction *m_liveAction = nullptr;
    QAction *m_measureAction = nullptr;
    QElapsedTimer m_clock;
    qint64 m_listMs = -1'000;
    qint64 m_scopeMs = -2'000;
    qint64 m_eventsMs = -10'000;
    quint32 m_retriedAt = 0;
    QFuture<void> m_events;
    QFuture<void> m_export;
    std::shared_ptr<std::atomic<bool>> m_stop;
    bool m_restoring = false;
};

} // namespace ui
