// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/block.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace store {

using telemetry::ValueType;

namespace {

constexpr std::uint8_t formatVersion = 1;
constexpr std::uint8_t mixedFlag = 1;
constexpr std::uint8_t qualityFlag = 2;
constexpr std::size_t checkSize = 8;
constexpr std::size_t typeCount = 5;
constexpr std::uint64_t units[] = {1, 1'000, 1'000'000, 1'000'000'000};

void seal(std::string &out)
{
    ByteWriter(out).u64(blobCheck(out.data(), out.size()));
}

/// A reader over a blob whose check holds; the 8 bytes of the check stay readable behind it.
bool checked(std::string_view blob, ByteReader &in)
{
    if (blob.size() < checkSize + 2)
        return false;
    const std::size_t body = blob.size() - checkSize;
    std::uint64_t stored;
    std::memcpy(&stored, blob.data() + body, checkSize);
    in = ByteReader(blob.data(), blob.size());
    return stored == blobCheck(blob.data(), body) && in.u8() == formatVersion;
}

std::uint8_t coarsestUnit(std::span<const Entry> sorted)
{
    std::uint8_t unit = 3;
    for (const Entry &entry : sorted) {
        const std::uint64_t since =
            static_cast<std::uint64_t>(entry.time) - static_cast<std::uint64_t>(sorted[0].time);
        while (unit > 0 && since % units[unit] != 0)
            --unit;
        if (unit == 0)
            break;
    }
    return unit;
}

std::vector<std::int64_t> column(std::span<const Entry> entries, auto part)
{
    std::vector<std::int64_t> out;
    out.reserve(entries.size());
    for (const Entry &entry : entries)
        out.push_back(static_cast<std::int64_t>(part(entry)));
    return out;
}

void packMixed(std::span<const Entry> sorted, std::string &out)
{
    packInts(column(sorted, [](const Entry &e) { return static_cast<int>(e.type()); }), out);
    std::array<std::vector<std::uint64_t>, typeCount> byType;
    for (const Entry &entry : sorted)
        byType[static_cast<std::size_t>(entry.type())].push_back(entry.bits);
    for (std::size_t type = 0; type < typeCount; ++type) {
        if (!byType[type].empty())
            packValues(static_cast<ValueType>(type), byType[type], out);
    }
}

} // namespace

Entry Entry::of(const telemetry::Sample &sample)
{
    __extension__ using Wide = __int128;
    const Wide delay = static_cast<Wide>(sample.received) - sample.time;
    const Wide ms =
        delay >= 0 ? delay / base::nsPerMs : -((-delay + base::nsPerMs - 1) / base::nsPerMs);
    return of(sample.time, sample.bits, sample.type, static_cast<std::uint8_t>(sample.quality),
              static_cast<std::int64_t>(ms));
}

Entry Entry::of(TimeNs time, std::uint64_t bits, ValueType type, std::uint8_t quality,
                std::int64_t delayMs)
{
    constexpr std::int64_t most = (std::int64_t(1) << 47) - 1;
    const auto delay = static_cast<std::uint64_t>(std::clamp(delayMs, -most, most));
    return {time, bits, delay << 16 | static_cast<std::uint64_t>(type) << 8 | quality};
}

TimeNs Entry::received() const
{
    __extension__ using Wide = __int128;
    const Wide at = static_cast<Wide>(time) + static_cast<Wide>(delayMs()) * base::nsPerMs;
    return static_cast<TimeNs>(std::clamp<Wide>(at, std::numeric_limits<TimeNs>::min(),
                                                std::numeric_limits<TimeNs>::max()));
}

telemetry::Point Entry::point() const
{
    return {time, received(), bits, type(), static_cast<telemetry::Quality>(quality())};
}

Summary summarise(std::span<const Entry> sorted)
{
    Summary s;
    s.min = std::numeric_limits<double>::infinity();
    s.max = -s.min;
    s.count = sorted.size();
    s.firstTime = sorted.front().time;
    s.lastTime = sorted.back().time;
    s.first = sorted.front().number();
    s.last = sorted.back().number();
    s.worst = sorted.front().quality();
    int rank = -1;
    for (const Entry &entry : sorted) {
        const double v = entry.number();
        s.min = v < s.min ? v : s.min;
        s.max = v > s.max ? v : s.max;
        if (entry.quality() == s.worst && rank >= 0)
            continue;
        const int r = telemetry::qualityRank(static_cast<telemetry::Quality>(entry.quality()));
        if (r > rank) {
            rank = r;
            s.worst = entry.quality();
        }
    }
    return s;
}

void extend(Summary &s, const Summary &later)
{
    using telemetry::Quality;
    using telemetry::qualityRank;
    s.lastTime = later.lastTime;
    s.last = later.last;
    s.count += later.count;
    s.min = std::min(s.min, later.min);
    s.max = std::max(s.max, later.max);
    if (qualityRank(static_cast<Quality>(later.worst)) > qualityRank(static_cast<Quality>(s.worst)))
        s.worst = later.worst;
}

void packTimes(std::span<const Entry> sorted, std::string &out)
{
    const std::uint8_t unit = coarsestUnit(sorted);
    const auto origin = static_cast<std::uint64_t>(sorted[0].time);
    ByteWriter writer(out);
    writer.u8(formatVersion);
    writer.varint(sorted.size());
    writer.u8(unit);
    writer.zigzag(sorted[0].time);
    packInts(column(sorted,
                    [&](const Entry &e) {
                        return (static_cast<std::uint64_t>(e.time) - origin) / units[unit];
                    }),
             out);
    seal(out);
}

void packDelays(std::span<const Entry> sorted, std::string &out)
{
    ByteWriter writer(out);
    writer.u8(formatVersion);
    writer.varint(sorted.size());
    packInts(column(sorted, [](const Entry &e) { return e.delayMs(); }), out);
    seal(out);
}

void packBlock(std::span<const Entry> sorted, std::string &out)
{
    bool mixed = false;
    bool allGood = true;
    for (const Entry &entry : sorted) {
        mixed = mixed || entry.type() != sorted[0].type();
        allGood = allGood && entry.quality() == static_cast<std::uint8_t>(telemetry::Quality::Good);
    }
    ByteWriter writer(out);
    writer.u8(formatVersion);
    writer.u8(static_cast<std::uint8_t>((mixed ? mixedFlag : 0) | (allGood ? 0 : qualityFlag)));
    writer.varint(sorted.size());
    if (!allGood)
        packInts(column(sorted, [](const Entry &e) { return e.quality(); }), out);
    if (mixed) {
        packMixed(sorted, out);
    } else {
        std::vector<std::uint64_t> bits;
        bits.reserve(sorted.size());
        for (const Entry &entry : sorted)
            bits.push_back(entry.bits);
        writer.u8(static_cast<std::uint8_t>(sorted[0].type()));
        packValues(sorted[0].type(), bits, out);
    }
    seal(out);
}

bool TimesView::open(std::string_view blob)
{
    ByteReader in(nullptr, 0);
    if (!checked(blob, in))
        return false;
    const std::uint64_t count = in.varint();
    const std::uint8_t unit = in.u8();
    m_origin = static_cast<std::uint64_t>(in.zigzag());
    if (!in.ok() || unit > 3 || count == 0 || count > maxBlockSamples)
        return false;
    m_unit = units[unit];
    return m_packed.parse(in, count);
}

bool TimesView::decodeMini(std::size_t m, TimeNs *out) const
{
    if (!m_packed.decodeMini(m, out))
        return false;
    for (std::size_t i = 0; i < m_packed.mini(m).size; ++i)
        out[i] = scale(out[i]);
    return true;
}

bool BlockView::open(std::string_view blob)
{
    ByteReader in(nullptr, 0);
    if (!checked(blob, in))
        return false;
    const std::uint8_t flags = in.u8();
    const std::uint64_t count = in.varint();
    if (!in.ok() || count == 0 || count > maxBlockSamples)
        return false;
    m_count = count;
    m_mixed = flags & mixedFlag;
    m_allGood = !(flags & qualityFlag);
    if (!m_allGood && !m_qualities.parse(in, m_count))
        return false;
    if (!m_mixed) {
        m_type = static_cast<ValueType>(in.u8());
        return m_type <= ValueType::Text && m_values.parse(in, m_type, m_count);
    }
    std::array<std::int64_t, maxBlockSamples> types;
    if (!m_types.parse(in, m_count) || !m_types.decode(types.data()))
        return false;
    std::array<std::size_t, typeCount> counts{};
    for (std::size_t i = 0; i < m_count; ++i) {
        if (types[i] < 0 || types[i] >= static_cast<std::int64_t>(typeCount))
            return false;
        ++counts[static_cast<std::size_t>(types[i])];
    }
    for (std::size_t type = 0; type < typeCount; ++type) {
        if (counts[type] > 0
            && !m_byType[type].parse(in, static_cast<ValueType>(type), counts[type]))
            return false;
    }
    return true;
}

bool BlockView::decodeQualities(std::int64_t *out) const
{
    if (!m_allGood)
        return m_qualities.decode(out);
    std::fill_n(out, m_count, static_cast<std::int64_t>(telemetry::Quality::Good));
    return true;
}

bool BlockView::decode(std::span<Entry> entries) const
{
    if (entries.size() != m_count)
        return false;
    std::vector<std::int64_t> qualities(m_count);
    if (!decodeQualities(qualities.data()))
        return false;
    for (std::size_t i = 0; i < m_count; ++i)
        entries[i].meta = static_cast<std::uint8_t>(qualities[i]);
    if (m_mixed)
        return decodeMixed(entries);
    std::vector<std::uint64_t> bits(m_count);
    if (!m_values.decode(bits.data()))
        return false;
    for (std::size_t i = 0; i < m_count; ++i) {
        entries[i].bits = bits[i];
        entries[i].meta |= static_cast<std::uint64_t>(m_type) << 8;
    }
    return true;
}

bool BlockView::decodeMixed(std::span<Entry> entries) const
{
    std::vector<std::int64_t> types(m_count);
    if (!m_types.decode(types.data()))
        return false;
    for (std::size_t type = 0; type < typeCount; ++type) {
        const auto count = static_cast<std::size_t>(
            std::count(types.begin(), types.end(), static_cast<std::int64_t>(type)));
        if (count == 0)
            continue;
        std::vector<std::uint64_t> bits(count);
        if (!m_byType[type].decode(bits.data()))
            return false;
        std::size_t next = 0;
        for (std::size_t i = 0; i < m_count; ++i) {
            if (types[i] != static_cast<std::int64_t>(type))
                continue;
            entries[i].bits = bits[next++];
            entries[i].meta |= static_cast<std::uint64_t>(type) << 8;
        }
    }
    return true;
}

bool unpackEntries(std::string_view times, std::string_view delays, std::string_view block,
                   std::vector<Entry> &out)
{
    TimesView timesView;
    BlockView blockView;
    if (!timesView.open(times) || !blockView.open(block) || timesView.size() != blockView.size())
        return false;
    const std::size_t count = blockView.size();
    out.assign(count, {});
    if (!blockView.decode(out))
        return false;
    std::vector<std::int64_t> column(count);
    for (std::size_t m = 0; m * miniSize < count; ++m) {
        if (!timesView.decodeMini(m, column.data() + m * miniSize))
            return false;
    }
    for (std::size_t i = 0; i < count; ++i)
        out[i].time = column[i];
    if (delays.empty())
        return true;
    ByteReader in(nullptr, 0);
    PackedInts packed;
    if (!checked(delays, in) || in.varint() != count || !packed.parse(in, count)
        || !packed.decode(column.data()))
        return false;
    for (std::size_t i = 0; i < count; ++i)
        out[i].meta |= static_cast<std::uint64_t>(column[i]) << 16;
    return true;
}

} // namespace store
