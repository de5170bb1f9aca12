// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connect/capture/bytestream.h"

namespace connect::capture {

namespace {
constexpr std::size_t maxPieces = 2'048;
constexpr base::TimeNs patience = base::nsPerSecond; ///< captures may mix up the two directions
constexpr std::size_t patientPieces = 64;
} // namespace

void ByteStream::start(std::uint32_t sequence)
{
    *this = {};
    m_next = sequence;
    m_started = true;
}

void ByteStream::give(std::string_view bytes, std::size_t missing, const Sink &sink)
{
    m_next += static_cast<std::uint32_t>(bytes.size() + missing);
    m_position += bytes.size() + missing;
    if (!bytes.empty())
        sink(bytes, 0);
    if (missing > 0)
        sink({}, missing);
}

void ByteStream::add(const Segment &segment, base::TimeNs time, const Sink &sink)
{
    if (!m_started)
        start(segment.sequence); // the beginning is not in the capture
    std::string_view bytes = segment.payload;
    std::size_t missing = segment.missing;
    if (bytes.empty() && missing == 0)
        return;
    auto ahead = static_cast<std::int64_t>(static_cast<std::int32_t>(segment.sequence - m_next));
    if (ahead < 0) {
        const auto old = static_cast<std::size_t>(-ahead);
        const std::size_t cut = std::min(old, bytes.size());
        m_repeated += cut;
        bytes.remove_prefix(cut);
        missing -= std::min(old - cut, missing);
        if (bytes.empty() && missing == 0)
            return;
        ahead = 0;
    }
    if (ahead == 0) {
        give(bytes, missing, sink);
        drain(sink);
        return;
    }
    const std::uint64_t position = m_position + static_cast<std::uint64_t>(ahead);
    Piece &piece = m_waiting[position];
    if (piece.bytes.size() + piece.missing >= bytes.size() + missing && piece.missing <= missing) {
        m_repeated += bytes.size(); // a piece that is there already is as good
        return;
    }
    m_waitingBytes += bytes.size();
    m_waitingBytes -= piece.bytes.size();
    piece = {std::string(bytes), missing, time};
    while (m_waitingBytes > maxWaiting || m_waiting.size() > maxPieces)
        jump(sink);
}

void ByteStream::drain(const Sink &sink)
{
    while (!m_waiting.empty() && m_waiting.begin()->first <= m_position) {
        const auto node = m_waiting.extract(m_waiting.begin());
        const Piece &piece = node.mapped();
        m_waitingBytes -= piece.bytes.size();
        const std::uint64_t old = m_position - node.key();
        const std::size_t cut = std::min<std::uint64_t>(old, piece.bytes.size());
        m_repeated += cut;
        const std::size_t missing =
            piece.missing - std::min<std::uint64_t>(old - cut, piece.missing);
        give(std::string_view(piece.bytes).substr(cut), missing, sink);
    }
}

/// Over what is missing, to the first piece that waits.
void ByteStream::jump(const Sink &sink)
{
    give({}, m_waiting.begin()->first - m_position, sink);
    drain(sink);
}

void ByteStream::confirm(std::uint32_t acknowledged, base::TimeNs time, const Sink &sink)
{
    while (!m_waiting.empty()) {
        const auto ahead = static_cast<std::int32_t>(acknowledged - m_next);
        const auto &[position, piece] = *m_waiting.begin();
        const bool confirmed =
            ahead > 0 && static_cast<std::uint64_t>(ahead) >= position - m_position;
        if (!confirmed || (time - piece.time < patience && m_waiting.size() < patientPieces))
            return;
        jump(sink);
    }
}

void ByteStream::flush(const Sink &sink)
{
    while (!m_waiting.empty())
        jump(sink);
}

} // namespace connect::capture
