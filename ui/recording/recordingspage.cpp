// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recording/recordingspage.h"

#include "models/recording/notes.h"
#include "models/replay/recordingdesk.h"
#include "ui/recording/librarywords.h"
#include "ui/recording/recordingcontrols.h"
#include "ui/recording/recordingdetail.h"
#include "ui/recording/runningpanel.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rows/keyedtable.h"
#include "ui/widgets/spark/sparkline.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QBoxLayout>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 scanMs = 2'000;
constexpr qint64 showMs = 250;
constexpr int foundAtMost = 20;

enum Column { Title, Began, Length, Size, Messages, Devices, State, Activity };

/// One icon each and theme, so that a row without change compares equal.
QIcon stateIcon(Mark mark)
{
    static std::array<std::array<QIcon, 16>, 3> icons;
    QIcon &icon = icons[static_cast<std::size_t>(currentTheme())][static_cast<std::size_t>(mark)];
    if (icon.isNull())
        icon = markIcon(mark);
    return icon;
}

QString dayAndTime(base::TimeNs time)
{
    return QDateTime::fromMSecsSinceEpoch(time / base::nsPerMs).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString droppedRecording(const QMimeData *data)
{
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(".phrec"_L1, Qt::CaseInsensitive))
            return url.toLocalFile();
    }
    return {};
}

} // namespace

RecordingsPage::RecordingsPage(const Console &console, QWidget *parent)
    : Page(console, parent)
    , m_library(console.recordings ? console.recordings->folder() : QString())
{
    setAcceptDrops(true);
    auto *open = new QAction(icon(u"document-open"_s), tr("Open file…"), this);
    open->setObjectName(u"openRecording"_s);
    open->setToolTip(tr("Lists a recording from elsewhere; it stays where it is"));
    connect(open, &QAction::triggered, this, [this] {
        ask::openFile(this, tr("Open a recording"), tr("Recordings (*.phrec);;All files (*)"),
                      [this](const QString &path) { openFile(path); });
    });
    if (m_console.recorder)
        m_actions = {m_console.recorder->start(), m_console.recorder->startWith(),
                     m_console.recorder->arm()};
    m_actions += open;
    build();
    connect(&m_library, &RecordingLibrary::changed, this, &RecordingsPage::showLibrary);
    if (m_console.recordings)
        connect(m_console.recordings, &replay::RecordingDesk::changed, &m_library,
                &RecordingLibrary::rescan);
    showLibrary();
    m_library.rescan();
}

void RecordingsPage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(px(14));
    m_running = new RunningPanel(m_console);
    all->addWidget(m_running);
    m_stack = new QStackedWidget;
    all->addWidget(m_stack, 1);
    m_state = new StatePane;
    m_state->setObjectName(u"noRecording"_s);
    connect(m_state, &StatePane::clicked, this, [this] {
        if (m_console.recorder)
            m_console.recorder->start()->trigger();
    });
    m_stack->addWidget(m_state);
    auto *across = new QSplitter;
    across->setChildrenCollapsible(false);
    across->setHandleWidth(px(14));
    across->addWidget(newList());
    m_detail = new RecordingDetail(m_console);
    m_detail->setMinimumWidth(px(320));
    across->addWidget(m_detail);
    across->setStretchFactor(0, 3);
    across->setStretchFactor(1, 2);
    across->setSizes({px(1060), px(400)});
    m_full = across;
    m_stack->addWidget(across);
    connect(m_detail, &RecordingDetail::replayWanted, this, &RecordingsPage::replay);
    connect(m_detail, &RecordingDetail::deleteWanted, this, &RecordingsPage::remove);
    connect(m_detail, &RecordingDetail::folderWanted, this, [](const QString &path) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
}

QWidget *RecordingsPage::newList()
{
    auto *card = new Card;
    m_filter = new FilterEdit(tr("Filter: words, state:closed, title:\"night shift\""));
    m_filter->setAccessibleName(tr("Filter recordings"));
    m_model = new KeyedTable({tr("Title"), tr("Began"), tr("Duration"), tr("Size"), tr("Messages"),
                              tr("Devices"), tr("State"), tr("Activity")},
                             this);
    m_model->setNumberColumns({Began, Length, Size, Messages, Devices});
    m_table = new TableView;
    m_table->setObjectName(u"recordings"_s);
    m_table->setAccessibleName(tr("Recordings"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setLiveModel(m_model);
    m_table->setItemDelegateForColumn(Activity, new SparkDelegate(m_table));
    m_table->setColumnWidths({120, 116, 64, 64, 64, 56, 84, -60}, Title);
    m_table->rememberColumns(m_console.settings, u"recordings"_s);
    m_filter->setTarget(m_table);
    connect(m_filter, &FilterEdit::filterChanged, m_table->filter(), &TableFilter::setFilterText);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecordingsPage::showSelected);
    connect(m_table, &QTableView::activated, this, [this] { replay(selected()); });
    card->body()->addWidget(m_filter);
    card->body()->addWidget(m_table, 1);
    return card;
}

QString RecordingsPage::key() const
{
    return u"recordings"_s;
}

QString RecordingsPage::title() const
{
    return tr("Recordings");
}

QString RecordingsPage::iconName() const
{
    return u"media-record"_s;
}

QString RecordingsPage::answer() const
{
    int armed = 0;
    int running = 0;
    QString problem;
    const auto ids = m_console.recordings ? m_console.recordings->running() : std::vector<int>();
    for (const int id : ids) {
        const recording::RecorderStatus status = m_console.recordings->status(id);
        ++(status.armed ? armed : running);
        if (problem.isEmpty())
            problem = status.problem;
    }
    if (!problem.isEmpty())
        return problem;
    QStringList parts;
    if (running > 0)
        parts += tr("%n recording(s) under way.", nullptr, running);
    if (armed > 0)
        parts += tr("%n armed, waiting for a trigger.", nullptr, armed);
    if (parts.isEmpty())
        parts += tr("Nothing is being recorded.");
    quint64 bytes = 0;
    int unreadable = 0;
    for (const LibraryEntry &entry : m_library.entries()) {
        bytes += static_cast<quint64>(entry.bytes);
        unreadable += entry.summary || entry.missing ? 0 : 1;
    }
    if (!m_library.entries().empty())
        parts += tr("%n file(s) take %1.", nullptr, static_cast<int>(m_library.entries().size()))
                     .arg(format::bytes(bytes));
    if (unreadable > 0)
        parts += tr("%n cannot be read.", nullptr, unreadable);
    return parts.join(u' ');
}

void RecordingsPage::refresh()
{
    if (!m_shown.isValid() || m_shown.elapsed() >= showMs) {
        m_shown.start();
        m_running->refresh();
    }
    if (!m_scanned.isValid() || m_scanned.elapsed() >= scanMs) {
        m_scanned.start();
        m_library.rescan();
    }
}

bool RecordingsPage::go(const Destination &destination)
{
    if (!destination.text.isEmpty())
        openFile(destination.text);
    return true;
}

QList<Page::Found> RecordingsPage::find(const QString &text) const
{
    QList<Found> out;
    for (const LibraryEntry &entry : m_library.entries()) {
        if (!entry.summary || out.size() >= foundAtMost)
            continue;
        const QString name = partTitle(entry.summary->info);
        if (name.contains(text, Qt::CaseInsensitive))
            out.append({name,
                        tr("recording, %1").arg(format::dateTime(entry.summary->info.start)),
                        {.page = key(), .text = entry.path}});
    }
    return out;
}

void RecordingsPage::openFile(const QString &path)
{
    m_wanted = m_library.add(path);
    select(m_wanted);
}

bool RecordingsPage::isOurs(const QString &path) const
{
    if (!m_console.recordings)
        return false;
    for (const int id : m_console.recordings->running()) {
        if (QFileInfo(m_console.recordings->status(id).path) == QFileInfo(path))
            return true;
    }
    return false;
}

KeyedRow RecordingsPage::row(const LibraryEntry &entry) const
{
    const RecordingState state = recordingState(entry, isOurs(entry.path));
    const KeyedCell stateCell{
        .text = state.word, .icon = stateIcon(state.mark), .tip = state.sentence};
    const KeyedCell size{.text = format::bytes(static_cast<quint64>(entry.bytes)),
                         .raw = entry.bytes,
                         .number = true};
    if (!entry.summary) {
        const KeyedCell none{.text = format::none, .raw = -1, .number = true};
        return {.key = entry.path,
                .cells = {{.text = QFileInfo(entry.path).completeBaseName(),
                           .role = Role::TextSecond,
                           .tip = entry.path},
                          none,
                          none,
                          size,
                          none,
                          none,
                          stateCell,
                          {}}};
    }
    const recording::RecordingInfo &info = entry.summary->info;
    const auto number = [](quint64 value) {
        return KeyedCell{
            .text = format::count(value), .raw = static_cast<qulonglong>(value), .number = true};
    };
    const bool some = info.start != base::noTime;
    const base::TimeNs length = some ? info.end - info.start : 0;
    QList<float> spark(entry.summary->activity.begin(), entry.summary->activity.end());
    return {.key = entry.path,
            .cells = {{.text = partTitle(info), .tip = entry.path},
                      {.text = dayAndTime(some ? info.start : info.created),
                       .raw = static_cast<qint64>(some ? info.start : info.created),
                       .number = true,
                       .tip = format::dateTime(some ? info.start : info.created)},
                      {.text = some ? format::duration(length) : format::none,
                       .raw = static_cast<qint64>(length),
                       .number = true},
                      size,
                      number(info.messages),
                      number(info.devices),
                      stateCell,
                      {.text = {},
                       .raw = 0,
                       .spark = spark,
                       .tip = tr("Messages per second over the recording")}}};
}

QList<KeyedRow> RecordingsPage::rows() const
{
    QList<KeyedRow> out;
    for (const LibraryEntry &entry : m_library.entries())
        out += row(entry);
    return out;
}

void RecordingsPage::showLibrary()
{
    if (!m_library.ready()) {
        m_state->showLoading(tr("Reading the recordings…"));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    if (m_library.entries().empty()) {
        m_state->showEmpty(iconName(), tr("No recording yet"),
                           tr("A recording keeps every message as it came, with what was made of "
                              "it, in one file that plays again on any machine."),
                           m_console.recorder ? tr("Start recording") : QString());
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_stack->setCurrentWidget(m_full);
    m_model->setRows(rows());
    if (!m_wanted.isEmpty())
        select(m_wanted);
    else if (selected().isEmpty())
        m_table->selectRow(0);
    showSelected();
}

QString RecordingsPage::selected() const
{
    return m_table->currentIndex().data(KeyedTable::KeyRole).toString();
}

void RecordingsPage::select(const QString &path)
{
    const QAbstractItemModel *shown = m_table->model();
    for (int row = 0; row < shown->rowCount(); ++row) {
        if (shown->index(row, 0).data(KeyedTable::KeyRole).toString() != path)
            continue;
        m_table->selectRow(row);
        m_table->scrollTo(shown->index(row, 0));
        m_wanted.clear();
        return;
    }
}

void RecordingsPage::showSelected()
{
    const QString path = selected();
    m_detail->showEntry(m_library.entry(path), isOurs(path));
}

void RecordingsPage::replay(const QString &path)
{
    const LibraryEntry *entry = m_library.entry(path);
    if (entry && entry->summary && m_console.openRecording)
        m_console.openRecording(path);
    else if (entry && !entry->problem.isEmpty())
        ask::tell(this, tr("Replay"), entry->problem);
}

void RecordingsPage::remove(const QString &path)
{
    const LibraryEntry *entry = m_library.entry(path);
    if (!entry || isOurs(path))
        return;
    if (entry->outside)
        return m_library.forget(path); // it is not ours to delete
    const QString name =
        entry->summary ? partTitle(entry->summary->info) : QFileInfo(path).fileName();
    ask::confirm(this,
                 {.title = tr("Delete a recording"),
                  .text = tr("Delete the recording \"%1\"?").arg(name),
                  .detail = tr("The file %1 (%2) and its notes are deleted for good.")
                                .arg(path, format::bytes(static_cast<quint64>(entry->bytes))),
                  .accept = tr("Delete recording"),
                  .destructive = true},
                 [this, path] { removeNow(path); });
}

void RecordingsPage::removeNow(const QString &path)
{
    QFile file(path);
    if (!file.remove()) {
        ask::tell(this, tr("Delete a recording"),
                  tr("The file %1 cannot be deleted: %2.").arg(path, file.errorString()));
        return;
    }
    for (const QString &beside :
         {recording::notesPath(path), QString(path + u"-wal"_s), QString(path + u"-shm"_s)})
        QFile::remove(beside);
    m_library.rescan();
}

void RecordingsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedRecording(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void RecordingsPage::dropEvent(QDropEvent *event)
{
    const QString path = droppedRecording(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(path);
}

} // namespace ui
