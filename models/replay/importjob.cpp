// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay/importjob.h"

#include "models/replay/recordedmappings.h"
#include "models/replay/recordertap.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace replay {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(replay::Import)
};

constexpr std::uint64_t lookEvery = 4'096; ///< messages

} // namespace

base::Result<ImportResult> importRecording(interchange::MessageReader &reader,
                                           const recording::RecorderOptions &options,
                                           const JobProgress &progress)
{
    auto recorder = recording::Recorder::start(options);
    if (!recorder)
        return tl::unexpected(recorder.error());
    base::ManualClock clock;
    ingest::PipelineOptions pipelineOptions;
    pipelineOptions.streamClock = &clock;
    pipelineOptions.inletBytes = 8u << 20;
    ingest::Pipeline pipeline(pipelineOptions, nullptr);
    RecorderTap tap(**recorder, pipeline);
    pipeline.addTap(&tap);
    pipeline.start();

    std::vector<ingest::Pipeline::Intake> intakes;
    const auto know = [&](std::size_t origin) {
        const auto origins = reader.origins();
        while (intakes.size() <= origin && intakes.size() < origins.size()) {
            const interchange::MessageReader::Origin &from = origins[intakes.size()];
            const recording::RecordedConnection connection{
                QString::fromStdString(from.key), QString::fromStdString(from.name),
                detailsWith(QString::fromStdString(from.mappingsJson))};
            const auto intake = pipeline.addSource(connection.key, connection.name);
            pipeline.setMappings(intake.id, mappingsOf(connection));
            pipeline.between([&] { tap.describe(intake.id, connection); });
            intakes.push_back(intake);
        }
        return origin < intakes.size();
    };

    ImportResult result;
    base::Result<> outcome;
    telemetry::MessageView message;
    for (;;) {
        const auto read = reader.next(message);
        if (!read)
            outcome = tl::unexpected(read.error());
        if (!read || !*read)
            break;
        if (!know(message.source))
            continue;
        message.source = intakes[message.source].id;
        if (!intakes.front().inlet->push(message)) {
            outcome = base::failure(Words::tr("The import stood still and was given up."),
                                    base::ErrorCode::Internal);
            break;
        }
        if (++result.messages % lookEvery != 0)
            continue;
        const std::uint64_t total = reader.bytesTotal();
        const double done =
            total == 0 ? -1 : static_cast<double>(reader.bytesRead()) / static_cast<double>(total);
        if (progress && !progress(done)) {
            outcome = base::failure(Words::tr("The import was cancelled; nothing was kept."),
                                    base::ErrorCode::Cancelled);
            break;
        }
    }
    pipeline.drain();
    pipeline.stop(); // what still waited goes through the tap, too
    pipeline.removeTap(&tap);
    result.undecodable = pipeline.totals().undecodable;
    result.samples = (*recorder)->status().samples;
    result.notices = reader.notices();
    const auto stopped = (*recorder)->stop();
    if (outcome && !stopped)
        outcome = stopped;
    if (outcome && result.messages == 0)
        outcome = base::failure(
            Words::tr("There is no message in it to import.")
            + (result.notices.isEmpty() ? QString() : u' ' + result.notices.join(u' ')));
    if (!outcome) {
        recorder->reset();
        QFile::remove(options.path);
        return tl::unexpected(outcome.error());
    }
    return result;
}

} // namespace replay
