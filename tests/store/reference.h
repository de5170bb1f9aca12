// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/historian.h"

#include <algorithm>
#include <bit>
#include <random>

/// What the historian must answer, by brute force over all samples.
namespace reference {

using base::TimeNs;
using telemetry::Column;
using telemetry::ColumnGrid;
using telemetry::Quality;
using telemetry::Sample;
using telemetry::ValueType;

inline Sample sample(std::uint32_t signal, TimeNs time, double value, TimeNs delay = 0)
{
    return {signal, ValueType::Double, Quality::Good,
            time,   time + delay,      std::bit_cast<std::uint64_t>(value)};
}

inline std::vector<Sample> inTimeOrder(std::vector<Sample> samples)
{
    std::stable_sort(samples.begin(), samples.end(),
                     [](const Sample &a, const Sample &b) { return a.time < b.time; });
    return samples;
}

inline std::vector<Column> columns(const std::vector<Sample> &ordered, const ColumnGrid &grid)
{
    std::vector<Column> out(static_cast<std::size_t>(grid.count));
    for (const Sample &s : ordered) {
        if (s.time < grid.start || s.time >= grid.end)
            continue;
        int i = 0;
        int high = grid.count;
        while (high - i > 1) {
            const int middle = (i + high) / 2;
            (s.time >= grid.edge(middle) ? i : high) = middle;
        }
        Column &c = out[static_cast<std::size_t>(i)];
        const double v = telemetry::toDouble(s.type, s.bits);
        if (c.count++ == 0)
            c.first = v;
        c.last = v;
        if (v < c.min)
            c.min = v;
        if (v > c.max)
            c.max = v;
        if (c.worst == 0
            || telemetry::qualityRank(s.quality)
                > telemetry::qualityRank(static_cast<Quality>(c.worst)))
            c.worst = static_cast<std::uint8_t>(s.quality);
    }
    return out;
}

/// Equality in which NaN equals NaN.
inline bool same(const Column &a, const Column &b)
{
    const auto equal = [](double x, double y) { return x == y || (x != x && y != y); };
    return equal(a.first, b.first) && equal(a.last, b.last) && a.min == b.min && a.max == b.max
        && a.count == b.count && a.worst == b.worst;
}

inline telemetry::Point point(const Sample &s)
{
    TimeNs ms = (s.received - s.time) / base::nsPerMs;
    if ((s.received - s.time) % base::nsPerMs < 0)
        --ms;
    return {s.time, s.time + ms * base::nsPerMs, s.bits, s.type, s.quality};
}

/// How a made-up signal behaves.
struct Shape
{
    TimeNs step = base::nsPerSecond;
    TimeNs jitter = 0;
    double gapChance = 0; ///< a gap of up to 10,000 steps
    double lateChance = 0; ///< a sample from up to 20,000 steps ago
    double disorder = 0; ///< chance that two neighbours change places
    double nanChance = 0;
    double badQuality = 0;
    int decimals = 3; ///< negative: full mantissas
    bool mixedTypes = false;
    bool repeatTimes = false;
};

inline std::vector<Sample> make(std::uint32_t signal, std::size_t count, const Shape &shape,
                                std::uint32_t seed)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> chance(0, 1);
    std::normal_distribution<double> noise(0, 1);
    std::vector<Sample> out;
    TimeNs time = 1'700'000'000 * base::nsPerSecond;
    double level = 20;
    double scale = 1;
    for (int i = 0; i < shape.decimals; ++i)
        scale *= 10;
    for (std::size_t i = 0; i < count; ++i) {
        time += shape.step;
        if (shape.repeatTimes && chance(random) < 0.3)
            time -= shape.step;
        if (chance(random) < shape.gapChance)
            time += static_cast<TimeNs>(chance(random) * 1e4) * shape.step;
        level += noise(random) * 0.1;
        double value = level + noise(random);
        if (shape.decimals >= 0)
            value = std::nearbyint(value * scale) / scale;
        if (chance(random) < shape.nanChance)
            value = chance(random) < 0.5 ? std::numeric_limits<double>::quiet_NaN()
                                         : std::numeric_limits<double>::infinity();
        TimeNs at = time
            + (shape.jitter > 0
                   ? static_cast<TimeNs>(random() % static_cast<std::uint64_t>(shape.jitter))
                   : 0);
        if (chance(random) < shape.lateChance)
            at -= static_cast<TimeNs>(chance(random) * 2e4) * shape.step;
        Sample s = sample(signal, at, value, static_cast<TimeNs>(random() % 20'000'000));
        if (shape.mixedTypes && chance(random) < 0.3) {
            s.type = static_cast<ValueType>(random() % 5);
            s.bits = s.type == ValueType::Int64
                ? static_cast<std::uint64_t>(-static_cast<std::int64_t>(random() % 100))
                : random() % 2;
        }
        if (chance(random) < shape.badQuality)
            s.quality = static_cast<Quality>(1 + random() % 5);
        out.push_back(s);
    }
    for (std::size_t i = 1; i < count; ++i) {
        if (chance(random) < shape.disorder)
            std::swap(out[i], out[i - 1]);
    }
    return out;
}

} // namespace reference
