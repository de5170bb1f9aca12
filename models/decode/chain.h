// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/decode/output.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace decode {

/// An operator's word where detection is wrong: for topics that match `topicFilter` (MQTT
/// wildcards) use `decoder` only, and/or name device, signal, time and unit. `device` and `signal`
/// are templates: "{3}" is topic level 3 (from 1), "{/a/b}" the JSON member at that RFC 6901
/// pointer, other text stands for itself.
struct Mapping
{
    QString topicFilter;
    QString decoder; ///< name from Chain::decoderNames(), empty: detect
    QString device;
    QString signal; ///< for plain scalars; for JSON a prefix replaces nothing: empty keeps paths
    QString timePointer; ///< RFC 6901 pointer to the time member
    QString unit;
    bool ignore = false; ///< keep, do not decode

    QJsonObject toJson() const;
    static base::Result<Mapping> fromJson(const QJsonObject &object);
};

/// Payload -> samples for one source, by topic and shape, in the order of protocols.md 4.3:
/// Sparkplug B, Homie, Home Assistant discovery, Tasmota, Zigbee2MQTT, ESPHome, Shelly,
/// ThingsBoard, AWS IoT shadow, OPC UA PubSub JSON, SenML, CloudEvents, generic JSON, CBOR, plain
/// scalar, availability, image/binary. What births and discovery messages teach is remembered per
/// chain; apart from that, the answer is a pure function of the message. One thread at a time.
/// Never throws, never blocks.
class Chain
{
public:
    explicit Chain(Limits limits = {});
    ~Chain();
    Chain(const Chain &) = delete;
    Chain &operator=(const Chain &) = delete;

    void setMappings(std::vector<Mapping> mappings);

    /// Decodes one message into `out` (cleared first). message.payload must be followed by
    /// telemetry::MessageBatch::padding readable bytes.
    void decode(const telemetry::MessageView &message, Output &out);

    /// Names for Mapping::decoder and for --decoder.
    static std::vector<std::string_view> decoderNames();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace decode
