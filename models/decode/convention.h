// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/output.h"

#include <simdjson.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace decode {

/// One message with what several conventions need of it, worked out once.
class Input
{
public:
    Input(const telemetry::MessageView &message, std::span<const std::string_view> levels,
          const Limits &limits, simdjson::dom::parser &parser)
        : message(message)
        , levels(levels)
        , limits(limits)
        , m_parser(parser)
    {
    }

    const telemetry::MessageView &message;
    std::span<const std::string_view> levels; ///< topic split at '/', at most 64 levels
    const Limits &limits;

    /// The payload as JSON; null when it is not valid JSON (jsonError() says why) or starts with
    /// something that no JSON object or array starts with. Parsed once, at the first call.
    const simdjson::dom::element *json();
    std::string_view jsonError() const { return m_jsonError; }
    /// What had to be mended before the payload was JSON (bare NaN, numbers beyond 64 bits); empty
    /// mostly. Static text, as jsonError(): translate in context "decode::Tr".
    std::string_view jsonNote() const { return m_jsonNote; }
    /// Integers beyond 64 bits were read as doubles: doubles of 2^63 and more are not exact.
    bool jsonHadHugeIntegers() const { return m_hugeIntegers; }

private:
    void parseJson();

    simdjson::dom::parser &m_parser;
    simdjson::dom::element m_element;
    enum class Parsed : std::uint8_t { NotYet, Yes, No } m_parsed = Parsed::NotYet;
    std::string_view m_jsonError;
    std::string_view m_jsonNote;
    bool m_hugeIntegers = false;
    std::string m_mended;
};

/// One payload convention. Holds what it has learned from births and discovery; bounded.
/// One instance per Chain, one thread at a time.
class Convention
{
public:
    virtual ~Convention() = default;

    virtual std::string_view name() const = 0; ///< static text: "sparkplug"
    /// False when decode() says no to every message on this topic, whatever was learned: it is then
    /// not asked. A pure function of the topic.
    virtual bool mayTake(std::span<const std::string_view> levels) const { return !levels.empty(); }
    /// True when the message is this convention's, and `out` says what came of it (also when the
    /// payload is broken: Outcome::Undecodable). False: not mine, `out` untouched.
    virtual bool decode(Input &in, Output &out) = 0;
};

} // namespace decode
