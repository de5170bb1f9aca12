// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/statisticspanel.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rows/keyedtable.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QToolButton>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t mostSamples = 5'000'000; ///< of a signal: 160 MB while they are worked on
constexpr std::size_t mostCorrelated = 200'000;
constexpr qint64 againMs = 1'000;

} // namespace

base::Result<std::vector<analysis::Sample>> samplesOf(const ChartSource &source, SignalId signal,
                                                      TimeNs start, TimeNs end, std::size_t most,
                                                      const std::atomic<bool> &stop)
{
    const auto series = source.series->find(signal);
    TimeNs memory = source.historian ? end : start;
    if (source.historian && series && series->size() > 0)
        memory = std::clamp(series->completeFrom(), start, end);
    std::vector<analysis::Sample> out;
    if (source.historian && memory > start) {
        const auto old = source.historian->points(signal, start, memory, most + 1,
                                                  [&stop] { return stop.load(); });
        if (!old)
            return tl::unexpected(old.error());
        for (const telemetry::Point &point : *old)
            out.push_back(analysis::Sample::of(point));
    }
    if (series && memory < end && out.size() <= most) {
        for (const telemetry::Point &point : series->points(memory, end, most + 1 - out.size()))
            out.push_back(analysis::Sample::of(point));
    }
    if (stop)
        return base::failure(QString(), base::ErrorCode::Cancelled);
    if (out.size() > most)
        return base::failure(StatisticsPanel::tr("More than %1 samples: show a shorter window.")
                                 .arg(format::count(most)),
                             base::ErrorCode::Limit);
    return out;
}

StatisticsPanel::StatisticsPanel(const ChartSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_model(new KeyedTable({tr("Signal"), tr("Unit"), tr("Samples"), tr("Mean"),
                              tr("Mean over time"), tr("Lowest"), tr("Highest"), tr("Median"),
                              tr("Deviation"), tr("5 %"), tr("95 %"), tr("Largest gap")},
                             this))
    , m_table(new TableView)
    , m_title(new Label({}, Type::Base, Role::Text, true))
    , m_together(new Label({}, Type::Second, Role::TextSecond))
{
    setObjectName(u"statisticsPanel"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    auto *head = new QHBoxLayout;
    m_title->setElide(Qt::ElideRight);
    auto *close = new QToolButton;
    close->setText(tr("Close"));
    close->setToolTip(tr("Close the statistics"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    all->addLayout(head);
    m_model->setNumberColumns({2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    m_table->setObjectName(u"statisticsTable"_s);
    m_table->setAccessibleName(tr("Statistics of the window"));
    m_table->setLiveModel(m_model);
    m_table->setColumnWidths({200, 50, 70, 70, 90, 70, 70, 70, 70, 70, 70, 80}, 0);
    all->addWidget(m_table, 1);
    m_together->setObjectName(u"statisticsTogether"_s);
    m_together->setWordWrap(true);
    all->addWidget(m_together);
    connect(&m_running, &QFutureWatcherBase::finished, this, &StatisticsPanel::take);
}

StatisticsPanel::~StatisticsPanel()
{
    m_running.disconnect(this);
    if (m_stop)
        *m_stop = true;
    m_running.waitForFinished();
}

void StatisticsPanel::show(const std::vector<SignalId> &wanted, TimeNs start, TimeNs end)
{
    const Wish wish{wanted, start, end};
    if (wish == m_asked || (m_since.isValid() && m_since.elapsed() < againMs))
        return;
    if (m_running.isRunning()) {
        // A window that moves with the clock is not worth stopping for; another one is.
        if (wish.wanted != m_asked.wanted || end - start != m_asked.end - m_asked.start)
            *m_stop = true;
        return;
    }
    m_since.start();
    m_asked = wish;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_running.setFuture(QtConcurrent::run(
        [source = m_source, wish, stop = m_stop] { return compute(source, wish, *stop); }));
}

StatisticsPanel::Answer StatisticsPanel::compute(const ChartSource &source, const Wish &wish,
                                                 const std::atomic<bool> &stop)
{
    Answer answer{wish.start, wish.end, {}, {}};
    std::vector<std::vector<analysis::Sample>> pair;
    for (const SignalId signal : wish.wanted) {
        auto samples = samplesOf(source, signal, wish.start, wish.end, mostSamples, stop);
        if (!samples) {
            answer.lines.push_back({signal, tl::unexpected(samples.error())});
            continue;
        }
        answer.lines.push_back(
            {signal, analysis::statistics(*samples, {.threshold = {}, .end = wish.end})});
        if (wish.wanted.size() == 2 && samples->size() <= mostCorrelated)
            pair.push_back(std::move(*samples));
    }
    if (pair.size() == 2 && !stop)
        answer.correlation = analysis::correlate(pair[0], pair[1]);
    return answer;
}

QString StatisticsPanel::nameOf(SignalId signal) const
{
    const telemetry::SignalInfo info = m_source.catalogue->signal(signal);
    const QString device = m_source.deviceName
        ? m_source.deviceName(info.device)
        : base::visibleText(m_source.catalogue->device(info.device).name);
    return u"%1 / %2"_s.arg(device, base::visibleText(info.name));
}

QString StatisticsPanel::together(const Answer &answer) const
{
    if (!answer.correlation)
        return tr("With two signals on the charts, how they go together stands here.");
    if (!*answer.correlation)
        return answer.correlation->error().text;
    const analysis::Correlation &found = **answer.correlation;
    QString text = tr("Correlation of %1 and %2: r = %3 (by ranks %4) over %5 pairs.")
                       .arg(nameOf(answer.lines[0].signal), nameOf(answer.lines[1].signal),
                            format::fixed(found.pearson, 3), format::fixed(found.spearman, 3),
                            format::count(found.pairs));
    if (std::isfinite(found.low))
        text += u' '
            + tr("95 % confidence: %1 to %2.")
                  .arg(format::fixed(found.low, 3), format::fixed(found.high, 3));
    if (found.lag != 0 && std::isfinite(found.lagCorrelation))
        text += u' '
            + (found.lag > 0 ? tr("Best when the second follows the first by %1: r = %2.")
                             : tr("Best when the first follows the second by %1: r = %2."))
                  .arg(format::duration(found.lag), format::fixed(found.lagCorrelation, 3));
    return text;
}

void StatisticsPanel::take()
{
    const Answer answer = m_running.result();
    if (*m_stop) { // another window is wanted
        m_asked = {};
        return;
    }
    m_title->setText(
        tr("Statistics, %1 to %2").arg(format::dateTime(answer.start), format::clock(answer.end)));
    QList<KeyedRow> rows;
    for (const Line &line : answer.lines) {
        const telemetry::SignalInfo info = m_source.catalogue->signal(line.signal);
        KeyedRow row{.key = QString::number(line.signal),
                     .cells = {{.text = nameOf(line.signal)}, {.text = format::unit(info.unit)}}};
        if (!line.statistics) {
            row.cells += {.text = line.statistics.error().text,
                          .role = Role::High,
                          .tip = line.statistics.error().text};
            while (row.cells.size() < 12)
                row.cells += KeyedCell{};
            rows += row;
            continue;
        }
        const analysis::Statistics &found = *line.statistics;
        row.cells += {.text = format::count(found.good),
                      .raw = static_cast<qulonglong>(found.good),
                      .number = true,
                      .tip = found.missingCount > 0
                          ? tr("%1 more are no numbers").arg(format::count(found.missingCount))
                          : QString()};
        for (const double figure :
             {found.mean, found.timeMean, found.min.value, found.max.value, found.median,
              found.deviation, found.percentile5, found.percentile95})
            row.cells += {.text = format::number(figure), .raw = figure, .number = true};
        row.cells +=
            {.text = found.largestGap > 0 ? format::duration(found.largestGap) : format::none,
             .raw = static_cast<qint64>(found.largestGap),
             .number = true,
             .tip = format::dateTime(found.largestGapStart)};
        rows += row;
    }
    m_model->setRows(rows);
    m_together->setText(together(answer));
}

} // namespace ui
