// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/recordingdetail.h"

#include "models/base/visibletext.h"
#include "ui/recording/librarywords.h"
#include "ui/recording/recordingcontrols.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rows/keyedtable.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taskcentre.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QGridLayout>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int rowsShown = 8;

QPushButton *newButton(const char *name, const QString &iconName, const QString &text)
{
    auto *button = new QPushButton(icon(iconName), text);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    return button;
}

} // namespace

RecordingDetail::RecordingDetail(const Console &console, QWidget *parent)
    : QScrollArea(parent)
    , m_console(console)
{
    setObjectName(u"recordingDetail"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    connect(&m_verifying, &QFutureWatcherBase::finished, this, &RecordingDetail::verified);
    showEntry(nullptr, false);
}

RecordingDetail::~RecordingDetail()
{
    m_verifying.disconnect(this);
    if (m_stop)
        *m_stop = true;
    m_verifying.waitForFinished();
    if (m_task && m_console.tasks)
        m_console.tasks->finish(m_task, tr("Stopped."));
}

void RecordingDetail::build()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    column->addWidget(newFacts());
    column->addWidget(newMarkers());
    column->addWidget(newSoundness());
    column->addStretch(1);
    setWidget(inside);
}

Card *RecordingDetail::newFacts()
{
    auto *card = new Card;
    m_title = new Label(QString(), Type::Section, Role::Text, true);
    m_title->setObjectName(u"detailTitle"_s);
    m_title->setElide(Qt::ElideRight);
    m_state = new Badge;
    m_sentence = new Label(QString(), Type::Base, Role::TextSecond);
    m_sentence->setObjectName(u"detailSentence"_s);
    m_sentence->setWordWrap(true);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_state);
    card->body()->addWidget(m_sentence);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    m_replay = newButton("replayRecording", u"media-playback-start"_s, tr("Replay"));
    m_replay->setToolTip(tr("Opens the recording in a window of its own, apart from what is live"));
    auto *folder = newButton("showFolder", u"folder-open"_s, QString());
    folder->setToolTip(tr("Show folder"));
    folder->setAccessibleName(tr("Show folder"));
    m_delete = newButton("deleteRecording", u"edit-delete"_s, QString());
    m_delete->setAccessibleName(tr("Delete…"));
    for (QPushButton *button : {m_replay, folder, m_delete})
        buttons->addWidget(button);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    connect(m_replay, &QPushButton::clicked, this, [this] { Q_EMIT replayWanted(path()); });
    connect(folder, &QPushButton::clicked, this, [this] { Q_EMIT folderWanted(path()); });
    connect(m_delete, &QPushButton::clicked, this, [this] { Q_EMIT deleteWanted(path()); });
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(px(16));
    m_facts->setVerticalSpacing(px(4));
    m_facts->setColumnStretch(1, 1);
    card->body()->addLayout(m_facts);
    return card;
}

Card *RecordingDetail::newMarkers()
{
    auto *card = new Card(tr("Markers and notes"));
    m_markers = new KeyedTable({tr("Time"), tr("Kind"), tr("Text"), tr("By")}, this);
    m_markerView = new TableView;
    m_markerView->setObjectName(u"recordingMarkers"_s);
    m_markerView->setAccessibleName(tr("Markers and notes"));
    m_markerView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_markerView->setLiveModel(m_markers);
    m_markerView->setColumnWidths({80, 90, 200, 80}, 2);
    m_markerView->growWithRows(rowsShown);
    m_markerNote = new Label(QString(), Type::Second, Role::TextSecond);
    m_markerNote->setWordWrap(true);
    card->body()->addWidget(m_markerView);
    card->body()->addWidget(m_markerNote);
    auto *buttons = new QHBoxLayout;
    m_addNote = newButton("addNote", u"bookmark-new"_s, tr("Add note…"));
    m_removeNote = newButton("removeNote", u"edit-delete"_s, tr("Remove note"));
    buttons->addWidget(m_addNote);
    buttons->addWidget(m_removeNote);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    connect(m_addNote, &QPushButton::clicked, this, &RecordingDetail::addNote);
    connect(m_removeNote, &QPushButton::clicked, this, &RecordingDetail::removeNote);
    connect(m_markerView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                m_removeNote->setEnabled(
                    index.data(KeyedTable::KeyRole).toString().startsWith("note/"_L1));
            });
    m_removeNote->setEnabled(false);
    return card;
}

Card *RecordingDetail::newSoundness()
{
    auto *card = new Card(tr("Is it sound?"));
    m_sound = new Label(QString(), Type::Base, Role::TextSecond);
    m_sound->setObjectName(u"recordingSound"_s);
    m_sound->setWordWrap(true);
    m_damages = new KeyedTable({tr("Where"), tr("What is missing")}, this);
    m_damageView = new TableView;
    m_damageView->setObjectName(u"recordingDamages"_s);
    m_damageView->setAccessibleName(tr("Damage"));
    m_damageView->setLiveModel(m_damages);
    m_damageView->setColumnWidths({120, 300}, 1);
    m_damageView->growWithRows(rowsShown);
    m_verify = newButton("verifyRecording", u"document-preview"_s, tr("Verify"));
    card->body()->addWidget(m_sound);
    card->body()->addWidget(m_damageView);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_verify);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    connect(m_verify, &QPushButton::clicked, this, [this] {
        if (m_verifying.isRunning() && m_stop)
            *m_stop = true;
        else
            verify();
    });
    return card;
}

void RecordingDetail::showEntry(const LibraryEntry *entry, bool ours)
{
    widget()->setVisible(entry != nullptr);
    const bool other = !entry || entry->path != m_entry.path;
    m_entry = entry ? *entry : LibraryEntry();
    if (!entry)
        return;
    if (other)
        verticalScrollBar()->setValue(0);
    loadNotes();
    showFacts(ours);
    showMarkers();
    showSoundness();
}

void RecordingDetail::showFacts(bool ours)
{
    const RecordingState state = recordingState(m_entry, ours);
    const recording::Summary *summary = m_entry.summary.get();
    m_title->setText(summary ? partTitle(summary->info)
                             : QFileInfo(m_entry.path).completeBaseName());
    m_state->set(state.mark, state.word);
    m_sentence->setText(state.sentence);
    m_replay->setEnabled(summary && summary->info.messages > 0);
    m_delete->setEnabled(!state.underWay);
    m_delete->setToolTip(m_entry.outside ? tr("Take off the list") : tr("Delete…"));
    m_delete->setAccessibleName(m_delete->toolTip());
    QList<QPair<QString, QString>> facts{{tr("File"), m_entry.path}};
    if (summary) {
        const recording::RecordingInfo &info = summary->info;
        QStringList connections;
        for (const recording::RecordedConnection &connection : summary->connections)
            connections += base::visibleText(connection.name);
        const QString raw = tr("%1 on disk, %2 of messages")
                                .arg(format::bytes(static_cast<quint64>(m_entry.bytes)),
                                     format::bytes(info.rawBytes));
        facts += {
            {tr("From"), format::dateTime(info.start)},
            {tr("To"), format::dateTime(info.end)},
            {tr("Holds"),
             tr("%1 messages, %2 devices, %3 signals")
                 .arg(format::count(info.messages), format::count(info.devices),
                      format::count(info.signalCount))},
            {tr("Size"), raw},
            {tr("Connections"), connections.join(u", "_s)},
            {tr("Recorded by"),
             tr("%1 with %2")
                 .arg(base::visibleText(info.author), base::visibleText(info.software))},
            {tr("SHA-256 of the content"), info.contentDigest},
        };
    }
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < facts.size(); ++row) {
        auto *name = new Label(facts[row].first, Type::Base, Role::TextSecond);
        auto *value = new Label(facts[row].second.isEmpty() ? format::none : facts[row].second);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setElide(Qt::ElideMiddle);
        m_facts->addWidget(name, row, 0);
        m_facts->addWidget(value, row, 1);
    }
}

void RecordingDetail::loadNotes()
{
    m_notes.clear();
    m_notesProblem.clear();
    if (!m_entry.summary)
        return;
    auto notes = recording::loadNotes(m_entry.path, m_entry.summary->info.recording);
    if (notes)
        m_notes = std::move(*notes);
    else
        m_notesProblem = notes.error().text;
}

void RecordingDetail::showMarkers()
{
    struct Line
    {
        base::TimeNs time;
        KeyedRow row;
    };
    std::vector<Line> lines;
    const auto add = [&lines](const QString &key, base::TimeNs time, const QString &kind,
                              const QString &text, const QString &author) {
        lines.push_back({time,
                         {.key = key,
                          .cells = {{.text = format::clock(time),
                                     .raw = static_cast<qint64>(time),
                                     .tip = format::dateTime(time)},
                                    {.text = kind},
                                    {.text = base::visibleText(text), .tip = text},
                                    {.text = base::visibleText(author)}}}});
    };
    if (m_entry.summary) {
        for (const recording::Marker &marker : m_entry.summary->markers)
            add(u"marker/%1"_s.arg(marker.id), marker.time, markerKind(marker.kind), marker.text,
                marker.author);
    }
    for (std::size_t i = 0; i < m_notes.size(); ++i)
        add(u"note/%1"_s.arg(i), m_notes[i].time, tr("note, later"), m_notes[i].text,
            m_notes[i].author);
    std::ranges::stable_sort(lines, {}, &Line::time);
    QList<KeyedRow> rows;
    for (Line &line : lines)
        rows += std::move(line.row);
    m_markers->setRows(rows);
    m_markerView->setVisible(!rows.isEmpty());
    m_removeNote->setVisible(!m_notes.empty());
    m_addNote->setEnabled(m_entry.summary && m_notesProblem.isEmpty());
    m_markerNote->setRole(m_notesProblem.isEmpty() ? Role::TextSecond : Role::High);
    m_markerNote->setText(!m_notesProblem.isEmpty()
                              ? m_notesProblem
                              : tr("What is noted later stands in a file beside the recording, "
                                   "which itself is never changed."));
}

void RecordingDetail::addNote()
{
    if (!m_entry.summary)
        return;
    ask::text(this, tr("Add a note"), tr("What is to be known about this recording?"), {},
              [this](const QString &text) { saveNote(text.trimmed()); });
}

void RecordingDetail::saveNote(const QString &text)
{
    if (text.isEmpty() || !m_entry.summary)
        return;
    // At the marker that is chosen, else at the beginning.
    const QModelIndex at = m_markerView->currentIndex();
    recording::Note note;
    note.time = at.isValid() ? at.siblingAtColumn(0).data(rawRole).toLongLong()
                             : m_entry.summary->info.start;
    note.written = format::now();
    note.text = text;
    note.author = RecordingControls::person();
    std::vector<recording::Note> notes = m_notes;
    notes.push_back(note);
    std::ranges::stable_sort(notes, {}, &recording::Note::time);
    const auto saved = recording::saveNotes(m_entry.path, m_entry.summary->info.recording, notes);
    if (!saved)
        return ask::tell(this, tr("Add a note"), saved.error().text);
    m_notes = std::move(notes);
    showMarkers();
}

void RecordingDetail::removeNote()
{
    const QString key = m_markerView->currentIndex().data(KeyedTable::KeyRole).toString();
    const auto index = static_cast<std::size_t>(key.section(u'/', 1).toULongLong());
    if (!key.startsWith("note/"_L1) || index >= m_notes.size())
        return;
    ask::confirm(this,
                 {.title = tr("Remove the note"),
                  .text = tr("Remove the note \"%1\"?").arg(m_notes[index].text),
                  .accept = tr("Remove note"),
                  .destructive = true},
                 [this, index] {
                     std::vector<recording::Note> notes = m_notes;
                     notes.erase(notes.begin() + static_cast<std::ptrdiff_t>(index));
                     const auto saved =
                         recording::saveNotes(m_entry.path, m_entry.summary->info.recording, notes);
                     if (!saved)
                         return ask::tell(this, tr("Remove the note"), saved.error().text);
                     m_notes = std::move(notes);
                     showMarkers();
                 });
}

void RecordingDetail::verify()
{
    if (m_verifying.isRunning() || m_entry.path.isEmpty())
        return;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_verifiedPath = m_entry.path;
    m_verdict.reset();
    TaskCentre *tasks = m_console.tasks;
    m_task = tasks
        ? tasks->add(tr("Verifying %1").arg(m_title->text()), [stop = m_stop] { *stop = true; })
        : 0;
    m_verifying.setFuture(QtConcurrent::run(
        [path = m_entry.path, stop = m_stop, tasks = QPointer(tasks), task = m_task]() -> Damages {
            const auto opened = recording::Recording::open(path);
            if (!opened)
                return tl::unexpected(opened.error());
            int shown = -1;
            return (*opened)->verify([&](double done) {
                const int now = static_cast<int>(done * 1000);
                if (tasks && now / 10 != shown / 10) {
                    shown = now;
                    QMetaObject::invokeMethod(tasks.data(), [tasks, task, now] {
                        if (tasks)
                            tasks->setProgress(task, now);
                    });
                }
                return !*stop;
            });
        }));
    showSoundness();
}

void RecordingDetail::verified()
{
    m_verdict = m_verifying.result();
    if (m_console.tasks)
        m_console.tasks->finish(
            m_task, m_verdict->has_value() ? QString() : m_verdict->error().text,
            !m_verdict->has_value() && m_verdict->error().code != base::ErrorCode::Cancelled);
    m_task = 0;
    showSoundness();
}

void RecordingDetail::showSoundness()
{
    const bool running = m_verifying.isRunning();
    const bool here = m_verifiedPath == m_entry.path && m_verdict;
    m_verify->setText(running ? tr("Stop verifying") : tr("Verify"));
    m_verify->setEnabled(running || m_entry.summary || !m_entry.problem.isEmpty());
    QList<KeyedRow> rows;
    Role role = Role::TextSecond;
    QString text = tr("Not verified since it was opened. Verifying reads the whole file and "
                      "compares every part with its digest.");
    if (running && m_verifiedPath == m_entry.path) {
        text = tr("Reading the whole file…");
    } else if (here && !*m_verdict) {
        role = Role::High;
        text = m_verdict->error().text;
    } else if (here && (*m_verdict)->empty()) {
        text = tr("Sound: every part was read and matches its digest.");
    } else if (here) {
        role = Role::High;
        quint64 missing = 0;
        for (const recording::Damage &damage : **m_verdict) {
            missing += damage.messages;
            rows += {.key = damage.where,
                     .cells = {{.text = damage.where},
                               {.text = damage.sentence, .tip = damage.sentence}}};
        }
        const int parts = static_cast<int>((*m_verdict)->size());
        text = tr("Damaged: %n part(s) cannot be read; %1 messages are missing. Everything else "
                  "can be used.",
                  nullptr, parts)
                   .arg(format::count(missing));
    }
    m_sound->setRole(role);
    m_sound->setText(text);
    m_damages->setRows(rows);
    m_damageView->setVisible(!rows.isEmpty());
}

} // namespace ui
