// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast messages come through the MQTT engine into an inlet that another thread drains.
//   bench_mqtt [messages] [topics]   from a socket that is always full, against mosquitto_sub
//                                    writing the same feed to a file, in one run
//   bench_mqtt --retained N          N retained messages of a real mosquitto, from start() on
#include "models/connect/connections.h"
#include "models/connect/mqtt/brokersource.h"
#include "tests/support/broker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <sys/resource.h>
#include <thread>

using namespace Qt::StringLiterals;
using connect::SourceState;
using connect::mqtt::BrokerSource;
using connect::mqtt::LinkSetup;

namespace {

constexpr int waitMs = 300'000;

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

/// Takes everything out of an inlet and counts it.
class Drain
{
public:
    Drain()
        : m_thread([this] {
            telemetry::MessageBatch batch;
            while (!m_stop) {
                m_inlet->take(batch, 20 * base::nsPerMs);
                m_count += batch.size();
            }
        })
    {
    }
    ~Drain()
    {
        m_stop = true;
        m_thread.join();
    }
    std::shared_ptr<telemetry::Inlet> inlet() const { return m_inlet; }
    std::uint64_t count() const { return m_count; }

private:
    const std::shared_ptr<telemetry::Inlet> m_inlet = std::make_shared<telemetry::Inlet>();
    std::atomic<std::uint64_t> m_count = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

LinkSetup setup(quint16 port, const Drain &drain)
{
    LinkSetup link;
    link.profile = *connect::mqtt::Profile::fromUrl(u"mqtt://127.0.0.1:%1"_s.arg(port));
    link.profile.watchSys = false;
    link.profile.version = 4;
    link.profile.readOnly = false;
    link.inlet = drain.inlet();
    return link;
}

/// Seconds until `messages` came, or a negative number.
double receive(const LinkSetup &link, const Drain &drain, std::uint64_t messages)
{
    BrokerSource source(link);
    QElapsedTimer timer;
    timer.start();
    source.start();
    while (drain.count() < messages && timer.elapsed() < waitMs)
        QThread::usleep(500);
    return drain.count() == messages ? static_cast<double>(timer.nsecsElapsed()) * 1e-9 : -1;
}

void report(const QString &name, std::uint64_t messages, double seconds, double cpu)
{
    std::printf("%-24s %10.0f msg/s  %.3f s  %.2f us CPU per message\n", qPrintable(name),
                static_cast<double>(messages) / seconds, seconds,
                cpu / static_cast<double>(messages) * 1e6);
    std::fflush(stdout);
}

int stream(std::uint64_t messages, int topics)
{
    const quint16 port = support::freePort();
    QProcess load;
    load.setStandardOutputFile(QProcess::nullDevice());
    load.start(QCoreApplication::applicationDirPath() + "/pilothouse-load"_L1,
               {u"--serve"_s, QString::number(port), u"--messages"_s, QString::number(messages),
                u"--topics"_s, QString::number(topics), u"--clients"_s, u"3"_s});
    // The first of the three clients is this look whether it listens.
    if (!load.waitForStarted() || !support::waitForPort(port))
        return 1;
    const Drain drain;
    const double before = cpuSeconds();
    const double seconds = receive(setup(port, drain), drain, messages);
    if (seconds < 0) {
        std::fprintf(stderr, "only %llu of %llu messages came\n",
                     static_cast<unsigned long long>(drain.count()),
                     static_cast<unsigned long long>(messages));
        return 1;
    }
    report(connect::Connections::engineName(), messages, seconds, cpuSeconds() - before);
    const QTemporaryDir folder;
    QProcess sub;
    sub.setStandardOutputFile(folder.filePath(u"out"_s));
    QElapsedTimer timer;
    timer.start();
    sub.start(support::findProgram(u"mosquitto_sub"_s),
              {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), u"-t"_s, u"#"_s, u"-C"_s,
               QString::number(messages)});
    sub.waitForFinished(waitMs);
    const double other = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    report(u"mosquitto_sub > file"_s, messages, other, 0);
    std::printf("ratio %.2f\n", other / seconds);
    load.terminate();
    load.waitForFinished();
    return 0;
}

int retained(std::uint64_t messages)
{
    support::Broker::Options options;
    options.verbose = false;
    support::Broker broker(options);
    if (const QString problem = broker.start(); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 1;
    }
    {
        const Drain unused;
        LinkSetup link = setup(broker.port(), unused);
        link.profile.subscriptions = {{u"nothing"_s, 0}};
        BrokerSource sender(link);
        sender.start();
        while (sender.status().state != SourceState::Connected)
            QThread::msleep(1);
        for (std::uint64_t i = 0; i < messages; ++i)
            (void)sender.publish(
                {.topic = u"site/%1/device/%2"_s.arg(i % 500).arg(i / 500),
                 .payload = "{\"value\":21.5,\"unit\":\"degC\"}",
                 .qos = i + 1 == messages ? 1 : 0, // confirmed: all before it are there
                 .retain = true});
        while (sender.status().published < messages)
            QThread::msleep(1);
    }
    for (int round = 0; round < 3; ++round) {
        const Drain drain;
        const double before = cpuSeconds();
        const double seconds = receive(setup(broker.port(), drain), drain, messages);
        if (seconds < 0) {
            std::fprintf(stderr, "only %llu came\n",
                         static_cast<unsigned long long>(drain.count()));
            return 1;
        }
        report(connect::Connections::engineName() + u", retained"_s, messages, seconds,
               cpuSeconds() - before);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "--retained"_L1)
        return retained(arguments.value(2, u"200000"_s).toULongLong());
    return stream(arguments.value(1, u"2000000"_s).toULongLong(),
                  arguments.value(2, u"1000"_s).toInt());
}
