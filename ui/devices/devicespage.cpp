// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicespage.h"

#include "models/base/visibletext.h"
#include "models/ingest/pipeline.h"
#include "ui/devices/devicedetail.h"
#include "ui/devices/devicerows.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rows/rowview.h"
#include "ui/widgets/statepane.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedLayout>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

DevicesPage::DevicesPage(const Console &console, QWidget *parent)
    : Page(console, parent)
    , m_rows(new DeviceRows(this))
    , m_stack(new QStackedLayout(this))
    , m_empty(new StatePane)
    , m_filter(new FilterEdit(tr("Filter: text, or state:offline site:\"North plant\" model:pump")))
    , m_count(new Label(QString(), Type::Second, Role::TextSecond))
    , m_view(new RowView)
    , m_splitter(new QSplitter)
    , m_detail(new DeviceDetail(console))
{
    setObjectName(u"devicesPage"_s);
    m_empty->setObjectName(u"devicesEmpty"_s);
    m_empty->showEmpty(
        u"computer"_s, tr("No device has spoken yet."),
        tr("Devices are found from topics and messages; nothing has to be configured."),
        tr("Connections"));
    m_stack->addWidget(m_empty);
    auto *list = new Card;
    auto *line = new QHBoxLayout;
    line->addWidget(m_filter, 1);
    line->addWidget(m_count);
    list->body()->addLayout(line);
    list->body()->addWidget(m_view, 1);
    m_view->setObjectName(u"devicesView"_s);
    m_view->setAccessibleName(tr("Devices"));
    m_view->setRows(m_rows);
    m_view->setColumnWidths({170, 90, 84, 66, 70, 120, 110, 90, 170, 84, 60}, DeviceRows::Name);
    m_view->setMiddleElided({DeviceRows::Name});
    m_view->sortByColumn(DeviceRows::Name, Qt::AscendingOrder);
    m_view->rememberColumns(m_console.settings, u"devices"_s);
    m_filter->setTarget(m_view);
    auto *detail = new Card;
    detail->body()->addWidget(m_detail);
    m_detailCard = detail;
    detail->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(px(12));
    m_splitter->addWidget(list);
    m_splitter->addWidget(detail);
    m_splitter->setSizes({px(620), px(520)});
    m_splitter->setStretchFactor(0, 6);
    m_splitter->setStretchFactor(1, 4);
    auto *content = new QWidget;
    auto *all = new QHBoxLayout(content);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
    m_stack->addWidget(content);
    connect(m_empty, &StatePane::clicked, this,
            [this] { Q_EMIT wanted({.page = u"connections"_s}); });
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_rows->setFilterText(text);
        showCount();
    });
    if (m_console.scope)
        connect(m_console.scope, &Scope::changed, this, [this] { m_sinceReview.invalidate(); });
    connect(m_view, &RowView::recordChanged, this, &DevicesPage::showDevice);
    connect(m_view, &RowView::recordActivated, this, [this](int record) {
        Q_EMIT wanted({.page = u"telemetry"_s, .device = m_rows->device(record).id});
    });
    connect(m_detail, &DeviceDetail::wanted, this, &Page::wanted);
    makeActions();
}

void DevicesPage::makeActions()
{
    auto *group = new QAction(tr("Group by site"), this);
    group->setToolTip(tr("Shows the devices of each site under its name"));
    group->setCheckable(true);
    connect(group, &QAction::toggled, m_rows, &DeviceRows::setGrouped);
    auto *copy = new QAction(tr("Copy as CSV"), this);
    copy->setToolTip(tr("Copies the selected devices, or all that are shown"));
    connect(copy, &QAction::triggered, m_view, &RowView::copyAsCsv);
    m_actions = {group, copy};
}

QString DevicesPage::key() const
{
    return u"devices"_s;
}

QString DevicesPage::title() const
{
    return tr("Devices");
}

QString DevicesPage::iconName() const
{
    return u"computer"_s;
}

QString DevicesPage::answer() const
{
    std::array<int, 5> counts{};
    int gateways = 0;
    for (int record = 0; record < m_rows->count(); ++record) {
        const devices::DeviceRecord &device = m_rows->device(record);
        if (!inScope(m_console, device))
            continue;
        if (device.counts())
            ++counts[static_cast<std::size_t>(device.state)];
        gateways += device.kind == devices::DeviceKind::Gateway ? 1 : 0;
    }
    QStringList parts;
    for (std::size_t state = 0; state < counts.size(); ++state)
        if (counts[state] > 0)
            parts << tr("%1 %2").arg(format::count(static_cast<quint64>(counts[state])),
                                     stateText(static_cast<devices::DeviceState>(state)));
    if (gateways > 0 && !parts.isEmpty())
        return tr("%1; %n gateway(s) carry them", nullptr, gateways).arg(parts.join(u", "_s));
    return parts.isEmpty() ? tr("No device has spoken yet") : parts.join(u", "_s);
}

void DevicesPage::refresh()
{
    m_detail->refresh();
    if (m_sinceRows.isValid() && m_sinceRows.elapsed() < 500)
        return;
    m_sinceRows.start();
    const bool lookAgain = !m_sinceReview.isValid() || m_sinceReview.elapsed() > 1'000;
    if (lookAgain) {
        m_sinceReview.start();
        m_rows->setScope(scopedDevices(m_console));
    }
    m_rows->update(m_console.pipeline->devices().records(), m_console.pipeline->clock().now(),
                   lookAgain);
    m_stack->setCurrentIndex(m_rows->count() > 0 ? 1 : 0);
    showCount(); // of what the scope covers
    if (m_waitFor != telemetry::noId && m_rows->recordOf(m_waitFor) >= 0)
        m_view->showRecord(m_rows->recordOf(std::exchange(m_waitFor, telemetry::noId)));
}

void DevicesPage::showCount()
{
    const QString all = format::count(static_cast<quint64>(m_rows->count()));
    m_count->setText(
        m_rows->filtered()
            ? tr("%1 of %2").arg(format::count(static_cast<quint64>(m_rows->shown())), all)
            : all);
}

void DevicesPage::showDevice(int record)
{
    if (record < 0)
        return;
    m_detailCard->show();
    m_detail->setDevice(m_rows->device(record).id);
}

bool DevicesPage::go(const Destination &destination)
{
    if (!destination.text.isEmpty()) {
        m_filter->setText(destination.text);
        m_rows->setFilterText(destination.text);
    }
    if (destination.device == telemetry::noId)
        return true;
    m_filter->clear();
    m_rows->setFilterText({});
    m_waitFor = destination.device;
    m_sinceRows.invalidate();
    refresh();
    return m_waitFor == telemetry::noId;
}

QList<Page::Found> DevicesPage::find(const QString &words) const
{
    QList<Found> out;
    const FilterQuery query = FilterQuery::parse(words);
    for (const devices::DeviceRecord &device : m_console.pipeline->devices().records()) {
        if (out.size() >= 20)
            break;
        const QString text = device.title() + u'\n' + device.name + u'\n' + device.site;
        if (query.matches(
                [&text](const QString &field) { return field.isEmpty() ? text : QString(); }))
            out.append({base::visibleText(device.title()),
                        tr("Device, %1").arg(stateText(device.state)),
                        {.page = key(), .device = device.id}});
    }
    return out;
}

} // namespace ui
