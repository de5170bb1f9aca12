// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/charttable.h"
#include "ui/telemetry/signalmodel.h"
#include "ui/telemetry/telemetrypage.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include "models/base/settings.h"
#include "models/ingest/pipeline.h"

#include <QScrollArea>
#include <QSplitter>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString layoutKey = u"telemetry"_s;
const QString dashboardsKey = u"telemetry.dashboards"_s;
constexpr int most = 32; ///< charts on a page
constexpr TimeNs usualWindow = 10 * base::nsPerMinute;

} // namespace

std::vector<TimeChart *> TelemetryPage::charts() const
{
    std::vector<TimeChart *> out;
    for (const Box &box : m_boxes)
        out.push_back(box.chart);
    return out;
}

TimeChart *TelemetryPage::addChart()
{
    if (m_boxes.size() >= most)
        return m_boxes.back().chart;
    auto *chart = new TimeChart(chartSource(), m_view);
    chart->setClosable(true);
    chart->setMinimumHeight(px(150));
    connect(chart, &TimeChart::signalsChanged, this, &TelemetryPage::chartChanged);
    connect(chart, &TimeChart::closeWanted, this, [this, chart] { removeChart(chart); });
    connect(chart, &TimeChart::tableWanted, this, [this, chart] { showTable(chart); });
    connect(chart, &TimeChart::rangeWanted, this, [this, chart] { askValueRange(chart); });
    connect(chart, &TimeChart::heightWanted, chart, [this, chart](int height) {
        if (chart->maximumHeight() == QWIDGETSIZE_MAX)
            chart->setMinimumHeight(std::clamp(height, px(110), px(900)));
        saveLayout();
    });
    m_stack->addWidget(chart);
    m_boxes.push_back({chart, {}});
    m_current = chart;
    showState();
    return chart;
}

void TelemetryPage::removeChart(TimeChart *chart)
{
    std::erase_if(m_boxes, [chart](const Box &box) { return box.chart == chart; });
    if (m_current == chart)
        m_current = m_boxes.empty() ? nullptr : m_boxes.back().chart;
    chart->hide();
    chart->deleteLater();
    m_tablePanel->hide();
    showState();
    saveLayout();
}

void TelemetryPage::addSignal(SignalId signal, bool newChart)
{
    for (const Box &box : m_boxes) {
        if (box.chart->hasFocus())
            m_current = box.chart;
    }
    const auto &catalogue = m_console.pipeline->catalogue();
    if (signal >= catalogue.signalCount())
        return;
    const telemetry::SignalInfo info = catalogue.signal(signal);
    TimeChart *chart = newChart ? nullptr : m_current;
    if (chart && !chart->isEmpty()) {
        const telemetry::SignalInfo other = catalogue.signal(chart->lines().front().signal);
        const bool states = chart->lines().front().isBand();
        const bool state =
            info.type == telemetry::ValueType::Text || info.type == telemetry::ValueType::Bool;
        if (other.unit != info.unit || states != state
            || static_cast<int>(chart->lines().size()) >= TimeChart::maxLines)
            chart = nullptr;
    }
    if (!chart)
        chart = addChart();
    chart->addSignal(signal);
    QTimer::singleShot(0, chart, [this, chart] { m_scroll->ensureWidgetVisible(chart); });
}

// State bands need no more height than their lanes.
void TelemetryPage::fitHeight(TimeChart *chart)
{
    const auto &lines = chart->lines();
    const bool onlyBands = !lines.empty()
        && std::all_of(lines.begin(), lines.end(),
                       [](const ChartLine &line) { return line.isBand(); });
    const int height = px(80) + static_cast<int>(lines.size()) * px(18);
    const bool wasCapped = chart->maximumHeight() < QWIDGETSIZE_MAX;
    chart->setMaximumHeight(onlyBands ? height : QWIDGETSIZE_MAX);
    if (onlyBands)
        chart->setMinimumHeight(height);
    else if (wasCapped)
        chart->setMinimumHeight(px(150));
}

void TelemetryPage::chartChanged()
{
    if (auto *chart = qobject_cast<TimeChart *>(sender())) {
        m_current = chart;
        fitHeight(chart);
    }
    saveLayout();
}

void TelemetryPage::showTable(TimeChart *chart)
{
    m_table->take(*chart);
    m_tableTitle->setText(tr("%1 as a table, when it was opened").arg(chart->title()));
    m_tablePanel->show();
    m_tableView->setFocus();
}

QJsonObject TelemetryPage::dashboard() const
{
    QJsonArray charts;
    for (const Box &box : m_boxes) {
        QJsonObject state = box.chart->state();
        // Signals not heard of yet in this session stay on the dashboard.
        QJsonArray list = state[u"signals"_s].toArray();
        for (const QJsonValue &entry : box.saved[u"signals"_s].toArray()) {
            if (!list.contains(entry))
                list.append(entry);
        }
        state[u"signals"_s] = list;
        state[u"height"_s] = box.chart->minimumHeight();
        charts.append(state);
    }
    QJsonObject out{
        {u"version"_s, 1},
        {u"charts"_s, charts},
        {u"windowMs"_s, static_cast<double>(m_settling ? usualWindow : m_view->length()) / 1e6}};
    if (!m_view->isLive())
        out[u"endMs"_s] = static_cast<double>(m_view->end() / base::nsPerMs);
    return out;
}

void TelemetryPage::setDashboard(const QJsonObject &dashboard)
{
    m_restoring = true;
    while (!m_boxes.empty())
        removeChart(m_boxes.back().chart);
    const double window = dashboard[u"windowMs"_s].toDouble(600'000);
    const auto length = static_cast<TimeNs>(std::clamp(window, 0.01, 6e11) * 1e6);
    const double end = dashboard[u"endMs"_s].toDouble(0);
    if (end > 0 && end < 9e12) {
        const TimeNs to = static_cast<TimeNs>(end) * base::nsPerMs;
        m_view->setLive(false);
        m_view->setRange(to - length, to);
    } else {
        m_view->setLive(true);
        m_view->setLength(length);
    }
    for (const QJsonValue &entry : dashboard[u"charts"_s].toArray()) {
        if (m_boxes.size() >= most)
            break;
        TimeChart *chart = addChart();
        m_boxes.back().saved = entry.toObject();
        chart->restore(entry.toObject());
        chart->setMinimumHeight(std::clamp(entry[u"height"_s].toInt(px(150)), px(110), px(900)));
        fitHeight(chart);
    }
    m_restoring = false;
    retryPending();
    showState();
    saveLayout();
}

void TelemetryPage::retryPending()
{
    const bool restoring = m_restoring;
    m_restoring = true;
    for (Box &box : m_boxes) {
        const auto wantedCount = box.saved[u"signals"_s].toArray().size();
        if (wantedCount == 0)
            continue;
        box.chart->restore(box.saved);
        if (static_cast<qsizetype>(box.chart->lines().size()) >= wantedCount)
            box.saved = {};
    }
    m_restoring = restoring;
}

void TelemetryPage::saveLayout()
{
    if (m_restoring || !m_console.settings)
        return;
    m_console.settings->setLayout(layoutKey, dashboard());
}

void TelemetryPage::restoreLayout()
{
    if (!m_console.settings)
        return;
    const QJsonObject saved = m_console.settings->layout(layoutKey);
    const QString mark = layoutKey + u".restoring"_s;
    if (saved.isEmpty() || !m_console.settings->layout(mark).isEmpty()) {
        m_console.settings->setLayout(mark, {}); // the last attempt did not come back: begin afresh
        return;
    }
    m_console.settings->setLayout(mark, {{u"since"_s, 1}});
    (void)m_console.settings->flush();
    setDashboard(saved);
    m_console.settings->setLayout(mark, {});
    (void)m_console.settings->flush();
}

void TelemetryPage::saveDashboard(const QString &name)
{
    QJsonObject all = m_console.settings->layout(dashboardsKey);
    all[name] = dashboard();
    m_console.settings->setLayout(dashboardsKey, all);
}

void TelemetryPage::openDashboard(const QString &name)
{
    const QJsonObject all = m_console.settings->layout(dashboardsKey);
    if (all.contains(name))
        setDashboard(all[name].toObject());
}

void TelemetryPage::deleteDashboard(const QString &name)
{
    QJsonObject all = m_console.settings->layout(dashboardsKey);
    all.remove(name);
    m_console.settings->setLayout(dashboardsKey, all);
}

QStringList TelemetryPage::dashboardNames() const
{
    return m_console.settings ? m_console.settings->layout(dashboardsKey).keys() : QStringList();
}

} // namespace ui
