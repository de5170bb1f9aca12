// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace decode {

/// Units that a Tasmota record states beside its values.
struct TasmotaUnits
{
    std::string_view temperature = "°C";
    std::string_view pressure = "hPa";
    std::string_view speed;
};

/// Unit of the member at `path` ("ENERGY/Power"); empty when it has none or is not known.
/// Source: tasmota.github.io/docs, sensor pages and "JSON Status Responses".
std::string_view tasmotaUnit(std::string_view path, const TasmotaUnits &units);

} // namespace decode
