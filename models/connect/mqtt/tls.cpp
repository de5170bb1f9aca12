// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/mqtt/tls.h"

#include "models/base/visibletext.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace connect::mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tls)
};

Result<QByteArray> readFile(const QString &path, const QString &what)
{
    constexpr qint64 maxBytes = 4 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            Words::tr("The %1 \"%2\" cannot be read: %3.").arg(what, path, file.errorString()),
            ErrorCode::Io);
    if (file.size() > maxBytes)
        return failure(Words::tr("The %1 \"%2\" is too large to be a PEM file.").arg(what, path));
    return file.readAll();
}

Result<QList<QSslCertificate>> readCertificates(const QString &path, const QString &what)
{
    const Result<QByteArray> bytes = readFile(path, what);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QList<QSslCertificate> list = QSslCertificate::fromData(*bytes, QSsl::Pem);
    if (list.isEmpty())
        return failure(Words::tr("There is no PEM certificate in the %1 \"%2\".").arg(what, path));
    return list;
}

Result<QSslKey> readKey(const QString &path, const QString &passPhrase)
{
    const Result<QByteArray> bytes = readFile(path, Words::tr("client key file"));
    if (!bytes)
        return tl::unexpected(bytes.error());
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(*bytes, algorithm, QSsl::Pem, QSsl::PrivateKey, passPhrase.toUtf8());
        if (!key.isNull())
            return key;
    }
    if (!bytes->contains("ENCRYPTED"))
        return failure(
            Words::tr("There is no PEM private key in the client key file \"%1\".").arg(path));
    return failure(
        passPhrase.isEmpty()
            ? Words::tr("The client key file \"%1\" needs a pass phrase.").arg(path)
            : Words::tr("The pass phrase does not open the client key file \"%1\".").arg(path),
        ErrorCode::Denied);
}

Result<> addClientCertificate(QSslConfiguration &configuration, const Profile &profile,
                              const QString &passPhrase)
{
    const auto chain =
        readCertificates(profile.clientCertFile, Words::tr("client certificate file"));
    if (!chain)
        return tl::unexpected(chain.error());
    const auto key =
        readKey(profile.clientKeyFile.isEmpty() ? profile.clientCertFile : profile.clientKeyFile,
                passPhrase);
    if (!key)
        return tl::unexpected(key.error());
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    return {};
}

QString shownNames(const QSslCertificate &leaf)
{
    QStringList names = certificateInfo(leaf).names;
    for (const QString &name : leaf.subjectInfo(QSslCertificate::CommonName))
        if (names.isEmpty())
            names.append(name);
    constexpr qsizetype most = 8;
    QStringList shown;
    for (const QString &name : names.mid(0, most))
        shown.append(base::visibleText(name));
    if (names.size() > most)
        shown.append(u"…"_s);
    return shown.join(", "_L1);
}

QString day(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

/// The failures in the order in which they help most; Qt reports several for one certificate.
QString authorityProblem(const QSet<QSslError::SslError> &errors)
{
    if (errors.contains(QSslError::SelfSignedCertificate))
        return Words::tr("it is self-signed, and no authority vouches for it");
    for (const auto error :
         {QSslError::SelfSignedCertificateInChain, QSslError::UnableToGetLocalIssuerCertificate,
          QSslError::UnableToGetIssuerCertificate, QSslError::UnableToVerifyFirstCertificate,
          QSslError::CertificateUntrusted, QSslError::InvalidCaCertificate})
        if (errors.contains(error))
            return Words::tr("it was issued by an unknown authority (CA)");
    return {};
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const Profile &profile, const QString &passPhrase)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!profile.caFile.isEmpty()) {
        const auto authorities = readCertificates(profile.caFile, Words::tr("authority (CA) file"));
        if (!authorities)
            return tl::unexpected(authorities.error());
        configuration.setCaCertificates(*authorities);
    }
    if (!profile.clientCertFile.isEmpty())
        if (const auto added = addClientCertificate(configuration, profile, passPhrase); !added)
            return tl::unexpected(added.error());
    return configuration;
}

CertificateInfo certificateInfo(const QSslCertificate &certificate)
{
    CertificateInfo info;
    info.subject = base::visibleText(certificate.subjectDisplayName());
    info.issuer = base::visibleText(certificate.issuerDisplayName());
    const auto names = certificate.subjectAlternativeNames();
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        info.names.append(base::visibleText(it.value()));
    info.names.sort();
    info.notBefore = certificate.effectiveDate();
    info.notAfter = certificate.expiryDate();
    info.sha256 = certificate.digest(QCryptographicHash::Sha256);
    info.pem = QString::fromLatin1(certificate.toPem());
    return info;
}

std::vector<CertificateInfo> certificateChain(const QList<QSslCertificate> &chain)
{
    std::vector<CertificateInfo> infos;
    for (const QSslCertificate &certificate : chain)
        infos.push_back(certificateInfo(certificate));
    return infos;
}

QString certificateProblem(const QList<QSslError> &errors, const QSslCertificate &leaf,
                           const QString &host)
{
    QSet<QSslError::SslError> kinds;
    for (const QSslError &error : errors)
        kinds.insert(error.error());
    QStringList reasons;
    if (kinds.contains(QSslError::CertificateExpired))
        reasons.append(Words::tr("it expired on %1").arg(day(leaf.expiryDate())));
    if (kinds.contains(QSslError::CertificateNotYetValid))
        reasons.append(Words::tr("it is not valid before %1").arg(day(leaf.effectiveDate())));
    if (const QString authority = authorityProblem(kinds); !authority.isEmpty())
        reasons.append(authority);
    if (kinds.contains(QSslError::HostNameMismatch))
        reasons.append(Words::tr("it is for %1, not for %2").arg(shownNames(leaf), host));
    if (reasons.isEmpty())
        for (const QSslError &error : errors)
            reasons.append(error.errorString());
    reasons.removeDuplicates();
    return Words::tr("The certificate of %1 is not accepted: %2.")
        .arg(host, reasons.join(Words::tr("; ")));
}

QString handshakeProblem(const QString &text, const QString &host, quint16 port,
                         bool hasClientCertificate)
{
    const QString where = u"%1:%2"_s.arg(host).arg(port);
    const auto says = [&text](QLatin1StringView part) {
        return text.contains(part, Qt::CaseInsensitive);
    };
    if (says("wrong version number"_L1) || says("packet length too long"_L1)
        || says("http request"_L1))
        return Words::
            tr("%1 does not answer with TLS: it looks like a port without encryption; choose the "
               "server's TLS port (often 8883).")
                .arg(where);
    if (says("certificate required"_L1) || (says("handshake failure"_L1) && !hasClientCertificate))
        return Words::tr("%1 asks for a client certificate: choose one in the connection.")
            .arg(where);
    if (says("alert unknown ca"_L1) || says("alert bad certificate"_L1)
        || says("alert certificate"_L1) || says("alert decrypt error"_L1)
        || says("alert handshake failure"_L1))
        return Words::tr("%1 does not accept our client certificate (%2).").arg(where, text);
    if (says("protocol version"_L1) || says("unsupported protocol"_L1))
        return Words::tr("%1 offers only TLS older than 1.2, which is not safe.").arg(where);
    return Words::tr("The TLS handshake with %1 failed: %2.").arg(where, text);
}

} // namespace connect::mqtt
