// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole console under load: a real mosquitto, a publisher of numbered 100-byte JSON messages,
// the engine with its historian, and the real window going through its pages. Prints how long
// display ticks took on each page, what was lost, and the resident memory.
// bench_window [messages per second] [topics] [seconds] [hot MiB]
#include "app/engine/engine.h"
#include "tests/support/broker.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"
#include "ui/widgets/taskcentre.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

double residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble()
        * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

int number(int argc, char **argv, int index, int fallback)
{
    return argc > index ? std::atoi(argv[index]) : fallback;
}

void runFor(qint64 ms)
{
    QEventLoop loop; // processEvents() with a time limit would spin
    QTimer::singleShot(std::chrono::milliseconds(ms), Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

unsigned long long wide(std::uint64_t value)
{
    return value;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int rate = number(argc, argv, 1, 80'000);
    const int topics = number(argc, argv, 2, 1'000);
    const int seconds = number(argc, argv, 3, 60);
    support::Broker broker(
        {.config = {u"max_queued_messages 0"_s, u"set_tcp_nodelay true"_s}, .verbose = false});
    if (const QString problem = broker.start(); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 1;
    }
    QTemporaryDir folder;
    auto made = app::Engine::create({folder.path(), true, false, false});
    if (!made) {
        std::fprintf(stderr, "%s\n", qPrintable(made.error().text));
        return 1;
    }
    app::Engine &engine = **made;
    engine.settings().set(base::Setting::HotMegabytes, number(argc, argv, 4, 32));
    ui::TaskCentre tasks;
    ui::Shell shell({&engine.pipeline(), engine.historian(), &engine.connections(),
                     &engine.secrets(), &engine.settings(), &tasks},
                    ui::allPageKinds());
    shell.restore();
    shell.frontWindow()->resize(1920, 1080);
    auto profile = connect::mqtt::Profile::fromUrl(u"mqtt://127.0.0.1:%1"_s.arg(broker.port()));
    profile->watchSys = false;
    (void)engine.connections().save(*profile);
    engine.start();
    engine.connections().start(profile->id);
    QElapsedTimer wait;
    wait.start();
    while (engine.connections().status(profile->id).state != connect::SourceState::Connected
           && wait.elapsed() < 10'000)
        runFor(10);
    runFor(300);

    QProcess load;
    load.setProcessChannelMode(QProcess::MergedChannels);
    load.start(QCoreApplication::applicationDirPath() + u"/pilothouse-load"_s,
               {u"--publish"_s, QString::number(broker.port()), u"--rate"_s, QString::number(rate),
                u"--topics"_s, QString::number(topics), u"--seconds"_s, QString::number(seconds)});
    const QStringList pages{u"overview"_s,  u"explore"_s,    u"devices"_s,
                            u"telemetry"_s, u"confidence"_s, u"connections"_s};
    std::printf(
        "%d messages/s of 100-byte JSON on %d topics for %d s through mosquitto; engine: %s; "
        "window %s at 1920x1080\n",
        rate, topics, seconds, qPrintable(connect::Connections::engineName()),
        qPrintable(QGuiApplication::platformName()));
    const qint64 perPage = seconds * 1000 / pages.size();
    for (const QString &page : pages) {
        shell.go({.page = page});
        shell.tick().resetStatistics();
        runFor(perPage);
        const ui::TickStatistics ticks = shell.tickStatistics();
        const ingest::LedgerFigures ledger = engine.pipeline().totals();
        std::printf("  %-12s %4llu ticks  whole p50 %5.1f  p99 %5.1f  max %5.1f ms  interval p99 "
                    "%5.1f ms  received %9llu  resident %4.0f MiB, of it series %3.0f MiB\n",
                    qPrintable(page), wide(ticks.ticks), ticks.wholeP50, ticks.wholeP99,
                    ticks.wholeMax, ticks.intervalP99, wide(ledger.received), residentMiB(),
                    static_cast<double>(engine.pipeline().series().bytes()) / (1 << 20));
        std::fflush(stdout);
    }
    load.waitForFinished(30'000);
    std::printf("  %s", load.readAll().constData());
    const auto wanted = static_cast<std::uint64_t>(rate) * static_cast<std::uint64_t>(seconds);
    wait.restart();
    while (engine.pipeline().totals().received < wanted && wait.elapsed() < 10'000)
        runFor(10);
    engine.pipeline().drain();
    const auto flushed = engine.historian()->flush();
    if (!flushed)
        std::printf("  not stored: %s\n", qPrintable(flushed.error().text));
    const ingest::LedgerFigures ledger = engine.pipeline().totals();
    std::printf(
        "  received %llu of %llu, %lld ms after the last was published; decoded %llu, gaps in "
        "the sequence %llu, dropped %llu, samples %llu, duplicates %llu, late %llu, handed to the "
        "store %llu, stored %llu, %.0f MB on disk\n",
        wide(ledger.received), wide(wanted), static_cast<long long>(wait.elapsed()),
        wide(ledger.decoded), wide(ledger.gaps), wide(ledger.dropped), wide(ledger.samples),
        wide(ledger.duplicates), wide(ledger.late), wide(ledger.handedToStore),
        wide(engine.historian()->status().stored),
        static_cast<double>(engine.historian()->status().fileBytes) / 1e6);
    shell.shutDown();
    engine.stop();
    return ledger.received == wanted && ledger.gaps == 0 ? 0 : 1;
}
