// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QSqlDatabase>

#include <memory>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

/// One connection, opened through Qt SQL. Rows of samples go through the SQLite handle of Qt's
/// driver (QSqlDriver::handle), see schema.md for the figures; there is only one copy of SQLite on
/// the file. One thread at a time.
class Database
{
public:
    /// `cutShort`: a file that lost its end opens too, as far as it goes; for reading only.
    static base::Result<std::unique_ptr<Database>> open(const QString &path, bool readOnly,
                                                        bool cutShort = false);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    sqlite3 *handle() const { return m_handle; }
    QSqlDatabase sql() const { return QSqlDatabase::database(m_name, false); }
    const QString &path() const { return m_path; }

    bool run(const QString &statement); ///< one statement without result
    QVariant value(const QString &statement); ///< first column of the first row, else null
    bool inTransaction() const;
    void rollback();

    base::Error error() const; ///< the last failure as a sentence
    static base::Error error(const QString &path, int code, const QString &detail);

private:
    Database(QString name, QString path, sqlite3 *handle);

    const QString m_name;
    const QString m_path;
    sqlite3 *const m_handle;
};

/// A prepared statement on the handle; prepared when first used.
class Statement
{
public:
    Statement(Database &database, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(int place, std::int64_t value);
    Statement &bind(int place, double value);
    Statement &bind(int place, std::string_view blob); ///< must live until the statement is reset

    bool next(); ///< true: a row; false: the end (reset) or failure, see ok()
    bool run(); ///< steps to the end and resets
    void reset();
    bool ok() const { return m_ok; }

    std::int64_t integer(int column) const;
    double real(int column) const; ///< NULL is NaN
    std::string_view blob(int column) const; ///< until the next step or reset

private:
    bool prepare();

    Database &m_database;
    const char *const m_sql;
    sqlite3_stmt *m_statement = nullptr;
    bool m_ok = true;
};

} // namespace store
