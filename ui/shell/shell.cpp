// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "models/base/log.h"
#include "models/base/settings.h"
#include "ui/recording/recordingcontrols.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/replayconsole.h"
#include "ui/shell/windowlayout.h"
#include "ui/widgets/ask.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString windowsKey = u"windows"_s;
const QString restoringKey = u"restoring"_s;

} // namespace

Shell::Shell(const Console &console, PageKinds kinds, QObject *parent)
    : QObject(parent)
    , m_scope(console.settings)
    , m_console(console)
    , m_kinds(std::move(kinds))
{
    m_console.scope = &m_scope;
    if (m_console.recordings) {
        m_controls = new RecordingControls(m_console, this);
        m_console.recorder = m_controls;
    }
    if (!m_console.replay)
        m_console.openRecording = [this](const QString &path) { openReplay(path); };
    connect(&m_tick, &DisplayTick::ticked, this, &Shell::refreshWindows);
    const auto applyRate = [this] {
        m_tick.setRate(m_console.settings->integer(base::Setting::DisplayRateHz));
    };
    applyRate();
    connect(m_console.settings, &base::Settings::changed, this, [applyRate](base::Setting setting) {
        if (setting == base::Setting::DisplayRateHz)
            applyRate();
    });
    m_tick.start();
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(500);
    connect(&m_saveSoon, &QTimer::timeout, this, [this] {
        if (!m_closing && !m_windows.isEmpty())
            saveLayout();
    });
}

Shell::~Shell()
{
    m_closing = true;
    m_replays.clear();
    for (const auto &window : std::as_const(m_made))
        delete window;
}

void Shell::restore()
{
    base::Settings *settings = m_console.settings;
    m_skippedRestore = settings->layout(restoringKey).contains(u"since"_s);
    const QJsonArray saved = settings->layout(windowsKey)[u"windows"_s].toArray();
    if (m_skippedRestore) {
        m_notices.append(tr("The last start ended while windows were being restored; the default "
                            "layout is used this time."));
        qCWarning(base::lcUi, "Restoring the windows crashed the last time; it is skipped now.");
    } else if (!saved.isEmpty()) {
        settings->setLayout(restoringKey,
                            {{u"since"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}});
        (void)settings->flush();
        for (const QJsonValue &one : saved) {
            Destination destination;
            destination.page = one[u"page"_s].toString();
            MainWindow *window = openWindow(destination);
            applyGeometry(*window, one[u"geometry"_s].toObject());
            window->show();
        }
    }
    if (m_windows.isEmpty())
        openWindow({.page = settings->text(base::Setting::LastPage)})->show();
    settings->setLayout(restoringKey, {});
    (void)settings->flush();
}

MainWindow *Shell::openWindow(const Destination &destination)
{
    auto *window = new MainWindow(this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    m_windows.prepend(window);
    m_made.removeAll(nullptr);
    m_made.append(window);
    applyGeometry(*window, {});
    if (m_windows.size() > 1 && m_windows.at(1))
        window->move(m_windows.at(1)->pos() + QPoint(32, 32));
    connect(window, &MainWindow::activated, this, [this, window] {
        m_windows.removeAll(window);
        m_windows.prepend(window);
    });
    connect(window, &MainWindow::closing, this, [this, window] { forget(window); });
    connect(window, &MainWindow::pageShown, this, &Shell::pageShown);
    // Not only at the end: a console that was killed comes back as it stood, too.
    connect(window, &MainWindow::pageShown, &m_saveSoon, qOverload<>(&QTimer::start));
    connect(window, &MainWindow::placed, &m_saveSoon, qOverload<>(&QTimer::start));
    m_saveSoon.start();
    const bool known = kind(destination.page);
    window->go(known || m_kinds.empty() ? destination : Destination{.page = m_kinds.front().key});
    return window;
}

bool Shell::go(const Destination &destination, MainWindow *window)
{
    if (!window)
        window = frontWindow();
    return window && window->go(destination);
}

ReplayConsole *Shell::openReplay(const QString &path)
{
    for (const auto &replay : m_replays) {
        if (QFileInfo(replay->path()) == QFileInfo(path)) {
            replay->shell().raise();
            return replay.get();
        }
    }
    auto opened = ReplayConsole::open(path, m_console);
    if (!opened) {
        ask::tell(frontWindow(), tr("Replay"), opened.error().text);
        return nullptr;
    }
    ReplayConsole *replay = opened->get();
    m_replays.push_back(std::move(*opened));
    // Queued: its window is still on its way out.
    connect(
        replay, &ReplayConsole::closed, this,
        [this, replay] {
            std::erase_if(m_replays, [replay](const auto &one) { return one.get() == replay; });
        },
        Qt::QueuedConnection);
    MainWindow *window = replay->shell().openWindow({.page = u"overview"_s});
    if (const MainWindow *front = frontWindow())
        applyGeometry(*window, geometryOf(*front));
    window->move(window->pos() + QPoint(32, 32));
    window->show();
    return replay;
}

QList<ReplayConsole *> Shell::replays() const
{
    QList<ReplayConsole *> out;
    for (const auto &replay : m_replays)
        out.append(replay.get());
    return out;
}

void Shell::raise()
{
    if (MainWindow *window = frontWindow()) {
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
        window->show();
        window->raise();
        window->activateWindow();
    }
}

void Shell::forget(MainWindow *window)
{
    if (m_windows.size() == 1 && !m_closing)
        saveLayout(); // the last one is what comes back
    m_windows.removeAll(window);
    if (m_closing)
        return;
    if (m_windows.isEmpty())
        Q_EMIT lastWindowClosed();
    else
        saveLayout();
}

void Shell::saveLayout()
{
    QJsonArray all;
    for (const MainWindow *window : windows())
        all.append(
            QJsonObject{{u"page"_s, window->currentPage()}, {u"geometry"_s, geometryOf(*window)}});
    m_console.settings->setLayout(windowsKey, {{u"windows"_s, all}});
    if (const MainWindow *window = frontWindow())
        m_console.settings->set(base::Setting::LastPage, window->currentPage());
}

void Shell::resetLayout()
{
    MainWindow *kept = frontWindow();
    const QList<MainWindow *> all = windows();
    for (MainWindow *window : all) {
        if (window != kept)
            window->close();
    }
    m_console.settings->clearLayout();
    if (kept) {
        kept->rebuildPages();
        kept->setWindowState(Qt::WindowNoState);
        applyGeometry(*kept, {});
    }
    saveLayout();
}

void Shell::shutDown()
{
    if (m_closing)
        return;
    if (!m_windows.isEmpty())
        saveLayout();
    m_closing = true;
    m_replays.clear();
    m_tick.stop();
    for (MainWindow *window : windows())
        window->close();
    (void)m_console.settings->flush();
}

const PageKind *Shell::kind(const QString &key) const
{
    const auto it = std::ranges::find(m_kinds, key, &PageKind::key);
    return it == m_kinds.end() ? nullptr : &*it;
}

QList<MainWindow *> Shell::windows() const
{
    QList<MainWindow *> out;
    for (const auto &window : m_windows) {
        if (window)
            out.append(window);
    }
    return out;
}

MainWindow *Shell::frontWindow() const
{
    return windows().value(0);
}

void Shell::setNotices(const QStringList &notices)
{
    m_notices = notices;
    for (MainWindow *window : windows())
        window->showNotices();
}

void Shell::refreshWindows()
{
    for (MainWindow *window : windows())
        window->refresh();
}

} // namespace ui
