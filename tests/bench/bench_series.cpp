// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A signal of 100 million samples in memory: what an append costs, what any window at 1,920 columns
// costs, and that the columns are those of brute force. Exit 1 when a goal is missed.
// bench_series [samples] [windows]
#include "models/telemetry/series.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace telemetry;

namespace {

constexpr int columnCount = 1'920;
constexpr double goalMs = 5;
constexpr double goalAppendNs = 40;

double msSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

struct Truth
{
    TimeNs start = 1'700'000'000 * base::nsPerSecond;
    std::vector<TimeNs> times;
    std::vector<double> values;
};

void put(Series &series, const Truth &truth, std::size_t i)
{
    series.append(truth.times[i], truth.times[i], ValueType::Double,
                  std::bit_cast<std::uint64_t>(truth.values[i]), Quality::Good);
}

// As in the product: the budget is reached, the oldest chunks go as new ones come.
double appendCost(const Truth &truth)
{
    SeriesStore store(192u << 20);
    const std::size_t count = std::min<std::size_t>(truth.times.size(), 40'000'000);
    auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < count; ++i) {
        if (i == count / 2)
            start = std::chrono::steady_clock::now();
        put(store.at(5), truth, i);
        if (i % 65'536 == 0)
            store.enforceBudget();
    }
    return msSince(start) * 1e6 / static_cast<double>(count - count / 2);
}

std::vector<Column> bruteForce(const Truth &truth, const ColumnGrid &grid)
{
    std::vector<Column> out(static_cast<std::size_t>(grid.count));
    auto at =
        std::lower_bound(truth.times.begin(), truth.times.end(), grid.start) - truth.times.begin();
    for (int i = 0; i < grid.count; ++i) {
        Column &column = out[static_cast<std::size_t>(i)];
        const TimeNs end = grid.edge(i + 1);
        for (; at < std::ssize(truth.times) && truth.times[static_cast<std::size_t>(at)] < end;
             ++at) {
            const double v = truth.values[static_cast<std::size_t>(at)];
            if (column.count++ == 0)
                column.first = v;
            column.last = v;
            column.min = std::min(column.min, v);
            column.max = std::max(column.max, v);
            column.worst = 1;
        }
    }
    return out;
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000'000;
    const int windows = argc > 2 ? std::atoi(argv[2]) : 1'000;
    std::mt19937_64 random(1);
    Truth truth;
    truth.times.reserve(count);
    truth.values.reserve(count);
    double level = 20;
    TimeNs now = truth.start;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t bits = random();
        now += 500'000 + static_cast<TimeNs>(bits % 1'000'000); // about 1 kHz, never on the beat
        level += (static_cast<double>(bits >> 40) / 8'388'608.0 - 1.0) * 0.05;
        truth.times.push_back(now);
        truth.values.push_back(level);
    }

    const double appendNs = appendCost(truth);
    Series series;
    const auto growStart = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < count; ++i)
        put(series, truth, i);
    std::printf(
        "%zu samples: append %.1f ns each within a 192 MiB budget, %.1f ns while memory grows; "
        "%.2f bytes each\n",
        count, appendNs, msSince(growStart) * 1e6 / static_cast<double>(count),
        static_cast<double>(series.bytes()) / static_cast<double>(count));

    std::vector<Column> columns(columnCount);
    std::vector<double> took;
    int differing = 0;
    int checked = 0;
    const TimeNs first = truth.times.front();
    const auto span = static_cast<double>(truth.times.back() - first + 1);
    double fullMs = 0;
    for (int n = 0; n < windows; ++n) {
        // widths from the whole range down to a millisecond, evenly over the magnitudes
        const double share = static_cast<double>(random() >> 11) / 9'007'199'254'740'992.0;
        const double width = n == 0 ? span : span * std::pow(1e6 / span, share);
        const double offset =
            (span - width) * static_cast<double>(random() >> 11) / 9'007'199'254'740'992.0;
        const TimeNs from = first + static_cast<TimeNs>(offset);
        const ColumnGrid grid{from, from + static_cast<TimeNs>(width) + 1, columnCount};
        const auto start = std::chrono::steady_clock::now();
        series.columns(grid, columns);
        took.push_back(msSince(start));
        if (took.back() > 3)
            if (n == 0)
                fullMs = took.back();
        if (n < 3 || n % 10 == 0) {
            ++checked;
            const std::vector<Column> want = bruteForce(truth, grid);
            for (std::size_t i = 0; i < want.size(); ++i) {
                const bool empty = want[i].count == 0 && columns[i].count == 0;
                differing += !empty && !(want[i] == columns[i]);
            }
        }
    }
    const double p50 = percentile(took, 0.50);
    const double p99 = percentile(took, 0.99);
    std::printf(
        "%d windows at %d columns: p50 %.3f ms, p99 %.3f ms, worst %.3f ms, whole range %.3f ms\n",
        windows, columnCount, p50, p99, percentile(took, 1.0), fullMs);
    std::printf("%d windows compared with brute force: %d columns differ\n", checked, differing);
    const bool good = differing == 0 && percentile(took, 1.0) <= goalMs && appendNs <= goalAppendNs;
    std::printf("%s (goals: every window <= %.0f ms, append <= %.0f ns)\n",
                good ? "held" : "MISSED", goalMs, goalAppendNs);
    return good ? 0 : 1;
}
