// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/names.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using telemetry::DeviceInfo;
using telemetry::SignalInfo;
using telemetry::SourceInfo;

namespace {

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

void NameSaver::follow(telemetry::Catalogue &catalogue, telemetry::TextTable &texts)
{
    const std::lock_guard lock(m_mutex);
    m_catalogue = &catalogue;
    m_texts = &texts;
}

void NameSaver::unfollow()
{
    const std::lock_guard lock(m_mutex);
    m_catalogue = nullptr;
    m_texts = nullptr;
}

bool NameSaver::save(Database &database)
{
    const std::lock_guard lock(m_mutex);
    if (!m_catalogue)
        return true;
    m_savingRevision = m_catalogue->revision();
    m_savingDevices = m_devices;
    m_savingSignals = m_signals;
    if (m_savingRevision != m_revision
        && !(saveSources(database) && saveDevices(database) && saveSignals(database)))
        return false;
    return saveTexts(database);
}

void NameSaver::committed()
{
    m_revision = m_savingRevision;
    m_devices = m_savingDevices;
    m_signals = m_savingSignals;
    m_textCount = m_savingTexts;
    m_changed.clear();
}

bool NameSaver::saveSources(Database &database)
{
    QSqlQuery query(database.sql());
    query.prepare(u"INSERT OR REPLACE INTO sources(id, key, name, replay) VALUES(?, ?, ?, ?)"_s);
    for (const SourceInfo &source : m_catalogue->sources()) {
        query.bindValue(0, qint64(source.id));
        query.bindValue(1, notNull(source.key));
        query.bindValue(2, notNull(source.name));
        query.bindValue(3, qint64(source.replay));
        if (!query.exec())
            return false;
    }
    return true;
}

bool NameSaver::saveDevices(Database &database)
{
    QSqlQuery query(database.sql());
    query.prepare(u"INSERT OR REPLACE INTO devices(id, source, name) VALUES(?, ?, ?)"_s);
    for (const DeviceInfo &device : m_catalogue->devicesFrom(m_devices)) {
        query.bindValue(0, qint64(device.id));
        query.bindValue(1, qint64(device.source));
        query.bindValue(2, notNull(device.name));
        if (!query.exec())
            return false;
        m_savingDevices = device.id + 1;
    }
    return true;
}

bool NameSaver::saveSignals(Database &database)
{
    const std::vector<SignalId> taken = m_catalogue->takeChanged();
    m_changed.insert(m_changed.end(), taken.begin(), taken.end());
    // Another historian that follows the same catalogue (the part of a recording before) may have
    // taken them.
    for (const SignalInfo &signal : m_catalogue->signalsFrom(m_signals)) {
        m_changed.push_back(signal.id);
        m_savingSignals = signal.id + 1;
    }
    std::sort(m_changed.begin(), m_changed.end());
    m_changed.erase(std::unique(m_changed.begin(), m_changed.end()), m_changed.end());
    QSqlQuery query(database.sql());
    query.prepare(u"INSERT OR REPLACE INTO signals(id, device, name, unit, description, type, "
                  u"role, topic, decoder) "
                  "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    for (const SignalId id : m_changed) {
        const SignalInfo signal = m_catalogue->signal(id);
        query.bindValue(0, qint64(signal.id));
        query.bindValue(1, qint64(signal.device));
        query.bindValue(2, notNull(signal.name));
        query.bindValue(3, notNull(signal.unit));
        query.bindValue(4, notNull(signal.description));
        query.bindValue(5, qint64(signal.type));
        query.bindValue(6, qint64(signal.role));
        query.bindValue(7, notNull(signal.topic));
        query.bindValue(8, notNull(signal.decoder));
        if (!query.exec())
            return false;
    }
    return true;
}

bool NameSaver::saveTexts(Database &database)
{
    m_savingTexts = m_textCount;
    if (m_texts->size() <= m_textCount)
        return true;
    QSqlQuery query(database.sql());
    query.prepare(u"INSERT OR REPLACE INTO texts(code, text) VALUES(?, ?)"_s);
    for (const std::string &text : m_texts->textsFrom(m_textCount)) {
        query.bindValue(0, qint64(m_savingTexts++));
        query.bindValue(1, notNull(QString::fromStdString(text)));
        if (!query.exec())
            return false;
    }
    return true;
}

bool restoreNames(Database &database, telemetry::Catalogue &catalogue, telemetry::TextTable &texts)
{
    QSqlQuery query(database.sql());
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT key, name, replay FROM sources ORDER BY id"_s))
        return false;
    while (query.next())
        catalogue.addSource(query.value(0).toString(), query.value(1).toString(),
                            query.value(2).toBool());
    if (!query.exec(u"SELECT id, source, name FROM devices ORDER BY id"_s))
        return false;
    while (query.next())
        catalogue.restoreDevice({query.value(0).toUInt(),
                                 static_cast<telemetry::SourceId>(query.value(1).toUInt()),
                                 query.value(2).toString()});
    if (!query.exec(
            u"SELECT id, device, name, unit, description, type, role, topic, decoder FROM signals ORDER BY id"_s))
        return false;
    while (query.next()) {
        SignalInfo signal;
        signal.id = query.value(0).toUInt();
        signal.device = query.value(1).toUInt();
        signal.name = query.value(2).toString();
        signal.unit = query.value(3).toString();
        signal.description = query.value(4).toString();
        signal.type = static_cast<telemetry::ValueType>(query.value(5).toUInt());
        signal.role = static_cast<telemetry::SignalRole>(query.value(6).toUInt());
        signal.topic = query.value(7).toString();
        signal.decoder = query.value(8).toString();
        catalogue.restoreSignal(signal);
    }
    if (!query.exec(u"SELECT code, text FROM texts ORDER BY code"_s))
        return false;
    while (query.next())
        texts.restore(query.value(0).toUInt(), query.value(1).toString().toStdString());
    return true;
}

bool saveEvent(Database &database, const EventRecord &event)
{
    QSqlQuery query(database.sql());
    query.prepare(u"INSERT INTO events(time, kind, source, device, text) VALUES(?, ?, ?, ?, ?)"_s);
    query.bindValue(0, qint64(event.time));
    query.bindValue(1, qint64(event.kind));
    query.bindValue(2, notNull(event.source));
    query.bindValue(3, notNull(event.device));
    query.bindValue(4, notNull(event.text));
    return query.exec();
}

} // namespace store
