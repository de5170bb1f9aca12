// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/message.h"

#include <QString>

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace ingest {

using base::TimeNs;
using TopicId = std::uint32_t;
inline constexpr TopicId noTopic = UINT32_MAX;

/// One message as kept for Explore.
struct KeptMessage
{
    std::uint64_t number = 0; ///< counts messages of the topic, from 1
    TimeNs received = 0;
    QByteArray payload;
    std::uint64_t fullSize = 0; ///< larger than payload.size(): cut for display
    std::uint8_t qos = 0;
    bool retain = false;
    bool duplicate = false;
    std::shared_ptr<const telemetry::MessageProperties> properties;
};

/// What is known of one topic.
struct TopicFigures
{
    TopicId id = noTopic;
    telemetry::SourceId source = 0;
    std::string topic;
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
    double rate = 0; ///< messages per second, smoothed over about 5 s
    TimeNs last = 0; ///< receive time of the newest
    bool retained = false; ///< the newest came retained
    std::uint8_t outcome = 0; ///< decode::Outcome of the newest
    std::string_view decoder; ///< of the newest (static text)
    std::string reason; ///< of the newest that was not decoded
    std::string preview; ///< first 80 bytes of the newest payload, raw
};

/// All topics with rates and last values, and a bounded ring of raw messages over all of them.
/// Written by the ingest thread, one lock per batch; readers take what they show.
class TopicTable
{
public:
    TopicTable(std::size_t maxTopics, std::size_t ringBytes);

    /// For the ingest thread: holds the lock while a batch is entered.
    class Writer
    {
    public:
        explicit Writer(TopicTable &table);
        /// Enters one message; noTopic when the cap is hit. `outcome` and `reason` as decoded.
        TopicId add(const telemetry::MessageView &message, std::uint8_t outcome,
                    std::string_view decoder, std::string_view reason);

    private:
        TopicTable &m_table;
        std::lock_guard<std::mutex> m_lock;
    };

    /// True when the newest payload of that topic was the same (by a 64-bit hash): a retained
    /// message that the broker sends again after a reconnect brings nothing new.
    bool sameAsNewest(const telemetry::MessageView &message) const;

    /// Updates the rates; call about once a second from the ingest thread.
    void tick(TimeNs now);

    std::size_t size() const;
    std::uint64_t refused() const;
    /// Names of topics from `first` on, in order of first appearance: trees grow by this.
    struct Name
    {
        TopicId id;
        telemetry::SourceId source;
        std::string topic;
    };
    std::vector<Name> namesFrom(TopicId first) const;
    /// Figures of the topics asked for, in the same order, under one lock: ask for visible rows
    /// only.
    std::vector<TopicFigures> figures(const std::vector<TopicId> &topics) const;
    /// Message counts of all topics (index is TopicId), for subtree rates.
    void counts(std::vector<std::uint64_t> &out) const;
    void rates(std::vector<float> &out) const;

    /// The newest messages of a topic, newest first, as far as the ring still has them.
    std::vector<KeptMessage> history(TopicId topic, std::size_t limit) const;
    /// Topics whose name contains all words (case-insensitive), at most `limit`, in order of
    /// appearance. 50,000 topics in a few ms.
    std::vector<TopicId> search(const QString &words, std::size_t limit) const;
    void setRingBytes(std::size_t bytes);
    void clear(); ///< forgets all messages; names and ids stay

private:
    struct Private;
    std::shared_ptr<Private> d;
    mutable std::mutex m_mutex;
};

} // namespace ingest
