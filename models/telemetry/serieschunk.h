// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/column.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace telemetry {

/// Minimum, maximum, number and worst quality rank of a run of samples.
struct Summary
{
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    std::uint64_t count = 0;
    int rank = -1;

    void add(double value, int qualityRank)
    {
        min = value < min ? value : min; // false for NaN: not counted
        max = value > max ? value : max;
        rank = qualityRank > rank ? qualityRank : rank;
        ++count;
    }
    void add(const Summary &other)
    {
        min = other.min < min ? other.min : min;
        max = other.max > max ? other.max : max;
        rank = other.rank > rank ? other.rank : rank;
        count += other.count;
    }
};

/// Up to 256 samples of one series in time order, as four arrays behind this header in one piece of
/// memory. A raw chunk takes samples at its end; a packed one stores each array as narrow as its
/// values allow, without loss, and still reaches every sample by index.
/// Not thread-safe: the series' lock guards it.
class Chunk
{
public:
    struct Free
    {
        void operator()(Chunk *chunk) const;
    };
    using Ptr = std::unique_ptr<Chunk, Free>;

    static constexpr int maxPacked = 256;

    static Ptr raw(int capacity);
    static Ptr pack(std::span<const Point> points);
    static Ptr pack(const Chunk &raw, int from, int to);

    int count() const { return m_count; }
    int capacity() const { return m_capacity; }
    std::size_t bytes() const;

    TimeNs time(int i) const;
    std::uint64_t bits(int i) const;
    ValueType type(int i) const { return static_cast<ValueType>(meta(i) >> 4); }
    Quality quality(int i) const { return static_cast<Quality>(meta(i) & 15); }
    double number(int i) const { return numberOf(type(i), bits(i), quality(i)); }
    Point point(int i) const;
    /// Index of the first sample with time >= `time`; count() when there is none.
    int lowerBound(TimeNs time) const;
    /// Adds samples [from, to) to `out`.
    void summarise(int from, int to, Summary &out) const;

    void prefetch() const; ///< times into the cache: they will be searched soon

    // Raw chunks only.
    void push(const Point &point);
    void insert(int at, const Point &point);
    void clear() { m_count = 0; }
    Ptr grown(int capacity) const;

private:
    enum Width : std::uint8_t { Constant = 0, Byte = 1, Word = 4, Long = 8 };
    struct Form
    {
        Width time;
        Width received;
        Width value;
        Width meta;
    };

    Chunk(Form form, int capacity);
    static Ptr make(Form form, int capacity);
    static std::size_t arraysSize(Form form, int capacity);
    template <class Source>
    static Ptr packFrom(const Source &source, int count);

    template <class T>
    T *array(std::size_t offset)
    {
        return reinterpret_cast<T *>(reinterpret_cast<std::byte *>(this) + sizeof(Chunk) + offset);
    }
    template <class T>
    const T *array(std::size_t offset) const
    {
        return reinterpret_cast<const T *>(reinterpret_cast<const std::byte *>(this) + sizeof(Chunk)
                                           + offset);
    }
    std::size_t receivedAt() const;
    std::size_t valuesAt() const;
    std::size_t metaAt() const;
    std::uint8_t meta(int i) const
    {
        return m_form.meta == Constant ? m_meta : array<std::uint8_t>(metaAt())[i];
    }
    void setRaw(int i, const Point &point);
    template <class Source>
    void writeAll(const Source &source);
    template <class Source>
    void writeValues(const Source &source);
    template <class T>
    void summariseAs(const T *values, int from, int to, Summary &out) const;

    TimeNs m_base = 0; ///< Word times count units from here
    std::int64_t m_lag = 0; ///< received - time, or what Word lags add to
    std::uint64_t m_value = 0; ///< when values are constant
    std::uint32_t m_unit = 1; ///< ns per step of Word times
    std::uint16_t m_count = 0;
    std::uint16_t m_capacity = 0;
    Form m_form;
    std::uint8_t m_meta = 0; ///< type << 4 | quality, when constant
};

} // namespace telemetry
