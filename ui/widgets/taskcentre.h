// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace ui {

/// Long work that a person may watch and stop: exports, imports, searches. GUI thread; the work
/// itself runs elsewhere and reports by queued calls.
class TaskCentre final : public QObject
{
    Q_OBJECT

public:
    using Id = int;
    struct Task
    {
        Id id = 0;
        QString title;
        int progress = -1; ///< 0..1000, -1: not known
        QString note; ///< what it does now, or how it ended
        bool done = false;
        bool failed = false;
        bool cancellable = false;
        qint64 startedMs = 0; ///< since the epoch, UTC
    };

    using QObject::QObject;

    /// `cancel` may be empty: the task cannot be stopped.
    Id add(const QString &title, std::function<void()> cancel = {});
    void setProgress(Id id, int progress, const QString &note = {});
    /// Ends it. A failure stays in the list until dismissed; a success for a few seconds.
    void finish(Id id, const QString &note = {}, bool failed = false);
    void cancel(Id id);
    void dismiss(Id id);

    std::vector<Task> tasks() const; ///< oldest first
    int running() const;

Q_SIGNALS:
    void changed(); ///< at most 25 times a second for progress

private:
    struct Entry
    {
        Task task;
        std::function<void()> cancel;
    };
    Entry *find(Id id);
    void tellSoon();

    std::vector<Entry> m_entries;
    Id m_next = 1;
    bool m_told = false;
};

} // namespace ui
