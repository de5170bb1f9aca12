// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/telemetrypage.h"

#include "ui/telemetry/charttable.h"
#include "ui/telemetry/signalmodel.h"
#include "ui/telemetry/statisticspanel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rows/rowview.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include "models/base/settings.h"
#include "models/ingest/pipeline.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

TelemetryPage::TelemetryPage(const Console &console, QWidget *parent)
    : Page(console, parent)
    , m_view(new TimeView(&console.pipeline->clock(), this))
    , m_model(new SignalModel(console.pipeline->catalogue(), console.pipeline->series(),
                              console.pipeline->texts(), console.pipeline->devices(), this))
    , m_table(new ChartTable(console.pipeline->texts(), this))
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    auto *split = new QSplitter(this);
    split->setObjectName(u"telemetrySplit"_s);
    split->addWidget(buildList());
    split->addWidget(buildCharts());
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({px(370), px(1'200)});
    split->setChildrenCollapsible(false);
    split->setHandleWidth(px(10));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(split);
    buildActions();
    setAcceptDrops(true);
    m_clock.start();
    if (m_console.scope)
        connect(m_console.scope, &Scope::changed, this, [this] { m_scopeMs = -2'000; });
    connect(m_view, &TimeView::liveChanged, this, &TelemetryPage::updateActions);
    connect(m_view, &TimeView::measureChanged, this, &TelemetryPage::updateActions);
    connect(m_view, &TimeView::moved, this, [this] {
        m_settling = m_settling && m_placing; // a person's word ends it
        updateActions();
        m_eventsMs = -10'000;
        saveLayout();
    });
    m_model->refresh();
    m_firstUse = m_console.settings && m_console.settings->layout(u"telemetry"_s).isEmpty();
    restoreLayout();
    updateActions();
    showState();
}

TelemetryPage::~TelemetryPage()
{
    *m_stop = true;
    m_events.waitForFinished();
    m_export.waitForFinished();
}

QString TelemetryPage::key() const
{
    return u"telemetry"_s;
}

QString TelemetryPage::title() const
{
    return tr("Telemetry");
}

QString TelemetryPage::iconName() const
{
    return u"office-chart-line"_s;
}

ChartSource TelemetryPage::chartSource() const
{
    ingest::Pipeline *pipeline = m_console.pipeline;
    return {&pipeline->series(),
            &pipeline->catalogue(),
            &pipeline->texts(),
            m_console.historian,
            [pipeline](telemetry::SourceId source) { return pipeline->ledger(source).lost(); },
            [this](telemetry::DeviceId device) { return m_model->deviceName(device); }};
}

QWidget *TelemetryPage::buildList()
{
    auto *panel = new Card(tr("Signals"));
    m_card = panel;
    m_filter = new FilterEdit(tr("Filter: words, device:pump, unit:bar, model:x"));
    m_filter->setObjectName(u"signalFilter"_s);
    m_filter->setAccessibleName(tr("Filter signals"));
    m_list = new RowView;
    m_list->setObjectName(u"signalList"_s);
    m_list->setAccessibleName(tr("Signals"));
    m_list->setRows(m_model);
    m_list->setColumnWidths({150, -84, 40, 120, 80, 120}, SignalModel::Signal);
    m_list->setColumnHidden(SignalModel::Device, true);
    m_list->setColumnHidden(SignalModel::Model, true);
    m_list->setColumnHidden(SignalModel::Topic, true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->sortByColumn(SignalModel::Signal, Qt::AscendingOrder);
    m_list->setMiddleElided({SignalModel::Signal, SignalModel::Device, SignalModel::Topic});
    m_list->rememberColumns(m_console.settings, u"signals"_s);
    m_list->installEventFilter(this);
    m_filter->setTarget(m_list);
    connect(m_filter, &FilterEdit::filterChanged, m_model, &SignalModel::setFilterText);
    connect(m_list, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (m_model->record(index) >= 0)
            addSignal(static_cast<SignalId>(m_model->record(index)));
    });
    m_hint = new Label(tr("Drag onto a chart, or press Enter; Ctrl+Enter opens a new chart."),
                       Type::Second, Role::TextSecond);
    m_hint->setWordWrap(true);
    panel->body()->addWidget(m_filter);
    panel->body()->addWidget(m_list, 1);
    panel->body()->addWidget(m_hint);
    panel->setMinimumWidth(px(240));
    return panel;
}

QWidget *TelemetryPage::buildCharts()
{
    m_stack = new QSplitter(Qt::Vertical);
    m_stack->setChildrenCollapsible(false);
    m_stack->setHandleWidth(px(8));
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_stack);
    m_state = new StatePane;
    connect(m_state, &StatePane::clicked, this, [this] {
        if (m_model->count() == 0) {
            Destination to;
            to.page = u"connections"_s;
            Q_EMIT wanted(to);
            return;
        }
        showFirstSignals();
    });
    m_right = new QStackedWidget;
    m_right->addWidget(m_state);
    m_right->addWidget(m_scroll);

    m_tablePanel = new QWidget;
    auto *layout = new QVBoxLayout(m_tablePanel);
    layout->setContentsMargins({});
    auto *head = new QHBoxLayout;
    m_tableTitle = new Label({}, Type::Base, Role::Text, true);
    auto *close = new QToolButton;
    close->setText(tr("Close"));
    close->setToolTip(tr("Close the table (Esc)"));
    connect(close, &QToolButton::clicked, m_tablePanel, &QWidget::hide);
    head->addWidget(m_tableTitle, 1);
    head->addWidget(close);
    m_tableView = new TableView;
    m_tableView->setObjectName(u"chartTable"_s);
    m_tableView->setLiveModel(m_table);
    m_tableView->installEventFilter(this);
    layout->addLayout(head);
    layout->addWidget(m_tableView, 1);
    m_tablePanel->hide();

    m_statistics = new StatisticsPanel(chartSource());
    m_statistics->hide();

    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_right);
    split->addWidget(m_tablePanel);
    split->addWidget(m_statistics);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    return split;
}

QString TelemetryPage::answer() const
{
    int signalCount = 0;
    QStringList silent;
    for (const Box &box : m_boxes) {
        for (const ChartLine &line : box.chart->lines()) {
            ++signalCount;
            if (line.stale)
                silent += line.device + u" / "_s + line.name;
        }
    }
    if (signalCount == 0)
        return tr("%1 signals known, none on a chart.").arg(m_model->count());
    const QString where = m_view->isLive()
        ? (m_console.replay ? tr("Up to where the replay stands, last %1") : tr("Live, last %1"))
              .arg(format::duration(m_view->length()))
        : tr("%1 to %2").arg(format::dateTime(m_view->start()), format::clock(m_view->end()));
    if (silent.isEmpty())
        return tr("%1; every signal shown is talking.").arg(where);
    if (silent.size() == 1)
        return tr("%1; %2 is silent.").arg(where, silent.front());
    return tr("%1; %2 of %3 signals shown are silent, first %4.")
        .arg(where, QString::number(silent.size()), QString::number(signalCount), silent.front());
}

void TelemetryPage::refresh()
{
    const qint64 now = m_clock.elapsed();
    for (const Box &box : m_boxes)
        box.chart->refresh();
    if (now - m_listMs >= 250) {
        m_listMs = now;
        const bool grown = m_model->refresh();
        if (now - m_scopeMs >= 2'000) {
            m_scopeMs = now;
            m_model->setScope(scopedDevices(m_console));
        }
        settleWindow();
        showLimits();
        m_card->setNote(format::count(static_cast<quint64>(m_model->count())));
        if (grown) {
            retryPending();
            showState();
        }
        m_list->viewport()->update();
        // Somebody who opens the page for the first time sees lines, not an empty page.
        constexpr int enough = 8;
        if (m_firstUse && m_boxes.empty() && m_model->count() >= enough) {
            m_firstUse = false;
            showFirstSignals();
        }
    }
    if (now - m_eventsMs >= 2'000)
        fetchEvents();
    refreshStatistics();
}

void TelemetryPage::refreshStatistics()
{
    if (!m_statistics->isVisible())
        return;
    std::vector<SignalId> wanted;
    for (const Box &box : m_boxes) {
        for (const SignalId signal : box.chart->signalIds()) {
            if (std::ranges::find(wanted, signal) == wanted.end())
                wanted.push_back(signal);
        }
    }
    m_statistics->show(wanted, m_view->start(), m_view->end());
}

void TelemetryPage::fetchEvents()
{
    if (!m_console.historian || m_events.isRunning() || m_boxes.empty())
        return;
    m_eventsMs = m_clock.elapsed();
    // Waited for in the destructor, so `this` is there.
    m_events = QtConcurrent::run([this, stop = m_stop, start = m_view->start(),
                                  end = m_view->end()] {
        auto events = m_console.historian->events(start, end, 500);
        if (!events || *stop)
            return;
        QMetaObject::invokeMethod(this, [this, found = std::move(*events)] {
            const auto &old = m_view->events();
            if (found.size() != old.size() || (!found.empty() && found.back().id != old.back().id))
                m_view->setEvents(found);
        });
    });
}

void TelemetryPage::showState()
{
    if (!m_boxes.empty()) {
        m_right->setCurrentWidget(m_scroll);
        return;
    }
    m_right->setCurrentWidget(m_state);
    if (m_model->count() == 0)
        m_state->showEmpty(iconName(), tr("No signals yet."),
                           tr("They appear by themselves as soon as a connected device talks."),
                           tr("Open connections"));
    else
        m_state->showEmpty(iconName(), tr("Nothing on a chart yet."),
                           tr("Drag signals here from the list, or press Enter on one."),
                           tr("Show the first four"));
}

bool TelemetryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_tableView && key->key() == Qt::Key_Escape) {
        m_tablePanel->hide();
        return true;
    }
    if (watched == m_list && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        && m_list->currentRecord() >= 0) {
        const bool fresh = key->modifiers().testFlag(Qt::ControlModifier);
        bool first = true;
        for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
            if (m_model->record(index) < 0)
                continue;
            addSignal(static_cast<SignalId>(m_model->record(index)), fresh && first);
            first = false;
        }
        return true;
    }
    return Page::eventFilter(watched, event);
}

void TelemetryPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(signalsMimeType()))
        event->acceptProposedAction();
}

void TelemetryPage::dropEvent(QDropEvent *event)
{
    bool first = true; // beside the charts: a new one
    for (const QByteArray &id : event->mimeData()->data(signalsMimeType()).split(' ')) {
        bool good = false;
        const uint signal = id.toUInt(&good);
        if (good)
            addSignal(signal, first);
        first = false;
    }
    event->acceptProposedAction();
}

bool TelemetryPage::go(const Destination &destination)
{
    const telemetry::Catalogue &catalogue = m_console.pipeline->catalogue();
    m_model->refresh();
    if (destination.signal != telemetry::noId) {
        if (destination.signal >= catalogue.signalCount())
            return false;
        addSignal(destination.signal);
        return true;
    }
    if (destination.device != telemetry::noId) {
        if (destination.device >= catalogue.deviceCount())
            return false;
        m_filter->setText(u"device:\"%1\""_s.arg(catalogue.device(destination.device).name));
        m_model->setFilterText(m_filter->text());
        return true;
    }
    if (!destination.text.isEmpty()) {
        m_filter->setText(destination.text);
        m_model->setFilterText(destination.text);
    }
    return true;
}

QList<Page::Found> TelemetryPage::find(const QString &words) const
{
    QList<Found> found;
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return found;
    for (int row = 0; row < m_model->count() && found.size() < 20; ++row) {
        const auto signal = static_cast<telemetry::SignalId>(row);
        const QString name = m_model->nameOf(signal);
        if (!std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
                return name.contains(part, Qt::CaseInsensitive);
            }))
            continue;
        Destination to;
        to.page = key();
        to.signal = signal;
        found.append({name, tr("Show on a chart"), to});
    }
    return found;
}

} // namespace ui
