// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a feed gets into a recording, and how fast one gets out of a large recording.
//   bench_recording feed [messages] [topics]   pilothousectl record against mosquitto_sub writing
//                                              the same feed to a file, in one run: numbered
//                                              100-byte JSON, then rows of the SKAB data set
//   bench_recording make FILE GIGABYTES        a large recording from repeated real rows
//   bench_recording open FILE                  first paint, seek and zoom in it, cold and warm
#include "tests/bench/bigrecording.h"
#include "tests/support/broker.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 300'000;

/// Rows of SKAB as "topic payload" lines, 20 devices.
bool writeRows(const QString &path)
{
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    int device = 0;
    for (const QString &folder : {u"valve1"_s, u"other"_s, u"valve2"_s}) {
        const QDir files(QStringLiteral(PILOTHOUSE_SHARED_DATA) + u"/skab/"_s + folder);
        for (const QFileInfo &info : files.entryInfoList({u"*.csv"_s})) {
            QFile in(info.filePath());
            if (!in.open(QIODevice::ReadOnly))
                return false;
            ++device;
            const QByteArrayList names = in.readLine().trimmed().split(';');
            while (!in.atEnd()) {
                const QByteArrayList cells = in.readLine().trimmed().split(';');
                if (cells.size() < 9)
                    continue;
                QByteArray line = "plant/skid-" + QByteArray::number(device)
                    + "/telemetry {\"time\":\"" + QByteArray(cells[0]).replace(' ', 'T') + "Z\"";
                for (qsizetype i = 1; i < 9; ++i)
                    line += ",\"" + names[i] + "\":" + cells[i];
                out.write(line + "}\n");
            }
        }
    }
    return out.size() > 0;
}

struct Taken
{
    double seconds = -1;
    qint64 bytes = 0;
    QByteArray words;
};

/// Time from the start of the program to its end: both stop by themselves after the last message.
Taken take(const QString &program, const QStringList &arguments, const QString &into,
           const QString &output)
{
    QProcess process;
    if (!into.isEmpty())
        process.setStandardOutputFile(into);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    Taken out;
    if (!process.waitForFinished(waitMs) || process.exitCode() != 0) {
        std::fprintf(stderr, "%s failed: %s\n", qPrintable(program),
                     process.readAllStandardError().constData());
        return out;
    }
    out.seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    out.bytes = QFileInfo(output).size();
    out.words = into.isEmpty() ? process.readAllStandardOutput() : QByteArray();
    return out;
}

int compare(const char *what, const QStringList &feed, std::uint64_t messages)
{
    const quint16 port = support::freePort();
    const QString bin = QCoreApplication::applicationDirPath();
    constexpr int rounds = 3;
    QProcess load;
    load.setStandardOutputFile(QProcess::nullDevice());
    load.start(bin + "/pilothouse-load"_L1,
               QStringList{u"--serve"_s, QString::number(port), u"--messages"_s,
                           QString::number(messages), u"--clients"_s,
                           QString::number(1 + 2 * rounds)}
                   + feed);
    // The first client is this look whether it listens.
    if (!load.waitForStarted() || !support::waitForPort(port))
        return 1;
    std::printf("%s, %llu messages\n", what, static_cast<unsigned long long>(messages));
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir folder;
        const QString text = folder.filePath(u"feed.txt"_s);
        const QString file = folder.filePath(u"feed.phrec"_s);
        const Taken ours =
            take(bin + "/pilothousectl"_L1,
                 {u"record"_s, u"--url"_s, u"mqtt://127.0.0.1:%1"_s.arg(port), u"--out"_s, file,
                  u"--messages"_s, QString::number(messages), u"--mqtt"_s, u"3.1.1"_s, u"--json"_s},
                 {}, file);
        const Taken theirs =
            take(support::findProgram(u"mosquitto_sub"_s),
                 {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), u"-t"_s, u"#"_s, u"-F"_s,
                  u"%U %t %p"_s, u"-C"_s, QString::number(messages)},
                 text, text);
        if (ours.seconds < 0 || theirs.seconds < 0)
            return 1;
        const QJsonObject said = QJsonDocument::fromJson(ours.words).object();
        if (said["messages"_L1].toInteger() != static_cast<qint64>(messages)
            || said["lost"_L1].toInteger() != 0) {
            std::fprintf(stderr, "not everything was recorded: %s\n", ours.words.constData());
            return 1;
        }
        std::printf("  record        %8.0f msg/s  %6.3f s  %10lld bytes, with %lld samples\n"
                    "  mosquitto_sub %8.0f msg/s  %6.3f s  %10lld bytes\n"
                    "  ratio %.2f of the rate, %.3f of the size\n",
                    static_cast<double>(messages) / ours.seconds, ours.seconds,
                    static_cast<long long>(ours.bytes),
                    static_cast<long long>(said["samples"_L1].toInteger()),
                    static_cast<double>(messages) / theirs.seconds, theirs.seconds,
                    static_cast<long long>(theirs.bytes), theirs.seconds / ours.seconds,
                    static_cast<double>(ours.bytes) / static_cast<double>(theirs.bytes));
        std::fflush(stdout);
    }
    load.terminate();
    load.waitForFinished();
    return 0;
}

int feed(std::uint64_t messages, int topics)
{
    const QTemporaryDir folder;
    const QString rows = folder.filePath(u"rows"_s);
    if (!writeRows(rows))
        return 1;
    const int first =
        compare("numbered 100-byte JSON", {u"--topics"_s, QString::number(topics)}, messages);
    return first != 0 ? first : compare("rows of SKAB", {u"--rows"_s, rows}, messages);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString what = arguments.value(1);
    if (what == "feed"_L1)
        return feed(arguments.value(2, u"1000000"_s).toULongLong(),
                    arguments.value(3, u"1000"_s).toInt());
    if (what == "make"_L1 && arguments.size() == 4)
        return makeBigRecording(arguments[2], arguments[3].toDouble());
    if (what == "open"_L1 && arguments.size() == 3)
        return openBigRecording(arguments[2]);
    std::fprintf(stderr,
                 "bench_recording feed [messages] [topics] | make FILE GIGABYTES | open "
                 "FILE\n");
    return 2;
}
