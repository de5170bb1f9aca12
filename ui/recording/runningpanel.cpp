// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/runningpanel.h"

#include "models/base/visibletext.h"
#include "models/ingest/pipeline.h"
#include "models/replay/recordingdesk.h"
#include "ui/recording/librarywords.h"
#include "ui/recording/recordingcontrols.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

RunningPanel::RunningPanel(const Console &console, QWidget *parent)
    : Card(tr("Under way"), parent)
    , m_console(console)
{
    setObjectName(u"runningRecordings"_s);
    hide();
}

void RunningPanel::refresh()
{
    if (!m_console.recordings)
        return;
    const std::vector<int> ids = m_console.recordings->running();
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (std::ranges::find(ids, it->first) != ids.end()) {
            ++it;
            continue;
        }
        it->second.widget->hide();
        it->second.widget->deleteLater(); // its own button may have been pressed
        it = m_rows.erase(it);
    }
    for (const int id : ids) {
        if (!m_rows.contains(id))
            m_rows.emplace(id, newRow(id));
        show(m_rows.at(id), id);
    }
    setVisible(!ids.empty());
}

RunningPanel::Row RunningPanel::newRow(int id)
{
    Row row{new QWidget,
            new Badge,
            new Label(QString(), Type::Base, Role::Text, true),
            new Label(QString(), Type::Base, Role::TextSecond),
            new QPushButton(tr("Trigger")),
            new QPushButton(tr("Add marker…"))};
    auto *across = new QHBoxLayout(row.widget);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(px(12));
    row.title->setElide(Qt::ElideRight);
    row.figures->setElide(Qt::ElideRight);
    row.figures->setObjectName(u"runningFigures"_s);
    across->addWidget(row.badge);
    across->addWidget(row.title, 1);
    across->addWidget(row.figures, 3);
    auto *stop = new QPushButton(tr("Stop"));
    stop->setObjectName(u"stopOne"_s);
    for (QPushButton *button : {row.trigger, row.mark, stop}) {
        button->setAutoDefault(false);
        across->addWidget(button);
    }
    RecordingControls *controls = m_console.recorder;
    connect(row.trigger, &QPushButton::clicked, controls,
            [controls, id] { controls->triggerOne(id); });
    connect(row.mark, &QPushButton::clicked, controls, [controls, id] { controls->markOne(id); });
    connect(stop, &QPushButton::clicked, controls, [controls, id] { controls->stopOne(id); });
    body()->addWidget(row.widget);
    return row;
}

void RunningPanel::show(Row &row, int id)
{
    const recording::RecorderStatus status = m_console.recordings->status(id);
    row.trigger->setVisible(status.armed);
    row.mark->setVisible(!status.armed);
    row.title->setText(base::visibleText(status.title));
    if (!status.problem.isEmpty()) {
        row.badge->set(Mark::Critical, tr("cannot write"));
        row.figures->setRole(Role::Critical);
        row.figures->setText(status.lost > 0 ? tr("%1 %2 messages are lost so far.")
                                                   .arg(status.problem, format::count(status.lost))
                                             : status.problem);
        return;
    }
    row.badge->set(Mark::Busy, status.armed ? tr("armed") : tr("recording"));
    row.figures->setRole(Role::TextSecond);
    const base::TimeNs length =
        status.first == base::noTime ? 0 : m_console.pipeline->clock().now() - status.first;
    QStringList parts{format::duration(std::max<base::TimeNs>(0, length)),
                      tr("%1 messages").arg(format::count(status.messages)),
                      format::bytes(status.fileBytes)};
    if (status.part > 1)
        parts += tr("part %1").arg(status.part);
    if (const QString room = roomLeft(status); !room.isEmpty())
        parts += room;
    if (status.lost > 0)
        parts += tr("%1 lost").arg(format::count(status.lost));
    row.figures->setText(parts.join(u"  ·  "_s));
}

} // namespace ui
