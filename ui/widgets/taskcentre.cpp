// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taskcentre.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>

namespace ui {

TaskCentre::Id TaskCentre::add(const QString &title, std::function<void()> cancel)
{
    Entry entry;
    entry.task.id = m_next++;
    entry.task.title = title;
    entry.task.cancellable = static_cast<bool>(cancel);
    entry.task.startedMs = QDateTime::currentMSecsSinceEpoch();
    entry.cancel = std::move(cancel);
    m_entries.push_back(std::move(entry));
    Q_EMIT changed();
    return m_entries.back().task.id;
}

void TaskCentre::setProgress(Id id, int progress, const QString &note)
{
    Entry *entry = find(id);
    if (!entry || entry->task.done)
        return;
    entry->task.progress = std::clamp(progress, -1, 1000);
    if (!note.isEmpty())
        entry->task.note = note;
    tellSoon();
}

void TaskCentre::finish(Id id, const QString &note, bool failed)
{
    Entry *entry = find(id);
    if (!entry || entry->task.done)
        return;
    entry->task.done = true;
    entry->task.failed = failed;
    entry->task.cancellable = false;
    entry->task.note = note;
    entry->cancel = {};
    if (!failed) {
        entry->task.progress = 1000;
        QTimer::singleShot(4'000, this, [this, id] { dismiss(id); });
    }
    Q_EMIT changed();
}

void TaskCentre::cancel(Id id)
{
    Entry *entry = find(id);
    if (!entry || !entry->cancel)
        return;
    const auto stop = std::move(entry->cancel); // it may finish the task, which drops the function
    entry->cancel = {};
    entry->task.cancellable = false;
    entry->task.note = tr("Stopping");
    stop();
    Q_EMIT changed();
}

void TaskCentre::dismiss(Id id)
{
    if (std::erase_if(m_entries, [id](const Entry &e) { return e.task.id == id && e.task.done; })
        > 0)
        Q_EMIT changed();
}

std::vector<TaskCentre::Task> TaskCentre::tasks() const
{
    std::vector<Task> out;
    for (const Entry &entry : m_entries)
        out.push_back(entry.task);
    return out;
}

int TaskCentre::running() const
{
    return static_cast<int>(
        std::ranges::count_if(m_entries, [](const Entry &e) { return !e.task.done; }));
}

TaskCentre::Entry *TaskCentre::find(Id id)
{
    const auto it =
        std::ranges::find_if(m_entries, [id](const Entry &e) { return e.task.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

void TaskCentre::tellSoon()
{
    if (m_told)
        return;
    m_told = true;
    QTimer::singleShot(40, this, [this] {
        m_told = false;
        Q_EMIT changed();
    });
}

} // namespace ui
