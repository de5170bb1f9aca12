// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothouse/tour.h"

#include "models/base/settings.h"
#include "models/ingest/pipeline.h"
#include "models/replay/recordingdesk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/replayconsole.h"
#include "ui/shell/shell.h"

#include <QDir>
#include <QPixmap>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 patienceMs = 45'000; ///< for the first data
constexpr int settleMs = 1'500; ///< a page takes data and paints
constexpr qint64 recordMs = 8'000; ///< of the fleet, so that there is a recording to show
const QString replayStop = u"replay-"_s; ///< and a page, in the window that shows a recording

QString pageOf(const QString &stop)
{
    return stop.startsWith(replayStop) ? stop.mid(replayStop.size()) : stop;
}

void say(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
}

} // namespace

Tour::Tour(ui::Shell *shell, const Options &options, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_options(options)
{
    m_poll.setInterval(100);
    connect(&m_poll, &QTimer::timeout, this, &Tour::waitForData);
}

void Tour::plan()
{
    const QStringList themes =
        m_options.themes.isEmpty() ? QStringList{u"dark"_s} : m_options.themes;
    const QList<QSize> sizes =
        m_options.sizes.isEmpty() ? QList<QSize>{{1920, 1080}} : m_options.sizes;
    for (const QString &theme : themes) {
        for (const QSize &size : sizes) {
            for (const ui::PageKind &kind : m_shell->kinds()) {
                if (m_options.page.isEmpty() || m_options.page == kind.key)
                    m_stops.append({theme, size, kind.key});
            }
            if (m_shell->console().recordings
                && (m_options.page.isEmpty() || m_options.page == "replay"_L1)) {
                for (const QString &page : {u"overview"_s, u"telemetry"_s})
                    m_stops.append({theme, size, replayStop + page});
            }
        }
    }
}

void Tour::start()
{
    plan();
    if (m_stops.isEmpty()) {
        fail(tr("There is no page \"%1\".").arg(m_options.page));
        Q_EMIT finished(1);
        return;
    }
    if (!QDir().mkpath(m_options.tourFolder)) {
        fail(tr("The folder %1 cannot be made.").arg(m_options.tourFolder));
        Q_EMIT finished(1);
        return;
    }
    m_waited.start();
    m_poll.start();
}

void Tour::waitForData()
{
    ingest::Pipeline &pipeline = *m_shell->console().pipeline;
    const bool filled = pipeline.catalogue().signalCount() > 0;
    const double seconds = static_cast<double>(m_waited.elapsed()) / 1000;
    if (filled)
        record();
    const bool recorded = m_recording == 0 || m_recorded.elapsed() >= recordMs;
    if (filled && recorded && seconds >= m_options.tourSeconds) {
        m_poll.stop();
        if (m_recording > 0)
            (void)m_shell->console().recordings->stop(m_recording);
        say(tr("tour: %1 devices, %2 signals after %3 s")
                .arg(pipeline.catalogue().deviceCount())
                .arg(pipeline.catalogue().signalCount())
                .arg(seconds, 0, 'f', 1));
        visit();
    } else if (!filled && m_waited.elapsed() > patienceMs) {
        m_poll.stop();
        fail(tr("tour: no data came within %1 s; the pages are shown empty.")
                 .arg(patienceMs / 1000));
        visit();
    }
}

/// A recording for the pages that show one; another one goes on while they are shown.
void Tour::record()
{
    replay::RecordingDesk *desk = m_shell->console().recordings;
    if (!desk || m_recorded.isValid())
        return;
    m_recorded.start();
    replay::RecordingRequest request;
    request.title = tr("Rehearsal, first seconds");
    request.author = u"tour"_s;
    const auto started = desk->start(request);
    if (!started)
        return fail(started.error().text);
    m_recording = *started;
    desk->mark(m_recording, tr("The fleet is there"), request.author);
    request.title = tr("Rehearsal");
    if (const auto second = desk->start(request); !second)
        fail(second.error().text);
}

/// The window that shows the page; null: there is none.
ui::MainWindow *Tour::windowOf(const QString &page)
{
    if (!page.startsWith(replayStop))
        return m_shell->frontWindow();
    if (!m_shell->replays().isEmpty())
        return m_shell->replays().first()->shell().frontWindow();
    const QDir folder(m_shell->console().recordings->folder());
    const QStringList files = folder.entryList({u"*.phrec"_s}, QDir::Files, QDir::Name);
    ui::ReplayConsole *replay =
        files.isEmpty() ? nullptr : m_shell->openReplay(folder.filePath(files.first()));
    if (!replay)
        return nullptr;
    const recording::RecordingInfo &info = replay->session().recording()->info();
    replay->session().seek(info.start + (info.end - info.start) * 2 / 3);
    return replay->shell().frontWindow();
}

/// Explore shows the payload of a model's answer, where there is one; other pages as they open.
ui::Destination Tour::destinationOf(const QString &page) const
{
    ui::Destination out{.page = page};
    if (page != u"explore"_s)
        return out;
    const ingest::TopicTable &topics = m_shell->console().pipeline->topics();
    for (const ingest::TopicTable::Name &name : topics.namesFrom(0)) {
        const std::vector<ingest::KeptMessage> newest = topics.history(name.id, 1);
        if (newest.empty() || !newest.front().payload.contains("confidence"))
            continue;
        out.topic = QString::fromStdString(name.topic);
        out.connection = m_shell->console().pipeline->catalogue().source(name.source).key;
        break;
    }
    return out;
}

void Tour::visit()
{
    if (m_next >= m_stops.size()) {
        Q_EMIT finished(m_failures == 0 ? 0 : 1);
        return;
    }
    const Stop &stop = m_stops[m_next];
    ui::MainWindow *window = windowOf(stop.page);
    m_shell->console().settings->set(base::Setting::Theme, stop.theme);
    const bool shown = window && window->go(destinationOf(pageOf(stop.page)));
    if (!shown) {
        fail(tr("tour: the page \"%1\" could not be shown.").arg(stop.page));
        ++m_next;
        QTimer::singleShot(0, this, &Tour::visit);
        return;
    }
    window->resize(stop.size);
    QTimer::singleShot(settleMs, this, &Tour::photograph);
}

void Tour::photograph()
{
    const Stop &stop = m_stops[m_next++];
    ui::MainWindow *window = windowOf(stop.page);
    const QString name = u"%1-%2-%3x%4.png"_s.arg(stop.page, stop.theme)
                             .arg(stop.size.width())
                             .arg(stop.size.height());
    const QString path = QDir(m_options.tourFolder).filePath(name);
    const QPixmap picture = window ? window->grab() : QPixmap();
    if (picture.size() != stop.size * picture.devicePixelRatio()
        || window->currentPage() != pageOf(stop.page))
        fail(tr("tour: the page \"%1\" was not shown in the size asked for.").arg(stop.page));
    else if (!picture.save(path))
        fail(tr("tour: %1 cannot be written.").arg(path));
    else
        say(path);
    visit();
}

void Tour::fail(const QString &sentence)
{
    ++m_failures;
    say(sentence);
}

} // namespace app
