// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Records the made stream at a steady rate until it is killed: record_writer FILE PROGRESS RATE
// TOPICS

#include "models/recording/recorder.h"
#include "tests/recording/progress.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/mman.h>
#include <thread>

int main(int argc, char **argv)
{
    using Steady = std::chrono::steady_clock;
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 5)
        return 2;
    const int fd = ::open(arguments[2].toLocal8Bit().constData(), O_RDWR);
    void *const shared =
        ::mmap(nullptr, sizeof(made::Progress), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared == MAP_FAILED)
        return 2;
    auto &progress = *static_cast<made::Progress *>(shared);
    const double rate = arguments[3].toDouble();
    const auto width = arguments[4].toUInt();
    recording::RecorderOptions options;
    options.path = arguments[1];
    options.snapshotEvery = base::nsPerSecond / 5;
    const auto recorder = recording::Recorder::start(options);
    if (!recorder) {
        std::fprintf(stderr, "%s\n", qPrintable(recorder.error().text));
        return 1;
    }
    telemetry::Catalogue catalogue;
    telemetry::TextTable texts;
    catalogue.addSource(QStringLiteral("c"), QStringLiteral("C"));
    const auto device = catalogue.internDevice(0, "device");
    const auto signal = catalogue.internSignal(device, "k", telemetry::ValueType::UInt64);
    (*recorder)->connection(0, {QStringLiteral("c"), QStringLiteral("C"), QStringLiteral("{}")});
    made::Message message;
    const auto start = Steady::now();
    for (std::uint64_t k = 0; progress.count < made::Progress::capacity;) {
        const double elapsed = std::chrono::duration<double>(Steady::now() - start).count();
        const auto due = static_cast<std::uint64_t>(elapsed * rate);
        for (; k < due; ++k) {
            made::message(k, width, message);
            (*recorder)->message(message.view);
            const base::TimeNs time = made::begin + static_cast<base::TimeNs>(k) * base::nsPerMs;
            const telemetry::Sample sample{
                signal, telemetry::ValueType::UInt64, telemetry::Quality::Good, time, time, k};
            (*recorder)->samples(message.view, std::span(&sample, 1), catalogue, texts);
        }
        (*recorder)->endBatch();
        const auto now = Steady::now().time_since_epoch();
        progress.marks[progress.count] = {std::chrono::nanoseconds(now).count(), k};
        progress.count.fetch_add(1, std::memory_order_release);
        progress.written.store((*recorder)->status().written, std::memory_order_release);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return 0;
}
