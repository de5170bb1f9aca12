// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/schema.h"
#include "models/recording/state.h"
#include "tests/recording/feeder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using recording::Marker;
using recording::Recorder;
using recording::RecorderOptions;
using recording::Recording;

namespace {

constexpr std::uint32_t width = 20;
constexpr std::uint64_t count = 120'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        && file.write(bytes) == bytes.size();
}

/// One answer of the file's own SQL.
QVariant ask(const QString &path, const QString &sql)
{
    QVariant out;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"ask"_s);
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(database);
        if (query.exec(sql) && query.next())
            out = query.value(0);
    }
    QSqlDatabase::removeDatabase(u"ask"_s);
    return out;
}

/// Flips one bit in the middle of a blob, found in the file by its content; in copies on pages that
/// are not in use any more as well.
bool flip(QByteArray &file, const QByteArray &blob)
{
    // A long blob lies on several pages: the first piece of its second half that is found whole.
    for (qsizetype at = blob.size() / 2; at + 24 < blob.size(); at += 24) {
        const QByteArray piece = blob.mid(at, 24);
        qsizetype place = file.indexOf(piece);
        if (place < 0)
            continue;
        for (; place >= 0; place = file.indexOf(piece, place))
            file[place + 12] = static_cast<char>(file[place + 12] ^ 4);
        return true;
    }
    return false;
}

class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before;
};

/// A message of the disk tests: its number, then much that cannot be compressed.
std::string heavy(std::uint64_t k, std::size_t bytes)
{
    std::string out(bytes, '\0');
    std::mt19937_64 random(k);
    for (std::size_t i = 0; i + 8 <= bytes; i += 8) {
        const std::uint64_t word = random();
        std::memcpy(out.data() + i, &word, 8);
    }
    std::memcpy(out.data(), &k, sizeof k);
    return out;
}

} // namespace

class TestRecordingDamage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_whole;

    QString damaged(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"damaged.phrec"_s);
        return write(path, bytes) ? path : QString();
    }

    /// Messages of the recording but those of `without`, checked one by one; -1: something else.
    std::int64_t readableBut(const std::shared_ptr<Recording> &file, std::uint64_t from,
                             std::uint64_t to)
    {
        recording::Cursor cursor(file);
        cursor.seek(0);
        recording::RecordedMessage got;
        made::Message wanted;
        std::int64_t n = 0;
        for (std::uint64_t k = 0; k < count; ++k, ++n) {
            if (k == from)
                k = to;
            if (k == count)
                break;
            made::message(k, width, wanted);
            if (!cursor.next(got) || got.sequence != k || !made::same(got.view, wanted.view))
                return -1;
        }
        return cursor.next(got) ? -1 : n;
    }

private Q_SLOTS:
    void initTestCase()
    {
        RecorderOptions options;
        options.path = m_path = m_folder.filePath(u"whole.phrec"_s);
        auto recorder = Recorder::start(options);
        QVERIFY(recorder);
        made::Feeder feeder(**recorder, width);
        while (feeder.next < count)
            feeder.feed(1'000);
        QVERIFY((*recorder)->stop());
        m_whole = contentOf(m_path);
        QVERIFY(m_whole.size() > 100'000);
    }

    void flippedChunk()
    {
        for (const int place : {0, 1, 3}) {
            const auto first =
                ask(m_path,
                    u"SELECT first FROM chunks ORDER BY first LIMIT 1 OFFSET %1"_s.arg(place))
                    .toULongLong();
            const auto messages =
                ask(m_path, u"SELECT count FROM chunks WHERE first = %1"_s.arg(first))
                    .toULongLong();
            QVERIFY(messages > 0);
            QByteArray bytes = m_whole;
            QVERIFY(flip(bytes,
                         ask(m_path, u"SELECT data FROM chunk_data WHERE first = %1"_s.arg(first))
                             .toByteArray()));
            const auto file = Recording::open(damaged(bytes));
            QVERIFY(file);
            const auto damages = (*file)->verify();
            QVERIFY(damages);
            QCOMPARE(damages->size(), 1u);
            QCOMPARE(damages->front().where, u"chunk %1"_s.arg(first));
            QCOMPARE(damages->front().messages, messages);
            QVERIFY(damages->front().sentence.contains(QString::number(first)));
            QCOMPARE(readableBut(*file, first, first + messages),
                     static_cast<std::int64_t>(count - messages));
            // Backwards the same is left out.
            recording::Cursor cursor(*file);
            cursor.seek(count);
            recording::RecordedMessage got;
            std::uint64_t n = 0;
            for (; cursor.previous(got); ++n)
                QVERIFY(got.sequence < first || got.sequence >= first + messages);
            QCOMPARE(n, count - messages);
            QCOMPARE(cursor.damages().size(), 1u);
            // Seeking into what is missing gives what follows.
            cursor.seek(first + messages / 2);
            if (first + messages < count) {
                QVERIFY(cursor.next(got));
                QCOMPARE(got.sequence, first + messages);
            }
        }
    }

    void flippedSnapshot()
    {
        const std::uint64_t sequence =
            ask(m_path, u"SELECT max(seq) FROM snapshots"_s).toULongLong();
        const std::uint64_t before =
            ask(m_path, u"SELECT max(seq) FROM snapshots WHERE seq < %1"_s.arg(sequence))
                .toULongLong();
        QVERIFY(before > 0 && before < sequence);
        QByteArray bytes = m_whole;
        QVERIFY(flip(bytes,
                     ask(m_path, u"SELECT data FROM snapshots WHERE seq = %1"_s.arg(sequence))
                         .toByteArray()));
        recording::State state;
        std::uint64_t at = 0;
        const auto sound = Recording::open(m_path);
        QVERIFY(sound && (*sound)->snapshotBefore(count, state, at));
        QCOMPARE(at, sequence);
        const auto file = Recording::open(damaged(bytes));
        QVERIFY(file);
        QVERIFY((*file)->snapshotBefore(count, state, at));
        QCOMPARE(at, before);
        const auto damages = (*file)->verify();
        QVERIFY(damages);
        QCOMPARE(damages->size(), 1u);
        QCOMPARE(damages->front().where, u"snapshot %1"_s.arg(sequence));
        QCOMPARE(readableBut(*file, count, count), static_cast<std::int64_t>(count));
    }

    void flippedBlock()
    {
        const auto id =
            ask(m_path,
                u"SELECT id FROM blocks WHERE signal IN (SELECT id FROM signals WHERE name = 'value') ORDER BY id LIMIT 1"_s)
                .toLongLong();
        const auto signal =
            ask(m_path, u"SELECT signal FROM blocks WHERE id = %1"_s.arg(id)).toUInt();
        const auto samples =
            ask(m_path, u"SELECT count FROM blocks WHERE id = %1"_s.arg(id)).toULongLong();
        QVERIFY(samples > 1'000);
        QByteArray bytes = m_whole;
        QVERIFY(flip(
            bytes, ask(m_path, u"SELECT data FROM blocks WHERE id = %1"_s.arg(id)).toByteArray()));
        const auto sound = Recording::open(m_path);
        const auto file = Recording::open(damaged(bytes));
        QVERIFY(sound && file);
        for (telemetry::SignalId i = 0; i < 3 * width; ++i) {
            const auto all = (*sound)->history().points(i, 0, INT64_MAX, SIZE_MAX);
            const auto left = (*file)->history().points(i, 0, INT64_MAX, SIZE_MAX);
            QVERIFY(all && left);
            if (i != signal) {
                QVERIFY2(*all == *left,
                         qPrintable(u"signal %1 beside %2: %3 of %4"_s.arg(i)
                                        .arg(signal)
                                        .arg(left->size())
                                        .arg(all->size())));
                continue;
            }
            QCOMPARE(left->size(), all->size() - samples);
            // What is left is all but one run.
            std::size_t same = 0;
            while (same < left->size() && (*left)[same] == (*all)[same])
                ++same;
            QVERIFY(std::equal(left->begin() + static_cast<std::ptrdiff_t>(same), left->end(),
                               all->begin() + static_cast<std::ptrdiff_t>(same + samples)));
        }
        const auto damages = (*file)->verify();
        QVERIFY(damages);
        QCOMPARE(damages->size(), 1u);
        QCOMPARE(damages->front().where, u"signal %1"_s.arg(signal));
        QCOMPARE(readableBut(*file, count, count), static_cast<std::int64_t>(count));
    }

    /// A copy that was cut off, within a page or between two.
    void cutShort()
    {
        std::mt19937 random(4);
        int opened = 0;
        std::int64_t most = 0;
        for (int i = 0; i < 60; ++i) {
            const qsizetype size = i == 0 ? m_whole.size() - 1
                : i < 20
                ? m_whole.size() - static_cast<qsizetype>(random() % 100'000)
                : static_cast<qsizetype>(random() % static_cast<std::uint32_t>(m_whole.size()));
            const auto file = Recording::open(damaged(m_whole.left(size)));
            if (!file) {
                QVERIFY(!file.error().text.isEmpty());
                continue;
            }
            ++opened;
            const auto damages = (*file)->verify();
            QVERIFY(damages);
            QVERIFY2(!damages->empty(), qPrintable(QString::number(size)));
            // What is given is right, and in order.
            recording::Cursor cursor(*file);
            recording::RecordedMessage got;
            made::Message wanted;
            std::int64_t n = 0;
            for (std::uint64_t next = 0; cursor.next(got); next = got.sequence + 1, ++n) {
                made::message(got.sequence, width, wanted);
                QVERIFY(got.sequence >= next && made::same(got.view, wanted.view));
            }
            most = std::max(most, n);
        }
        QVERIFY2(opened >= 20, qPrintable(QString::number(opened)));
        QVERIFY2(most > static_cast<std::int64_t>(count) / 2, qPrintable(QString::number(most)));
    }

    void anyByte()
    {
        std::mt19937 random(5);
        for (int i = 0; i < 150; ++i) {
            QByteArray bytes = m_whole;
            for (int n = 0; n < 3; ++n)
                bytes[static_cast<qsizetype>(random() % static_cast<std::uint32_t>(bytes.size()))] =
                    static_cast<char>(random());
            const auto file = Recording::open(damaged(bytes));
            if (!file) {
                QVERIFY(!file.error().text.isEmpty());
                continue;
            }
            recording::Cursor cursor(*file);
            recording::RecordedMessage got;
            made::Message wanted;
            while (cursor.next(got)) {
                if (got.view.topic != made::topicOf(got.sequence, width))
                    continue; // the name of a topic is not covered by the digest of a chunk
                made::message(got.sequence, width, wanted);
                QVERIFY(made::same(got.view, wanted.view));
            }
        }
    }

    void notARecording_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what :
             {"nothing", "folder", "empty", "text", "history", "newer", "sqlite", "cut to a page"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void notARecording()
    {
        QFETCH(QString, what);
        const QString path = m_folder.filePath(u"not-%1.phrec"_s.arg(what));
        if (what == "folder"_L1)
            QVERIFY(QDir().mkpath(path));
        else if (what == "empty"_L1)
            QVERIFY(write(path, {}));
        else if (what == "text"_L1)
            QVERIFY(write(path, QByteArray("time,value\n1,2\n").repeated(1'000)));
        else if (what == "cut to a page"_L1)
            QVERIFY(write(path, m_whole.left(4'096)));
        else if (what == "history"_L1) {
            store::HistorianOptions options;
            options.path = path;
            QVERIFY(store::Historian::open(options));
        } else if (what == "newer"_L1) {
            QVERIFY(write(path, m_whole));
            ask(path,
                u"UPDATE recording_meta SET value = '%1' WHERE key = 'version'"_s.arg(
                    recording::recordingVersion + 1));
        } else if (what == "sqlite"_L1)
            ask(path, u"CREATE TABLE a(b)"_s);
        const auto file = Recording::open(path);
        QVERIFY(!file);
        const QString sentence = file.error().text;
        QVERIFY2(sentence.contains(path) && sentence.endsWith(u'.') && sentence.count(u'\n') == 0,
                 qPrintable(sentence));
        if (what == "newer"_L1)
            QVERIFY2(sentence.contains(u"newer"_s), qPrintable(sentence));
        qInfo().noquote() << sentence;
    }

    void fullDisk_data()
    {
        QTest::addColumn<bool>("fileSystem");
        QTest::newRow("limit of the file size") << false;
        QTest::newRow("file system of 24 MB") << true;
    }

    void fullDisk()
    {
        QFETCH(bool, fileSystem);
        const QString folder = m_folder.filePath(u"disk"_s);
        QVERIFY(QDir().mkpath(folder));
        if (fileSystem
            && (::geteuid() != 0
                || ::mount("tmpfs", folder.toLocal8Bit().constData(), "tmpfs", 0, "size=24m") != 0))
            QSKIP("only root can mount a small file system");
        const auto unmount = qScopeGuard([&] {
            if (fileSystem)
                ::umount2(folder.toLocal8Bit().constData(), MNT_DETACH);
        });
        RecorderOptions options;
        options.path = folder + (fileSystem ? u"/b.phrec"_s : u"/a.phrec"_s);
        auto recorder = Recorder::start(options);
        QVERIFY(recorder);
        (*recorder)->connection(0, {u"c"_s, u"C"_s, u"{}"_s});
        telemetry::Catalogue catalogue;
        telemetry::TextTable texts;
        catalogue.addSource(u"c"_s, u"C"_s);
        const auto signal = catalogue.internSignal(catalogue.internDevice(0, "d"), "s",
                                                   telemetry::ValueType::UInt64);
        std::uint64_t next = 0;
        qint64 worst = 0;
        const auto feed = [&](int messages, std::size_t bytes) {
            for (int i = 0; i < messages; ++i, ++next) {
                const std::string payload = heavy(next, bytes);
                telemetry::MessageView view;
                view.topic = "t";
                view.payload = payload;
                view.received = made::begin + static_cast<base::TimeNs>(next) * base::nsPerMs;
                (*recorder)->message(view);
                const telemetry::Sample sample{signal,
                                               telemetry::ValueType::UInt64,
                                               telemetry::Quality::Good,
                                               view.received,
                                               view.received,
                                               next};
                (*recorder)->samples(view, std::span(&sample, 1), catalogue, texts);
            }
            QElapsedTimer timer;
            timer.start();
            (*recorder)->endBatch();
            worst = std::max(worst, timer.elapsed());
        };
        feed(100, 1'000);
        QVERIFY((*recorder)->flush());
        QFile ballast(folder + u"/ballast"_s);
        {
            std::optional<FileSizeLimit> limit;
            if (fileSystem) {
                QVERIFY(ballast.open(QIODevice::WriteOnly));
                ballast.write(QByteArray(16 << 20, 'x'));
                ballast.flush();
            } else {
                limit.emplace(rlim_t(4) << 20);
            }
            for (int i = 0; i < 200; ++i)
                feed(4, 1 << 18);
            QTRY_VERIFY_WITH_TIMEOUT((feed(4, 1 << 18), !(*recorder)->status().problem.isEmpty()),
                                     5'000);
            const QString problem = (*recorder)->status().problem;
            QVERIFY2(problem.contains(options.path) && problem.endsWith(u'.'), qPrintable(problem));
            if (fileSystem)
                QVERIFY2(problem.contains(u"full"_s), qPrintable(problem));
            QVERIFY((*recorder)->status().lost > 0);
            QVERIFY(!(*recorder)->flush());
            // Up to the last commit everything reads while nothing can be written.
            const auto file = Recording::open(options.path);
            QVERIFY2(file, file ? "" : qPrintable(file.error().text));
            QVERIFY((*file)->info().messages >= 100);
        }
        if (fileSystem) {
            ballast.close();
            ballast.remove();
            ::mount("tmpfs", folder.toLocal8Bit().constData(), "tmpfs", MS_REMOUNT, "size=400m");
        }
        QTRY_VERIFY_WITH_TIMEOUT((feed(1, 100), (*recorder)->status().problem.isEmpty()), 30'000);
        for (int i = 0; i < 10; ++i)
            feed(10, 100);
        QVERIFY((*recorder)->stop());
        const recording::RecorderStatus status = (*recorder)->status();
        QCOMPARE(status.messages, next);
        QCOMPARE(status.written, next - status.lost);
        QVERIFY2(worst < 2'500, qPrintable(QString::number(worst)));

        const auto file = Recording::open(options.path);
        QVERIFY(file);
        const auto damages = (*file)->verify();
        QVERIFY(damages && damages->empty());
        recording::Cursor cursor(*file);
        recording::RecordedMessage got;
        std::uint64_t read = 0;
        std::uint64_t missing = 0;
        std::uint64_t expected = 0;
        for (; cursor.next(got); ++read) {
            std::uint64_t k = 0;
            QVERIFY(got.view.payload.size() >= sizeof k);
            std::memcpy(&k, got.view.payload.data(), sizeof k);
            QVERIFY(k >= expected && got.sequence == read);
            QVERIFY(got.view.payload == heavy(k, got.view.payload.size()));
            missing += k - expected;
            expected = k + 1;
        }
        QCOMPARE(expected, next); // the newest are there
        QCOMPARE(read, status.written);
        QCOMPARE(missing, status.lost);
        std::uint64_t said = 0;
        for (const Marker &marker : (*file)->markers()) {
            if (marker.kind != Marker::Kind::Lost)
                continue;
            QVERIFY(marker.until >= marker.time && marker.time > made::begin);
            said += marker.text.section(u' ', 0, 0).toULongLong();
        }
        QCOMPARE(said, missing);
    }
};

QTEST_GUILESS_MAIN(TestRecordingDamage)
#include "tst_recordingdamage.moc"
