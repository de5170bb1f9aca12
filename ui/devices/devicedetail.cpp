// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicedetail.h"

#include "models/base/visibletext.h"
#include "models/ingest/pipeline.h"
#include "ui/devices/devicerows.h"
#include "ui/devices/signalrows.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rows/keyedtable.h"
#include "ui/widgets/spark/sparkline.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace ui {

DeviceDetail::DeviceDetail(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_name(new Label(QString(), Type::Section, Role::Text, true))
    , m_state(new Badge)
    , m_why(new Label(QString(), Type::Base, Role::TextSecond))
    , m_identity(new KeyedTable({tr("Property"), tr("Value")}, this))
    , m_identityView(new TableView)
    , m_signals(new SignalRows(console.pipeline, this))
    , m_signalsView(new TableView)
    , m_models(new KeyedTable({tr("Model"), tr("Confidence"), tr("Recent mean"), tr("Below limit"),
                               tr("Below now for"), tr("Label")},
                              this))
    , m_modelsView(new TableView)
    , m_modelsTitle(new Label(tr("Models"), Type::Base, Role::Text, true))
    , m_events(new KeyedTable({tr("Time"), tr("Event")}, this))
    , m_eventsView(new TableView)
    , m_eventsNote(new Label(QString(), Type::Second, Role::TextSecond))
{
    m_name->setElide(Qt::ElideMiddle);
    m_name->setObjectName(u"deviceName"_s);
    m_state->setMinimumWidth(px(84));
    m_why->setWordWrap(true);
    auto *telemetry = new QPushButton(tr("Show on Telemetry"));
    auto *explore = new QPushButton(tr("Show topics"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(telemetry);
    buttons->addWidget(explore);
    buttons->addStretch(1);
    m_signalsView->setModel(m_signals);
    m_signalsView->setObjectName(u"deviceSignals"_s);
    m_signalsView->setAccessibleName(tr("Signals of the device"));
    m_signalsView->setItemDelegateForColumn(SignalRows::Trend, new SparkDelegate(m_signalsView));
    m_signalsView->setColumnWidths({120, 80, 44, 76, 52, 72}, 0);
    m_signalsView->rememberColumns(m_console.settings, u"deviceSignals"_s);
    m_models->setNumberColumns({1, 2, 3, 4});
    m_modelsView->setModel(m_models);
    m_modelsView->setColumnWidths({110, 74, 84, 74, 92, 60}, 0);
    m_modelsView->setFixedHeight(px(110));
    m_identityView->setModel(m_identity);
    m_identityView->setColumnWidths({150, 200}, 1);
    m_eventsView->setModel(m_events);
    m_eventsView->setColumnWidths({160, 240}, 1);
    auto *now = new QWidget;
    auto *column = new QVBoxLayout(now);
    column->setContentsMargins(0, px(6), 0, 0);
    column->addWidget(m_signalsView, 1);
    column->addWidget(m_modelsTitle);
    column->addWidget(m_modelsView);
    auto *happened = new QWidget;
    auto *events = new QVBoxLayout(happened);
    events->setContentsMargins(0, px(6), 0, 0);
    events->addWidget(m_eventsNote);
    events->addWidget(m_eventsView, 1);
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->addTab(now, tr("Now"));
    tabs->addTab(m_identityView, tr("Identity"));
    tabs->addTab(happened, tr("Events"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(px(6));
    all->addLayout(head);
    all->addWidget(m_why);
    all->addLayout(buttons);
    all->addWidget(tabs, 1);
    connect(telemetry, &QPushButton::clicked, this,
            [this] { Q_EMIT wanted({.page = u"telemetry"_s, .device = m_device}); });
    connect(explore, &QPushButton::clicked, this,
            [this] { Q_EMIT wanted({.page = u"explore"_s, .topic = firstTopic()}); });
    connect(m_signalsView, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT wanted(
            {.page = u"telemetry"_s, .device = m_device, .signal = m_signals->signalOf(index)});
    });
}

QString DeviceDetail::firstTopic() const
{
    const auto all = m_console.pipeline->catalogue().signalsOf(m_device);
    return all.empty() ? QString() : all.front().topic;
}

void DeviceDetail::setDevice(telemetry::DeviceId device)
{
    if (device == m_device)
        return;
    m_device = device;
    m_signals->setDevice(device);
    m_sinceValues.invalidate();
    m_sinceEvents.invalidate();
    refresh();
}

void DeviceDetail::refresh()
{
    if (m_device == telemetry::noId || (m_sinceValues.isValid() && m_sinceValues.elapsed() < 500))
        return;
    m_sinceValues.start();
    const base::TimeNs now = m_console.pipeline->clock().now();
    showIdentity(m_console.pipeline->devices().record(m_device), now);
    m_signals->takeNew();
    const int last = m_signalsView->rowAt(m_signalsView->viewport()->height() - 1);
    m_signals->refreshRows(m_signalsView->rowAt(0), last < 0 ? m_signals->rowCount() - 1 : last);
    showModels(now);
    if (!m_sinceEvents.isValid() || m_sinceEvents.elapsed() > 5'000) {
        m_sinceEvents.start();
        showEvents();
    }
}

void DeviceDetail::showIdentity(const devices::DeviceRecord &device, base::TimeNs now)
{
    m_name->setText(base::visibleText(device.title()));
    m_state->set(stateMark(device.state), stateText(device.state));
    QString why = device.why.isEmpty() ? tr("Talks, and nothing says otherwise.")
                                       : base::visibleText(device.why);
    why += u' ' + tr("Last seen %1.").arg(format::age(device.lastSeen, now));
    if (device.state != devices::DeviceState::Well && device.since > 0)
        why +=
            u' ' + tr("%1 since %2.").arg(stateText(device.state), format::dateTime(device.since));
    m_why->setText(why);
    QList<KeyedRow> rows;
    const auto add = [&rows](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows.append(
                {name,
                 {{.text = name, .role = Role::TextSecond}, {.text = base::visibleText(value)}}});
    };
    add(tr("Name in messages"), device.name);
    add(tr("Site"), device.site);
    add(tr("Manufacturer"), device.manufacturer);
    add(tr("Device model"), device.model);
    add(tr("Firmware"), device.firmware);
    add(tr("Hardware"), device.hardware);
    add(tr("Serial number"), device.serial);
    add(tr("Hangs on"), device.parent);
    add(tr("Protocol"), device.protocol);
    add(tr("Connection"), m_console.pipeline->catalogue().source(device.source).name);
    for (const QString &model : device.models)
        add(tr("Edge model %1").arg(model.section(u' ', 0, 0)), model);
    add(tr("First seen"), format::dateTime(device.firstSeen));
    add(tr("Messages"), format::count(device.messages));
    add(tr("Samples"), format::count(device.samples));
    add(tr("Missing by sequence number"), format::count(device.gaps));
    if (device.typicalInterval > 0)
        add(tr("Talks about every"), format::shortDuration(device.typicalInterval));
    for (const auto &[key, value] : device.attributes)
        add(base::visibleText(key), value);
    m_identity->setRows(rows);
}

void DeviceDetail::showModels(base::TimeNs)
{
    QList<KeyedRow> rows;
    const double limit = m_console.pipeline->predictions().limit();
    for (const telemetry::ConfidenceRecord &record : m_console.pipeline->predictions().records()) {
        if (record.device != m_device || record.answers <= record.invalid)
            continue;
        const bool low = record.last < limit;
        KeyedCell last{.text = format::percent(record.last, 1), .strong = low, .number = true};
        if (low)
            last.role = Role::High;
        const double share = static_cast<double>(record.below)
            / static_cast<double>(record.answers - record.invalid);
        const QString name =
            record.model.isEmpty() ? tr("not named") : record.model + u' ' + record.version;
        rows.append(
            {QString::number(record.id),
             {{.text = base::visibleText(name)},
              last,
              {.text = format::percent(record.recentMean, 1), .number = true},
              {.text = format::percent(share), .number = true},
              {.text = low ? format::duration(record.currentRun()) : format::none, .number = true},
              {.text = base::visibleText(record.lastLabel)}}});
    }
    m_models->setRows(rows);
    m_modelsTitle->setVisible(!rows.isEmpty());
    m_modelsView->setVisible(!rows.isEmpty());
}

void DeviceDetail::showEvents()
{
    if (!m_console.historian) {
        m_eventsNote->setText(tr("History is off: nothing is stored in this session."));
        return;
    }
    const base::TimeNs now = m_console.pipeline->clock().now();
    const auto events = m_console.historian->events(
        now - 7 * 24 * base::nsPerHour, m_console.replay ? now : now + base::nsPerHour, 5'000);
    if (!events) {
        m_eventsNote->setText(events.error().text);
        return;
    }
    const QString name = m_console.pipeline->devices().record(m_device).name;
    QList<KeyedRow> rows;
    for (auto event = events->rbegin(); event != events->rend() && rows.size() < 200; ++event) {
        if (event->device == name)
            rows.append({QString::number(event->id),
                         {{.text = format::dateTime(event->time), .role = Role::TextSecond},
                          {.text = event->text.isEmpty() ? tr("Well again")
                                                         : base::visibleText(event->text)}}});
    }
    m_eventsNote->setText(rows.isEmpty() ? tr("Nothing happened to this device in the last 7 days.")
                                         : tr("Last 7 days, newest first"));
    m_events->setRows(rows);
}

void DeviceDetail::copyAsCsv() const
{
    m_signalsView->copyAsCsv();
}

} // namespace ui
