// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Real brokers: what was live and what a replay gives are the same, to the byte; a seek restores
// the state; a recording played onto another broker leaves it as the first one was.
#include "app/engine/engine.h"
#include "models/connect/replay/brokerreplay.h"
#include "models/replay/replaysession.h"
#include "models/replay/sampledump.h"
#include "tests/support/broker.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using base::TimeNs;

namespace {

// Signals of two devices of the fleet.
const QString input = u"hvac-06/temperature"_s;
const QString other = u"Harbour works/edge-pump-01/pump-02/motor/temperature"_s;

std::ptrdiff_t linesOf(const std::vector<std::string> &lines, std::string_view signal)
{
    return std::ranges::count_if(lines, [signal](const std::string &line) {
        return line.starts_with("derived\tDerived\t" + std::string(signal) + '\t');
    });
}

/// An engine that records one broker.
class Station
{
public:
    Station(quint16 port, const QString &file, int version = 5, bool mayPublish = false,
            bool derived = false)
        : m_engine(std::move(*app::Engine::create({QString(), false, false, false})))
        , m_dump(m_engine->pipeline())
        , m_profile(*connect::mqtt::Profile::fromUrl(u"mqtt://127.0.0.1:%1"_s.arg(port)))
    {
        m_profile.version = version;
        m_profile.watchSys = false;
        m_profile.readOnly = !mayPublish;
        m_profile.rebirth = connect::mqtt::Profile::Rebirth::Never;
        m_profile.subscriptions = {{u"#"_s, 2}};
        m_engine->pipeline().addTap(&m_dump);
        if (m_engine->connections().save(m_profile) && !file.isEmpty()) {
            replay::RecordingRequest request;
            request.path = file;
            m_recording = m_engine->recordings().start(request).value_or(-1);
        }
        if (derived) {
            m_derived = m_engine->setDerived(definitions()).has_value();
            m_engine->pipeline().drain();
        }
        m_engine->start();
        m_engine->connections().start(m_profile.id);
    }

    ~Station() { m_engine->pipeline().removeTap(&m_dump); }

    static std::vector<ingest::DerivedDefinition> definitions()
    {
        return {{u"a"_s, u"celsius to kelvin"_s, u"\"%1\" + 273.15"_s.arg(input), {}, {}, true},
                {u"b"_s,
                 u"smooth"_s,
                 u"rolling_mean(\"Derived/celsius to kelvin\", 2s)"_s,
                 {},
                 {},
                 true},
                {u"c"_s, u"two devices"_s, u"\"%1\" - \"%2\""_s.arg(input, other), {}, {}, true}};
    }
    bool derives() const { return m_derived; }

    bool connected() const
    {
        const connect::SourceStatus status = m_engine->connections().status(m_profile.id);
        return status.state == connect::SourceState::Connected && !status.subscriptions.empty()
            && status.subscriptions.front().grantedQos >= 0;
    }
    std::uint64_t messages() { return m_engine->recordings().status(m_recording).messages; }
    connect::Source *source() { return m_engine->connections().source(m_profile.id); }

    /// Ends the recording; the samples that were live.
    std::vector<std::string> finish()
    {
        m_engine->connections().stopAll();
        m_engine->pipeline().drain();
        m_stopped = m_engine->recordings().stop(m_recording).has_value();
        m_engine->pipeline().removeTap(&m_dump);
        return m_dump.lines();
    }
    bool stoppedWell() const { return m_stopped; }

private:
    std::unique_ptr<app::Engine> m_engine;
    replay::SampleDump m_dump;
    connect::mqtt::Profile m_profile;
    int m_recording = -1;
    bool m_derived = false;
    bool m_stopped = false;
};

std::vector<std::string> replayed(const QString &file, double speed)
{
    auto session = replay::ReplaySession::open(file, nullptr);
    if (!session)
        return {session.error().text.toStdString()};
    replay::SampleDump dump((*session)->pipeline());
    (*session)->pipeline().addTap(&dump);
    (*session)->setSpeed(speed);
    (*session)->source().play();
    if (!QTest::qWaitFor([&] { return (*session)->source().position().atEnd; }, 60'000))
        return {"The replay did not come to its end."};
    (*session)->pipeline().drain();
    (*session)->pipeline().removeTap(&dump);
    return dump.lines();
}

/// The fields of a line of SampleDump: connection, device, signal, time, received, type, quality,
/// value.
QStringList fields(const std::string &line)
{
    return QString::fromStdString(line).split(u'\t');
}

struct Seen
{
    QByteArray payload;
    int qos;
    std::string contentType;
    std::string user;
    bool operator==(const Seen &) const = default;
};

std::map<std::string, std::vector<Seen>> byTopic(const QString &file)
{
    std::map<std::string, std::vector<Seen>> out;
    auto opened = recording::Recording::open(file);
    if (!opened)
        return out;
    recording::Cursor cursor(*opened);
    recording::RecordedMessage message;
    while (cursor.next(message)) {
        Seen seen{QByteArray(message.view.payload.data(), qsizetype(message.view.payload.size())),
                  message.view.qos,
                  {},
                  {}};
        if (message.view.properties) {
            seen.contentType = message.view.properties->contentType;
            for (const auto &[name, value] : message.view.properties->userProperties)
                seen.user += name + '=' + value + ';';
        }
        out[std::string(message.view.topic)].push_back(seen);
    }
    return out;
}

QStringList retainedOf(quint16 port)
{
    QProcess sub;
    sub.start(support::findProgram(u"mosquitto_sub"_s),
              {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), u"-t"_s, u"#"_s,
               u"--retained-only"_s, u"-W"_s, u"2"_s, u"-F"_s, u"%t %q %x"_s});
    sub.waitForFinished(10'000);
    QStringList lines =
        QString::fromUtf8(sub.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void liveAndReplayAreTheSame()
    {
        support::Broker broker({.verbose = false});
        const QString problem = broker.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const QString file = m_folder.filePath(u"fleet.phrec"_s);
        std::vector<std::string> live;
        {
            Station station(broker.port(), file, 5, false, true);
            QVERIFY(station.derives());
            QTRY_VERIFY_WITH_TIMEOUT(station.connected(), 10'000);
            QProcess fleet;
            fleet.start(QStringLiteral(PILOTHOUSE_BIN_DIR "/pilothouse-fleet"),
                        {u"--url"_s, u"mqtt://127.0.0.1:%1"_s.arg(broker.port()), u"--devices"_s,
                         u"40"_s, u"--seconds"_s, u"8"_s, u"--rate"_s, u"4"_s, u"--scenario"_s,
                         u"lively"_s});
            QVERIFY(fleet.waitForFinished(30'000));
            std::uint64_t before = 0;
            QTRY_VERIFY_WITH_TIMEOUT(
                std::exchange(before, station.messages()) == station.messages(), 5'000);
            live = station.finish();
            QVERIFY(station.stoppedWell());
        }
        QVERIFY2(live.size() > 5'000, qPrintable(QString::number(live.size())));
        QVERIFY(std::any_of(live.begin(), live.end(), [](const std::string &line) {
            return line.starts_with("prediction\t");
        }));
        for (const char *signal : {"celsius to kelvin", "smooth", "two devices"})
            QVERIFY2(linesOf(live, signal) > 10, signal);
        for (const double speed : {0.0, 10.0, 1.0}) {
            const std::vector<std::string> again = replayed(file, speed);
            for (std::size_t i = 0; i < std::min(live.size(), again.size()); ++i)
                QCOMPARE(QByteArray::fromStdString(again[i]), QByteArray::fromStdString(live[i]));
            QCOMPARE(again.size(), live.size());
        }
    }

    /// Values at the instant are those that the full replay had by then, and what follows is the
    /// same as if it had been played from the beginning.
    void seekRestoresTheState_data()
    {
        QTest::addColumn<double>("part");
        for (const double part : {0.0, 0.13, 0.5, 0.77, 0.99})
            QTest::addRow("%.2f", part) << part;
    }
    void seekRestoresTheState()
    {
        QFETCH(double, part);
        const QString file = m_folder.filePath(u"fleet.phrec"_s);
        const std::vector<std::string> all = replayed(file, 0);
        auto session = replay::ReplaySession::open(file, nullptr);
        QVERIFY(session.has_value());
        replay::ReplaySession &replay = **session;
        const recording::RecordingInfo &info = replay.recording()->info();
        const TimeNs at =
            info.start + static_cast<TimeNs>(part * static_cast<double>(info.end - info.start));
        // Somewhere else first: the seek must undo that.
        replay.seekAndWait(info.end);
        replay.seekAndWait(at);
        std::map<QString, QString> expected; // signal -> newest value received before
        std::map<QString, TimeNs> newest;
        std::vector<std::string> tail;
        for (const std::string &line : all) {
            const QStringList f = fields(line);
            if (f.size() != 8)
                continue;
            if (f[4].toLongLong() >= at) {
                tail.push_back(line);
                continue;
            }
            const QString name = f[1] + u'/' + f[2];
            if (const auto it = newest.find(name);
                it == newest.end() || f[3].toLongLong() >= it->second) {
                newest[name] = f[3].toLongLong();
                expected[name] = f[3] + u' ' + f[5] + u' ' + f[6];
            }
        }
        int compared = 0;
        const telemetry::Catalogue &names = replay.pipeline().catalogue();
        for (const telemetry::SignalInfo &signal : names.signalsFrom(0)) {
            const QString name = names.device(signal.device).name + u'/' + signal.name;
            const auto series = replay.pipeline().series().find(signal.id);
            telemetry::Point point;
            const bool there = series && series->last(point);
            const auto it = expected.find(name);
            if (it == expected.end()) {
                QVERIFY2(!there, qPrintable(name + u" has a value from the future"_s));
                continue;
            }
            QVERIFY2(there, qPrintable(name + u" was not restored"_s));
            const auto text = [](std::string_view v) {
                return QString::fromLatin1(v.data(), qsizetype(v.size()));
            };
            QCOMPARE(QString::number(point.time) + u' ' + text(telemetry::valueTypeName(point.type))
                         + u' ' + text(telemetry::qualityName(point.quality)),
                     it->second);
            ++compared;
        }
        QVERIFY(part == 0.0 || compared > 300);
        replay::SampleDump dump(replay.pipeline());
        replay.pipeline().addTap(&dump);
        replay.setSpeed(0);
        replay.source().play();
        QTRY_VERIFY_WITH_TIMEOUT(replay.source().position().atEnd, 20'000);
        replay.pipeline().drain();
        replay.pipeline().removeTap(&dump);
        std::vector<std::string> rest = dump.lines();
        std::erase_if(rest, [](const std::string &l) { return l.starts_with("prediction\t"); });
        // What a window held before the instant is not part of the state: it fills anew.
        for (std::vector<std::string> *lines : {&tail, &rest})
            std::erase_if(*lines, [](const std::string &l) {
                return l.starts_with("derived\tDerived\tsmooth\t");
            });
        for (std::size_t i = 0; i < std::min(tail.size(), rest.size()); ++i)
            QCOMPARE(QByteArray::fromStdString(rest[i]), QByteArray::fromStdString(tail[i]));
        QCOMPARE(rest.size(), tail.size());
    }

    /// The command line computes over the recording what was computed live.
    void batchGivesWhatWasLive()
    {
        const QString file = m_folder.filePath(u"fleet.phrec"_s);
        QProcess program;
        program.start(QStringLiteral(PILOTHOUSE_BIN_DIR "/pilothousectl"),
                      {u"derive"_s, file, u"--json"_s, u"--expression"_s,
                       Station::definitions().front().expression});
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitCode(), 0);
        const QByteArrayList lines = program.readAllStandardOutput().trimmed().split('\n');
        auto opened = recording::Recording::open(file);
        QVERIFY(opened.has_value());
        telemetry::SignalId signal = telemetry::noId;
        for (const telemetry::SignalInfo &info : (*opened)->catalogue().signalsFrom(0)) {
            if (info.decoder == u"derived"_s && info.name == Station::definitions().front().name)
                signal = info.id;
        }
        const auto points = (*opened)->history().points(signal, 0, INT64_MAX, 100'000);
        QVERIFY(points.has_value());
        QVERIFY(points->size() > 10);
        QCOMPARE(std::size_t(lines.size()), points->size());
        for (std::size_t i = 0; i < points->size(); ++i) {
            const QJsonObject object = QJsonDocument::fromJson(lines[qsizetype(i)]).object();
            QCOMPARE(object[u"time"_s].toInteger(), (*points)[i].time);
            if (object[u"value"_s].isNull())
                QCOMPARE((*points)[i].quality, telemetry::Quality::Missing);
            else
                QCOMPARE(object[u"value"_s].toDouble(), (*points)[i].number());
        }
    }

    void aReplayNeverPublishes()
    {
        auto session = replay::ReplaySession::open(m_folder.filePath(u"fleet.phrec"_s), nullptr);
        QVERIFY(session.has_value());
        connect::PublishRequest request;
        request.topic = u"a"_s;
        QVERIFY(!(*session)->source().publish(request));
        QVERIFY(!(*session)->source().askRebirth(u"group/edge"_s));
        QVERIFY((*session)->pipeline().catalogue().sources().front().replay);
        QVERIFY((*session)->pipeline().takeRebirthWishes().empty());
    }

    void ontoAnotherBroker_data()
    {
        QTest::addColumn<bool>("fast");
        QTest::newRow("as recorded") << false;
        QTest::newRow("as fast as possible") << true;
    }
    void ontoAnotherBroker()
    {
        QFETCH(bool, fast);
        support::Broker first({.verbose = false});
        support::Broker second({.verbose = false});
        for (support::Broker *broker : {&first, &second}) {
            const QString problem = broker->start();
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
        const auto publish = [&](const QStringList &arguments) {
            return support::Broker::publish(first.port(), QStringList{u"-V"_s, u"5"_s} + arguments);
        };
        // What the broker keeps from before, one of it to be cleared, one to be replaced.
        QVERIFY(
            publish({u"-t"_s, u"kept/old"_s, u"-m"_s, u"from before"_s, u"-r"_s, u"-q"_s, u"1"_s}));
        QVERIFY(publish({u"-t"_s, u"kept/cleared"_s, u"-m"_s, u"soon gone"_s, u"-r"_s}));
        QVERIFY(publish({u"-t"_s, u"kept/replaced"_s, u"-m"_s, u"first"_s, u"-r"_s}));
        const QString tag = fast ? u"fast"_s : u"timed"_s;
        const QString a = m_folder.filePath(u"a-%1.phrec"_s.arg(tag));
        const QString b = m_folder.filePath(u"b-%1.phrec"_s.arg(tag));
        {
            Station station(first.port(), a);
            QTRY_VERIFY_WITH_TIMEOUT(station.connected(), 10'000);
            QTRY_VERIFY_WITH_TIMEOUT(station.messages() >= 3, 5'000);
            QTest::qWait(1'500); // until a retain flag is the publisher's own
            QVERIFY(publish({u"-t"_s, u"kept/cleared"_s, u"-n"_s, u"-r"_s}));
            QVERIFY(publish(
                {u"-t"_s, u"kept/replaced"_s, u"-m"_s, u"second"_s, u"-r"_s, u"-q"_s, u"2"_s}));
            QVERIFY(publish({u"-t"_s, u"kept/new"_s, u"-m"_s, u"new"_s, u"-r"_s, u"-D"_s,
                             u"publish"_s, u"content-type"_s, u"text/plain"_s, u"-D"_s,
                             u"publish"_s, u"user-property"_s, u"plant"_s, u"7"_s}));
            QVERIFY(publish({u"-t"_s, u"empty"_s, u"-n"_s}));
            for (int i = 0; i < 10; ++i)
                QVERIFY(publish({u"-t"_s, u"mixed"_s, u"-m"_s, QString::number(i), u"-q"_s,
                                 QString::number(i % 3)}));
            QProcess load;
            load.start(QStringLiteral(PILOTHOUSE_BIN_DIR "/pilothouse-load"),
                       {u"--publish"_s, QString::number(first.port()), u"--rate"_s, u"5000"_s,
                        u"--topics"_s, u"100"_s, u"--seconds"_s, u"3"_s});
            QVERIFY(load.waitForFinished(20'000));
            QTRY_VERIFY_WITH_TIMEOUT(station.messages() >= 3 + 4 + 10 + 15'000, 10'000);
            station.finish();
            QVERIFY(station.stoppedWell());
        }
        std::uint64_t published = 0;
        {
            Station station(second.port(), b, 5, true);
            QTRY_VERIFY_WITH_TIMEOUT(station.connected(), 10'000);
            QTest::qWait(1'500);
            auto opened = recording::Recording::open(a);
            QVERIFY(opened.has_value());
            QVERIFY(!connect::BrokerReplay::sameBroker(**opened, u"127.0.0.1"_s, first.port())
                         .isEmpty());
            QVERIFY(connect::BrokerReplay::sameBroker(**opened, u"127.0.0.1"_s, second.port())
                        .isEmpty());
            connect::BrokerReplayOptions options;
            options.speed = fast ? 0 : 1;
            connect::BrokerReplay replay(*opened, *station.source(), options);
            replay.start();
            QTRY_VERIFY_WITH_TIMEOUT(replay.status().done, 60'000);
            QVERIFY2(replay.status().problem.isEmpty(), qPrintable(replay.status().problem));
            published = replay.status().published;
            QCOMPARE(published, (*opened)->info().messages);
            QTRY_VERIFY_WITH_TIMEOUT(station.messages() >= published, 10'000);
            station.finish();
        }
        QCOMPARE(retainedOf(second.port()), retainedOf(first.port()));
        QCOMPARE(retainedOf(first.port()).size(), 3);
        const auto before = byTopic(a);
        const auto after = byTopic(b);
        QCOMPARE(after.size(), before.size());
        for (const auto &[topic, messages] : before) {
            const auto it = after.find(topic);
            QVERIFY2(it != after.end(), topic.c_str());
            QCOMPARE(it->second.size(), messages.size());
            QVERIFY2(it->second == messages, topic.c_str());
        }
    }

    /// The state of the instant is published first: what the broker kept then, no more.
    void ontoABrokerFromTheMiddle()
    {
        support::Broker third({.verbose = false});
        const QString problem = third.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        auto opened = recording::Recording::open(m_folder.filePath(u"a-fast.phrec"_s));
        QVERIFY(opened.has_value());
        Station station(third.port(), {}, 5, true);
        QTRY_VERIFY_WITH_TIMEOUT(station.connected(), 10'000);
        connect::BrokerReplayOptions options;
        options.speed = 0;
        options.from = (*opened)->info().end - base::nsPerSecond;
        connect::BrokerReplay replay(*opened, *station.source(), options);
        replay.start();
        QTRY_VERIFY_WITH_TIMEOUT(replay.status().done, 60'000);
        QCOMPARE(replay.status().stateMessages, 3u);
        QVERIFY(replay.status().published < (*opened)->info().messages / 2);
        const QStringList kept = retainedOf(third.port());
        QCOMPARE(kept.size(), 3);
        QVERIFY2(kept.join(u' ').contains(QString::fromLatin1(QByteArray("second").toHex())),
                 qPrintable(kept.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
