// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/engine.h"

#include <QJsonObject>

namespace ctl {

/// Prints what the engine sees, as JSON lines or for people.
/// JSON lines carry "type": rates, device, signal, prediction, ledger.
class WatchReport
{
public:
    WatchReport(app::Engine &engine, const QString &connection, bool json);

    void rates(); ///< call once a second
    void all(); ///< devices, signals, predictions and the ledger
    bool everConnected() const { return m_everConnected; }

private:
    void devices();
    void signalList();
    void predictions();
    void ledger();
    void line(const QJsonObject &object, const QString &words);
    QString deviceName(telemetry::DeviceId id) const;

    app::Engine &m_engine;
    const QString m_connection;
    const bool m_json;
    bool m_everConnected = false;
    ingest::LedgerFigures m_last;
    base::TimeNs m_lastTime = 0;
};

} // namespace ctl
