// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connect/source.h"

#include <QString>

namespace ui {

/// "41:BE:…": the SHA-256 of a certificate as people compare it.
QString fingerprint(const QByteArray &sha256);
/// Subject, issuer, names, expiry in words, fingerprint: one line each, plain text.
QString certificateText(const connect::CertificateInfo &certificate);
/// "expires in 12 days".
QString expiryText(const connect::CertificateInfo &certificate);

} // namespace ui
