// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

namespace app {

/// A mosquitto on a free loopback port and the rehearsal fleet that talks to it; both stop with
/// this object. For the tour.
class Rehearsal final : public QObject
{
    Q_OBJECT

public:
    ~Rehearsal() override;

    /// Starts both; the failure names the program that is missing or would not start.
    base::Result<> start();
    QString url() const { return m_url; }
    /// One sentence when one of them ended by itself, else empty.
    QString problem() const;

private:
    base::Result<> startBroker();
    base::Result<> startFleet();

    QTemporaryDir m_folder;
    QProcess m_broker;
    QProcess m_fleet;
    QString m_url;
    quint16 m_port = 0;
};

/// A program beside this one, in PATH or in /usr/sbin; empty when there is none.
QString findProgram(const QString &name);

} // namespace app
