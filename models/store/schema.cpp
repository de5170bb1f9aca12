// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStringList>
#include <QVariant>

#include <sqlite3.h>

namespace store {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(store::Schema)
};

const QStringList &step(int version)
{
    static const QStringList first = {
        u"CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL)"_s,
        u"INSERT INTO meta VALUES('commit', 0)"_s,
        u"CREATE TABLE sources(id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, replay INTEGER NOT NULL)"_s,
        u"CREATE TABLE devices(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, name TEXT NOT NULL)"_s,
        u"CREATE TABLE signals(id INTEGER PRIMARY KEY, device INTEGER NOT NULL, name TEXT NOT "
        u"NULL, unit TEXT NOT NULL, "
        "description TEXT NOT NULL, type INTEGER NOT NULL, role INTEGER NOT NULL, topic TEXT NOT NULL, decoder TEXT NOT NULL)"_s,
        u"CREATE TABLE texts(code INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s,
        u"CREATE TABLE times(id INTEGER PRIMARY KEY, times BLOB NOT NULL, delays BLOB NOT NULL)"_s,
        u"CREATE TABLE blocks(id INTEGER PRIMARY KEY, signal INTEGER NOT NULL, late INTEGER NOT "
        u"NULL, seq INTEGER NOT NULL, "
        "t_first INTEGER NOT NULL, t_last INTEGER NOT NULL, stored_at INTEGER NOT NULL, count "
        "INTEGER NOT NULL, "
        "first REAL, last REAL, min REAL, max REAL, worst INTEGER NOT NULL, times INTEGER NOT NULL, data BLOB NOT NULL)"_s,
        u"CREATE UNIQUE INDEX blocks_by_signal ON blocks(signal, late, seq)"_s,
        u"CREATE TABLE pyramid(signal INTEGER, level INTEGER, page INTEGER, data BLOB NOT NULL, "
        "PRIMARY KEY(signal, level, page)) WITHOUT ROWID"_s,
        u"CREATE TABLE journal(seq INTEGER PRIMARY KEY, data BLOB NOT NULL)"_s,
        u"CREATE TABLE open_times(id INTEGER PRIMARY KEY, times BLOB NOT NULL, delays BLOB NOT NULL)"_s,
        u"CREATE TABLE open_blocks(signal INTEGER PRIMARY KEY, through INTEGER NOT NULL, "
        "count INTEGER NOT NULL, times INTEGER NOT NULL, data BLOB)"_s,
    };
    static const QStringList second = {
        u"CREATE TABLE events(id INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind INTEGER NOT "
        u"NULL, source TEXT NOT NULL, "
        "device TEXT NOT NULL, text TEXT NOT NULL)"_s,
        u"CREATE INDEX events_by_time ON events(time)"_s,
    };
    return version == 1 ? first : second;
}

base::Result<> failed(const Database &database)
{
    return tl::unexpected(database.error());
}

base::Result<> checkVersion(Database &database, int &version, std::int64_t application)
{
    const QVariant userVersion = database.value(u"PRAGMA user_version"_s);
    if (!userVersion.isValid())
        return failed(database);
    version = userVersion.toInt();
    const qint64 found = database.value(u"PRAGMA application_id"_s).toLongLong();
    const bool empty = version == 0 && found == 0
        && database.value(u"SELECT count(*) FROM sqlite_master"_s).toInt() == 0;
    if (!empty && found != application)
        return base::failure(Text::tr("%1 is a database of another program; choose another file.")
                                 .arg(database.path()),
                             ErrorCode::Unsupported);
    if (version > schemaVersion)
        return base::failure(Text::tr("The history %1 was written by a newer Pilothouse (version "
                                      "%2, this one knows %3); update Pilothouse.")
                                 .arg(database.path())
                                 .arg(version)
                                 .arg(schemaVersion),
                             ErrorCode::Unsupported);
    return {};
}

base::Result<> migrate(Database &database, int to, std::int64_t application)
{
    if (!database.run(u"BEGIN IMMEDIATE"_s))
        return failed(database);
    bool good = true;
    for (const QString &statement : step(to))
        good = good && database.run(statement);
    good = good && database.run(u"PRAGMA user_version = %1"_s.arg(to))
        && database.run(u"PRAGMA application_id = %1"_s.arg(application))
        && database.run(u"COMMIT"_s);
    if (good)
        return {};
    const base::Error error = database.error();
    database.rollback();
    return tl::unexpected(error);
}

} // namespace

base::Result<> prepareForWriting(Database &database, int upTo, std::int64_t application)
{
    int version = 0;
    if (const auto checked = checkVersion(database, version, application); !checked)
        return checked;
    // Only takes effect before the first table exists; without it the file never shrinks.
    if (version == 0 && !database.run(u"PRAGMA auto_vacuum = INCREMENTAL"_s))
        return failed(database);
    if (database.value(u"PRAGMA journal_mode = WAL"_s).toString() != "wal"_L1) {
        if (sqlite3_errcode(database.handle()) != SQLITE_OK)
            return failed(database);
        return base::failure(
            Text::tr(
                "The folder of %1 does not support SQLite's write-ahead log; use a local disk.")
                .arg(database.path()),
            ErrorCode::Unsupported);
    }
    if (!database.run(u"PRAGMA synchronous = NORMAL"_s)
        || !database.run(u"PRAGMA wal_autocheckpoint = 0"_s)
        || !database.run(u"PRAGMA cache_size = -16000"_s)
        // Debian builds SQLite to overwrite what is deleted: twice the writing for each journal
        // row.
        || !database.run(u"PRAGMA secure_delete = OFF"_s))
        return failed(database);
    while (version < upTo) {
        if (const auto done = migrate(database, ++version, application); !done)
            return done;
    }
    return {};
}

base::Result<> checkReadable(Database &database, std::int64_t application)
{
    int version = 0;
    if (const auto checked = checkVersion(database, version, application); !checked)
        return checked;
    if (version < schemaVersion)
        return base::failure(
            Text::tr("The history %1 is of an older version; open it once for writing.")
                .arg(database.path()),
            ErrorCode::Unsupported);
    return {};
}

base::Result<> quickCheck(Database &database, int limitMs)
{
    QElapsedTimer timer;
    timer.start();
    struct Limit
    {
        const QElapsedTimer &timer;
        int limitMs;
    } limit{timer, limitMs};
    sqlite3_progress_handler(
        database.handle(), 10'000,
        [](void *data) {
            const auto *l = static_cast<const Limit *>(data);
            return l->timer.elapsed() > l->limitMs ? 1 : 0;
        },
        &limit);
    const QString answer = database.value(u"PRAGMA quick_check(1)"_s).toString();
    const int code = sqlite3_errcode(database.handle());
    sqlite3_progress_handler(database.handle(), 0, nullptr, nullptr);
    if (answer == "ok"_L1 || code == SQLITE_INTERRUPT)
        return {};
    return tl::unexpected(
        Database::error(database.path(), SQLITE_CORRUPT,
                        answer.isEmpty() ? QString::fromUtf8(sqlite3_errstr(code)) : answer));
}

} // namespace store
