// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decode/tasmotaunits.h"

#include "models/decode/text.h"

#include <algorithm>
#include <iterator>

namespace decode {

namespace {

struct KeyUnit
{
    std::string_view key;
    std::string_view unit;
};

constexpr KeyUnit keyUnits[]{
    {"Humidity", "%"},
    {"Power", "W"},
    {"ApparentPower", "VA"},
    {"ReactivePower", "var"},
    {"Voltage", "V"},
    {"Current", "A"},
    {"Frequency", "Hz"},
    {"Total", "kWh"},
    {"Yesterday", "kWh"},
    {"Today", "kWh"},
    {"ExportActive", "kWh"},
    {"ImportActive", "kWh"},
    {"Period", "Wh"},
    {"Illuminance", "lx"},
    {"CarbonDioxide", "ppm"},
    {"eCO2", "ppm"},
    {"TVOC", "ppb"},
    {"PM1", "µg/m³"},
    {"PM2.5", "µg/m³"},
    {"PM10", "µg/m³"},
    {"Distance", "cm"},
    {"Weight", "kg"},
    {"Noise", "dB"},
    {"Gas", "kΩ"},
    {"UptimeSec", "s"},
    {"Heap", "kB"},
    {"Signal", "dBm"},
    {"Moisture", "%"},
    {"UvPower", "W/m²"},
    {"Battery", "%"},
    {"BatteryPercentage", "%"},
    {"ESP32Temperature", "°C"},
};

} // namespace

std::string_view tasmotaUnit(std::string_view path, const TasmotaUnits &units)
{
    const auto lastLevel = [&] { return path.substr(path.rfind('/') + 1); }; // npos + 1 is 0
    // The elements of phases ("ENERGY/Voltage/1") have the unit of their array.
    for (std::string_view last = lastLevel();
         path.size() > last.size() && std::all_of(last.begin(), last.end(), isDigit);
         last = lastLevel())
        path.remove_suffix(last.size() + 1);
    const std::string_view key = lastLevel();
    if (key == "Temperature" || key == "DewPoint")
        return units.temperature;
    if (key == "Pressure" || key == "SeaPressure")
        return units.pressure;
    if (key == "Speed")
        return units.speed;
    if (path == "Wifi/RSSI")
        return "%";
    const auto found = std::find_if(std::begin(keyUnits), std::end(keyUnits),
                                    [&](const KeyUnit &k) { return k.key == key; });
    return found == std::end(keyUnits) ? std::string_view() : found->unit;
}

} // namespace decode
