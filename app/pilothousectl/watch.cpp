// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/watch.h"

#include "app/engine/engine.h"
#include "app/pilothousectl/commandline.h"
#include "app/pilothousectl/watchreport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

int usage(const QString &sentence)
{
    std::fprintf(stderr, "pilothousectl watch: %s\n", qPrintable(sentence));
    return 2;
}

struct Options
{
    connect::mqtt::Profile profile;
    QString password;
    QString workspace;
    double seconds = 0;
    bool json = false;
};

base::Result<Options> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(
        {u"url"_s, u"Broker: mqtt://[user[:password]@]host[:port] or mqtts://..."_s, u"URL"_s});
    parser.addOption({u"seconds"_s, u"Stop after N seconds; without it, on SIGINT."_s, u"N"_s});
    parser.addOption({u"json"_s, u"One JSON object per line on standard output."_s});
    parser.addOption({u"workspace"_s,
                      u"Folder whose history is written; without it nothing is stored."_s,
                      u"DIR"_s});
    parser.addOption({u"mqtt"_s, u"Protocol version, 3.1.1 or 5.0."_s, u"VERSION"_s, u"5.0"_s});
    parser.addOption(
        {u"subscribe"_s, u"Topic filter instead of the default; may be repeated."_s, u"FILTER"_s});
    parser.addOption({u"allow-rebirth"_s,
                      u"Ask Sparkplug edge nodes for their births (a command to a device)."_s});
    parser.addOption(
        {u"ca"_s, u"PEM file of the authority that signed the broker's certificate."_s, u"FILE"_s});
    if (!parser.parse(QStringList{u"watch"_s} + arguments))
        return base::failure(parser.errorText());
    if (!parser.isSet(u"url"_s))
        return base::failure(u"--url is missing; say --url mqtt://host:1883."_s);
    Options options;
    auto profile = connect::mqtt::Profile::fromUrl(parser.value(u"url"_s), &options.password);
    if (!profile)
        return tl::unexpected(profile.error());
    options.profile = *profile;
    const QString version = parser.value(u"mqtt"_s);
    if (version != u"5.0"_s && version != u"3.1.1"_s)
        return base::failure(u"--mqtt takes 3.1.1 or 5.0, not %1."_s.arg(version));
    options.profile.version = version == u"5.0"_s ? 5 : 4;
    if (parser.isSet(u"allow-rebirth"_s))
        options.profile.rebirth = connect::mqtt::Profile::Rebirth::Always;
    options.profile.caFile = parser.value(u"ca"_s);
    for (const QString &filter : parser.values(u"subscribe"_s))
        options.profile.subscriptions.push_back({filter, 0});
    if (parser.isSet(u"seconds"_s)) {
        bool ok = false;
        options.seconds = parser.value(u"seconds"_s).toDouble(&ok);
        if (!ok || options.seconds <= 0)
            return base::failure(
                u"--seconds takes a positive number, not %1."_s.arg(parser.value(u"seconds"_s)));
    }
    options.json = parser.isSet(u"json"_s);
    options.workspace = parser.value(u"workspace"_s);
    return options;
}

} // namespace

int watch(const QStringList &arguments)
{
    auto options = parse(arguments);
    if (!options)
        return usage(options.error().text);
    auto engine = app::Engine::create({options->workspace, true, false, false});
    if (!engine)
        return usage(engine.error().text);
    app::Engine &parts = **engine;
    for (const QString &notice : parts.notices())
        std::fprintf(stderr, "%s\n", qPrintable(notice));
    quitOnSignals();
    const connect::mqtt::Profile profile = options->profile;
    parts.secrets().write(profile.id, options->password, [](const auto &) {});
    if (const auto saved = parts.connections().save(profile); !saved)
        return usage(saved.error().text);
    parts.start();
    parts.connections().start(profile.id);

    WatchReport report(parts, profile.id, options->json);
    QTimer every;
    QObject::connect(&every, &QTimer::timeout, &every, [&report] { report.rates(); });
    every.start(1'000);
    if (options->seconds > 0)
        QTimer::singleShot(static_cast<int>(options->seconds * 1'000), QCoreApplication::instance(),
                           &QCoreApplication::quit);
    QCoreApplication::exec();

    const connect::SourceStatus status = parts.connections().status(profile.id);
    parts.connections().stopAll();
    parts.pipeline().drain();
    if (parts.historian())
        (void)parts.historian()->flush();
    report.all();
    std::fflush(stdout);
    if (!report.everConnected()) {
        std::fprintf(stderr, "%s\n", qPrintable(status.sentence));
        return 1;
    }
    return 0;
}

} // namespace ctl
