// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/interchange/messagereader.h"

#include <QBuffer>

#include <memory>
#include <optional>

/// A message that owns its parts, for comparing.
struct Kept
{
    std::string origin;
    std::string topic;
    std::string payload;
    telemetry::TimeNs time = 0;
    int qos = 0;
    bool retain = false;
    bool duplicate = false;
    std::optional<telemetry::MessageProperties> properties = {};
    bool retainAsPublished = false;

    QString text() const
    {
        const QByteArray bytes = QByteArray::fromStdString(payload.substr(0, 200))
                                     .toPercentEncoding(" \"{}[]:,/=", {}, '~');
        QString line = QString::fromStdString(origin) + u'|' + QString::fromStdString(topic) + u'|'
            + QString::fromLatin1(bytes) + u'|' + QString::number(time) + u"|q"
            + QString::number(qos);
        line += QLatin1StringView(retain ? "r" : "");
        line += QLatin1StringView(duplicate ? "d" : "");
        line += QLatin1StringView(retainAsPublished ? "p" : "");
        return line;
    }
};

inline bool operator==(const Kept &a, const Kept &b)
{
    const auto same = [](const telemetry::MessageProperties &x,
                         const telemetry::MessageProperties &y) {
        return x.contentType == y.contentType && x.responseTopic == y.responseTopic
            && x.correlationData == y.correlationData && x.userProperties == y.userProperties
            && x.subscriptionIds == y.subscriptionIds && x.expirySeconds == y.expirySeconds
            && x.payloadFormat == y.payloadFormat;
    };
    return a.origin == b.origin && a.topic == b.topic && a.payload == b.payload && a.time == b.time
        && a.qos == b.qos && a.retain == b.retain && a.duplicate == b.duplicate
        && a.retainAsPublished == b.retainAsPublished
        && a.properties.has_value() == b.properties.has_value()
        && (!a.properties || same(*a.properties, *b.properties));
}

struct AllMessages
{
    std::vector<Kept> messages;
    QStringList notices;
    std::vector<interchange::MessageReader::Origin> origins;
    QString error;

    QStringList lines() const
    {
        QStringList out;
        for (const Kept &message : messages)
            out += message.text();
        return out;
    }
};

/// Reads to the end, and touches the padding behind each payload (the sanitizer watches).
inline AllMessages readAll(const base::Result<std::unique_ptr<interchange::MessageReader>> &reader)
{
    AllMessages all;
    if (!reader) {
        all.error = reader.error().text;
        return all;
    }
    telemetry::MessageView view;
    unsigned touched = 0;
    while (true) {
        const auto more = (*reader)->next(view);
        if (!more)
            all.error = more.error().text;
        if (!more || !*more)
            break;
        for (std::size_t i = 0; i < telemetry::MessageBatch::padding; ++i)
            touched += static_cast<unsigned char>(view.payload.data()[view.payload.size() + i]);
        const auto origins = (*reader)->origins();
        Kept &kept = all.messages.emplace_back(Kept{
            view.source < origins.size() ? origins[view.source].key : "?", std::string(view.topic),
            std::string(view.payload), view.received, view.qos, view.retain, view.duplicate});
        if (view.properties)
            kept.properties = *view.properties;
        kept.retainAsPublished = view.retainAsPublished;
    }
    all.notices = (*reader)->notices();
    all.origins = (*reader)->origins();
    return all;
}

inline std::unique_ptr<QIODevice> inMemory(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// Gives messages that a test made up.
class MadeUp final : public interchange::MessageReader
{
public:
    explicit MadeUp(std::vector<Kept> messages)
        : m_messages(std::move(messages))
    {
    }
    base::Result<bool> next(telemetry::MessageView &out) override
    {
        if (m_next == m_messages.size())
            return false;
        const Kept &kept = m_messages[m_next++];
        m_payload = kept.payload + std::string(telemetry::MessageBatch::padding, '\0');
        std::size_t source = 0;
        while (source < m_origins.size() && m_origins[source].key != kept.origin)
            ++source;
        if (source == m_origins.size())
            m_origins.push_back({kept.origin, kept.origin, {}});
        out = {.topic = kept.topic,
               .payload = {m_payload.data(), kept.payload.size()},
               .received = kept.time,
               .source = static_cast<telemetry::SourceId>(source),
               .qos = static_cast<std::uint8_t>(kept.qos),
               .retain = kept.retain,
               .duplicate = kept.duplicate,
               .properties = kept.properties ? &*kept.properties : nullptr,
               .retainAsPublished = kept.retainAsPublished};
        return true;
    }
    std::vector<Origin> origins() const override { return m_origins; }
    std::uint64_t bytesRead() const override { return m_next; }
    std::uint64_t bytesTotal() const override { return m_messages.size(); }
    QStringList notices() const override { return {}; }

private:
    std::vector<Kept> m_messages;
    std::vector<Origin> m_origins;
    std::string m_payload;
    std::size_t m_next = 0;
};

/// Messages with all that a format may trip over.
inline std::vector<Kept> awkwardMessages()
{
    telemetry::MessageProperties full;
    full.contentType = "application/json";
    full.responseTopic = "re/ply";
    full.correlationData = std::string("\x00\xff\x80", 3);
    full.userProperties = {{"k", "v"}, {"k", "v2"}, {"ü\"", ""}};
    full.subscriptionIds = {1, 268'435'455};
    full.expirySeconds = 4'294'967'295;
    full.payloadFormat = 1;
    telemetry::MessageProperties text;
    text.correlationData = "plain";
    text.payloadFormat = 0;
    constexpr telemetry::TimeNs t = 1'714'564'800'123'456'789;
    return {
        {"broker-1", "a/json", R"({"a": 1.10, "b":12345678901234567890})", t, 1, false, false,
         full},
        {"broker-1", "a/text", "hello \"x\" \\ \xC3\xA9\n\t\x01\x7f", t + 1, 2, false, true, text},
        {"broker-2", "a/bin",
         std::string("\x00\x01\xff\xfe"
                     "abc\n",
                     8),
         t + 2, 0, true, false},
        {"broker-2", "a/empty", "", t + 2, 0, true, false, telemetry::MessageProperties()},
        {"broker-1", "a/null", "null", t + 1, 0, false, false}, // earlier than the one before
        {"broker-1", "ä/\"quoted\"", "\"str\"", 1, 0, false, false}, // 1970
        {"broker-1", "old", "1", -1, 0, false, false}, // 1969
        {"broker-1", "kept", "1", t + 2, 1, false, false, {}, true},
        {"", "no/origin", std::string(300'000, 'x'), t + 3, 0, false, false},
    };
}
