// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

#include <cmath>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FleetOptions)
};

void declare(QCommandLineParser &parser)
{
    const auto add = [&parser](const QString &name, const QString &meaning,
                               const QString &value = {}, const QString &fallback = {}) {
        parser.addOption(QCommandLineOption(name, meaning, value, fallback));
    };
    parser.setApplicationDescription(Text::tr(
        "A rehearsal fleet: devices with physics and edge models that speak the real protocols.\n"
        "Faults at run time: publish "
        "{\"fault\":\"drift\",\"device\":\"pump-01\",\"after\":0,\"seconds\":120}\n"
        "or {\"clear\":\"pump-01\"} to rehearsal/fault; the answer comes on rehearsal/status."));
    parser.addHelpOption();
    parser.addVersionOption();
    add(u"url"_s, Text::tr("Broker, mqtt://HOST[:PORT]."), u"URL"_s, u"mqtt://127.0.0.1:1883"_s);
    add(u"user"_s,
        Text::tr("User name; the password comes from the environment variable "
                 "PILOTHOUSE_FLEET_PASSWORD."),
        u"NAME"_s);
    add(u"devices"_s, Text::tr("How many devices."), u"N"_s, u"40"_s);
    add(u"rate"_s, Text::tr("Messages of each device per second."), u"HZ"_s, u"1"_s);
    add(u"speed"_s,
        Text::tr("Physics and scenario run X times faster; with --csv the rows, or \"max\"."),
        u"X"_s, u"1"_s);
    add(u"seconds"_s, Text::tr("Stop after N seconds."), u"N"_s, u"0"_s);
    add(u"seed"_s, Text::tr("Seed of everything random."), u"N"_s, u"1"_s);
    add(u"scenario"_s,
        Text::tr("calm: nothing is wrong; lively: a stale model, a drifting and a stuck sensor, a "
                 "flapping link."),
        u"NAME"_s, u"lively"_s);
    add(u"fault"_s,
        Text::tr("KIND:DEVICE[:AT[:DURATION]], seconds; KIND is drift, stuck, noise, dropout, "
                 "overconfident, "
                 "flapping or anomaly; DEVICE may be *. May be given again."),
        u"FAULT"_s);
    add(u"list"_s, Text::tr("Print the devices with kind, site, protocol and model, and stop."));
    add(u"csv"_s, Text::tr("Stream the rows of this file instead."), u"FILE"_s);
    add(u"topic"_s, Text::tr("Topic of --csv."), u"TOPIC"_s, u"csv"_s);
    add(u"device-column"_s, Text::tr("Column that names the device; it is appended to the topic."),
        u"NAME"_s);
    add(u"time-column"_s, Text::tr("Column that holds the time (found by itself otherwise)."),
        u"NAME"_s);
    add(u"loop"_s, Text::tr("Start over at the end of the file, times moved on."));
    add(u"format"_s, Text::tr("json or senml."), u"NAME"_s, u"json"_s);
    add(u"now"_s, Text::tr("Stamp rows with the present instead of the file's time."));
    add(u"training-data"_s,
        Text::tr("Print training rows of pump, hvac, meter, vibration or camera as CSV, and stop."),
        u"KIND"_s);
    add(u"rows"_s, Text::tr("How many training rows."), u"N"_s, u"1000"_s);
    add(u"range"_s, Text::tr("Operating range of training rows: field or commissioning."),
        u"NAME"_s, u"field"_s);
}

base::Result<double> number(const QCommandLineParser &parser, const QString &name, double low,
                            double high)
{
    bool ok = false;
    const double value = parser.value(name).toDouble(&ok);
    if (ok && value >= low && value <= high)
        return value;
    return base::failure(Text::tr("--%1 takes a number from %2 to %3, not \"%4\".")
                             .arg(name)
                             .arg(low)
                             .arg(high)
                             .arg(parser.value(name)));
}

base::Result<> readBroker(const QCommandLineParser &parser, BrokerAddress &broker)
{
    const QUrl url(parser.value(u"url"_s), QUrl::StrictMode);
    if (url.scheme() != "mqtt"_L1 || url.host().isEmpty())
        return base::failure(
            Text::tr("--url takes mqtt://HOST[:PORT], not \"%1\".").arg(parser.value(u"url"_s)));
    broker.host = url.host().toStdString();
    broker.port = url.port(1883);
    broker.user = parser.isSet(u"user"_s) ? parser.value(u"user"_s).toStdString()
                                          : url.userName().toStdString();
    broker.password = qEnvironmentVariableIsSet("PILOTHOUSE_FLEET_PASSWORD")
        ? qgetenv("PILOTHOUSE_FLEET_PASSWORD").toStdString()
        : url.password().toStdString();
    return {};
}

base::Result<> readFleet(const QCommandLineParser &parser, FleetOptions &fleet)
{
    const auto devices = number(parser, u"devices"_s, 1, 20'000);
    const auto rate = number(parser, u"rate"_s, 0.001, 1'000);
    const auto seconds = number(parser, u"seconds"_s, 0, 1e9);
    const auto seed = number(parser, u"seed"_s, 0, 9e15);
    for (const auto *value : {&devices, &rate, &seconds, &seed}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    fleet.devices = static_cast<int>(*devices);
    fleet.rate = *rate;
    fleet.seconds = *seconds;
    fleet.seed = static_cast<std::uint64_t>(*seed);
    const QString scenario = parser.value(u"scenario"_s);
    if (scenario != "lively"_L1 && scenario != "calm"_L1)
        return base::failure(Text::tr("--scenario is calm or lively, not \"%1\".").arg(scenario));
    fleet.lively = scenario == "lively"_L1;
    for (const QString &text : parser.values(u"fault"_s)) {
        auto fault = parseFault(text);
        if (!fault)
            return tl::unexpected(fault.error());
        fleet.faults.push_back(std::move(*fault));
    }
    return {};
}

base::Result<> readCsv(const QCommandLineParser &parser, CsvOptions &csv)
{
    csv.file = parser.value(u"csv"_s);
    csv.topic = parser.value(u"topic"_s).toStdString();
    csv.deviceColumn = parser.value(u"device-column"_s);
    csv.timeColumn = parser.value(u"time-column"_s);
    csv.loop = parser.isSet(u"loop"_s);
    csv.now = parser.isSet(u"now"_s);
    const QString format = parser.value(u"format"_s);
    if (format != "json"_L1 && format != "senml"_L1)
        return base::failure(Text::tr("--format is json or senml, not \"%1\".").arg(format));
    csv.senml = format == "senml"_L1;
    if (csv.topic.empty() || csv.topic.find_first_of("#+") != std::string::npos)
        return base::failure(Text::tr("--topic takes a topic to publish to, without + and #."));
    return {};
}

base::Result<> readTraining(const QCommandLineParser &parser, TrainingOptions &training)
{
    const std::string name = parser.value(u"training-data"_s).toStdString();
    bool known = false;
    for (int kind = 0; kind < machineKinds; ++kind) {
        if (machineKindName(static_cast<MachineKind>(kind)) == name) {
            training.kind = static_cast<MachineKind>(kind);
            known = true;
        }
    }
    if (!known)
        return base::failure(
            Text::tr("--training-data takes pump, hvac, meter, vibration or camera, not \"%1\".")
                .arg(QString::fromStdString(name)));
    const auto rows = number(parser, u"rows"_s, 1, 10'000'000);
    if (!rows)
        return tl::unexpected(rows.error());
    const QString range = parser.value(u"range"_s);
    if (range != "field"_L1 && range != "commissioning"_L1)
        return base::failure(Text::tr("--range is field or commissioning, not \"%1\".").arg(range));
    training.rows = static_cast<int>(*rows);
    training.range = range == "field"_L1 ? TrainingRange::Field : TrainingRange::Commissioning;
    return {};
}

base::Result<> readSpeed(const QCommandLineParser &parser, Options &options)
{
    if (parser.value(u"speed"_s) == "max"_L1 && parser.isSet(u"csv"_s)) {
        options.csv.speed = 0;
        return {};
    }
    const auto speed = number(parser, u"speed"_s, 0.001, 10'000);
    if (!speed)
        return tl::unexpected(speed.error());
    options.fleet.speed = options.csv.speed = *speed;
    return {};
}

} // namespace

base::Result<FaultOrder> parseFault(const QString &text)
{
    const QStringList parts = text.split(u':');
    const auto kind = faultByName(parts.first().toStdString());
    FaultOrder order;
    bool ok = kind && parts.size() >= 2 && parts.size() <= 4 && !parts[1].isEmpty();
    if (ok) {
        order.kind = *kind;
        order.device = parts[1].toStdString();
    }
    if (ok && parts.size() > 2)
        order.at = parts[2].toDouble(&ok);
    if (ok && parts.size() > 3)
        order.duration = parts[3].toDouble(&ok);
    if (ok && std::isfinite(order.at) && order.at >= 0 && std::isfinite(order.duration)
        && order.duration > 0)
        return order;
    return base::failure(
        Text::tr("The fault \"%1\" is not KIND:DEVICE[:AT[:DURATION]], as in drift:pump-01:30:120.")
            .arg(text));
}

base::Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return base::failure(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return base::failure(Text::tr("\"%1\" is not an option; --help lists them.")
                                 .arg(parser.positionalArguments().first()));
    Options options;
    for (const auto &read : {readBroker(parser, options.broker), readFleet(parser, options.fleet),
                             readSpeed(parser, options)}) {
        if (!read)
            return tl::unexpected(read.error());
    }
    base::Result<> read;
    if (parser.isSet(u"training-data"_s)) {
        options.mode = Options::Mode::Training;
        options.training.seed = options.fleet.seed;
        read = readTraining(parser, options.training);
    } else if (parser.isSet(u"csv"_s)) {
        options.mode = Options::Mode::Csv;
        options.csv.seconds = options.fleet.seconds;
        read = readCsv(parser, options.csv);
    } else if (parser.isSet(u"list"_s)) {
        options.mode = Options::Mode::List;
    }
    if (!read)
        return tl::unexpected(read.error());
    return options;
}

} // namespace fleet
