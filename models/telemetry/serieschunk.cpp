// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/serieschunk.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace telemetry {

namespace {

constexpr std::size_t aligned(std::size_t size)
{
    return (size + 7) & ~std::size_t(7);
}

std::uint8_t packedMeta(const Point &point)
{
    return static_cast<std::uint8_t>(static_cast<unsigned>(point.type) << 4
                                     | (static_cast<unsigned>(point.quality) & 15u));
}

// Hostile times may lie further apart than int64 reaches: differences wrap, and are told by width.
std::uint64_t distance(std::int64_t from, std::int64_t to)
{
    return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
}

std::int64_t moved(std::int64_t from, std::uint64_t by)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + by);
}

// The coarsest unit in which all times are whole steps that fit 32 bits; 0 when there is none.
template <class Source>
std::uint32_t timeUnit(const Source &source, int count)
{
    const TimeNs base = source.time(0);
    const std::uint64_t span = distance(base, source.time(count - 1));
    for (const std::uint32_t unit : {1u, 1'000u, 1'000'000u}) {
        if (span / unit > UINT32_MAX)
            continue;
        int i = 0;
        while (i < count && (unit == 1 || distance(base, source.time(i)) % unit == 0))
            ++i;
        if (i == count)
            return unit;
        return 0; // not whole µs: not whole ms either
    }
    return 0;
}

struct PointSource
{
    std::span<const Point> points;
    TimeNs time(int i) const { return at(i).time; }
    TimeNs received(int i) const { return at(i).received; }
    std::uint64_t bits(int i) const { return at(i).bits; }
    std::uint8_t meta(int i) const { return packedMeta(at(i)); }
    const Point &at(int i) const { return points[static_cast<std::size_t>(i)]; }
};

struct RawSource
{
    const TimeNs *times;
    const TimeNs *receives;
    const std::uint64_t *values;
    const std::uint8_t *metas;
    TimeNs time(int i) const { return times[i]; }
    TimeNs received(int i) const { return receives[i]; }
    std::uint64_t bits(int i) const { return values[i]; }
    std::uint8_t meta(int i) const { return metas[i]; }
};

} // namespace

void Chunk::Free::operator()(Chunk *chunk) const
{
    chunk->~Chunk();
    ::operator delete(chunk);
}

Chunk::Chunk(Form form, int capacity)
    : m_capacity(static_cast<std::uint16_t>(capacity))
    , m_form(form)
{
}

std::size_t Chunk::arraysSize(Form form, int capacity)
{
    const auto n = static_cast<std::size_t>(capacity);
    return aligned(form.time * n) + aligned(form.received * n) + aligned(form.value * n)
        + aligned(form.meta * n);
}

Chunk::Ptr Chunk::make(Form form, int capacity)
{
    void *memory = ::operator new(sizeof(Chunk) + arraysSize(form, capacity));
    return Ptr(new (memory) Chunk(form, capacity));
}

Chunk::Ptr Chunk::raw(int capacity)
{
    return make({Long, Long, Long, Byte}, capacity);
}

std::size_t Chunk::bytes() const
{
    return sizeof(Chunk) + arraysSize(m_form, m_capacity) + sizeof(void *) * 2; // malloc's own
}

std::size_t Chunk::receivedAt() const
{
    return aligned(std::size_t(m_form.time) * m_capacity);
}

std::size_t Chunk::valuesAt() const
{
    return receivedAt() + aligned(std::size_t(m_form.received) * m_capacity);
}

std::size_t Chunk::metaAt() const
{
    return valuesAt() + aligned(std::size_t(m_form.value) * m_capacity);
}

template <class Source>
Chunk::Ptr Chunk::packFrom(const Source &source, int count)
{
    std::int64_t lowLag = moved(source.received(0), distance(source.time(0), 0));
    std::int64_t highLag = lowLag;
    std::uint64_t anyBit = 0;
    std::uint64_t changedBit = 0;
    unsigned changedMeta = 0;
    for (int i = 0; i < count; ++i) {
        const std::int64_t lag = moved(source.received(i), distance(source.time(i), 0));
        lowLag = std::min(lowLag, lag);
        highLag = std::max(highLag, lag);
        anyBit |= source.bits(i);
        changedBit |= source.bits(i) ^ source.bits(0);
        changedMeta |= unsigned(source.meta(i) ^ source.meta(0));
    }
    const std::uint32_t unit = timeUnit(source, count);
    const std::uint64_t lagSpan = distance(lowLag, highLag);
    const Form form{unit != 0 ? Word : Long,
                    lagSpan == 0               ? Constant
                        : lagSpan > UINT32_MAX ? Long
                                               : Word,
                    changedBit == 0           ? Constant
                        : anyBit > UINT32_MAX ? Long
                        : anyBit > UINT8_MAX  ? Word
                                              : Byte,
                    changedMeta == 0 ? Constant : Byte};
    Ptr chunk = make(form, count);
    chunk->m_base = source.time(0);
    chunk->m_unit = unit;
    chunk->m_lag = lowLag;
    chunk->m_value = source.bits(0);
    chunk->m_meta = source.meta(0);
    chunk->m_count = static_cast<std::uint16_t>(count);
    chunk->writeAll(source);
    return chunk;
}

template <class Source>
void Chunk::writeAll(const Source &source)
{
    const int n = m_count;
    if (m_form.time == Long) {
        TimeNs *times = array<TimeNs>(0);
        for (int i = 0; i < n; ++i)
            times[i] = source.time(i);
    } else {
        std::uint32_t *steps = array<std::uint32_t>(0);
        if (m_unit == 1) {
            for (int i = 0; i < n; ++i)
                steps[i] = static_cast<std::uint32_t>(distance(m_base, source.time(i)));
        } else {
            for (int i = 0; i < n; ++i)
                steps[i] = static_cast<std::uint32_t>(distance(m_base, source.time(i)) / m_unit);
        }
    }
    if (m_form.received == Long) {
        TimeNs *receives = array<TimeNs>(receivedAt());
        for (int i = 0; i < n; ++i)
            receives[i] = source.received(i);
    } else if (m_form.received == Word) {
        std::uint32_t *lags = array<std::uint32_t>(receivedAt());
        for (int i = 0; i < n; ++i) {
            const std::int64_t lag = moved(source.received(i), distance(source.time(i), 0));
            lags[i] = static_cast<std::uint32_t>(distance(m_lag, lag));
        }
    }
    writeValues(source);
}

template <class Source>
void Chunk::writeValues(const Source &source)
{
    const auto copy = [&]<class T>(T *into) {
        for (int i = 0; i < m_count; ++i)
            into[i] = static_cast<T>(source.bits(i));
    };
    if (m_form.value == Long)
        copy(array<std::uint64_t>(valuesAt()));
    else if (m_form.value == Word)
        copy(array<std::uint32_t>(valuesAt()));
    else if (m_form.value == Byte)
        copy(array<std::uint8_t>(valuesAt()));
    if (m_form.meta == Byte) {
        std::uint8_t *metas = array<std::uint8_t>(metaAt());
        for (int i = 0; i < m_count; ++i)
            metas[i] = source.meta(i);
    }
}

Chunk::Ptr Chunk::pack(std::span<const Point> points)
{
    return packFrom(PointSource{points}, static_cast<int>(points.size()));
}

Chunk::Ptr Chunk::pack(const Chunk &raw, int from, int to)
{
    const RawSource source{raw.array<TimeNs>(0) + from, raw.array<TimeNs>(raw.receivedAt()) + from,
                           raw.array<std::uint64_t>(raw.valuesAt()) + from,
                           raw.array<std::uint8_t>(raw.metaAt()) + from};
    return packFrom(source, to - from);
}

TimeNs Chunk::time(int i) const
{
    if (m_form.time == Long)
        return array<TimeNs>(0)[i];
    return moved(m_base, std::uint64_t(array<std::uint32_t>(0)[i]) * m_unit);
}

std::uint64_t Chunk::bits(int i) const
{
    switch (m_form.value) {
    case Constant:
        return m_value;
    case Byte:
        return array<std::uint8_t>(valuesAt())[i];
    case Word:
        return array<std::uint32_t>(valuesAt())[i];
    case Long:
        break;
    }
    return array<std::uint64_t>(valuesAt())[i];
}

Point Chunk::point(int i) const
{
    Point out{time(i), 0, bits(i), type(i), quality(i)};
    if (m_form.received == Long)
        out.received = array<TimeNs>(receivedAt())[i];
    else if (m_form.received == Word)
        out.received = moved(moved(out.time, static_cast<std::uint64_t>(m_lag)),
                             array<std::uint32_t>(receivedAt())[i]);
    else
        out.received = moved(out.time, static_cast<std::uint64_t>(m_lag));
    return out;
}

int Chunk::lowerBound(TimeNs time) const
{
    if (m_form.time == Long) {
        const TimeNs *times = array<TimeNs>(0);
        return static_cast<int>(std::lower_bound(times, times + m_count, time) - times);
    }
    if (time <= m_base)
        return 0;
    const std::uint64_t from = distance(m_base, time);
    const std::uint64_t steps = from / m_unit + (from % m_unit != 0 ? 1 : 0);
    const std::uint32_t *offsets = array<std::uint32_t>(0);
    return static_cast<int>(std::lower_bound(offsets, offsets + m_count, steps) - offsets);
}

template <class T>
void Chunk::summariseAs(const T *values, int from, int to, Summary &out) const
{
    const ValueType kind = static_cast<ValueType>(m_meta >> 4);
    double low = out.min;
    double high = out.max;
    const bool missing = static_cast<Quality>(m_meta & 15) == Quality::Missing;
    for (int i = from; i < to && !missing; ++i) {
        const double v = toDouble(kind, values[i]);
        low = v < low ? v : low;
        high = v > high ? v : high;
    }
    out.min = low;
    out.max = high;
    out.rank = std::max(out.rank, qualityRank(static_cast<Quality>(m_meta & 15)));
    out.count += static_cast<std::uint64_t>(to - from);
}

void Chunk::summarise(int from, int to, Summary &out) const
{
    if (from >= to)
        return;
    if (m_form.meta == Constant) {
        switch (m_form.value) {
        case Constant: {
            Summary one;
            one.add(number(0), qualityRank(quality(0)));
            one.count = static_cast<std::uint64_t>(to - from);
            out.add(one);
            return;
        }
        case Byte:
            return summariseAs(array<std::uint8_t>(valuesAt()), from, to, out);
        case Word:
            return summariseAs(array<std::uint32_t>(valuesAt()), from, to, out);
        case Long:
            return summariseAs(array<std::uint64_t>(valuesAt()), from, to, out);
        }
    }
    for (int i = from; i < to; ++i)
        out.add(number(i), qualityRank(quality(i)));
}

void Chunk::setRaw(int i, const Point &point)
{
    const std::size_t stride = std::size_t(m_capacity) * 8;
    array<TimeNs>(0)[i] = point.time;
    array<TimeNs>(stride)[i] = point.received;
    array<std::uint64_t>(stride * 2)[i] = point.bits;
    array<std::uint8_t>(stride * 3)[i] = packedMeta(point);
}

void Chunk::push(const Point &point)
{
    setRaw(m_count++, point);
}

void Chunk::insert(int at, const Point &point)
{
    const std::size_t stride = std::size_t(m_capacity) * 8;
    const auto shift = [&](auto *items) {
        std::copy_backward(items + at, items + m_count, items + m_count + 1);
    };
    shift(array<TimeNs>(0));
    shift(array<TimeNs>(stride));
    shift(array<std::uint64_t>(stride * 2));
    shift(array<std::uint8_t>(stride * 3));
    ++m_count;
    setRaw(at, point);
}

void Chunk::prefetch() const
{
    const auto *start = reinterpret_cast<const std::byte *>(this);
    const std::size_t end = sizeof(Chunk) + receivedAt();
    for (std::size_t at = 0; at < end; at += 64)
        __builtin_prefetch(start + at);
    __builtin_prefetch(array<std::byte>(valuesAt()));
}

Chunk::Ptr Chunk::grown(int capacity) const
{
    Ptr out = raw(capacity);
    for (int i = 0; i < m_count; ++i)
        out->push(point(i));
    return out;
}

} // namespace telemetry
