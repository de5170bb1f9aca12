// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recording/recording.h"

#include <cstring>
#include <string>

/// The endless stream that is recorded and expected back: message k follows from k alone, 1 ms
/// after the one before. Topics with NUL and without UTF-8, empty payloads, properties, times that
/// go back now and then.
namespace made {

using base::TimeNs;

inline constexpr TimeNs begin = 1'790'000'000 * base::nsPerSecond;

inline std::uint64_t mix(std::uint64_t k)
{
    k = (k ^ (k >> 30)) * 0xbf58476d1ce4e5b9ull;
    k = (k ^ (k >> 27)) * 0x94d049bb133111ebull;
    return k ^ (k >> 31);
}

/// A message that owns what it shows.
struct Message
{
    std::string topic;
    std::string bytes; ///< payload and padding
    std::size_t size = 0;
    telemetry::MessageProperties properties;
    telemetry::MessageView view;
};

inline std::string topicOf(std::uint64_t k, std::uint32_t width)
{
    const std::uint64_t number = mix(k) % width;
    std::string out = "site/" + std::to_string(number % 7) + "/dev" + std::to_string(number);
    if (number == 3)
        out += std::string("\0after", 6);
    if (number == 5)
        out += "\xff\xfe";
    return out;
}

/// Fills `out`; the view points into it.
inline void message(std::uint64_t k, std::uint32_t width, Message &out)
{
    const std::uint64_t r = mix(k + 7);
    out.topic = topicOf(k, width);
    out.bytes.clear();
    if (r % 97 != 0)
        out.bytes =
            "{\"seq\":" + std::to_string(k) + ",\"value\":" + std::to_string(r % 10'000) + "}";
    if (r % 89 == 1)
        out.bytes += std::string("\0\1\xff", 3);
    out.size = out.bytes.size();
    out.bytes.append(telemetry::MessageBatch::padding, '\0');
    out.view = {};
    out.view.topic = out.topic;
    out.view.payload = std::string_view(out.bytes).substr(0, out.size);
    out.view.received = begin + static_cast<TimeNs>(k) * base::nsPerMs;
    if (r % 53 == 2)
        out.view.received -= 3 * base::nsPerMs;
    out.view.qos = static_cast<std::uint8_t>(r % 3);
    out.view.retain = r % 11 == 0;
    out.view.duplicate = r % 13 == 0;
    out.view.retainAsPublished = r % 17 == 0;
    if (r % 19 == 0) {
        out.properties = {};
        out.properties.contentType = "application/json";
        out.properties.correlationData = std::string("\0c", 2);
        out.properties.userProperties = {{"k", std::to_string(k)}, {"", "\xff"}};
        out.properties.subscriptionIds = {1, 268'435'455};
        out.properties.expirySeconds = static_cast<std::int64_t>(r % 100'000);
        out.properties.payloadFormat = 1;
        out.view.properties = &out.properties;
    }
}

inline bool same(const telemetry::MessageProperties &a, const telemetry::MessageProperties &b)
{
    return a.contentType == b.contentType && a.responseTopic == b.responseTopic
        && a.correlationData == b.correlationData && a.userProperties == b.userProperties
        && a.subscriptionIds == b.subscriptionIds && a.expirySeconds == b.expirySeconds
        && a.payloadFormat == b.payloadFormat;
}

/// All that a recording keeps but the connection.
inline bool same(const telemetry::MessageView &a, const telemetry::MessageView &b)
{
    return a.topic == b.topic && a.payload == b.payload && a.received == b.received
        && a.qos == b.qos && a.retain == b.retain && a.duplicate == b.duplicate
        && a.retainAsPublished == b.retainAsPublished
        && (a.properties == nullptr) == (b.properties == nullptr)
        && (!a.properties || same(*a.properties, *b.properties));
}

/// Walks a recording of the stream from its first message: how many are there in a row, or -1 and
/// why when one is missing, doubled or altered.
inline std::int64_t prefixOf(const std::shared_ptr<const recording::Recording> &file,
                             std::uint32_t width, QString &problem)
{
    recording::Cursor cursor(file);
    cursor.seek(0);
    recording::RecordedMessage got;
    Message wanted;
    std::uint64_t k = file->info().firstSequence;
    for (; cursor.next(got); ++k) {
        message(k, width, wanted);
        if (got.sequence != k || !same(got.view, wanted.view)) {
            problem =
                QStringLiteral("message %1 is given where %2 should be").arg(got.sequence).arg(k);
            return -1;
        }
    }
    if (!cursor.damages().empty()) {
        problem = cursor.damages().front().sentence;
        return -1;
    }
    return static_cast<std::int64_t>(k);
}

} // namespace made
