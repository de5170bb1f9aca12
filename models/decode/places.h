// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decode/learned.h"
#include "models/decode/output.h"

#include <span>
#include <string>
#include <string_view>

namespace decode {

/// Whose availability a topic tells. A place is a topic without its last level(s); it belongs to a
/// device when, in this order,
/// - a description says so (Claim);
/// - data at or just below the place speak for exactly one device. "Just below" means that only
///   words such as telemetry, state or temperature lie between, or that the place's last level is
///   the device's own id;
/// - the place is a bare id behind words such as devices or clients, no data come below it, and
///   exactly one device has that id.
/// So two devices of one name at two places stay two. Learned in any order: whose availability was
/// told first comes out later as a Join. Bounded; when full nothing more is learned, and
/// availability topics stay devices of their own. One thread at a time.
class Places
{
public:
    using Levels = std::span<const std::string_view>;

    /// `device` sent data on a topic. What that settles is added to out.joins.
    void learnData(Levels levels, std::string_view device, Output &out);
    /// Availability on a topic that names nobody better than `own`: names samples and facts of
    /// `out` after the device whose it is, or notes that nobody is known and sets out.unclaimed.
    void nameAvailability(Levels levels, std::string_view own, Output &out);
    void takeClaims(Output &out);

private:
    static constexpr std::size_t maxPlaces = 200'000;
    static constexpr std::size_t maxWaiting = 20'000;

    struct Owner
    {
        std::string device; ///< empty: several
        bool strong = false; ///< near enough to own the place
        bool claimed = false;
        std::string joined; ///< name that availability had here before its owner was known

        bool owns() const { return strong && !device.empty(); }
    };

    std::string_view ownerOf(std::string_view place, Levels levels) const;
    void settle(std::string_view place, Owner &owner, std::string_view device, bool strong,
                Output &out);
    void join(std::string_view place, Owner &owner, Output &out);

    ByName<Owner> m_places;
    ByName<Owner> m_ids; ///< by last level of the device's name
    ByName<bool> m_devices; ///< that sent data
    ByName<std::string> m_waiting; ///< place -> name of the availability that nobody owns yet
    ByName<std::string> m_waitingIds; ///< bare id -> place
    ByName<std::string> m_waitingNames; ///< such a name -> place
};

} // namespace decode
