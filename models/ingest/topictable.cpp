// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/topictable.h"

#include "models/ingest/rawring.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace ingest {

namespace {

constexpr std::size_t previewBytes = 80;
constexpr std::size_t maxReason = 200;
constexpr double rateSeconds = 5; ///< time constant of the smoothed rate

struct Topic
{
    std::string name;
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
    std::uint64_t messagesAtTick = 0;
    std::uint64_t newest = RawRing::none; ///< position in the ring
    std::uint64_t payloadHash = 0;
    TimeNs last = 0;
    float rate = 0;
    telemetry::SourceId source = 0;
    std::uint8_t outcome = 0;
    bool retained = false;
    std::string_view decoder;
    std::string reason;
    std::string preview;
};

struct Key
{
    telemetry::SourceId source;
    std::string_view name;
    bool operator==(const Key &) const = default;
};

struct KeyHash
{
    std::size_t operator()(const Key &key) const
    {
        return std::hash<std::string_view>()(key.name) + key.source * 0x9e3779b97f4a7c15ull;
    }
};

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

} // namespace

struct TopicTable::Private
{
    Private(std::size_t maxTopics, std::size_t ringBytes)
        : ring(ringBytes)
        , maxTopics(maxTopics)
    {
    }

    RawRing ring;
    const std::size_t maxTopics;
    std::deque<Topic> topics; ///< stable addresses: the index holds views of the names
    std::deque<std::string> searchNames; ///< lower case, made at the first search
    std::unordered_map<Key, TopicId, KeyHash> index;
    std::uint64_t refused = 0;
    TimeNs lastTick = 0;
};

TopicTable::TopicTable(std::size_t maxTopics, std::size_t ringBytes)
    : d(std::make_shared<Private>(maxTopics, ringBytes))
{
}

TopicTable::Writer::Writer(TopicTable &table)
    : m_table(table)
    , m_lock(table.m_mutex)
{
}

TopicId TopicTable::Writer::add(const telemetry::MessageView &message, std::uint8_t outcome,
                                std::string_view decoder, std::string_view reason)
{
    Private &d = *m_table.d;
    TopicId id = noTopic;
    if (const auto it = d.index.find({message.source, message.topic}); it != d.index.end()) {
        id = it->second;
    } else if (d.topics.size() < d.maxTopics) {
        id = static_cast<TopicId>(d.topics.size());
        Topic &topic = d.topics.emplace_back();
        topic.name = message.topic;
        topic.source = message.source;
        d.index.emplace(Key{message.source, topic.name}, id);
    } else {
        ++d.refused;
        return noTopic;
    }
    Topic &topic = d.topics[id];
    ++topic.messages;
    topic.bytes += message.payload.size();
    topic.last = message.received;
    topic.retained = message.retain;
    topic.outcome = outcome;
    topic.decoder = decoder;
    topic.reason.assign(reason.substr(0, maxReason));
    topic.preview.assign(message.payload.substr(0, previewBytes));
    topic.payloadHash = std::hash<std::string_view>()(message.payload);
    topic.newest = d.ring.add(id, topic.messages, topic.newest, message);
    return id;
}

bool TopicTable::sameAsNewest(const telemetry::MessageView &message) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = d->index.find({message.source, message.topic});
    return it != d->index.end() && d->topics[it->second].messages > 0
        && d->topics[it->second].payloadHash == std::hash<std::string_view>()(message.payload);
}

void TopicTable::clear()
{
    const std::lock_guard lock(m_mutex);
    for (Topic &topic : d->topics) {
        topic.messages = topic.bytes = topic.messagesAtTick = topic.payloadHash = 0;
        topic.newest = RawRing::none;
        topic.last = 0;
        topic.rate = 0;
        topic.outcome = 0;
        topic.retained = false;
        topic.decoder = {};
        topic.reason.clear();
        topic.preview.clear();
    }
    d->ring.clear();
    d->lastTick = 0;
}

void TopicTable::tick(TimeNs now)
{
    const std::lock_guard lock(m_mutex);
    const double seconds = static_cast<double>(now - d->lastTick) / base::nsPerSecond;
    if (d->lastTick == 0 || seconds <= 0) {
        d->lastTick = now;
        return;
    }
    d->lastTick = now;
    const auto weight = static_cast<float>(1 - std::exp(-seconds / rateSeconds));
    for (Topic &topic : d->topics) {
        const auto current = static_cast<float>(
            static_cast<double>(topic.messages - topic.messagesAtTick) / seconds);
        topic.messagesAtTick = topic.messages;
        topic.rate += (current - topic.rate) * weight;
        if (topic.rate < 0.0005f)
            topic.rate = 0;
    }
}

std::size_t TopicTable::size() const
{
    const std::lock_guard lock(m_mutex);
    return d->topics.size();
}

std::uint64_t TopicTable::refused() const
{
    const std::lock_guard lock(m_mutex);
    return d->refused;
}

std::vector<TopicTable::Name> TopicTable::namesFrom(TopicId first) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Name> out;
    for (TopicId id = first; id < d->topics.size(); ++id)
        out.push_back({id, d->topics[id].source, d->topics[id].name});
    return out;
}

std::vector<TopicFigures> TopicTable::figures(const std::vector<TopicId> &topics) const
{
    std::vector<TopicFigures> out;
    out.reserve(topics.size());
    const std::lock_guard lock(m_mutex);
    for (const TopicId id : topics) {
        if (id >= d->topics.size()) {
            out.emplace_back();
            continue;
        }
        const Topic &topic = d->topics[id];
        out.push_back({id, topic.source, topic.name, topic.messages, topic.bytes,
                       static_cast<double>(topic.rate), topic.last, topic.retained, topic.outcome,
                       topic.decoder, topic.reason, topic.preview});
    }
    return out;
}

void TopicTable::counts(std::vector<std::uint64_t> &out) const
{
    const std::lock_guard lock(m_mutex);
    out.resize(d->topics.size());
    std::transform(d->topics.begin(), d->topics.end(), out.begin(),
                   [](const Topic &topic) { return topic.messages; });
}

void TopicTable::rates(std::vector<float> &out) const
{
    const std::lock_guard lock(m_mutex);
    out.resize(d->topics.size());
    std::transform(d->topics.begin(), d->topics.end(), out.begin(),
                   [](const Topic &topic) { return topic.rate; });
}

std::vector<KeptMessage> TopicTable::history(TopicId topic, std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    if (topic >= d->topics.size())
        return {};
    return d->ring.chain(topic, d->topics[topic].newest, limit);
}

std::vector<TopicId> TopicTable::search(const QString &words, std::size_t limit) const
{
    std::vector<std::string> parts;
    for (const QString &word : words.toLower().split(u' ', Qt::SkipEmptyParts))
        parts.push_back(word.toStdString());
    const std::lock_guard lock(m_mutex);
    while (d->searchNames.size() < d->topics.size())
        d->searchNames.push_back(lowered(d->topics[d->searchNames.size()].name));
    std::vector<TopicId> out;
    for (TopicId id = 0; id < d->topics.size() && out.size() < limit; ++id) {
        const std::string &name = d->searchNames[id];
        const bool all = std::all_of(parts.begin(), parts.end(), [&name](const std::string &part) {
            return memmem(name.data(), name.size(), part.data(), part.size()) != nullptr;
        });
        if (all)
            out.push_back(id);
    }
    return out;
}

void TopicTable::setRingBytes(std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    d->ring.resize(bytes);
}

} // namespace ingest
