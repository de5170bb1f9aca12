// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interchange/messagereader.h"

namespace interchange {

MessageReader::~MessageReader() = default;

} // namespace interchange
