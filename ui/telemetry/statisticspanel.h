// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/correlation.h"
#include "models/analysis/statistics.h"
#include "ui/widgets/timechart/timechart.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QWidget>

#include <atomic>
#include <memory>

namespace ui {

class KeyedTable;
class Label;
class TableView;

/// Every sample of a signal in [start, end): older ones from the historian, newer ones from memory.
/// Errors: Limit when there are more than `most`, Cancelled. Any thread.
base::Result<std::vector<analysis::Sample>> samplesOf(const ChartSource &source, SignalId signal,
                                                      TimeNs start, TimeNs end, std::size_t most,
                                                      const std::atomic<bool> &stop);

/// The figures of the signals on the charts over the window that is shown, computed aside from
/// every sample; the newest window wins. With two signals, how they go together.
class StatisticsPanel final : public QWidget
{
    Q_OBJECT

public:
    StatisticsPanel(const ChartSource &source, QWidget *parent = nullptr);
    ~StatisticsPanel() override; ///< stops and awaits what runs

    /// On the display tick while visible; computes when something changed, at most once a second.
    void show(const std::vector<SignalId> &wanted, TimeNs start, TimeNs end);
    bool isBusy() const { return m_running.isRunning(); }

private:
    struct Line
    {
        SignalId signal;
        base::Result<analysis::Statistics> statistics;
    };
    struct Answer
    {
        TimeNs start = 0;
        TimeNs end = 0;
        std::vector<Line> lines;
        std::optional<base::Result<analysis::Correlation>> correlation;
    };
    struct Wish
    {
        std::vector<SignalId> wanted;
        TimeNs start = 0;
        TimeNs end = 0;
        bool operator==(const Wish &) const = default;
    };
    static Answer compute(const ChartSource &source, const Wish &wish,
                          const std::atomic<bool> &stop);
    void take();
    QString nameOf(SignalId signal) const;
    QString together(const Answer &answer) const;

    const ChartSource m_source;
    KeyedTable *m_model;
    TableView *m_table;
    Label *m_title;
    Label *m_together;
    Wish m_asked;
    QElapsedTimer m_since;
    QFutureWatcher<Answer> m_running;
    std::shared_ptr<std::atomic<bool>> m_stop;
};

} // namespace ui
