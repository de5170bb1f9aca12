// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/state.h"
#include "tests/recording/feeder.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using recording::Marker;
using recording::Recorder;
using recording::RecorderOptions;
using recording::Recording;

namespace {

constexpr std::uint32_t width = 50;

std::unique_ptr<Recorder> started(const RecorderOptions &options)
{
    auto recorder = Recorder::start(options);
    if (!recorder)
        qFatal("%s", qPrintable(recorder.error().text));
    return std::move(*recorder);
}

std::shared_ptr<Recording> opened(const QString &path)
{
    auto file = Recording::open(path);
    if (!file)
        qFatal("%s", qPrintable(file.error().text));
    return std::move(*file);
}

/// The newest payload of each topic after the first `count` messages of the stream.
std::map<std::string, std::string> lastPayloads(std::uint64_t count)
{
    std::map<std::string, std::string> out;
    made::Message message;
    for (std::uint64_t k = 0; k < count; ++k) {
        made::message(k, width, message);
        out[message.topic] = std::string(message.view.payload);
    }
    return out;
}

std::map<std::string, std::string> lastPayloads(const Recording &file,
                                                const recording::State &state)
{
    std::map<std::string, std::string> out;
    for (const recording::TopicState &topic : state.topics()) {
        if (topic.seen)
            out[file.topics()[topic.topic].second] = topic.last.payload;
    }
    return out;
}

bool hasMarker(const Recording &file, Marker::Kind kind, const QString &text)
{
    const auto markers = file.markers();
    return std::any_of(markers.begin(), markers.end(), [&](const Marker &marker) {
        return marker.kind == kind && marker.text == text;
    });
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    RecorderOptions options()
    {
        RecorderOptions out;
        out.path = m_folder.filePath(u"file-%1.phrec"_s.arg(++m_number));
        out.title = u"A title"_s;
        out.author = u"somebody"_s;
        out.software = u"the test"_s;
        return out;
    }

private Q_SLOTS:
    void everythingComesBack()
    {
        constexpr std::uint64_t count = 70'000;
        const RecorderOptions what = options();
        std::mt19937 random(1);
        made::TimeNs last = 0;
        {
            const auto recorder = started(what);
            made::Feeder feeder(*recorder, width);
            while (feeder.next < count) {
                feeder.feed(std::min<std::uint64_t>(1 + random() % 900, count - feeder.next));
                if (random() % 20 == 0)
                    QVERIFY(recorder->flush());
            }
            QVERIFY(recorder->flush());
            const recording::RecorderStatus status = recorder->status();
            QCOMPARE(status.messages, count);
            QCOMPARE(status.written, count);
            QCOMPARE(status.lost, 0u);
            QCOMPARE(status.samples, 3 * count);
            QCOMPARE(status.first, made::begin);
            QVERIFY(status.fileBytes > 100'000 || status.fileBytes == 0);
            QVERIFY(status.freeBytes > 0);
            QVERIFY(status.problem.isEmpty());
            last = status.last;
            QVERIFY(recorder->stop());
            QVERIFY(recorder->stop());
            QCOMPARE(recorder->status().fileBytes,
                     static_cast<std::uint64_t>(QFileInfo(what.path).size()));
        }
        QVERIFY(!QFileInfo::exists(what.path + u"-wal"_s));
        QVERIFY(!QFileInfo::exists(what.path + u".lock"_s));
        const auto file = opened(what.path);
        QCOMPARE(file->info().messages, count);
        QCOMPARE(file->info().start, made::begin);
        QVERIFY(file->info().end >= last);
        QCOMPARE(file->info().title, what.title);
        QCOMPARE(file->info().author, what.author);
        QCOMPARE(file->info().software, what.software);
        QCOMPARE(file->info().state, u"closed"_s);
        QCOMPARE(file->info().contentDigest.size(), 64);
        QCOMPARE(file->connections().size(), 1u);
        QCOMPARE(file->connections()[0].key, u"c"_s);
        QString problem;
        QCOMPARE(made::prefixOf(file, width, problem), static_cast<std::int64_t>(count));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto damages = file->verify();
        QVERIFY(damages && damages->empty());
    }

    void cursorGoesBothWays()
    {
        constexpr std::uint64_t count = 40'000;
        const RecorderOptions what = options();
        {
            const auto recorder = started(what);
            made::Feeder feeder(*recorder, width);
            while (feeder.next < count) {
                feeder.feed(500);
                if (feeder.next % 10'000 == 0)
                    QVERIFY(recorder->flush());
            }
        }
        const auto file = opened(what.path);
        QVERIFY(file->chunks().size() > 1);
        recording::Cursor cursor(file);
        recording::RecordedMessage got;
        made::Message wanted;
        cursor.seek(count);
        QVERIFY(!cursor.next(got));
        for (std::uint64_t k = count; k-- > 0;) {
            QVERIFY(cursor.previous(got));
            made::message(k, width, wanted);
            QVERIFY(got.sequence == k && made::same(got.view, wanted.view));
        }
        QVERIFY(!cursor.previous(got));
        std::mt19937 random(2);
        for (int i = 0; i < 200; ++i) {
            const std::uint64_t k = random() % count;
            cursor.seek(k);
            QCOMPARE(cursor.sequence(), k);
            QVERIFY(cursor.next(got));
            QCOMPARE(got.sequence, k);
            QVERIFY(cursor.previous(got));
            QCOMPARE(got.sequence, k);
            const made::TimeNs time = made::begin + static_cast<made::TimeNs>(k) * base::nsPerMs;
            // The first that came then or later; some of the stream are 3 ms early.
            const std::uint64_t at = file->sequenceAt(time);
            std::uint64_t first = k > 10 ? k - 10 : 0;
            for (;; ++first) {
                made::message(first, width, wanted);
                if (wanted.view.received >= time)
                    break;
            }
            QCOMPARE(at, first);
            // A snapshot and what came after it are the state before any message.
            recording::State state;
            std::uint64_t from = 0;
            if (file->snapshotBefore(k, state, from)) {
                QVERIFY(from <= k && k - from <= 30'000);
                if (i < 20)
                    QVERIFY(lastPayloads(*file, state) == lastPayloads(from));
            }
        }
    }

    void samplesAreWhatWasGiven()
    {
        constexpr std::uint64_t count = 60'000;
        const RecorderOptions what = options();
        telemetry::Catalogue unused;
        const auto recorder = started(what);
        made::Feeder feeder(*recorder, width);
        while (feeder.next < count)
            feeder.feed(777);
        QVERIFY(recorder->stop());
        const auto file = opened(what.path);
        QCOMPARE(file->info().signalCount, 3 * width);
        std::map<std::pair<QString, QString>, std::vector<telemetry::Sample>> wanted;
        for (std::uint64_t k = 0; k < feeder.next; ++k) {
            for (const telemetry::Sample &sample : feeder.samplesOf(k)) {
                const auto signal = feeder.catalogue.signal(sample.signal);
                wanted[{feeder.catalogue.device(signal.device).name, signal.name}].push_back(
                    sample);
            }
        }
        for (const telemetry::SignalInfo &signal : file->catalogue().signalsFrom(0)) {
            const auto &samples =
                wanted[{file->catalogue().device(signal.device).name, signal.name}];
            const auto points = file->history().points(signal.id, 0, INT64_MAX, SIZE_MAX);
            QVERIFY(points);
            QCOMPARE(points->size(), samples.size());
            for (std::size_t i = 0; i < samples.size(); ++i) {
                const telemetry::Point &got = (*points)[i];
                QCOMPARE(got.time, samples[i].time);
                QCOMPARE(got.received, samples[i].received);
                QCOMPARE(got.quality, samples[i].quality);
                if (samples[i].type == telemetry::ValueType::Text)
                    QCOMPARE(file->texts().text(static_cast<telemetry::TextCode>(got.bits)),
                             feeder.texts.text(static_cast<telemetry::TextCode>(samples[i].bits)));
                else
                    QCOMPARE(got.bits, samples[i].bits);
            }
            std::vector<telemetry::Column> columns(7);
            QVERIFY(file->history().columns(
                signal.id, {made::begin, made::begin + 60 * base::nsPerSecond, 7}, columns));
            std::uint64_t sum = 0;
            for (const telemetry::Column &column : columns)
                sum += column.count;
            const auto inside = std::count_if(samples.begin(), samples.end(), [](const auto &s) {
                return s.time < made::begin + 60 * base::nsPerSecond;
            });
            QCOMPARE(sum, static_cast<std::uint64_t>(inside));
        }
    }

    void onlyWhatIsWanted()
    {
        RecorderOptions what = options();
        what.wanted = [](telemetry::SourceId source, std::string_view topic) {
            return source == 1 && topic.starts_with("site/3/");
        };
        std::uint64_t wanted = 0;
        {
            const auto recorder = started(what);
            made::Feeder feeder(*recorder, width);
            feeder.feed(10'000);
            made::Message message;
            for (std::uint64_t k = 0; k < feeder.next; ++k) {
                made::message(k, width, message);
                wanted += message.topic.starts_with("site/3/");
            }
            QCOMPARE(recorder->status().messages, wanted);
            QCOMPARE(recorder->status().samples, 3 * wanted);
            message.view.source = 0; // a connection that was never named
            recorder->message(message.view);
            recorder->endBatch();
            QCOMPARE(recorder->status().messages, wanted);
        }
        const auto file = opened(what.path);
        QCOMPARE(file->info().messages, wanted);
        recording::Cursor cursor(file);
        recording::RecordedMessage got;
        made::Message message;
        std::uint64_t k = 0;
        for (std::uint64_t i = 0; i < wanted; ++i, ++k) {
            do
                made::message(k++, width, message);
            while (!message.topic.starts_with("site/3/"));
            --k;
            QVERIFY(cursor.next(got));
            QVERIFY(made::same(got.view, message.view));
        }
    }

    void rotation_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qint64>("time");
        QTest::newRow("by size") << qint64(500'000) << qint64(0);
        QTest::newRow("by time") << qint64(0) << qint64(8 * base::nsPerSecond);
    }

    void rotation()
    {
        QFETCH(qint64, bytes);
        QFETCH(qint64, time);
        constexpr std::uint64_t count = 50'000;
        RecorderOptions what = options();
        what.partBytes = bytes;
        what.partTime = time;
        int parts = 0;
        {
            const auto recorder = started(what);
            made::Feeder feeder(*recorder, width);
            std::uint64_t written = 0;
            while (feeder.next < count) {
                feeder.feed(500);
                QVERIFY(recorder->flush());
                const std::uint64_t now = recorder->status().written;
                QVERIFY2(now >= written, "what is written never becomes less");
                written = now;
            }
            QVERIFY(recorder->stop());
            const recording::RecorderStatus status = recorder->status();
            QCOMPARE(status.messages, count);
            QCOMPARE(status.written, count);
            QCOMPARE(status.lost, 0u);
            parts = status.part;
            std::uint64_t sum = 0;
            for (int part = 1; part <= parts; ++part)
                sum += static_cast<std::uint64_t>(
                    QFileInfo(recording::partPath(what.path, part)).size());
            QCOMPARE(status.fileBytes, sum);
            QCOMPARE(status.path, recording::partPath(what.path, parts));
        }
        QVERIFY2(parts >= 3, qPrintable(QString::number(parts)));
        QVERIFY(!QFileInfo::exists(recording::partPath(what.path, parts + 1)));
        std::uint64_t next = 0;
        std::uint64_t samples = 0;
        QString id;
        for (int part = 1; part <= parts; ++part) {
            const auto file = opened(recording::partPath(what.path, part));
            if (part == 1)
                id = file->info().recording;
            QCOMPARE(file->info().recording, id);
            QCOMPARE(file->info().part, part);
            QCOMPARE(file->info().state, u"closed"_s);
            QCOMPARE(file->info().firstSequence, next);
            if (time > 0)
                QVERIFY(file->info().end - file->info().start <= time + base::nsPerSecond);
            if (bytes > 0)
                QVERIFY(QFileInfo(file->info().path).size() < 2 * bytes);
            QString problem;
            const std::int64_t end = made::prefixOf(file, width, problem);
            QVERIFY2(end > static_cast<std::int64_t>(next), qPrintable(problem));
            if (part > 1) {
                recording::State state;
                std::uint64_t at = 0;
                QVERIFY(file->snapshotBefore(next, state, at));
                QCOMPARE(at, next);
                QVERIFY(lastPayloads(*file, state) == lastPayloads(next));
            }
            for (const telemetry::SignalInfo &signal : file->catalogue().signalsFrom(0))
                samples += file->history().count(signal.id).value_or(0);
            const auto damages = file->verify();
            QVERIFY(damages && damages->empty());
            next = static_cast<std::uint64_t>(end);
        }
        QCOMPARE(next, count);
        QCOMPARE(samples, 3 * count);
    }

    void armedKeepsTheLastMoments()
    {
        RecorderOptions what = options();
        what.preTrigger = 2 * base::nsPerSecond;
        what.snapshotEvery = base::nsPerSecond / 2;
        base::ManualClock clock;
        clock.set(made::begin);
        what.clock = &clock;
        const auto recorder = started(what);
        made::Feeder feeder(*recorder, width);
        while (feeder.next < 20'000) {
            feeder.feed(500);
            clock.set(made::begin + static_cast<made::TimeNs>(feeder.next) * base::nsPerMs);
            QVERIFY(recorder->flush());
        }
        QVERIFY(recorder->status().armed);
        std::uint64_t first = 0;
        {
            const auto file = opened(what.path);
            QCOMPARE(file->info().state, u"armed"_s);
            first = file->info().firstSequence;
            // 2 s are 2,000 messages; snapshots come every 1,000.
            QVERIFY2(first >= 20'000 - 4'000 && first <= 18'000,
                     qPrintable(QString::number(first)));
            QString problem;
            QCOMPARE(made::prefixOf(file, width, problem), 20'000);
            recording::State state;
            std::uint64_t at = 0;
            QVERIFY(file->snapshotBefore(first, state, at));
            QCOMPARE(at, first);
            QVERIFY(lastPayloads(*file, state) == lastPayloads(first));
        }
        recorder->trigger(u"too hot"_s);
        recorder->trigger(u"once is enough"_s);
        QVERIFY(!recorder->status().armed);
        while (feeder.next < 30'000)
            feeder.feed(500);
        QVERIFY(recorder->stop());
        const auto file = opened(what.path);
        QCOMPARE(file->info().state, u"closed"_s);
        QCOMPARE(file->info().firstSequence, first);
        QString problem;
        QCOMPARE(made::prefixOf(file, width, problem), 30'000);
        QVERIFY(hasMarker(*file, Marker::Kind::Trigger, u"too hot"_s));
        QVERIFY(!hasMarker(*file, Marker::Kind::Trigger, u"once is enough"_s));
        const auto damages = file->verify();
        QVERIFY(damages && damages->empty());
    }

    /// Samples go as well, by whole blocks, so that a recording may stay armed for weeks.
    void armedForgetsSamples()
    {
        RecorderOptions what = options();
        what.preTrigger = 5 * base::nsPerSecond;
        base::ManualClock clock;
        clock.set(made::begin);
        what.clock = &clock;
        const auto recorder = started(what);
        made::Feeder feeder(*recorder, 1); // one device: its signals fill blocks
        while (feeder.next < 40'000)
            feeder.feed(1'000);
        QVERIFY(recorder->flush());
        QCOMPARE(opened(what.path)->history().count(0).value_or(0), 40'000u);
        clock.set(made::begin + 60 * base::nsPerSecond);
        const auto left = [&] {
            feeder.feed(10);
            return recorder->flush() ? opened(what.path)->history().count(0).value_or(0) : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(left() < 10'000, 20'000);
        QVERIFY(recorder->stop());
        const auto damages = opened(what.path)->verify();
        QVERIFY(damages && damages->empty());
    }

    void beginsWithWhatIsKnown()
    {
        const RecorderOptions what = options();
        {
            const auto recorder = started(what);
            made::Feeder feeder(*recorder, width);
            made::Message message;
            for (std::uint64_t k = 0; k < 500; ++k) {
                made::message(k, width, message);
                message.view.source = 1;
                recorder->seed(message.view);
                for (const telemetry::Sample &sample : feeder.samplesOf(k))
                    recorder->seed(sample, feeder.catalogue, feeder.texts);
            }
            recorder->seeded(made::begin);
            feeder.next = 500;
            feeder.feed(100);
        }
        const auto file = opened(what.path);
        QCOMPARE(file->info().messages, 100u);
        recording::State state;
        std::uint64_t at = 1;
        QVERIFY(file->snapshotBefore(0, state, at));
        QCOMPARE(at, 0u);
        QVERIFY(lastPayloads(*file, state) == lastPayloads(500));
        QVERIFY(std::count_if(state.values().begin(), state.values().end(),
                              [](const auto &value) { return value.signal != telemetry::noId; })
                > 100);
        QCOMPARE(file->history().count(0).value_or(0) < 20, true); // state is no content
    }

    void markers()
    {
        const RecorderOptions what = options();
        {
            const auto recorder = started(what);
            made::Feeder feeder(*recorder, width);
            feeder.feed(100);
            telemetry::SourceEvent event;
            event.kind = telemetry::SourceEvent::Kind::Disconnected;
            event.time = made::begin + 100 * base::nsPerMs;
            event.text = "the cable";
            recorder->event(1, event);
            recorder->event(0, event); // of a connection that is not recorded
            Marker note;
            note.time = made::begin + 5;
            note.until = made::begin + 9;
            note.text = u"Käse \u2603"_s;
            note.author = u"me"_s;
            recorder->mark(note);
            recorder->event(
                {0, made::begin, store::EventRecord::Kind::Gap, u"c"_s, u"dev1"_s, u"x"_s});
        }
        const auto file = opened(what.path);
        const auto markers = file->markers();
        QCOMPARE(markers.size(), 2u);
        QCOMPARE(markers[0].text, u"Käse \u2603"_s);
        QCOMPARE(markers[0].author, u"me"_s);
        QCOMPARE(markers[0].until, made::begin + 9);
        QCOMPARE(markers[1].kind, Marker::Kind::Disconnected);
        QCOMPARE(markers[1].sequence, 100u);
        QCOMPARE(markers[1].connection, 0);
        const auto events = file->history().events(0, INT64_MAX, 10);
        QVERIFY(events && events->size() == 1);
    }

    void neverOverwrites()
    {
        const RecorderOptions what = options();
        started(what);
        const auto again = Recorder::start(what);
        QVERIFY(!again);
        QCOMPARE(again.error().code, base::ErrorCode::Conflict);
        RecorderOptions nowhere = what;
        nowhere.path = m_folder.filePath(u"no/such/folder.phrec"_s);
        QVERIFY(!Recorder::start(nowhere));
    }

    void readWhileWritten()
    {
        const RecorderOptions what = options();
        const auto recorder = started(what);
        made::Feeder feeder(*recorder, width);
        std::atomic<bool> stop = false;
        std::atomic<std::uint64_t> reads = 0;
        std::thread asker([&] {
            while (!stop) {
                (void)recorder->status();
                Marker marker;
                marker.text = u"now"_s;
                if (reads % 50 == 0)
                    recorder->mark(marker);
                const std::uint64_t written = recorder->status().written;
                const auto file = opened(what.path);
                QString problem;
                const std::int64_t there = made::prefixOf(file, width, problem);
                if (there < static_cast<std::int64_t>(written))
                    qFatal("%lld of %llu: %s", static_cast<long long>(there),
                           static_cast<unsigned long long>(written), qPrintable(problem));
                ++reads;
            }
        });
        while (feeder.next < 60'000 || reads < 5) {
            feeder.feed(200);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        stop = true;
        asker.join();
        QVERIFY(recorder->stop());
    }
};

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
