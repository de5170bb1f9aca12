// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/summary.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace ui {

/// One file of the library.
struct LibraryEntry
{
    QString path;
    qint64 bytes = 0;
    QDateTime changed;
    bool outside = false; ///< opened from elsewhere: remembered, not ours
    bool missing = false; ///< remembered, but not there now
    std::shared_ptr<const recording::Summary> summary; ///< null: cannot be read
    QString problem; ///< why it cannot be read, one sentence
};

/// The recordings in a folder and those opened from elsewhere, read aside. GUI thread.
class RecordingLibrary final : public QObject
{
    Q_OBJECT

public:
    /// `folder` empty: only files from elsewhere, which are then forgotten with this.
    explicit RecordingLibrary(const QString &folder, QObject *parent = nullptr);
    ~RecordingLibrary() override; ///< waits for the reading that runs

    /// Looks for files that are new, changed or gone; changed() when there are some. What did not
    /// change is not read again.
    void rescan();
    bool ready() const { return m_ready; } ///< read once
    const std::vector<LibraryEntry> &entries() const { return m_entries; } ///< newest first
    const LibraryEntry *entry(const QString &path) const;

    /// Remembers a file from elsewhere; it stays where it is. Answers its path as listed.
    QString add(const QString &path);
    void forget(const QString &path);
    QString folder() const { return m_folder; }

Q_SIGNALS:
    void changed();

private:
    void take(std::vector<LibraryEntry> entries);
    void remember();

    const QString m_folder;
    QStringList m_outside;
    std::vector<LibraryEntry> m_entries;
    QFutureWatcher<std::vector<LibraryEntry>> m_reading;
    bool m_ready = false;
    bool m_again = false;
};

} // namespace ui
