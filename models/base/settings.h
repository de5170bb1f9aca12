// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QVariant>

#include <memory>

namespace base {

/// Every preference there is. The table in settings.cpp gives name, default and meaning of each.
enum class Setting {
    Theme, ///< "system", "light", "dark" or "contrast"
    Language, ///< BCP 47 tag, empty: the system's
    ReducedMotion, ///< bool
    UiScalePercent, ///< 75..200
    RetentionDays, ///< int, days of history kept; 0: no limit by age
    RetentionMegabytes, ///< int, MiB of history kept; 0: no limit by size
    HotMegabytes, ///< int, MiB of samples kept in memory
    RawMegabytes, ///< int, MiB of raw messages kept for Explore
    MaxTopics, ///< int, topics tracked per connection
    MaxSignals, ///< int, signals in the catalogue
    MaxPayloadBytes, ///< int, a larger payload is cut for display and not decoded
    MaxSignalsPerPayload, ///< int
    MaxNesting, ///< int, levels of nesting that a decoder follows
    StaleAfterSeconds, ///< int, a device silent for longer counts as stale
    ConfidenceLimit, ///< double 0..1, the mission's 85 % line
    ConfidenceSeconds, ///< int, how long below the limit needs somebody
    LastPage, ///< string
    NavigationCollapsed, ///< bool
    DisplayRateHz, ///< int 1..60, the display tick
    Count
};

/// The typed table of preferences, kept as one JSON file that is written atomically, at most every
/// two seconds. Numbered migrations run on load; a file from a newer version is read, never
/// written. GUI thread (the thread that made it).
class Settings final : public QObject
{
    Q_OBJECT

public:
    /// `path` empty: kept in memory only (tests, headless).
    explicit Settings(const QString &path = {}, QObject *parent = nullptr);
    ~Settings() override;

    QVariant value(Setting setting) const;
    bool boolean(Setting setting) const { return value(setting).toBool(); }
    int integer(Setting setting) const { return value(setting).toInt(); }
    double real(Setting setting) const { return value(setting).toDouble(); }
    QString text(Setting setting) const { return value(setting).toString(); }

    /// Emits changed() only when the value really changes. Values are clamped to the table's range.
    void set(Setting setting, const QVariant &value);

    /// Free-form state of windows (geometry, docks, columns), kept apart from preferences.
    QJsonObject layout(const QString &key) const;
    void setLayout(const QString &key, const QJsonObject &value);
    void clearLayout(); ///< all of it: back to the defaults

    /// Writes now if something is pending.
    Result<> flush();

    /// One sentence when the file could not be read or is from a newer version, else empty.
    QString problem() const { return m_problem; }

    static QString name(Setting setting);
    static QVariant defaultValue(Setting setting);
    static QString meaning(Setting setting);

Q_SIGNALS:
    void changed(base::Setting setting);

private:
    void load();
    void scheduleWrite();

    QString m_path;
    QString m_problem;
    bool m_readOnly = false;
    QHash<int, QVariant> m_values;
    QJsonObject m_layout;
    QTimer m_writeTimer;
    bool m_dirty = false; ///< something is to be written
};

} // namespace base
