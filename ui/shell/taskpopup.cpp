// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/popup.h"
#include "ui/shell/popups.h"
#include "ui/shell/shell.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/taskcentre.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::TaskPopup)
};

QToolButton *newButton(const QString &iconName, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    return button;
}

QWidget *newRow(TaskCentre *centre, const TaskCentre::Task &task)
{
    auto *row = new QWidget;
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout;
    column->setSpacing(px(2));
    column->addWidget(new Label(task.title));
    if (!task.done) {
        auto *bar = new QProgressBar;
        bar->setTextVisible(false);
        bar->setFixedHeight(px(8));
        bar->setRange(0, task.progress < 0 ? 0 : 1000);
        bar->setValue(qMax(0, task.progress));
        bar->setAccessibleName(task.title);
        column->addWidget(bar);
    }
    const QString started = format::age(task.startedMs * base::nsPerMs, format::now());
    const QString note = task.note.isEmpty() ? Words::tr("started %1").arg(started) : task.note;
    column->addWidget(new Label(note, Type::Second, task.failed ? Role::High : Role::TextSecond));
    across->addLayout(column, 1);
    if (task.cancellable) {
        QToolButton *stop = newButton(u"process-stop"_s, Words::tr("Stop: %1").arg(task.title));
        QObject::connect(stop, &QToolButton::clicked, centre,
                         [centre, id = task.id] { centre->cancel(id); });
        across->addWidget(stop);
    } else if (task.done) {
        QToolButton *dismiss =
            newButton(u"window-close"_s, Words::tr("Dismiss: %1").arg(task.title));
        QObject::connect(dismiss, &QToolButton::clicked, centre,
                         [centre, id = task.id] { centre->dismiss(id); });
        across->addWidget(dismiss);
    }
    return row;
}

} // namespace

void showTasks(Shell *shell, QWidget *anchor)
{
    TaskCentre *centre = shell->console().tasks;
    if (!centre)
        return;
    auto *popup = new Popup(Words::tr("Tasks"), anchor);
    popup->setObjectName(u"taskPopup"_s);
    popup->setMinimumWidth(px(360));
    const auto refresh = [popup, centre] {
        while (QLayoutItem *item = popup->body()->takeAt(0)) {
            if (item->widget())
                item->widget()->deleteLater();
            delete item;
        }
        const auto tasks = centre->tasks();
        for (const TaskCentre::Task &task : tasks)
            popup->body()->addWidget(newRow(centre, task));
        if (tasks.empty())
            popup->body()->addWidget(
                new Label(Words::tr("Nothing is running."), Type::Base, Role::TextSecond));
        popup->adjustSize();
    };
    refresh();
    QObject::connect(centre, &TaskCentre::changed, popup, refresh);
    popup->openAtAnchor();
}

} // namespace ui
