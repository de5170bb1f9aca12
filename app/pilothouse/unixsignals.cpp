// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothouse/unixsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace app {

namespace {

int wakeFd = -1;

extern "C" void onSignal(int)
{
    const quint64 one = 1;
    // Only write() is allowed here (signal-safety(7)); a full counter still wakes.
    [[maybe_unused]] const auto written = ::write(wakeFd, &one, sizeof one);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    wakeFd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (wakeFd < 0)
        return;
    m_notifier = new QSocketNotifier(wakeFd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        quint64 count = 0;
        [[maybe_unused]] const auto got = ::read(wakeFd, &count, sizeof count);
        Q_EMIT endWanted();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

UnixSignals::~UnixSignals()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, SIG_DFL);
    if (wakeFd >= 0)
        ::close(wakeFd);
    wakeFd = -1;
}

} // namespace app
