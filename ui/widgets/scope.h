// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <optional>

namespace base {
class Settings;
}

namespace ui {

/// Which part of the fleet a person looks at: a site, a connection, or everything. One for all
/// windows; kept over restarts. GUI thread.
class Scope final : public QObject
{
    Q_OBJECT

public:
    /// `settings` may be null: not kept.
    explicit Scope(base::Settings *settings, QObject *parent = nullptr);

    const std::optional<QString> &site() const { return m_site; } ///< empty text: devices without
    QString connection() const { return m_connection; } ///< profile id, empty: all
    bool isAll() const { return !m_site && m_connection.isEmpty(); }
    /// Is a device of this site, from the source with this key, part of it?
    bool covers(const QString &site, const QString &sourceKey) const;

    void setSite(const std::optional<QString> &site);
    void setConnection(const QString &id);

Q_SIGNALS:
    void changed();

private:
    void save();

    base::Settings *m_settings;
    std::optional<QString> m_site;
    QString m_connection;
};

} // namespace ui
