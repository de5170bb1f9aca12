// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/connections.h"
#include "models/connect/mqtt/session.h"

#include <QHostInfo>

namespace connect::mqtt {

/// Tries one profile step by step on the main thread and says what works: name, port, certificate,
/// login, subscription. Uses a client id of its own, so that it does not push a running connection
/// out. Destroying it cancels; nothing is reported afterwards.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    using Report = std::function<void(const Connections::TestStep &)>;

    ConnectionTest(const Profile &profile, const QString &password, Report report);
    ~ConnectionTest() override;

    /// `secrets` is asked for the pass phrase of the client key and, when no password was given,
    /// for the password.
    void start(Secrets *secrets);

private:
    void readSecrets(Secrets *secrets);
    void lookUp();
    void onName(const QHostInfo &info);
    void openSession();
    void onConnected(const ControlPacket &connack);
    void onSubscribed(const QString &filter, const ControlPacket &suback);
    void onLost(const Loss &loss);
    void step(const QString &what, bool ok, const QString &sentence);
    void finish(const QString &what, bool ok, const QString &sentence);

    Profile m_profile;
    QString m_password;
    QString m_passPhrase;
    Report m_report;
    UnreleasedIds m_unreleased;
    std::unique_ptr<Session> m_session;
    int m_lookup = -1;
    std::size_t m_waiting = 0;
    QStringList m_refused;
    bool m_reached = false;
    bool m_encrypted = false;
    bool m_connected = false;
};

} // namespace connect::mqtt
