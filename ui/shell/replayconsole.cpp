// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/replayconsole.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"

namespace ui {

namespace {

/// What a person sets for the whole program, wherever it is set.
bool isShared(base::Setting setting)
{
    using enum base::Setting;
    return setting == Theme || setting == Language || setting == ReducedMotion
        || setting == UiScalePercent;
}

} // namespace

base::Result<std::unique_ptr<ReplayConsole>> ReplayConsole::open(const QString &path,
                                                                 const Console &live)
{
    auto session = replay::ReplaySession::open(path, live.settings);
    if (!session)
        return tl::unexpected(session.error());
    return std::unique_ptr<ReplayConsole>(new ReplayConsole(std::move(*session), live));
}

ReplayConsole::ReplayConsole(std::unique_ptr<replay::ReplaySession> session, const Console &live)
    : m_session(std::move(session))
{
    share(live.settings);
    Console console;
    console.pipeline = &m_session->pipeline();
    console.historian = &m_session->history();
    console.settings = &m_settings;
    console.tasks = live.tasks;
    console.replay = m_session.get();
    m_shell = std::make_unique<Shell>(console, replayPageKinds());
    connect(m_shell.get(), &Shell::lastWindowClosed, this, &ReplayConsole::closed);
}

ReplayConsole::~ReplayConsole()
{
    m_session->pause();
    m_shell.reset();
}

void ReplayConsole::share(base::Settings *live)
{
    for (int i = 0; i < static_cast<int>(base::Setting::Count); ++i) {
        const auto setting = static_cast<base::Setting>(i);
        if (setting != base::Setting::LastPage)
            m_settings.set(setting, live->value(setting));
    }
    connect(live, &base::Settings::changed, this, [this, live](base::Setting setting) {
        if (isShared(setting) || setting == base::Setting::DisplayRateHz)
            m_settings.set(setting, live->value(setting));
    });
    connect(&m_settings, &base::Settings::changed, live, [this, live](base::Setting setting) {
        if (isShared(setting))
            live->set(setting, m_settings.value(setting));
    });
}

} // namespace ui
