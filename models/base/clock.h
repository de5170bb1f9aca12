// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace base {

/// Nanoseconds since 1970-01-01T00:00:00Z.
using TimeNs = std::int64_t;

inline constexpr TimeNs noTime = INT64_MIN;
inline constexpr TimeNs nsPerUs = 1'000;
inline constexpr TimeNs nsPerMs = 1'000'000;
inline constexpr TimeNs nsPerSecond = 1'000'000'000;
inline constexpr TimeNs nsPerMinute = 60 * nsPerSecond;
inline constexpr TimeNs nsPerHour = 60 * nsPerMinute;

/// Where "now" comes from. Replay and tests inject their own. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual TimeNs now() const = 0;
};

/// The wall clock of the machine (CLOCK_REALTIME).
class SystemClock final : public Clock
{
public:
    TimeNs now() const override;
    static const SystemClock &instance();
};

/// A clock that stands still until it is told to move.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(TimeNs start = 0)
        : m_now(start)
    {
    }
    TimeNs now() const override { return m_now.load(std::memory_order_relaxed); }
    void set(TimeNs time) { m_now.store(time, std::memory_order_relaxed); }
    void advance(TimeNs step) { m_now.fetch_add(step, std::memory_order_relaxed); }

private:
    std::atomic<TimeNs> m_now;
};

} // namespace base
