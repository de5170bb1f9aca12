// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/rawring.h"

#include <algorithm>
#include <cstring>

namespace ingest {

namespace {

constexpr std::size_t keptProperties = 4'096;
constexpr std::size_t smallest = 64 * 1024;

} // namespace

RawRing::RawRing(std::size_t bytes)
{
    resize(bytes);
}

void RawRing::resize(std::size_t bytes)
{
    m_size = std::max(bytes, smallest);
    m_bytes.reset(static_cast<char *>(std::calloc(1, m_size)));
    // Positions go on counting from a multiple of the size: what topics still point at is void.
    m_end = (m_end / m_size + 1) * m_size;
    m_oldest = m_end;
}

bool RawRing::valid(std::uint64_t position) const
{
    return position != none && position >= m_oldest && position < m_end;
}

std::uint64_t RawRing::add(TopicId topic, std::uint64_t number, std::uint64_t previous,
                           const telemetry::MessageView &message)
{
    // One message may take a quarter of the ring; what is beyond is cut for display.
    const std::size_t size = std::min(message.payload.size(), m_size / 4);
    const std::size_t need = sizeof(Header) + size;
    std::uint64_t position = m_end;
    std::size_t offset = static_cast<std::size_t>(position % m_size);
    if (offset + need > m_size) { // records never wrap
        position += m_size - offset;
        offset = 0;
    }
    std::int64_t properties = -1;
    if (message.properties) {
        m_properties.push_back(
            std::make_shared<const telemetry::MessageProperties>(*message.properties));
        properties = m_firstProperty + static_cast<std::int64_t>(m_properties.size()) - 1;
        if (m_properties.size() > keptProperties) {
            m_properties.pop_front();
            ++m_firstProperty;
        }
    }
    const Header header{previous,         number,      message.payload.size(),
                        message.received, topic,       static_cast<std::uint32_t>(size),
                        properties,       message.qos, message.retain,
                        message.duplicate};
    std::memcpy(m_bytes.get() + offset, &header, sizeof(Header));
    if (size > 0)
        std::memcpy(m_bytes.get() + offset + sizeof(Header), message.payload.data(), size);
    m_end = position + need;
    m_oldest = std::max(m_oldest, m_end - m_size); // m_end never is below m_size
    return position;
}

std::vector<KeptMessage> RawRing::chain(TopicId topic, std::uint64_t newest,
                                        std::size_t limit) const
{
    std::vector<KeptMessage> out;
    std::uint64_t position = newest;
    while (out.size() < limit && valid(position)) {
        Header header;
        const char *record = m_bytes.get() + position % m_size;
        std::memcpy(&header, record, sizeof(Header));
        if (header.topic != topic)
            break;
        KeptMessage message;
        message.number = header.number;
        message.received = header.received;
        message.payload = QByteArray(record + sizeof(Header), static_cast<qsizetype>(header.size));
        message.fullSize = header.fullSize;
        message.qos = header.qos;
        message.retain = header.retain;
        message.duplicate = header.duplicate;
        if (header.properties >= m_firstProperty)
            message.properties =
                m_properties[static_cast<std::size_t>(header.properties - m_firstProperty)];
        out.push_back(std::move(message));
        position = header.previous;
    }
    return out;
}

} // namespace ingest
