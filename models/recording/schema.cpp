// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/schema.h"

#include "models/recording/digest.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QStringList>
#include <QVariant>

#include <algorithm>

namespace recording {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(recording::Schema)
};

const QStringList &statements()
{
    static const QStringList all = {
        u"CREATE TABLE recording_meta(key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
        u"CREATE TABLE connections(id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, "
        "details TEXT NOT NULL)"_s,
        u"CREATE TABLE topics(id INTEGER PRIMARY KEY, connection INTEGER NOT NULL, topic BLOB NOT "
        "NULL)"_s,
        u"CREATE TABLE chunks(first INTEGER PRIMARY KEY, count INTEGER NOT NULL, t_min INTEGER NOT "
        "NULL, t_max INTEGER NOT NULL, raw INTEGER NOT NULL, packed INTEGER NOT NULL, part INTEGER "
        "NOT NULL, digest BLOB NOT NULL)"_s,
        u"CREATE TABLE chunk_data(first INTEGER PRIMARY KEY, topics BLOB NOT NULL, data BLOB NOT "
        "NULL)"_s,
        u"CREATE TABLE snapshots(seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, digest BLOB NOT "
        "NULL, data BLOB NOT NULL)"_s,
        u"CREATE TABLE markers(id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, time INTEGER NOT "
        "NULL, until INTEGER NOT NULL, kind INTEGER NOT NULL, connection INTEGER NOT NULL, text "
        "TEXT NOT NULL, author TEXT NOT NULL)"_s,
        u"INSERT INTO recording_meta VALUES('version', '%1')"_s.arg(recordingVersion),
    };
    return all;
}

bool hasTables(store::Database &database)
{
    return database.value(u"SELECT count(*) FROM sqlite_master WHERE name = 'recording_meta'"_s)
               .toInt()
        > 0;
}

} // namespace

base::Result<> makeTables(store::Database &database)
{
    if (hasTables(database))
        return checkTables(database);
    bool good = database.run(u"BEGIN IMMEDIATE"_s);
    for (const QString &statement : statements())
        good = good && database.run(statement);
    if (good && database.run(u"COMMIT"_s))
        return {};
    const base::Error error = database.error();
    database.rollback();
    return tl::unexpected(error);
}

base::Result<> checkTables(store::Database &database)
{
    if (!hasTables(database))
        return base::failure(Text::tr("%1 was never begun as a recording; there is nothing in it.")
                                 .arg(database.path()));
    const int version =
        database.value(u"SELECT value FROM recording_meta WHERE key = 'version'"_s).toInt();
    if (version > recordingVersion)
        return base::failure(Text::tr("The recording %1 was made by a newer Pilothouse (version "
                                      "%2, this one knows %3); update Pilothouse.")
                                 .arg(database.path())
                                 .arg(version)
                                 .arg(recordingVersion),
                             base::ErrorCode::Unsupported);
    return {};
}

Digest rowDigest(std::initializer_list<std::int64_t> numbers,
                 std::initializer_list<std::string_view> bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::int64_t number : numbers)
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    for (const std::string_view view : bytes)
        hash.addData(QByteArrayView(view.data(), static_cast<qsizetype>(view.size())));
    const QByteArray result = hash.result();
    Digest out;
    std::copy(result.begin(), result.end(), out.begin());
    return out;
}

} // namespace recording
