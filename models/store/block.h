// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/valuecolumn.h"
#include "models/telemetry/column.h"

#include <string_view>

namespace store {

using telemetry::TimeNs;

/// One sample of a signal as the writer keeps it: 24 bytes. The receive time is kept as whole
/// milliseconds after the source time, rounded down.
struct Entry
{
    TimeNs time = 0;
    std::uint64_t bits = 0;
    std::uint64_t meta = 0; ///< bits 0..7 quality, 8..15 type, 16..63 receive delay in ms (signed)

    static Entry of(const telemetry::Sample &sample);
    static Entry of(TimeNs time, std::uint64_t bits, telemetry::ValueType type,
                    std::uint8_t quality, std::int64_t delayMs);

    std::uint8_t quality() const { return static_cast<std::uint8_t>(meta); }
    telemetry::ValueType type() const
    {
        return static_cast<telemetry::ValueType>(static_cast<std::uint8_t>(meta >> 8));
    }
    std::int64_t delayMs() const { return static_cast<std::int64_t>(meta) >> 16; }
    TimeNs received() const; ///< saturates
    double number() const
    {
        return telemetry::numberOf(type(), bits, static_cast<telemetry::Quality>(quality()));
    }
    telemetry::Point point() const;
    bool operator==(const Entry &) const = default;
};

/// What a reader needs to know of a run of samples when it falls into one column as a whole.
struct Summary
{
    TimeNs firstTime = 0;
    TimeNs lastTime = 0;
    std::int64_t id = 0; ///< row of the block, or index of the child page
    std::uint64_t count = 0;
    double first = 0;
    double last = 0;
    double min = 0;
    double max = 0;
    std::uint64_t worst = 0; ///< Quality as its number
};
static_assert(sizeof(Summary) == 72);

Summary summarise(std::span<const Entry> sorted);
void extend(Summary &summary, const Summary &later); ///< `later` follows in time order

/// The three blobs of a run of samples in time order. Signals of one message share the first two.
void packTimes(std::span<const Entry> sorted, std::string &out);
void packDelays(std::span<const Entry> sorted, std::string &out);
void packBlock(std::span<const Entry> sorted, std::string &out); ///< values, types, quality

/// Source times of a block with random access by mini.
class TimesView
{
public:
    bool open(std::string_view blob);
    std::size_t size() const { return m_packed.size(); }
    TimeNs miniFirst(std::size_t m) const { return scale(m_packed.mini(m).lo); }
    TimeNs miniLast(std::size_t m) const { return scale(m_packed.mini(m).hi()); }
    bool decodeMini(std::size_t m, TimeNs *out) const;

private:
    TimeNs scale(std::int64_t code) const
    {
        return static_cast<TimeNs>(m_origin + static_cast<std::uint64_t>(code) * m_unit);
    }
    std::uint64_t m_origin = 0;
    std::uint64_t m_unit = 1;
    PackedInts m_packed;
};

/// Values, types and qualities of a block with random access by mini.
class BlockView
{
public:
    bool open(std::string_view blob); ///< checks the blob's checksum
    std::size_t size() const { return m_count; }
    bool miniRange(std::size_t m, double &min, double &max) const
    {
        return !m_mixed && m_values.miniRange(m, min, max);
    }
    bool allGood() const { return m_allGood; }
    bool uniform() const { return !m_mixed; }
    telemetry::ValueType type() const { return m_type; }
    bool decodeMini(std::size_t m, std::uint64_t *bits) const
    {
        return m_values.decodeMini(m, bits);
    } ///< uniform only
    bool decodeQualities(std::int64_t *out) const;
    /// Everything but times; entries must have size() elements.
    bool decode(std::span<Entry> entries) const;

private:
    bool decodeMixed(std::span<Entry> entries) const;

    std::size_t m_count = 0;
    bool m_mixed = false;
    bool m_allGood = true;
    telemetry::ValueType m_type = telemetry::ValueType::Double;
    ValueColumn m_values;
    PackedInts m_qualities;
    PackedInts m_types;
    std::array<ValueColumn, 5> m_byType; ///< only for mixed blocks
};

/// Decodes whole blobs into entries; false when one is damaged or they do not belong together.
/// `delays` may be empty: then every sample counts as received at its source time.
bool unpackEntries(std::string_view times, std::string_view delays, std::string_view block,
                   std::vector<Entry> &out);

} // namespace store
