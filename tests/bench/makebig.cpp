// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recording/recorder.h"
#include "tests/bench/bigrecording.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <bit>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;
using base::TimeNs;

namespace {

constexpr TimeNs begin = 1'790'000'000 * base::nsPerSecond;

/// Rows of one kind of device: JSON members and their numbers.
struct Rows
{
    std::vector<QByteArray> names;
    std::vector<std::string> json;
    std::vector<std::vector<double>> values;
};

/// At most eight columns of numbers, as the first row has them; the first column is the time.
void readCsv(const QString &path, char separator, Rows &rows)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArrayList header = file.readLine().trimmed().split(separator);
    std::vector<qsizetype> columns;
    while (!file.atEnd()) {
        const QByteArrayList cells = file.readLine().trimmed().split(separator);
        bool ok = false;
        if (columns.empty()) {
            for (qsizetype i = 1; i < cells.size() && columns.size() < 8; ++i) {
                cells[i].toDouble(&ok);
                if (ok)
                    columns.push_back(i);
            }
        }
        std::string json;
        std::vector<double> values;
        for (const qsizetype i : columns) {
            values.push_back(cells.value(i).toDouble(&ok));
            if (!ok)
                break;
            json += ",\"" + header[i].toStdString() + "\":" + cells[i].toStdString();
        }
        if (values.size() == columns.size() && !json.empty()) {
            rows.json.push_back(std::move(json));
            rows.values.push_back(std::move(values));
        }
    }
    if (rows.names.empty()) {
        for (const qsizetype i : columns)
            rows.names.push_back(header[i]);
    }
}

std::vector<Rows> readRows()
{
    const QString shared = QStringLiteral(PILOTHOUSE_SHARED_DATA);
    std::vector<Rows> out(3);
    for (const QString &folder : {u"/skab/valve1"_s, u"/skab/other"_s, u"/skab/valve2"_s}) {
        for (const QFileInfo &file : QDir(shared + folder).entryInfoList({u"*.csv"_s}))
            readCsv(file.filePath(), ';', out[0]);
    }
    readCsv(shared + u"/edge_replay/occupancy_a.csv"_s, ',', out[1]);
    readCsv(shared + u"/nab/realKnownCause/machine_temperature_system_failure.csv"_s, ',', out[2]);
    return out;
}

struct Device
{
    const Rows *rows;
    std::string topic;
    std::string prefix;
    std::size_t at;
    std::vector<telemetry::SignalId> signalIds;
};

std::vector<Device> makeDevices(const std::vector<Rows> &kinds, telemetry::Catalogue &catalogue)
{
    std::vector<Device> out;
    const char *const names[] = {"skid", "room", "machine"};
    const int counts[] = {400, 300, 300};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        for (int i = 0; i < counts[kind]; ++i) {
            const std::string name = names[kind] + ("-" + std::to_string(1'000 + i));
            Device device{&kinds[kind],
                          "plant/line-" + std::to_string(i % 20) + "/" + name + "/telemetry",
                          "{\"device\":\"" + name + "\"",
                          static_cast<std::size_t>(i) * 37 % kinds[kind].json.size(),
                          {}};
            const auto id = catalogue.internDevice(0, name);
            for (const QByteArray &signal : kinds[kind].names)
                device.signalIds.push_back(
                    catalogue.internSignal(id, signal.toStdString(), telemetry::ValueType::Double));
            out.push_back(std::move(device));
        }
    }
    return out;
}

/// 64 bytes as a gateway's Ed25519 signature would be: no compressor gets them smaller than 64.
void appendSignature(std::mt19937_64 &random, std::string &out)
{
    static constexpr char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out += ",\"sig\":\"";
    std::uint64_t bits = 0;
    for (int i = 0; i < 86; ++i) {
        if (i % 10 == 0)
            bits = random();
        out += digits[bits & 63];
        bits >>= 6;
    }
    out += "\"}";
}

} // namespace

int makeBigRecording(const QString &path, double gigabytes)
{
    const std::vector<Rows> kinds = readRows();
    for (const Rows &rows : kinds) {
        if (rows.json.empty()) {
            std::fprintf(stderr, "the shared data sets are missing\n");
            return 1;
        }
    }
    telemetry::Catalogue catalogue;
    telemetry::TextTable texts;
    catalogue.addSource(u"big"_s, u"Plant"_s);
    std::vector<Device> devices = makeDevices(kinds, catalogue);
    recording::RecorderOptions options;
    options.path = path;
    options.title = u"Repeated rows"_s;
    options.software = u"bench_recording"_s;
    auto started = recording::Recorder::start(options);
    if (!started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().text));
        return 1;
    }
    recording::Recorder &recorder = **started;
    recorder.connection(0, {u"big"_s, u"Plant"_s, u"{}"_s});
    std::mt19937_64 random(10);
    QElapsedTimer timer;
    timer.start();
    std::string payload;
    std::vector<telemetry::Sample> samples;
    std::uint64_t raw = 0;
    const auto enough = static_cast<qint64>(gigabytes * 1e9);
    for (std::uint64_t second = 0;; ++second) {
        for (std::size_t d = 0; d < devices.size(); ++d) {
            Device &device = devices[d];
            const TimeNs time = begin + static_cast<TimeNs>(second) * base::nsPerSecond
                + static_cast<TimeNs>(d) * base::nsPerMs
                + static_cast<TimeNs>(random() % base::nsPerMs);
            const std::size_t row = device.at++ % device.rows->json.size();
            payload = device.prefix;
            payload += ",\"ts\":" + std::to_string(time / base::nsPerMs)
                + ",\"seq\":" + std::to_string(second) + device.rows->json[row];
            appendSignature(random, payload);
            telemetry::MessageView view;
            view.topic = device.topic;
            view.payload = payload;
            view.received = time;
            raw += payload.size() + device.topic.size();
            recorder.message(view);
            samples.clear();
            for (std::size_t i = 0; i < device.signalIds.size(); ++i)
                samples.push_back({device.signalIds[i], telemetry::ValueType::Double,
                                   telemetry::Quality::Good, time - time % base::nsPerMs, time,
                                   std::bit_cast<std::uint64_t>(device.rows->values[row][i])});
            recorder.samples(view, samples, catalogue, texts);
        }
        recorder.endBatch();
        if (second % 200 == 0 && QFileInfo(path).size() >= enough)
            break;
    }
    if (const auto stopped = recorder.stop(); !stopped) {
        std::fprintf(stderr, "%s\n", qPrintable(stopped.error().text));
        return 1;
    }
    const recording::RecorderStatus status = recorder.status();
    const double seconds = static_cast<double>(timer.elapsed()) / 1e3;
    std::printf("made %s: %.2f GB from %.2f GB of topics and payloads, %llu messages of %zu "
                "devices, %llu samples, %llu lost, in %.0f s (%.0f msg/s)\n",
                qPrintable(path), static_cast<double>(status.fileBytes) / 1e9,
                static_cast<double>(raw) / 1e9, static_cast<unsigned long long>(status.messages),
                devices.size(), static_cast<unsigned long long>(status.samples),
                static_cast<unsigned long long>(status.lost), seconds,
                static_cast<double>(status.messages) / seconds);
    return status.lost == 0 ? 0 : 1;
}
