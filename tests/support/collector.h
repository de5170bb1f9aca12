// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/message.h"

#include <QByteArray>
#include <QVector>

#include <memory>

namespace support {

/// Everything that was pushed into an inlet, taken out when asked. One thread.
class Collector final
{
public:
    struct Message
    {
        QByteArray topic;
        QByteArray payload;
        int qos = 0;
        bool retain = false;
        bool duplicate = false;
        std::shared_ptr<telemetry::MessageProperties> properties;
    };
    struct Event
    {
        telemetry::SourceEvent::Kind kind{};
        QByteArray text;
        qsizetype beforeMessage = 0;
    };

    explicit Collector(
        std::shared_ptr<telemetry::Inlet> inlet = std::make_shared<telemetry::Inlet>())
        : inlet(std::move(inlet))
    {
    }

    const std::shared_ptr<telemetry::Inlet> inlet;
    QVector<Message> messages;
    QVector<Event> events;

    /// Takes what waits; true when there was something.
    bool poll();
    /// How many messages of that topic came (after poll()).
    qsizetype count(const QByteArray &topic);
    qsizetype size()
    {
        poll();
        return messages.size();
    }

private:
    telemetry::MessageBatch m_batch;
};

} // namespace support
