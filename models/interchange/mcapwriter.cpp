// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/exportfile.h"
#include "models/interchange/mcap.h"
#include "models/interchange/mcapformat.h"
#include "models/interchange/notices.h"
#include "models/interchange/propertytext.h"

#include <simdjson.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace interchange {

namespace {

using mcap::Op;
using mcap::putNumber;
using mcap::putRecord;
using mcap::putText;

constexpr std::size_t maxChannels = 65'535;
constexpr std::size_t manyChannels = 30'000; ///< from here on properties are left out
constexpr int compressionLevel = 3;

struct ChunkPlace
{
    std::uint64_t first = 0; ///< log time
    std::uint64_t last = 0;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint64_t packedSize = 0;
    std::uint64_t size = 0;
    std::uint64_t indexLength = 0;
    std::vector<std::pair<std::uint16_t, std::uint64_t>> indexes;
};

class McapWriter final : public MessageWriter
{
public:
    McapWriter(std::unique_ptr<ExportFile> file, const McapOptions &options)
        : m_file(std::move(file))
        , m_options(options)
    {
    }

    base::Result<> write(const telemetry::MessageView &message,
                         const MessageReader::Origin &origin) override;
    base::Result<> finish() override;
    std::uint64_t bytesWritten() const override { return m_file->bytesWritten(); }
    QStringList notices() const override
    {
        return m_notices.sentences([](int event, std::uint64_t count) {
            const int n = static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000));
            return event == PropertiesLost
                ? Tr::tr("%n messages were written without their MQTT 5 properties: each set of "
                         "them needs a channel, and MCAP has no room for so many.",
                         nullptr, n)
                : Tr::tr("%n messages are older than 1970, which MCAP cannot say; they were "
                         "written as of 1970-01-01.",
                         nullptr, n);
        });
    }

private:
    enum Event { PropertiesLost, OldTimes };

    base::Result<> begin();
    base::Result<> put(std::string_view bytes);
    base::Result<std::uint16_t> channelFor(const telemetry::MessageView &message,
                                           const std::string &connection);
    bool isJson(std::string_view payload);
    base::Result<> flushChunk();
    std::string summary() const;

    std::unique_ptr<ExportFile> m_file;
    McapOptions m_options;
    simdjson::dom::parser m_parser;
    std::unordered_map<std::string, std::uint16_t> m_ids; ///< by the record without its id
    std::string m_channelRecords; ///< all of them, for the summary
    std::vector<std::uint64_t> m_counts; ///< messages per channel, by id - 1
    std::string m_chunk;
    std::string m_packed;
    std::map<std::uint16_t, std::string> m_index; ///< of the chunk: time and offset of messages
    std::vector<ChunkPlace> m_places;
    ChunkPlace m_place;
    uLong m_checksum = 0;
    std::uint64_t m_messages = 0;
    std::uint64_t m_first = 0;
    std::uint64_t m_last = 0;
    Notices m_notices;
    bool m_begun = false;
};

base::Result<> McapWriter::put(std::string_view bytes)
{
    m_checksum = crc32_z(m_checksum, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size());
    return m_file->write(bytes);
}

base::Result<> McapWriter::begin()
{
    m_begun = true;
    std::string header;
    putText("", header); // no profile
    putText("Pilothouse " PILOTHOUSE_VERSION, header);
    std::string bytes(mcap::magic);
    putRecord(Op::Header, header, bytes);
    return put(bytes);
}

/// A JSON object: what tools mean by "json".
bool McapWriter::isJson(std::string_view payload)
{
    if (!m_options.json || payload.empty())
        return false;
    const std::size_t start = payload.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || payload[start] != '{')
        return false;
    simdjson::dom::element element;
    return m_parser.parse(payload.data(), payload.size(), false).get(element) == simdjson::SUCCESS
        && element.is_object();
}

base::Result<std::uint16_t> McapWriter::channelFor(const telemetry::MessageView &message,
                                                   const std::string &connection)
{
    std::string metadata;
    const auto add = [&metadata](std::string_view key, std::string_view value) {
        putText(key, metadata);
        putText(value, metadata);
    };
    if (!connection.empty())
        add("connection", connection);
    add("qos", std::to_string(message.qos));
    add("retain", message.retain ? "1" : "0");
    if (message.retainAsPublished)
        add("retain_as_published", "1");
    if (message.duplicate)
        add("dup", "1");
    const std::size_t bare = metadata.size();
    if (message.properties) {
        std::string json;
        appendProperties(*message.properties, json);
        add("properties", json);
    }
    std::string record;
    const auto make = [&] {
        record.clear();
        putNumber(0, 2, record); // no schema
        putText(message.topic, record);
        putText(isJson(message.payload) ? "json" : "raw", record);
        putText(metadata, record);
    };
    make();
    auto known = m_ids.find(record);
    if (known == m_ids.end() && message.properties && m_ids.size() >= manyChannels) {
        m_notices.count(PropertiesLost,
                        [this] { return Tr::tr("message %1").arg(m_messages + 1); });
        metadata.resize(bare);
        make();
        known = m_ids.find(record);
    }
    if (known != m_ids.end())
        return known->second;
    if (m_ids.size() >= maxChannels)
        return base::failure(
            Tr::tr("MCAP has room for %1 channels, and there are more topics than that; export "
                   "fewer of them, or use JSON Lines.")
                .arg(maxChannels),
            base::ErrorCode::Limit);
    const auto id = static_cast<std::uint16_t>(m_ids.size() + 1);
    m_ids.emplace(record, id);
    m_counts.push_back(0);
    std::string content;
    putNumber(id, 2, content);
    content += record;
    putRecord(Op::Channel, content, m_chunk);
    putRecord(Op::Channel, content, m_channelRecords);
    return id;
}

base::Result<> McapWriter::write(const telemetry::MessageView &message,
                                 const MessageReader::Origin &origin)
{
    if (!m_begun)
        if (auto begun = begin(); !begun)
            return begun;
    const auto channel = channelFor(message, origin.key);
    if (!channel)
        return tl::unexpected(channel.error());
    if (message.received < 0)
        m_notices.count(OldTimes, [this] { return Tr::tr("message %1").arg(m_messages + 1); });
    const auto time = static_cast<std::uint64_t>(std::max<base::TimeNs>(message.received, 0));
    const bool firstInChunk = m_index.empty();
    m_place.first = firstInChunk ? time : std::min(m_place.first, time);
    m_place.last = firstInChunk ? time : std::max(m_place.last, time);
    m_first = m_messages == 0 ? time : std::min(m_first, time);
    m_last = m_messages == 0 ? time : std::max(m_last, time);
    ++m_messages;
    std::string &index = m_index[*channel];
    putNumber(time, 8, index);
    putNumber(m_chunk.size(), 8, index);
    m_chunk += static_cast<char>(Op::Message);
    putNumber(2 + 4 + 8 + 8 + message.payload.size(), 8, m_chunk);
    putNumber(*channel, 2, m_chunk);
    putNumber(++m_counts[*channel - 1u], 4, m_chunk); // sequence
    putNumber(time, 8, m_chunk);
    putNumber(time, 8, m_chunk); // when it was published is not known
    m_chunk += message.payload;
    return m_chunk.size() >= m_options.chunkBytes ? flushChunk() : base::Result<>();
}

base::Result<> McapWriter::flushChunk()
{
    if (m_index.empty())
        return {};
    m_packed.resize(ZSTD_compressBound(m_chunk.size()));
    const std::size_t size = ZSTD_compress(m_packed.data(), m_packed.size(), m_chunk.data(),
                                           m_chunk.size(), compressionLevel);
    if (ZSTD_isError(size))
        return base::failure(Tr::tr("A part of the export cannot be compressed."),
                             base::ErrorCode::Internal);
    std::string head;
    putNumber(m_place.first, 8, head);
    putNumber(m_place.last, 8, head);
    putNumber(m_chunk.size(), 8, head);
    putNumber(crc32_z(0, reinterpret_cast<const Bytef *>(m_chunk.data()), m_chunk.size()), 4, head);
    putText("zstd", head);
    putNumber(size, 8, head);
    std::string record(1, static_cast<char>(Op::Chunk));
    putNumber(head.size() + size, 8, record);
    record += head;
    record.append(m_packed.data(), size);
    m_place.offset = m_file->bytesWritten();
    m_place.length = record.size();
    m_place.packedSize = size;
    m_place.size = m_chunk.size();
    for (const auto &[channel, entries] : m_index) {
        m_place.indexes.emplace_back(channel, m_place.offset + record.size());
        std::string content;
        putNumber(channel, 2, content);
        putText(entries, content);
        putRecord(Op::MessageIndex, content, record);
    }
    m_place.indexLength = record.size() - m_place.length;
    m_places.push_back(std::move(m_place));
    m_place = {};
    m_index.clear();
    m_chunk.clear();
    return put(record);
}

/// Channels, chunk indexes, statistics; then where each group stands.
std::string McapWriter::summary() const
{
    const std::uint64_t start = m_file->bytesWritten();
    std::string groups = m_channelRecords;
    const std::uint64_t chunksAt = groups.size();
    for (const ChunkPlace &place : m_places) {
        std::string content;
        for (const std::uint64_t number : {place.first, place.last, place.offset, place.length})
            putNumber(number, 8, content);
        putNumber(place.indexes.size() * 10, 4, content);
        for (const auto &[channel, offset] : place.indexes) {
            putNumber(channel, 2, content);
            putNumber(offset, 8, content);
        }
        putNumber(place.indexLength, 8, content);
        putText("zstd", content);
        putNumber(place.packedSize, 8, content);
        putNumber(place.size, 8, content);
        putRecord(Op::ChunkIndex, content, groups);
    }
    const std::uint64_t statisticsAt = groups.size();
    std::string statistics;
    putNumber(m_messages, 8, statistics);
    putNumber(0, 2, statistics); // schemas
    putNumber(m_counts.size(), 4, statistics);
    putNumber(0, 4, statistics); // attachments
    putNumber(0, 4, statistics); // metadata
    putNumber(m_places.size(), 4, statistics);
    putNumber(m_first, 8, statistics);
    putNumber(m_last, 8, statistics);
    putNumber(m_counts.size() * 10, 4, statistics);
    for (std::size_t index = 0; index < m_counts.size(); ++index) {
        putNumber(index + 1, 2, statistics);
        putNumber(m_counts[index], 8, statistics);
    }
    putRecord(Op::Statistics, statistics, groups);
    const std::uint64_t offsetsAt = groups.size();
    const auto offset = [&](Op op, std::uint64_t from, std::uint64_t to) {
        if (from == to)
            return;
        std::string content;
        putNumber(static_cast<std::uint64_t>(op), 1, content);
        putNumber(start + from, 8, content);
        putNumber(to - from, 8, content);
        putRecord(Op::SummaryOffset, content, groups);
    };
    offset(Op::Channel, 0, chunksAt);
    offset(Op::ChunkIndex, chunksAt, statisticsAt);
    offset(Op::Statistics, statisticsAt, offsetsAt);
    groups += static_cast<char>(Op::Footer);
    putNumber(20, 8, groups);
    putNumber(start, 8, groups);
    putNumber(start + offsetsAt, 8, groups);
    putNumber(crc32_z(0, reinterpret_cast<const Bytef *>(groups.data()), groups.size()), 4, groups);
    groups += mcap::magic;
    return groups;
}

base::Result<> McapWriter::finish()
{
    if (!m_begun)
        if (auto begun = begin(); !begun)
            return begun;
    if (auto flushed = flushChunk(); !flushed)
        return flushed;
    std::string end;
    putNumber(m_checksum, 4, end);
    std::string record;
    putRecord(Op::DataEnd, end, record);
    if (auto written = m_file->write(record); !written)
        return written;
    if (auto written = m_file->write(summary()); !written)
        return written;
    return m_file->commit();
}

} // namespace

base::Result<std::unique_ptr<MessageWriter>> createMcap(const QString &path,
                                                        const McapOptions &options)
{
    auto file = ExportFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<McapWriter>(std::move(*file), options);
}

} // namespace interchange
