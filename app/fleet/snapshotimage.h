// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace fleet {

/// A square grey picture (0 black .. 1 white) as a JPEG file, each side `zoom` times longer,
/// interpolated. Empty when the picture is not square.
std::string encodeJpeg(std::span<const float> picture, int zoom);

} // namespace fleet
