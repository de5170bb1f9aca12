// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/log.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

#include <cstdio>
#include <deque>

using namespace Qt::StringLiterals;

namespace base {

Q_LOGGING_CATEGORY(lcEngine, "pilothouse.engine")
Q_LOGGING_CATEGORY(lcConnect, "pilothouse.connect")
Q_LOGGING_CATEGORY(lcStore, "pilothouse.store")
Q_LOGGING_CATEGORY(lcDecode, "pilothouse.decode")
Q_LOGGING_CATEGORY(lcUi, "pilothouse.ui")

namespace {

constexpr qsizetype ringLines = 2'000;
constexpr qint64 fileLimit = 8 * 1024 * 1024;

struct LogState
{
    QMutex mutex;
    std::deque<LogLine> ring;
    QFile file;
};

LogState &state()
{
    static LogState instance;
    return instance;
}

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"critical"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return {};
}

void rotateWhenLarge(QFile &file)
{
    if (file.size() < fileLimit)
        return;
    const QString path = file.fileName();
    file.close();
    QFile::remove(path + u".1"_s);
    QFile::rename(path, path + u".1"_s);
    file.setFileName(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        std::fprintf(stderr, "The log file %s cannot be opened again.\n", qPrintable(path));
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    LogLine line{QDateTime::currentMSecsSinceEpoch(), type,
                 QString::fromUtf8(context.category ? context.category : ""), text};
    const QString written =
        QDateTime::fromMSecsSinceEpoch(line.timeMs).toUTC().toString(Qt::ISODateWithMs) + u' '
        + levelName(type) + u' ' + line.category + u": "_s + text + u'\n';
    const QByteArray bytes = written.toUtf8();
    LogState &log = state();
    const QMutexLocker lock(&log.mutex);
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    if (log.file.isOpen()) {
        log.file.write(bytes);
        log.file.flush();
        rotateWhenLarge(log.file);
    }
    log.ring.push_back(std::move(line));
    if (log.ring.size() > static_cast<size_t>(ringLines))
        log.ring.pop_front();
}

} // namespace

void installLog(const QString &filePath)
{
    {
        LogState &log = state();
        const QMutexLocker lock(&log.mutex);
        if (!filePath.isEmpty()) {
            log.file.setFileName(filePath);
            if (!log.file.open(QIODevice::WriteOnly | QIODevice::Append))
                std::fprintf(stderr, "The log file %s cannot be opened.\n", qPrintable(filePath));
        }
    }
    qInstallMessageHandler(handle);
}

QVector<LogLine> recentLog()
{
    LogState &log = state();
    const QMutexLocker lock(&log.mutex);
    return {log.ring.begin(), log.ring.end()};
}

} // namespace base
