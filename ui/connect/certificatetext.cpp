// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/certificatetext.h"

#include "models/base/visibletext.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Certificate)
};

} // namespace

QString fingerprint(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

QString expiryText(const connect::CertificateInfo &certificate)
{
    return format::daysLeft(certificate.notAfter.toMSecsSinceEpoch() * base::nsPerMs,
                            format::now());
}

QString certificateText(const connect::CertificateInfo &certificate)
{
    QStringList lines{Words::tr("For %1").arg(base::visibleText(certificate.subject)),
                      Words::tr("Issued by %1").arg(base::visibleText(certificate.issuer))};
    if (!certificate.names.isEmpty())
        lines.append(
            Words::tr("Names: %1").arg(base::visibleText(certificate.names.join(u", "_s))));
    lines.append(Words::tr("Valid until %1, %2")
                     .arg(certificate.notAfter.toLocalTime().toString(u"yyyy-MM-dd"_s),
                          expiryText(certificate)));
    lines.append(Words::tr("SHA-256 %1").arg(fingerprint(certificate.sha256)));
    return lines.join(u'\n');
}

} // namespace ui
