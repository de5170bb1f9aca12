// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <QString>

#include <array>
#include <deque>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace telemetry {

/// One answer of an edge model.
struct Prediction
{
    DeviceId device = noId;
    std::string_view model; ///< empty when the payload does not name it
    std::string_view version;
    std::string_view label;
    double confidence = 0; ///< 0..1, NaN when the payload has none
    TimeNs time = 0;
    SignalId confidenceSignal = noId; ///< the series that holds it
};

/// Figures of one device x model x version, confidences in 0..1, times in ns.
/// "Below" means strictly below the limit; a run below starts with the first answer below and ends
/// with the first at or above it. Late answers count in the distribution, not in runs.
struct ConfidenceRecord
{
    std::uint32_t id = 0; ///< position in the book, stable while the program runs
    DeviceId device = noId;
    QString model;
    QString version;
    SignalId signal = noId;
    std::uint64_t answers = 0;
    std::uint64_t invalid = 0; ///< NaN or outside 0..1
    std::uint64_t below = 0; ///< answers below the limit
    double last = 0;
    QString lastLabel;
    TimeNs firstTime = base::noTime;
    TimeNs lastTime = base::noTime;
    double sum = 0; ///< of valid confidences
    TimeNs timeBelow = 0; ///< total
    TimeNs belowSince = base::noTime; ///< noTime: not below now
    TimeNs longestBelow = 0; ///< longest run, the current one included
    std::array<std::uint32_t, 50> histogram{}; ///< bins of 2 % from 0 to 1
    double recentMean = 0; ///< mean of the last minute bins (about 5 min)

    double mean() const
    {
        return answers > invalid ? sum / static_cast<double>(answers - invalid) : 0;
    }
    TimeNs currentRun() const { return belowSince == base::noTime ? 0 : lastTime - belowSince; }
};

/// Mean confidence of one record in minute bins, for the heat strip.
struct ConfidenceBin
{
    std::int64_t minute = 0; ///< minutes since the epoch
    float mean = 0;
    float min = 1;
    std::uint32_t count = 0;
};

/// Confidence per device x model x version, updated by the ingest thread, read by anybody.
/// Bounded: 20,000 records, 26 h of minute bins each kept sparsely.
class PredictionBook
{
    struct Entry
    {
        ConfidenceRecord record;
        std::deque<ConfidenceBin> bins;
    };

public:
    explicit PredictionBook(double limit = 0.85);

    /// What a record said before this run of the program, from stored confidences in time order.
    /// One thread; the book is not touched until recall().
    class Past
    {
    public:
        explicit Past(double limit)
            : m_limit(limit)
        {
        }
        void add(TimeNs time, double confidence);
        std::uint64_t answers() const { return m_entry.record.answers; }

    private:
        friend class PredictionBook;
        const double m_limit;
        Entry m_entry;
    };
    /// Puts the past, all of it before the record's first answer, before what came since. A run
    /// below goes on when the first answers since were below too, within five minutes.
    void recall(std::uint32_t record, const Past &past);

    /// True when it is the first answer of a new device x model x version.
    bool add(const Prediction &prediction);
    void clear(); ///< forgets all answers; records and their ids stay
    void setLimit(double limit); ///< counts from now on
    double limit() const;

    std::vector<ConfidenceRecord> records() const;
    /// Only those that are below now or were for at least `atLeast`: the few that a watch looks at
    /// each second, without copying the many that are well.
    std::vector<ConfidenceRecord> troubled(TimeNs atLeast) const;
    std::size_t size() const;
    std::vector<ConfidenceBin> bins(std::uint32_t record, std::int64_t fromMinute) const;
    std::uint64_t revision() const;
    std::uint64_t refused() const; ///< answers not booked because the cap was hit

private:
    Entry *entryFor(const Prediction &prediction);
    static void addConfidence(Entry &entry, TimeNs time, double confidence, double limit);
    static void addToBins(Entry &entry, TimeNs time, double confidence);
    static void trackRun(ConfidenceRecord &record, TimeNs time, double confidence, double limit);

    mutable std::mutex m_mutex;
    std::deque<Entry> m_entries;
    std::unordered_map<std::string, std::uint32_t> m_index;
    std::string m_key; ///< reused
    double m_limit;
    std::uint64_t m_revision = 0;
    std::uint64_t m_refused = 0;
};

} // namespace telemetry
