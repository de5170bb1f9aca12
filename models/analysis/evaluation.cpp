// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/evaluation.h"

#include "models/analysis/program.h"

#include <QCoreApplication>

#include <algorithm>

namespace analysis {

namespace {

constexpr TimeNs latest = 4'000'000'000'000'000'000;

} // namespace

struct StreamEvaluator::Private
{
    Private(const Expression &expression, const TextResolver &resolve)
        : program(expression, resolve)
        , signalCount(static_cast<int>(expression.signalNames().size()))
    {
    }

    void evaluatePending(std::vector<Sample> &out)
    {
        if (pending.empty())
            return;
        program.feed(newest, pending, out);
        pending.clear();
        counts.cut = program.cut();
    }

    Program program;
    int signalCount;
    std::vector<Input> pending; ///< the samples of `newest`
    TimeNs newest = INT64_MIN;
    bool open = false; ///< more samples of `newest` may come
    EvaluationCounts counts;
};

StreamEvaluator::StreamEvaluator(const Expression &expression, const TextResolver &resolve)
    : d(std::make_unique<Private>(expression, resolve))
{
}

StreamEvaluator::~StreamEvaluator() = default;
StreamEvaluator::StreamEvaluator(StreamEvaluator &&) noexcept = default;
StreamEvaluator &StreamEvaluator::operator=(StreamEvaluator &&) noexcept = default;

void StreamEvaluator::push(int signal, const Sample &sample, std::vector<Sample> &out)
{
    Q_ASSERT(signal >= 0 && signal < d->signalCount);
    if (!isUsable(sample.time)) {
        ++d->counts.refused;
        return;
    }
    if (sample.time < d->newest || (sample.time == d->newest && !d->open)) {
        ++d->counts.late;
        return;
    }
    ++d->counts.taken;
    if (sample.time > d->newest)
        d->evaluatePending(out);
    d->newest = sample.time;
    d->open = true;
    const auto same = std::ranges::find(d->pending, signal, &Input::signal);
    if (same == d->pending.end()) {
        d->pending.push_back({signal, sample});
    } else {
        same->sample = sample;
        ++d->counts.replaced;
    }
}

void StreamEvaluator::advance(TimeNs until, std::vector<Sample> &out)
{
    until = std::min(until, latest + 1);
    if (until <= d->newest || !isUsable(until - 1))
        return;
    d->evaluatePending(out);
    d->newest = until - 1;
    d->open = false;
    d->program.settle(d->newest, out);
    d->counts.cut = d->program.cut();
}

void StreamEvaluator::finish(std::vector<Sample> &out)
{
    d->evaluatePending(out);
    d->open = false;
}

const EvaluationCounts &StreamEvaluator::counts() const
{
    return d->counts;
}

namespace {

/// A span in time order, copied only when it is not.
class Ordered
{
public:
    explicit Ordered(std::span<const Sample> samples)
        : m_samples(samples)
    {
        if (std::ranges::is_sorted(samples, {}, &Sample::time))
            return;
        m_copy.assign(samples.begin(), samples.end());
        std::ranges::stable_sort(m_copy, {}, &Sample::time);
        m_samples = m_copy;
    }
    Ordered(Ordered &&) = delete;

    const Sample *head() const { return m_at < m_samples.size() ? &m_samples[m_at] : nullptr; }
    void pop() { ++m_at; }

private:
    std::vector<Sample> m_copy;
    std::span<const Sample> m_samples;
    std::size_t m_at = 0;
};

/// All samples of the earliest time that is left; noTime at the end.
TimeNs nextTime(std::vector<std::unique_ptr<Ordered>> &signalSamples, std::vector<Input> &inputs,
                EvaluationCounts &counts)
{
    TimeNs time = INT64_MAX;
    bool any = false;
    for (const auto &one : signalSamples) {
        while (one->head() && !isUsable(one->head()->time)) {
            one->pop();
            ++counts.refused;
        }
        if (one->head()) {
            time = std::min(time, one->head()->time);
            any = true;
        }
    }
    if (!any)
        return base::noTime;
    inputs.clear();
    for (std::size_t i = 0; i < signalSamples.size(); ++i) {
        Ordered &one = *signalSamples[i];
        if (!one.head() || one.head()->time != time)
            continue;
        inputs.push_back({static_cast<int>(i), *one.head()});
        ++counts.taken;
        for (one.pop(); one.head() && one.head()->time == time; one.pop()) {
            inputs.back().sample = *one.head();
            ++counts.taken;
            ++counts.replaced;
        }
    }
    return time;
}

} // namespace

base::Result<Evaluated> evaluate(const Expression &expression,
                                 std::span<const std::span<const Sample>> signalSamples,
                                 const TextResolver &resolve)
{
    const std::size_t needed = expression.signalNames().size();
    if (signalSamples.size() != needed)
        return base::failure(
            QCoreApplication::translate(
                "AnalysisExpression", "The expression needs the samples of %1 signals, not of %2.")
                .arg(needed)
                .arg(signalSamples.size()));
    std::vector<std::unique_ptr<Ordered>> ordered;
    for (const auto &samples : signalSamples)
        ordered.push_back(std::make_unique<Ordered>(samples));
    Program program(expression, resolve);
    Evaluated result;
    std::vector<Input> inputs;
    for (TimeNs time = nextTime(ordered, inputs, result.counts); time != base::noTime;
         time = nextTime(ordered, inputs, result.counts))
        program.feed(time, inputs, result.samples);
    result.counts.cut = program.cut();
    return result;
}

} // namespace analysis
