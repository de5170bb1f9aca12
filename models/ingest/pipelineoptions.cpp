// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/pipelineoptions.h"

namespace ingest {

PipelineOptions pipelineOptions(const base::Settings &settings)
{
    using base::Setting;
    const auto size = [&settings](Setting setting) {
        return static_cast<std::size_t>(settings.integer(setting));
    };
    PipelineOptions options;
    options.limits.maxPayloadBytes = size(Setting::MaxPayloadBytes);
    options.limits.maxSignals = size(Setting::MaxSignalsPerPayload);
    options.limits.maxNesting = settings.integer(Setting::MaxNesting);
    options.maxTopics = size(Setting::MaxTopics);
    options.maxSignals = size(Setting::MaxSignals);
    options.hotBytes = size(Setting::HotMegabytes) << 20;
    options.rawBytes = size(Setting::RawMegabytes) << 20;
    options.confidenceLimit = settings.real(Setting::ConfidenceLimit);
    options.confidenceFor = settings.integer(Setting::ConfidenceSeconds) * base::nsPerSecond;
    options.staleAfter = settings.integer(Setting::StaleAfterSeconds) * base::nsPerSecond;
    return options;
}

} // namespace ingest
