// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inference/confidencepage.h"

#include "models/base/settings.h"
#include "models/base/visibletext.h"
#include "models/ingest/pipeline.h"
#include "ui/inference/confidencerows.h"
#include "ui/inference/confidencewords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rows/rowview.h"
#include "ui/widgets/spark/histogram.h"
#include "ui/widgets/spark/sparkline.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/timechart/timechart.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int spans[] = {5, 15, 60, 360, 1440}; ///< minutes

} // namespace

ConfidencePage::ConfidencePage(const Console &console, QWidget *parent)
    : Page(console, parent)
    , m_rows(new ConfidenceRows(
          [pipeline = console.pipeline](telemetry::DeviceId device) {
              const devices::DeviceRecord record = pipeline->devices().record(device);
              return record.name.isEmpty() ? pipeline->catalogue().device(device).name
                                           : record.title();
          },
          [this](std::uint32_t record) { return trend(record); }, this))
    , m_time(new TimeView(&console.pipeline->clock(), this))
{
    setObjectName(u"confidencePage"_s);
    m_stack = new QStackedLayout(this);
    m_empty = new StatePane;
    m_empty->setObjectName(u"confidenceEmpty"_s);
    m_empty->showEmpty(u"office-chart-line"_s, tr("No model has answered yet."),
                       tr("A message with a label and a confidence, score or probability is "
                          "recognised as a model's answer."),
                       tr("Connections"));
    m_stack->addWidget(m_empty);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(px(12));
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetail());
    splitter->setSizes({px(360), px(360)});
    auto *content = new QWidget;
    auto *all = new QVBoxLayout(content);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);
    m_stack->addWidget(content);
    makeActions();
    connect(m_empty, &StatePane::clicked, this,
            [this] { Q_EMIT wanted({.page = u"connections"_s}); });
    connect(m_filter, &FilterEdit::filterChanged, m_rows, &ConfidenceRows::setFilterText);
    connect(m_view, &RowView::recordChanged, this, [this](int record) {
        m_shown = record;
        showDetail();
    });
    connect(m_view, &RowView::recordActivated, this, [this](int record) {
        const telemetry::ConfidenceRecord &at = m_rows->at(record);
        Q_EMIT wanted({.page = u"telemetry"_s, .device = at.device, .signal = at.signal});
    });
    if (m_console.scope)
        connect(m_console.scope, &Scope::changed, this, [this] { m_sinceSort.invalidate(); });
    connect(m_time, &TimeView::moved, this, [this] {
        m_settling = m_settling && m_placing; // a person's word ends it
        for (QAction *action : m_spans->actions())
            action->setChecked(m_time->isLive()
                               && m_time->length() == action->data().toInt() * base::nsPerMinute);
    });
}

QWidget *ConfidencePage::makeList()
{
    auto *card = new Card;
    m_filter = new FilterEdit(tr("Filter: text, or device:P-104 model:pump label:normal"));
    m_view = new RowView;
    m_view->setObjectName(u"confidenceView"_s);
    m_view->setAccessibleName(tr("Confidence of each model on each device"));
    m_view->setRows(m_rows);
    m_view->setColumnWidths({170, 180, 76, 84, 96, 110, 70, 110, 90, 120}, ConfidenceRows::Device);
    m_view->setItemDelegateForColumn(ConfidenceRows::Trend, new SparkDelegate(m_view));
    m_view->setMiddleElided({ConfidenceRows::Device});
    m_view->sortByColumn(ConfidenceRows::Run, Qt::DescendingOrder);
    m_view->rememberColumns(m_console.settings, u"confidence"_s);
    m_filter->setTarget(m_view);
    card->body()->addWidget(m_filter);
    card->body()->addWidget(m_view, 1);
    return card;
}

QWidget *ConfidencePage::makeDetail()
{
    auto *card = new Card;
    m_name = new Label(tr("Choose a row"), Type::Section, Role::Text, true);
    m_name->setElide(Qt::ElideRight);
    m_run = new Label(QString(), Type::Base, Role::Text);
    m_run->setObjectName(u"confidenceRun"_s);
    m_facts = new Label(QString(), Type::Second, Role::TextSecond);
    m_facts->setElide(Qt::ElideRight);
    ingest::Pipeline *pipeline = m_console.pipeline;
    m_chart = new TimeChart(
        {&pipeline->series(), &pipeline->catalogue(), &pipeline->texts(), m_console.historian,
         [pipeline](telemetry::SourceId source) { return pipeline->ledger(source).lost(); }},
        m_time);
    m_chart->setObjectName(u"confidenceChart"_s);
    m_chart->setAcceptDrops(false);
    m_chart->setFramed(false);
    m_histogram = new Histogram;
    auto *head = new QHBoxLayout;
    head->addWidget(m_name);
    head->addSpacing(px(12));
    head->addWidget(m_run, 1);
    auto *charts = new QHBoxLayout;
    charts->addWidget(m_chart, 1);
    charts->addWidget(m_histogram);
    auto *caveat =
        new Label(tr("Confidence is what the model says of itself. It is a probability only where "
                     "the model is calibrated; an overconfident model is sure and wrong."),
                  Type::Second, Role::TextSecond);
    caveat->setElide(Qt::ElideRight);
    card->body()->setSpacing(px(4));
    card->body()->addLayout(head);
    card->body()->addWidget(m_facts);
    card->body()->addLayout(charts, 1);
    card->body()->addWidget(caveat);
    return card;
}

void ConfidencePage::makeActions()
{
    m_spans = new QActionGroup(this);
    m_spans->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    m_time->setLength(spans[0] * base::nsPerMinute);
    for (const int minutes : spans) {
        auto *action = new QAction(format::shortDuration(minutes * base::nsPerMinute), m_spans);
        action->setToolTip(tr("Chart the last %1").arg(action->text()));
        action->setCheckable(true);
        action->setData(minutes);
        action->setChecked(minutes == spans[0]);
        connect(action, &QAction::triggered, this, [this, minutes] {
            m_time->setLive(true);
            m_time->setLength(minutes * base::nsPerMinute);
        });
        m_actions.append(action);
    }
    auto *group = new QAction(tr("Group by model"), this);
    group->setToolTip(tr("Shows the devices of each model version under its name"));
    group->setCheckable(true);
    connect(group, &QAction::toggled, m_rows, &ConfidenceRows::setGrouped);
    auto *copy = new QAction(tr("Copy as CSV"), this);
    copy->setToolTip(tr("Copies the selected rows, or all that are shown"));
    connect(copy, &QAction::triggered, m_view, &RowView::copyAsCsv);
    m_actions << group << copy;
}

QString ConfidencePage::key() const
{
    return u"confidence"_s;
}

QString ConfidencePage::title() const
{
    return tr("Confidence");
}

QString ConfidencePage::iconName() const
{
    return u"office-chart-area"_s;
}

QString ConfidencePage::answer() const
{
    int low = 0;
    int worst = -1;
    int all = 0;
    for (int record = 0; record < m_rows->count(); ++record) {
        const telemetry::ConfidenceRecord &at = m_rows->at(record);
        if (!m_rows->covers(record))
            continue;
        ++all;
        low += at.belowSince != base::noTime ? 1 : 0;
        if (at.belowSince != base::noTime
            && (worst < 0 || trouble(at) > trouble(m_rows->at(worst))))
            worst = record;
    }
    if (all == 0)
        return tr("No model has answered yet");
    const double limit = m_console.pipeline->predictions().limit();
    if (low == 0)
        return tr("All %1 models on devices are at or above %2")
            .arg(format::count(static_cast<quint64>(all)), format::percent(limit));
    const telemetry::ConfidenceRecord &at = m_rows->at(worst);
    return tr("%1 of %2 are below %3; longest %4 on %5, for %6")
        .arg(format::count(static_cast<quint64>(low)), format::count(static_cast<quint64>(all)),
             format::percent(limit), modelTitle(at),
             m_rows->index(0, 0).isValid()
                 ? base::visibleText(m_console.pipeline->devices().record(at.device).title())
                 : QString(),
             format::duration(at.currentRun()));
}

void ConfidencePage::refresh()
{
    if (m_shown >= 0) {
        m_chart->refresh();
        alignHistogram();
    }
    if (m_sinceRows.isValid() && m_sinceRows.elapsed() < 500)
        return;
    m_sinceRows.start();
    telemetry::PredictionBook &book = m_console.pipeline->predictions();
    const bool quiet = !m_view->underMouse() && !m_view->hasFocus();
    const bool slow = !m_sinceSort.isValid() || m_sinceSort.elapsed() > 2'000;
    m_rows->update(book.records(), book.limit(), slow);
    if (slow) {
        m_sinceSort.start();
        m_rows->setScope(scopedDevices(m_console));
        if (quiet && m_view->header()->sortIndicatorSection() >= 0)
            m_rows->sort(m_view->header()->sortIndicatorSection(),
                         m_view->header()->sortIndicatorOrder());
    }
    m_stack->setCurrentIndex(m_rows->count() > 0 ? 1 : 0);
    if (m_waitFor != telemetry::noId && showDevice(m_waitFor))
        m_waitFor = telemetry::noId;
    if (m_shown < 0 && m_rows->rowCount() > 0 && !m_rows->grouped())
        m_view->setCurrentIndex(m_rows->index(0, 0));
    showDetail();
}

void ConfidencePage::showDetail()
{
    if (m_shown < 0 || m_shown >= m_rows->count())
        return;
    const telemetry::ConfidenceRecord &record = m_rows->at(m_shown);
    const double limit = m_console.pipeline->predictions().limit();
    const QString device = m_console.pipeline->devices().record(record.device).title();
    m_name->setText(tr("%1 on %2").arg(modelTitle(record), base::visibleText(device)));
    m_run->setText(runInWords(record, limit));
    m_run->setRole(record.belowSince != base::noTime ? Role::High : Role::TextSecond);
    m_facts->setText(
        tr("%1 answers since %2 · mean %3 · below %4 in %5 of them · last label %6")
            .arg(format::count(record.answers), format::clock(record.firstTime),
                 format::percent(record.mean(), 1), format::percent(limit),
                 format::percent(belowShare(record), 1),
                 record.lastLabel.isEmpty() ? format::none : base::visibleText(record.lastLabel)));
    m_histogram->setBins(record.histogram);
    m_histogram->setLimit(limit);
    m_chart->setThreshold(limit);
    showChart(record);
}

void ConfidencePage::showChart(const telemetry::ConfidenceRecord &record)
{
    m_chart->setTitle(tr("Confidence"));
    settleSpan(record.firstTime);
    if (m_chart->signalIds() == std::vector{record.signal})
        return;
    for (const telemetry::SignalId shown : m_chart->signalIds())
        m_chart->removeSignal(shown);
    m_chart->addSignal(record.signal);
    m_chart->setAutoRange();
}

/// The shortest span that shows all there is, as long as nobody has chosen one.
void ConfidencePage::settleSpan(base::TimeNs first)
{
    if (!m_settling || first == base::noTime)
        return;
    base::TimeNs wanted = 60 * base::nsPerMinute;
    for (const int minutes : {15, 5}) {
        if (m_time->now() - first < minutes * base::nsPerMinute)
            wanted = minutes * base::nsPerMinute;
    }
    m_placing = true;
    if (m_time->length() != wanted)
        m_time->setLength(wanted);
    m_placing = false;
}

/// The distribution stands beside the line, on the same axis.
void ConfidencePage::alignHistogram()
{
    const ValueRange range = m_chart->valueRange();
    m_histogram->setRange(std::max(0.0, range.low), std::min(1.0, range.high));
    const QRectF plot = m_chart->plotArea();
    const int offset = m_chart->y() - m_histogram->y();
    m_histogram->setSpan(plot.top() + offset, plot.bottom() + offset);
}

/// Means of the last hour, a point a minute.
QList<float> ConfidencePage::trend(std::uint32_t record) const
{
    const std::int64_t now = m_console.pipeline->clock().now() / base::nsPerMinute;
    QList<float> out;
    for (const telemetry::ConfidenceBin &bin :
         m_console.pipeline->predictions().bins(record, now - 60))
        out.append(bin.mean);
    return out;
}

bool ConfidencePage::showDevice(telemetry::DeviceId device)
{
    int worst = -1;
    for (int record = 0; record < m_rows->count(); ++record)
        if (m_rows->at(record).device == device
            && (worst < 0 || trouble(m_rows->at(record)) > trouble(m_rows->at(worst))))
            worst = record;
    if (worst >= 0)
        m_view->showRecord(worst);
    return worst >= 0;
}

bool ConfidencePage::go(const Destination &destination)
{
    m_filter->setText(destination.text);
    m_rows->setFilterText(destination.text);
    if (destination.device == telemetry::noId)
        return true;
    m_waitFor = destination.device;
    m_sinceRows.invalidate();
    refresh();
    return m_waitFor == telemetry::noId;
}

QList<Page::Found> ConfidencePage::find(const QString &words) const
{
    QList<Found> out;
    for (const telemetry::ConfidenceRecord &record : m_console.pipeline->predictions().records()) {
        if (out.size() >= 20)
            break;
        const QString device =
            base::visibleText(m_console.pipeline->devices().record(record.device).title());
        const QString name = tr("%1 on %2").arg(modelTitle(record), device);
        if (name.contains(words, Qt::CaseInsensitive))
            out.append({name,
                        tr("Confidence %1").arg(format::percent(record.last, 1)),
                        {.page = key(), .device = record.device}});
    }
    return out;
}

} // namespace ui
