// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/derive.h"

#include "app/pilothousectl/commandline.h"

#include "models/analysis/evaluation.h"
#include "models/recording/recording.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

constexpr std::size_t mostSamples = 50'000'000; ///< of all signals together: about 1.6 GB

/// "device/signal" or "source name:device/signal": the first of that name, as it is live.
telemetry::SignalId findSignal(const recording::Recording &file, const QString &name)
{
    const telemetry::Catalogue &names = file.catalogue();
    for (const telemetry::SignalInfo &signal : names.signalsFrom(0)) {
        const telemetry::DeviceInfo device = names.device(signal.device);
        const QString full = device.name + u'/' + signal.name;
        if (full == name || names.source(device.source).name + u':' + full == name)
            return signal.id;
    }
    return telemetry::noId;
}

base::Result<std::vector<analysis::Sample>> samplesOf(const recording::Recording &file,
                                                      telemetry::SignalId signal, std::size_t most)
{
    const auto points =
        file.history().points(signal, -base::TimeNs(4e18), base::TimeNs(4e18) + 1, most + 1);
    if (!points)
        return tl::unexpected(points.error());
    if (points->size() > most)
        return base::failure(u"The signals have more than %1 samples."_s.arg(mostSamples));
    std::vector<analysis::Sample> out;
    out.reserve(points->size());
    for (const telemetry::Point &point : *points)
        out.push_back(analysis::Sample::of(point));
    return out;
}

} // namespace

int derive(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({
        {u"json"_s, u"One JSON object per line on standard output."_s},
        {u"expression"_s, u"The formula: signals as \"device/signal\" in double quotes."_s, u"E"_s},
        {u"name"_s, u"What the result is called."_s, u"N"_s},
    });
    parser.addPositionalArgument(u"FILE"_s, u"Recording, *.phrec."_s);
    bool done = false;
    if (const auto parsed = parse(
            parser, "derive", u"Computes a signal of a recording by a formula."_s, arguments, done);
        !parsed)
        return wrongUsage("derive", parsed.error().text);
    if (done)
        return 0;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage("derive", u"Name one recording."_s);
    const auto expression = analysis::Expression::parse(parser.value(u"expression"_s));
    if (!expression)
        return wrongUsage("derive", expression.error().text);
    const auto file = recording::Recording::open(parser.positionalArguments().constFirst());
    if (!file)
        return wrongUsage("derive", file.error().text);

    std::vector<std::vector<analysis::Sample>> inputs;
    QStringList units;
    std::size_t left = mostSamples;
    for (const analysis::SignalName &name : expression->signalNames()) {
        const telemetry::SignalId signal =
            name.quoted ? findSignal(**file, name.name) : telemetry::noId;
        if (signal == telemetry::noId)
            return wrongUsage(
                "derive",
                u"There is no signal \"%1\" in it; `signals` lists them."_s.arg(name.name));
        auto samples = samplesOf(**file, signal, left);
        if (!samples)
            return wrongUsage("derive", samples.error().text);
        left -= samples->size();
        inputs.push_back(std::move(*samples));
        units += (*file)->catalogue().signal(signal).unit;
    }
    const std::vector<std::span<const analysis::Sample>> spans(inputs.begin(), inputs.end());
    telemetry::TextTable &texts = (*file)->texts();
    const auto result = analysis::evaluate(
        *expression, spans, [&texts](std::string_view text) { return texts.intern(text); });
    if (!result)
        return wrongUsage("derive", result.error().text);
    const QString name = parser.value(u"name"_s);
    const QString unit = expression->resultUnit(units).unit;
    for (const analysis::Sample &sample : result->samples) {
        const bool none = sample.isText || std::isnan(sample.value);
        QJsonObject object{{u"time"_s, qint64(sample.time)},
                           {u"value"_s, none ? QJsonValue() : QJsonValue(sample.value)}};
        if (!name.isEmpty()) {
            object.insert(u"name"_s, name);
            object.insert(u"unit"_s, unit);
        }
        printLine(parser.isSet(u"json"_s), object,
                  u"%1  %2"_s.arg(timeText(sample.time),
                                  none ? u"missing"_s : QString::number(sample.value, 'g', 17)));
    }
    if (result->counts.cut > 0)
        return answerNo("derive",
                        u"A window would have held too many samples: %1 left it early."_s.arg(
                            result->counts.cut));
    return 0;
}

} // namespace ctl
