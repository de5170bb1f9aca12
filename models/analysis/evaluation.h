// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/expression.h"
#include "models/analysis/sample.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace analysis {

/// The code that a text has in the samples (TextTable::intern); 0: it cannot occur.
using TextResolver = std::function<telemetry::TextCode(std::string_view)>;

/// What happened to the samples given to an evaluation.
struct EvaluationCounts
{
    std::uint64_t taken = 0;
    std::uint64_t late = 0; ///< older than the newest before them (live only): not evaluated
    std::uint64_t replaced = 0; ///< same signal, same time as one before: the later one counts
    std::uint64_t refused = 0; ///< time out of range (before 1843 or after 2096)
    std::uint64_t cut = 0; ///< left a window early, or no longer waited for, because of limits
};

/// Evaluates an expression sample by sample, as they arrive. All samples of one time belong
/// together, so the value of a time comes out when a later sample or advance() shows that it is
/// over. A sample older than the newest one is late: it is counted, not evaluated. Without late
/// samples the results are, bit for bit, those of evaluate(). Memory is bounded: by the limits of
/// WindowBudget and Program::maxWaiting. Not thread-safe; one object belongs to one thread at a
/// time.
class StreamEvaluator
{
public:
    explicit StreamEvaluator(const Expression &expression, const TextResolver &resolve = {});
    ~StreamEvaluator();
    StreamEvaluator(StreamEvaluator &&) noexcept;
    StreamEvaluator &operator=(StreamEvaluator &&) noexcept;

    /// A sample of the signal at this place in Expression::signalNames(). Appends what is now known
    /// to `out`, in time order.
    void push(int signal, const Sample &sample, std::vector<Sample> &out);
    /// Says that no sample before `until` is to come: later ones count as late. Closes intervals of
    /// resample() that end there.
    void advance(TimeNs until, std::vector<Sample> &out);
    /// Evaluates what still waits for the rest of its time, without closing any interval.
    void finish(std::vector<Sample> &out);

    const EvaluationCounts &counts() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The result of an evaluation over whole windows.
struct Evaluated
{
    std::vector<Sample> samples; ///< in time order
    EvaluationCounts counts;
};

/// Evaluates over spans of samples, one a signal in the order of Expression::signalNames(). Spans
/// that are not in time order are sorted first (of equal times the later one counts), so that
/// samples which came late live take part here: then, and only then, live results differ.
/// An error when there are too few or too many spans. Any thread.
base::Result<Evaluated> evaluate(const Expression &expression,
                                 std::span<const std::span<const Sample>> signalSamples,
                                 const TextResolver &resolve = {});

} // namespace analysis
