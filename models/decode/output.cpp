// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/output.h"

#include <cstring>

namespace decode {

namespace {
constexpr std::size_t blockBytes = 16u << 10;
constexpr std::size_t largeFrom = 4u << 10;
constexpr std::size_t keptBlocks = 64;
constexpr std::size_t keptSamples = 4'096;

template <class T>
void clearBounded(std::vector<T> &items)
{
    items.clear();
    if (items.capacity() > keptSamples)
        items.shrink_to_fit();
}
} // namespace

void Output::clear()
{
    clearBounded(samples);
    clearBounded(predictions);
    clearBounded(facts);
    clearBounded(claims);
    clearBounded(joins);
    outcome = Outcome::Kept;
    decoder = {};
    reason.clear();
    capHit = false;
    sequence = -1;
    sequenceModulus = 0;
    sequenceScope = {};
    sequenceStarts = false;
    rebirthWanted = false;
    rebirthNode = {};
    unclaimed = false;
    m_block = 0;
    m_used = 0;
    if (m_blocks.size() > keptBlocks)
        m_blocks.resize(keptBlocks);
    m_large.clear();
}

char *Output::reserve(std::size_t size)
{
    if (size > largeFrom)
        return m_large.emplace_back(std::make_unique_for_overwrite<char[]>(size)).get();
    if (m_blocks.empty() || m_used + size > blockBytes) {
        if (!m_blocks.empty())
            ++m_block;
        m_used = 0;
        if (m_block >= m_blocks.size())
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(blockBytes));
    }
    char *place = m_blocks[m_block].get() + m_used;
    m_used += size;
    return place;
}

std::string_view Output::keep(std::string_view text)
{
    if (text.empty())
        return {};
    char *place = reserve(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

std::string_view Output::keep(std::string_view a, std::string_view b, std::string_view c)
{
    const std::size_t size = a.size() + b.size() + c.size();
    if (size == 0)
        return {};
    char *place = reserve(size);
    a.copy(place, a.size());
    b.copy(place + a.size(), b.size());
    c.copy(place + a.size() + b.size(), c.size());
    return {place, size};
}

} // namespace decode
