// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/telemetry/message.h"
#include "models/telemetry/value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace decode {

using base::TimeNs;

/// One sample as found in a payload. Views point into the payload or into Output's arena.
struct Sample
{
    std::string_view device; ///< empty: the chain names it from topic and ids
    std::string_view signal; ///< path within the device, '/' between levels
    std::string_view unit;
    TimeNs time = base::noTime; ///< noTime: the payload has none
    telemetry::Value value;
    telemetry::Quality quality = telemetry::Quality::Good;
    telemetry::ValueType declared = telemetry::ValueType::Double; ///< with value.type for Missing
    bool historical = false; ///< must not move the live value (Sparkplug is_historical)
    bool transient = false; ///< must not go to the historian (Sparkplug is_transient)
    bool state = false; ///< a state of the device itself (availability, lifecycle)
};

/// One answer of a model found in a payload. Its confidence and label are samples too, named
/// "<model> <version>/confidence" and ".../label" (without a model name: "confidence", "label").
struct Prediction
{
    std::string_view device;
    std::string_view model;
    std::string_view version;
    std::string_view label;
    std::string_view inputReference;
    double confidence = 0; ///< 0..1; NaN when absent
    TimeNs time = base::noTime;
    int confidenceSample = -1; ///< index in Output::samples, -1: no confidence in the payload
    int labelSample = -1;
};

/// Something learned about a device or a signal that is not a sample.
struct Fact
{
    enum class Kind : std::uint8_t {
        Online, ///< device is there (birth, availability "online")
        Offline, ///< device has gone (death, will, availability "offline")
        Asleep, ///< sleeping by agreement (Homie "sleeping")
        Removed, ///< retained description emptied: the device was deleted
        DisplayName, ///< value: what people call it
        Manufacturer,
        Model, ///< device model
        Firmware,
        Hardware,
        Serial,
        Site, ///< area, group, room, site
        Parent, ///< gateway or edge node it hangs on
        Protocol, ///< "Sparkplug B", "Homie 5", ...
        Attribute, ///< value: "key=value"
        SignalUnit, ///< unit of `signal`
        SignalText, ///< description of `signal`
        Gateway, ///< carries other devices' messages (edge node, bridge); no device of the fleet
        Service, ///< a program that takes part (host application, hub); no device of the fleet
        ValuesStale, ///< its values no longer tell how things are (Sparkplug STALE)
        AwaitsBirth, ///< will describe itself anew at once; stale if it does not
    };
    Kind kind = Kind::Attribute;
    std::string_view device;
    std::string_view signal;
    std::string_view value;
    TimeNs time = base::noTime;
};

/// A description says that the words on `topic` are about whether `device` is there.
struct Claim
{
    std::string_view device;
    std::string_view topic;
};

/// What was taken for a device of its own, `alias`, is the same as `device`; or, `apart`, is one of
/// its own after all, because its place turned out to speak for several.
struct Join
{
    std::string_view device;
    std::string_view alias;
    bool apart = false;
};

/// Why a payload gave what it gave.
enum class Outcome : std::uint8_t {
    Decoded, ///< samples, predictions or facts came out
    Kept, ///< kept and shown, not decoded (image, unknown binary, empty retained delete)
    Undecodable, ///< claims a format and breaks its rules: counted, reason given
};

/// What the decoders give for one message. Reused from message to message: clear() keeps memory.
class Output
{
public:
    std::vector<Sample> samples;
    std::vector<Prediction> predictions;
    std::vector<Fact> facts;
    std::vector<Claim> claims;
    std::vector<Join> joins;
    Outcome outcome = Outcome::Kept;
    std::string_view decoder; ///< "sparkplug", "json", ... (static text)
    std::string reason; ///< one sentence for Undecodable and Kept
    bool capHit = false; ///< something was cut by a limit; `reason` says which
    std::int64_t sequence = -1; ///< sequence number of the sender, -1: none
    std::int64_t sequenceModulus = 0; ///< 256 for Sparkplug, 0: does not wrap
    std::string_view sequenceScope; ///< device or edge node that counts; empty: the topic
    bool sequenceStarts = false; ///< the sender starts to count anew: nothing is missing before it
    bool rebirthWanted = false; ///< Sparkplug: aliases or births are missing
    std::string_view rebirthNode; ///< Sparkplug: "group/edge", of whom the message is
    /// Availability of a device of which nothing else is known yet: whose it is may show later.
    bool unclaimed = false;

    void clear();
    /// Copies text into the arena and returns a view that lives until clear().
    std::string_view keep(std::string_view text);
    std::string_view keep(std::string_view a, std::string_view b, std::string_view c = {});

    /// Room for `size` bytes in the arena, for text that is built in place. Uninitialised.
    char *reserve(std::size_t size);

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_block = 0;
    std::size_t m_used = 0;
    std::vector<std::unique_ptr<char[]>> m_large;
};

/// Limits, each visible when hit.
struct Limits
{
    std::size_t maxPayloadBytes = 4u << 20;
    std::size_t maxSignals = 2'000; ///< samples of distinct name from one payload
    std::size_t maxSamples = 20'000; ///< samples from one payload
    int maxNesting = 16;
    std::size_t maxNameBytes = 256; ///< of a device or signal name
    std::size_t maxTextBytes = 1'024; ///< a longer text value is cut to this
    std::size_t maxInflatedBytes = 8u << 20; ///< compressed Sparkplug bodies
};

} // namespace decode
