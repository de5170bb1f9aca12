// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/decode.h"

#include "app/pilothousectl/samplejson.h"
#include "models/base/result.h"
#include "models/decode/chain.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

constexpr int done = 0;
constexpr int refused = 1;
constexpr int wrongUsage = 2;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ctl::decode)
};

int usageError(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
    return wrongUsage;
}

base::Result<> setLimit(decode::Limits &limits, const QString &assignment)
{
    const struct
    {
        QLatin1StringView name;
        std::size_t *value;
    } names[] = {
        {"maxPayloadBytes"_L1, &limits.maxPayloadBytes},
        {"maxSignals"_L1, &limits.maxSignals},
        {"maxSamples"_L1, &limits.maxSamples},
        {"maxNameBytes"_L1, &limits.maxNameBytes},
        {"maxTextBytes"_L1, &limits.maxTextBytes},
        {"maxInflatedBytes"_L1, &limits.maxInflatedBytes},
    };
    const QString name = assignment.section(u'=', 0, 0);
    bool numeric = false;
    const qulonglong number = assignment.section(u'=', 1).toULongLong(&numeric);
    constexpr qulonglong largest = 1u << 30;
    if (!numeric || number == 0 || number > largest)
        return base::failure(Tr::tr("--limits %1: the value must be a whole number from 1 to %2.")
                                 .arg(assignment)
                                 .arg(largest));
    if (name == u"maxNesting"_s) {
        limits.maxNesting = static_cast<int>(std::min<qulonglong>(number, 256));
        return {};
    }
    for (const auto &known : names) {
        if (name == known.name) {
            *known.value = number;
            return {};
        }
    }
    return base::failure(Tr::tr("--limits %1: there is no limit of that name.").arg(assignment));
}

base::Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    const bool open =
        path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return base::failure(Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                             base::ErrorCode::Io);
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return base::failure(Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                             base::ErrorCode::Io);
    return bytes;
}

/// Decodes one file and prints what came of it; true when it was decoded.
bool decodeOne(decode::Chain &chain, const QByteArray &topic, QByteArray payload,
               const QString &path)
{
    const auto size = static_cast<std::size_t>(payload.size());
    payload.append(static_cast<qsizetype>(telemetry::MessageBatch::padding), '\0');
    decode::Output out;
    telemetry::MessageView message;
    message.topic = {topic.constData(), static_cast<std::size_t>(topic.size())};
    message.payload = {payload.constData(), size};
    message.received = base::SystemClock::instance().now();
    chain.decode(message, out);
    for (std::size_t index = 0; index < out.samples.size(); ++index)
        std::fprintf(stdout, "%s\n", sampleJson(out, index).c_str());
    std::fflush(stdout);
    const bool decoded = out.outcome == decode::Outcome::Decoded;
    if (!decoded || !out.reason.empty())
        QTextStream(stderr) << path << ": " << QString::fromStdString(out.reason) << '\n';
    return decoded;
}

int decodeFiles(const QCommandLineParser &parser, decode::Chain &chain)
{
    int result = done;
    const QByteArray topic = parser.value(u"topic"_s).toUtf8();
    for (const QString &path : parser.positionalArguments()) {
        auto payload = readWhole(path);
        if (!payload)
            return usageError(payload.error().text);
        if (!decodeOne(chain, topic, std::move(*payload), path))
            result = refused;
    }
    return result;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Tr::tr("Turns payload files into samples, one JSON object per line."));
    parser.addOption({u"topic"_s, Tr::tr("Topic of the messages."), u"T"_s});
    parser.addOption({u"decoder"_s, Tr::tr("Use this decoder only."), u"NAME"_s});
    parser.addOption({u"limits"_s, Tr::tr("Set a limit, maxSamples=100 for example."), u"k=v"_s});
    parser.addOption({u"json"_s, Tr::tr("JSON output, which is the only kind here.")});
    parser.addOption({{u"h"_s, u"help"_s}, Tr::tr("Show this help.")});
    parser.addPositionalArgument(
        u"FILE"_s, Tr::tr("Payload files in order of arrival; - is standard input."), u"FILE..."_s);
}

} // namespace

int decode(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QStringList(u"pilothousectl decode"_s) + arguments))
        return usageError(parser.errorText());
    if (parser.isSet(u"help"_s)) {
        QTextStream(stdout) << parser.helpText();
        return done;
    }
    if (parser.value(u"topic"_s).isEmpty() || parser.positionalArguments().isEmpty())
        return usageError(Tr::tr("decode needs --topic and at least one FILE."));
    decode::Limits limits;
    for (const QString &assignment : parser.values(u"limits"_s)) {
        if (const auto set = setLimit(limits, assignment); !set)
            return usageError(set.error().text);
    }
    decode::Chain chain(limits);
    if (parser.isSet(u"decoder"_s)) {
        const auto mapping =
            decode::Mapping::fromJson({{u"topicFilter"_s, parser.value(u"topic"_s)},
                                       {u"decoder"_s, parser.value(u"decoder"_s)}});
        if (!mapping)
            return usageError(Tr::tr("There is no decoder %1.").arg(parser.value(u"decoder"_s)));
        chain.setMappings({*mapping});
    }
    return decodeFiles(parser, chain);
}

} // namespace ctl
