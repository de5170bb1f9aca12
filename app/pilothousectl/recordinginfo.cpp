// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pilothousectl/commandline.h"
#include "app/pilothousectl/record.h"
#include "app/pilothousectl/samplejson.h"

#include "models/recording/recording.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

using recording::Recording;

struct Opened
{
    std::shared_ptr<Recording> recording;
    bool json = false;
    int exit = -1; ///< >= 0: nothing more to do
};

Opened open(QCommandLineParser &parser, const char *name, const QString &summary,
            const QStringList &arguments)
{
    Opened out;
    parser.addOption({u"json"_s, u"One JSON object per line on standard output."_s});
    parser.addPositionalArgument(u"FILE"_s, u"Recording, *.phrec."_s);
    bool done = false;
    if (const auto parsed = parse(parser, name, summary, arguments, done); !parsed) {
        out.exit = wrongUsage(name, parsed.error().text);
        return out;
    }
    if (done) {
        out.exit = 0;
        return out;
    }
    if (parser.positionalArguments().size() != 1) {
        out.exit = wrongUsage(name, u"Name one recording."_s);
        return out;
    }
    auto opened = Recording::open(parser.positionalArguments().constFirst());
    if (!opened) {
        out.exit = wrongUsage(name, opened.error().text);
        return out;
    }
    out.recording = std::move(*opened);
    out.json = parser.isSet(u"json"_s);
    return out;
}

QJsonValue timeJson(base::TimeNs time)
{
    return time == base::noTime ? QJsonValue() : QJsonValue(qint64(time));
}

/// "device/signal" or a signal name that only one device has.
base::Result<telemetry::SignalInfo> findSignal(const Recording &file, const QString &name)
{
    std::vector<telemetry::SignalInfo> matches;
    for (const telemetry::SignalInfo &signal : file.catalogue().signalsFrom(0)) {
        const QString full = file.catalogue().device(signal.device).name + u'/' + signal.name;
        if (full == name)
            return signal;
        if (signal.name == name)
            matches.push_back(signal);
    }
    if (matches.size() == 1)
        return matches.front();
    if (matches.empty())
        return base::failure(u"There is no signal %1 in it; `signals` lists them."_s.arg(name));
    return base::failure(
        u"%1 devices have a signal %2; say DEVICE/%2."_s.arg(matches.size()).arg(name));
}

QJsonValue numberJson(double value)
{
    return value == value ? QJsonValue(value) : QJsonValue();
}

QJsonValue valueJson(const telemetry::Point &point, const telemetry::TextTable &texts)
{
    using telemetry::ValueType;
    if (point.quality == telemetry::Quality::Missing)
        return {};
    switch (point.type) {
    case ValueType::Int64:
        return qint64(std::bit_cast<std::int64_t>(point.bits));
    case ValueType::UInt64:
        return point.bits <= INT64_MAX ? QJsonValue(qint64(point.bits))
                                       : QJsonValue(static_cast<double>(point.bits));
    case ValueType::Bool:
        return point.bits != 0;
    case ValueType::Text:
        return QString::fromStdString(texts.text(static_cast<telemetry::TextCode>(point.bits)));
    case ValueType::Double:
        break;
    }
    return numberJson(point.number());
}

} // namespace

int info(const QStringList &arguments)
{
    QCommandLineParser parser;
    const Opened opened = open(parser, "info", u"Says what is in a recording."_s, arguments);
    if (opened.exit >= 0)
        return opened.exit;
    const recording::RecordingInfo &facts = opened.recording->info();
    QJsonArray connections;
    for (const recording::RecordedConnection &connection : opened.recording->connections())
        connections.append(QJsonObject{{u"key"_s, connection.key}, {u"name"_s, connection.name}});
    QJsonArray markers;
    for (const recording::Marker &marker : opened.recording->markers())
        markers.append(QJsonObject{{u"time"_s, qint64(marker.time)},
                                   {u"kind"_s, int(marker.kind)},
                                   {u"text"_s, marker.text}});
    const QJsonObject object{
        {u"file"_s, facts.path},
        {u"recording"_s, facts.recording},
        {u"part"_s, facts.part},
        {u"title"_s, facts.title},
        {u"author"_s, facts.author},
        {u"software"_s, facts.software},
        {u"state"_s, facts.state},
        {u"created"_s, qint64(facts.created)},
        {u"messages"_s, qint64(facts.messages)},
        {u"first_sequence"_s, qint64(facts.firstSequence)},
        {u"start"_s, timeJson(facts.start)},
        {u"end"_s, timeJson(facts.end)},
        {u"topics"_s, qint64(opened.recording->topics().size())},
        {u"devices"_s, qint64(facts.devices)},
        {u"signals"_s, qint64(facts.signalCount)},
        {u"chunks"_s, qint64(facts.chunks)},
        {u"snapshots"_s, qint64(facts.snapshots)},
        {u"raw_bytes"_s, qint64(facts.rawBytes)},
        {u"packed_bytes"_s, qint64(facts.packedBytes)},
        {u"file_bytes"_s, qint64(facts.fileBytes)},
        {u"sha256"_s, facts.contentDigest},
        {u"connections"_s, connections},
        {u"markers"_s, markers},
    };
    const double seconds =
        facts.messages == 0 ? 0 : static_cast<double>(facts.end - facts.start) / base::nsPerSecond;
    QString words = u"%1\n  %2 messages on %3 topics, %4 devices, %5 signals\n"_s.arg(facts.title)
                        .arg(facts.messages)
                        .arg(opened.recording->topics().size())
                        .arg(facts.devices)
                        .arg(facts.signalCount);
    words += u"  %1 to %2 (%3 s)\n"_s.arg(timeText(facts.start), timeText(facts.end))
                 .arg(seconds, 0, 'f', 1);
    words += u"  %1 bytes in %2 chunks, %3 bytes before compression, %4 snapshots\n"_s
                 .arg(facts.fileBytes)
                 .arg(facts.chunks)
                 .arg(facts.rawBytes)
                 .arg(facts.snapshots);
    words +=
        u"  by %1, %2, content SHA-256 %3"_s.arg(facts.software, facts.state, facts.contentDigest);
    printLine(opened.json, object, words);
    return 0;
}

int verify(const QStringList &arguments)
{
    QCommandLineParser parser;
    const Opened opened =
        open(parser, "verify", u"Reads a whole recording and names what is damaged."_s, arguments);
    if (opened.exit >= 0)
        return opened.exit;
    const auto damages = opened.recording->verify();
    if (!damages)
        return wrongUsage("verify", damages.error().text);
    for (const recording::Damage &damage : *damages)
        printLine(opened.json,
                  {{u"damaged"_s, damage.where},
                   {u"sentence"_s, damage.sentence},
                   {u"messages"_s, qint64(damage.messages)},
                   {u"from"_s, timeJson(damage.from)},
                   {u"to"_s, timeJson(damage.to)}},
                  damage.sentence);
    const recording::RecordingInfo &facts = opened.recording->info();
    std::uint64_t missing = 0;
    for (const recording::Damage &damage : *damages)
        missing += damage.messages;
    printLine(opened.json,
              {{u"sound"_s, damages->empty()},
               {u"messages"_s, qint64(facts.messages)},
               {u"readable"_s, qint64(facts.messages - std::min(missing, facts.messages))},
               {u"sha256"_s, facts.contentDigest}},
              damages->empty()
                  ? u"Sound: %1 messages in %2 chunks."_s.arg(facts.messages).arg(facts.chunks)
                  : u"Damaged in %1 places."_s.arg(damages->size()));
    return damages->empty() ? 0 : 1;
}

int signalsOf(const QStringList &arguments)
{
    QCommandLineParser parser;
    const Opened opened =
        open(parser, "signals", u"Lists the signals of a recording."_s, arguments);
    if (opened.exit >= 0)
        return opened.exit;
    const Recording &file = *opened.recording;
    for (const telemetry::SignalInfo &signal : file.catalogue().signalsFrom(0)) {
        base::TimeNs first = base::noTime;
        base::TimeNs last = base::noTime;
        const auto there = file.history().extent(signal.id, first, last);
        const auto count = file.history().count(signal.id);
        if (!there || !count)
            return wrongUsage("signals", there ? count.error().text : there.error().text);
        if (*count == 0)
            first = last = base::noTime;
        const QString device = file.catalogue().device(signal.device).name;
        printLine(opened.json,
                  {{u"device"_s, device},
                   {u"signal"_s, signal.name},
                   {u"unit"_s, signal.unit},
                   {u"samples"_s, qint64(*count)},
                   {u"first"_s, timeJson(first)},
                   {u"last"_s, timeJson(last)}},
                  u"%1/%2 %3  %4 samples  %5 to %6"_s
                      .arg(device, signal.name,
                           signal.unit.isEmpty() ? QString() : u"[%1]"_s.arg(signal.unit))
                      .arg(*count)
                      .arg(timeText(first), timeText(last)));
    }
    return 0;
}

int query(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({
        {u"signal"_s, u"DEVICE/SIGNAL, or SIGNAL when one device has it."_s, u"S"_s},
        {u"from"_s, u"Start, UTC; without it, the first sample."_s, u"T"_s},
        {u"to"_s, u"End, not included; without it, behind the last sample."_s, u"T"_s},
        {u"points"_s, u"Minimum, maximum, first, last and count of N equal buckets."_s, u"N"_s},
    });
    const Opened opened =
        open(parser, "query", u"Prints samples or exact buckets of a signal."_s, arguments);
    if (opened.exit >= 0)
        return opened.exit;
    if (!parser.isSet(u"signal"_s))
        return wrongUsage("query", u"--signal is missing."_s);
    const Recording &file = *opened.recording;
    const auto signal = findSignal(file, parser.value(u"signal"_s));
    if (!signal)
        return wrongUsage("query", signal.error().text);
    base::TimeNs from = 0;
    base::TimeNs to = 0;
    const auto there = file.history().extent(signal->id, from, to);
    if (!there)
        return wrongUsage("query", there.error().text);
    if (!*there)
        return 0;
    ++to;
    for (const auto &[name, out] : {std::pair{u"from"_s, &from}, std::pair{u"to"_s, &to}}) {
        if (!parser.isSet(name))
            continue;
        const auto time = timeFrom(parser.value(name));
        if (!time)
            return wrongUsage("query", time.error().text);
        *out = *time;
    }
    if (from >= to)
        return wrongUsage("query", u"--from must be before --to."_s);
    const QString device = file.catalogue().device(signal->device).name;
    if (parser.isSet(u"points"_s)) {
        bool ok = false;
        const int buckets = parser.value(u"points"_s).toInt(&ok);
        if (!ok || buckets < 1 || buckets > 10'000'000)
            return wrongUsage("query", u"--points takes 1 to 10,000,000."_s);
        std::vector<telemetry::Column> columns(static_cast<std::size_t>(buckets));
        const telemetry::ColumnGrid grid{from, to, buckets};
        if (const auto read = file.history().columns(signal->id, grid, columns); !read)
            return wrongUsage("query", read.error().text);
        for (int i = 0; i < buckets; ++i) {
            const telemetry::Column &column = columns[static_cast<std::size_t>(i)];
            if (column.count == 0)
                continue;
            const base::TimeNs start = grid.edge(i);
            const base::TimeNs end = grid.edge(i + 1);
            printLine(opened.json,
                      {{u"time"_s, qint64(start)},
                       {u"end"_s, qint64(end)},
                       {u"count"_s, qint64(column.count)},
                       {u"min"_s, numberJson(column.min)},
                       {u"max"_s, numberJson(column.max)},
                       {u"first"_s, numberJson(column.first)},
                       {u"last"_s, numberJson(column.last)}},
                      u"%1  %2  %3 .. %4  (%5)"_s.arg(timeText(start))
                          .arg(column.first)
                          .arg(column.min)
                          .arg(column.max)
                          .arg(column.count));
        }
        return 0;
    }
    constexpr std::size_t batch = 100'000;
    for (;;) {
        const auto points = file.history().points(signal->id, from, to, batch);
        if (!points)
            return wrongUsage("query", points.error().text);
        std::size_t use = points->size();
        // Samples of one time stay together: the last ones may go on behind the limit.
        if (use == batch && points->front().time != points->back().time) {
            while (use > 0 && (*points)[use - 1].time == points->back().time)
                --use;
        }
        for (std::size_t i = 0; i < use; ++i) {
            const telemetry::Point &point = (*points)[i];
            const QJsonValue value = valueJson(point, file.texts());
            printLine(opened.json,
                      {{u"time"_s, qint64(point.time)},
                       {u"received"_s, qint64(point.received)},
                       {u"value"_s, value},
                       {u"quality"_s,
                        QString::fromLatin1(
                            telemetry::qualityName(point.quality).data(),
                            static_cast<qsizetype>(telemetry::qualityName(point.quality).size()))}},
                      u"%1  %2"_s.arg(timeText(point.time), value.toVariant().toString()));
        }
        if (points->size() < batch)
            return 0;
        from = (*points)[use - 1].time + 1;
    }
}

} // namespace ctl
