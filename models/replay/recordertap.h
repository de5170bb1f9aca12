// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/pipeline.h"
#include "models/recording/recorder.h"

#include <vector>

namespace replay {

/// Feeds a recorder from the pipeline. Ingest thread.
class RecorderTap final : public ingest::Tap
{
public:
    RecorderTap(recording::Recorder &recorder, ingest::Pipeline &pipeline)
        : m_recorder(recorder)
        , m_pipeline(pipeline)
    {
    }

    void message(const telemetry::MessageView &message) override
    {
        know(message.source);
        m_recorder.message(message);
    }
    void samples(const telemetry::MessageView &of,
                 std::span<const telemetry::Sample> samples) override
    {
        know(of.source);
        m_recorder.samples(of, samples, m_pipeline.catalogue(), m_pipeline.texts());
    }
    void sourceEvent(telemetry::SourceId source, const telemetry::SourceEvent &event) override
    {
        know(source);
        m_recorder.event(source, event);
    }
    void event(const store::EventRecord &event) override { m_recorder.event(event); }
    void endBatch() override { m_recorder.endBatch(); }

    /// What is known already: the newest message of each topic and the newest sample of each
    /// signal, as far as memory has them.
    void seed()
    {
        const base::TimeNs now = m_pipeline.clock().now();
        for (const auto &topic : m_pipeline.topics().namesFrom(0)) {
            for (const ingest::KeptMessage &kept : m_pipeline.topics().history(topic.id, 1)) {
                if (kept.fullSize != static_cast<std::uint64_t>(kept.payload.size()))
                    continue; // cut for display: it would be another message
                telemetry::MessageView view;
                view.topic = topic.topic;
                view.payload = {kept.payload.constData(),
                                static_cast<std::size_t>(kept.payload.size())};
                view.received = kept.received;
                view.source = topic.source;
                view.qos = kept.qos;
                view.retain = kept.retain;
                view.duplicate = kept.duplicate;
                view.properties = kept.properties.get();
                m_recorder.seed(view);
            }
        }
        const std::uint32_t signalCount = m_pipeline.catalogue().signalCount();
        for (telemetry::SignalId id = 0; id < signalCount; ++id) {
            const auto series = m_pipeline.series().find(id);
            telemetry::Point point;
            if (!series || !series->last(point))
                continue;
            telemetry::Sample sample;
            sample.signal = id;
            sample.type = point.type;
            sample.quality = point.quality;
            sample.time = point.time;
            sample.received = point.received;
            sample.bits = point.bits;
            m_recorder.seed(sample, m_pipeline.catalogue(), m_pipeline.texts());
        }
        m_recorder.seeded(now);
    }

    void describe(telemetry::SourceId source, const recording::RecordedConnection &connection)
    {
        if (source >= m_known.size())
            m_known.resize(source + 1u, false);
        m_known[source] = true;
        m_recorder.connection(source, connection);
    }

private:
    /// A connection that came after the recording began; its details follow.
    void know(telemetry::SourceId source)
    {
        if (source < m_known.size() && m_known[source])
            return;
        const telemetry::SourceInfo info = m_pipeline.catalogue().source(source);
        describe(source, {info.key, info.name, {}});
    }

    recording::Recorder &m_recorder;
    ingest::Pipeline &m_pipeline;
    std::vector<bool> m_known;
};

} // namespace replay
