// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/evaluation.h"
#include "models/ingest/deriveddefinition.h"
#include "models/telemetry/catalogue.h"
#include "models/telemetry/series.h"
#include "models/telemetry/texttable.h"

#include <QHash>

#include <memory>
#include <span>
#include <vector>

namespace ingest {

using base::TimeNs;

/// How a derived signal is doing.
struct DerivedStatus
{
    QString id; ///< of the definition
    telemetry::SignalId signal = telemetry::noId; ///< what it becomes
    QString problem; ///< a sentence: it is not computed, or not completely; empty: all is well
    QStringList awaited; ///< signals in the formula that are not there yet
    QString unit; ///< of the results; empty: not known
    std::uint64_t inputs = 0; ///< samples taken
    std::uint64_t results = 0;
    std::uint64_t late = 0; ///< older than what was computed already: left out
    std::uint64_t refused = 0; ///< time out of range, or too many waited
};

/// Computes derived signals from the samples that go through the pipeline. What comes out is a
/// function of the stream alone (samples, receive times of messages), not of when it is asked, so
/// that a replay gives the same. The ingest thread's.
///
/// Signals of several devices cross by their ways: a sample waits half a second of receive time for
/// older ones of the other signals, then all that wait and are not newer go, in time order. What
/// was waited for is done in steps of a quarter of a second.
class Derivations
{
public:
    static constexpr TimeNs hold = base::nsPerSecond / 2;
    static constexpr TimeNs step = base::nsPerSecond / 4;
    static constexpr std::size_t mostWaiting = 200'000; ///< samples a definition

    Derivations(telemetry::Catalogue &catalogue, telemetry::TextTable &texts,
                telemetry::SeriesStore &series);
    ~Derivations();

    /// What is not changed goes on where it is; others begin with the newest value of each signal.
    void set(const std::vector<DerivedDefinition> &definitions, telemetry::SourceId source);
    bool active() const { return !m_runners.empty(); }
    telemetry::SourceId source() const { return m_source; }

    /// A message of this receive time comes next; true when advance() has something to do.
    bool observe(TimeNs received)
    {
        constexpr TimeNs setBack = 10 * base::nsPerSecond; // this machine's clock was put back
        if (received > m_now)
            m_now = received;
        else if (received < m_now - setBack)
            m_due = startOver(received);
        return m_now >= m_due && !m_seeding;
    }
    TimeNs now() const { return m_now; } ///< newest receive time observed
    /// New samples, as they went into their series.
    void take(std::span<const telemetry::Sample> samples);
    /// Computes what is due by `now`; results are in their series and appended to `out`.
    void advance(TimeNs now, std::vector<telemetry::Sample> &out);
    void flush(std::vector<telemetry::Sample> &out); ///< computes all that waits

    /// Of a replay that goes elsewhere: forgets all samples. Until endSeeding() what is taken is
    /// the state of an instant, of which nothing was computed yet.
    void reset();
    void seed(const telemetry::Sample &sample); ///< the newest of a signal, if it is used
    void endSeeding();

    std::vector<DerivedStatus> status(); ///< also finds the units

private:
    struct Item
    {
        TimeNs received;
        int input;
        analysis::Sample sample;
    };
    struct Runner
    {
        DerivedDefinition definition;
        QString problem;
        std::unique_ptr<analysis::Expression> expression; ///< null: it is not computed
        std::unique_ptr<analysis::StreamEvaluator> evaluator;
        std::vector<telemetry::SignalId> inputs; ///< noId: not there yet
        telemetry::SignalId signal = telemetry::noId;
        telemetry::Series *series = nullptr;
        std::vector<Item> waiting; ///< by receive time
        TimeNs due = INT64_MAX;
        TimeNs lastResult = base::noTime;
        QString unit;
        std::uint64_t results = 0;
        std::uint64_t refused = 0;
    };
    struct Use
    {
        std::uint32_t runner;
        int input;
    };

    std::unique_ptr<Runner> make(const DerivedDefinition &definition, const QString &problem);
    void begin(Runner &runner);
    void connectAll();
    void bind(telemetry::SignalId signal, const Use &use);
    void meetNewSignals();
    void put(Runner &runner, int input, const telemetry::Sample &sample, TimeNs received);
    void compute(Runner &runner, TimeNs at, std::vector<telemetry::Sample> &out);
    void findUnit(Runner &runner);
    TimeNs startOver(TimeNs received);
    void reckonDue();

    telemetry::Catalogue &m_catalogue;
    telemetry::TextTable &m_texts;
    telemetry::SeriesStore &m_series;
    telemetry::SourceId m_source = 0;
    std::vector<std::unique_ptr<Runner>> m_runners;
    std::vector<std::uint32_t> m_useOf; ///< by SignalId: position in m_uses, 0: not used
    std::vector<std::vector<Use>> m_uses;
    QMultiHash<QString, Use> m_awaited; ///< names that no signal has yet
    TimeNs m_now = INT64_MIN / 2;
    TimeNs m_due = INT64_MAX; ///< of the first runner
    bool m_seeding = false;
    std::uint64_t m_unitsAt = 0; ///< catalogue revision
    std::vector<analysis::Sample> m_results;
    std::vector<Item> m_ready;
};

} // namespace ingest
