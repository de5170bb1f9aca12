// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packedints.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace store {

namespace {

using U = std::uint64_t;
using I = std::int64_t;

enum Mode : std::uint8_t { Reference = 0, Delta = 1, Line = 2 };
enum Shape : std::uint8_t { Minis = 0, Constant = 1, Linear = 2 };

// All arithmetic is modulo 2^64 on purpose: differences of int64 extremes wrap and come back.
I add(I a, U b)
{
    return static_cast<I>(static_cast<U>(a) + b);
}

U sub(I a, I b)
{
    return static_cast<U>(a) - static_cast<U>(b);
}

U times(I step, std::size_t i)
{
    return static_cast<U>(step) * i;
}

struct Plan
{
    Mode mode = Reference;
    I base = 0;
    I step = 0;
    unsigned width = 64;
    std::size_t bits = std::numeric_limits<std::size_t>::max();
    std::array<U, miniSize> codes;
};

/// Chooses the width that costs least when wider codes are patched.
void chooseWidth(Plan &plan, std::size_t n)
{
    std::array<std::uint16_t, 65> histogram{};
    for (std::size_t i = 0; i < n; ++i)
        ++histogram[static_cast<std::size_t>(std::bit_width(plan.codes[i]))];
    unsigned longest = 64;
    while (longest > 0 && histogram[longest] == 0)
        --longest;
    std::size_t patched = 0;
    for (unsigned width = longest;; --width) {
        const std::size_t patchBits = 8 + 8 * ((longest - width + 6) / 7);
        const std::size_t bits = n * width + patched * patchBits + (patched ? 16 : 0);
        if (bits < plan.bits) {
            plan.bits = bits;
            plan.width = width;
        }
        if (width == 0)
            break;
        patched += histogram[width];
    }
}

void planReference(std::span<const I> v, Plan &plan)
{
    plan.mode = Reference;
    plan.base = *std::min_element(v.begin(), v.end());
    for (std::size_t i = 0; i < v.size(); ++i)
        plan.codes[i] = sub(v[i], plan.base);
    chooseWidth(plan, v.size());
}

void planDelta(std::span<const I> v, Plan &plan)
{
    plan.mode = Delta;
    plan.base = v[0];
    plan.step = std::numeric_limits<I>::max();
    for (std::size_t i = 1; i < v.size(); ++i)
        plan.step = std::min(plan.step, static_cast<I>(sub(v[i], v[i - 1])));
    plan.codes[0] = 0;
    for (std::size_t i = 1; i < v.size(); ++i)
        plan.codes[i] = sub(static_cast<I>(sub(v[i], v[i - 1])), plan.step);
    chooseWidth(plan, v.size());
}

void planLine(std::span<const I> v, Plan &plan)
{
    plan.mode = Line;
    plan.step = static_cast<I>(sub(v.back(), v[0])) / static_cast<I>(v.size() - 1);
    I lowest = 0;
    for (std::size_t i = 0; i < v.size(); ++i) {
        plan.codes[i] = sub(v[i], add(v[0], times(plan.step, i)));
        lowest = std::min(lowest, static_cast<I>(plan.codes[i]));
    }
    for (std::size_t i = 0; i < v.size(); ++i)
        plan.codes[i] -= static_cast<U>(lowest);
    plan.base = add(v[0], static_cast<U>(lowest));
    chooseWidth(plan, v.size());
}

void putBits(const Plan &plan, std::size_t n, std::string &payload)
{
    if (plan.width == 0)
        return;
    const std::size_t start = payload.size();
    payload.resize(start + (n * plan.width + 7) / 8 + 16);
    char *const out = payload.data() + start;
    const U mask = plan.width == 64 ? ~U(0) : (U(1) << plan.width) - 1;
    U pending = 0;
    unsigned filled = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const U code = plan.codes[i] & mask;
        pending |= code << filled;
        filled += plan.width;
        if (filled >= 64) {
            std::memcpy(out + at, &pending, 8);
            at += 8;
            filled -= 64;
            pending = filled ? code >> (plan.width - filled) : 0;
        }
    }
    std::memcpy(out + at, &pending, 8);
    payload.resize(start + (n * plan.width + 7) / 8);
}

void putPatches(const Plan &plan, std::size_t n, std::string &patches)
{
    if (plan.width == 64)
        return;
    ByteWriter writer(patches);
    for (std::size_t i = 0; i < n; ++i) {
        if (const U high = plan.codes[i] >> plan.width) {
            writer.u8(static_cast<std::uint8_t>(i));
            writer.varint(high);
        }
    }
}

/// One mini: 2 bytes mode and width, range, parameters; patches stand in the directory.
void packMini(std::span<const I> v, I &previousLo, std::string &directory, std::string &payload)
{
    Plan best;
    planReference(v, best);
    const I lo = best.base;
    const U span = sub(*std::max_element(v.begin(), v.end()), lo);
    if (v.size() > 1 && best.width > 0) {
        Plan other;
        planDelta(v, other);
        if (other.bits + 16 < best.bits)
            best = other;
        other.bits = std::numeric_limits<std::size_t>::max();
        planLine(v, other);
        if (other.bits + 24 < best.bits)
            best = other;
    }
    std::string patches;
    putPatches(best, v.size(), patches);
    ByteWriter writer(directory);
    writer.u8(static_cast<std::uint8_t>(best.mode | (patches.empty() ? 0 : 0x80)));
    writer.u8(static_cast<std::uint8_t>(best.width));
    writer.zigzag(static_cast<I>(sub(lo, previousLo)));
    writer.varint(span);
    if (best.mode != Reference) {
        writer.zigzag(static_cast<I>(sub(best.base, lo)));
        writer.zigzag(best.step);
    }
    if (!patches.empty()) {
        writer.varint(patches.size());
        directory += patches;
    }
    putBits(best, v.size(), payload);
    previousLo = lo;
}

bool isLinear(std::span<const I> v, U step)
{
    for (std::size_t i = 1; i < v.size(); ++i) {
        if (sub(v[i], v[i - 1]) != step)
            return false;
    }
    return true;
}

/// A line that does not wrap, so that its ends are its range.
bool rangeIsEnds(I first, U step, std::size_t count)
{
    __extension__ using Wide = __int128;
    const Wide last = static_cast<Wide>(first)
        + static_cast<Wide>(static_cast<I>(step)) * static_cast<Wide>(count);
    return last <= std::numeric_limits<I>::max() && last >= std::numeric_limits<I>::min();
}

U bitsAt(const std::uint8_t *p, std::size_t bit, unsigned width, U mask)
{
    U word;
    std::memcpy(&word, p + (bit >> 3), 8);
    const unsigned shift = bit & 7;
    word >>= shift;
    if (shift + width > 64)
        word |= static_cast<U>(p[(bit >> 3) + 8]) << (64 - shift);
    return word & mask;
}

} // namespace

void packInts(std::span<const I> values, std::string &out)
{
    ByteWriter writer(out);
    if (values.empty())
        return;
    const U step = values.size() > 1 ? sub(values[1], values[0]) : 0;
    if (rangeIsEnds(values[0], step, values.size()) && isLinear(values, step)) {
        writer.u8(step == 0 ? Constant : Linear);
        writer.zigzag(values[0]);
        if (step != 0)
            writer.zigzag(static_cast<I>(step));
        return;
    }
    writer.u8(Minis);
    std::string payload;
    I previousLo = 0;
    for (std::size_t i = 0; i < values.size(); i += miniSize)
        packMini(values.subspan(i, std::min(miniSize, values.size() - i)), previousLo, out,
                 payload);
    out += payload;
}

bool PackedInts::parse(ByteReader &in, std::size_t count)
{
    m_count = count;
    m_miniCount = (count + miniSize - 1) / miniSize;
    if (count > maxBlockSamples)
        return false;
    if (count == 0)
        return true;
    const std::uint8_t shape = in.u8();
    if (shape == Constant || shape == Linear) {
        parseLine(in, shape == Constant);
        return in.ok();
    }
    if (shape != Minis)
        return false;
    I previousLo = 0;
    for (std::size_t m = 0; m < m_miniCount; ++m) {
        m_minis[m].size = static_cast<std::uint16_t>(std::min(miniSize, count - m * miniSize));
        if (!parseMini(in, m_minis[m], previousLo))
            return false;
    }
    for (std::size_t m = 0; m < m_miniCount; ++m) {
        m_minis[m].payload = in.raw((m_minis[m].size * std::size_t(m_minis[m].width) + 7) / 8);
        if (!m_minis[m].payload)
            return false;
    }
    return in.left() >= 8;
}

bool PackedInts::parseMini(ByteReader &in, Mini &mini, I &previousLo) const
{
    const std::uint8_t mode = in.u8();
    mini.mode = mode & 0x7f;
    mini.width = in.u8();
    mini.lo = add(previousLo, static_cast<U>(in.zigzag()));
    mini.span = in.varint();
    mini.base = mini.lo;
    mini.step = 0;
    if (mini.mode != Reference) {
        mini.base = add(mini.lo, static_cast<U>(in.zigzag()));
        mini.step = in.zigzag();
    }
    mini.patchBytes = 0;
    if (mode & 0x80) {
        const std::uint64_t size = in.varint();
        if (size > miniSize * 11)
            return false;
        mini.patchBytes = static_cast<std::uint32_t>(size);
        mini.patches = in.raw(mini.patchBytes);
    }
    previousLo = mini.lo;
    return in.ok() && mini.mode <= Line && mini.width <= 64;
}

void PackedInts::parseLine(ByteReader &in, bool constant)
{
    const I first = in.zigzag();
    const I step = constant ? 0 : in.zigzag();
    for (std::size_t m = 0; m < m_miniCount; ++m) {
        Mini &mini = m_minis[m];
        mini = {};
        mini.size = static_cast<std::uint16_t>(std::min(miniSize, m_count - m * miniSize));
        mini.mode = Line;
        mini.base = add(first, times(step, m * miniSize));
        mini.step = step;
        const I end = add(mini.base, times(step, mini.size - 1u));
        mini.lo = std::min(mini.base, end);
        mini.span = sub(std::max(mini.base, end), mini.lo);
    }
}

bool PackedInts::decodeMini(std::size_t m, I *out) const
{
    const Mini &mini = m_minis[m];
    const std::size_t n = mini.size;
    if (mini.width == 0) {
        std::fill_n(out, n, 0);
    } else {
        const U mask = mini.width == 64 ? ~U(0) : (U(1) << mini.width) - 1;
        for (std::size_t i = 0, bit = 0; i < n; ++i, bit += mini.width)
            out[i] = static_cast<I>(bitsAt(mini.payload, bit, mini.width, mask));
    }
    if (mini.patchBytes > 0) {
        ByteReader patches(mini.patches, mini.patchBytes);
        while (patches.left() > 0) {
            const std::size_t at = patches.u8();
            const U high = patches.varint();
            if (!patches.ok() || at >= n || mini.width >= 64)
                return false;
            out[at] = static_cast<I>(static_cast<U>(out[at]) | (high << mini.width));
        }
    }
    if (mini.mode == Reference) {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = add(mini.base, static_cast<U>(out[i]));
    } else if (mini.mode == Line) {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = add(mini.base, times(mini.step, i) + static_cast<U>(out[i]));
    } else {
        I value = mini.base;
        out[0] = value;
        for (std::size_t i = 1; i < n; ++i)
            out[i] = value = add(value, static_cast<U>(mini.step) + static_cast<U>(out[i]));
    }
    return true;
}

bool PackedInts::decode(I *out) const
{
    for (std::size_t m = 0; m < m_miniCount; ++m) {
        if (!decodeMini(m, out + m * miniSize))
            return false;
    }
    return true;
}

} // namespace store
