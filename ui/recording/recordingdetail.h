// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/notes.h"
#include "ui/recording/library.h"
#include "ui/widgets/console.h"

#include <QFutureWatcher>
#include <QScrollArea>

#include <atomic>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class Badge;
class Card;
class KeyedTable;
class Label;
class TableView;

/// Everything about one recording of the library: facts, provenance, markers and notes, and
/// whether it is sound.
class RecordingDetail final : public QScrollArea
{
    Q_OBJECT

public:
    explicit RecordingDetail(const Console &console, QWidget *parent = nullptr);
    ~RecordingDetail() override; ///< stops the checking that runs

    void showEntry(const LibraryEntry *entry, bool ours); ///< null: none
    QString path() const { return m_entry.path; }
    void verify();
    void addNote();

Q_SIGNALS:
    void replayWanted(const QString &path);
    void deleteWanted(const QString &path);
    void folderWanted(const QString &path);

private:
    using Damages = base::Result<std::vector<recording::Damage>>;

    void build();
    Card *newFacts();
    Card *newMarkers();
    Card *newSoundness();
    void showFacts(bool ours);
    void showMarkers();
    void showSoundness();
    void loadNotes();
    void saveNote(const QString &text);
    void removeNote();
    void verified();

    const Console m_console;
    LibraryEntry m_entry;
    std::vector<recording::Note> m_notes;
    QString m_notesProblem;
    Label *m_title;
    Badge *m_state;
    Label *m_sentence;
    QPushButton *m_replay;
    QPushButton *m_delete;
    QGridLayout *m_facts;
    KeyedTable *m_markers;
    TableView *m_markerView;
    Label *m_markerNote;
    QPushButton *m_addNote;
    QPushButton *m_removeNote;
    QPushButton *m_verify;
    Label *m_sound;
    KeyedTable *m_damages;
    TableView *m_damageView;

    QFutureWatcher<Damages> m_verifying;
    std::shared_ptr<std::atomic<bool>> m_stop;
    QString m_verifiedPath; ///< what m_verdict is about
    std::optional<Damages> m_verdict;
    int m_task = 0;
};

} // namespace ui
