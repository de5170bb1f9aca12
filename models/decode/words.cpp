// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/words.h"

#include "models/decode/text.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace decode {

namespace {

constexpr std::string_view carriers[] = {
    "data",      "event",    "events", "json",    "measurement", "measurements", "message",
    "messages",  "msg",      "out",    "payload", "pub",         "publish",      "raw",
    "reading",   "readings", "record", "records", "sample",      "samples",      "tele",
    "telemetry", "up",       "uplink", "value",   "values",
};
constexpr std::string_view leading[] = {
    "device", "devices", "dt",     "gateway", "gateways", "iot",   "mqtt",
    "node",   "nodes",   "sensor", "sensors", "stat",     "thing", "things",
};
constexpr std::string_view aspects[] = {
    "ai",         "alarm",       "alarms", "attributes", "classification", "config",  "detection",
    "detections", "diagnostics", "health", "inference",  "info",           "metrics", "ml",
    "prediction", "predictions", "result", "results",    "sensor",         "sensors", "settings",
    "state",      "stats",       "status", "system",
};
constexpr std::string_view quantities[] = {
    "acceleration", "altitude",    "battery", "brightness", "co2",      "conductivity",
    "current",      "energy",      "flow",    "frequency",  "gas",      "gps",
    "humidity",     "illuminance", "level",   "light",      "location", "lux",
    "moisture",     "motion",      "noise",   "ph",         "pm25",     "position",
    "power",        "pressure",    "rpm",     "speed",      "temp",     "temperature",
    "torque",       "vibration",   "voc",     "voltage",    "weight",
};
constexpr std::string_view availability[] = {"availability", "available", "connected", "lwt",
                                             "online",       "state",     "status"};

static_assert(std::is_sorted(std::begin(carriers), std::end(carriers)));
static_assert(std::is_sorted(std::begin(leading), std::end(leading)));
static_assert(std::is_sorted(std::begin(aspects), std::end(aspects)));
static_assert(std::is_sorted(std::begin(quantities), std::end(quantities)));
static_assert(std::is_sorted(std::begin(availability), std::end(availability)));

template <std::size_t N>
bool contains(const std::string_view (&words)[N], std::string_view word)
{
    std::array<char, 16> buffer;
    if (word.empty() || word.size() > buffer.size())
        return false;
    std::transform(word.begin(), word.end(), buffer.begin(), lower);
    return std::binary_search(std::begin(words), std::end(words),
                              std::string_view(buffer.data(), word.size()));
}

/// v1, v2, ... v99
bool isVersion(std::string_view level)
{
    return level.size() >= 2 && level.size() <= 3 && lower(level[0]) == 'v'
        && std::all_of(level.begin() + 1, level.end(), isDigit);
}

} // namespace

bool isCarrierWord(std::string_view level)
{
    return isVersion(level) || contains(carriers, level);
}

bool isLeadingWord(std::string_view level)
{
    return isCarrierWord(level) || contains(leading, level);
}

bool isAspectWord(std::string_view level)
{
    return contains(aspects, level);
}

bool isQuantityWord(std::string_view level)
{
    return contains(quantities, level);
}

bool isValueWord(std::string_view level)
{
    return equalIgnoringCase(level, "state") || equalIgnoringCase(level, "status");
}

bool isAvailabilityWord(std::string_view level)
{
    return contains(availability, level);
}

} // namespace decode
