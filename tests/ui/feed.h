// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/settings.h"
#include "models/ingest/pipeline.h"
#include "ui/widgets/console.h"

#include <QString>

#include <cmath>
#include <memory>

namespace tests {

/// A real pipeline on a clock that stands where the test puts it, fed through its inlet: what a
/// page sees is what a broker would give.
class Feed
{
public:
    static constexpr base::TimeNs start = 1'760'000'000 * base::nsPerSecond;

    explicit Feed(store::Historian *historian = nullptr)
        : clock(start)
    {
        ingest::PipelineOptions options;
        options.clock = &clock;
        pipeline = std::make_unique<ingest::Pipeline>(options, historian);
        intake = pipeline->addSource(QStringLiteral("plant"), QStringLiteral("Plant broker"));
        pipeline->start();
        console.pipeline = pipeline.get();
        console.historian = historian;
        console.settings = &settings;
    }

    void send(const QString &topic, const QByteArray &payload, bool retain = false)
    {
        const QByteArray name = topic.toUtf8();
        telemetry::MessageView message;
        message.topic = {name.constData(), static_cast<std::size_t>(name.size())};
        message.payload = {payload.constData(), static_cast<std::size_t>(payload.size())};
        message.received = clock.now();
        message.source = intake.id;
        message.retain = retain;
        intake.inlet->push(message);
    }

    /// One answer of a model on a device, with two signals beside it.
    void answer(const QString &device, double confidence,
                const QString &model = QStringLiteral("pump-wear"))
    {
        const double t = static_cast<double>((clock.now() - start) / base::nsPerSecond);
        send(QStringLiteral("works/%1/telemetry").arg(device),
             QStringLiteral(R"({"pressure": %1, "flow": %2, "temperature": %3})")
                 .arg(3.3 + 0.2 * std::sin(t / 40))
                 .arg(41 + 2 * std::sin(t / 70))
                 .arg(62.1 + std::sin(t / 300))
                 .toUtf8());
        send(QStringLiteral("works/%1/inference").arg(device),
             QStringLiteral(
                 R"({"model": "%1", "version": "v4", "label": "normal", "confidence": %2})")
                 .arg(model)
                 .arg(confidence)
                 .toUtf8());
    }

    void drain() { pipeline->drain(); }

    base::ManualClock clock;
    base::Settings settings;
    std::unique_ptr<ingest::Pipeline> pipeline;
    ingest::Pipeline::Intake intake;
    ui::Console console;
};

} // namespace tests
