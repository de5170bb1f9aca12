// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a derived signal costs a sample: `rolling_mean(a, 10s) + derivative(b)`, live and in a
// batch, against a loop in C++ written for this one formula (a deque and a running sum, which
// drifts).
#include "models/analysis/evaluation.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <deque>

using namespace analysis;

namespace {

constexpr int count = 2'000'000; // of each signal
constexpr TimeNs window = 10 * base::nsPerSecond;

std::vector<Sample> wave(TimeNs start)
{
    std::vector<Sample> out;
    out.reserve(count);
    for (int i = 0; i < count; ++i)
        out.push_back(
            {start + i * 10 * base::nsPerMs, 50 + (std::int64_t(i) * 7919 % 1000) / 100.0});
    return out;
}

struct Result
{
    double sum = 0;
    double ns = 0; ///< per input sample
};

template <class Work>
Result timed(const Work &work)
{
    const auto start = std::chrono::steady_clock::now();
    Result out;
    for (const Sample &sample : work())
        out.sum += sample.value;
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
    out.ns = took.count() / (2.0 * count);
    return out;
}

std::vector<Sample> plainLoop(const std::vector<Sample> &a, const std::vector<Sample> &b)
{
    std::vector<Sample> out;
    std::deque<Sample> inside;
    double sum = 0;
    double derivative = missing;
    for (std::size_t i = 0; i < a.size(); ++i) { // a comes first, b 1 ms later
        inside.push_back(a[i]);
        sum += a[i].value;
        while (inside.front().time <= a[i].time - window) {
            sum -= inside.front().value;
            inside.pop_front();
        }
        const double mean = sum / static_cast<double>(inside.size());
        if (i > 1)
            out.push_back({a[i].time, mean + derivative});
        if (i > 0) {
            derivative = (b[i].value - b[i - 1].value)
                / (static_cast<double>(b[i].time - b[i - 1].time) / 1e9);
            out.push_back({b[i].time, mean + derivative});
        }
    }
    return out;
}

} // namespace

int main()
{
    const auto expression =
        Expression::parse(QStringLiteral("rolling_mean(a, 10s) + derivative(b)"));
    if (!expression)
        return 1;
    const std::vector<Sample> a = wave(0);
    const std::vector<Sample> b = wave(base::nsPerMs);
    const Result loop = timed([&] { return plainLoop(a, b); });
    const Result live = timed([&] {
        StreamEvaluator evaluator(*expression);
        std::vector<Sample> out;
        for (std::size_t i = 0; i < a.size(); ++i) {
            evaluator.push(0, a[i], out);
            evaluator.push(1, b[i], out);
        }
        evaluator.finish(out);
        return out;
    });
    const Result batch = timed([&] {
        const std::span<const Sample> spans[] = {a, b};
        return evaluate(*expression, spans)->samples;
    });
    std::printf("plain loop %.1f ns a sample; live %.1f ns (%.1f x), batch %.1f ns (%.1f x)\n",
                loop.ns, live.ns, live.ns / loop.ns, batch.ns, batch.ns / loop.ns);
    const bool same =
        std::abs(live.sum - loop.sum) <= 1e-6 * std::abs(loop.sum) && batch.sum == live.sum;
    std::printf("%s\n", same ? "results agree" : "RESULTS DIFFER");
    return same ? 0 : 1;
}
