// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace decode {

/// What a topic says about device and signal when the payload's convention says nothing.
///
/// Words that only say "here come data" (telemetry, data, json, v1, up, ...) are dropped at both
/// ends. Words that say which aspect of a device (state, status, sensor, inference, config, ...)
/// and names of quantities (temperature, power, ...) leave the device and go in front of the
/// signal, so that `dev/state` and `dev/telemetry` stay one device with distinct signals. One level
/// always stays as the device.
///
/// | topic                      | of a record                       | of one bare value          |
/// | site/dev/telemetry         | site/dev                          | site, dev                  |
/// | site/line/dev/temperature  | site/line/dev, prefix temperature | site/line/dev, temperature |
/// | site/dev/status            | site/dev, prefix status           | site, dev                  |
/// | devices/d7/messages/events | d7                                | d7, messages               |
struct TopicNames
{
    std::string topic;
    std::string recordDevice; ///< device of an object with named members
    std::string recordPrefix; ///< goes in front of its members' names, mostly empty
    std::string scalarDevice; ///< device of one bare value
    std::string scalarSignal;
    std::string site; ///< leading levels when the topic has three or more, else empty
    std::uint32_t conventions = 0; ///< a bit for each that may take the topic
    int mapping = -1; ///< position in the operator's mappings
    bool generic = false; ///< nothing in the topic names one device
    bool siteTold = false;
    std::string dataOf; ///< device that last sent data on the topic
    int owners = 0; ///< how often that changed
};

/// Splits at '/' into at most `levels.size()` parts (the last takes the rest); returns the count.
std::size_t splitTopic(std::string_view topic, std::span<std::string_view> levels);

/// Derives the names of one topic. Pure.
TopicNames namesOfTopic(std::string_view topic, std::span<const std::string_view> levels);

/// Names per topic, worked out once. Bounded: starts anew when full. One thread at a time.
class TopicMemo
{
public:
    explicit TopicMemo(std::size_t maxTopics = 65'536);
    /// The entry of the topic; null when it is not known yet.
    TopicNames *find(std::string_view topic);
    TopicNames &add(TopicNames names);
    void clear();

private:
    struct Hash
    {
        std::size_t operator()(std::string_view text) const;
    };
    std::unordered_map<std::string_view, std::unique_ptr<TopicNames>, Hash> m_names;
    TopicNames *m_last = nullptr;
    std::size_t m_maxTopics;
};

} // namespace decode
