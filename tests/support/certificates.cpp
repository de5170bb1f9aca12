// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace support {

bool Certificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished(20'000) && process.exitCode() == 0;
}

bool Certificates::makeAuthority(const QString &file)
{
    return openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                    u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-subj"_s,
                    u"/CN=Test Authority "_s + file, u"-days"_s, u"30"_s, u"-keyout"_s,
                    file + ".key"_L1, u"-out"_s, file + ".pem"_L1, u"-addext"_s,
                    u"keyUsage=keyCertSign,cRLSign"_s});
}

QString Certificates::make()
{
    QFile serial(m_folder.filePath(u"serial"_s));
    QFile index(m_folder.filePath(u"index.txt"_s));
    QFile config(m_folder.filePath(u"ca.cnf"_s));
    if (!serial.open(QIODevice::WriteOnly) || !index.open(QIODevice::WriteOnly)
        || !config.open(QIODevice::WriteOnly))
        return u"the folder for certificates cannot be written"_s;
    serial.write("1000\n");
    config.write(
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ncertificate="
        "ca.pem\n"
        "private_key=ca.key\ndefault_md=sha256\ndefault_days=30\npolicy=p\ncopy_extensions=copy\n"
        "unique_subject=no\n[p]\ncommonName=supplied\n");
    if (!makeAuthority(u"ca"_s) || !makeAuthority(u"other"_s))
        return u"openssl is not installed"_s;
    return {};
}

Certificates::Pair Certificates::issue(const QString &name, const QString &names,
                                       const QString &from, const QString &to,
                                       const QString &passPhrase)
{
    QStringList request = {
        u"req"_s,     u"-new"_s,        u"-newkey"_s, u"rsa:2048"_s,
        u"-subj"_s,   u"/CN="_s + name, u"-addext"_s, u"subjectAltName="_s + names,
        u"-keyout"_s, name + ".key"_L1, u"-out"_s,    name + ".csr"_L1};
    request += passPhrase.isEmpty() ? QStringList{u"-nodes"_s}
                                    : QStringList{u"-passout"_s, u"pass:"_s + passPhrase};
    QStringList sign = {u"ca"_s,  u"-batch"_s,      u"-notext"_s, u"-config"_s,    u"ca.cnf"_s,
                        u"-in"_s, name + ".csr"_L1, u"-out"_s,    name + ".pem"_L1};
    if (!from.isEmpty())
        sign += {u"-startdate"_s, from};
    if (!to.isEmpty())
        sign += {u"-enddate"_s, to};
    if (!openssl(request) || !openssl(sign))
        return {};
    return {m_folder.filePath(name + ".pem"_L1), m_folder.filePath(name + ".key"_L1)};
}

Certificates::Pair Certificates::selfSigned(const QString &name, const QString &names)
{
    if (!openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s,
                  u"/CN="_s + name, u"-addext"_s, u"subjectAltName="_s + names, u"-days"_s, u"30"_s,
                  u"-keyout"_s, name + ".key"_L1, u"-out"_s, name + ".pem"_L1}))
        return {};
    return {m_folder.filePath(name + ".pem"_L1), m_folder.filePath(name + ".key"_L1)};
}

} // namespace support
