// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/crashstream.h"
#include "tests/store/reference.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using store::Historian;

namespace {

/// The mapped progress of one writer process.
class SharedProgress
{
public:
    explicit SharedProgress(const QString &path)
    {
        m_fd = ::open(path.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_TRUNC, 0600);
        if (::ftruncate(m_fd, sizeof(crashstream::Progress)) != 0)
            qFatal("no space for the progress file");
        m_data = static_cast<crashstream::Progress *>(::mmap(
            nullptr, sizeof(crashstream::Progress), PROT_READ | PROT_WRITE, MAP_SHARED, m_fd, 0));
    }
    ~SharedProgress()
    {
        ::munmap(m_data, sizeof(crashstream::Progress));
        ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(SharedProgress)

    std::uint64_t count() const { return m_data->count.load(std::memory_order_acquire); }
    /// Samples given at least `age` before `now`.
    std::uint64_t givenBefore(std::int64_t now, std::int64_t age) const
    {
        std::uint64_t samples = 0;
        for (std::uint64_t i = 0; i < count() && m_data->marks[i].monotonicNs <= now - age; ++i)
            samples = m_data->marks[i].samples;
        return samples;
    }

private:
    int m_fd;
    crashstream::Progress *m_data;
};

/// How many samples are there when they are exactly the first so many of the stream; -1 when one is
/// missing in between, doubled or altered.
std::int64_t prefixLength(const Historian &historian, std::uint32_t width, QString &problem)
{
    std::uint64_t total = 0;
    for (std::uint32_t signal = 0; signal < width; ++signal)
        total += historian.count(signal).value_or(0);
    for (std::uint32_t signal = 0; signal < width; ++signal) {
        std::vector<telemetry::Sample> wanted;
        for (std::uint64_t k = signal; k < total; k += width)
            wanted.push_back(crashstream::sample(k, width));
        wanted = reference::inTimeOrder(std::move(wanted));
        const auto got = historian.points(signal, INT64_MIN / 2, INT64_MAX / 2, SIZE_MAX);
        if (!got) {
            problem = got.error().text;
            return -1;
        }
        const bool same = std::equal(got->begin(), got->end(), wanted.begin(), wanted.end(),
                                     [](const telemetry::Point &a, const telemetry::Sample &b) {
                                         return a == reference::point(b);
                                     });
        if (!same) {
            problem = u"signal %1: %2 of %3 samples, total %4"_s.arg(signal)
                          .arg(got->size())
                          .arg(wanted.size())
                          .arg(total);
            return -1;
        }
    }
    return static_cast<std::int64_t>(total);
}

std::unique_ptr<Historian> openAt(const QString &path, QString &problem)
{
    store::HistorianOptions options;
    options.path = path;
    options.retentionDays = 0;
    auto opened = Historian::open(options);
    if (!opened)
        problem = opened.error().text;
    return opened ? std::move(*opened) : nullptr;
}

} // namespace

class TestHistorianCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileWriting_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("pauseUs");
        QTest::addColumn<int>("rounds");
        QTest::newRow("full rate, 8 signals") << 8 << 2'000 << 0 << 5;
        QTest::newRow("full rate, 1,000 signals") << 1'000 << 5'000 << 0 << 5;
        QTest::newRow("paced, 5,000 signals") << 5'000 << 1'000 << 10'000 << 5;
        QTest::newRow("slow, 40 signals") << 40 << 40 << 5'000 << 5;
    }

    /// Each round continues where the one before was killed.
    void killedWhileWriting()
    {
        QFETCH(int, width);
        QFETCH(int, batch);
        QFETCH(int, pauseUs);
        QFETCH(int, rounds);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.db"_s);
        std::mt19937 random(static_cast<std::uint32_t>(width));
        std::uint64_t stored = 0;
        for (int round = 0; round < rounds; ++round) {
            SharedProgress progress(folder.filePath(u"progress"_s));
            QProcess writer;
            writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer.start(QStringLiteral(PILOTHOUSE_BIN_DIR "/store_writer"),
                         {path, folder.filePath(u"progress"_s), QString::number(stored),
                          QString::number(width), QString::number(batch),
                          QString::number(pauseUs)});
            QVERIFY(writer.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(progress.count() > 0 || writer.state() == QProcess::NotRunning,
                                     20'000);
            QTest::qWait(50 + static_cast<int>(random() % 1'200));
            const std::int64_t killed =
                std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch())
                    .count();
            ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);

            QString problem;
            const auto historian = openAt(path, problem);
            QVERIFY2(historian, qPrintable(problem));
            const std::int64_t there =
                prefixLength(*historian, static_cast<std::uint32_t>(width), problem);
            QVERIFY2(there >= 0, qPrintable(problem));
            const std::uint64_t required = progress.givenBefore(killed, 500'000'000);
            QVERIFY2(
                static_cast<std::uint64_t>(there) >= std::max(required, stored),
                qPrintable(u"%1 stored, %2 were given 500 ms before"_s.arg(there).arg(required)));
            stored = static_cast<std::uint64_t>(there);
        }
        QVERIFY(stored > 0);
    }

    /// What a crash leaves is the database and a prefix of its log: every prefix must open to whole
    /// commits. Cuts at frame boundaries and within frames.
    void everyPrefixOfTheLog()
    {
        constexpr std::uint32_t width = 12;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.db"_s);
        QString problem;
        QByteArray database;
        QByteArray log;
        {
            const auto historian = openAt(path, problem);
            QVERIFY2(historian, qPrintable(problem));
            for (std::uint64_t k = 0; k < 80'000;) {
                std::vector<telemetry::Sample> samples;
                for (const std::uint64_t end = k + 2'500; k < end; ++k)
                    samples.push_back(crashstream::sample(k, width));
                historian->append(std::move(samples));
                QVERIFY(historian->flush());
            }
            QFile file(path);
            QFile wal(path + u"-wal"_s);
            QVERIFY(file.open(QIODevice::ReadOnly) && wal.open(QIODevice::ReadOnly));
            database = file.readAll();
            log = wal.readAll();
        }
        constexpr qsizetype header = 32;
        constexpr qsizetype frame = 24 + 4096;
        const qsizetype frames = (log.size() - header) / frame;
        QVERIFY(frames > 100);
        std::int64_t before = 0;
        const QString copy = folder.filePath(u"copy.db"_s);
        // The first frames make the tables; a history cut there is empty or of an older version.
        for (qsizetype n = 60; n <= frames; n += 1 + n / 40) {
            QFile::remove(copy);
            QFile::remove(copy + u"-shm"_s);
            QFile file(copy);
            QFile wal(copy + u"-wal"_s);
            QVERIFY(file.open(QIODevice::WriteOnly)
                    && wal.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(database);
            wal.write(log.left(header + n * frame + (n % 3) * 1'000));
            file.close();
            wal.close();
            const auto historian = openAt(copy, problem);
            QVERIFY2(historian, qPrintable(problem));
            const std::int64_t there = prefixLength(*historian, width, problem);
            QVERIFY2(there >= before && there % 2'500 == 0,
                     qPrintable(u"%1 after %2: %3"_s.arg(there).arg(before).arg(problem)));
            before = there;
        }
        QVERIFY(before > 70'000);
    }
};

QTEST_GUILESS_MAIN(TestHistorianCrash)
#include "tst_historiancrash.moc"
