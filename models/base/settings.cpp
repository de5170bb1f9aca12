// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <array>

using namespace Qt::StringLiterals;

namespace base {

namespace {

constexpr int fileVersion = 1;

struct Row
{
    Setting setting;
    const char *name;
    QVariant fallback;
    double low;
    double high; ///< low == high: no range
    const char *meaning;
};

const std::array<Row, static_cast<size_t>(Setting::Count)> &table()
{
    static const std::array<Row, static_cast<size_t>(Setting::Count)> rows{{
        {Setting::Theme, "theme", u"system"_s, 0, 0,
         QT_TRANSLATE_NOOP("Settings", "Colours of the console")},
        {Setting::Language, "language", QString(), 0, 0,
         QT_TRANSLATE_NOOP("Settings", "Language of the console")},
        {Setting::ReducedMotion, "reducedMotion", false, 0, 0,
         QT_TRANSLATE_NOOP("Settings", "No fading")},
        {Setting::UiScalePercent, "uiScalePercent", 100, 75, 200,
         QT_TRANSLATE_NOOP("Settings", "Size of text and controls, %")},
        {Setting::RetentionDays, "retentionDays", 30, 0, 36500,
         QT_TRANSLATE_NOOP("Settings", "History kept by age, days (0: no limit)")},
        {Setting::RetentionMegabytes, "retentionMegabytes", 20480, 0, 1e8,
         QT_TRANSLATE_NOOP("Settings", "History kept by size, MiB (0: no limit)")},
        {Setting::HotMegabytes, "hotMegabytes", 192, 16, 65536,
         QT_TRANSLATE_NOOP("Settings", "Samples kept in memory, MiB")},
        {Setting::RawMegabytes, "rawMegabytes", 48, 4, 8192,
         QT_TRANSLATE_NOOP("Settings", "Raw messages kept for Explore, MiB")},
        {Setting::MaxTopics, "maxTopics", 200000, 100, 5e6,
         QT_TRANSLATE_NOOP("Settings", "Topics tracked per connection")},
        {Setting::MaxSignals, "maxSignals", 500000, 100, 5e6,
         QT_TRANSLATE_NOOP("Settings", "Signals tracked")},
        {Setting::MaxPayloadBytes, "maxPayloadBytes", 4194304, 1024, 268435455,
         QT_TRANSLATE_NOOP("Settings", "Largest payload decoded, bytes")},
        {Setting::MaxSignalsPerPayload, "maxSignalsPerPayload", 2000, 1, 1e6,
         QT_TRANSLATE_NOOP("Settings", "Signals taken from one payload")},
        {Setting::MaxNesting, "maxNesting", 16, 1, 64,
         QT_TRANSLATE_NOOP("Settings", "Levels of nesting followed")},
        {Setting::StaleAfterSeconds, "staleAfterSeconds", 120, 1, 1e7,
         QT_TRANSLATE_NOOP("Settings", "A silent device is stale after, seconds")},
        {Setting::ConfidenceLimit, "confidenceLimit", 0.85, 0.01, 0.999,
         QT_TRANSLATE_NOOP("Settings", "Confidence below this needs somebody")},
        {Setting::ConfidenceSeconds, "confidenceSeconds", 300, 1, 1e6,
         QT_TRANSLATE_NOOP("Settings", "… when it lasts longer than, seconds")},
        {Setting::LastPage, "lastPage", u"overview"_s, 0, 0,
         QT_TRANSLATE_NOOP("Settings", "Page shown at start")},
        {Setting::NavigationCollapsed, "navigationCollapsed", false, 0, 0,
         QT_TRANSLATE_NOOP("Settings", "Navigation shows icons only")},
        {Setting::DisplayRateHz, "displayRateHz", 30, 1, 60,
         QT_TRANSLATE_NOOP("Settings", "Display updates per second")},
    }};
    return rows;
}

const Row &row(Setting setting)
{
    return table()[static_cast<size_t>(setting)];
}

QVariant clamped(const Row &row, const QVariant &value)
{
    QVariant out = value;
    if (!out.convert(row.fallback.metaType()))
        return row.fallback;
    if (row.low == row.high)
        return out;
    const double number = std::clamp(out.toDouble(), row.low, row.high);
    if (row.fallback.metaType().id() == QMetaType::Int)
        return static_cast<int>(number);
    return number;
}

} // namespace

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(2'000);
    connect(&m_writeTimer, &QTimer::timeout, this, [this] { (void)flush(); });
    load();
}

Settings::~Settings()
{
    (void)flush();
}

QString Settings::name(Setting setting)
{
    return QString::fromLatin1(row(setting).name);
}

QVariant Settings::defaultValue(Setting setting)
{
    return row(setting).fallback;
}

QString Settings::meaning(Setting setting)
{
    return QCoreApplication::translate("Settings", row(setting).meaning);
}

QVariant Settings::value(Setting setting) const
{
    const auto it = m_values.constFind(static_cast<int>(setting));
    return it == m_values.cend() ? row(setting).fallback : *it;
}

void Settings::set(Setting setting, const QVariant &value)
{
    const QVariant checked = clamped(row(setting), value);
    if (checked == this->value(setting))
        return;
    m_values[static_cast<int>(setting)] = checked;
    scheduleWrite();
    Q_EMIT changed(setting);
}

QJsonObject Settings::layout(const QString &key) const
{
    return m_layout.value(key).toObject();
}

void Settings::setLayout(const QString &key, const QJsonObject &value)
{
    if (m_layout.value(key).toObject() == value && m_layout.contains(key))
        return;
    m_layout[key] = value;
    scheduleWrite();
}

void Settings::clearLayout()
{
    m_layout = {};
    scheduleWrite();
}

void Settings::load()
{
    if (m_path.isEmpty() || !QFile::exists(m_path))
        return;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = tr("The settings file %1 cannot be read: %2. Defaults are used.")
                        .arg(m_path, file.errorString());
        return;
    }
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError) {
        m_problem = tr("The settings file %1 is damaged: %2. Defaults are used; the damaged file "
                       "is kept as %1.bad.")
                        .arg(m_path, error.errorString());
        QFile::remove(m_path + u".bad"_s);
        QFile::copy(m_path, m_path + u".bad"_s);
        return;
    }
    if (root[u"version"_s].toInt() > fileVersion) {
        m_readOnly = true;
        m_problem = tr("The settings file %1 is from a newer Pilothouse; changes are not saved.")
                        .arg(m_path);
    }
    const QJsonObject values = root[u"settings"_s].toObject();
    for (const Row &entry : table()) {
        const QJsonValue stored = values.value(QLatin1StringView(entry.name));
        if (!stored.isUndefined())
            m_values[static_cast<int>(entry.setting)] = clamped(entry, stored.toVariant());
    }
    m_layout = root[u"layout"_s].toObject();
}

void Settings::scheduleWrite()
{
    if (m_path.isEmpty() || m_readOnly)
        return;
    m_dirty = true;
    if (!m_writeTimer.isActive())
        m_writeTimer.start();
}

Result<> Settings::flush()
{
    // Not m_writeTimer.isActive(): a single shot is not active in its own timeout any more.
    if (!m_dirty)
        return {};
    m_writeTimer.stop();
    QJsonObject values;
    for (const Row &entry : table()) {
        const auto it = m_values.constFind(static_cast<int>(entry.setting));
        if (it != m_values.cend())
            values[QLatin1StringView(entry.name)] = QJsonValue::fromVariant(*it);
    }
    QSaveFile file(m_path);
    const QByteArray bytes = QJsonDocument(QJsonObject{{u"version"_s, fileVersion},
                                                       {u"settings"_s, values},
                                                       {u"layout"_s, m_layout}})
                                 .toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        m_problem = tr("The settings cannot be written to %1: %2.").arg(m_path, file.errorString());
        return failure(m_problem, ErrorCode::Io);
    }
    m_dirty = false;
    return {};
}

} // namespace base
