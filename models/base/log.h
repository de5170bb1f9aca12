// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>
#include <QVector>

namespace base {

Q_DECLARE_LOGGING_CATEGORY(lcEngine)
Q_DECLARE_LOGGING_CATEGORY(lcConnect)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcDecode)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

/// One line of the log.
struct LogLine
{
    qint64 timeMs = 0; ///< milliseconds since the epoch, UTC
    QtMsgType type = QtDebugMsg;
    QString category;
    QString text;
};

/// Sends Qt's messages to stderr, to a size-bounded file (rotated once, at 8 MiB) and to a ring of
/// the last 2,000 lines that the window shows. Call once from main, before threads start.
/// `filePath` may be empty: no file.
void installLog(const QString &filePath);

/// A copy of the ring, oldest first. Any thread.
QVector<LogLine> recentLog();

} // namespace base
