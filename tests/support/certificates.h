// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace support {

/// A certificate authority of the test's own and certificates from it, made with openssl.
class Certificates final
{
public:
    struct Pair
    {
        QString certificate;
        QString key;
    };

    /// Empty, or why it does not work.
    QString make();
    QString authority() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    QString otherAuthority() const { return m_folder.filePath(QStringLiteral("other.pem")); }

    /// `names` as in an openssl subjectAltName ("DNS:localhost,IP:127.0.0.1"); dates as
    /// YYYYMMDDHHMMSSZ, empty: valid now. `passPhrase` encrypts the key.
    Pair issue(const QString &name, const QString &names, const QString &from = {},
               const QString &to = {}, const QString &passPhrase = {});
    Pair selfSigned(const QString &name, const QString &names);

private:
    bool openssl(const QStringList &arguments) const;
    bool makeAuthority(const QString &file);

    QTemporaryDir m_folder;
};

} // namespace support
