// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A small real recording with bytes altered as the input says (six bytes each: where, what), or cut
// off: it opens or is refused in a sentence, and reading, seeking and checking it end.

#include "models/recording/recorder.h"
#include "models/recording/recording.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

QByteArray make(const QString &path)
{
    {
        recording::RecorderOptions options;
        options.path = path;
        auto recorder = recording::Recorder::start(options);
        if (!recorder)
            std::abort();
        telemetry::Catalogue catalogue;
        telemetry::TextTable texts;
        catalogue.addSource(u"c"_s, u"C"_s);
        const auto signal = catalogue.internSignal(catalogue.internDevice(0, "d"), "s",
                                                   telemetry::ValueType::Int64);
        (*recorder)->connection(0, {u"c"_s, u"C"_s, u"{}"_s});
        for (int i = 0; i < 6'000; ++i) {
            const std::string payload = "{\"v\":" + std::to_string(i) + "}";
            telemetry::MessageView view;
            view.topic = i % 2 ? "a" : "b/c";
            view.payload = payload;
            view.received = i * base::nsPerMs;
            (*recorder)->message(view);
            const telemetry::Sample sample{signal,
                                           telemetry::ValueType::Int64,
                                           telemetry::Quality::Good,
                                           view.received,
                                           view.received,
                                           static_cast<std::uint64_t>(i)};
            (*recorder)->samples(view, std::span(&sample, 1), catalogue, texts);
            if (i % 2'000 == 0)
                (*recorder)->endBatch();
        }
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz_recording";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv);
    static const QTemporaryDir folder(u"/dev/shm/fuzz-XXXXXX"_s);
    static const QByteArray whole = make(folder.filePath(u"whole.phrec"_s));
    QByteArray bytes = whole;
    if (size > 0 && data[0] % 8 == 0 && size >= 4)
        bytes.truncate((data[1] | data[2] << 8 | data[3] << 16) % bytes.size());
    for (std::size_t at = 1; at + 6 <= size && !bytes.isEmpty(); at += 6) {
        std::uint32_t place = 0;
        std::memcpy(&place, data + at, 4);
        const auto index = static_cast<qsizetype>(place % static_cast<std::uint32_t>(bytes.size()));
        bytes[index] = static_cast<char>(data[at + 4]);
        if (index + 1 < bytes.size())
            bytes[index + 1] = static_cast<char>(bytes[index + 1] ^ data[at + 5]);
    }
    const QString path = folder.filePath(u"damaged.phrec"_s);
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            std::abort();
        file.write(bytes);
    }
    const auto file = recording::Recording::open(path);
    if (!file) {
        if (file.error().text.isEmpty())
            std::abort();
        return 0;
    }
    recording::Cursor cursor(*file);
    recording::RecordedMessage message;
    std::uint64_t last = 0;
    for (std::uint64_t n = 0; cursor.next(message); ++n) {
        if (n > 0 && message.sequence <= last)
            std::abort();
        last = message.sequence;
    }
    while (cursor.previous(message)) { }
    recording::State state;
    std::uint64_t at = 0;
    (*file)->snapshotBefore(5'000, state, at);
    (*file)->sequenceAt((*file)->info().start + 7);
    (*file)->markers();
    (*file)->verify();
    return 0;
}
