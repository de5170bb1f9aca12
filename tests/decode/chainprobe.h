// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/chain.h"
#include "tests/decode/probe.h"

/// Runs a whole chain and renders what came out as Probe does.
class ChainProbe
{
public:
    explicit ChainProbe(decode::Limits limits = {})
        : chain(limits)
        , m_lines(nullptr)
    {
    }

    void decode(const QByteArray &topic, const QByteArray &payload,
                const telemetry::MessageProperties *properties = nullptr)
    {
        m_topic = QByteArray(topic.constData(), topic.size());
        m_payload = payload + QByteArray(telemetry::MessageBatch::padding, '\0');
        telemetry::MessageView message;
        message.topic = {m_topic.constData(), static_cast<std::size_t>(m_topic.size())};
        message.payload = {m_payload.constData(), static_cast<std::size_t>(payload.size())};
        message.received = 1'700'000'000 * base::nsPerSecond;
        message.properties = properties;
        chain.decode(message, m_lines.out);
    }

    const decode::Output &out() const { return m_lines.out; }
    QStringList samples() const { return m_lines.samples(); }
    QStringList facts() const { return m_lines.facts(); }
    QStringList predictions() const
    {
        QStringList lines;
        for (std::size_t index = 0; index < m_lines.out.predictions.size(); ++index)
            lines.append(m_lines.prediction(index));
        return lines;
    }
    QString reason() const { return QString::fromStdString(m_lines.out.reason); }

    decode::Chain chain;

private:
    Probe m_lines;
    QByteArray m_topic;
    QByteArray m_payload;
};
