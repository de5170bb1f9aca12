// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/derivations.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ingest {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DerivedSignals)
};

/// The first step at or after `time`.
TimeNs stepFrom(TimeNs time)
{
    const TimeNs rest = time % Derivations::step;
    return rest == 0 ? time : time - rest + (rest > 0 ? Derivations::step : 0);
}

analysis::Sample sampleOf(const telemetry::Sample &sample)
{
    telemetry::Point point;
    point.time = sample.time;
    point.type = sample.type;
    point.quality = sample.quality;
    point.bits = sample.bits;
    return analysis::Sample::of(point);
}

} // namespace

Derivations::Derivations(telemetry::Catalogue &catalogue, telemetry::TextTable &texts,
                         telemetry::SeriesStore &series)
    : m_catalogue(catalogue)
    , m_texts(texts)
    , m_series(series)
{
}

Derivations::~Derivations() = default;

void Derivations::set(const std::vector<DerivedDefinition> &definitions, telemetry::SourceId source)
{
    m_source = source;
    const QStringList problems = problemsOf(definitions);
    std::vector<std::unique_ptr<Runner>> before = std::exchange(m_runners, {});
    std::vector<Runner *> fresh;
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        const QString &problem = problems[qsizetype(i)];
        const auto same = std::ranges::find_if(before, [&](const auto &runner) {
            return runner && runner->definition == definitions[i] && runner->problem == problem;
        });
        if (same != before.end()) {
            m_runners.push_back(std::move(*same));
            continue;
        }
        m_runners.push_back(make(definitions[i], problem));
        fresh.push_back(m_runners.back().get());
    }
    connectAll();
    for (Runner *runner : fresh) {
        for (std::size_t i = 0; i < runner->inputs.size(); ++i) {
            const auto known = m_series.find(runner->inputs[i]);
            telemetry::Point last;
            if (!known || !known->last(last))
                continue;
            put(*runner, static_cast<int>(i),
                {runner->inputs[i], last.type, last.quality, last.time, last.received, last.bits},
                std::max(m_now, last.received));
        }
    }
    reckonDue();
    m_unitsAt = 0;
}

std::unique_ptr<Derivations::Runner> Derivations::make(const DerivedDefinition &definition,
                                                       const QString &problem)
{
    auto runner = std::make_unique<Runner>();
    runner->definition = definition;
    runner->problem = problem;
    if (!problem.isEmpty() || !definition.enabled)
        return runner;
    auto expression = analysis::Expression::parse(definition.expression);
    const telemetry::DeviceId device = m_catalogue.internDevice(m_source, derivedDeviceName);
    if (device != telemetry::noId)
        runner->signal = m_catalogue.internSignal(device, definition.name.toStdString(),
                                                  telemetry::ValueType::Double);
    if (!expression || runner->signal == telemetry::noId) {
        runner->problem = expression
            ? Words::tr("There are more signals already than the settings allow.")
            : expression.error().text;
        return runner;
    }
    telemetry::SignalInfo info;
    info.description =
        definition.description.isEmpty() ? expression->normalised() : definition.description;
    info.decoder = QLatin1StringView(derivedSourceKey);
    m_catalogue.describe(runner->signal, info);
    runner->expression = std::make_unique<analysis::Expression>(std::move(*expression));
    runner->inputs.resize(runner->expression->signalNames().size(), telemetry::noId);
    begin(*runner);
    return runner;
}

/// As if nothing had been computed yet.
void Derivations::begin(Runner &runner)
{
    if (!runner.expression)
        return;
    runner.evaluator = std::make_unique<analysis::StreamEvaluator>(
        *runner.expression, [this](std::string_view text) { return m_texts.intern(text); });
    runner.series = &m_series.at(runner.signal);
    runner.lastResult = runner.series->lastTime();
    runner.waiting.clear();
    runner.due = INT64_MAX;
    runner.results = 0;
    runner.refused = 0;
}

/// Which signals are used and which are awaited.
void Derivations::connectAll()
{
    m_useOf.clear();
    m_uses.assign(1, {});
    m_awaited.clear();
    for (std::size_t r = 0; r < m_runners.size(); ++r) {
        Runner &runner = *m_runners[r];
        for (std::size_t i = 0; i < runner.inputs.size(); ++i) {
            runner.inputs[i] = telemetry::noId;
            m_awaited.insert(runner.expression->signalNames()[i].name,
                             {static_cast<std::uint32_t>(r), static_cast<int>(i)});
        }
    }
    meetNewSignals();
}

/// The first signal of a name gets it, so that one which comes later under the same name changes
/// nothing.
void Derivations::meetNewSignals()
{
    const std::uint32_t count = m_catalogue.signalCount();
    const auto first = static_cast<telemetry::SignalId>(m_useOf.size());
    m_useOf.resize(count, 0);
    if (m_awaited.isEmpty())
        return;
    for (telemetry::SignalId id = first; id < count; ++id) {
        const telemetry::SignalInfo signal = m_catalogue.signal(id);
        const telemetry::DeviceInfo device = m_catalogue.device(signal.device);
        const QString name = device.name + u'/' + signal.name;
        const QString longName = m_catalogue.source(device.source).name + u':' + name;
        for (const QString &key : {name, longName}) {
            for (const Use &use : m_awaited.values(key))
                bind(id, use);
            m_awaited.remove(key);
        }
    }
}

void Derivations::bind(telemetry::SignalId signal, const Use &use)
{
    m_runners[use.runner]->inputs[static_cast<std::size_t>(use.input)] = signal;
    if (m_useOf[signal] == 0) {
        m_useOf[signal] = static_cast<std::uint32_t>(m_uses.size());
        m_uses.emplace_back();
    }
    m_uses[m_useOf[signal]].push_back(use);
    m_unitsAt = 0;
}

void Derivations::take(std::span<const telemetry::Sample> samples)
{
    for (const telemetry::Sample &sample : samples) {
        if (sample.signal >= m_useOf.size())
            meetNewSignals();
        if (m_useOf[sample.signal] == 0)
            continue;
        for (const Use &use : m_uses[m_useOf[sample.signal]])
            put(*m_runners[use.runner], use.input, sample, m_now);
    }
}

void Derivations::put(Runner &runner, int input, const telemetry::Sample &sample, TimeNs received)
{
    if (runner.waiting.size() >= mostWaiting) {
        ++runner.refused;
        return;
    }
    const Item item{received, input, sampleOf(sample)};
    if (runner.waiting.empty() || runner.waiting.back().received <= received)
        runner.waiting.push_back(item);
    else
        runner.waiting.insert(
            std::ranges::upper_bound(runner.waiting, received, {}, &Item::received), item);
    runner.due = stepFrom(runner.waiting.front().received + hold);
    m_due = std::min(m_due, runner.due);
}

void Derivations::reckonDue()
{
    m_due = INT64_MAX;
    for (const auto &runner : m_runners)
        m_due = std::min(m_due, runner->due);
}

void Derivations::advance(TimeNs now, std::vector<telemetry::Sample> &out)
{
    while (m_due <= now && !m_seeding) {
        const TimeNs at = m_due;
        const std::size_t before = out.size();
        for (const auto &runner : m_runners) {
            if (runner->due <= at)
                compute(*runner, at, out);
        }
        // Derived signals that use derived signals wait like others.
        for (std::size_t i = before; i < out.size(); ++i) {
            if (out[i].signal >= m_useOf.size())
                meetNewSignals();
            for (const Use &use : m_uses[m_useOf[out[i].signal]])
                put(*m_runners[use.runner], use.input, out[i], at);
        }
        reckonDue();
    }
}

void Derivations::flush(std::vector<telemetry::Sample> &out)
{
    while (m_due != INT64_MAX && !m_seeding)
        advance(m_due, out);
}

/// What had come before `at` and waited long enough, and what else of it is not newer.
void Derivations::compute(Runner &runner, TimeNs at, std::vector<telemetry::Sample> &out)
{
    const auto come =
        std::ranges::lower_bound(runner.waiting, at, {}, &Item::received); // [begin, come)
    TimeNs until = INT64_MIN;
    for (const Item &item : runner.waiting) {
        if (item.received > at - hold)
            break;
        until = std::max(until, item.sample.time);
    }
    const auto rest = std::stable_partition(
        runner.waiting.begin(), come, [until](const Item &i) { return i.sample.time <= until; });
    m_ready.assign(runner.waiting.begin(), rest);
    runner.waiting.erase(runner.waiting.begin(), rest);
    runner.due =
        runner.waiting.empty() ? INT64_MAX : stepFrom(runner.waiting.front().received + hold);
    std::ranges::stable_sort(m_ready, {}, [](const Item &item) { return item.sample.time; });
    m_results.clear();
    for (const Item &item : m_ready)
        runner.evaluator->push(item.input, item.sample, m_results);
    if (until < INT64_MAX)
        runner.evaluator->advance(until + 1, m_results);
    for (const analysis::Sample &result : m_results) {
        if (result.time <= runner.lastResult)
            continue; // it was there before a seek or a change of the formula
        runner.lastResult = result.time;
        const bool none = result.isText || std::isnan(result.value);
        telemetry::Sample sample;
        sample.signal = runner.signal;
        sample.quality = none ? telemetry::Quality::Missing : telemetry::Quality::Good;
        sample.time = result.time;
        sample.received = at;
        sample.bits = none ? 0 : std::bit_cast<std::uint64_t>(result.value);
        if (runner.series->append(sample.time, sample.received, sample.type, sample.bits,
                                  sample.quality)
            == telemetry::Appended::Duplicate)
            continue;
        ++runner.results;
        out.push_back(sample);
    }
}

/// What waits is due at once; from here on the clock as it is now counts.
TimeNs Derivations::startOver(TimeNs received)
{
    for (const auto &runner : m_runners) {
        for (Item &item : runner->waiting)
            item.received = std::min(item.received, received - hold - step);
        if (!runner->waiting.empty())
            runner->due = stepFrom(runner->waiting.front().received + hold);
    }
    m_now = received;
    reckonDue();
    return m_due;
}

void Derivations::reset()
{
    m_seeding = true;
    m_now = INT64_MIN / 2;
    for (const auto &runner : m_runners)
        begin(*runner);
    reckonDue();
}

void Derivations::seed(const telemetry::Sample &sample)
{
    if (sample.signal >= m_useOf.size())
        meetNewSignals();
    if (sample.signal >= m_useOf.size() || m_useOf[sample.signal] == 0)
        return;
    for (const Use &use : m_uses[m_useOf[sample.signal]]) {
        Runner &runner = *m_runners[use.runner];
        const bool known = std::ranges::any_of(runner.waiting, [&](const Item &item) {
            return item.input == use.input && item.sample.time >= sample.time;
        });
        if (!known)
            put(runner, use.input, sample, sample.received);
    }
}

void Derivations::endSeeding()
{
    if (!std::exchange(m_seeding, false))
        return;
    for (const auto &runner : m_runners) {
        if (runner->series)
            runner->lastResult = runner->series->lastTime();
    }
}

void Derivations::findUnit(Runner &runner)
{
    if (!runner.expression)
        return;
    runner.unit = runner.definition.unit;
    if (runner.unit.isEmpty()) {
        QStringList units;
        for (const telemetry::SignalId id : runner.inputs)
            units += id == telemetry::noId ? QString() : m_catalogue.signal(id).unit;
        runner.unit = runner.expression->resultUnit(units).unit;
    }
    if (m_catalogue.signal(runner.signal).unit != runner.unit)
        m_catalogue.setUnit(runner.signal, runner.unit.toStdString());
}

std::vector<DerivedStatus> Derivations::status()
{
    if (m_unitsAt != m_catalogue.revision()) {
        for (const auto &runner : m_runners)
            findUnit(*runner);
        m_unitsAt = m_catalogue.revision();
    }
    std::vector<DerivedStatus> out;
    for (const auto &runner : m_runners) {
        DerivedStatus status;
        status.id = runner->definition.id;
        status.signal = runner->signal;
        status.problem = runner->problem;
        status.unit = runner->unit;
        status.results = runner->results;
        status.refused = runner->refused;
        if (runner->evaluator) {
            const analysis::EvaluationCounts &counts = runner->evaluator->counts();
            status.inputs = counts.taken;
            status.late = counts.late;
            status.refused += counts.refused;
            if (counts.cut > 0)
                status.problem =
                    Words::tr("A window of the expression would hold too many samples: %1 left it "
                              "early, so the values are not complete. Use a shorter window.")
                        .arg(counts.cut);
            for (std::size_t i = 0; i < runner->inputs.size(); ++i) {
                if (runner->inputs[i] == telemetry::noId)
                    status.awaited += runner->expression->signalNames()[i].name;
            }
        }
        out.push_back(std::move(status));
    }
    return out;
}

} // namespace ingest
