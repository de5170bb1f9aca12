// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace decode {

struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};

/// What conventions remember, found by a view without a copy.
template <class T>
using ByName = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

template <class T>
T *findIn(ByName<T> &map, std::string_view name)
{
    const auto it = map.find(name);
    return it == map.end() ? nullptr : &it->second;
}

template <class T>
const T *findIn(const ByName<T> &map, std::string_view name)
{
    const auto it = map.find(name);
    return it == map.end() ? nullptr : &it->second;
}

/// Null when the entry is new and `max` are there already.
template <class T>
T *findOrAddIn(ByName<T> &map, std::string_view name, std::size_t max)
{
    if (T *found = findIn(map, name))
        return found;
    return map.size() >= max ? nullptr : &map.emplace(name, T()).first->second;
}

} // namespace decode
