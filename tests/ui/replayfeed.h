// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/engine.h"
#include "models/telemetry/message.h"
#include "ui/widgets/console.h"
#include "ui/widgets/taskcentre.h"

#include <QTemporaryDir>

namespace tests {

/// A whole engine with a workspace, fed through an inlet as a broker would feed it.
class Bench
{
public:
    static constexpr base::TimeNs start = 1'760'000'000 * base::nsPerSecond;

    Bench()
    {
        auto made = app::Engine::create({.workspace = folder.path(), .autoConnect = false});
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        engine = std::move(*made);
        intake =
            engine->pipeline().addSource(QStringLiteral("plant"), QStringLiteral("Plant broker"));
        engine->start();
        console = {&engine->pipeline(), engine->historian(), &engine->connections(),
                   &engine->secrets(),  &engine->settings(), &tasks};
        console.recordings = &engine->recordings();
    }

    void send(const QString &topic, const QByteArray &payload, base::TimeNs at, bool retain = false)
    {
        const QByteArray name = topic.toUtf8();
        telemetry::MessageView message;
        message.topic = {name.constData(), static_cast<std::size_t>(name.size())};
        message.payload = {payload.constData(), static_cast<std::size_t>(payload.size())};
        message.received = at;
        message.source = intake.id;
        message.retain = retain;
        intake.inlet->push(message);
    }

    /// One message a second of one device: pressure 0, 1, 2, ... bar.
    void ramp(const QString &device, int count, base::TimeNs from = start)
    {
        for (int i = 0; i < count; ++i)
            send(QStringLiteral("works/%1/telemetry").arg(device),
                 QStringLiteral(R"({"pressure": %1})").arg(i).toUtf8(),
                 from + i * base::nsPerSecond);
        engine->pipeline().drain();
    }

    QTemporaryDir folder;
    ui::TaskCentre tasks;
    std::unique_ptr<app::Engine> engine;
    ingest::Pipeline::Intake intake;
    ui::Console console;
};

} // namespace tests
