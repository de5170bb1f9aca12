// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rolling.h"

#include "models/analysis/widesum.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <set>
#include <vector>

namespace analysis {

namespace {

struct Count
{
    double n = 0;
    void add(double) { ++n; }
    void join(const Count &newer) { n += newer.n; }
    double value() const { return n; }
    static constexpr double empty = 0;
};

struct Sum
{
    WideSum sum;
    void add(double x) { sum.add(x); }
    void join(const Sum &newer) { sum.add(newer.sum); }
    double value() const { return sum.value(); }
    static constexpr double empty = missing;
};

struct Mean
{
    WideSum sum;
    double n = 0;
    void add(double x)
    {
        sum.add(x);
        ++n;
    }
    void join(const Mean &newer)
    {
        sum.add(newer.sum);
        n += newer.n;
    }
    double value() const { return sum.value() / n; }
    static constexpr double empty = missing;
};

struct Least
{
    double least = std::numeric_limits<double>::infinity();
    void add(double x) { least = std::min(least, x); }
    void join(const Least &newer) { add(newer.least); }
    double value() const { return least; }
    static constexpr double empty = missing;
};

struct Greatest
{
    double greatest = -std::numeric_limits<double>::infinity();
    void add(double x) { greatest = std::max(greatest, x); }
    void join(const Greatest &newer) { add(newer.greatest); }
    double value() const { return greatest; }
    static constexpr double empty = missing;
};

/// Count, mean and sum of squared deviations; joined as in Chan, Golub, LeVeque, "Updating formulae
/// and a pairwise algorithm for computing sample variances" (1979). The mean is kept wide: beside a
/// large offset its rounding would be as large as the deviations.
struct Spread
{
    double n = 0;
    WideSum mean;
    double squares = 0;
    void add(double x)
    {
        Spread one;
        one.n = 1;
        one.mean.high = x;
        join(one);
    }
    void join(const Spread &newer)
    {
        if (newer.n == 0)
            return;
        if (n == 0) {
            *this = newer;
            return;
        }
        const double all = n + newer.n;
        const double delta = (newer.mean.high - mean.high) + (newer.mean.low - mean.low);
        mean.add(delta * (newer.n / all));
        squares += newer.squares + delta * delta * (n * (newer.n / all));
        n = all;
    }
    double value() const { return n < 2 ? missing : std::sqrt(squares / (n - 1)); }
    static constexpr double empty = missing;
};

/// A queue as two stacks: samples are added to the back's running value, and taken from the front,
/// whose values are sums over the rest of it. Nothing is ever subtracted, so that no rounding error
/// outlives its sample (Tangwongsan et al., PVLDB 8(7), 2015, section 3.1).
template <class Value>
class TwoStacks final : public Window
{
public:
    TwoStacks(TimeNs width, WindowBudget &budget)
        : m_width(width)
        , m_budget(budget)
    {
    }

    double add(TimeNs time, double value) override
    {
        while (!empty() && oldest() <= time - m_width)
            drop();
        if (!std::isnan(value)) {
            while (!empty() && m_budget.full(m_front.size() + m_back.size())) {
                drop();
                ++m_budget.cut;
            }
            m_back.push_back({time, value});
            m_sum.add(value);
            ++m_budget.held;
        }
        if (empty())
            return Value::empty;
        if (m_front.empty())
            return m_sum.value();
        Value all = m_front.back().sum;
        all.join(m_sum);
        return all.value();
    }

private:
    struct Item
    {
        TimeNs time;
        double value;
    };
    struct Suffix
    {
        TimeNs time;
        Value sum; ///< from this sample to the newest of the front
    };

    bool empty() const { return m_front.empty() && m_back.empty(); }
    TimeNs oldest() const { return m_front.empty() ? m_back.front().time : m_front.back().time; }
    void drop()
    {
        if (m_front.empty())
            turn();
        m_front.pop_back();
        --m_budget.held;
    }
    void turn()
    {
        Value sum;
        for (auto it = m_back.rbegin(); it != m_back.rend(); ++it) {
            Value with;
            with.add(it->value);
            with.join(sum);
            sum = with;
            m_front.push_back({it->time, sum});
        }
        m_back.clear();
        m_sum = {};
    }

    TimeNs m_width;
    WindowBudget &m_budget;
    std::vector<Suffix> m_front; ///< oldest last
    std::vector<Item> m_back; ///< oldest first
    Value m_sum; ///< of the back
};

/// The lower and the upper half of the window as two ordered sets.
class MedianWindow final : public Window
{
public:
    MedianWindow(TimeNs width, WindowBudget &budget)
        : m_width(width)
        , m_budget(budget)
    {
    }

    double add(TimeNs time, double value) override
    {
        while (!m_samples.empty() && m_samples.front().first <= time - m_width)
            drop();
        if (!std::isnan(value)) {
            while (!m_samples.empty() && m_budget.full(m_samples.size())) {
                drop();
                ++m_budget.cut;
            }
            insert(time, {value, m_next++});
        }
        if (m_low.empty())
            return missing;
        const double low = m_low.rbegin()->first;
        return m_low.size() > m_high.size() ? low : std::midpoint(low, m_high.begin()->first);
    }

private:
    using Key = std::pair<double, std::uint64_t>; ///< the number keeps equal values apart

    void insert(TimeNs time, const Key &key)
    {
        m_samples.emplace_back(time, key);
        ++m_budget.held;
        if (m_low.empty() || key < *m_low.rbegin())
            m_low.insert(key);
        else
            m_high.insert(key);
        balance();
    }
    void drop()
    {
        const Key key = m_samples.front().second;
        m_samples.pop_front();
        --m_budget.held;
        if (m_low.erase(key) == 0)
            m_high.erase(key);
        balance();
    }
    void balance()
    {
        if (m_low.size() > m_high.size() + 1)
            m_high.insert(m_low.extract(std::prev(m_low.end())));
        else if (m_low.size() < m_high.size())
            m_low.insert(m_high.extract(m_high.begin()));
    }

    TimeNs m_width;
    WindowBudget &m_budget;
    std::uint64_t m_next = 0;
    std::deque<std::pair<TimeNs, Key>> m_samples;
    std::set<Key> m_low; ///< as many as in m_high, or one more
    std::set<Key> m_high;
};

} // namespace

std::unique_ptr<Window> Window::create(Op op, TimeNs width, WindowBudget &budget)
{
    switch (op) {
    case Op::RollingMean:
        return std::make_unique<TwoStacks<Mean>>(width, budget);
    case Op::RollingMin:
        return std::make_unique<TwoStacks<Least>>(width, budget);
    case Op::RollingMax:
        return std::make_unique<TwoStacks<Greatest>>(width, budget);
    case Op::RollingSum:
        return std::make_unique<TwoStacks<Sum>>(width, budget);
    case Op::RollingStd:
        return std::make_unique<TwoStacks<Spread>>(width, budget);
    case Op::RollingMedian:
        return std::make_unique<MedianWindow>(width, budget);
    case Op::RollingCount:
        return std::make_unique<TwoStacks<Count>>(width, budget);
    default:
        return {};
    }
}

} // namespace analysis
