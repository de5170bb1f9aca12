// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/commandline.h"
#include "app/pilothousectl/replay.h"
#include "models/interchange/mcap.h"
#include "models/replay/foreignfile.h"
#include "models/replay/importjob.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

using replay::ForeignFormat;

base::Result<ForeignFormat> formatNamed(const QString &name)
{
    if (name.isEmpty())
        return ForeignFormat::Guess;
    if (name == "csv"_L1 || name == "tsv"_L1)
        return ForeignFormat::Csv;
    if (name == "jsonl"_L1)
        return ForeignFormat::JsonLines;
    if (name == "pcap"_L1 || name == "pcapng"_L1)
        return ForeignFormat::Capture;
    if (name == "mcap"_L1)
        return ForeignFormat::Mcap;
    return base::failure(u"--as takes csv, jsonl, pcap or mcap, not %1."_s.arg(name));
}

/// Percent on standard error where that is a terminal.
class Meter
{
public:
    bool operator()(double done)
    {
        const int percent = static_cast<int>(done * 100);
        if (percent != m_percent && percent >= 0 && percent <= 100 && ::isatty(2) != 0)
            std::fprintf(stderr, "\r%d %%", m_percent = percent);
        return true;
    }
    ~Meter()
    {
        if (m_percent >= 0)
            std::fprintf(stderr, "\n");
    }

private:
    int m_percent = -1;
};

} // namespace

int importFile(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"FILE"_s, u"File to read."_s);
    parser.addOptions({
        {u"out"_s, u"Recording to write, *.phrec; must not exist."_s, u"FILE"_s},
        {u"as"_s, u"csv, jsonl, pcap or mcap; without it, guessed."_s, u"FORMAT"_s},
        {u"title"_s, u"Title of the recording."_s, u"TEXT"_s},
        {u"missing"_s, u"A value that means \"no value\" in a table; may be repeated."_s,
         u"TEXT"_s},
        {u"json"_s, u"The result as JSON on standard output."_s},
    });
    bool done = false;
    if (const auto parsed = parse(
            parser, "import", u"Makes a recording of a file of another format."_s, arguments, done);
        !parsed)
        return wrongUsage("import", parsed.error().text);
    if (done)
        return 0;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"out"_s))
        return wrongUsage("import", u"Name one file and --out FILE.phrec."_s);
    const QString path = parser.positionalArguments().constFirst();
    auto format = formatNamed(parser.value(u"as"_s));
    if (!format)
        return wrongUsage("import", format.error().text);
    if (!QFileInfo(path).isFile())
        return wrongUsage("import", u"There is no file %1."_s.arg(path));
    if (*format == ForeignFormat::Guess)
        format = replay::formatOf(path);
    interchange::CsvPlan plan;
    if (*format == ForeignFormat::Csv) {
        const auto guess = interchange::guessCsv(path);
        if (!guess)
            return wrongUsage("import", guess.error().text);
        plan = guess->plan;
        plan.missing += parser.values(u"missing"_s);
        for (const interchange::CsvReason &reason : guess->reasons) {
            if (reason.confidence < 0.7)
                std::fprintf(stderr, "%s\n", qPrintable(reason.sentence));
        }
    }
    auto reader = replay::openForeign(path, *format, &plan);
    if (!reader)
        return wrongUsage("import", reader.error().text);
    recording::RecorderOptions options;
    options.path = parser.value(u"out"_s);
    options.title =
        parser.isSet(u"title"_s) ? parser.value(u"title"_s) : QFileInfo(path).completeBaseName();
    options.author = qEnvironmentVariable("USER");
    options.software = u"Pilothouse " PILOTHOUSE_VERSION ""_s;
    Meter meter;
    const auto result =
        replay::importRecording(**reader, options, [&](double d) { return meter(d); });
    if (!result)
        return wrongUsage("import", result.error().text);
    for (const QString &notice : result->notices)
        std::fprintf(stderr, "%s\n", qPrintable(notice));
    printLine(parser.isSet(u"json"_s),
              {{u"file"_s, options.path},
               {u"messages"_s, qint64(result->messages)},
               {u"samples"_s, qint64(result->samples)},
               {u"undecodable"_s, qint64(result->undecodable)},
               {u"notices"_s, QJsonArray::fromStringList(result->notices)}},
              u"%1: %2 messages, %3 samples"_s.arg(options.path)
                  .arg(result->messages)
                  .arg(result->samples));
    return 0;
}

int exportFile(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"FILE"_s, u"Recording, *.phrec."_s);
    parser.addOptions({
        {u"out"_s, u"File to write."_s, u"FILE"_s},
        {u"as"_s,
         u"csv (a row per sample), csv-wide (a column per signal), jsonl (messages), jsonl-samples "
         u"or "
         "mcap."_s,
         u"FORMAT"_s},
        {u"signal"_s, u"Only this signal, DEVICE/SIGNAL or SIGNAL; may be repeated."_s, u"S"_s},
        {u"from"_s, u"Start, UTC."_s, u"T"_s},
        {u"to"_s, u"End, not included."_s, u"T"_s},
        {u"json"_s, u"The result as JSON on standard output."_s},
    });
    bool done = false;
    if (const auto parsed =
            parse(parser, "export", u"Writes a recording in another format."_s, arguments, done);
        !parsed)
        return wrongUsage("export", parsed.error().text);
    if (done)
        return 0;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"out"_s)
        || !parser.isSet(u"as"_s))
        return wrongUsage("export", u"Name one recording, --as FORMAT and --out FILE."_s);
    auto opened = recording::Recording::open(parser.positionalArguments().constFirst());
    if (!opened)
        return wrongUsage("export", opened.error().text);
    const std::shared_ptr<const recording::Recording> file = *opened;
    replay::ExportWindow window;
    for (const auto &[name, out] :
         {std::pair{u"from"_s, &window.from}, std::pair{u"to"_s, &window.to}}) {
        if (!parser.isSet(name))
            continue;
        const auto time = timeFrom(parser.value(name));
        if (!time)
            return wrongUsage("export", time.error().text);
        *out = *time;
    }
    for (const QString &name : parser.values(u"signal"_s)) {
        bool found = false;
        for (const telemetry::SignalInfo &signal : file->catalogue().signalsFrom(0)) {
            const QString full = file->catalogue().device(signal.device).name + u'/' + signal.name;
            if (full != name && signal.name != name)
                continue;
            window.signalIds.push_back(signal.id);
            found = true;
        }
        if (!found)
            return wrongUsage("export", u"There is no signal %1 in it."_s.arg(name));
    }
    const QString as = parser.value(u"as"_s);
    const QString out = parser.value(u"out"_s);
    Meter meter;
    const auto progress = [&](std::uint64_t part, std::uint64_t total) {
        return meter(total == 0 ? 0 : static_cast<double>(part) / static_cast<double>(total));
    };
    base::Result<std::uint64_t> result = std::uint64_t(0);
    QStringList notices;
    if (as == "jsonl"_L1 || as == "mcap"_L1) {
        if (!window.signalIds.empty())
            return wrongUsage("export",
                              u"--signal is for samples: csv, csv-wide, jsonl-samples."_s);
        auto writer =
            as == "mcap"_L1 ? interchange::createMcap(out) : interchange::createJsonLines(out);
        if (!writer)
            return wrongUsage("export", writer.error().text);
        const auto reader = replay::messagesOf(file, window);
        result = interchange::copyMessages(*reader, **writer, progress);
        notices = reader->notices() + (*writer)->notices();
    } else {
        base::Result<std::unique_ptr<interchange::SampleWriter>> writer = base::failure(
            u"--as takes csv, csv-wide, jsonl, jsonl-samples or mcap, not %1."_s.arg(as));
        if (as == "csv"_L1)
            writer = interchange::createCsvLong(out);
        else if (as == "jsonl-samples"_L1)
            writer = interchange::createJsonLinesSamples(out);
        else if (as == "csv-wide"_L1) {
            std::vector<interchange::WideColumn> columns;
            for (const telemetry::SignalInfo &signal : file->catalogue().signalsFrom(0)) {
                const auto same = [&](const interchange::WideColumn &column) {
                    return column.signal == signal.name.toStdString();
                };
                const bool wanted = window.signalIds.empty()
                    || std::find(window.signalIds.begin(), window.signalIds.end(), signal.id)
                        != window.signalIds.end();
                if (wanted && std::none_of(columns.begin(), columns.end(), same))
                    columns.push_back({signal.name.toStdString(), signal.unit.toStdString()});
            }
            writer = interchange::createCsvWide(out, std::move(columns));
        }
        if (!writer)
            return wrongUsage("export", writer.error().text);
        result = replay::copySamples(*file, window, as != "csv"_L1, **writer, progress);
        notices = (*writer)->notices();
    }
    if (!result)
        return wrongUsage("export", result.error().text);
    for (const QString &notice : notices)
        std::fprintf(stderr, "%s\n", qPrintable(notice));
    printLine(parser.isSet(u"json"_s), {{u"file"_s, out}, {u"written"_s, qint64(*result)}},
              u"%1: %2 written"_s.arg(out).arg(*result));
    return notices.isEmpty() ? 0 : 1;
}

} // namespace ctl
