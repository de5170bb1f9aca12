// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <string_view>

namespace decode {

using base::TimeNs;

/// A number since 1970 as seconds, milliseconds, microseconds or nanoseconds, told apart by
/// magnitude; noTime when it is outside of 1990..2100 in each of them.
TimeNs timeOfNumber(std::int64_t number);
/// The same with a fraction, rounded to microseconds (what a double of our days can hold).
TimeNs timeOfNumber(double number);
/// A number as above, or ISO 8601 / RFC 3339 ("2024-05-01T12:00:00.5+02:00", also the basic form
/// and a space instead of T; without a zone: UTC). noTime when it is neither.
TimeNs timeOfText(std::string_view text);
/// Seconds to nanoseconds, rounded to microseconds; noTime when out of range.
TimeNs timeOfSeconds(double seconds);

} // namespace decode
