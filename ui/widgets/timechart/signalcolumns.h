// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/historian.h"
#include "models/telemetry/series.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace ui {

using base::TimeNs;
using telemetry::SignalId;

/// Where a chart takes its data from; everything outlives the chart.
struct ChartSource
{
    const telemetry::SeriesStore *series = nullptr;
    const telemetry::Catalogue *catalogue = nullptr;
    const telemetry::TextTable *texts = nullptr;
    const store::Historian *historian = nullptr; ///< null: memory is all there is
    std::function<quint64(telemetry::SourceId)> lost; ///< known losses of a source; may be empty
    /// Short names of devices, made visible; may be empty.
    std::function<QString(telemetry::DeviceId)> deviceName = {};
};

/// The pixel columns of one signal on an absolute grid: column k covers [k w, (k + 1) w), so that
/// nothing shimmers while the window moves and only new columns are computed. Newer samples come
/// from memory, older ones from the historian, in the background; the newest request wins.
class SignalColumns final : public QObject
{
    Q_OBJECT

public:
    SignalColumns(const ChartSource &source, SignalId signal, TimeNs now,
                  QObject *parent = nullptr);
    ~SignalColumns() override; ///< stops and awaits what reads the historian

    SignalId signal() const { return m_signal; }
    /// Brings [first, first + count) up to date; true when anything changed.
    bool update(std::int64_t first, int count, TimeNs width);
    std::span<const telemetry::Column> columns() const { return m_columns; }
    std::int64_t firstColumn() const { return m_first; }
    TimeNs width() const { return m_width; }
    bool isLoading() const { return m_loading; }
    QString problem() const { return m_problem; } ///< one sentence, empty when all is well
    quint64 samples() const; ///< in the columns
    TimeNs typicalInterval() const { return m_typical; } ///< ns, 0 unknown
    std::shared_ptr<const telemetry::Series> series() const { return m_series; }

Q_SIGNALS:
    void arrived(); ///< history came: update() again

private:
    enum Known : std::uint8_t { No, Stale, Yes };
    struct Request;
    struct Answer;

    void shiftTo(std::int64_t first, int count, TimeNs width);
    TimeNs boundary() const;
    bool fillFromMemory(std::int64_t boundaryColumn);
    bool fillBoundary(std::int64_t column, TimeNs boundary);
    void askHistorian(std::int64_t boundaryColumn, TimeNs boundary);
    void take(const Answer &answer);
    void learnInterval();

    const ChartSource m_source;
    const SignalId m_signal;
    const TimeNs m_born;
    std::shared_ptr<const telemetry::Series> m_series;
    std::vector<telemetry::Column> m_columns;
    std::vector<std::uint8_t> m_known;
    std::int64_t m_first = 0;
    TimeNs m_width = 0;
    quint64 m_seenTotal = 0;
    quint64 m_seenLate = 0;
    TimeNs m_seenLast = base::noTime;
    TimeNs m_typical = 0;
    telemetry::Column m_edge; ///< what the historian has of the column in which memory begins
    TimeNs m_edgeBoundary = base::noTime;
    TimeNs m_edgeWidth = 0;
    std::shared_ptr<std::atomic<bool>> m_stop;
    std::vector<QFuture<void>> m_running;
    std::unique_ptr<Request> m_asked;
    qint64 m_askedMs = 0;
    QString m_problem;
    bool m_loading = false;
    bool m_arrived = false;
};

} // namespace ui
