// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/wire.h"

#include "models/connect/quickack.h"

#include <QSslCipher>

#include <cstring>

using namespace Qt::StringLiterals;

namespace connect::mqtt {

namespace {

constexpr qint64 socketBuffer = 256 << 10;
constexpr std::size_t readSize = 64u << 10;
constexpr std::size_t keptCapacity = 1u << 20;

} // namespace

Wire::Wire(const Profile &profile, const QString &passPhrase, Events events, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_passPhrase(passPhrase)
    , m_events(std::move(events))
{
    m_timeout.setSingleShot(true);
    QObject::connect(&m_timeout, &QTimer::timeout, this, [this] {
        const bool reached = m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
        fail(Loss::Kind::Network,
             reached ? tr("%1:%2 did not finish the TLS handshake in time.")
                           .arg(m_profile.host)
                           .arg(m_profile.port)
                     : tr("%1:%2 did not answer in time: a firewall or a wrong address?")
                           .arg(m_profile.host)
                           .arg(m_profile.port));
    });
}

Wire::~Wire()
{
    close();
}

QSslSocket *Wire::tlsSocket() const
{
    return qobject_cast<QSslSocket *>(m_socket);
}

void Wire::open(int timeoutMs)
{
    m_socket = m_profile.tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (m_profile.tls) {
        const auto configuration = tlsConfiguration(m_profile, m_passPhrase);
        if (!configuration)
            return fail(Loss::Kind::Profile, configuration.error().text);
        tlsSocket()->setSslConfiguration(*configuration);
        tlsSocket()->setPeerVerifyName(m_profile.host);
        QObject::connect(tlsSocket(), &QSslSocket::sslErrors, this, &Wire::onSslErrors);
    }
    m_socket->setReadBufferSize(socketBuffer);
    QObject::connect(m_socket, &QAbstractSocket::errorOccurred, this, &Wire::onError);
    QObject::connect(m_socket, &QIODevice::readyRead, this, [this] { m_events.readable(); });
    QObject::connect(m_socket, &QAbstractSocket::connected, this, &Wire::startTls);
    m_timeout.start(timeoutMs);
    m_socket->connectToHost(m_profile.host, m_profile.port);
}

void Wire::startTls()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_events.reached();
    if (m_done)
        return;
    const auto opened = [this] {
        m_timeout.stop();
        m_open = true;
        m_events.opened();
    };
    if (!m_profile.tls)
        return opened();
    QObject::connect(tlsSocket(), &QSslSocket::encrypted, this, opened);
    tlsSocket()->startClientEncryption();
}

void Wire::close()
{
    m_done = true;
    m_timeout.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void Wire::fail(Loss::Kind kind, const QString &sentence)
{
    if (m_done)
        return;
    m_done = true;
    m_timeout.stop();
    m_events.lost({kind, sentence});
}

void Wire::onSslErrors(const QList<QSslError> &errors)
{
    m_sslErrors = errors;
    const QByteArray leaf = tlsSocket()->peerCertificate().digest(QCryptographicHash::Sha256);
    if (!m_profile.pinnedSha256.isEmpty() && leaf == m_profile.pinnedSha256) {
        m_sslErrors.clear();
        tlsSocket()->ignoreSslErrors(errors); // exactly these, of exactly this certificate
    }
}

QString Wire::networkProblem(QAbstractSocket::SocketError error) const
{
    const QString where = u"%1:%2"_s.arg(m_profile.host).arg(m_profile.port);
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return tr("There is no address for the name \"%1\": check the name and the network.")
            .arg(m_profile.host);
    case QAbstractSocket::ConnectionRefusedError:
        return tr("Nothing listens on %1: is the broker running, is the port right?").arg(where);
    case QAbstractSocket::RemoteHostClosedError:
        return tr("%1 closed the connection.").arg(where);
    case QAbstractSocket::NetworkError:
        return tr("The network to %1 is not reachable: %2.").arg(where, m_socket->errorString());
    default:
        return tr("The connection to %1 failed: %2.").arg(where, m_socket->errorString());
    }
}

void Wire::onTlsFailure()
{
    if (!m_sslErrors.isEmpty())
        return fail(
            Loss::Kind::NeedsPerson,
            certificateProblem(m_sslErrors, tlsSocket()->peerCertificate(), m_profile.host));
    fail(Loss::Kind::NeedsPerson,
         handshakeProblem(m_socket->errorString(), m_profile.host, m_profile.port,
                          !m_profile.clientCertFile.isEmpty()));
}

void Wire::onError(QAbstractSocket::SocketError error)
{
    const bool tls = error == QAbstractSocket::SslHandshakeFailedError
        || error == QAbstractSocket::SslInternalError
        || error == QAbstractSocket::SslInvalidUserDataError;
    if (tls)
        return onTlsFailure();
    if (m_profile.tls && !m_open && error == QAbstractSocket::RemoteHostClosedError)
        return fail(Loss::Kind::Network,
                    tr("%1:%2 closed the connection during the TLS handshake: it may be a port "
                       "without encryption, "
                       "or the server refuses this client.")
                        .arg(m_profile.host)
                        .arg(m_profile.port));
    if (error == QAbstractSocket::RemoteHostClosedError)
        m_events.readable(); // the last packets often say why
    if (!m_done)
        fail(Loss::Kind::Network, networkProblem(error));
}

bool Wire::fill()
{
    if (!m_socket || m_socket->bytesAvailable() == 0)
        return false;
    if (m_begin > 0 && (m_begin == m_end || m_begin >= readSize)) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end == 0 && m_buffer.size() > keptCapacity)
        m_buffer = {};
    if (m_buffer.size() < m_end + readSize)
        m_buffer.resize(std::max(m_end + readSize, m_buffer.size() + m_buffer.size() / 2));
    const qint64 count = m_socket->read(m_buffer.data() + m_end, readSize);
    base::acknowledgeAtOnce(m_socket->socketDescriptor());
    if (count <= 0)
        return false;
    m_end += static_cast<std::size_t>(count);
    m_filledAt = base::SystemClock::instance().now();
    return true;
}

std::string_view Wire::pending() const
{
    return {m_buffer.data() + m_begin, m_end - m_begin};
}

void Wire::consume(std::size_t bytes)
{
    m_begin += bytes;
}

void Wire::write(std::string_view bytes)
{
    if (m_open && m_socket && m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

bool Wire::flushed() const
{
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState)
        return true;
    m_socket->flush();
    return m_socket->bytesToWrite() == 0
        && (!tlsSocket() || tlsSocket()->encryptedBytesToWrite() == 0);
}

QString Wire::tlsText() const
{
    if (!m_open || !tlsSocket())
        return {};
    const QSslCipher cipher = tlsSocket()->sessionCipher();
    QString text =
        u"%1, %2"_s.arg(cipher.protocolString().replace("TLSv"_L1, "TLS "_L1), cipher.name());
    if (!tlsSocket()->sslHandshakeErrors().isEmpty())
        text += tr(", pinned certificate");
    return text;
}

std::vector<CertificateInfo> Wire::chain() const
{
    return tlsSocket() ? certificateChain(tlsSocket()->peerCertificateChain())
                       : std::vector<CertificateInfo>();
}

} // namespace connect::mqtt
