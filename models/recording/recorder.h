// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/recording/marker.h"
#include "models/store/historian.h"
#include "models/telemetry/catalogue.h"
#include "models/telemetry/message.h"
#include "models/telemetry/texttable.h"

#include <QString>

#include <functional>
#include <memory>

namespace recording {

using base::TimeNs;

/// What to record and how.
struct RecorderOptions
{
    QString path; ///< of the first part, *.phrec; must not exist. Later parts get .2, .3 before it
    QString title; ///< empty: the file's name
    QString author; ///< who started it
    QString software; ///< program and version, for provenance
    /// Which messages are kept; empty: all. Called on the ingest thread.
    std::function<bool(telemetry::SourceId source, std::string_view topic)> wanted;
    std::int64_t partBytes = 0; ///< a new part after about this size; 0: one file
    TimeNs partTime = 0; ///< a new part after this time of receipt; 0: one file
    TimeNs snapshotEvery =
        60 * base::nsPerSecond; ///< of receipt; also after 25,000 messages or 8 MiB
    int flushMs = 250; ///< at most this long until what was received is on disk
    /// Armed: only about this much of the past is kept, until trigger(). 0: not armed.
    TimeNs preTrigger = 0;
    const base::Clock *clock = nullptr; ///< null: system clock
};

/// A connection as the recording names it.
struct RecordedConnection
{
    QString key;
    QString name;
    QString details; ///< JSON: url, mappings; never secrets
};

/// Figures of a recording under way. Any thread.
struct RecorderStatus
{
    QString path; ///< of the current part
    QString title;
    int part = 1;
    bool armed = false; ///< waits for trigger()
    std::uint64_t messages = 0; ///< received and wanted
    std::uint64_t written = 0; ///< of these committed
    std::uint64_t lost = 0; ///< could not be kept while writing failed; a marker says when
    std::uint64_t samples = 0;
    std::uint64_t fileBytes = 0; ///< of all parts
    std::int64_t freeBytes = -1; ///< on the disk, -1: unknown
    double bytesPerSecond = 0; ///< lately
    TimeNs first = base::noTime; ///< receive time of the first message
    TimeNs last = base::noTime;
    QString problem; ///< one sentence while writing fails

    /// Seconds until the disk is full at the present rate; -1: unknown or for ever.
    double secondsLeft() const
    {
        return freeBytes < 0 || bytesPerSecond < 1
            ? -1
            : static_cast<double>(freeBytes) / bytesPerSecond;
    }
};

/// Writes a recording. Fed by one thread (ingest); everything else from any thread. Never slows
/// its feeder for more than a moment: while the disk fails, what does not fit into 32 MiB is
/// counted as lost and a marker in the recording says so.
class Recorder
{
public:
    static base::Result<std::unique_ptr<Recorder>> start(const RecorderOptions &options);
    ~Recorder(); ///< stop()

    // The feeder's thread, in the order of what happened:
    void connection(telemetry::SourceId source, const RecordedConnection &connection);
    void message(const telemetry::MessageView &message);
    /// Samples that came of a message (of any message before), with the feeder's own names.
    void samples(const telemetry::MessageView &of, std::span<const telemetry::Sample> samples,
                 const telemetry::Catalogue &catalogue, const telemetry::TextTable &texts);
    /// What is known when the recording begins in mid-stream, before the first message(): the last
    /// messages of topics and the newest samples. They are state, not content.
    void seed(const telemetry::MessageView &message);
    void seed(const telemetry::Sample &sample, const telemetry::Catalogue &catalogue,
              const telemetry::TextTable &texts);
    void seeded(TimeNs now); ///< after the last seed()
    void event(telemetry::SourceId source, const telemetry::SourceEvent &event);
    void event(const store::EventRecord &event); ///< for the time axis
    void endBatch(); ///< hands over what came since the last call

    // Any thread:
    void mark(const Marker &marker); ///< time noTime: now
    void trigger(const QString &why); ///< an armed recording is kept from now on
    RecorderStatus status() const;
    base::Result<> flush(); ///< everything handed over is on disk
    /// Writes what waits and closes the file. Idempotent. The feeder must have stopped.
    base::Result<> stop();

private:
    struct Private;
    explicit Recorder(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

/// Path of a part: "a.phrec", "a.2.phrec", ...
QString partPath(const QString &first, int part);

} // namespace recording
