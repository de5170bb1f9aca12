// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The expression language: whatever the text, it is refused with a position inside it and a
// sentence, or it has a normalised form that parses to itself, and live and batch evaluation give
// the same bits. Input: the text, a line feed, then samples of 4 bytes: time step, signal, value.

#include "models/analysis/evaluation.h"

#include <QString>

#include <bit>
#include <cmath>
#include <cstdlib>

using namespace analysis;

namespace {

struct Event
{
    int signal;
    Sample sample;
};

std::vector<Event> readEvents(const std::uint8_t *data, std::size_t size, int signalCount)
{
    static constexpr TimeNs steps[] = {0,
                                       1,
                                       base::nsPerMs,
                                       base::nsPerSecond,
                                       base::nsPerMinute,
                                       base::nsPerHour,
                                       24 * base::nsPerHour,
                                       1'000'000'000'000'000'000};
    static constexpr double special[] = {missing, 0, -0.0, INFINITY, -INFINITY, 1e308, 5e-324, 1};
    std::vector<Event> out;
    TimeNs time = -1000;
    for (std::size_t i = 0; i + 4 <= size && out.size() < 200; i += 4) {
        const TimeNs step = steps[data[i] % 8] * (data[i] / 32);
        if (time > 4'000'000'000'000'000'000 - step)
            break;
        time += step;
        Event event{data[i + 1] % signalCount, {time}};
        if (data[i + 1] >= 240) {
            event.sample.isText = true;
            event.sample.text = data[i + 2] % 3;
        } else {
            event.sample.value = data[i + 2] < 16 ? special[data[i + 2] % 8]
                                                  : (data[i + 2] - 128) * data[i + 3] / 7.0;
        }
        out.push_back(event);
    }
    return out;
}

bool same(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b)
        || (std::isnan(a) && std::isnan(b));
}

void compareEvaluations(const Expression &expression, const std::vector<Event> &events)
{
    const TextResolver resolve = [](std::string_view text) {
        return static_cast<telemetry::TextCode>(text.size() % 3);
    };
    StreamEvaluator evaluator(expression, resolve);
    std::vector<std::vector<Sample>> columns(expression.signalNames().size());
    std::vector<Sample> live;
    for (const Event &event : events) {
        evaluator.push(event.signal, event.sample, live);
        columns[static_cast<std::size_t>(event.signal)].push_back(event.sample);
    }
    evaluator.finish(live);
    const std::vector<std::span<const Sample>> spans(columns.begin(), columns.end());
    const auto all = evaluate(expression, spans, resolve);
    if (!all || all->samples.size() != live.size())
        std::abort();
    for (std::size_t i = 0; i < live.size(); ++i) {
        if (live[i].time != all->samples[i].time || !same(live[i].value, all->samples[i].value))
            std::abort();
    }
    evaluator.advance(INT64_MAX, live);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::size_t text = 0;
    while (text < size && data[text] != '\n')
        ++text;
    const QString source =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(text));
    ParseProblem problem;
    const auto expression = Expression::parse(source, &problem);
    if (!expression) {
        if (problem.text.isEmpty() || problem.position < 0 || problem.length < 0
            || problem.position + problem.length > source.size())
            std::abort();
        return 0;
    }
    const auto &names = expression->signalNames();
    const QString normal = expression->normalised();
    // Brackets and spaces that are written out can only then exceed the limits.
    if (const auto again = Expression::parse(normal); again
            ? again->normalised() != normal || again->signalNames() != names
            : normal.size() <= source.size())
        std::abort();
    expression->resultUnit(
        QStringList(static_cast<qsizetype>(names.size()), QStringLiteral("bar")));
    if (text < size)
        compareEvaluations(
            *expression,
            readEvents(data + text + 1, size - text - 1, static_cast<int>(names.size())));
    return 0;
}
