// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/sparkplugwire.h"

#include "models/decode/text.h"

#include <google/protobuf/io/coded_stream.h>
#include <zlib.h>

#include <cstdint>

namespace decode {

namespace {

// A two-byte field can become a hundred bytes of objects, so big payloads are counted before they
// are parsed.
constexpr std::size_t countFrom = 32u << 10;
constexpr std::size_t objectsPerSample = 8;
constexpr std::size_t keepBytes = 256u << 10; // a bigger payload's memory is given back

enum class Part : std::uint8_t {
    Leaf,
    Payload,
    Metric,
    DataSet,
    Row,
    Template,
    Properties,
    Property,
    PropertyList
};

Part partOf(Part parent, std::uint32_t field)
{
    switch (parent) {
    case Part::Payload:
        return field == 2 ? Part::Metric : Part::Leaf;
    case Part::Metric:
        return field == 9 ? Part::Properties
            : field == 17 ? Part::DataSet
            : field == 18 ? Part::Template
                          : Part::Leaf;
    case Part::DataSet:
        return field == 4 ? Part::Row : Part::Leaf;
    case Part::Template:
        return field == 2 ? Part::Metric : Part::Leaf;
    case Part::Properties:
        return field == 2 ? Part::Property : Part::Leaf;
    case Part::Property:
        return field == 9 ? Part::Properties : field == 10 ? Part::PropertyList : Part::Leaf;
    case Part::PropertyList:
        return field == 1 ? Part::Properties : Part::Leaf;
    case Part::Row:
    case Part::Leaf:
        break;
    }
    return Part::Leaf;
}

/// Counts what a parser would allocate objects for. Broken bytes end the count: the parser that
/// follows stops at the same place.
class ObjectCount
{
public:
    explicit ObjectCount(std::size_t limit)
        : m_limit(limit)
    {
    }

    bool within(Part part, std::string_view bytes, int depth)
    {
        google::protobuf::io::CodedInputStream stream(
            reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<int>(bytes.size()));
        while (const std::uint32_t tag = stream.ReadTagNoLastTag()) {
            if ((tag & 7) != 2) {
                if (!skip(stream, tag))
                    return true;
                continue;
            }
            int size = 0;
            if (!stream.ReadVarintSizeAsInt(&size))
                return true;
            if (++m_count > m_limit)
                return false;
            const Part child = partOf(part, tag >> 3);
            const auto at = static_cast<std::size_t>(stream.CurrentPosition());
            if (static_cast<std::size_t>(size) > bytes.size() - at)
                return true;
            if (child != Part::Leaf && depth > 0
                && !within(child, bytes.substr(at, static_cast<std::size_t>(size)), depth - 1))
                return false;
            if (!stream.Skip(size))
                return true;
        }
        return true;
    }

private:
    static bool skip(google::protobuf::io::CodedInputStream &stream, std::uint32_t tag)
    {
        std::uint64_t ignored = 0;
        switch (tag & 7) {
        case 0:
            return stream.ReadVarint64(&ignored);
        case 1:
            return stream.Skip(8);
        case 5:
            return stream.Skip(4);
        default:
            return false;
        }
    }

    std::size_t m_count = 0;
    std::size_t m_limit;
};

bool isCompressed(const spb::Payload &payload)
{
    return payload.has_body() && payload.uuid() == "SPBV1.0_COMPRESSED";
}

} // namespace

bool SparkplugReader::parse(std::string_view bytes, const Limits &limits, spb::Payload &payload)
{
    // A template nests a Metric and a Template per level.
    const int depth = 2 * limits.maxNesting + 4;
    if (bytes.size() > countFrom
        && !ObjectCount(limits.maxSamples * objectsPerSample).within(Part::Payload, bytes, depth)) {
        m_error = Tr::tr("The Sparkplug payload holds more metrics, cells and properties than are "
                         "accepted from one message.")
                      .toStdString();
        return false;
    }
    payload.Clear();
    google::protobuf::io::CodedInputStream stream(
        reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<int>(bytes.size()));
    stream.SetRecursionLimit(depth);
    if (!payload.ParseFromCodedStream(&stream) || !stream.ConsumedEntireMessage()) {
        m_error = Tr::tr("The payload is not a valid Sparkplug B message (protobuf breaks off or "
                         "nests too deep).")
                      .toStdString();
        return false;
    }
    return true;
}

const spb::Payload *SparkplugReader::read(std::string_view bytes, const Limits &limits)
{
    m_error.clear();
    if (bytes.size() > limits.maxPayloadBytes) {
        m_error =
            Tr::tr("The Sparkplug payload is larger than the limit for one message.").toStdString();
        return nullptr;
    }
    if (m_payload.body().capacity() > keepBytes || m_inflated.capacity() > keepBytes
        || m_payload.metrics().Capacity() > 4096 || m_inner.metrics().Capacity() > 4096) {
        m_payload = {};
        m_inner = {};
        m_inflated = {};
    }
    if (!parse(bytes, limits, m_payload))
        return nullptr;
    if (isCompressed(m_payload))
        return readCompressed(limits);
    if (!bytes.empty() && m_payload.metrics_size() == 0 && !m_payload.has_timestamp()
        && !m_payload.has_seq() && !m_payload.has_body()) {
        m_error =
            Tr::tr("The payload has none of the fields of a Sparkplug B message.").toStdString();
        return nullptr;
    }
    return &m_payload;
}

const spb::Payload *SparkplugReader::readCompressed(const Limits &limits)
{
    if (!inflateBody(m_payload.body(), limits.maxInflatedBytes)
        || !parse(m_inflated, limits, m_inner))
        return nullptr;
    if (isCompressed(m_inner)) {
        m_error =
            Tr::tr("The compressed Sparkplug body holds another compressed body.").toStdString();
        return nullptr;
    }
    if (!m_inner.has_seq() && m_payload.has_seq())
        m_inner.set_seq(m_payload.seq());
    if (!m_inner.has_timestamp() && m_payload.has_timestamp())
        m_inner.set_timestamp(m_payload.timestamp());
    return &m_inner;
}

bool SparkplugReader::inflateBody(const std::string &body, std::size_t limit)
{
    constexpr int detectZlibOrGzip = 15 + 32;
    z_stream stream{};
    if (inflateInit2(&stream, detectZlibOrGzip) != Z_OK) {
        m_error =
            Tr::tr("The compressed Sparkplug body cannot be opened: no memory.").toStdString();
        return false;
    }
    m_inflated.clear();
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    int state = Z_OK;
    char chunk[16384];
    while (state == Z_OK && m_inflated.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk);
        stream.avail_out = sizeof chunk;
        state = inflate(&stream, Z_NO_FLUSH);
        m_inflated.append(chunk, sizeof chunk - stream.avail_out);
    }
    inflateEnd(&stream);
    if (m_inflated.size() > limit)
        m_error = Tr::tr("The compressed Sparkplug body grows beyond the limit when it is opened.")
                      .toStdString();
    else if (state != Z_STREAM_END)
        m_error =
            Tr::tr(
                "The compressed Sparkplug body is broken (neither a whole zlib nor gzip stream).")
                .toStdString();
    return m_error.empty();
}

} // namespace decode
