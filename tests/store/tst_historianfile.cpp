// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"
#include "tests/store/reference.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace reference;
using base::ErrorCode;
using store::Database;
using store::Historian;
using store::HistorianOptions;

namespace {

base::Result<std::unique_ptr<Historian>>
openAt(const QString &path, HistorianOptions options = {.path = {}, .retentionDays = 0})
{
    options.path = path;
    return Historian::open(options);
}

void fill(Historian &historian, std::uint32_t signal, std::size_t count, TimeNs start,
          TimeNs step = 1'000'000)
{
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i)
        samples.push_back(sample(signal, start + static_cast<TimeNs>(i) * step,
                                 static_cast<double>(i % 997) / 10));
    historian.append(std::move(samples));
}

/// Bytes that one file of this process may grow to, until the end of the scope.
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

} // namespace

class TestHistorianFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    QString nextPath() { return m_folder.filePath(u"file-%1.db"_s.arg(++m_number)); }

private Q_SLOTS:
    void namesTextsAndEventsSurvive()
    {
        const QString path = nextPath();
        checkNames(path);
    }

    void logModeAndMarks()
    {
        const QString path = nextPath();
        QVERIFY(openAt(path));
        const auto database = Database::open(path, true);
        QVERIFY(database);
        QCOMPARE((*database)->value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE((*database)->value(u"PRAGMA application_id"_s).toLongLong(), store::applicationId);
        QCOMPARE((*database)->value(u"PRAGMA user_version"_s).toInt(), store::schemaVersion);
        QCOMPARE((*database)->value(u"PRAGMA auto_vacuum"_s).toInt(), 2);
    }

    void migratesFromEveryVersion()
    {
        for (int version = 1; version < store::schemaVersion; ++version) {
            const QString path = nextPath();
            {
                const auto database = Database::open(path, false);
                QVERIFY(store::prepareForWriting(**database, version));
                QCOMPARE((*database)->value(u"PRAGMA user_version"_s).toInt(), version);
                QVERIFY(!store::checkReadable(**database));
            }
            const auto historian = openAt(path);
            QVERIFY(historian);
            fill(**historian, 0, 5'000, 0);
            (*historian)->addEvent({0, 5, store::EventRecord::Kind::Note, {}, {}, u"after"_s});
            QVERIFY((*historian)->flush());
            QCOMPARE((*historian)->count(0).value(), 5'000u);
            QCOMPARE((*historian)->events(0, 10, 10).value().size(), 1u);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("newer version")
            << u"PRAGMA user_version = 9999"_s << int(ErrorCode::Unsupported) << u"newer"_s;
        QTest::newRow("other program") << u"PRAGMA application_id = 7"_s
                                       << int(ErrorCode::Unsupported) << u"another program"_s;
    }

    void refuses()
    {
        QFETCH(QString, statement);
        QFETCH(int, code);
        QFETCH(QString, word);
        const QString path = nextPath();
        QVERIFY(openAt(path));
        {
            const auto database = Database::open(path, false);
            QVERIFY((*database)->run(statement));
        }
        for (const bool readOnly : {false, true}) {
            HistorianOptions options;
            options.readOnly = readOnly;
            const auto opened = openAt(path, options);
            QVERIFY(!opened);
            QCOMPARE(int(opened.error().code), code);
            QVERIFY2(opened.error().text.contains(word) && opened.error().text.contains(path),
                     qPrintable(opened.error().text));
        }
    }

    void damagedFileIsNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text")
            << QByteArray("this is no database, but long enough to look like one ").repeated(100);
        QTest::newRow("header only")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\x5a');
    }

    void damagedFileIsNamed()
    {
        QFETCH(QByteArray, content);
        const QString path = nextPath();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto opened = openAt(path);
        QVERIFY(!opened);
        QVERIFY2(opened.error().text.contains(path), qPrintable(opened.error().text));
        QFile::rename(path, path + u".aside"_s);
        QVERIFY(openAt(path));
    }

    void damagedBlockIsAnError()
    {
        const QString path = nextPath();
        {
            const auto historian = openAt(path);
            fill(**historian, 0, 20'000, 0);
        }
        {
            const auto database = Database::open(path, false);
            QVERIFY((*database)->run(
                u"UPDATE blocks SET data = zeroblob(length(data)) WHERE seq = 1"_s));
        }
        const auto historian = openAt(path);
        QVERIFY(historian);
        const auto points = (*historian)->points(0, 0, INT64_MAX, SIZE_MAX);
        QVERIFY(!points);
        QVERIFY(points.error().text.contains(path));
        QVERIFY((*historian)->points(0, 0, INT64_MAX, 100));
    }

    void missingFolder()
    {
        const auto opened = openAt(m_folder.filePath(u"no/such/file.db"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NotFound);
        HistorianOptions options;
        options.readOnly = true;
        QCOMPARE(openAt(nextPath(), options).error().code, ErrorCode::NotFound);
    }

    void secondWriterIsRefusedReaderIsNot()
    {
        const QString path = nextPath();
        const auto writer = openAt(path);
        QVERIFY(writer);
        fill(**writer, 2, 12'345, 0);
        QVERIFY((*writer)->flush());
        const auto second = openAt(path);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY2(second.error().text.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(second.error().text));
        HistorianOptions options;
        options.readOnly = true;
        const auto reader = openAt(path, options);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(2).value(), 12'345u);
        fill(**writer, 2, 5'000, 20'000'000'000);
        QVERIFY((*writer)->flush());
        QCOMPARE((*reader)->count(2).value(), 17'345u);
        QVERIFY(!(*reader)->append({sample(2, 0, 1)}));
    }

    void retentionByAge()
    {
        base::ManualClock clock(100 * 24 * base::nsPerHour);
        HistorianOptions options;
        options.clock = &clock;
        options.retentionDays = 10;
        const auto historian = openAt(nextPath(), options);
        QVERIFY(historian);
        fill(**historian, 0, 200'000, clock.now());
        fill(**historian, 1, 3'000, clock.now());
        QVERIFY((*historian)->flush());
        clock.advance(8 * 24 * base::nsPerHour);
        fill(**historian, 0, 200'000, clock.now());
        QVERIFY((*historian)->flush());
        QCOMPARE((*historian)->count(0).value(), 400'000u);
        clock.advance(4 * 24 * base::nsPerHour);
        QTRY_COMPARE_WITH_TIMEOUT((*historian)->status().deletedByRetention, 196'608u,
                                  10'000); // 48 blocks of 4,096
        TimeNs first;
        TimeNs last;
        QVERIFY((*historian)->extent(0, first, last).value());
        QCOMPARE((*historian)->count(0).value(), 400'000u - 196'608u);
        std::vector<Column> out(100);
        QVERIFY((*historian)->columns(0, {first, last + 1, 100}, out));
        std::uint64_t counted = 0;
        for (const Column &c : out)
            counted += c.count;
        QCOMPARE(counted, 400'000u - 196'608u);
    }

    void silentSignalsAgeToo()
    {
        base::ManualClock clock(100 * 24 * base::nsPerHour);
        HistorianOptions options;
        options.clock = &clock;
        options.retentionDays = 4;
        const QString path = nextPath();
        auto historian = openAt(path, options);
        QVERIFY(historian);
        fill(**historian, 1, 3'000, clock.now()); // never fills a block
        QVERIFY((*historian)->flush());
        QCOMPARE((*historian)->status().blocks, 0u);
        const auto before = (*historian)->points(1, 0, std::numeric_limits<TimeNs>::max(), 10'000);
        QVERIFY(before);
        QCOMPARE(before->size(), 3'000u);
        clock.advance(25 * base::nsPerHour);
        QTRY_COMPARE_WITH_TIMEOUT((*historian)->status().blocks, 1u, 10'000);
        const auto after = (*historian)->points(1, 0, std::numeric_limits<TimeNs>::max(), 10'000);
        QVERIFY(after);
        QVERIFY(*after == *before);
        fill(**historian, 1, 100, clock.now()); // it speaks again
        QVERIFY((*historian)->flush());
        QCOMPARE((*historian)->count(1).value(), 3'100u);
        historian->reset();
        historian = openAt(path, options);
        QCOMPARE((*historian)->count(1).value(), 3'100u);
        clock.advance(5 * 24 * base::nsPerHour);
        QTRY_COMPARE_WITH_TIMEOUT((*historian)->status().deletedByRetention, 3'000u, 10'000);
        // The open samples of an earlier run: their time starts with the run.
        clock.advance(25 * base::nsPerHour);
        QTRY_COMPARE_WITH_TIMEOUT((*historian)->status().blocks, 1u, 10'000);
        clock.advance(5 * 24 * base::nsPerHour);
        QTRY_COMPARE_WITH_TIMEOUT((*historian)->count(1).value(), 0u, 10'000);
    }

    void retentionBySizeKeepsTheFileFlat()
    {
        const QString path = nextPath();
        HistorianOptions options;
        options.retentionDays = 0;
        options.retentionBytes = 2 << 20;
        const auto historian = openAt(path, options);
        QVERIFY(historian);
        std::mt19937_64 random(1);
        TimeNs time = 0;
        for (int round = 0; round < 60; ++round) {
            std::vector<Sample> samples;
            for (int i = 0; i < 20'000; ++i)
                samples.push_back(sample(0, time += 1'000'000,
                                         static_cast<double>(random() % 100'000'000) / 1000));
            (*historian)->append(std::move(samples));
            QVERIFY((*historian)->flush());
        }
        QTRY_VERIFY_WITH_TIMEOUT((*historian)->status().deletedByRetention > 500'000, 10'000);
        const std::uint64_t kept = (*historian)->count(0).value();
        QVERIFY(kept > 200'000);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() < (4 << 20), 10'000);
    }

    void fullDiskLosesNothing()
    {
        const QString path = nextPath();
        const auto historian = openAt(path);
        QVERIFY(historian);
        fill(**historian, 0, 10'000, 0);
        QVERIFY((*historian)->flush());
        const std::vector<Sample> samples =
            make(1, 300'000, {.jitter = 900'000, .decimals = -1}, 3);
        {
            const FileSizeLimit limit(static_cast<rlim_t>(QFileInfo(path + u"-wal"_s).size())
                                      + 200'000);
            for (std::size_t i = 0; i < samples.size(); i += 10'000)
                (*historian)
                    ->append({samples.begin() + static_cast<std::ptrdiff_t>(i),
                              samples.begin() + static_cast<std::ptrdiff_t>(i + 10'000)});
            QTRY_VERIFY_WITH_TIMEOUT(!(*historian)->status().problem.isEmpty(), 10'000);
            QVERIFY((*historian)->status().problem.contains(path));
            QVERIFY(!(*historian)->flush());
            QCOMPARE((*historian)->count(0).value(), 10'000u);
        }
        QTRY_VERIFY_WITH_TIMEOUT((*historian)->status().problem.isEmpty(), 15'000);
        QVERIFY((*historian)->flush());
        const auto points = (*historian)->points(1, 0, INT64_MAX, SIZE_MAX);
        QVERIFY(points);
        const std::vector<Sample> ordered = inTimeOrder(samples);
        QCOMPARE(points->size(), ordered.size());
        for (std::size_t i = 0; i < ordered.size(); ++i)
            QVERIFY2((*points)[i] == point(ordered[i]), qPrintable(QString::number(i)));
    }

    void readersWhileWriting()
    {
        const auto historian = openAt(nextPath());
        QVERIFY(historian);
        constexpr std::size_t total = 400'000;
        std::atomic<bool> done = false;
        std::atomic<int> wrong = 0;
        std::atomic<int> reads = 0;
        const auto read = [&] {
            std::uint64_t before = 0;
            while (!done) {
                const std::uint64_t count = (*historian)->count(0).value_or(0);
                std::vector<Column> out(50);
                const bool good = (*historian)
                                      ->columns(0, {0, static_cast<TimeNs>(total) * 1'000, 50}, out)
                                      .has_value();
                std::uint64_t seen = 0;
                for (const Column &c : out)
                    seen += c.count;
                const auto points = (*historian)->points(0, 0, INT64_MAX, 5'000);
                bool inOrder = points.has_value();
                for (std::size_t i = 0; inOrder && i < points->size(); ++i)
                    inOrder = (*points)[i].time == static_cast<TimeNs>(i) * 1'000;
                wrong += !good || count < before || seen < count || !inOrder;
                before = count;
                ++reads;
            }
        };
        std::thread one(read);
        std::thread two(read);
        for (std::size_t i = 0; i < total; i += 1'000)
            fill(**historian, 0, 1'000, static_cast<TimeNs>(i) * 1'000, 1'000);
        const bool flushed = (*historian)->flush().has_value();
        done = true;
        one.join();
        two.join();
        QVERIFY(flushed);
        QCOMPARE(wrong.load(), 0);
        QVERIFY(reads > 2);
        QCOMPARE((*historian)->count(0).value(), total);
    }

    void manySlowSignalsStaySmall()
    {
        const QString path = nextPath();
        constexpr std::uint32_t width = 20'000;
        constexpr int rows = 220; // more than fits the memory for open samples
        {
            const auto historian = openAt(path);
            QVERIFY(historian);
            for (int row = 0; row < rows; ++row) {
                std::vector<Sample> samples;
                for (std::uint32_t signal = 0; signal < width; ++signal)
                    samples.push_back(sample(signal, row * base::nsPerSecond + signal,
                                             static_cast<double>((row * signal) % 100) / 10));
                QVERIFY((*historian)->append(std::move(samples)));
            }
            QVERIFY((*historian)->flush());
            QCOMPARE((*historian)->count(12'345).value(), unsigned(rows));
        }
        const auto historian = openAt(path);
        const auto points = (*historian)->points(777, 0, INT64_MAX, SIZE_MAX).value();
        QCOMPARE(points.size(), std::size_t(rows));
        for (int row = 0; row < rows; ++row) {
            QCOMPARE(points[static_cast<std::size_t>(row)].time, row * base::nsPerSecond + 777);
            QCOMPARE(points[static_cast<std::size_t>(row)].number(),
                     static_cast<double>((row * 777) % 100) / 10);
        }
    }

    void cancelledReadStops()
    {
        const auto historian = openAt(nextPath());
        fill(**historian, 0, 100'000, 0);
        QVERIFY((*historian)->flush());
        std::vector<Column> out(1'000);
        const auto read =
            (*historian)->columns(0, {0, 100'000'000'000, 1'000}, out, [] { return true; });
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
    }

private:
    void checkNames(const QString &path)
    {
        {
            telemetry::Catalogue catalogue;
            telemetry::TextTable texts;
            const auto historian = openAt(path);
            QVERIFY(historian);
            (*historian)->follow(catalogue, texts);
            const auto source = catalogue.addSource(u"uuid-1"_s, u"Broker"_s, true);
            const auto device = catalogue.internDevice(source, "pump 7");
            const auto signal = catalogue.internSignal(device, "motor/état", ValueType::Double);
            catalogue.setUnit(signal, "degC");
            QCOMPARE(texts.intern("open"), 1u);
            fill(**historian, signal, 10, 0);
            (*historian)
                ->addEvent({0, 50, store::EventRecord::Kind::Gap, u"uuid-1"_s, u"pump 7"_s,
                            u"4 messages"_s});
            QVERIFY((*historian)->flush());
            telemetry::SignalInfo known;
            known.description = u"hot"_s;
            catalogue.describe(signal, known);
            texts.intern("closed");
            fill(**historian, signal, 1, 1'000'000'000);
            QVERIFY((*historian)->flush());
        }
        telemetry::Catalogue catalogue;
        telemetry::TextTable texts;
        const auto historian = openAt(path);
        (*historian)->restoreInto(catalogue, texts);
        QCOMPARE(catalogue.sources().size(), 1u);
        QVERIFY(catalogue.source(0).replay);
        QCOMPARE(catalogue.device(0).name, u"pump 7"_s);
        QCOMPARE(catalogue.signal(0).name, u"motor/état"_s);
        QCOMPARE(catalogue.signal(0).unit, u"degC"_s);
        QCOMPARE(catalogue.signal(0).description, u"hot"_s);
        QCOMPARE(texts.text(1), std::string("open"));
        QCOMPARE(texts.text(2), std::string("closed"));
        const auto events = (*historian)->events(0, 100, 10).value();
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].text, u"4 messages"_s);
        QCOMPARE(events[0].kind, store::EventRecord::Kind::Gap);
        QCOMPARE((*historian)->events(51, 100, 10).value().size(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestHistorianFile)
#include "tst_historianfile.moc"
