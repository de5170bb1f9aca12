// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"
#include "models/decode/inference.h"
#include "models/decode/sparkplugmetrics.h"
#include "models/decode/sparkplugmodel.h"
#include "models/decode/sparkplugwire.h"

namespace decode {

/// Sparkplug B 3.0.0 as a Host Application reads it, and the births that aware brokers retain under
/// $sparkplug/certificates/. Edge nodes are named "group/edge", devices "group/edge/device", hosts
/// by their id. Source: Eclipse Sparkplug Specification 3.0.0, chapters 4 to 6.
class Sparkplug final : public Convention
{
public:
    std::string_view name() const override { return "sparkplug"; }
    bool decode(Input &in, Output &out) override;
    bool mayTake(std::span<const std::string_view> levels) const override;

private:
    enum class Verb : std::uint8_t { Birth, Death, Data, Command };
    struct Topic
    {
        Verb verb = Verb::Data;
        bool retainedBirth = false; ///< under $sparkplug/certificates
        std::string_view group;
        std::string_view edge;
        std::string_view device; ///< empty: the node itself
    };
    struct Message
    {
        const Topic &topic;
        const spb::Payload &payload;
        std::string_view node; ///< "group/edge", lives as long as the output
        base::TimeNs time; ///< payload timestamp
    };

    static bool parseTopic(std::span<const std::string_view> levels, Topic &topic);
    static bool decodeHostState(Input &in, Output &out);
    void decodePayload(const Topic &topic, const spb::Payload &payload, Input &in, Output &out);
    static void decodeCommand(const Message &message, Output &out);
    void decodeBirth(const Message &message, Input &in, Output &out);
    void decodeRetainedBirth(const Message &message, Input &in, Output &out);
    void decodeData(const Message &message, Input &in, Output &out);
    void decodeDeath(const Message &message, Input &in, Output &out);
    void decodeNodeDeath(const Message &message, Input &in, Output &out);
    static void introduceNode(const Message &message, Input &in, Output &out);
    static void introduce(const Message &message, std::string_view device, bool online, Input &in,
                          Output &out);
    static std::string_view deviceName(const Message &message, Output &out);
    void finish(const sparkplug::MetricReader &reader, Output &out);

    SparkplugReader m_reader;
    sparkplug::Model m_model;
    InferenceMemory m_inference;
};

} // namespace decode
