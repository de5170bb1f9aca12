// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/secrets.h"

#include <QHash>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace connect {

namespace {

class SessionSecrets final : public Secrets
{
public:
    explicit SessionSecrets(QObject *parent)
        : Secrets(parent)
    {
    }

    void read(const QString &key, Done done) override
    {
        later(std::move(done), m_secrets.value(key));
    }

    void write(const QString &key, const QString &secret, Done done) override
    {
        m_secrets.insert(key, secret);
        later(std::move(done), secret);
    }

    void remove(const QString &key, Done done) override
    {
        m_secrets.remove(key);
        later(std::move(done), QString());
    }

    QString where() const override
    {
        return tr("Passwords are kept in memory until the program ends.");
    }

private:
    void later(Done done, const QString &text)
    {
        if (done)
            QTimer::singleShot(0, this, [done = std::move(done), text] { done(text); });
    }

    QHash<QString, QString> m_secrets;
};

} // namespace

Secrets *newSessionSecrets(QObject *parent)
{
    return new SessionSecrets(parent);
}

} // namespace connect
