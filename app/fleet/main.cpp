// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/csvstream.h"
#include "app/fleet/fleet.h"
#include "app/fleet/wallclock.h"

#include <QCoreApplication>
#include <QTextStream>

#include <malloc.h>

using namespace Qt::StringLiterals;

namespace {

int fail(const base::Error &error)
{
    QTextStream(stderr) << "pilothouse-fleet: " << error.text << Qt::endl;
    return 2;
}

int list(const fleet::Roster &roster)
{
    for (const auto &group : roster.groups) {
        for (const std::size_t index : group.devices) {
            const fleet::Device &device = *roster.devices[index];
            std::printf("%-14s %-14s %-16s %s %s\n", device.name().c_str(), device.site().c_str(),
                        fleet::dialectName(group.dialect).data(), device.model().name().c_str(),
                        device.model().version().c_str());
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    fleet::monotonicSeconds();
    mallopt(M_ARENA_MAX, 1);
    inference::Model::setThreads(1);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"pilothouse-fleet"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    auto options = fleet::parseOptions(QCoreApplication::arguments());
    if (!options)
        return fail(options.error());
    if (options->mode == fleet::Options::Mode::Training) {
        const auto &t = options->training;
        fleet::writeTrainingData(t.kind, t.rows, t.seed, t.range, stdout);
        return 0;
    }
    if (options->mode == fleet::Options::Mode::Csv) {
        const auto done = fleet::streamCsv(options->broker, options->csv);
        return done ? 0 : fail(done.error());
    }
    auto roster = fleet::makeRoster(options->fleet);
    if (!roster)
        return fail(roster.error());
    if (options->mode == fleet::Options::Mode::List)
        return list(*roster);
    fleet::Poller::raiseDescriptorLimit();
    fleet::Fleet(options->broker, options->fleet, std::move(*roster)).run();
    return 0;
}
