// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "models/base/visibletext.h"
#include "models/connect/connections.h"
#include "models/ingest/pipeline.h"
#include "models/replay/recordingdesk.h"
#include "ui/connect/statewords.h"
#include "ui/recording/librarywords.h"
#include "ui/widgets/format.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int connectionsShown = 4;
constexpr qint64 refreshMs = 250;
constexpr double storeLateMs = 2'000; ///< eight commits late: the disk does not keep up

int trouble(connect::SourceState state)
{
    using enum connect::SourceState;
    switch (state) {
    case Failed:
        return 0;
    case Reconnecting:
        return 1;
    case Connecting:
        return 2;
    case Connected:
        return 3;
    case Stopped:
        return 4;
    }
    return 5;
}

/// A long name must not push the rest of the line out of the window.
QString shortened(const QString &name)
{
    return QFontMetrics(typeFont(Type::Second))
        .elidedText(base::visibleText(name), Qt::ElideMiddle, px(160));
}

} // namespace

StatusLine::StatusLine(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_layout(new QHBoxLayout(this))
    , m_connections(new QHBoxLayout)
    , m_more(new StatusItem)
    , m_lost(new StatusItem)
    , m_undecodable(new StatusItem)
    , m_store(new StatusItem)
    , m_recording(new StatusItem)
    , m_tasks(new StatusItem)
    , m_progress(new QProgressBar)
    , m_clock(new StatusItem)
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status"));
    m_layout->setContentsMargins(px(12), 1, px(12), 0);
    m_layout->setSpacing(px(4));
    m_connections->setSpacing(px(4));
    m_layout->addLayout(m_connections);
    for (StatusItem *item : {m_more, m_recording, m_lost, m_undecodable, m_store, m_tasks})
        m_layout->addWidget(item);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(px(72));
    m_progress->setAccessibleName(tr("Progress of tasks"));
    m_layout->addWidget(m_progress);
    m_layout->addStretch(1);
    m_layout->addWidget(m_clock);
    m_clock->setFocusPolicy(Qt::NoFocus);
    m_clock->setEnabled(false);
    m_recording->setObjectName(u"status/recording"_s);
    m_recording->hide();
    connect(m_recording, &QAbstractButton::clicked, this, &StatusLine::recordingClicked);
    m_lost->setObjectName(u"status/lost"_s);
    m_undecodable->setObjectName(u"status/undecodable"_s);
    m_store->setObjectName(u"status/store"_s);
    m_tasks->setObjectName(u"status/tasks"_s);
    connect(m_more, &QAbstractButton::clicked, this,
            [this] { Q_EMIT connectionClicked(QString()); });
    connect(m_lost, &QAbstractButton::clicked, this, [this] { Q_EMIT ledgerClicked(m_lost); });
    connect(m_store, &QAbstractButton::clicked, this, [this] { Q_EMIT ledgerClicked(m_store); });
    connect(m_tasks, &QAbstractButton::clicked, this, [this] { Q_EMIT tasksClicked(m_tasks); });
    connect(m_undecodable, &QAbstractButton::clicked, this, &StatusLine::undecodableClicked);
    refresh();
}

void StatusLine::refresh()
{
    if (m_since.isValid() && m_since.elapsed() < refreshMs)
        return;
    m_since.start();
    refreshConnections();
    refreshLosses();
    refreshStore();
    refreshTasks();
    refreshRecording();
    const base::TimeNs now = m_console.replay ? m_console.pipeline->clock().now() : format::now();
    m_clock->set({.mark = {},
                  .quiet = m_console.replay ? tr("replay") : QString(),
                  .strong = format::clockWithZone(now)});
    m_clock->setToolTip(format::dateTime(now));
}

void StatusLine::refreshConnections()
{
    if (!m_console.connections) {
        m_more->hide();
        return;
    }
    struct Row
    {
        connect::mqtt::Profile profile;
        connect::SourceStatus status;
    };
    std::vector<Row> rows;
    for (const auto &profile : m_console.connections->profiles())
        rows.push_back({profile, m_console.connections->status(profile.id)});
    if (rows.size() > connectionsShown) // the ones in trouble come first
        std::ranges::stable_sort(rows, {},
                                 [](const Row &row) { return trouble(row.status.state); });
    QHash<QString, StatusItem *> old;
    old.swap(m_items);
    const auto shown = std::min<size_t>(rows.size(), connectionsShown);
    for (size_t i = 0; i < shown; ++i) {
        const QString id = rows[i].profile.id;
        StatusItem *item = old.take(id);
        if (!item) {
            item = new StatusItem(this);
            item->setObjectName(u"status/connection/"_s + id);
            connect(item, &QAbstractButton::clicked, this,
                    [this, id] { Q_EMIT connectionClicked(id); });
        }
        m_connections->insertWidget(static_cast<int>(i), item);
        m_items.insert(id, item);
        const connect::SourceStatus &status = rows[i].status;
        const bool well = status.state == connect::SourceState::Connected;
        const double rate = m_console.pipeline->messageRate(m_console.connections->sourceId(id));
        const Mark mark = stateMark(status.state);
        const QString figure = well ? format::rate(rate) : stateDetail(status, format::now());
        item->set({mark, figure, shortened(rows[i].profile.name), true,
                   markRole(mark) == Role::TextSecond ? Role::Text : markRole(mark)});
        item->setToolTip(status.sentence);
        item->show();
    }
    qDeleteAll(old);
    const int hidden = static_cast<int>(rows.size() - shown);
    m_more->setVisible(hidden > 0 || rows.empty());
    m_more->set({.mark = {},
                 .quiet = rows.empty() ? tr("no connection") : tr("%n more", nullptr, hidden),
                 .strong = {}});
}

void StatusLine::refreshLosses()
{
    const ingest::LedgerFigures all = m_console.pipeline->totals();
    m_lost->set({.mark = {},
                 .quiet = tr("lost"),
                 .strong = format::count(all.lost()),
                 .role = all.lost() > 0 ? Role::High : Role::Text});
    m_lost->setToolTip(
        tr("Messages and samples lost since the start. Click for what became of every message."));
    m_undecodable->set(
        {.mark = {}, .quiet = tr("undecodable"), .strong = format::count(all.undecodable)});
    m_undecodable->setToolTip(
        tr("Messages that break the rules of their format. Click for the last ones and why."));
}

void StatusLine::refreshStore()
{
    m_store->setVisible(!m_console.replay); // nothing is stored of it
    if (m_console.replay)
        return;
    if (!m_console.historian) {
        m_store->set({.mark = {}, .quiet = tr("history"), .strong = tr("not stored")});
        m_store->setToolTip(tr("This workspace keeps no history."));
        return;
    }
    const store::StoreStatus status = m_console.historian->status();
    if (!status.problem.isEmpty()) {
        m_store->set({Mark::Critical, tr("store"), tr("cannot write"), false, Role::Critical});
        m_store->setToolTip(status.problem);
        return;
    }
    const bool late = status.behindMs > storeLateMs;
    m_store->set({.mark = {},
                  .quiet = tr("store behind"),
                  .strong = format::shortDuration(static_cast<base::TimeNs>(status.behindMs * 1e6)),
                  .role = late ? Role::High : Role::Text});
    m_store->setToolTip(tr("%1 samples stored, %2 waiting, %3 on disk")
                            .arg(format::count(status.stored), format::count(status.waiting),
                                 format::bytes(status.fileBytes)));
}

void StatusLine::refreshTasks()
{
    const auto tasks = m_console.tasks ? m_console.tasks->tasks() : std::vector<TaskCentre::Task>();
    m_tasks->setVisible(!tasks.empty());
    const auto running =
        std::ranges::find_if(tasks, [](const TaskCentre::Task &t) { return !t.done; });
    m_progress->setVisible(running != tasks.end());
    if (tasks.empty())
        return;
    const bool failed = std::ranges::any_of(tasks, &TaskCentre::Task::failed);
    const TaskCentre::Task &shown = running != tasks.end() ? *running : tasks.back();
    const int active = m_console.tasks->running();
    m_tasks->set({.mark = failed ? std::optional(Mark::High) : std::nullopt,
                  .quiet = active > 1 ? tr("tasks %1").arg(active) : tr("task"),
                  .strong = fontMetrics().elidedText(shown.title, Qt::ElideRight, px(160)),
                  .role = failed ? Role::High : Role::Text});
    m_tasks->setToolTip(shown.note.isEmpty() ? shown.title : shown.note);
    m_progress->setRange(0, shown.progress < 0 ? 0 : 1000);
    m_progress->setValue(qMax(0, shown.progress));
}

/// The one in trouble, else the first that runs, else the first that is armed.
void StatusLine::refreshRecording()
{
    const std::vector<int> ids =
        m_console.recordings ? m_console.recordings->running() : std::vector<int>();
    m_recording->setVisible(!ids.empty());
    if (ids.empty())
        return;
    std::vector<recording::RecorderStatus> all;
    for (const int id : ids)
        all.push_back(m_console.recordings->status(id));
    std::ranges::stable_sort(all, {}, [](const recording::RecorderStatus &status) {
        return !status.problem.isEmpty() ? 0 : status.armed ? 2 : 1;
    });
    const recording::RecorderStatus &shown = all.front();
    if (!shown.problem.isEmpty()) {
        m_recording->set(
            {Mark::Critical, tr("recording"), tr("cannot write"), false, Role::Critical});
        m_recording->setToolTip(shown.problem);
        return;
    }
    const base::TimeNs length = shown.first == base::noTime
        ? 0
        : std::max<base::TimeNs>(0, m_console.pipeline->clock().now() - shown.first);
    const QString name = shown.armed ? tr("armed") : tr("recording");
    const QString figures =
        u"%1 · %2"_s.arg(format::duration(length), format::bytes(shown.fileBytes));
    m_recording->set({.mark = Mark::Busy,
                      .quiet = all.size() > 1 ? tr("%1 of %2").arg(name).arg(all.size()) : name,
                      .strong = figures});
    QStringList tip{tr("%1: %2 messages").arg(shown.title, format::count(shown.messages))};
    if (shown.lost > 0)
        tip += tr("%1 messages could not be kept").arg(format::count(shown.lost));
    if (const QString room = roomLeft(shown); !room.isEmpty())
        tip += room;
    m_recording->setToolTip(tip.join(u'\n'));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface));
    painter.fillRect(0, 0, width(), 1, colour(Role::Line));
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_since.invalidate();
}

} // namespace ui
