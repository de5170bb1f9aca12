// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothouse/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(app::Options)
};

base::Result<QList<QSize>> readSizes(const QString &text)
{
    QList<QSize> out;
    for (const QString &one : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList sides = one.split(u'x');
        const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
        if (sides.size() != 2 || size.width() < 640 || size.height() < 400 || size.width() > 16'000
            || size.height() > 16'000)
            return base::failure(Words::tr("The size \"%1\" is not WIDTHxHEIGHT of at least "
                                           "640x400, for example 1920x1080.")
                                     .arg(one));
        out.append(size);
    }
    return out;
}

base::Result<QStringList> readThemes(const QString &text)
{
    const QStringList themes = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &theme : themes) {
        if (!QStringList{u"system"_s, u"light"_s, u"dark"_s, u"contrast"_s}.contains(theme))
            return base::failure(
                Words::tr("There is no theme \"%1\"; choose system, light, dark or contrast.")
                    .arg(theme));
    }
    return themes;
}

} // namespace

base::Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Pilothouse, an operations console for fleets of devices that think."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(
        u"workspace"_s, Words::tr("Keep settings, connections and history in this folder."),
        u"folder"_s);
    const QCommandLineOption connect(u"connect"_s,
                                     Words::tr("Connect to this broker, for this run only."),
                                     u"mqtt://host:port"_s);
    const QCommandLineOption rebirth(
        u"allow-rebirth"_s,
        Words::tr("The connection of --connect may ask Sparkplug edge nodes for their births."));
    const QCommandLineOption theme(
        u"theme"_s,
        Words::tr("system, light, dark or contrast; a tour takes several, with commas."),
        u"theme"_s);
    const QCommandLineOption size(
        u"size"_s, Words::tr("Size of the window; a tour takes several, with commas."), u"WxH"_s);
    const QCommandLineOption page(u"page"_s, Words::tr("Open this page."), u"key"_s);
    const QCommandLineOption tour(
        u"tour"_s,
        Words::tr("Visit every page, save one picture of each into this folder, and end. Without "
                  "--connect the rehearsal fleet is started for it."),
        u"folder"_s);
    const QCommandLineOption seconds(u"tour-seconds"_s,
                                     Words::tr("Gather data for so long before the first picture."),
                                     u"seconds"_s, u"12"_s);
    const QCommandLineOption report(
        u"startup-report"_s, Words::tr("Print how long it took until the window was painted."));
    const QCommandLineOption mirrored(u"right-to-left"_s,
                                      Words::tr("Mirror the layout, as for Arabic."));
    parser.addOptions(
        {workspace, connect, rebirth, theme, size, page, tour, seconds, report, mirrored});
    if (!parser.parse(arguments))
        return base::failure(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return base::failure(Words::tr("\"%1\" is not an option; see --help.")
                                 .arg(parser.positionalArguments().first()));

    Options out;
    out.workspace = parser.value(workspace);
    out.connectUrl = parser.value(connect);
    out.allowRebirth = parser.isSet(rebirth);
    out.page = parser.value(page);
    out.tourFolder = parser.value(tour);
    out.startupReport = parser.isSet(report);
    out.rightToLeft = parser.isSet(mirrored);
    bool isNumber = false;
    out.tourSeconds = parser.value(seconds).toDouble(&isNumber);
    if (!isNumber || out.tourSeconds < 0 || out.tourSeconds > 3600)
        return base::failure(Words::tr("--tour-seconds takes a number from 0 to 3600."));
    const auto themes = readThemes(parser.value(theme));
    if (!themes)
        return tl::unexpected(themes.error());
    const auto sizes = readSizes(parser.value(size));
    if (!sizes)
        return tl::unexpected(sizes.error());
    out.themes = *themes;
    out.sizes = *sizes;
    return out;
}

} // namespace app
