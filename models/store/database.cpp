// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include <QAtomicInt>
#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <limits>
#include <sqlite3.h>

namespace store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(store::Database)
};

QString nextName()
{
    static QAtomicInt counter;
    return u"pilothouse-store-%1"_s.arg(counter.fetchAndAddRelaxed(1));
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.data());
}

} // namespace

base::Result<std::unique_ptr<Database>> Database::open(const QString &path, bool readOnly,
                                                       bool cutShort)
{
    const QString name = nextName();
    sqlite3 *handle = nullptr;
    QString detail;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.setConnectOptions(readOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                            : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (database.open())
            handle = handleOf(database);
        else
            detail = database.lastError().databaseText();
    }
    if (!handle) {
        QSqlDatabase::removeDatabase(name);
        return base::failure(Text::tr("The file %1 cannot be opened: %2.").arg(path, detail),
                             ErrorCode::Io);
    }
    sqlite3_extended_result_codes(handle, 1);
    std::unique_ptr<Database> out(new Database(name, path, handle));
    // SQLite refuses a file with fewer pages than its header says, but for this switch, which is
    // meant for repairing schemas (sqlite.org/pragma.html, writable_schema).
    if (cutShort && readOnly && !out->value(u"PRAGMA application_id"_s).isValid()
        && (sqlite3_errcode(handle) & 0xff) == SQLITE_CORRUPT)
        out->run(u"PRAGMA writable_schema = ON"_s);
    return out;
}

Database::Database(QString name, QString path, sqlite3 *handle)
    : m_name(std::move(name))
    , m_path(std::move(path))
    , m_handle(handle)
{
}

Database::~Database()
{
    // Closes too; close() itself would insist on the thread that opened it.
    QSqlDatabase::removeDatabase(m_name);
}

bool Database::run(const QString &statement)
{
    QSqlQuery query(sql());
    query.setForwardOnly(true);
    return query.exec(statement);
}

QVariant Database::value(const QString &statement)
{
    QSqlQuery query(sql());
    query.setForwardOnly(true);
    if (!query.exec(statement) || !query.next())
        return {};
    return query.value(0);
}

bool Database::inTransaction() const
{
    return !sqlite3_get_autocommit(m_handle);
}

void Database::rollback()
{
    if (inTransaction())
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Error Database::error() const
{
    return error(m_path, sqlite3_extended_errcode(m_handle),
                 QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

Error Database::error(const QString &path, int code, const QString &detail)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {Text::tr("The file %1 cannot grow, the disk is full; free some space.").arg(path),
                ErrorCode::Limit};
    case SQLITE_READONLY:
        return {Text::tr("The file %1 cannot be written; check the permissions of the file and "
                         "its folder.")
                    .arg(path),
                ErrorCode::Denied};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Text::tr("The file %1 is damaged (%2); move it aside to start a new one.")
                    .arg(path, detail),
                ErrorCode::BadInput};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Text::tr("The file %1 is locked by another program.").arg(path),
                ErrorCode::Conflict};
    case SQLITE_INTERRUPT:
        return {Text::tr("Reading the history was cancelled."), ErrorCode::Cancelled};
    default:
        return {Text::tr("The file %1 cannot be used: %2.").arg(path, detail), ErrorCode::Io};
    }
}

Statement::Statement(Database &database, const char *sql)
    : m_database(database)
    , m_sql(sql)
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

bool Statement::prepare()
{
    if (!m_statement)
        sqlite3_prepare_v3(m_database.handle(), m_sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement,
                           nullptr);
    m_ok = m_statement != nullptr;
    return m_ok;
}

Statement &Statement::bind(int place, std::int64_t value)
{
    if (prepare())
        sqlite3_bind_int64(m_statement, place, value);
    return *this;
}

Statement &Statement::bind(int place, double value)
{
    if (prepare())
        sqlite3_bind_double(m_statement, place, value);
    return *this;
}

Statement &Statement::bind(int place, std::string_view blob)
{
    if (prepare())
        sqlite3_bind_blob64(m_statement, place, blob.data(), blob.size(), nullptr);
    return *this;
}

bool Statement::next()
{
    if (!prepare())
        return false;
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW)
        return true;
    m_ok = result == SQLITE_DONE;
    sqlite3_reset(m_statement);
    return false;
}

bool Statement::run()
{
    while (next()) { }
    return m_ok;
}

void Statement::reset()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
        return std::numeric_limits<double>::quiet_NaN();
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::blob(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

} // namespace store
