// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/recorder.h"
#include "tests/recording/progress.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <random>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using recording::Recording;

namespace {

constexpr std::uint32_t width = 40;
/// The flush interval, and what a commit of some milliseconds and two loaded cores may add.
constexpr std::int64_t flushNs = 250'000'000;
constexpr std::int64_t graceNs = 150'000'000;

std::int64_t steadyNow()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

class SharedProgress
{
public:
    explicit SharedProgress(const QString &path)
    {
        m_fd = ::open(path.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_TRUNC, 0600);
        if (::ftruncate(m_fd, sizeof(made::Progress)) != 0)
            qFatal("no space for the progress file");
        m_data = static_cast<made::Progress *>(
            ::mmap(nullptr, sizeof(made::Progress), PROT_READ | PROT_WRITE, MAP_SHARED, m_fd, 0));
    }
    ~SharedProgress()
    {
        ::munmap(m_data, sizeof(made::Progress));
        ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(SharedProgress)
    const made::Progress *operator->() const { return m_data; }

private:
    int m_fd;
    made::Progress *m_data;
};

/// Samples of the stream's one signal: each message k < n gave the value k.
std::int64_t samplesInRow(const Recording &file)
{
    if (file.info().signalCount == 0)
        return 0;
    const auto points = file.history().points(0, 0, INT64_MAX, SIZE_MAX);
    if (!points)
        return -1;
    for (std::size_t k = 0; k < points->size(); ++k) {
        if ((*points)[k].bits != k)
            return -1;
    }
    return static_cast<std::int64_t>(points->size());
}

bool copyFile(const QByteArray &bytes, const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        && file.write(bytes) == bytes.size();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRecordingCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileRecording()
    {
        const int rounds = std::max(1,
                                    qEnvironmentVariableIntValue("PILOTHOUSE_KILLS") > 0
                                        ? qEnvironmentVariableIntValue("PILOTHOUSE_KILLS")
                                        : 20);
        std::mt19937 random(20'000);
        std::int64_t worstAge = 0;
        std::uint64_t read = 0;
        int withAll = 0;
        for (int round = 0; round < rounds; ++round) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(u"killed.phrec"_s);
            const SharedProgress progress(folder.filePath(u"progress"_s));
            QProcess writer;
            writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer.start(
                QStringLiteral(PILOTHOUSE_BIN_DIR "/record_writer"),
                {path, folder.filePath(u"progress"_s), u"20000"_s, QString::number(width)});
            QVERIFY(writer.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(progress->count > 0 || writer.state() == QProcess::NotRunning,
                                     20'000);
            ::usleep(static_cast<useconds_t>(random() % 2'000'000));
            const std::int64_t killed = steadyNow();
            ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);

            const auto file = Recording::open(path);
            QVERIFY2(file, file ? "" : qPrintable(file.error().text));
            QCOMPARE((*file)->info().state, u"recording"_s);
            QString problem;
            const std::int64_t there = made::prefixOf(*file, width, problem);
            QVERIFY2(there >= 0, qPrintable(problem));
            const auto damages = (*file)->verify();
            QVERIFY(damages);
            QVERIFY2(damages->empty(),
                     damages->empty() ? "" : qPrintable(damages->front().sentence));
            // Messages and the samples that came of them are committed together.
            const std::int64_t samples = samplesInRow(**file);
            QVERIFY2(samples >= 0, "samples are missing, doubled or altered");
            QVERIFY2(static_cast<std::uint64_t>(there) >= progress->written,
                     qPrintable(u"%1 there, status said %2"_s.arg(there).arg(progress->written)));
            const std::uint64_t required = progress->givenBefore(killed, flushNs + graceNs);
            QVERIFY2(static_cast<std::uint64_t>(there) >= required,
                     qPrintable(u"round %1: %2 there, %3 were given %4 ms before"_s.arg(round)
                                    .arg(there)
                                    .arg(required)
                                    .arg((flushNs + graceNs) / 1'000'000)));
            QVERIFY2(samples
                         >= static_cast<std::int64_t>(progress->givenBefore(killed, 500'000'000)),
                     qPrintable(QString::number(samples)));
            for (std::int64_t age = 0; age < flushNs + graceNs; age += 5'000'000) {
                if (progress->givenBefore(killed, age) > static_cast<std::uint64_t>(there))
                    worstAge = std::max(worstAge, age);
            }
            withAll += progress->givenBefore(killed, flushNs) <= static_cast<std::uint64_t>(there);
            read += static_cast<std::uint64_t>(there);
        }
        qInfo("%d kills, %llu messages read back; the oldest message that was missing had been "
              "handed over %lld ms before its kill; nothing older than 250 ms was missing in %d",
              rounds, static_cast<unsigned long long>(read),
              static_cast<long long>(worstAge / 1'000'000), withAll);
        QVERIFY(read > 0);
    }

    /// What a crash of the machine leaves is the database and a prefix of its log, cut anywhere.
    void tornLog()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"whole.phrec"_s);
        QByteArray database;
        QByteArray log;
        std::vector<std::uint64_t> flushed = {0};
        {
            recording::RecorderOptions options;
            options.path = path;
            const auto recorder = recording::Recorder::start(options);
            QVERIFY(recorder);
            (*recorder)->connection(0, {u"c"_s, u"C"_s, u"{}"_s});
            made::Message message;
            for (std::uint64_t k = 0; k < 20'000;) {
                for (const std::uint64_t end = k + 400; k < end; ++k) {
                    made::message(k, width, message);
                    (*recorder)->message(message.view);
                }
                (*recorder)->endBatch();
                QVERIFY((*recorder)->flush());
                flushed.push_back(k);
            }
            database = contentOf(path);
            log = contentOf(path + u"-wal"_s);
        }
        constexpr qsizetype header = 32;
        constexpr qsizetype frame = 24 + 4'096;
        QVERIFY(log.size() > header + 100 * frame);
        std::mt19937 random(7);
        const QString copy = folder.filePath(u"torn.phrec"_s);
        std::int64_t most = 0;
        std::int64_t before = 0;
        int opened = 0;
        for (qsizetype size = header; size <= log.size();
             size += 1 + static_cast<qsizetype>(random() % (3 * frame))) {
            QFile::remove(copy + u"-shm"_s);
            QVERIFY(copyFile(database, copy) && copyFile(log.left(size), copy + u"-wal"_s));
            const auto file = Recording::open(copy);
            if (!file) {
                // Cut before the tables were there: one sentence, and no message was ever flushed.
                QVERIFY(!file.error().text.isEmpty());
                QCOMPARE(opened, 0);
                continue;
            }
            ++opened;
            QString problem;
            const std::int64_t there = made::prefixOf(*file, width, problem);
            QVERIFY2(there >= before, qPrintable(problem));
            QVERIFY2(std::find(flushed.begin(), flushed.end(), static_cast<std::uint64_t>(there))
                         != flushed.end(),
                     qPrintable(QString::number(there)));
            const auto damages = (*file)->verify();
            QVERIFY(damages && damages->empty());
            before = there;
            most = std::max(most, there);
        }
        QVERIFY(opened > 50);
        QVERIFY2(most >= 19'000, qPrintable(QString::number(most)));
    }
};

QTEST_GUILESS_MAIN(TestRecordingCrash)
#include "tst_recordingcrash.moc"
