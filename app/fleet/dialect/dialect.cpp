// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/dialect/dialect.h"

#include "app/fleet/dialect/homeassistant.h"
#include "app/fleet/dialect/homie.h"
#include "app/fleet/dialect/industrial.h"
#include "app/fleet/dialect/plain.h"
#include "app/fleet/dialect/senml.h"
#include "app/fleet/dialect/sparkplug.h"
#include "app/fleet/dialect/tasmota.h"
#include "app/fleet/dialect/zigbee2mqtt.h"
#include "app/fleet/jsonwriter.h"

#include <cctype>
#include <ctime>

namespace fleet {

std::unique_ptr<Dialect> makeDialect(DialectKind kind, Dialect::Devices devices)
{
    switch (kind) {
    case DialectKind::Sparkplug:
        return std::make_unique<Sparkplug>(std::move(devices));
    case DialectKind::PlainJson:
        return std::make_unique<PlainJson>(std::move(devices), 4);
    case DialectKind::PlainJson5:
        return std::make_unique<PlainJson>(std::move(devices), 5);
    case DialectKind::OpcUa:
        return std::make_unique<OpcUaPubSub>(std::move(devices));
    case DialectKind::CloudEvents:
        return std::make_unique<CloudEvents>(std::move(devices));
    case DialectKind::HomeAssistant:
        return std::make_unique<HomeAssistant>(std::move(devices));
    case DialectKind::Homie:
        return std::make_unique<Homie>(std::move(devices));
    case DialectKind::Zigbee2Mqtt:
        return std::make_unique<Zigbee2Mqtt>(std::move(devices));
    case DialectKind::SenmlJson:
        return std::make_unique<Senml>(std::move(devices), false);
    case DialectKind::SenmlCbor:
        return std::make_unique<Senml>(std::move(devices), true);
    case DialectKind::Tasmota:
        return std::make_unique<Tasmota>(std::move(devices));
    case DialectKind::Scalars:
        break;
    }
    return std::make_unique<Scalars>(std::move(devices));
}

std::string slug(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::string isoTime(std::int64_t timeMs, bool milliseconds)
{
    const std::time_t seconds = timeMs / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[40];
    std::string out(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts));
    if (milliseconds) {
        const auto rest = static_cast<int>(timeMs % 1000);
        out += '.';
        out += static_cast<char>('0' + rest / 100);
        out += static_cast<char>('0' + rest / 10 % 10);
        out += static_cast<char>('0' + rest % 10);
    }
    return out + "Z";
}

void appendValue(std::string &out, const Quantity &quantity, const Measured &value)
{
    if (quantity.kind == Quantity::Kind::Counter)
        appendInteger(out, value.counter);
    else
        appendDecimal(out, value.real, quantity.decimals);
}

} // namespace fleet
