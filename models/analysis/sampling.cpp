// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/sampling.h"

#include "models/analysis/sample.h"
#include "models/analysis/widesum.h"

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

TimeNs floorTo(TimeNs time, TimeNs interval)
{
    const TimeNs rest = time % interval;
    return time - (rest < 0 ? rest + interval : rest);
}

class Buckets final : public Gridder
{
public:
    Buckets(Method method, TimeNs interval)
        : m_method(method)
        , m_interval(interval)
    {
    }

    void add(const Timed &sample, std::deque<Timed> &out) override
    {
        close(sample.time, out);
        if (!m_open) {
            m_end = floorTo(sample.time, m_interval) + m_interval;
            m_open = true;
            m_emptyFollows = false;
            m_count = 0;
            m_sum = {};
        }
        m_last = sample.value;
        if (std::isnan(sample.value))
            return;
        m_sum.add(sample.value);
        m_min = m_count == 0 ? sample.value : std::min(m_min, sample.value);
        m_max = m_count == 0 ? sample.value : std::max(m_max, sample.value);
        ++m_count;
    }

    TimeNs settle(TimeNs through, std::deque<Timed> &out) override
    {
        close(through, out);
        return through;
    }

private:
    void close(TimeNs through, std::deque<Timed> &out)
    {
        if (m_open && m_end <= through) {
            out.push_back({m_end, value()});
            m_open = false;
            m_emptyFollows = true;
            m_end += m_interval;
        }
        if (m_emptyFollows && m_end <= through) {
            out.push_back({m_end, m_method == Method::Count ? 0 : missing});
            m_emptyFollows = false;
        }
    }

    double value() const
    {
        if (m_method == Method::Count)
            return m_count;
        if (m_method == Method::Last)
            return m_last;
        if (m_count == 0)
            return missing;
        if (m_method == Method::Mean)
            return m_sum.value() / m_count;
        return m_method == Method::Min ? m_min : m_max;
    }

    Method m_method;
    TimeNs m_interval;
    TimeNs m_end = 0; ///< of the open interval, or of the empty one behind the last
    bool m_open = false;
    bool m_emptyFollows = false;
    double m_count = 0;
    WideSum m_sum;
    double m_min = 0;
    double m_max = 0;
    double m_last = 0;
};

class Lines final : public Gridder
{
public:
    explicit Lines(TimeNs interval)
        : m_interval(interval)
        , m_longest(interval > INT64_MAX / longestLine ? INT64_MAX : interval * longestLine)
    {
    }

    void add(const Timed &sample, std::deque<Timed> &out) override
    {
        if (m_any && !m_gap && sample.time - m_last.time > m_longest)
            breakOff(out);
        if (m_any && !m_gap) {
            const auto whole = static_cast<double>(sample.time - m_last.time);
            for (TimeNs at = next(); at < sample.time; at += m_interval) {
                const double part = static_cast<double>(at - m_last.time) / whole;
                out.push_back({at, m_last.value + (sample.value - m_last.value) * part});
            }
        }
        if (floorTo(sample.time, m_interval) == sample.time)
            out.push_back(sample);
        m_last = sample;
        m_any = true;
        m_gap = false;
    }

    TimeNs settle(TimeNs through, std::deque<Timed> &out) override
    {
        if (m_any && !m_gap && through - m_last.time > m_longest)
            breakOff(out);
        return m_any && !m_gap ? m_last.time : through;
    }

private:
    TimeNs next() const { return floorTo(m_last.time, m_interval) + m_interval; }
    void breakOff(std::deque<Timed> &out)
    {
        out.push_back({next(), missing});
        m_gap = true;
    }

    TimeNs m_interval;
    TimeNs m_longest;
    Timed m_last;
    bool m_any = false;
    bool m_gap = false; ///< the line ended, its missing value is out
};

} // namespace

std::unique_ptr<Gridder> Gridder::create(Method method, TimeNs interval)
{
    if (method == Method::Linear)
        return std::make_unique<Lines>(interval);
    return std::make_unique<Buckets>(method, interval);
}

} // namespace analysis
