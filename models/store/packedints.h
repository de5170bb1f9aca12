// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/bytes.h"

#include <array>
#include <span>

namespace store {

inline constexpr std::size_t miniSize = 256; ///< values per independently decodable part
inline constexpr std::size_t maxBlockSamples = 8192; ///< more never stand in one block

/// Packs integers into minis of 256 values. Each mini takes the cheapest of: frame of reference,
/// deltas, distance from a straight line; what does not fit the bit width is patched. Arrays that
/// are constant or exactly linear cost a few bytes. At most maxBlockSamples values.
void packInts(std::span<const std::int64_t> values, std::string &out);

/// Random access to what packInts wrote. The blob must outlive this and at least 8 readable bytes
/// must follow the packed data (the check of the block does).
class PackedInts
{
public:
    /// What a reader knows of a mini without decoding it.
    struct Mini
    {
        std::int64_t lo = 0; ///< smallest value
        std::uint64_t span = 0; ///< largest minus smallest
        std::int64_t base = 0;
        std::int64_t step = 0;
        const std::uint8_t *payload = nullptr;
        const std::uint8_t *patches = nullptr;
        std::uint32_t patchBytes = 0;
        std::uint16_t size = 0;
        std::uint8_t mode = 0;
        std::uint8_t width = 0;

        std::int64_t hi() const
        {
            return static_cast<std::int64_t>(static_cast<std::uint64_t>(lo) + span);
        }
    };

    /// False when the data cannot be what packInts wrote for `count` values.
    bool parse(ByteReader &in, std::size_t count);

    std::size_t size() const { return m_count; }
    std::size_t miniCount() const { return m_miniCount; }
    const Mini &mini(std::size_t m) const { return m_minis[m]; }
    /// Writes mini(m).size values; false when a patch points outside.
    bool decodeMini(std::size_t m, std::int64_t *out) const;
    bool decode(std::int64_t *out) const; ///< all values

private:
    bool parseMini(ByteReader &in, Mini &mini, std::int64_t &previousLo) const;
    void parseLine(ByteReader &in, bool constant);

    std::size_t m_count = 0;
    std::size_t m_miniCount = 0;
    std::array<Mini, maxBlockSamples / miniSize> m_minis;
};

} // namespace store
