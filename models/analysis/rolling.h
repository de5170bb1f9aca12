// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/sample.h"
#include "models/analysis/tree.h"

#include <cstdint>
#include <memory>

namespace analysis {

/// How many samples the windows of one evaluation may hold, together.
struct WindowBudget
{
    static constexpr std::size_t perWindow = 1'000'000;
    static constexpr std::size_t together = 4'000'000;
    std::size_t held = 0;
    std::uint64_t cut = 0; ///< samples that left a window early because it was full

    bool full(std::size_t own) const { return own >= perWindow || held >= together; }
};

/// A value over the samples of the last `width` ns: those with now - width < time <= now. Missing
/// values are left out. When the budget is used up the oldest samples leave early and are counted.
class Window
{
public:
    virtual ~Window() = default;
    /// Takes in one sample (times only grow) and gives the value; missing when nothing is in it.
    virtual double add(TimeNs time, double value) = 0;

    /// For the Rolling... operations. Each add costs O(1) on average, the median O(log n).
    static std::unique_ptr<Window> create(Op op, TimeNs width, WindowBudget &budget);
};

} // namespace analysis
