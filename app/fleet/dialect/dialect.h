// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/device.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fleet {

/// One message on its way to the broker.
struct Message
{
    std::string topic;
    std::string payload;
    int qos = 0;
    bool retain = false;
    std::string contentType = {}; ///< MQTT 5 only
    std::vector<std::pair<std::string, std::string>> userProperties = {}; ///< MQTT 5 only
};

using Outbox = std::vector<Message>;

/// How the devices behind one connection put things on the wire. One thread.
class Dialect
{
public:
    using Devices = std::vector<Device *>;

    explicit Dialect(Devices devices)
        : m_devices(std::move(devices))
    {
    }
    virtual ~Dialect() = default;

    virtual int mqttVersion() const { return 4; } ///< protocol level: 4 is 3.1.1, 5 is 5.0
    virtual std::string clientId() const = 0;
    /// The last will, asked for before every connect. `timeMs` is now.
    virtual Message will(std::int64_t timeMs) = 0;
    /// Births, discovery and availability, after every connect.
    virtual void online(std::int64_t timeMs, Outbox &out) = 0;
    virtual void report(const Device &device, const Snapshot &now, Outbox &out) = 0;
    /// A clean good-bye.
    virtual void offline(std::int64_t timeMs, Outbox &out) { out.push_back(will(timeMs)); }
    /// Topic filter of commands, empty: takes none.
    virtual std::string commandFilter() const { return {}; }
    virtual void command(std::string_view, std::string_view, std::int64_t, Outbox &) { }

    const Devices &devices() const { return m_devices; }

protected:
    Devices m_devices;
};

enum class DialectKind : std::uint8_t {
    Sparkplug,
    PlainJson,
    PlainJson5,
    OpcUa,
    CloudEvents,
    HomeAssistant,
    Homie,
    Zigbee2Mqtt,
    SenmlJson,
    SenmlCbor,
    Tasmota,
    Scalars
};

std::unique_ptr<Dialect> makeDialect(DialectKind kind, Dialect::Devices devices);

/// "Harbour works" -> "harbour-works".
std::string slug(std::string_view text);
/// "2026-11-22T16:03:04.123Z".
std::string isoTime(std::int64_t timeMs, bool milliseconds = true);
/// Appends the value of one quantity with its sensor's resolution.
void appendValue(std::string &out, const Quantity &quantity, const Measured &value);

} // namespace fleet
