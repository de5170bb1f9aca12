// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/historian.h"
#include "models/telemetry/message.h"

#include <span>

namespace ingest {

/// Sees everything that goes through the pipeline, in order: a recorder. Called on the ingest
/// thread, which waits for it.
class Tap
{
public:
    virtual ~Tap() = default;

    virtual void message(const telemetry::MessageView &message) = 0; ///< as it came
    /// What became of a message, now or when it no longer had to wait; may come in several calls.
    virtual void samples(const telemetry::MessageView &of,
                         std::span<const telemetry::Sample> samples) = 0;
    virtual void sourceEvent(telemetry::SourceId source, const telemetry::SourceEvent &event) = 0;
    virtual void event(const store::EventRecord &event) = 0; ///< as the historian gets it
    virtual void endBatch() = 0; ///< after a run of the above
};

} // namespace ingest
