// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace connect {

/// Passwords and pass phrases. Never plain text on disk: the desktop's keychain where there is one,
/// else this session's memory only. Asynchronous; callbacks on the caller's (main) thread.
class Secrets : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<QString>)>;
    ~Secrets() override = default;

    virtual void read(const QString &key, Done done) = 0; ///< empty text when there is none
    virtual void write(const QString &key, const QString &secret, Done done) = 0;
    virtual void remove(const QString &key, Done done) = 0;
    /// One sentence where secrets are kept now, for the panel.
    virtual QString where() const = 0;

protected:
    using QObject::QObject;
};

/// In memory, for headless programs and tests.
Secrets *newSessionSecrets(QObject *parent);
/// The desktop's keychain (QtKeychain), falling back to session memory when no backend answers.
Secrets *newKeychainSecrets(QObject *parent);

} // namespace connect
