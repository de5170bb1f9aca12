// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scope.h"

#include "models/base/settings.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {

Scope::Scope(base::Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    if (!m_settings)
        return;
    const QJsonObject saved = m_settings->layout(u"scope"_s);
    if (saved.contains(u"site"_s))
        m_site = saved[u"site"_s].toString();
    m_connection = saved[u"connection"_s].toString();
}

bool Scope::covers(const QString &site, const QString &sourceKey) const
{
    return (!m_site || *m_site == site) && (m_connection.isEmpty() || m_connection == sourceKey);
}

void Scope::setSite(const std::optional<QString> &site)
{
    if (site == m_site)
        return;
    m_site = site;
    save();
}

void Scope::setConnection(const QString &id)
{
    if (id == m_connection)
        return;
    m_connection = id;
    save();
}

void Scope::save()
{
    if (m_settings) {
        QJsonObject out;
        if (m_site)
            out[u"site"_s] = *m_site;
        if (!m_connection.isEmpty())
            out[u"connection"_s] = m_connection;
        m_settings->setLayout(u"scope"_s, out);
    }
    Q_EMIT changed();
}

} // namespace ui
