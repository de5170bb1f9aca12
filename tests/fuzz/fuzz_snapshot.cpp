// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Snapshots of a recording: any bytes decode to something bounded or are refused; what decodes is
// the same after it was encoded again.

#include "models/recording/state.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    recording::State state;
    if (!state.decode({reinterpret_cast<const char *>(data), size}))
        return 0;
    const std::string bytes = state.encode();
    recording::State again;
    if (!again.decode(bytes) || again.encode() != bytes || again.values() != state.values())
        std::abort();
    return 0;
}
