// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/replay.h"

#include "app/engine/engine.h"
#include "app/pilothousectl/commandline.h"
#include "models/replay/replaysession.h"
#include "models/replay/sampledump.h"

#include "models/connect/replay/brokerreplay.h"
#include "models/interchange/writers.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

using recording::Recording;

struct Options
{
    std::shared_ptr<Recording> recording;
    QString url;
    QString mqtt;
    bool print = false;
    bool samples = false;
    bool json = false;
    bool sameBroker = false;
    connect::BrokerReplayOptions play;
};

base::Result<Options> read(const QStringList &arguments, bool &done)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"FILE"_s, u"Recording, *.phrec."_s);
    parser.addOptions({
        {u"to"_s, u"Broker to publish to: mqtt://host:port."_s, u"URL"_s},
        {u"print"_s, u"Print the messages, one JSON object per line."_s},
        {u"samples"_s,
         u"Replay through the pipeline and print the samples that come, sorted, one per line."_s},
        {u"speed"_s, u"Factor, or max for as fast as possible (the default when printing)."_s,
         u"X"_s},
        {u"from"_s, u"Start, UTC; the state of that instant is restored first."_s, u"T"_s},
        {u"to-time"_s, u"End, not included."_s, u"T"_s},
        {u"prefix"_s, u"Put before each topic, to keep replayed data apart."_s, u"TOPIC"_s},
        {u"same-broker"_s, u"Allow publishing to the broker that the recording came from."_s},
        {u"mqtt"_s, u"Protocol version, 3.1.1 or 5.0."_s, u"VERSION"_s, u"5.0"_s},
        {u"json"_s, u"The result as JSON on standard output."_s},
    });
    if (const auto parsed = parse(parser, "replay", u"Plays a recording."_s, arguments, done);
        !parsed)
        return tl::unexpected(parsed.error());
    Options options;
    if (done)
        return options;
    options.url = parser.value(u"to"_s);
    options.print = parser.isSet(u"print"_s);
    options.samples = parser.isSet(u"samples"_s);
    options.json = parser.isSet(u"json"_s);
    options.sameBroker = parser.isSet(u"same-broker"_s);
    options.mqtt = parser.value(u"mqtt"_s);
    if (int(parser.isSet(u"to"_s)) + int(options.print) + int(options.samples) != 1)
        return base::failure(u"Say one of --to URL, --print and --samples."_s);
    if (parser.positionalArguments().size() != 1)
        return base::failure(u"Name one recording."_s);
    const QString speed = parser.isSet(u"speed"_s) ? parser.value(u"speed"_s)
        : options.url.isEmpty()                    ? u"max"_s
                                                   : u"1"_s;
    bool ok = speed == "max"_L1;
    options.play.speed = ok ? 0 : speed.toDouble(&ok);
    if (!ok || options.play.speed < 0 || (options.play.speed == 0 && speed != "max"_L1))
        return base::failure(u"--speed takes a positive factor or max, not %1."_s.arg(speed));
    options.play.topicPrefix = parser.value(u"prefix"_s);
    for (const auto &[name, out] :
         {std::pair{u"from"_s, &options.play.from}, std::pair{u"to-time"_s, &options.play.to}}) {
        if (!parser.isSet(name))
            continue;
        const auto time = timeFrom(parser.value(name));
        if (!time)
            return tl::unexpected(time.error());
        *out = *time;
    }
    auto opened = Recording::open(parser.positionalArguments().constFirst());
    if (!opened)
        return tl::unexpected(opened.error());
    options.recording = std::move(*opened);
    return options;
}

int printMessages(const Options &options)
{
    recording::Cursor cursor(options.recording);
    if (options.play.from != base::noTime)
        cursor.seek(options.recording->sequenceAt(options.play.from));
    recording::RecordedMessage message;
    std::string line;
    base::TimeNs first = base::noTime;
    const auto began = std::chrono::steady_clock::now();
    while (cursor.next(message)) {
        if (options.play.to != base::noTime && message.view.received >= options.play.to)
            break;
        first = first == base::noTime ? message.view.received : first;
        if (options.play.speed > 0) {
            std::fflush(stdout);
            const auto after = static_cast<std::int64_t>(
                static_cast<double>(message.view.received - first) / options.play.speed);
            std::this_thread::sleep_until(began + std::chrono::nanoseconds(after));
        }
        interchange::MessageReader::Origin origin;
        if (message.view.source < options.recording->connections().size()) {
            const auto &connection = options.recording->connections()[message.view.source];
            origin = {connection.key.toStdString(), connection.name.toStdString(), {}};
        }
        line.clear();
        interchange::appendJsonLine(message.view, origin, line);
        std::fwrite(line.data(), 1, line.size(), stdout);
    }
    for (const recording::Damage &damage : cursor.damages())
        std::fprintf(stderr, "%s\n", qPrintable(damage.sentence));
    return cursor.damages().empty() ? 0 : 1;
}

int printSamples(const Options &options)
{
    auto session = replay::ReplaySession::open(options.recording->info().path, nullptr);
    if (!session)
        return wrongUsage("replay", session.error().text);
    replay::ReplaySession &replay = **session;
    replay::SampleDump printer(replay.pipeline());
    if (options.play.from != base::noTime)
        replay.seekAndWait(options.play.from);
    replay.source().setEnd(options.play.to);
    replay.pipeline().addTap(&printer);
    replay.setSpeed(options.play.speed);
    replay.source().play();
    while (!replay.source().position().atEnd) {
        QTimer::singleShot(5, QCoreApplication::instance(), &QCoreApplication::quit);
        QCoreApplication::exec();
    }
    replay.pipeline().drain();
    replay.pipeline().removeTap(&printer);
    printer.print();
    for (const recording::Damage &damage : replay.damages())
        std::fprintf(stderr, "%s\n", qPrintable(damage.sentence));
    return replay.damages().empty() ? 0 : 1;
}

int publish(const Options &options)
{
    QString password;
    auto profile = connect::mqtt::Profile::fromUrl(options.url, &password);
    if (!profile)
        return wrongUsage("replay", profile.error().text);
    const QString same =
        connect::BrokerReplay::sameBroker(*options.recording, profile->host, profile->port);
    if (!same.isEmpty() && !options.sameBroker && options.play.topicPrefix.isEmpty())
        return wrongUsage("replay",
                          same + u" Say --prefix TOPIC or, if you mean it, --same-broker."_s);
    if (options.mqtt != "5.0"_L1 && options.mqtt != "3.1.1"_L1)
        return wrongUsage("replay", u"--mqtt takes 3.1.1 or 5.0, not %1."_s.arg(options.mqtt));
    profile->version = options.mqtt == "5.0"_L1 ? 5 : 4;
    profile->readOnly = false;
    profile->rebirth = connect::mqtt::Profile::Rebirth::Never;
    profile->watchSys = false;
    // Nothing is to come back: a topic that nobody publishes to.
    profile->subscriptions = {{u"pilothouse/replay/nothing"_s, 0}};
    auto engine = app::Engine::create({QString(), false, false, false});
    if (!engine)
        return wrongUsage("replay", engine.error().text);
    app::Engine &parts = **engine;
    quitOnSignals();
    parts.secrets().write(profile->id, password, [](const auto &) {});
    if (const auto saved = parts.connections().save(*profile); !saved)
        return wrongUsage("replay", saved.error().text);
    parts.start();
    parts.connections().start(profile->id);
    std::unique_ptr<connect::BrokerReplay> replay;
    QDeadlineTimer patience(15'000);
    bool failed = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        const connect::SourceStatus status = parts.connections().status(profile->id);
        if (!replay && status.state == connect::SourceState::Connected) {
            replay = std::make_unique<connect::BrokerReplay>(
                options.recording, *parts.connections().source(profile->id), options.play);
            replay->start();
        } else if (!replay
                   && (patience.hasExpired() || status.state == connect::SourceState::Failed)) {
            failed = true;
            QCoreApplication::quit();
        } else if (replay && replay->status().done) {
            QCoreApplication::quit();
        }
    });
    look.start(20);
    QCoreApplication::exec();
    look.stop();
    if (failed || !replay) {
        const QString sentence = parts.connections().status(profile->id).sentence;
        return answerNo("replay", sentence);
    }
    replay->stop();
    const connect::BrokerReplayStatus status = replay->status();
    replay.reset();
    printLine(options.json,
              {{u"published"_s, qint64(status.published)},
               {u"failed"_s, qint64(status.failed)},
               {u"state_messages"_s, qint64(status.stateMessages)},
               {u"worst_late_ms"_s, status.worstLateMs},
               {u"complete"_s, status.done && status.failed == 0 && status.damages.empty()}},
              u"%1 messages published, %2 failed, at most %3 ms late"_s.arg(status.published)
                  .arg(status.failed)
                  .arg(status.worstLateMs, 0, 'f', 2));
    for (const recording::Damage &damage : status.damages)
        std::fprintf(stderr, "%s\n", qPrintable(damage.sentence));
    if (!status.problem.isEmpty())
        return answerNo("replay", status.problem);
    return status.done && status.failed == 0 && status.damages.empty() ? 0 : 1;
}

} // namespace

int replay(const QStringList &arguments)
{
    bool done = false;
    const auto options = read(arguments, done);
    if (!options)
        return wrongUsage("replay", options.error().text);
    if (done)
        return 0;
    if (options->print)
        return printMessages(*options);
    return options->samples ? printSamples(*options) : publish(*options);
}

} // namespace ctl
