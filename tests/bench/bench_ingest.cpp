// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages a second from a socket that is always full, decoded and stored, against mosquitto_sub
// writing the same feed to a file, in one run.   bench_ingest [messages] [topics]
#include "app/engine/engine.h"
#include "tests/support/broker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

struct Result
{
    double seconds = 0;
    double perSecond = 0;
};

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

Result readWithMosquittoSub(quint16 port, qint64 messages, const QString &file)
{
    QProcess sub;
    sub.setStandardOutputFile(file);
    QElapsedTimer timer;
    timer.start();
    sub.start(support::findProgram(u"mosquitto_sub"_s),
              {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), u"-t"_s, u"#"_s, u"-C"_s,
               QString::number(messages)});
    sub.waitForFinished(600'000);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    return {seconds, static_cast<double>(messages) / seconds};
}

Result readWithPilothouse(quint16 port, qint64 messages, const QString &workspace)
{
    auto engine = app::Engine::create({workspace, true, false, false});
    if (!engine) {
        std::fprintf(stderr, "%s\n", qPrintable(engine.error().text));
        return {};
    }
    app::Engine &parts = **engine;
    auto profile = connect::mqtt::Profile::fromUrl(u"mqtt://127.0.0.1:%1"_s.arg(port));
    profile->watchSys = false;
    profile->version = 4;
    (void)parts.connections().save(*profile);
    parts.start();
    QElapsedTimer timer;
    timer.start();
    const double cpu = cpuSeconds();
    parts.connections().start(profile->id);
    const auto wanted = static_cast<std::uint64_t>(messages);
    QEventLoop loop; // processEvents() with a time limit would spin
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (parts.pipeline().totals().received >= wanted || timer.elapsed() > 600'000)
            loop.quit();
    });
    poll.start(2);
    loop.exec();
    const double received = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    parts.pipeline().drain();
    (void)parts.historian()->flush();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    const ingest::LedgerFigures ledger = parts.pipeline().totals();
    const store::StoreStatus stored = parts.historian()->status();
    std::printf("  ledger: received %llu, decoded %llu, samples %llu, handed to store %llu, stored "
                "%llu, gaps %llu, dropped %llu, late %llu, duplicates %llu, future %llu\n"
                "  all received after %.2f s, all stored after %.2f s; CPU %.2f s; %.1f MB in the "
                "database\n",
                static_cast<unsigned long long>(ledger.received),
                static_cast<unsigned long long>(ledger.decoded),
                static_cast<unsigned long long>(ledger.samples),
                static_cast<unsigned long long>(ledger.handedToStore),
                static_cast<unsigned long long>(stored.stored),
                static_cast<unsigned long long>(ledger.gaps),
                static_cast<unsigned long long>(ledger.dropped),
                static_cast<unsigned long long>(ledger.late),
                static_cast<unsigned long long>(ledger.duplicates),
                static_cast<unsigned long long>(ledger.futureTimes), received, seconds,
                cpuSeconds() - cpu, static_cast<double>(stored.fileBytes) / 1e6);
    parts.connections().stopAll();
    return {seconds, static_cast<double>(messages) / seconds};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const qint64 messages = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 1'000'000;
    const QString topics = argc > 2 ? QString::fromLocal8Bit(argv[2]) : u"1000"_s;
    const quint16 port = support::freePort();
    QProcess feed;
    feed.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    feed.start(QCoreApplication::applicationDirPath() + u"/pilothouse-load"_s,
               {u"--serve"_s, QString::number(port), u"--messages"_s, QString::number(messages),
                u"--topics"_s, topics, u"--clients"_s, u"2"_s});
    // The endpoint serves two clients, one after the other: waiting for its word takes none of
    // them.
    if (!feed.waitForStarted() || !feed.waitForReadyRead(5'000)) {
        std::fprintf(stderr, "pilothouse-load does not start\n");
        return 1;
    }
    QTemporaryDir dir;
    std::printf("%lld messages of 100-byte JSON on %s topics; engine: %s\n",
                static_cast<long long>(messages), qPrintable(topics),
                qPrintable(connect::Connections::engineName()));
    const Result peer = readWithMosquittoSub(port, messages, dir.filePath(u"sub.txt"_s));
    std::printf("mosquitto_sub to a file: %.2f s, %.0f msg/s\n", peer.seconds, peer.perSecond);
    const Result own = readWithPilothouse(port, messages, dir.filePath(u"workspace"_s));
    std::printf("Pilothouse, decoded and stored: %.2f s, %.0f msg/s\nratio %.2f\n", own.seconds,
                own.perSecond, own.perSecond / peer.perSecond);
    feed.kill();
    feed.waitForFinished();
    return 0;
}
