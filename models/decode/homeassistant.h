// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/convention.h"
#include "models/decode/homeassistantconfig.h"
#include "models/decode/inference.h"
#include "models/decode/learned.h"

namespace decode {

/// Home Assistant MQTT discovery, entity and device form, and the state, attribute and availability
/// topics it announces. A topic's members that no entity names keep their own names under the
/// device of the topic's first entity; a member that two entities name is given once, to the first.
/// Source: home-assistant.io, "MQTT", "MQTT Discovery".
class HomeAssistant final : public Convention
{
public:
    std::string_view name() const override { return "homeassistant"; }
    bool decode(Input &in, Output &out) override;

private:
    using Reading = homeassistant::Reading;
    using Presence = homeassistant::Presence;
    using Config = homeassistant::Config;

    /// Who reads a topic, by the key of the discovery topic and the position in its config.
    struct Reference
    {
        const std::string *config; ///< key in m_configs, stable
        std::size_t index;
    };
    struct Topic
    {
        std::vector<Reference> readings;
        std::vector<Reference> presences;
    };

    bool decodeDiscovery(const homeassistant::Place &place, Input &in, Output &out);
    void forget(std::string_view discoveryTopic, Input &in, Output &out);
    void unlink(const std::string *key, const Config &config);
    void learn(std::string_view discoveryTopic, Config config, Input &in, Output &out);
    void settleNames(Config &config, const homeassistant::Place &place);
    void introduce(const simdjson::dom::element &json, const Config &config, Input &in,
                   Output &out);
    static bool decodeHostStatus(Input &in, Output &out);
    bool decodeTopic(const Topic &topic, Input &in, Output &out);
    void decodeText(const Topic &topic, Input &in, Output &out);
    void decodeRecord(const Topic &topic, const simdjson::dom::element &json, Input &in,
                      Output &out);
    void nameForPeople(Output &out) const;
    void decodePresence(const Topic &topic, Input &in, Output &out);
    const Reading &reading(const Reference &reference) const;
    static telemetry::Value stateOf(const Reading &reading, const telemetry::Value &value);

    ByName<Config> m_configs; ///< by discovery topic
    ByName<Topic> m_topics;
    ByName<std::string> m_deviceOfId; ///< identifier -> device name, for via_device
    ByName<std::size_t> m_deviceUse; ///< configs per device name
    ByName<std::string> m_signals; ///< "device\nsignal" -> discovery topic that has the name
    std::vector<std::string> m_consumed; ///< reused
    /// Of the current message: samples that go by the sender's own key until predictions are found,
    /// and the names people see.
    std::vector<std::pair<std::size_t, std::string_view>> m_shown;
    InferenceMemory m_inference;
};

} // namespace decode
