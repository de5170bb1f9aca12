// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QLocalServer;
QT_END_NAMESPACE

namespace app {

/// One console a workspace: the second start asks the first to come to the front and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &workspace, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True when this is the first; then wake-ups arrive as signals.
    bool claim();
    /// Asks the running console to come to the front; false when it does not answer in a second.
    bool wakeOther(const QString &page) const;
    QString holder() const; ///< "process 4711 on host" of the one that has the workspace

Q_SIGNALS:
    void woken(const QString &page);

private:
    const QString m_serverName;
    QLockFile m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace app
