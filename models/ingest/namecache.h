// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ingest {

/// Names already seen, under a parent number: open addressing, no lock, no allocation on a hit.
/// The hot path of the ingest thread; grows, never forgets. One thread.
template <class T>
class NameCache
{
public:
    NameCache() { m_slots.resize(64); }

    T *find(std::uint32_t parent, std::string_view name)
    {
        const std::size_t hash = hashOf(parent, name);
        for (std::size_t i = hash & (m_slots.size() - 1);; i = (i + 1) & (m_slots.size() - 1)) {
            const Slot slot = m_slots[i];
            if (slot.index == empty)
                return nullptr;
            if (slot.tag != tagOf(hash))
                continue;
            Item &item = m_items[slot.index];
            if (item.parent == parent && item.name == name)
                return &item.value;
        }
    }

    T *add(std::uint32_t parent, std::string_view name, T value)
    {
        if ((m_items.size() + 1) * 2 > m_slots.size())
            grow();
        m_items.push_back({parent, std::string(name), std::move(value)});
        place(m_items.size() - 1);
        return &m_items.back().value;
    }

    std::size_t size() const { return m_items.size(); }

private:
    static constexpr std::uint32_t empty = UINT32_MAX;

    struct Slot
    {
        std::uint32_t index = empty;
        std::uint32_t tag = 0;
    };
    struct Item
    {
        std::uint32_t parent;
        std::string name;
        T value;
    };

    static std::size_t hashOf(std::uint32_t parent, std::string_view name)
    {
        return std::hash<std::string_view>()(name) ^ (parent * 0x9e3779b97f4a7c15ull);
    }
    static std::uint32_t tagOf(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

    void place(std::size_t index)
    {
        const Item &item = m_items[index];
        const std::size_t hash = hashOf(item.parent, item.name);
        std::size_t i = hash & (m_slots.size() - 1);
        while (m_slots[i].index != empty)
            i = (i + 1) & (m_slots.size() - 1);
        m_slots[i] = {static_cast<std::uint32_t>(index), tagOf(hash)};
    }

    void grow()
    {
        m_slots.assign(m_slots.size() * 4, Slot{});
        for (std::size_t i = 0; i < m_items.size(); ++i)
            place(i);
    }

    std::vector<Slot> m_slots; ///< a power of two, at most half full
    std::vector<Item> m_items;
};

} // namespace ingest
