// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/capture/connection.h"

#include <algorithm>

namespace connect::capture {

namespace {
constexpr std::size_t maxUndecided = 64u << 10;
}

Connection::Connection(const Events &events, const Segment &first, bool firstIsEnd0)
    : m_events(events)
{
    m_ends[firstIsEnd0 ? 0 : 1] = first.from;
    m_ends[firstIsEnd0 ? 1 : 0] = first.to;
    const bool fromClient = first.syn ? !first.ack : first.from.port >= first.to.port;
    m_client = fromClient == firstIsEnd0 ? 0 : 1;
}

/// A SYN that is not the old connection's own, sent again.
bool Connection::startsAnew(const Segment &segment, bool fromEnd0) const
{
    if (!segment.syn || segment.ack)
        return false;
    const auto &known = m_synOf[fromEnd0 ? 0 : 1];
    return !known || *known != segment.sequence;
}

void Connection::add(const Segment &segment, bool fromEnd0, base::TimeNs time)
{
    const std::size_t end = fromEnd0 ? 0 : 1;
    const std::size_t other = 1 - end;
    m_lastTime = time;
    Segment rest = segment;
    if (segment.syn) {
        if (!m_bytes[end].started())
            m_bytes[end].start(segment.sequence + 1);
        m_synOf[end] = segment.sequence;
        ++rest.sequence; // the SYN itself counts as one
    }
    if (m_kind == Kind::Other || m_kind == Kind::Encrypted) {
        m_fin[end] = m_fin[end] || segment.fin;
        m_reset = m_reset || segment.reset;
        return;
    }
    m_bytes[end].add(rest, time, [this, end](std::string_view bytes, std::uint64_t missing) {
        deliver(end, bytes, missing);
    });
    if (segment.ack && m_bytes[other].started())
        m_bytes[other].confirm(segment.acknowledged, time,
                               [this, other](std::string_view bytes, std::uint64_t missing) {
                                   deliver(other, bytes, missing);
                               });
    m_fin[end] = m_fin[end] || segment.fin;
    m_reset = m_reset || segment.reset;
}

void Connection::finish()
{
    for (std::size_t end : {m_client, 1 - m_client})
        m_bytes[end].flush([this, end](std::string_view bytes, std::uint64_t missing) {
            deliver(end, bytes, missing);
        });
    for (auto &stream : m_mqtt)
        if (stream)
            stream->dropPartial();
}

void Connection::deliver(std::size_t end, std::string_view bytes, std::uint64_t missing)
{
    if (m_kind != Kind::Undecided) {
        pass(end, bytes, missing);
        return;
    }
    if (missing > 0) { // the beginning is lost
        const bool known =
            std::any_of(m_events.ports.begin(), m_events.ports.end(), [this](std::uint16_t port) {
                return m_ends[0].port == port || m_ends[1].port == port;
            });
        if (known)
            become(Kind::Mqtt, m_client, true);
        else
            become(Kind::Other, m_client, false);
        pass(end, {}, missing);
        return;
    }
    m_first[end] += bytes;
    decide(end, bytes);
    if (m_kind == Kind::Undecided && m_first[end].size() > maxUndecided)
        become(Kind::Other, m_client, false);
}

void Connection::decide(std::size_t end, std::string_view latest)
{
    const std::string_view first = m_first[end];
    bool more = false;
    if (startsWithConnect(first, more))
        return become(Kind::Mqtt, end, false);
    if (more)
        return;
    constexpr std::string_view get = "GET ";
    if (first.substr(0, get.size()) == get.substr(0, std::min(get.size(), first.size()))) {
        if (first.find("\r\n\r\n") != std::string_view::npos)
            become(asksForMqtt(first) ? Kind::WebSocket : Kind::Other, end, false);
        return;
    }
    for (const std::uint16_t port : m_events.ports) {
        if (m_ends[0].port != port && m_ends[1].port != port)
            continue;
        if (first.size() >= 2 && first[0] == '\x16' && first[1] == '\x03') // TLS handshake
            return become(Kind::Encrypted, m_client, false);
        return become(Kind::Mqtt, m_ends[0].port == port ? 1 : 0, true);
    }
    bool publish = false;
    if (!m_synOf[0] && !m_synOf[1] && areWholePackets(latest, publish)) {
        if (publish || ++m_fitting >= 2)
            become(Kind::Mqtt, m_client, true);
        return;
    }
    const std::uint16_t server = m_ends[1 - m_client].port;
    const bool tls = first.size() >= 2 && first[0] == '\x16' && first[1] == '\x03';
    become(tls && (server == 8883 || server == 8884) ? Kind::Encrypted : Kind::Other, m_client,
           false);
}

void Connection::become(Kind kind, std::size_t client, bool inTheMiddle)
{
    m_kind = kind;
    m_client = client;
    std::array<std::string, 2> first;
    std::swap(first, m_first);
    if (kind == Kind::Other || kind == Kind::Encrypted) {
        m_bytes = {};
        return;
    }
    for (std::size_t end : {std::size_t(0), std::size_t(1)}) {
        const bool toServer = end == client;
        m_mqtt[end] = std::make_unique<MqttStream>(
            toServer, m_session,
            [this, toServer](const mqtt::PublishPacket &packet, std::string_view topic) {
                m_events.publish(*this, toServer, packet, topic);
            },
            m_events.report);
        if (inTheMiddle)
            m_mqtt[end]->joinInTheMiddle();
        if (kind == Kind::WebSocket)
            m_web[end] = std::make_unique<WebStream>(
                [this, end](std::string_view bytes, std::uint64_t missing) {
                    if (missing > 0)
                        m_mqtt[end]->gap(missing);
                    else
                        m_mqtt[end]->bytes(bytes);
                });
    }
    for (std::size_t end : {client, 1 - client})
        if (!first[end].empty())
            pass(end, first[end], 0);
}

void Connection::pass(std::size_t end, std::string_view bytes, std::uint64_t missing)
{
    if (m_web[end]) {
        if (missing > 0)
            m_web[end]->gap(missing);
        else
            m_web[end]->bytes(bytes);
    } else if (m_mqtt[end]) {
        if (missing > 0)
            m_mqtt[end]->gap(missing);
        else
            m_mqtt[end]->bytes(bytes);
    }
}

std::size_t Connection::heldBytes() const
{
    std::size_t held = 0;
    for (std::size_t end : {std::size_t(0), std::size_t(1)}) {
        held += m_bytes[end].waitingBytes() + m_first[end].size();
        held += m_mqtt[end] ? m_mqtt[end]->heldBytes() : 0;
    }
    return held;
}

void Connection::dropHeld()
{
    finish();
    for (std::string &first : m_first)
        first.clear();
}

} // namespace connect::capture
