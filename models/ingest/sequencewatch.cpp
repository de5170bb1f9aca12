// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/sequencewatch.h"

namespace ingest {

namespace {

constexpr int steadyEnough = 8;
constexpr std::int64_t largestGap = 1'000'000; ///< a larger jump is another counter
constexpr std::int64_t latest = 10'000; ///< further back is a restart, not a late message

} // namespace

SequenceWatch::Step SequenceWatch::next(std::int64_t sequence, std::int64_t modulus)
{
    if (m_last < 0) {
        m_last = sequence;
        return {};
    }
    return modulus > 0 ? wrapping(sequence, modulus) : counting(sequence);
}

SequenceWatch::Step SequenceWatch::wrapping(std::int64_t sequence, std::int64_t modulus)
{
    const std::int64_t missing = ((sequence - m_last - 1) % modulus + modulus) % modulus;
    if (missing == modulus - 1) // the same message again
        return {};
    const std::int64_t behind = modulus - missing - 1;
    if (m_open > 0 && behind <= modulus / 4) {
        --m_open;
        return {-1, false};
    }
    m_last = sequence;
    // A birth starts over at 0 (or anywhere, see the contradiction in the specification).
    if (missing > modulus / 2) {
        m_open = 0;
        return {0, true};
    }
    m_open += missing;
    return {missing, false};
}

SequenceWatch::Step SequenceWatch::counting(std::int64_t sequence)
{
    const std::int64_t step = sequence - m_last;
    if (step == 0)
        return {};
    if (step == 1) {
        m_last = sequence;
        if (m_steady < steadyEnough)
            ++m_steady;
        return {};
    }
    if (m_steady < steadyEnough) {
        m_steady = 0;
        m_last = sequence;
        return {};
    }
    if (step > 1 && step <= largestGap) {
        m_last = sequence;
        m_open += step - 1;
        return {step - 1, false};
    }
    if (step < 0 && -step <= latest && m_open > 0) {
        --m_open;
        return {-1, false};
    }
    m_last = sequence;
    m_open = 0;
    m_steady = 0;
    return {0, true};
}

} // namespace ingest
