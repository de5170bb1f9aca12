// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/pipeline.h"

#include <string>
#include <vector>

namespace replay {

/// Collects the samples that go through a pipeline and prints them in an order that depends on
/// nothing but them: connection, device, signal, time, order of arrival. Two runs that gave the
/// same samples print the same bytes. The predictions of the pipeline follow.
class SampleDump final : public ingest::Tap
{
public:
    explicit SampleDump(ingest::Pipeline &pipeline)
        : m_pipeline(pipeline)
    {
    }

    void message(const telemetry::MessageView &) override { }
    void samples(const telemetry::MessageView &,
                 std::span<const telemetry::Sample> samples) override
    {
        m_samples.insert(m_samples.end(), samples.begin(), samples.end());
    }
    void sourceEvent(telemetry::SourceId, const telemetry::SourceEvent &) override { }
    void event(const store::EventRecord &) override { }
    void endBatch() override { }

    std::vector<std::string> lines() const; ///< when nothing comes any more
    void print() const; ///< lines() on standard output

private:
    ingest::Pipeline &m_pipeline;
    std::vector<telemetry::Sample> m_samples;
};

} // namespace replay
