// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/mcap.h"
#include "models/interchange/mcapformat.h"
#include "models/interchange/notices.h"
#include "models/interchange/propertytext.h"
#include "models/interchange/textsource.h"
#include "models/interchange/unpack.h"

#include <QFileInfo>

#include <zlib.h>

#include <map>
#include <optional>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace interchange {

namespace {

using mcap::Fields;
using mcap::Op;

constexpr std::uint64_t maxRecord = 80u << 20; ///< a chunk that compresses badly, and its head
constexpr std::uint64_t maxChunk = 64u << 20;
constexpr std::size_t maxEncodings = 32;
constexpr std::size_t maxOrigins = 60'000;

enum Event {
    BadChunk,
    BadChecksum,
    BadRecord,
    UnknownCompression,
    TooLarge,
    NoChannel,
    BadTime,
    Attachments,
    FileChecksum,
    NoEnd,
    ManyOrigins,
};

QString sentence(int event, std::uint64_t count)
{
    const int n = static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000));
    switch (event) {
    case BadChunk:
        return Tr::tr("%n chunks are damaged (they cannot be unpacked) and were skipped.", nullptr,
                      n);
    case BadChecksum:
        return Tr::tr("%n chunks are damaged (their checksum is wrong) and were skipped.", nullptr,
                      n);
    case BadRecord:
        return Tr::tr("%n records contradict themselves and were skipped.", nullptr, n);
    case UnknownCompression:
        return Tr::tr("%n chunks are compressed in a way that is not known here and were skipped.",
                      nullptr, n);
    case TooLarge:
        return Tr::tr("%n records or chunks are larger than %1 MiB and were skipped.", nullptr, n)
            .arg(maxChunk >> 20);
    case NoChannel:
        return Tr::tr("%n messages belong to channels that the file does not describe, and were "
                      "skipped.",
                      nullptr, n);
    case BadTime:
        return Tr::tr("%n messages have a time beyond the year 2262 and were skipped.", nullptr, n);
    case Attachments:
        return Tr::tr("%n attachments were passed over.", nullptr, n);
    case FileChecksum:
        return Tr::tr("The checksum over the whole data is wrong: something in the file was "
                      "changed.");
    case NoEnd:
        return Tr::tr("The file has no proper end; it was read as far as it goes.");
    default:
        return Tr::tr("%n messages come from connections beyond the first %1 and are listed under "
                      "the last of those.",
                      nullptr, n)
            .arg(maxOrigins);
    }
}

struct Channel
{
    std::string topic;
    std::string encoding;
    telemetry::SourceId source = 0;
    std::uint8_t qos = 0;
    bool retain = false;
    bool retainAsPublished = false;
    bool duplicate = false;
    std::optional<telemetry::MessageProperties> properties;
};

class McapReader final : public MessageReader
{
public:
    McapReader(std::unique_ptr<QIODevice> device, const QString &name)
        : m_name(name)
        , m_device(std::move(device))
    {
    }

    base::Result<bool> next(telemetry::MessageView &out) override;
    std::vector<Origin> origins() const override { return m_origins; }
    std::uint64_t bytesRead() const override { return m_read - (m_buffer.size() - m_at); }
    std::uint64_t bytesTotal() const override
    {
        return m_device->isSequential() ? 0 : static_cast<std::uint64_t>(m_device->size());
    }
    QStringList notices() const override;

private:
    base::Result<bool> need(std::size_t bytes);
    base::Result<bool> start();
    base::Result<bool> nextRecord(telemetry::MessageView &out, bool &given);
    base::Result<bool> skip(std::uint64_t bytes);
    void check(std::string_view bytes);
    bool take(Op op, std::string_view content, telemetry::MessageView &out);
    void openChunk(std::string_view content);
    bool nextInChunk(telemetry::MessageView &out);
    void readHeader(std::string_view content);
    void readChannel(std::string_view content);
    bool readMessage(std::string_view content, telemetry::MessageView &out);
    void endOfData(std::string_view content);
    telemetry::SourceId originOf(const std::string &connection);
    bool damaged(int event)
    {
        m_notices.count(event, [this] { return Tr::tr("byte %1").arg(m_recordAt); });
        return false;
    }

    QString m_name;
    std::unique_ptr<QIODevice> m_device;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_read = 0;
    std::uint64_t m_recordAt = 0; ///< for sentences
    std::string m_chunk; ///< unpacked
    std::size_t m_chunkAt = 0;
    std::size_t m_chunkSize = 0;
    std::string m_payload;
    std::unordered_map<std::uint16_t, Channel> m_channels;
    std::map<std::string, std::uint64_t> m_encodings; ///< messages that are not JSON
    std::vector<Origin> m_origins;
    Notices m_notices;
    uLong m_checksum = 0;
    bool m_started = false;
    bool m_ours = false; ///< written by our own export
    bool m_ended = false;
};

base::Result<bool> McapReader::need(std::size_t bytes)
{
    constexpr std::size_t piece = 256u << 10;
    if (m_buffer.size() - m_at >= bytes)
        return true;
    m_buffer.erase(0, m_at);
    m_at = 0;
    while (m_buffer.size() < bytes) {
        const std::size_t before = m_buffer.size();
        m_buffer.resize(before + piece);
        const qint64 got = m_device->read(m_buffer.data() + before, piece);
        m_buffer.resize(before + static_cast<std::size_t>(std::max<qint64>(got, 0)));
        if (got < 0)
            return base::failure(Tr::tr("%1 cannot be read beyond %2 bytes: %3.")
                                     .arg(m_name)
                                     .arg(m_read)
                                     .arg(m_device->errorString()),
                                 base::ErrorCode::Io);
        if (got == 0)
            return false;
        m_read += static_cast<std::uint64_t>(got);
    }
    return true;
}

void McapReader::check(std::string_view bytes)
{
    m_checksum = crc32_z(m_checksum, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size());
}

base::Result<bool> McapReader::start()
{
    m_started = true;
    const auto enough = need(mcap::magic.size());
    if (!enough)
        return enough;
    if (!*enough || !m_buffer.starts_with(mcap::magic))
        return base::failure(Tr::tr("%1 is no MCAP file: it does not start like one.").arg(m_name));
    check(mcap::magic);
    m_at = mcap::magic.size();
    return true;
}

base::Result<bool> McapReader::next(telemetry::MessageView &out)
{
    if (!m_started)
        if (const auto started = start(); !started)
            return started;
    while (true) {
        if (m_chunkAt < m_chunkSize) {
            if (nextInChunk(out))
                return true;
            continue;
        }
        if (m_ended)
            return false;
        bool given = false;
        const auto more = nextRecord(out, given);
        if (!more || given)
            return more;
    }
}

base::Result<bool> McapReader::skip(std::uint64_t bytes)
{
    constexpr std::size_t piece = 128u << 10;
    while (bytes > 0) {
        const std::size_t now = std::min<std::uint64_t>(bytes, piece);
        const auto enough = need(now);
        if (!enough || !*enough)
            return enough;
        check(std::string_view(m_buffer).substr(m_at, now));
        m_at += now;
        bytes -= now;
    }
    return true;
}

/// Reads one record of the data section; `given`: it was a message.
base::Result<bool> McapReader::nextRecord(telemetry::MessageView &out, bool &given)
{
    m_recordAt = bytesRead();
    auto enough = need(mcap::recordHead);
    if (!enough)
        return enough;
    const auto endsHere = [this] {
        m_ended = true;
        return damaged(NoEnd);
    };
    if (!*enough)
        return endsHere();
    Fields head(std::string_view(m_buffer).substr(m_at, mcap::recordHead));
    const auto op = static_cast<Op>(head.number(1));
    const std::uint64_t length = head.u64();
    const std::uint64_t left = bytesTotal() - std::min(bytesTotal(), bytesRead());
    if (bytesTotal() > 0 && length > left)
        return endsHere();
    if (op == Op::DataEnd || op == Op::Footer) {
        enough = need(mcap::recordHead + 4);
        if (!enough)
            return enough;
        m_ended = true;
        if (op == Op::DataEnd && *enough && length >= 4)
            endOfData(std::string_view(m_buffer).substr(m_at + mcap::recordHead, 4));
        else
            damaged(NoEnd);
        return false;
    }
    if (op == Op::Attachment || op == Op::Metadata || op == Op::MessageIndex
        || length > maxRecord) {
        if (op == Op::Attachment)
            damaged(Attachments);
        else if (length > maxRecord)
            damaged(TooLarge);
        check(std::string_view(m_buffer).substr(m_at, mcap::recordHead));
        m_at += mcap::recordHead;
        enough = skip(length);
        return !enough || *enough ? enough : base::Result<bool>(endsHere());
    }
    enough = need(mcap::recordHead + length);
    if (!enough)
        return enough;
    if (!*enough)
        return endsHere();
    const std::string_view record =
        std::string_view(m_buffer).substr(m_at, mcap::recordHead + length);
    check(record);
    m_at += record.size();
    given = take(op, record.substr(mcap::recordHead), out);
    return true;
}

void McapReader::endOfData(std::string_view content)
{
    const std::uint32_t expected = Fields(content).u32();
    if (expected != 0 && expected != m_checksum)
        damaged(FileChecksum);
}

bool McapReader::take(Op op, std::string_view content, telemetry::MessageView &out)
{
    switch (op) {
    case Op::Header:
        readHeader(content);
        return false;
    case Op::Channel:
        readChannel(content);
        return false;
    case Op::Message:
        return readMessage(content, out);
    case Op::Chunk:
        openChunk(content);
        return false;
    default: // schemas, private and future records
        return false;
    }
}

void McapReader::readHeader(std::string_view content)
{
    Fields in(content);
    in.text();
    m_ours = in.text().starts_with("Pilothouse ");
}

void McapReader::readChannel(std::string_view content)
{
    Fields in(content);
    const std::uint16_t id = in.u16();
    in.u16();
    Channel channel;
    channel.topic = in.text();
    channel.encoding = in.text();
    Fields metadata(in.text());
    std::string connection;
    while (metadata.good() && !metadata.empty()) {
        const std::string_view key = metadata.text();
        const std::string_view value = metadata.text();
        if (!m_ours)
            continue;
        if (key == "connection")
            connection = value;
        else if (key == "qos" && value.size() == 1 && value[0] >= '0' && value[0] <= '2')
            channel.qos = static_cast<std::uint8_t>(value[0] - '0');
        else if (key == "retain")
            channel.retain = value == "1";
        else if (key == "retain_as_published")
            channel.retainAsPublished = value == "1";
        else if (key == "dup")
            channel.duplicate = value == "1";
        else if (key == "properties" && !readProperties(value, channel.properties.emplace()))
            channel.properties.reset();
    }
    if (!in.good() || !metadata.good()) {
        damaged(BadRecord);
        return;
    }
    channel.source = originOf(connection);
    m_channels.insert_or_assign(id, std::move(channel));
}

telemetry::SourceId McapReader::originOf(const std::string &connection)
{
    const std::string key = connection.empty() ? "mcap" : connection;
    for (std::size_t index = 0; index < m_origins.size(); ++index)
        if (m_origins[index].key == key)
            return static_cast<telemetry::SourceId>(index);
    if (m_origins.size() >= maxOrigins) {
        damaged(ManyOrigins);
        return static_cast<telemetry::SourceId>(m_origins.size() - 1);
    }
    m_origins.push_back({key, connection.empty() ? m_name.toStdString() : connection, {}});
    return static_cast<telemetry::SourceId>(m_origins.size() - 1);
}

bool McapReader::readMessage(std::string_view content, telemetry::MessageView &out)
{
    Fields in(content);
    const std::uint16_t id = in.u16();
    in.u32(); // sequence
    const std::uint64_t logTime = in.u64();
    in.u64(); // publish time
    if (!in.good())
        return damaged(BadRecord);
    const auto channel = m_channels.find(id);
    if (channel == m_channels.end())
        return damaged(NoChannel);
    if (logTime > static_cast<std::uint64_t>(INT64_MAX))
        return damaged(BadTime);
    const Channel &from = channel->second;
    if (!m_ours && from.encoding != "json"
        && (m_encodings.size() < maxEncodings || m_encodings.contains(from.encoding)))
        ++m_encodings[from.encoding];
    m_payload.reserve(in.rest().size() + telemetry::MessageBatch::padding);
    m_payload = in.rest();
    m_payload.append(telemetry::MessageBatch::padding, '\0');
    out = {.topic = from.topic,
           .payload = {m_payload.data(), in.rest().size()},
           .received = static_cast<base::TimeNs>(logTime),
           .source = from.source,
           .qos = from.qos,
           .retain = from.retain,
           .duplicate = from.duplicate,
           .properties = from.properties ? &*from.properties : nullptr,
           .retainAsPublished = from.retainAsPublished};
    return true;
}

void McapReader::openChunk(std::string_view content)
{
    Fields in(content);
    in.u64();
    in.u64(); // times of the first and last message
    const std::uint64_t size = in.u64();
    const std::uint32_t checksum = in.u32();
    const std::string_view compression = in.text();
    const std::string_view packed = in.take(in.u64());
    if (!in.good()) {
        damaged(BadRecord);
        return;
    }
    if (size > maxChunk) {
        damaged(TooLarge);
        return;
    }
    const Unpacked unpacked = unpack(compression, packed, size, m_chunk);
    if (unpacked != Unpacked::Done) {
        damaged(unpacked == Unpacked::UnknownKind ? UnknownCompression : BadChunk);
        return;
    }
    if (checksum != 0
        && crc32_z(0, reinterpret_cast<const Bytef *>(m_chunk.data()), m_chunk.size())
            != checksum) {
        damaged(BadChecksum);
        return;
    }
    m_chunkAt = 0;
    m_chunkSize = m_chunk.size();
}

/// The next record of the chunk; true when it was a message.
bool McapReader::nextInChunk(telemetry::MessageView &out)
{
    Fields in(std::string_view(m_chunk).substr(m_chunkAt, m_chunkSize - m_chunkAt));
    const auto op = static_cast<Op>(in.number(1));
    const std::string_view content = in.take(in.u64());
    if (!in.good()) {
        m_chunkAt = m_chunkSize;
        return damaged(BadRecord);
    }
    m_chunkAt = m_chunkSize - in.rest().size();
    return op != Op::Chunk && take(op, content, out); // chunks do not nest
}

QStringList McapReader::notices() const
{
    QStringList all = m_notices.sentences(sentence);
    for (const auto &[encoding, count] : m_encodings)
        all.append(
            Tr::tr("%1 messages are encoded as \"%2\" and come as raw bytes.")
                .arg(count)
                .arg(QString::fromUtf8(encoding.data(), qsizetype(encoding.size())).left(40)));
    return all;
}

} // namespace

base::Result<std::unique_ptr<MessageReader>> openMcap(std::unique_ptr<QIODevice> device,
                                                      const QString &name)
{
    return std::make_unique<McapReader>(std::move(device), name);
}

base::Result<std::unique_ptr<MessageReader>> openMcap(const QString &path)
{
    auto file = openFile(path);
    if (!file)
        return tl::unexpected(file.error());
    return openMcap(std::move(*file), QFileInfo(path).fileName());
}

} // namespace interchange
