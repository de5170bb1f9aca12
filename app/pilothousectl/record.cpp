// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/record.h"

#include "app/engine/engine.h"
#include "app/pilothousectl/commandline.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

struct Options
{
    connect::mqtt::Profile profile;
    QString password;
    replay::RecordingRequest request;
    double seconds = 0;
    std::uint64_t messages = 0;
    bool json = false;
};

base::Result<double> positive(const QCommandLineParser &parser, const QString &name)
{
    bool ok = false;
    const double value = parser.value(name).toDouble(&ok);
    if (!ok || value <= 0)
        return base::failure(
            u"--%1 takes a positive number, not %2."_s.arg(name, parser.value(name)));
    return value;
}

base::Result<Options> read(const QStringList &arguments, bool &done)
{
    QCommandLineParser parser;
    parser.addOptions({
        {u"url"_s, u"Broker: mqtt://[user[:password]@]host[:port] or mqtts://..."_s, u"URL"_s},
        {u"out"_s, u"File to write, *.phrec; must not exist."_s, u"FILE"_s},
        {u"seconds"_s, u"Stop after N seconds."_s, u"N"_s},
        {u"messages"_s, u"Stop after N messages."_s, u"N"_s},
        {u"subscribe"_s, u"Topic filter instead of #; may be repeated."_s, u"FILTER"_s},
        {u"qos"_s, u"QoS asked for, 0 to 2."_s, u"N"_s, u"0"_s},
        {u"mqtt"_s, u"Protocol version, 3.1.1 or 5.0."_s, u"VERSION"_s, u"5.0"_s},
        {u"ca"_s, u"PEM file of the authority that signed the broker's certificate."_s, u"FILE"_s},
        {u"title"_s, u"Title of the recording."_s, u"TEXT"_s},
        {u"part-size"_s, u"Begin a new file after about N MB."_s, u"N"_s},
        {u"part-minutes"_s, u"Begin a new file after N minutes."_s, u"N"_s},
        {u"json"_s, u"The result as JSON on standard output."_s},
    });
    if (const auto parsed =
            parse(parser, "record", u"Records what a broker sends."_s, arguments, done);
        !parsed || done)
        return done ? base::Result<Options>(Options{}) : tl::unexpected(parsed.error());
    Options options;
    if (!parser.isSet(u"url"_s) || !parser.isSet(u"out"_s))
        return base::failure(u"Say --url mqtt://host:1883 and --out FILE.phrec."_s);
    auto profile = connect::mqtt::Profile::fromUrl(parser.value(u"url"_s), &options.password);
    if (!profile)
        return tl::unexpected(profile.error());
    options.profile = *profile;
    const QString version = parser.value(u"mqtt"_s);
    if (version != u"5.0"_s && version != u"3.1.1"_s)
        return base::failure(u"--mqtt takes 3.1.1 or 5.0, not %1."_s.arg(version));
    options.profile.version = version == u"5.0"_s ? 5 : 4;
    options.profile.caFile = parser.value(u"ca"_s);
    bool ok = false;
    const int qos = parser.value(u"qos"_s).toInt(&ok);
    if (!ok || qos < 0 || qos > 2)
        return base::failure(u"--qos takes 0, 1 or 2, not %1."_s.arg(parser.value(u"qos"_s)));
    QStringList filters = parser.values(u"subscribe"_s);
    if (filters.isEmpty() && options.profile.subscriptions.empty())
        filters = {u"#"_s};
    for (const QString &filter : filters)
        options.profile.subscriptions.push_back({filter, qos});
    options.profile.watchSys = false;
    for (const auto &[name, out] : {std::pair{u"seconds"_s, &options.seconds}}) {
        if (!parser.isSet(name))
            continue;
        const auto value = positive(parser, name);
        if (!value)
            return tl::unexpected(value.error());
        *out = *value;
    }
    const auto number = [&](const QString &name, double factor, std::int64_t &out) -> QString {
        if (!parser.isSet(name))
            return {};
        const auto value = positive(parser, name);
        out = value ? static_cast<std::int64_t>(*value * factor) : 0;
        return value ? QString() : value.error().text;
    };
    std::int64_t messages = 0;
    for (const QString &problem : {number(u"messages"_s, 1, messages),
                                   number(u"part-size"_s, 1e6, options.request.partBytes),
                                   number(u"part-minutes"_s, 60e9, options.request.partTime)}) {
        if (!problem.isEmpty())
            return base::failure(problem);
    }
    options.messages = static_cast<std::uint64_t>(messages);
    options.request.path = parser.value(u"out"_s);
    options.request.title = parser.value(u"title"_s);
    options.request.author = qEnvironmentVariable("USER");
    options.json = parser.isSet(u"json"_s);
    return options;
}

} // namespace

int record(const QStringList &arguments)
{
    bool done = false;
    auto options = read(arguments, done);
    if (done)
        return 0;
    if (!options)
        return wrongUsage("record", options.error().text);
    auto engine = app::Engine::create({QString(), false, false, false});
    if (!engine)
        return wrongUsage("record", engine.error().text);
    app::Engine &parts = **engine;
    quitOnSignals();
    const connect::mqtt::Profile profile = options->profile;
    parts.secrets().write(profile.id, options->password, [](const auto &) {});
    if (const auto saved = parts.connections().save(profile); !saved)
        return wrongUsage("record", saved.error().text);
    const auto id = parts.recordings().start(options->request);
    if (!id)
        return wrongUsage("record", id.error().text);
    parts.start();
    parts.connections().start(profile.id);
    bool connected = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        const connect::SourceStatus status = parts.connections().status(profile.id);
        if (status.state == connect::SourceState::Connected && !std::exchange(connected, true))
            std::fprintf(stderr, "%s\n", qPrintable(status.sentence));
        if (options->messages > 0 && parts.recordings().status(*id).messages >= options->messages)
            QCoreApplication::quit();
    });
    look.start(20);
    if (options->seconds > 0)
        QTimer::singleShot(static_cast<int>(options->seconds * 1'000), QCoreApplication::instance(),
                           &QCoreApplication::quit);
    QCoreApplication::exec();
    look.stop();

    const connect::SourceStatus status = parts.connections().status(profile.id);
    parts.connections().stopAll();
    parts.pipeline().drain();
    const recording::RecorderStatus before = parts.recordings().status(*id);
    const auto stopped = parts.recordings().stop(*id);
    const ingest::LedgerFigures ledger = parts.pipeline().totals();
    std::uint64_t bytes = 0;
    for (int part = 1; part <= before.part; ++part)
        bytes += static_cast<std::uint64_t>(
            QFileInfo(recording::partPath(options->request.path, part)).size());
    const QJsonObject result{
        {u"file"_s, options->request.path},
        {u"parts"_s, before.part},
        {u"messages"_s, static_cast<qint64>(before.messages)},
        {u"samples"_s, static_cast<qint64>(before.samples)},
        {u"lost"_s, static_cast<qint64>(before.lost + ledger.dropped)},
        {u"bytes"_s, static_cast<qint64>(bytes)},
    };
    printLine(options->json, result,
              u"%1: %2 messages, %3 samples, %4 bytes, %5 lost"_s.arg(options->request.path)
                  .arg(before.messages)
                  .arg(before.samples)
                  .arg(bytes)
                  .arg(before.lost + ledger.dropped));
    if (!stopped)
        return answerNo("record", stopped.error().text);
    if (!connected && before.messages == 0)
        return answerNo("record", status.sentence);
    return before.lost + ledger.dropped == 0 ? 0 : 1;
}

} // namespace ctl
