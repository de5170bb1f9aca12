// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"
#include "app/pilothouse/language.h"
#include "app/pilothouse/options.h"
#include "app/pilothouse/rehearsal.h"
#include "app/pilothouse/singleinstance.h"
#include "app/pilothouse/startupreport.h"
#include "app/pilothouse/tour.h"
#include "app/pilothouse/unixsignals.h"
#include "models/base/log.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"
#include "ui/widgets/taskcentre.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QUuid>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

int complain(const QString &sentence)
{
    QTextStream(stderr) << "pilothouse: " << sentence << Qt::endl;
    return 2;
}

/// The profile of --connect: one of the workspace that leads there already, else one for this run,
/// under an id that is the same next time, so that its history joins.
base::Result<QString> connectTo(app::Engine &engine, const QString &url, bool allowRebirth,
                                bool *temporary)
{
    QString password;
    auto profile = connect::mqtt::Profile::fromUrl(url, &password);
    if (!profile)
        return tl::unexpected(profile.error());
    for (const auto &known : engine.connections().profiles()) {
        if (known.host == profile->host && known.port == profile->port && known.tls == profile->tls
            && known.user == profile->user) {
            engine.connections().start(known.id);
            return known.id;
        }
    }
    profile->id = QUuid::createUuidV5(QUuid(), url).toString(QUuid::WithoutBraces);
    profile->autoConnect = false;
    if (allowRebirth)
        profile->rebirth = connect::mqtt::Profile::Rebirth::Always;
    *temporary = true;
    if (auto saved = engine.connections().save(*profile); !saved)
        return tl::unexpected(saved.error());
    const auto start = [&engine, id = profile->id] { engine.connections().start(id); };
    if (password.isEmpty())
        start();
    else
        engine.secrets().write(profile->id, password,
                               [start](const base::Result<QString> &) { start(); });
    return profile->id;
}

/// Everything that lives between the command line and the event loop's end, in order.
class Console
{
public:
    explicit Console(const app::Options &options)
        : m_options(options)
    {
    }

    int run();

private:
    int openEngine();
    void openWindows();
    void startEngine();
    void startTour();
    QString workspace();

    const app::Options m_options;
    std::optional<QTemporaryDir> m_scratch;
    std::optional<app::SingleInstance> m_instance;
    std::optional<app::Rehearsal> m_rehearsal;
    std::unique_ptr<app::Engine> m_engine;
    std::optional<app::Language> m_language;
    std::optional<ui::ThemeFollower> m_theme;
    std::optional<ui::TaskCentre> m_tasks;
    std::optional<app::UnixSignals> m_signals;
    std::optional<ui::Shell> m_shell;
    QString m_url;
    QString m_temporaryProfile;
};

QString Console::workspace()
{
    if (!m_options.workspace.isEmpty())
        return QDir(m_options.workspace).absolutePath();
    if (!m_options.tourFolder.isEmpty())
        return m_scratch.emplace().path(); // a tour leaves nothing behind but its pictures
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

int Console::openEngine()
{
    const QString folder = workspace();
    if (!QDir().mkpath(folder))
        return complain(
            app::Engine::tr(
                "The workspace folder %1 cannot be made. Choose another with --workspace.")
                .arg(folder));
    base::installLog(QDir(folder).filePath(u"pilothouse.log"_s));
    m_instance.emplace(folder);
    if (!m_instance->claim()) {
        if (m_instance->wakeOther(m_options.page))
            return 0;
        return complain(
            app::SingleInstance::tr("The workspace %1 is in use by %2, which does not answer.")
                .arg(folder, m_instance->holder()));
    }
    auto engine = app::Engine::create(
        {.workspace = folder, .storeHistory = true, .desktopSecrets = true, .autoConnect = true});
    if (!engine)
        return complain(engine.error().text);
    m_engine = std::move(*engine);
    return -1;
}

void Console::openWindows()
{
    base::Settings &settings = m_engine->settings();
    if (!m_options.themes.isEmpty())
        settings.set(base::Setting::Theme, m_options.themes.first());
    m_language.emplace(&settings);
    if (m_options.rightToLeft)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    m_theme.emplace(&settings);
    m_tasks.emplace();
    ui::Console console{&m_engine->pipeline(),
                        m_engine->historian(),
                        &m_engine->connections(),
                        &m_engine->secrets(),
                        &settings,
                        &*m_tasks};
    console.recordings = &m_engine->recordings();
    m_shell.emplace(console, ui::allPageKinds());
    m_shell->setNotices(m_engine->notices());
    QObject::connect(&*m_shell, &ui::Shell::lastWindowClosed, qApp, &QCoreApplication::quit);
    QObject::connect(&*m_instance, &app::SingleInstance::woken, &*m_shell,
                     [this](const QString &page) {
                         m_shell->go({.page = page});
                         m_shell->raise();
                     });
    m_signals.emplace();
    QObject::connect(&*m_signals, &app::UnixSignals::endWanted, qApp, [this] {
        m_shell->shutDown();
        QCoreApplication::quit();
    });
    m_shell->restore();
    if (!m_options.page.isEmpty())
        m_shell->go({.page = m_options.page});
    if (!m_options.sizes.isEmpty() && m_shell->frontWindow())
        m_shell->frontWindow()->resize(m_options.sizes.first());
}

void Console::startEngine()
{
    m_engine->start();
    if (!m_url.isEmpty()) {
        bool temporary = false;
        const bool allowRebirth = m_options.allowRebirth || m_rehearsal.has_value();
        const auto profile = connectTo(*m_engine, m_url, allowRebirth, &temporary);
        if (!profile)
            m_shell->setNotices(m_shell->notices() + QStringList(profile.error().text));
        else if (temporary)
            m_temporaryProfile = *profile;
    }
    if (!m_options.tourFolder.isEmpty())
        startTour();
}

void Console::startTour()
{
    auto *tour = new app::Tour(&*m_shell, m_options, &*m_shell);
    QObject::connect(
        tour, &app::Tour::finished, qApp,
        [this](int exitCode) {
            if (m_rehearsal && !m_rehearsal->problem().isEmpty())
                exitCode = complain(m_rehearsal->problem());
            m_shell->shutDown();
            QCoreApplication::exit(exitCode);
        },
        Qt::QueuedConnection);
    tour->start();
}

int Console::run()
{
    m_url = m_options.connectUrl;
    if (const int ended = openEngine(); ended >= 0)
        return ended;
    if (!m_options.tourFolder.isEmpty() && m_url.isEmpty()) {
        if (auto started = m_rehearsal.emplace().start(); !started)
            return complain(started.error().text);
        m_url = m_rehearsal->url();
    }
    openWindows();
    auto *report =
        new app::StartupReport(m_shell->frontWindow(), m_options.startupReport, &*m_shell);
    // Connections start when the window is there: a slow broker or keychain does not keep it away.
    QObject::connect(report, &app::StartupReport::painted, &*m_shell, [this] { startEngine(); });
    const int exitCode = QApplication::exec();
    if (!m_temporaryProfile.isEmpty())
        (void)m_engine->connections().remove(m_temporaryProfile);
    m_shell.reset();
    m_engine->stop();
    return exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"pilothouse"_s);
    QApplication::setApplicationDisplayName(u"Pilothouse"_s);
    QApplication::setApplicationVersion(QLatin1StringView(PILOTHOUSE_VERSION));
    QApplication::setDesktopFileName(u"pilothouse"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    const auto options = app::readOptions(QApplication::arguments());
    if (!options)
        return complain(options.error().text);
    return Console(*options).run();
}
