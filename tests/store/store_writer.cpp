// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Stores the crash stream until it is killed: store_writer DATABASE PROGRESS FIRST WIDTH BATCH
// PAUSE_US

#include "models/store/historian.h"
#include "tests/store/crashstream.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 7)
        return 2;
    const int fd = ::open(arguments[2].toLocal8Bit().constData(), O_RDWR);
    void *const shared =
        ::mmap(nullptr, sizeof(crashstream::Progress), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared == MAP_FAILED)
        return 2;
    auto &progress = *static_cast<crashstream::Progress *>(shared);
    std::uint64_t k = arguments[3].toULongLong();
    const auto width = arguments[4].toUInt();
    const std::uint64_t batch = arguments[5].toULongLong();
    const std::chrono::microseconds pause(arguments[6].toLongLong());
    store::HistorianOptions options;
    options.path = arguments[1];
    options.retentionDays = 0;
    const auto historian = store::Historian::open(options);
    if (!historian) {
        std::fprintf(stderr, "%s\n", qPrintable(historian.error().text));
        return 1;
    }
    while (progress.count < crashstream::Progress::capacity) {
        std::vector<telemetry::Sample> samples;
        samples.reserve(batch);
        for (const std::uint64_t end = k + batch; k < end; ++k)
            samples.push_back(crashstream::sample(k, width));
        if (!(*historian)->append(std::move(samples)))
            return 1;
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        progress.marks[progress.count] = {std::chrono::nanoseconds(now).count(), k};
        progress.count.fetch_add(1, std::memory_order_release);
        if (pause.count() > 0)
            std::this_thread::sleep_for(pause);
    }
    return 0;
}
