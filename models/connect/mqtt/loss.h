// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace connect::mqtt {

/// Why an attempt or a connection ended.
struct Loss
{
    enum class Kind : std::uint8_t {
        Network, ///< tried again soon
        BadServer, ///< it broke the protocol: tried again, slower each time
        NeedsPerson, ///< password, permission, certificate: tried again rarely
        Profile, ///< cannot work as it is written: not tried again
    };
    Kind kind = Kind::Network;
    QString sentence;
};

} // namespace connect::mqtt
