// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/capture/webstream.h"

#include <algorithm>

namespace connect::capture {

namespace {

constexpr std::size_t maxHandshake = 16u << 10;

/// The value of an HTTP header in lower case, empty when it is not there.
std::string headerOf(std::string_view text, std::string_view lowerName)
{
    std::string lower(text);
    for (char &c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    const std::size_t at = lower.find("\r\n" + std::string(lowerName) + ':');
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + lowerName.size() + 3;
    return lower.substr(begin, lower.find("\r\n", begin) - begin);
}

} // namespace

bool asksForMqtt(std::string_view request)
{
    return headerOf(request, "upgrade").find("websocket") != std::string::npos
        && headerOf(request, "sec-websocket-protocol").find("mqtt") != std::string::npos;
}

WebStream::WebStream(Sink sink)
    : m_sink(std::move(sink))
{
}

/// Reads a frame's head from the buffer; false when more bytes are needed or it cannot be.
bool WebStream::readHead()
{
    if (m_buffer.size() < 2)
        return false;
    const auto byte = [this](std::size_t at) { return static_cast<unsigned char>(m_buffer[at]); };
    const unsigned opcode = byte(0) & 15u;
    const bool reserved = byte(0) & 0x70u; // compressed (RFC 7692), or no frame at all
    const bool known = opcode <= 2 || (opcode >= 8 && opcode <= 10);
    if (reserved || !known) {
        m_dead = true;
        return false;
    }
    const unsigned small = byte(1) & 0x7Fu;
    const std::size_t extra = small == 126 ? 2 : small == 127 ? 8 : 0;
    m_masked = byte(1) & 0x80u;
    const std::size_t size = 2 + extra + (m_masked ? 4 : 0);
    if (m_buffer.size() < size)
        return false;
    m_left = extra == 0 ? small : 0;
    for (std::size_t i = 0; i < extra; ++i)
        m_left = m_left << 8 | byte(2 + i);
    for (std::size_t i = 0; m_masked && i < 4; ++i)
        m_mask[i] = byte(2 + extra + i);
    m_offset = 0;
    m_data = opcode <= 2;
    m_buffer.erase(0, size);
    return true;
}

void WebStream::bytes(std::string_view bytes)
{
    if (m_dead)
        return;
    m_buffer += bytes;
    if (m_state == State::Handshake) {
        const std::size_t end = m_buffer.find("\r\n\r\n");
        if (end == std::string::npos) {
            m_dead = m_buffer.size() > maxHandshake;
            return;
        }
        const bool refused = m_buffer.starts_with("HTTP/") && m_buffer.find(" 101") != 8;
        m_dead = refused;
        m_buffer.erase(0, end + 4);
        m_state = State::Header;
    }
    while (!m_dead) {
        if (m_state == State::Header) {
            if (!readHead())
                return;
            m_state = State::Payload;
        }
        const std::size_t size = std::min<std::uint64_t>(m_left, m_buffer.size());
        for (std::size_t i = 0; m_masked && i < size; ++i)
            m_buffer[i] = static_cast<char>(m_buffer[i] ^ m_mask[(m_offset + i) & 3]);
        if (m_data && size > 0)
            m_sink(std::string_view(m_buffer).substr(0, size), 0);
        m_buffer.erase(0, size);
        m_left -= size;
        m_offset += size;
        if (m_left > 0)
            return;
        m_state = State::Header;
    }
}

void WebStream::gap(std::uint64_t missing)
{
    if (m_dead)
        return;
    if (m_state != State::Payload || missing > m_left) {
        m_sink({}, missing);
        m_dead = true;
        return;
    }
    m_left -= missing;
    m_offset += missing;
    if (m_data)
        m_sink({}, missing);
    if (m_left == 0)
        m_state = State::Header;
}

} // namespace connect::capture
