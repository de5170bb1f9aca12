// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/loss.h"
#include "models/connect/mqtt/tls.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace connect::mqtt {

/// The way to one broker, plain or TLS, and the bytes that came from it. Both engines sit on this,
/// so that certificates, time-outs and their words are the same with each. One thread.
/// Reading is bounded: what nobody consumes stays in the kernel and slows the sender.
class Wire final : public QObject
{
    Q_OBJECT

public:
    struct Events
    {
        std::function<void()> reached; ///< TCP is there (TLS not yet)
        std::function<void()> opened; ///< ready for MQTT
        std::function<void()> readable; ///< more to fill()
        std::function<void(const Loss &)> lost; ///< at most once; nothing follows
    };

    Wire(const Profile &profile, const QString &passPhrase, Events events,
         QObject *parent = nullptr);
    ~Wire() override;

    void open(int timeoutMs);
    void close(); ///< no event follows

    /// Takes what the socket has, at most 64 KiB. False when there was nothing.
    bool fill();
    std::string_view pending() const;
    void consume(std::size_t bytes);
    void write(std::string_view bytes);
    bool flushed() const;

    QString tlsText() const;
    std::vector<CertificateInfo> chain() const;
    bool encrypted() const { return m_profile.tls; }
    base::TimeNs filledAt() const { return m_filledAt; } ///< wall clock of the last fill()

private:
    void fail(Loss::Kind kind, const QString &sentence);
    void startTls();
    void onSslErrors(const QList<QSslError> &errors);
    void onError(QAbstractSocket::SocketError error);
    void onTlsFailure();
    QString networkProblem(QAbstractSocket::SocketError error) const;
    QSslSocket *tlsSocket() const;

    const Profile m_profile;
    const QString m_passPhrase;
    Events m_events;
    QTcpSocket *m_socket = nullptr;
    QTimer m_timeout;
    QList<QSslError> m_sslErrors;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    base::TimeNs m_filledAt = 0;
    bool m_open = false;
    bool m_done = false;
};

} // namespace connect::mqtt
