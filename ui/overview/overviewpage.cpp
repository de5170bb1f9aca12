// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "models/base/settings.h"
#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "models/ingest/pipeline.h"
#include "ui/overview/fleettables.h"
#include "ui/overview/ratechart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/headlinetile.h"
#include "ui/widgets/label.h"
#include "ui/widgets/naturalorder.h"
#include "ui/widgets/scopeddevices.h"
#include "ui/widgets/shortnames.h"
#include "ui/widgets/spark/heatstrip.h"
#include "ui/widgets/spark/sparkline.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QStackedLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int fleetEveryMs = 500; ///< a person reads no faster

} // namespace

OverviewPage::OverviewPage(const Console &console, QWidget *parent)
    : Page(console, parent)
{
    setObjectName(u"overviewPage"_s);
    m_stack = new QStackedLayout(this);
    m_empty = new StatePane;
    m_empty->setObjectName(u"overviewEmpty"_s);
    m_stack->addWidget(m_empty);
    auto *content = new QWidget;
    auto *all = new QVBoxLayout(content);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(px(14));
    all->addWidget(makeTiles());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(px(16));
    columns->addWidget(makeLeft(), 62);
    columns->addWidget(makeRight(), 38);
    all->addLayout(columns, 1);
    m_stack->addWidget(content);
    makeActions();
    makeConnections();
}

QString OverviewPage::key() const
{
    return u"overview"_s;
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

QString OverviewPage::iconName() const
{
    return u"go-home"_s;
}

QString OverviewPage::headline() const
{
    return m_summary.headline();
}

QString OverviewPage::answer() const
{
    const QString second = m_summary.second(m_input.now);
    if (!second.isEmpty())
        return second;
    if (m_summary.devices == 0)
        return tr("Devices, signals and models appear by themselves once something is connected.");
    const ingest::LedgerFigures totals = m_console.pipeline->totals();
    if (totals.lost() > 0)
        return tr("Everything talks; %1 messages were lost since the start.")
            .arg(format::count(totals.lost()));
    if (m_summary.modelsBelow > 0)
        return tr("Everything talks and nothing was lost; %n model(s) are unsure at the moment.",
                  nullptr, m_summary.modelsBelow);
    return tr("Everything talks, nothing was lost, no model is unsure.");
}

void OverviewPage::Trend::add(double value)
{
    constexpr qsizetype kept = 150; // five minutes
    values.append(static_cast<float>(value));
    if (values.size() > kept)
        values.removeFirst();
    line->setValues(values);
}

void OverviewPage::refresh()
{
    if (!m_console.pipeline)
        return;
    if (m_sinceFleet.isValid() && m_sinceFleet.elapsed() < fleetEveryMs)
        return;
    m_sinceFleet.start();
    takeFleet();
    showEmpty();
    if (m_stack->currentWidget() == m_empty)
        return;
    showTiles();
    showTables();
    showStrip();
}

std::vector<LinkState> OverviewPage::links() const
{
    std::vector<LinkState> out;
    if (m_console.replay) {
        for (const telemetry::SourceInfo &source : m_console.pipeline->catalogue().sources()) {
            LinkState link;
            link.id = source.key;
            link.name = source.name;
            link.source = source.id;
            link.up = link.wanted = true;
            out.push_back(link);
        }
    }
    if (!m_console.connections)
        return out;
    for (const connect::mqtt::Profile &profile : m_console.connections->profiles()) {
        const connect::SourceStatus status = m_console.connections->status(profile.id);
        LinkState link;
        link.id = profile.id;
        link.name = profile.name.isEmpty() ? profile.host : profile.name;
        link.source = m_console.connections->sourceId(profile.id);
        link.up = status.state == connect::SourceState::Connected;
        link.wanted = status.state == connect::SourceState::Reconnecting
            || status.state == connect::SourceState::Failed || link.up;
        link.givenUp = status.state == connect::SourceState::Failed;
        link.since = status.since;
        link.sentence = status.sentence;
        out.push_back(link);
    }
    return out;
}

FleetInput OverviewPage::collect() const
{
    FleetInput input;
    input.devices = m_console.pipeline->devices().records();
    input.confidences = m_console.pipeline->predictions().records();
    input.links = links();
    if (m_console.scope && !m_console.scope->isAll()) {
        QSet<quint32> covered;
        std::erase_if(input.devices, [this](const auto &d) { return !inScope(m_console, d); });
        for (const devices::DeviceRecord &device : input.devices)
            covered.insert(device.id);
        std::erase_if(input.confidences,
                      [&covered](const auto &record) { return !covered.contains(record.device); });
        std::erase_if(input.links, [this](const LinkState &link) {
            const QString only = m_console.scope->connection();
            return !only.isEmpty() && only != link.id;
        });
    }
    input.now = m_console.pipeline->clock().now();
    input.limit = m_console.pipeline->predictions().limit();
    if (m_console.settings)
        input.confidenceFor =
            m_console.settings->integer(base::Setting::ConfidenceSeconds) * base::nsPerSecond;
    if (m_console.historian)
        input.storeProblem = m_console.historian->status().problem;
    return input;
}

void OverviewPage::takeFleet()
{
    m_input = collect();
    m_summary = summarise(m_input);
    m_trendDue = m_rates.update(m_input.devices, m_input.now);
    m_ofDevice.clear();
    for (const telemetry::ConfidenceRecord &record : m_input.confidences)
        if (record.answers > record.invalid)
            m_ofDevice[record.device].push_back(record);
}

void OverviewPage::showEmpty()
{
    const bool silent = m_input.devices.empty() && m_console.pipeline->totals().received == 0;
    if (!silent) {
        m_stack->setCurrentIndex(1);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    const auto anyUp = std::any_of(m_input.links.begin(), m_input.links.end(),
                                   [](const LinkState &link) { return link.up; });
    if (m_input.links.empty())
        m_empty->showEmpty(
            u"network-connect"_s, tr("Nothing is connected yet."),
            tr("Connect to a broker: devices, signals and models appear by themselves."),
            tr("Connections"));
    else if (anyUp)
        m_empty->showEmpty(
            u"network-connect"_s, tr("Connected, and silent so far."),
            tr("No message has come yet. The subscriptions are on the Connections page."),
            tr("Connections"));
    else
        m_empty->showEmpty(u"network-disconnect"_s, tr("No connection is up."),
                           base::visibleText(m_input.links.front().sentence), tr("Connections"));
}

void OverviewPage::showTiles()
{
    const auto count = [](int n) { return format::count(static_cast<quint64>(n)); };
    m_wellTile->setFigure(count(m_summary.well), tr("of %1").arg(count(m_summary.devices)));
    std::vector<ingest::RatePoint> rates = m_console.pipeline->rates();
    QList<float> trend;
    const std::size_t from = rates.size() > 300 ? rates.size() - 300 : 0;
    for (std::size_t i = from; i < rates.size(); ++i)
        trend.append(rates[i].messages);
    m_rateTile->setFigure(
        format::rateNumber(rates.empty() ? 0 : static_cast<double>(rates.back().messages)),
        tr("msg/s"));
    m_rateTrend->setValues(trend);
    const ingest::LedgerFigures totals = m_console.pipeline->totals();
    m_lostTile->setFigure(format::count(totals.lost()), tr("lost"),
                          totals.lost() > 0 ? Role::High : Role::Text);
    m_lostTile->setToolTip(tr("Missing by sequence number %1, refused here %2, dropped by brokers "
                              "%3, beyond the signal cap %4.")
                               .arg(format::count(totals.gaps), format::count(totals.dropped),
                                    totals.brokerDropped < 0
                                        ? tr("not told")
                                        : format::count(static_cast<quint64>(totals.brokerDropped)),
                                    format::count(totals.noSignal)));
    const bool low = m_summary.confidence >= 0 && m_summary.confidence < m_input.limit;
    m_confidenceTile->setFigure(
        m_summary.confidence < 0 ? format::none : format::fixed(m_summary.confidence, 3),
        m_summary.modelsBelow > 0 ? tr("%1 below").arg(m_summary.modelsBelow) : tr("mean"),
        low ? Role::High : Role::Text);
    m_storeTile->setFigure(format::count(totals.undecodable), tr("undecodable"),
                           totals.undecodable > 0 ? Role::Medium : Role::Text);
    if (m_trendDue) {
        m_wellTrend.add(m_summary.well);
        m_lostTrend.add(static_cast<double>(totals.lost()));
        m_confidenceTrend.add(m_summary.confidence < 0 ? std::nan("") : m_summary.confidence);
        m_brokenTrend.add(static_cast<double>(totals.undecodable));
    }
    QString foot =
        tr("received %1 · lost %2")
            .arg(format::si(static_cast<double>(totals.received)), format::count(totals.lost()));
    if (m_console.historian && !m_console.replay) {
        const store::StoreStatus status = m_console.historian->status();
        foot = tr("%1 · stored %2 samples, %3 ms behind")
                   .arg(foot, format::si(static_cast<double>(status.stored)),
                        format::number(status.behindMs, 2));
    }
    m_chartFoot->setText(foot);
    m_chart->setRates(std::move(rates), m_input.now);
}

void OverviewPage::showTables()
{
    m_needs->setRows(needRows(m_summary, m_input.now));
    m_allWell->setVisible(m_summary.needs.empty());
    m_needsView->setVisible(!m_summary.needs.empty());
    m_sites->setRows(siteRows(m_summary, m_rates));
    m_models->setRows(modelRows(m_summary, m_input.limit));
    m_noModels->setVisible(m_summary.models.empty());
    m_modelsView->setVisible(!m_summary.models.empty());
}

void OverviewPage::showStrip()
{
    QList<HeatStrip::Row> rows;
    base::TimeNs first = base::noTime;
    for (const devices::DeviceRecord &device : m_input.devices) {
        const auto it = m_ofDevice.constFind(device.id);
        if (it == m_ofDevice.constEnd())
            continue;
        rows.append({device.id, {}, base::visibleText(device.title())});
        for (const telemetry::ConfidenceRecord &record : *it)
            if (record.firstTime != base::noTime
                && (first == base::noTime || record.firstTime < first))
                first = record.firstTime;
    }
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        const int order = naturalOrder().compare(a.path, b.path);
        return order != 0 ? order < 0 : a.key < b.key;
    });
    QStringList paths;
    for (const HeatStrip::Row &row : std::as_const(rows))
        paths << row.path;
    const QStringList names = shortNames(paths);
    for (qsizetype i = 0; i < rows.size(); ++i)
        rows[i].name = names[i];
    m_strip->setVisible(!rows.isEmpty());
    m_stripEmpty->setVisible(rows.isEmpty());
    if (!m_spanChosen)
        m_span = fittingSpan(first, m_input.now);
    m_stripCard->setTitle(tr("Model confidence, last %1")
                              .arg(format::shortDuration(m_span.minutes * base::nsPerMinute)));
    for (QAction *action : m_spans->actions())
        action->setChecked(action->data().toInt() == m_span.minutes);
    m_strip->setLimit(m_input.limit);
    m_strip->setRows(rows);
    m_strip->setWindow(m_span.start(m_input.now), m_span.end(m_input.now), m_span.columns);
    if (m_input.now - m_stripMinute > 5 * base::nsPerSecond || m_input.now < m_stripMinute) {
        m_stripMinute = m_input.now;
        m_strip->invalidate();
    }
}

void OverviewPage::setSpan(int minutes)
{
    for (const StripSpan &span : stripSpans)
        if (span.minutes == minutes)
            m_span = span;
    m_spanChosen = true;
    m_sinceFleet.invalidate();
    refresh();
}

void OverviewPage::openNeed(int place)
{
    if (place >= 0 && static_cast<std::size_t>(place) < m_summary.needs.size())
        Q_EMIT wanted(m_summary.needs[static_cast<std::size_t>(place)].destination);
}

QList<Page::Found> OverviewPage::find(const QString &words) const
{
    QList<Found> out;
    for (const Need &need : m_summary.needs) {
        if (out.size() >= 20)
            break;
        if (need.subject.contains(words, Qt::CaseInsensitive)
            || need.what.contains(words, Qt::CaseInsensitive))
            out.append({need.subject, need.what, need.destination});
    }
    return out;
}

void OverviewPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_sinceFleet.invalidate(); // icons and colours of the rows are made anew
}

} // namespace ui
