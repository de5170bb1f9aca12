// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/mqtt/profile.h"
#include "models/connect/source.h"

#include <QSslConfiguration>
#include <QSslError>

namespace connect::mqtt {

/// TLS 1.2 or later, always verified, with the profile's authorities and client certificate. Fails
/// with a sentence when a file cannot be used. Reads files. Any thread.
base::Result<QSslConfiguration> tlsConfiguration(const Profile &profile, const QString &passPhrase);

CertificateInfo certificateInfo(const QSslCertificate &certificate);
std::vector<CertificateInfo> certificateChain(const QList<QSslCertificate> &chain);

/// Why the server's certificate was not accepted, one sentence that names the failure: expired, not
/// yet valid, self-signed, unknown authority, name mismatch (with the names it is for).
QString certificateProblem(const QList<QSslError> &errors, const QSslCertificate &leaf,
                           const QString &host);

/// A handshake that failed for another reason, from the library's text.
QString handshakeProblem(const QString &libraryText, const QString &host, quint16 port,
                         bool hasClientCertificate);

} // namespace connect::mqtt
