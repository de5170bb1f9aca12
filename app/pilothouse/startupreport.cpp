// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothouse/startupreport.h"

#include <QEvent>
#include <QFile>
#include <QTextStream>
#include <QTimer>
#include <QWidget>

#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

double millisecondsSinceStart()
{
    // proc(5): field 22 of stat is the start time in clock ticks since boot; the command name in
    // field 2 may hold spaces, so counting begins behind its bracket.
    const QByteArray stat = contentsOf(u"/proc/self/stat"_s);
    const double ticks = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(19).toDouble();
    timespec now{};
    if (ticks <= 0 || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    const double started = ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started)
        * 1000;
}

StartupReport::StartupReport(QWidget *window, bool print, QObject *parent)
    : QObject(parent)
    , m_print(print)
{
    window->installEventFilter(this);
}

bool StartupReport::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_seen) {
        m_seen = true;
        QTimer::singleShot(0, this, &StartupReport::report); // when the backing store was flushed
    }
    return QObject::eventFilter(watched, event);
}

void StartupReport::report()
{
    if (m_print) {
        const double pages = contentsOf(u"/proc/self/statm"_s).split(' ').value(1).toDouble();
        const double mib = pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
        QTextStream(stderr) << "first paint " << qRound(millisecondsSinceStart())
                            << " ms after the process start, resident " << qRound(mib) << " MiB"
                            << Qt::endl;
    }
    Q_EMIT painted();
}

} // namespace app
