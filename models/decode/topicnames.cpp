// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/topicnames.h"

#include "models/decode/words.h"

#include <utility>

namespace decode {

namespace {

using Levels = std::span<const std::string_view>;

std::string joined(Levels levels)
{
    std::string text;
    for (const std::string_view level : levels) {
        if (!text.empty())
            text += '/';
        text += level;
    }
    return text;
}

void putInFront(std::string &path, std::string_view word)
{
    path = path.empty() ? std::string(word) : std::string(word) + '/' + path;
}

Levels withoutLeadingWords(Levels levels)
{
    while (levels.size() > 1 && (levels.front().empty() || isLeadingWord(levels.front())))
        levels = levels.subspan(1);
    return levels;
}

/// Takes carrier and aspect words off the end; what says something goes to `prefix`.
Levels withoutTrailingWords(Levels levels, bool quantityToo, std::string &prefix)
{
    while (levels.size() > 1) {
        const std::string_view word = levels.back();
        if (isAspectWord(word) || (quantityToo && isQuantityWord(word)))
            putInFront(prefix, word);
        else if (!word.empty() && !isCarrierWord(word))
            break;
        levels = levels.first(levels.size() - 1);
    }
    return levels;
}

void nameRecord(Levels levels, TopicNames &names)
{
    const Levels device = withoutTrailingWords(levels, true, names.recordPrefix);
    names.recordDevice = joined(device);
    names.generic = isCarrierWord(device.back()) || isLeadingWord(device.back());
}

void nameScalar(Levels levels, TopicNames &names)
{
    // `node/sensor/room/state` is about `room`; `node/state` has nothing else to name the signal.
    while (levels.size() > 2
           && (levels.back().empty() || isCarrierWord(levels.back()) || isValueWord(levels.back())))
        levels = levels.first(levels.size() - 1);
    if (levels.size() < 2) {
        names.scalarDevice = joined(levels);
        names.scalarSignal = "value";
        return;
    }
    names.scalarSignal = levels.back();
    std::string prefix;
    names.scalarDevice =
        joined(withoutTrailingWords(levels.first(levels.size() - 1), false, prefix));
    if (!prefix.empty())
        putInFront(names.scalarSignal, prefix);
}

/// `$SYS/broker/...` and the like: the first two levels are the device, whatever comes.
void nameSystem(Levels levels, TopicNames &names)
{
    const std::size_t head = levels.size() > 2 ? 2 : 1;
    names.scalarDevice = names.recordDevice = joined(levels.first(head));
    names.recordPrefix = joined(levels.subspan(head));
    names.scalarSignal = names.recordPrefix.empty() ? "value" : names.recordPrefix;
}

/// ISA-95 trees start with enterprise and site; shallow ones with the site alone.
std::string siteOf(Levels device)
{
    if (device.size() < 2)
        return {};
    return joined(device.first(device.size() > 3 ? 2 : 1));
}

} // namespace

std::size_t splitTopic(std::string_view topic, std::span<std::string_view> levels)
{
    std::size_t count = 0;
    std::size_t start = 0;
    for (std::size_t at = 0; at < topic.size() && count + 1 < levels.size(); ++at) {
        if (topic[at] == '/') {
            levels[count++] = topic.substr(start, at - start);
            start = at + 1;
        }
    }
    levels[count++] = topic.substr(start);
    return count;
}

TopicNames namesOfTopic(std::string_view topic, Levels levels)
{
    TopicNames names;
    names.topic = topic;
    if (topic.starts_with('$')) {
        nameSystem(levels, names);
        return names;
    }
    const Levels rest = withoutLeadingWords(levels);
    nameRecord(rest, names);
    nameScalar(rest, names);
    if (rest.size() >= 3) {
        std::string unused;
        const Levels about = isAvailabilityWord(rest.back()) ? rest.first(rest.size() - 1) : rest;
        names.site = siteOf(withoutTrailingWords(about, true, unused));
    }
    return names;
}

TopicMemo::TopicMemo(std::size_t maxTopics)
    : m_maxTopics(maxTopics)
{
}

std::size_t TopicMemo::Hash::operator()(std::string_view text) const
{
    return std::hash<std::string_view>()(text);
}

TopicNames *TopicMemo::find(std::string_view topic)
{
    if (m_last && m_last->topic == topic)
        return m_last;
    const auto found = m_names.find(topic);
    if (found == m_names.end())
        return nullptr;
    m_last = found->second.get();
    return m_last;
}

TopicNames &TopicMemo::add(TopicNames names)
{
    if (m_names.size() >= m_maxTopics)
        clear();
    auto entry = std::make_unique<TopicNames>(std::move(names));
    TopicNames &kept = *entry;
    m_names.insert_or_assign(std::string_view(kept.topic), std::move(entry));
    m_last = &kept;
    return kept;
}

void TopicMemo::clear()
{
    m_names.clear();
    m_last = nullptr;
}

} // namespace decode
