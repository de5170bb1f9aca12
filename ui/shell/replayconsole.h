// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/settings.h"
#include "models/replay/replaysession.h"
#include "ui/widgets/console.h"

#include <QObject>

#include <memory>

namespace ui {

class Shell;

/// A recording in windows of its own: a shell whose pipeline and history are the recording's, with
/// no connections, no recorder and settings that are forgotten with it (theme, scale and language
/// are shared with the live console). GUI thread.
class ReplayConsole final : public QObject
{
    Q_OBJECT

public:
    /// Errors as ReplaySession::open(). `live` must outlive it.
    static base::Result<std::unique_ptr<ReplayConsole>> open(const QString &path,
                                                             const Console &live);
    ~ReplayConsole() override;

    Shell &shell() { return *m_shell; }
    replay::ReplaySession &session() { return *m_session; }
    QString path() const { return m_session->recording()->info().path; }

Q_SIGNALS:
    void closed(); ///< its last window

private:
    ReplayConsole(std::unique_ptr<replay::ReplaySession> session, const Console &live);
    void share(base::Settings *live);

    std::unique_ptr<replay::ReplaySession> m_session;
    base::Settings m_settings;
    std::unique_ptr<Shell> m_shell;
};

} // namespace ui
