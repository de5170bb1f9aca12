// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/value.h"

#include <deque>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace telemetry {

/// Texts that samples carry (labels, states), each kept once; a sample holds the code.
/// Bounded: at most `maxTexts` texts of at most `maxBytes` bytes; what does not fit gives code 0
/// and is counted. Any thread.
class TextTable
{
public:
    static constexpr std::size_t maxTexts = 200'000;
    static constexpr std::size_t maxBytes = 1'024;

    TextTable();

    TextCode intern(std::string_view text);
    /// Restores what the historian holds; codes must come in order from 1.
    void restore(TextCode code, std::string text);
    std::string text(TextCode code) const;
    /// Texts from `first` on, for the historian to save.
    std::vector<std::string> textsFrom(TextCode first) const;
    TextCode size() const;
    std::uint64_t refused() const;

private:
    mutable std::shared_mutex m_mutex;
    std::deque<std::string> m_texts; ///< stable addresses for the map's views
    std::unordered_map<std::string_view, TextCode> m_codes;
    std::uint64_t m_refused = 0;
};

} // namespace telemetry
