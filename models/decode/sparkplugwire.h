// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"

#include <sparkplug_b.pb.h>

#include <string>
#include <string_view>

namespace decode {

/// Bytes -> Sparkplug B Payload, with compressed bodies opened (Tahu's SPBV1.0_COMPRESSED).
/// Reuses its memory from message to message. One thread at a time.
class SparkplugReader
{
public:
    /// Null when the bytes are no Sparkplug payload or break a limit; error() is one sentence then.
    /// The payload lives until the next call.
    const spb::Payload *read(std::string_view bytes, const Limits &limits);
    const std::string &error() const { return m_error; }

private:
    bool parse(std::string_view bytes, const Limits &limits, spb::Payload &payload);
    const spb::Payload *readCompressed(const Limits &limits);
    bool inflateBody(const std::string &body, std::size_t limit);

    spb::Payload m_payload;
    spb::Payload m_inner;
    std::string m_inflated;
    std::string m_error;
};

} // namespace decode
