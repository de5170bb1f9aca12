// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/decode.h"
#include "app/pilothousectl/derive.h"
#include "app/pilothousectl/record.h"
#include "app/pilothousectl/replay.h"
#include "app/pilothousectl/watch.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

struct Subcommand
{
    QLatin1StringView name;
    const char *summary;
    int (*run)(const QStringList &arguments);
};

constexpr int wrongUsage = 2;

constexpr Subcommand subcommands[] = {
    {"decode"_L1, QT_TRANSLATE_NOOP("ctl", "turn payload files into samples"), ctl::decode},
    {"derive"_L1, QT_TRANSLATE_NOOP("ctl", "compute a signal of a recording by a formula"),
     ctl::derive},
    {"export"_L1, QT_TRANSLATE_NOOP("ctl", "write a recording in another format"), ctl::exportFile},
    {"import"_L1, QT_TRANSLATE_NOOP("ctl", "make a recording of a CSV, JSONL, pcap or MCAP file"),
     ctl::importFile},
    {"info"_L1, QT_TRANSLATE_NOOP("ctl", "say what is in a recording"), ctl::info},
    {"query"_L1, QT_TRANSLATE_NOOP("ctl", "print samples of a recording"), ctl::query},
    {"record"_L1, QT_TRANSLATE_NOOP("ctl", "record what a broker sends"), ctl::record},
    {"replay"_L1, QT_TRANSLATE_NOOP("ctl", "play a recording"), ctl::replay},
    {"signals"_L1, QT_TRANSLATE_NOOP("ctl", "list the signals of a recording"), ctl::signalsOf},
    {"verify"_L1, QT_TRANSLATE_NOOP("ctl", "check a recording for damage"), ctl::verify},
    {"watch"_L1, QT_TRANSLATE_NOOP("ctl", "connect to a broker and report what comes"), ctl::watch},
};

void printUsage(FILE *to)
{
    QTextStream out(to);
    out << QCoreApplication::translate(
        "ctl", "Usage: pilothousectl SUBCOMMAND [ARGUMENTS]; --help after a subcommand says more.")
        << '\n';
    for (const Subcommand &subcommand : subcommands)
        out << "  " << subcommand.name << "  "
            << QCoreApplication::translate("ctl", subcommand.summary) << '\n';
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"pilothouse"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.isEmpty()) {
        printUsage(stderr);
        return wrongUsage;
    }
    const QString name = arguments.takeFirst();
    for (const Subcommand &subcommand : subcommands) {
        if (name == subcommand.name)
            return subcommand.run(arguments);
    }
    if (name == u"--version"_s) {
        QTextStream(stdout) << "pilothousectl " << PILOTHOUSE_VERSION << '\n';
        return 0;
    }
    const bool help = name == u"--help"_s || name == u"help"_s;
    if (!help)
        QTextStream(stderr)
            << QCoreApplication::translate("ctl", "There is no subcommand %1.").arg(name) << '\n';
    printUsage(help ? stdout : stderr);
    return help ? 0 : wrongUsage;
}
