// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/predictionbook.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QActionGroup;
class QStackedLayout;
QT_END_NAMESPACE

namespace ui {

class ConfidenceRows;
class FilterEdit;
class Histogram;
class Label;
class RowView;
class StatePane;
class TimeChart;
class TimeView;

/// How sure are the models in the field? Every device x model x version, worst first.
class ConfidencePage final : public Page
{
    Q_OBJECT

public:
    explicit ConfidencePage(const Console &console, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QString answer() const override;
    void refresh() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    bool go(const Destination &destination) override;
    QList<Found> find(const QString &words) const override;

private:
    QWidget *makeList();
    QWidget *makeDetail();
    void makeActions();
    void showDetail();
    void showChart(const telemetry::ConfidenceRecord &record);
    void alignHistogram();
    void settleSpan(base::TimeNs first);
    QList<float> trend(std::uint32_t record) const;
    bool showDevice(telemetry::DeviceId device);

    ConfidenceRows *m_rows;
    QStackedLayout *m_stack = nullptr;
    StatePane *m_empty = nullptr;
    FilterEdit *m_filter = nullptr;
    RowView *m_view = nullptr;
    Label *m_name = nullptr;
    Label *m_run = nullptr;
    Label *m_facts = nullptr;
    TimeView *m_time;
    TimeChart *m_chart = nullptr;
    Histogram *m_histogram = nullptr;
    QList<QAction *> m_actions;
    QActionGroup *m_spans = nullptr;
    QElapsedTimer m_sinceRows;
    QElapsedTimer m_sinceSort;
    bool m_settling = true; ///< the span grows with what there is to see
    bool m_placing = false;
    int m_shown = -1;
    telemetry::DeviceId m_waitFor = telemetry::noId;
};

} // namespace ui
