// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of the historian: bytes per sample, samples per second, columns of 100 million samples.
// bench_store [storage|speed|columns]... [--samples N] [--folder DIR]

#include "models/store/historian.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

#include <bit>
#include <cmath>
#include <cstdio>
#include <fcntl.h>
#include <random>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using base::TimeNs;
using store::Historian;
using telemetry::Quality;
using telemetry::Sample;
using telemetry::ValueType;

namespace {

constexpr TimeNs epoch = 1'790'000'000 * base::nsPerSecond;

std::unique_ptr<Historian> openAt(const QString &path)
{
    store::HistorianOptions options;
    options.path = path;
    options.retentionDays = 0;
    auto opened = Historian::open(options);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text));
        std::exit(2);
    }
    return std::move(*opened);
}

double seconds(const timeval &t)
{
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
}

double cpuSeconds(int who)
{
    rusage usage;
    getrusage(who, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

long residentMb()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLong() * sysconf(_SC_PAGESIZE) / (1 << 20);
}

Sample make(std::uint32_t signal, TimeNs time, TimeNs received, double value)
{
    return {signal, ValueType::Double, Quality::Good,
            time,   received,          std::bit_cast<std::uint64_t>(value)};
}

struct Stream
{
    std::vector<Sample> samples;
    std::uint64_t csvBytes = 0;
};

/// Every SKAB file as one device: a message per row with eight signals at 1 Hz, received with
/// milliseconds of jitter.
Stream skab()
{
    Stream out;
    std::mt19937 random(1);
    std::uint32_t nextSignal = 0;
    const QDir root(QStringLiteral(PILOTHOUSE_SHARED_DATA "/skab"));
    for (const QString &folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QFileInfo &info : QDir(root.filePath(folder)).entryInfoList({u"*.csv"_s})) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
                continue;
            file.readLine();
            while (!file.atEnd()) {
                const QByteArray line = file.readLine();
                const QList<QByteArray> cells = line.trimmed().split(';');
                const QDateTime at = QDateTime::fromString(QString::fromLatin1(cells[0]) + u"Z"_s,
                                                           u"yyyy-MM-dd HH:mm:sst"_s);
                const TimeNs time = at.toMSecsSinceEpoch() * base::nsPerMs;
                const TimeNs received =
                    time + static_cast<TimeNs>(2'000'000 + random() % 20'000'000);
                for (std::uint32_t i = 0; i < 8; ++i) {
                    out.samples.push_back(make(nextSignal + i, time, received,
                                               cells[static_cast<qsizetype>(i) + 1].toDouble()));
                    out.csvBytes +=
                        static_cast<std::uint64_t>(cells[static_cast<qsizetype>(i) + 1].size()) + 1;
                }
                out.csvBytes += static_cast<std::uint64_t>(cells[0].size()) + 1;
            }
            nextSignal += 8;
        }
    }
    return out;
}

/// 40 devices, a message a second each with 5 to 8 signals of 2 to 4 decimals and a time stamp in
/// ms.
Stream fleet(int rows)
{
    Stream out;
    std::mt19937 random(2);
    std::normal_distribution<double> noise;
    std::vector<double> levels(40 * 8, 20);
    for (int row = 0; row < rows; ++row) {
        for (std::uint32_t device = 0; device < 40; ++device) {
            const TimeNs time = epoch + row * base::nsPerSecond
                + static_cast<TimeNs>(device * 25 + random() % 12) * base::nsPerMs;
            const TimeNs received = time + static_cast<TimeNs>(3'000'000 + random() % 15'000'000);
            out.csvBytes += 24;
            for (std::uint32_t i = 0; i < 5 + device % 4; ++i) {
                double &level = levels[device * 8 + i];
                level += noise(random) * 0.02;
                const double scale = i % 3 == 0 ? 100 : i % 3 == 1 ? 1000 : 10000;
                const double value = std::nearbyint((level + noise(random) * 0.05) * scale) / scale;
                out.samples.push_back(make(device * 8 + i, time, received, value));
                out.csvBytes +=
                    static_cast<std::uint64_t>(QByteArray::number(value, 'g', 15).size()) + 1;
            }
        }
    }
    return out;
}

/// The plain way: a row per sample, no index at all.
double plainTable(const QString &path, const std::vector<Sample> &samples)
{
    sqlite3 *db = nullptr;
    sqlite3_open(path.toUtf8().constData(), &db);
    sqlite3_exec(db,
                 "PRAGMA journal_mode=OFF; CREATE TABLE samples(signal INTEGER, time INTEGER, "
                 "received INTEGER, value REAL, quality INTEGER); BEGIN",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO samples VALUES(?, ?, ?, ?, ?)", -1, &insert, nullptr);
    for (const Sample &s : samples) {
        sqlite3_bind_int64(insert, 1, s.signal);
        sqlite3_bind_int64(insert, 2, s.time);
        sqlite3_bind_int64(insert, 3, s.received);
        sqlite3_bind_double(insert, 4, std::bit_cast<double>(s.bits));
        sqlite3_bind_int64(insert, 5, static_cast<int>(s.quality));
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(db);
    return static_cast<double>(QFileInfo(path).size()) / static_cast<double>(samples.size());
}

void measureStorage(const QTemporaryDir &folder, const char *name, const Stream &stream,
                    std::size_t perAppend)
{
    const QString path = folder.filePath(QString::fromLatin1(name) + u".db"_s);
    double running = 0;
    {
        const auto historian = openAt(path);
        for (std::size_t i = 0; i < stream.samples.size(); i += perAppend) {
            const auto begin = stream.samples.begin() + static_cast<std::ptrdiff_t>(i);
            historian->append({begin,
                               begin
                                   + static_cast<std::ptrdiff_t>(
                                       std::min(perAppend, stream.samples.size() - i))});
        }
        historian->flush();
        running = static_cast<double>(QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size());
    }
    const auto count = static_cast<double>(stream.samples.size());
    const QString plain = folder.filePath(QString::fromLatin1(name) + u"-plain.db"_s);
    std::printf("storage %-6s %9zu samples: %.2f bytes/sample in the closed file (%.2f with "
                "journal and log while open); CSV text %.2f, a row per sample %.2f\n",
                name, stream.samples.size(), static_cast<double>(QFileInfo(path).size()) / count,
                running / count, static_cast<double>(stream.csvBytes) / count,
                plainTable(plain, stream.samples));
}

void storage(const QTemporaryDir &folder)
{
    const Stream rows = skab();
    if (rows.samples.empty())
        std::printf("storage skab: the files are not here, skipped\n");
    else
        measureStorage(folder, "skab", rows, 800);
    measureStorage(folder, "fleet", fleet(4 * 3600), 2'000);
}

void speed(const QTemporaryDir &folder, std::uint32_t signalCount, std::size_t total, TimeNs step)
{
    const auto historian = openAt(folder.filePath(u"speed-%1.db"_s.arg(signalCount)));
    std::mt19937_64 random(3);
    constexpr std::size_t batch = 20'000;
    std::vector<double> values(1 << 16);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::nearbyint((20 + std::sin(static_cast<double>(i) * 0.001)
                                    + static_cast<double>(random() % 1000) * 1e-4)
                                   * 1000)
            / 1000;
    double inAppend = 0;
    double made = 0;
    long peak = 0;
    const double cpu = cpuSeconds(RUSAGE_SELF);
    QElapsedTimer timer;
    timer.start();
    for (std::size_t i = 0; i < total; i += batch) {
        const double before = cpuSeconds(RUSAGE_THREAD);
        std::vector<Sample> samples;
        samples.reserve(batch);
        for (std::size_t k = i; k < i + batch; ++k) {
            const TimeNs time = epoch + static_cast<TimeNs>(k / signalCount) * step;
            samples.push_back(make(static_cast<std::uint32_t>(k % signalCount), time,
                                   time + 3'000'000, values[(k * 7 + k / signalCount) & 0xffff]));
        }
        const double middle = cpuSeconds(RUSAGE_THREAD);
        historian->append(std::move(samples));
        inAppend += cpuSeconds(RUSAGE_THREAD) - middle;
        made += middle - before;
        if (i / batch % 64 == 0)
            peak = std::max(peak, residentMb());
    }
    historian->flush();
    const double wall = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    const double storeCpu = cpuSeconds(RUSAGE_SELF) - cpu - made - inAppend;
    const auto n = static_cast<double>(total);
    std::printf("speed %6u signals, %zu samples: %.2f M/s wall, %.2f M/s of store CPU, %.1f "
                "ns/sample in append(), peak RSS %ld MB, %.2f bytes/sample\n",
                signalCount, total, n / wall * 1e-6, n / storeCpu * 1e-6, inAppend / n * 1e9,
                std::max(peak, residentMb()),
                static_cast<double>(historian->status().fileBytes) / n);
}

/// Why rows of samples do not go through Qt SQL: the same 1,921 blocks and their times both ways.
void blobFetches(const QString &path)
{
    constexpr int fetches = 1921;
    qint64 bytes = 0;
    QElapsedTimer timer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bench"_s);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        database.open();
        QSqlQuery query(database);
        query.setForwardOnly(true);
        query.prepare(
            u"SELECT t.times, b.data FROM blocks b JOIN times t ON t.id = b.times WHERE b.id = ?"_s);
        for (int pass = 0; pass < 2; ++pass) {
            timer.start();
            for (qint64 id = 1; id <= fetches; ++id) {
                query.bindValue(0, id * 7);
                if (query.exec() && query.next())
                    bytes +=
                        query.value(0).toByteArray().size() + query.value(1).toByteArray().size();
            }
        }
    }
    const double qt = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    QSqlDatabase::removeDatabase(u"bench"_s);
    sqlite3 *db = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt *select = nullptr;
    sqlite3_prepare_v2(
        db, "SELECT t.times, b.data FROM blocks b JOIN times t ON t.id = b.times WHERE b.id = ?",
        -1, &select, nullptr);
    for (int pass = 0; pass < 2; ++pass) {
        timer.start();
        for (qint64 id = 1; id <= fetches; ++id) {
            sqlite3_bind_int64(select, 1, id * 7);
            if (sqlite3_step(select) == SQLITE_ROW && sqlite3_column_blob(select, 0)
                && sqlite3_column_blob(select, 1))
                bytes += sqlite3_column_bytes(select, 0) + sqlite3_column_bytes(select, 1);
            sqlite3_reset(select);
        }
    }
    const double handle = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    sqlite3_finalize(select);
    sqlite3_close(db);
    std::printf(
        "fetching %d blocks and their times (%lld KiB): Qt SQL %.1f ms, SQLite handle %.1f ms\n",
        fetches, static_cast<long long>(bytes / 4096), qt, handle);
}

double oneRead(const Historian &historian, TimeNs start, TimeNs end)
{
    std::vector<telemetry::Column> out(1920);
    QElapsedTimer timer;
    timer.start();
    if (const auto read = historian.columns(0, {start, end, 1920}, out); !read)
        std::fprintf(stderr, "%s\n", qPrintable(read.error().text));
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

void columns(const QTemporaryDir &folder, std::size_t total)
{
    const QString path = folder.filePath(u"columns.db"_s);
    constexpr TimeNs step = 10'000'000;
    QElapsedTimer timer;
    timer.start();
    {
        const auto historian = openAt(path);
        std::uint64_t state = 1;
        double level = 20;
        constexpr std::size_t batch = 50'000;
        for (std::size_t i = 0; i < total; i += batch) {
            std::vector<Sample> samples;
            samples.reserve(batch);
            for (std::size_t k = i; k < i + batch; ++k) {
                state = state * 6364136223846793005ull + 1442695040888963407ull;
                const TimeNs time = epoch + static_cast<TimeNs>(k) * step
                    + static_cast<TimeNs>((state >> 40) % 4'000) * 1'000;
                level += (static_cast<double>((state >> 33) & 0xff) - 127.5) * 1e-4;
                samples.push_back(
                    make(0, time, time + 5'000'000, std::nearbyint(level * 1000) / 1000));
            }
            historian->append(std::move(samples));
        }
    }
    const auto n = static_cast<double>(total);
    std::printf("columns: %zu samples with jittered times written in %.1f s, %.2f bytes/sample\n",
                total, static_cast<double>(timer.elapsed()) * 1e-3,
                static_cast<double>(QFileInfo(path).size()) / n);
    const TimeNs end = epoch + static_cast<TimeNs>(total) * step;
    const auto dropCache = [&path] {
        const int fd = ::open(path.toUtf8().constData(), O_RDONLY);
        ::fdatasync(fd);
        ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
        ::close(fd);
    };
    double cold = 0;
    {
        dropCache();
        const auto historian = openAt(path);
        cold = oneRead(*historian, epoch, end);
    }
    const auto historian = openAt(path);
    for (const double part : {1.0, 0.5, 0.1, 0.08, 0.05, 0.01, 0.001, 0.00002}) {
        std::mt19937_64 random(5);
        std::vector<double> times;
        const auto width = static_cast<TimeNs>(static_cast<double>(end - epoch) * part);
        for (int i = 0; i < 25; ++i) {
            const TimeNs room = end - epoch - width;
            const TimeNs start = epoch
                + (room > 0 ? static_cast<TimeNs>(random() % static_cast<std::uint64_t>(room)) : 0);
            times.push_back(oneRead(*historian, start, start + width));
        }
        std::sort(times.begin(), times.end());
        std::printf("columns: window of %12.0f samples at 1,920 columns: median %.1f ms, worst of "
                    "25 %.1f ms\n",
                    n * part, times[12], times.back());
    }
    blobFetches(path);
    std::printf("columns: whole signal from a cold page cache %.1f ms\n", cold);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QStringList what = app.arguments().mid(1);
    std::size_t samples = 100'000'000;
    QString under = QDir::tempPath();
    if (const qsizetype at = what.indexOf(u"--samples"_s); at >= 0 && at + 1 < what.size()) {
        samples = what[at + 1].toULongLong();
        what.remove(at, 2);
    }
    if (const qsizetype at = what.indexOf(u"--folder"_s); at >= 0 && at + 1 < what.size()) {
        under = what[at + 1];
        what.remove(at, 2);
    }
    QTemporaryDir folder(under + u"/bench-store-XXXXXX"_s);
    const auto asked = [&](const QString &name) { return what.isEmpty() || what.contains(name); };
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (asked(u"storage"_s))
        storage(folder);
    if (asked(u"speed"_s)) {
        speed(folder, 8, samples / 4, 1'000'000);
        speed(folder, 1'000, samples / 4, 10'000'000);
        speed(folder, 50'000, samples / 4, 1'000'000'000);
    }
    if (asked(u"columns"_s))
        columns(folder, samples);
    return 0;
}
